#include "core/ledger/csv_table.h"

#include <QTest>

using namespace undock;

class Csv : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cells_are_unquoted();
    void separators_are_told_from_the_first_line_data();
    void separators_are_told_from_the_first_line();
    void changing_a_cell_leaves_every_other_byte_data();
    void changing_a_cell_leaves_every_other_byte();
    void the_same_value_changes_nothing();
    void a_short_record_is_filled_up();
    void quotes_are_added_where_needed();
    void formulas_and_control_characters_are_refused();
    void gb18030_stays_gb18030();
    void malformed_tables_name_the_line_data();
    void malformed_tables_name_the_line();
    void random_tables_keep_their_bytes();
};

void Csv::cells_are_unquoted()
{
    const auto table = CsvTable::parse("\xef\xbb\xbf"
                                       "a,\"b \"\"x\"\"\", c \r\n\"two\nlines\",,\r\nlast");
    QCOMPARE(table->records().size(), 3);
    QCOMPARE(table->records()[0].cells[0].value, QStringLiteral("a"));
    QCOMPARE(table->records()[0].cells[1].value, QStringLiteral("b \"x\""));
    QCOMPARE(table->records()[0].cells[2].value, QStringLiteral(" c "));
    QCOMPARE(table->records()[1].cells[0].value, QStringLiteral("two\nlines"));
    QCOMPARE(table->records()[1].cells.size(), 3);
    QCOMPARE(table->records()[2].line, 4);
}

void Csv::separators_are_told_from_the_first_line_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<char>("separator");
    QTest::newRow("comma") << QByteArray("a,b,c;d\n") << ',';
    QTest::newRow("semicolon") << QByteArray("\n\na;b;c\n1,2,3,4\n") << ';';
    QTest::newRow("tab") << QByteArray("a\tb\n") << '\t';
    QTest::newRow("quoted ones do not count") << QByteArray("\",,,,\";b\n") << ';';
    QTest::newRow("none") << QByteArray("alone\n") << ',';
}

void Csv::separators_are_told_from_the_first_line()
{
    QFETCH(QByteArray, text);
    QTEST(CsvTable::parse(text)->separator(), "separator");
}

void Csv::changing_a_cell_leaves_every_other_byte_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("crlf and mark") << QByteArray("\xef\xbb\xbf"
                                                 "id,x\r\n102,old\r\n")
                                   << QByteArray("\xef\xbb\xbf"
                                                 "id,x\r\n102,new\r\n");
    QTest::newRow("no line end") << QByteArray("id,x\n102,old") << QByteArray("id,x\n102,new");
    QTest::newRow("quoted stays quoted") << QByteArray("id,x\n102,\"old\"\n") << QByteArray("id,x\n102,\"new\"\n");
    QTest::newRow("odd neighbours") << QByteArray("\"id\", x ,\"\"\n 102 ,old,\"a\"\"\n,b\",,\n\n\n")
                                    << QByteArray("\"id\", x ,\"\"\n 102 ,new,\"a\"\"\n,b\",,\n\n\n");
    QTest::newRow("lone CR") << QByteArray("id,x\r102,old\r") << QByteArray("id,x\r102,new\r");
}

void Csv::changing_a_cell_leaves_every_other_byte()
{
    QFETCH(QByteArray, before);
    QTEST(*CsvTable::parse(before)->withCell(1, 1, QStringLiteral("new")), "after");
}

void Csv::the_same_value_changes_nothing()
{
    const QByteArray bytes("id,x\n102,\"plain\"\n103,=SUM(1)\n");
    const auto table = CsvTable::parse(bytes);
    QCOMPARE(*table->withCell(1, 1, QStringLiteral("plain")), bytes);
    QCOMPARE(*table->withCell(2, 1, QStringLiteral("=SUM(1)")), bytes);
}

void Csv::a_short_record_is_filled_up()
{
    QCOMPARE(*CsvTable::parse("a,b,c,d\r\n102\r\n103\r\n")->withCell(1, 3, QStringLiteral("x")),
        QByteArray("a,b,c,d\r\n102,,,x\r\n103\r\n"));
    QCOMPARE(
        CsvTable::parse("a\n")->withCell(7, 0, QStringLiteral("x")).error().code, QStringLiteral("csv-no-such-cell"));
    QVERIFY(!CsvTable::parse("a\n")->withCell(-1, 0, QStringLiteral("x")));
}

