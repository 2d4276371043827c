#include "core/record/time_axis.h"

#include <QTimeZone>

#include <algorithm>
#include <array>

namespace undock {

namespace {

constexpr qint64 shortestCut = 20'000; ///< ms
constexpr double widestCut = 34;
constexpr double mostOfCuts = 0.3; ///< of the line

} // namespace

TimeAxis::TimeAxis(std::vector<Busy> busy, double left, double right)
{
    std::sort(busy.begin(), busy.end(), [](const Busy &a, const Busy &b) { return a.from < b.from; });
    qint64 worked = 0;
    for (const Busy &one : busy) {
        const qint64 from = one.from.toMSecsSinceEpoch(), to = std::max(from, one.to.toMSecsSinceEpoch());
        if (!m_pieces.empty() && from <= m_pieces.back().to) {
            worked += std::max<qint64>(0, to - m_pieces.back().to);
            m_pieces.back().to = std::max(m_pieces.back().to, to);
        } else {
            worked += to - from;
            m_pieces.push_back({ from, to, 0, 0 });
        }
    }
    // Short gaps belong to the work around them.
    const qint64 cutFrom = std::max(shortestCut, worked / 5);
    std::vector<Piece> joined;
    for (const Piece &piece : m_pieces) {
        if (!joined.empty() && piece.from - joined.back().to < cutFrom)
            joined.back().to = piece.to;
        else
            joined.push_back(piece);
    }
    m_pieces = std::move(joined);
    if (m_pieces.empty())
        return;
    const double width = right - left;
    const double cuts = double(m_pieces.size() - 1);
    const double cutWidth = cuts > 0 ? std::min(widestCut, width * mostOfCuts / cuts) : 0;
    qint64 shown = 0;
    for (const Piece &piece : m_pieces)
        shown += piece.to - piece.from;
    // A piece without a length still has its place.
    const double least = std::min(12.0, width * 0.3 / double(m_pieces.size()));
    const double perMs
        = (width - cuts * cutWidth - least * double(m_pieces.size())) / double(std::max<qint64>(1, shown));
    double at = left;
    for (size_t n = 0; n < m_pieces.size(); ++n) {
        Piece &piece = m_pieces[n];
        if (n > 0) {
            m_cuts.push_back({ at, cutWidth, piece.from - m_pieces[n - 1].to });
            at += cutWidth;
        }
        piece.left = at;
        at += least + double(piece.to - piece.from) * perMs;
        piece.right = at;
    }
}

double TimeAxis::x(const QDateTime &time) const
{
    if (m_pieces.empty())
        return 0;
    const qint64 at = time.toMSecsSinceEpoch();
    const Piece *before = nullptr;
    for (const Piece &piece : m_pieces) {
        if (at < piece.from) {
            // Inside a cut, as far as it goes.
            return before ? before->right
                    + (piece.left - before->right) * double(at - before->to) / double(piece.from - before->to)
                          : piece.left;
        }
        if (at <= piece.to) {
            return piece.to == piece.from
                ? (piece.left + piece.right) / 2
                : piece.left + (piece.right - piece.left) * double(at - piece.from) / double(piece.to - piece.from);
        }
        before = &piece;
    }
    return m_pieces.back().right;
}

std::vector<TimeAxis::Tick> TimeAxis::ticks(const QTimeZone &zone, double labelWidth) const
{
    static constexpr std::array<qint64, 15> rounds{ 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200,
        21600 };
    std::vector<Tick> found;
    double free = -1e9;
    for (const Piece &piece : m_pieces) {
        const double perMs = piece.to > piece.from ? (piece.right - piece.left) / double(piece.to - piece.from) : 0;
        const auto round = std::find_if(rounds.begin(), rounds.end(),
            [&](qint64 seconds) { return double(seconds) * 1000 * perMs >= labelWidth * 1.25; });
        const qint64 step
            = round == rounds.end() ? std::max<qint64>(86'400'000, (piece.to - piece.from) / 4) : *round * 1000;
        const QDateTime begin = QDateTime::fromMSecsSinceEpoch(piece.from, zone);
        const qint64 offset = qint64(begin.offsetFromUtc()) * 1000;
        std::vector<qint64> times;
        for (qint64 at = (piece.from + offset + step - 1) / step * step - offset; perMs > 0 && at <= piece.to;
             at += step)
            times.push_back(at);
        // A piece too short for a round time is labelled with its beginning.
        const bool own = times.empty();
        if (own)
            times.push_back(piece.from);
        for (const qint64 at : times) {
            const QDateTime time = QDateTime::fromMSecsSinceEpoch(at, zone);
            const double place = x(time);
            if (place - labelWidth / 2 < free)
                continue;
            found.push_back({ place, time, own || step < 60'000 });
            free = place + labelWidth / 2 + 8;
        }
    }
    return found;
}

} // namespace undock
