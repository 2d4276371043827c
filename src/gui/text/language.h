#pragma once

#include <QObject>
#include <QStringList>

namespace undock::gui {

/// Installs a language's texts; every open window gets LanguageChange from Qt.
class Language {
public:
    /// The languages that have a catalogue (resources/words) and the windows' texts (translations): "zh_CN", "en".
    static QStringList available();
    /// What the system prefers: Chinese for any Chinese, else English.
    static QString ofSystem();
    static void use(const QString &name);
    static QString current();
    static QString displayName(const QString &name); ///< in its own language
};

} // namespace undock::gui
