#pragma once

#include <QString>

#include <functional>

namespace undock {

/// Emoji that cannot be shown, by their numbers: U+1F600 as `‹1F600›`, several that are joined to one picture as
/// `‹1F468-200D-1F469›`. `canShow` is asked for each; all other text stays as it is.
QString readableEmoji(const QString &text, const std::function<bool(char32_t)> &canShow);

} // namespace undock
