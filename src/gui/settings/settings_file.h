#pragma once

#include "gui/settings/app_settings.h"

namespace undock::gui {

/// Settings as a file to carry to another desk: nodes, folders, sources, how the queue works.
/// Never a secret (those are in the keychain), and nothing of this desk's windows.
Done writeSettingsFile(const AppSettings &settings, const QString &path);

/// A settings file that was read and not yet taken over.
class SettingsFile {
public:
    /// Errors: BadInput `settings-unreadable`.
    static Result<SettingsFile> read(const QString &path);

    /// What would change of that which decides whom the desk trusts and what root runs: sources, known hosts, keys,
    /// jump hosts, ledger. One change a line, old beside new; empty where it changes nothing of it.
    QString changesOfTrust(const AppSettings &settings) const;
    /// Takes over what the file says and this program knows; each value is checked as if it were
    /// typed. Answers with what was left out, in words.
    QStringList apply(AppSettings &settings) const;

private:
    explicit SettingsFile(Json file)
        : m_file(std::move(file))
    {
    }
    Json m_file;
};

} // namespace undock::gui
