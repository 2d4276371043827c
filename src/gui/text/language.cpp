#include "gui/text/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace undock::gui {

namespace {

QTranslator *ours = nullptr;
QTranslator *qts = nullptr;
QString now = QStringLiteral("en");

} // namespace

QStringList Language::available()
{
    return { QStringLiteral("zh_CN"), QStringLiteral("en") };
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
    if (ours->load(QStringLiteral("openclaw-undock_") + wanted, QStringLiteral(":/i18n")))
        QCoreApplication::installTranslator(ours);
}

QString Language::current()
{
    return now;
}

QString Language::displayName(const QString &name)
{
    return name == QLatin1String("zh_CN") ? QStringLiteral("简体中文") : QStringLiteral("English");
}

} // namespace undock::gui
