#pragma once

#include <QByteArray>

namespace undock {

/// Difference of two texts by lines, in the form of `diff -u`. Empty when they
/// are equal. Line ends belong to the lines (a changed CRLF shows as a changed
/// line), and a missing one at the end is marked as diff does it.
/// Texts that differ in more than some 2,000 places are shown as one block.
QByteArray unifiedDiff(const QByteArray &before, const QByteArray &after, const QByteArray &beforeName,
    const QByteArray &afterName, int context = 3);

} // namespace undock
