#pragma once

#include <QString>

namespace undock::gui {

/// Text as the fonts of this desk can show it: an emoji that none of them has is told by its number instead of an empty
/// box. For whatever is painted, not for what is compared or written.
QString shownText(const QString &text);

} // namespace undock::gui
