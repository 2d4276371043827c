#pragma once

#include <QByteArray>
#include <QList>

namespace undock {

/// One line of a comparison: kept (both numbers), removed (`after` −1) or added (`before` −1).
struct LineEdit {
    qsizetype before = -1;
    qsizetype after = -1;
};

/// Shortest way from one list of lines to the other (Myers' algorithm), in
/// order, removals before additions. Beyond `mostEdits` differences the middle
/// is given as removed and added as a whole: bounded time and memory.
QList<LineEdit> diffLines(const QList<QByteArray> &before, const QList<QByteArray> &after, int mostEdits = 2000);

} // namespace undock
