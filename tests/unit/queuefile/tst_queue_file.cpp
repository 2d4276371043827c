#include "core/queuefile/queue_file.h"

#include <QTest>

using namespace undock;

static const QMap<QString, QString> defaults{ { QStringLiteral("node"), QStringLiteral("root@192.0.2.10") },
    { QStringLiteral("operator"), QStringLiteral("Li") } };

static QStringList codes(const QueueRow &row)
{
    QStringList list;
    for (const Error &error : row.problems)
        list += error.code + QLatin1Char('@') + error.where;
    return list;
}

class QueueFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_file_with_headings_is_read_by_name();
    void without_headings_the_order_is_fixed();
    void pasted_lines_with_blanks_are_read_data();
    void pasted_lines_with_blanks_are_read();
    void every_problem_of_a_line_is_reported_with_its_line();
    void a_vm_stands_once_per_node();
    void unnamed_columns_are_refused_and_foreign_ones_passed_over();
    void an_empty_queue_is_an_error();
    void sources_that_are_not_in_force_are_told_with_their_vms();
    void a_misspelled_first_line_is_not_taken_for_headings();
};

void QueueFileTest::a_file_with_headings_is_read_by_name()
{
    const auto queue = parseQueue("\xef\xbb\xbf"
                                  "name,VMID,Node,Panel-Tag,备注\r\n"
                                  "# a comment\r\n"
                                  "机器一,102,ops@192.0.2.20:2222,v2026.02.20-r3,x\r\n\r\n"
                                  ",103,,,\r\n",
        defaults);
    QVERIFY(queue && queue->isValid());
    QCOMPARE(queue->rows.size(), 2);
    QCOMPARE(queue->rows[0].name, QStringLiteral("机器一"));
    QCOMPARE(queue->rows[0].line, 3);
    QCOMPARE(queue->rows[0].parameters->node.toString(), QStringLiteral("ops@192.0.2.20:2222"));
    QCOMPARE(queue->rows[0].parameters->panelTag.toString(), QStringLiteral("v2026.02.20-r3"));
    QCOMPARE(queue->rows[1].parameters->node.toString(), QStringLiteral("root@192.0.2.10"));
    QCOMPARE(queue->rows[1].parameters->operatorName.toString(), QStringLiteral("Li"));
}

void QueueFileTest::without_headings_the_order_is_fixed()
{
    const auto queue = parseQueue("102,10.10.10.14,v2026.02.20-r4,root@192.0.2.20,one\n103\n", defaults);
    QVERIFY(queue && queue->isValid());
    QCOMPARE(queue->rows[0].parameters->ip->toString(), QStringLiteral("10.10.10.14"));
    QCOMPARE(queue->rows[0].name, QStringLiteral("one"));
    QVERIFY(!queue->rows[1].parameters->ip);
}

void QueueFileTest::pasted_lines_with_blanks_are_read_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("blanks") << QByteArray("  102   10.10.10.14\n103 10.10.10.15  \n");
    QTest::newRow("a comment with commas") << QByteArray("# one, two\n102 10.10.10.14\n103 10.10.10.15\n");
    QTest::newRow("tabs") << QByteArray("102\t10.10.10.14\n103\t10.10.10.15");
    QTest::newRow("semicolons") << QByteArray("102;10.10.10.14\r\n103; 10.10.10.15\r\n");
    QTest::newRow("Chinese headings") << QByteArray("小鸡编号 内网IP\n102 10.10.10.14\n103 10.10.10.15\n");
}

void QueueFileTest::pasted_lines_with_blanks_are_read()
{
    QFETCH(QByteArray, text);
    const auto queue = parseQueue(text, defaults);
    QVERIFY(queue && queue->isValid());
    QCOMPARE(queue->rows.size(), 2);
    QCOMPARE(queue->rows[1].parameters->vmid.value(), 103);
    QCOMPARE(queue->rows[1].parameters->ip->toString(), QStringLiteral("10.10.10.15"));
}

