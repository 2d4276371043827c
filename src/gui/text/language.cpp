#include "gui/text/language.h"

#include "core/steps/word_files.h"

#include <QCoreApplication>
#include <QFile>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <algorithm>

namespace undock::gui {

namespace {

QTranslator *ours = nullptr;
QTranslator *qts = nullptr;
QString now = QStringLiteral("en");

QString textsOf(const QString &language)
{
    return QStringLiteral(":/i18n/openclaw-undock_%1.qm").arg(language);
}

} // namespace

QStringList Language::available()
{
    static const QStringList found = [] {
        QStringList names = wordLanguages();
        names.removeIf([](const QString &name) { return !QFile::exists(textsOf(name)); });
        // English last: whoever wants another language looks for it first.
        std::stable_partition(
            names.begin(), names.end(), [](const QString &name) { return name != QLatin1String(englishWords); });
        return names;
    }();
    return found;
}

QString Language::ofSystem()
{
    return QLocale::system().language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

void Language::use(const QString &name)
{
    const QString wanted = available().contains(name) ? name : ofSystem();
    QCoreApplication *application = QCoreApplication::instance();
    if (!ours) {
        ours = new QTranslator(application);
        qts = new QTranslator(application);
    }
    QCoreApplication::removeTranslator(ours);
    QCoreApplication::removeTranslator(qts);
    now = wanted;
    QLocale::setDefault(QLocale(wanted));
    // Qt's own words (OK, Cancel, context menus) come first, so that ours win.
    if (wanted != QLatin1String("en")
        && qts->load(QStringLiteral("qtbase_") + wanted, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qts);
    if (ours->load(textsOf(wanted)))
        QCoreApplication::installTranslator(ours);
}

QString Language::current()
{
    return now;
}

QString Language::displayName(const QString &name)
{
    const QString itself = stringAt(wordFile(name), "name");
    return itself.isEmpty() ? name : itself;
}

} // namespace undock::gui
