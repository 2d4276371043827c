#pragma once

#include <QDateTime>
#include <QString>

#include <vector>

namespace undock {

/// Places times on a line. Long times in which nothing happened are cut out, or an hour's wait for a person would press
/// the minutes of a migration into nothing.
class TimeAxis {
public:
    struct Busy {
        QDateTime from, to; ///< the same for a point in time
    };
    TimeAxis(std::vector<Busy> busy, double left, double right);

    double x(const QDateTime &at) const;

    struct Cut {
        double x = 0, width = 0;
        qint64 ms = 0; ///< what is left out
    };
    const std::vector<Cut> &cuts() const { return m_cuts; }

    struct Tick {
        double x = 0;
        QDateTime at;
        bool seconds = false; ///< its minute is not enough
    };
    /// At round times of that zone, as many as have room for a label of `labelWidth`.
    std::vector<Tick> ticks(const QTimeZone &zone, double labelWidth) const;

private:
    struct Piece {
        qint64 from = 0, to = 0;
        double left = 0, right = 0;
    };
    std::vector<Piece> m_pieces;
    std::vector<Cut> m_cuts;
};

} // namespace undock
