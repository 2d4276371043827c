#include "core/text/line_diff.h"
#include "core/text/unified_diff.h"

#include <QTest>

using namespace undock;

/// Carries a difference out, the way `patch` does, so that its numbers are held to account.
static QByteArray patched(const QByteArray &before, const QByteArray &diff)
{
    QByteArrayList source;
    for (qsizetype from = 0; from < before.size();) {
        const qsizetype end = before.indexOf('\n', from);
        const qsizetype next = end < 0 ? before.size() : end + 1;
        source.append(before.mid(from, next - from));
        from = next;
    }
    QByteArray result;
    qsizetype at = 0;
    bool lastAdded = false;
    const auto lines = diff.split('\n');
    for (qsizetype i = 2; i < lines.size(); ++i) {
        const QByteArray &line = lines[i];
        if (line.startsWith("@@ -")) {
            const QByteArray span = line.mid(4, line.indexOf(' ', 4) - 4);
            const bool none = span.endsWith(",0");
            const qsizetype from = span.split(',').front().toLongLong() - (none ? 0 : 1);
            while (at < from)
                result += source[at++];
        } else if (line.startsWith('\\')) {
            if (lastAdded)
                result.chop(1);
        } else if (line.startsWith(' ')) {
            result += source[at++];
            lastAdded = false;
        } else if (line.startsWith('-')) {
            ++at;
            lastAdded = false;
        } else if (line.startsWith('+')) {
            result += line.mid(1) + '\n';
            lastAdded = true;
        }
    }
    while (at < source.size())
        result += source[at++];
    return result;
}

class UnifiedDiff : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void equal_texts_have_no_difference();
    void one_changed_line_is_shown_with_context();
    void near_changes_share_a_hunk_and_far_ones_do_not();
    void a_missing_line_end_is_marked();
    void an_empty_side_counts_from_zero();
    void carrying_it_out_gives_the_new_text();
    void too_many_differences_become_one_block();
};

void UnifiedDiff::equal_texts_have_no_difference()
{
    QVERIFY(unifiedDiff("a\n", "a\n", "x", "y").isEmpty());
    QVERIFY(unifiedDiff("", "", "x", "y").isEmpty());
}

void UnifiedDiff::one_changed_line_is_shown_with_context()
{
    QCOMPARE(unifiedDiff("1\n2\n3\n4\n5\n6\n", "1\n2\n3\n4\nfive\n6\n", "old", "new", 1),
        QByteArray("--- old\n+++ new\n@@ -4,3 +4,3 @@\n 4\n-5\n+five\n 6\n"));
    QCOMPARE(unifiedDiff("id,x\r\n102,old\r\n", "id,x\r\n102,new\r\n", "a", "b"),
        QByteArray("--- a\n+++ b\n@@ -1,2 +1,2 @@\n id,x\r\n-102,old\r\n+102,new\r\n"));
}

void UnifiedDiff::near_changes_share_a_hunk_and_far_ones_do_not()
{
    QCOMPARE(unifiedDiff("a\n1\n2\nb\n", "A\n1\n2\nB\n", "x", "y", 1).count("@@ -"), 1);
    QCOMPARE(unifiedDiff("a\n1\n2\n3\nb\n", "A\n1\n2\n3\nB\n", "x", "y", 1).count("@@ -"), 2);
}

void UnifiedDiff::a_missing_line_end_is_marked()
{
    QCOMPARE(unifiedDiff("a", "a\n", "x", "y"),
        QByteArray("--- x\n+++ y\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"));
}

void UnifiedDiff::an_empty_side_counts_from_zero()
{
    QCOMPARE(unifiedDiff("", "a\n", "x", "y"), QByteArray("--- x\n+++ y\n@@ -0,0 +1 @@\n+a\n"));
    QCOMPARE(unifiedDiff("a\n", "", "x", "y"), QByteArray("--- x\n+++ y\n@@ -1 +0,0 @@\n-a\n"));
}

void UnifiedDiff::carrying_it_out_gives_the_new_text()
{
    quint32 state = 11;
    const auto next = [&state](quint32 below) {
        state = state * 1664525 + 1013904223;
        return (state >> 16) % below;
    };
    for (int round = 0; round < 5000; ++round) {
        const auto text = [&next] {
            QByteArray lines;
            for (quint32 i = next(20); i > 0; --i)
                lines += QByteArray::number(next(4)) + '\n';
            if (next(4) == 0)
                lines.chop(1);
            return lines;
        };
        const QByteArray before = text();
        const QByteArray after = text();
        QCOMPARE(patched(before, unifiedDiff(before, after, "x", "y", static_cast<int>(next(4)))), after);
    }
}

void UnifiedDiff::too_many_differences_become_one_block()
{
    const auto edits = diffLines({ "a", "b", "c", "d" }, { "a", "1", "2", "d" }, 2);
    QCOMPARE(edits.size(), 6);
    QCOMPARE(edits[1].after, -1);
    QCOMPARE(edits[2].after, -1);
    QCOMPARE(edits[3].before, -1);
    QByteArray big;
    QByteArray other;
    for (int i = 0; i < 100000; ++i) {
        big += QByteArray::number(i) + '\n';
        other += QByteArray::number(-i - 1) + '\n';
    }
    QCOMPARE(patched(big, unifiedDiff(big, other, "x", "y")), other);
}

QTEST_APPLESS_MAIN(UnifiedDiff)
#include "tst_unified_diff.moc"
