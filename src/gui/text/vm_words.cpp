#include "gui/text/vm_words.h"

#include "core/text/phrase.h"
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

QString VmWords::problem(const QString &problem)
{
    return CodeTexts::said(problem);
}

} // namespace undock::gui
