#pragma once

#include <QObject>
#include <QStringList>

namespace undock::gui {

/// Installs a language's texts; every open window gets LanguageChange from Qt.
class Language {
public:
    static QStringList available(); ///< "zh_CN", "en"
    /// What the system prefers: Chinese for any Chinese, else English.
    static QString ofSystem();
    static void use(const QString &name);
    static QString current();
    static QString displayName(const QString &name); ///< in its own language
};

} // namespace undock::gui