void QueueFileTest::every_problem_of_a_line_is_reported_with_its_line()
{
    const auto queue = parseQueue("102,10.10.10.14\n1o3,10.10.10.999,../x,nobody\n", defaults);
    QVERIFY(queue && !queue->isValid());
    QVERIFY(queue->rows[0].parameters.has_value());
    QVERIFY(!queue->rows[1].parameters);
    QCOMPARE(queue->rows[1].line, 2);
    QCOMPARE(codes(queue->rows[1]),
        QStringList({ QStringLiteral("bad-vmid@vmid"), QStringLiteral("bad-ip@ip"), QStringLiteral("bad-node@node"),
            QStringLiteral("bad-panel-tag@panel_tag") }));
}

void QueueFileTest::a_vm_stands_once_per_node()
{
    const auto queue = parseQueue("vmid,node\n102,root@192.0.2.10\n102,root@192.0.2.20\n102,root@192.0.2.10:22\n",
        { { QStringLiteral("operator"), QStringLiteral("Li") } });
    QVERIFY(queue->rows[1].problems.empty());
    QCOMPARE(codes(queue->rows[2]), QStringList(QStringLiteral("queue-vm-twice@vmid")));
}

void QueueFileTest::unnamed_columns_are_refused_and_foreign_ones_passed_over()
{
    const auto bare = parseQueue("102,,,,one,surplus\n", defaults);
    QCOMPARE(codes(bare->rows[0]), QStringList(QStringLiteral("queue-extra-column@")));
    QVERIFY(parseQueue("vmid,owner\n102,somebody\n", defaults)->isValid());
}

void QueueFileTest::an_empty_queue_is_an_error()
{
    for (const char *text : { "", "\n\n", "# nothing\n", "vmid,ip\n" })
        QCOMPARE(parseQueue(text, defaults).error().code, QStringLiteral("queue-empty"));
    QCOMPARE(parseQueue("\"open", defaults).error().code, QStringLiteral("csv-open-quote"));
}

void QueueFileTest::a_misspelled_first_line_is_not_taken_for_headings()
{
    const auto queue = parseQueue("wmid,ip\n102,10.10.10.14\n", defaults);
    QCOMPARE(queue->rows.size(), 2);
    QVERIFY(!queue->rows[0].problems.empty());
    QCOMPARE(queue->rows[0].line, 1);
}

void QueueFileTest::sources_that_are_not_in_force_are_told_with_their_vms()
{
    QMap<QString, QString> inForce = defaults;
    inForce[QStringLiteral("npm_registry")] = QStringLiteral("https://mirror.example/npm");
    const auto told = [&](const QByteArray &text) {
        const auto queue = parseQueue(text, inForce);
        return queue ? queue->foreignSources(inForce) : queue.error().code;
    };
    QCOMPARE(told("vmid,panel_tag\n101,v2026.02.20-r1\n"), QString());
    QCOMPARE(told("vmid,npm_registry\n101,https://mirror.example/npm\n102,\n"), QString());
    inForce[QStringLiteral("npm_registry")] = QStringLiteral("HTTPS://Mirror.example:443/npm/");
    QCOMPARE(told("vmid\n101\n"), QString());
    QCOMPARE(told("vmid,npm_registry\n101,https://mirror.example/npm/\n"), QString());
    inForce[QStringLiteral("npm_registry")] = QStringLiteral("https://mirror.example/npm");
    const QStringList lines
        = told("vmid,installer_url,openclaw_version,panel_repo,panel_source,npm_registry\n"
               "101,http://192.0.2.66/i.sh,2026.2.19,evil/panel,https://192.0.2.66,https://192.0.2.66/n\n"
               "102,http://192.0.2.66/i.sh,,,,\n")
              .split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 5);
    QVERIFY(lines[0].startsWith(QStringLiteral("installer_url: ")));
    QVERIFY(lines[0].endsWith(QStringLiteral("→ http://192.0.2.66/i.sh (plain http)  [VM 101, 102]")));
    QVERIFY(lines[2].startsWith(QStringLiteral("npm_registry: https://mirror.example/npm → ")));
}

QTEST_APPLESS_MAIN(QueueFileTest)
#include "tst_queue_file.moc"
