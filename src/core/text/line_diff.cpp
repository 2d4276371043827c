#include "core/text/line_diff.h"

#include <algorithm>
#include <vector>

namespace undock {

namespace {

struct Middle {
    qsizetype beforeFrom, beforeTo, afterFrom, afterTo;
};

void replaceWhole(QList<LineEdit> &edits, const Middle &m)
{
    for (qsizetype i = m.beforeFrom; i < m.beforeTo; ++i)
        edits.append({ i, -1 });
    for (qsizetype i = m.afterFrom; i < m.afterTo; ++i)
        edits.append({ -1, i });
}

/// Furthest reaching points per diagonal, one state kept for each number of edits.
class Search {
public:
    Search(const QList<QByteArray> &before, const QList<QByteArray> &after, const Middle &m)
        : m_before(before)
        , m_after(after)
        , m_m(m)
        , m_n(static_cast<int>(m.beforeTo - m.beforeFrom))
        , m_k(static_cast<int>(m.afterTo - m.afterFrom))
    {
    }

    bool run(int mostEdits)
    {
        const int limit = std::min(mostEdits, m_n + m_k);
        std::vector<int> reach(static_cast<size_t>(2 * limit + 3), 0);
        const int offset = limit + 1;
        for (int d = 0; d <= limit; ++d) {
            m_trace.emplace_back(reach.begin() + (offset - d - 1), reach.begin() + (offset + d + 2));
            for (int diagonal = -d; diagonal <= d; diagonal += 2) {
                const auto at = [&](int k) -> int & { return reach[static_cast<size_t>(offset + k)]; };
                const bool down = diagonal == -d || (diagonal != d && at(diagonal - 1) < at(diagonal + 1));
                int x = down ? at(diagonal + 1) : at(diagonal - 1) + 1;
                while (x < m_n && x - diagonal < m_k && same(x, x - diagonal))
                    ++x;
                at(diagonal) = x;
                if (x >= m_n && x - diagonal >= m_k)
                    return true;
            }
        }
        return false;
    }

    /// The edits, from the last to the first.
    QList<LineEdit> backwards() const
    {
        QList<LineEdit> edits;
        int x = m_n;
        int y = m_k;
        for (int d = static_cast<int>(m_trace.size()) - 1; d >= 0; --d) {
            const auto at = [&](int k) { return m_trace[static_cast<size_t>(d)][static_cast<size_t>(k + d + 1)]; };
            const int diagonal = x - y;
            const bool down = diagonal == -d || (diagonal != d && at(diagonal - 1) < at(diagonal + 1));
            const int fromX = d == 0 ? 0 : (down ? at(diagonal + 1) : at(diagonal - 1));
            const int fromY = d == 0 ? 0 : fromX - (down ? diagonal + 1 : diagonal - 1);
            while (x > fromX + (d > 0 && !down) && y > fromY + (d > 0 && down))
                edits.append({ m_m.beforeFrom + --x, m_m.afterFrom + --y });
            if (d == 0)
                break;
            if (down)
                edits.append({ -1, m_m.afterFrom + --y });
            else
                edits.append({ m_m.beforeFrom + --x, -1 });
        }
        return edits;
    }

private:
    bool same(int x, int y) const { return m_before[m_m.beforeFrom + x] == m_after[m_m.afterFrom + y]; }

    const QList<QByteArray> &m_before;
    const QList<QByteArray> &m_after;
    Middle m_m;
    int m_n;
    int m_k;
    std::vector<std::vector<int>> m_trace;
};

/// Within each run of changes: what goes before what comes, as people expect it.
QList<LineEdit> removalsFirst(const QList<LineEdit> &edits)
{
    QList<LineEdit> result;
    QList<LineEdit> added;
    for (const LineEdit &edit : edits) {
        if (edit.before < 0) {
            added.append(edit);
            continue;
        }
        if (edit.after >= 0) {
            result += added;
            added.clear();
        }
        result.append(edit);
    }
    return result + added;
}

} // namespace

QList<LineEdit> diffLines(const QList<QByteArray> &before, const QList<QByteArray> &after, int mostEdits)
{
    Middle m{ 0, before.size(), 0, after.size() };
    QList<LineEdit> edits;
    for (; m.beforeFrom < m.beforeTo && m.afterFrom < m.afterTo && before[m.beforeFrom] == after[m.afterFrom];
         ++m.beforeFrom, ++m.afterFrom)
        edits.append({ m.beforeFrom, m.afterFrom });
    while (m.beforeTo > m.beforeFrom && m.afterTo > m.afterFrom && before[m.beforeTo - 1] == after[m.afterTo - 1]) {
        --m.beforeTo;
        --m.afterTo;
    }
    Search search(before, after, m);
    if (search.run(mostEdits)) {
        auto found = search.backwards();
        std::reverse(found.begin(), found.end());
        edits += removalsFirst(found);
    } else {
        replaceWhole(edits, m);
    }
    for (qsizetype i = m.beforeTo, j = m.afterTo; i < before.size(); ++i, ++j)
        edits.append({ i, j });
    return edits;
}

} // namespace undock