void Csv::quotes_are_added_where_needed()
{
    const auto table = CsvTable::parse("a;b\n1;2\n");
    QCOMPARE(*table->withCell(1, 1, QStringLiteral("x;y")), QByteArray("a;b\n1;\"x;y\"\n"));
    QCOMPARE(*table->withCell(1, 1, QStringLiteral("x,y")), QByteArray("a;b\n1;x,y\n"));
    QCOMPARE(*table->withCell(1, 1, QStringLiteral("say \"x\"")), QByteArray("a;b\n1;\"say \"\"x\"\"\"\n"));
    QCOMPARE(*table->withCell(1, 1, QStringLiteral(" x")), QByteArray("a;b\n1;\" x\"\n"));
}

void Csv::formulas_and_control_characters_are_refused()
{
    const auto table = CsvTable::parse("a,b\n1,2\n");
    for (const char *bad : { "=1+1", "+1", "-1", "@x", "a\nb", "a\tb", "\x7f" })
        QCOMPARE(table->withCell(1, 1, QString::fromLatin1(bad)).error().code, QStringLiteral("csv-bad-value"));
    QVERIFY(!table->withCell(1, 1, QString(QChar(0xd800))));
}

void Csv::gb18030_stays_gb18030()
{
    // "编号,状态" and "102,旧" in GB18030.
    const QByteArray bytes("\xb1\xe0\xba\xc5,\xd7\xb4\xcc\xac\n102,\xbe\xc9\n");
    const auto table = CsvTable::parse(bytes);
    if (!table)
        QSKIP("this Qt was built without the GB18030 converter");
    QCOMPARE(table->records()[0].cells[0].value, QStringLiteral("编号"));
    QCOMPARE(
        *table->withCell(1, 1, QStringLiteral("新")), QByteArray("\xb1\xe0\xba\xc5,\xd7\xb4\xcc\xac\n102,\xd0\xc2\n"));
}

void Csv::malformed_tables_name_the_line_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("where");
    QTest::newRow("open quote") << QByteArray("a\n\"b\nc\n") << "csv-open-quote"
                                << "line 2";
    QTest::newRow("text after quote") << QByteArray("a\n\"x\ny\" z\n") << "csv-text-after-quote"
                                      << "line 3";
    QTest::newRow("utf-16") << QByteArray("\xff\xfe"
                                          "a\0",
        4) << "csv-encoding"
                            << "";
    QTest::newRow("binary") << QByteArray("a,\0b", 4) << "csv-encoding"
                            << "";
    QTest::newRow("no known encoding") << QByteArray("a,\xff\xff\n") << "csv-encoding"
                                       << "";
}

void Csv::malformed_tables_name_the_line()
{
    QFETCH(QByteArray, text);
    const auto table = CsvTable::parse(text);
    QVERIFY(!table);
    QTEST(table.error().code, "code");
    QTEST(table.error().where, "where");
}

void Csv::random_tables_keep_their_bytes()
{
    quint32 state = 7;
    const auto next = [&state](quint32 below) {
        state = state * 1664525 + 1013904223;
        return (state >> 16) % below;
    };
    const QByteArrayList parts{ "a", "102", ",", ",", "\n", "\r\n", "\"q\"", "\"x,\n\"\"y\"", " ", "中", ";", "\r" };
    int changed = 0;
    int readOtherwise = 0;
    for (int round = 0; round < 20000; ++round) {
        QByteArray text;
        for (quint32 i = next(30); i > 0; --i)
            text += parts[static_cast<qsizetype>(next(static_cast<quint32>(parts.size())))];
        const auto table = CsvTable::parse(text);
        if (!table || table->records().isEmpty())
            continue;
        const auto record = static_cast<qsizetype>(next(static_cast<quint32>(table->records().size())));
        const auto &cells = table->records()[record].cells;
        const auto column = static_cast<qsizetype>(next(static_cast<quint32>(cells.size())));
        const auto changedText = table->withCell(record, column, QStringLiteral("NEW"));
        QVERIFY(changedText->startsWith(text.left(cells[column].begin)));
        QVERIFY(changedText->endsWith(text.mid(cells[column].end)));
        const auto again = CsvTable::parse(*changedText);
        // A change of the first line, which in a ledger has the headings, can let another separator be found.
        if (!again || again->separator() != table->separator()) {
            ++readOtherwise;
            continue;
        }
        QCOMPARE(again->records().size(), table->records().size());
        QCOMPARE(again->records()[record].cells[column].value, QStringLiteral("NEW"));
        ++changed;
    }
    QVERIFY(changed > 5000);
    QVERIFY2(readOtherwise < changed / 50, qPrintable(QString::number(readOtherwise)));
}

QTEST_APPLESS_MAIN(Csv)
#include "tst_csv_table.moc"
