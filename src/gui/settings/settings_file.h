#pragma once

#include "gui/settings/app_settings.h"

namespace undock::gui {

/// Settings as a file to carry to another desk: nodes, folders, sources, how the queue works.
/// Never a secret (those are in the keychain), and nothing of this desk's windows.
Done writeSettingsFile(const AppSettings &settings, const QString &path);

/// Takes over what the file says and this program knows; each value is checked as if it were
/// typed. Answers with what was left out, in words. Errors: BadInput `settings-unreadable`.
Result<QStringList> readSettingsFile(AppSettings &settings, const QString &path);

} // namespace undock::gui
