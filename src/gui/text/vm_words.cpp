#include "gui/text/vm_words.h"

#include "gui/text/code_texts.h"

namespace undock::gui {

QString VmWords::status(const QString &word)
{
    if (word == QLatin1String("running"))
        return tr("running");
    if (word == QLatin1String("stopped"))
        return tr("stopped");
    if (word == QLatin1String("paused"))
        return tr("paused");
    return word;
}

QString VmWords::problem(const QString &english)
{
    const QString vmIs = QStringLiteral("the VM is ");
    if (english.startsWith(vmIs))
        return tr("the VM is %1").arg(status(english.sliced(vmIs.size())));
    if (english == QLatin1String("the guest agent is not enabled"))
        return tr("the guest agent is not enabled");
    if (english == QLatin1String("it is a template"))
        return tr("it is a template");
    if (english == QLatin1String("port mappings are missing"))
        return tr("port mappings are missing");
    if (english == QLatin1String("its address is not known to the node"))
        return tr("its address is not known to the node");
    return CodeTexts::said(english);
}

} // namespace undock::gui
