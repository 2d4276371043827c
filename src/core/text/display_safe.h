#pragma once

#include <QByteArray>
#include <QString>

namespace undock {

/// Text of a guest, a node or a file, made fit to be shown.
///
/// Terminal sequences (CSI, OSC, DCS and their like, also from C1 characters)
/// and control characters are dropped; line ends and tabs stay, and a lone
/// carriage return becomes a line end, so that nothing hides what stood before
/// it. Bytes that are not UTF-8 become U+FFFD. Characters that reorder or hide
/// text (bidi controls, zero-width ones, tags, line separators) are shown as
/// `\u{202e}`; joiners, which emoji and Persian need, stay.
QString displaySafe(const QByteArray &bytes);
QString displaySafe(const QString &text);

/// The same on one line: line ends and tabs become blanks; at most `most`
/// characters, cut with an ellipsis.
QString displayLine(const QString &text, int most = 300);

} // namespace undock
