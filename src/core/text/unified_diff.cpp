#include "core/text/unified_diff.h"

#include "core/text/line_diff.h"

#include <algorithm>

namespace undock {

namespace {

QList<QByteArray> linesOf(const QByteArray &text)
{
    QList<QByteArray> lines;
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype end = text.indexOf('\n', from);
        const qsizetype next = end < 0 ? text.size() : end + 1;
        lines.append(text.mid(from, next - from));
        from = next;
    }
    return lines;
}

bool isKept(const LineEdit &edit)
{
    return edit.before >= 0 && edit.after >= 0;
}

QByteArray marked(char mark, const QByteArray &line)
{
    return line.endsWith('\n') ? mark + line : mark + line + "\n\\ No newline at end of file\n";
}

/// "12,3" as diff counts it: from 1, the count left out when it is one, 0-based before an empty side.
QByteArray span(qsizetype from, qsizetype count)
{
    const QByteArray start = QByteArray::number(count == 0 ? from : from + 1);
    return count == 1 ? start : start + ',' + QByteArray::number(count);
}

} // namespace

QByteArray unifiedDiff(const QByteArray &before, const QByteArray &after, const QByteArray &beforeName,
    const QByteArray &afterName, int context)
{
    if (before == after)
        return {};
    const auto old = linesOf(before);
    const auto now = linesOf(after);
    const auto edits = diffLines(old, now);
    QByteArray result = "--- " + beforeName + "\n+++ " + afterName + '\n';
    qsizetype oldAt = 0;
    qsizetype newAt = 0;
    for (qsizetype i = 0; i < edits.size();) {
        // The stretch of kept lines up to the next change, or to the end.
        qsizetype change = i;
        while (change < edits.size() && isKept(edits[change]))
            ++change;
        if (change == edits.size())
            break;
        const qsizetype lead = std::min<qsizetype>(context, change - i);
        oldAt += change - i - lead;
        newAt += change - i - lead;
        // A hunk ends after `context` kept lines with no change within twice that.
        qsizetype end = change;
        for (qsizetype kept = 0, at = change; at < edits.size() && kept <= 2 * context; ++at) {
            kept = isKept(edits[at]) ? kept + 1 : 0;
            if (kept == 0)
                end = at + 1;
        }
        const qsizetype stop = std::min<qsizetype>(end + context, edits.size());
        QByteArray body;
        qsizetype oldCount = 0;
        qsizetype newCount = 0;
        for (qsizetype at = change - lead; at < stop; ++at) {
            const LineEdit &edit = edits[at];
            const char mark = isKept(edit) ? ' ' : edit.after < 0 ? '-' : '+';
            body += marked(mark, mark == '+' ? now[edit.after] : old[edit.before]);
            oldCount += mark != '+';
            newCount += mark != '-';
        }
        result += "@@ -" + span(oldAt, oldCount) + " +" + span(newAt, newCount) + " @@\n" + body;
        oldAt += oldCount;
        newAt += newCount;
        i = stop;
    }
    return result;
}

} // namespace undock
