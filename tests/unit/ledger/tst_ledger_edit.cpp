#include "core/ledger/ledger_edit.h"

#include <QTest>

using namespace undock;

namespace {

const QString noNode;

Vmid vm(int number)
{
    return *Vmid::parse(QString::number(number));
}

Ledger table(const QByteArray &bytes)
{
    return *Ledger::parse(bytes);
}

Result<LedgerEdit> update(const QByteArray &bytes, const QString &status)
{
    return editLedgerRow(table(bytes), vm(102), noNode,
        { { LedgerColumn::Status, status }, { LedgerColumn::PanelTag, QStringLiteral("v2026.02.20-r4") } });
}

} // namespace

class LedgerEditTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void an_update_tells_each_cell_and_no_other_row();
    void taking_it_back_leaves_no_byte_changed_data();
    void taking_it_back_leaves_no_byte_changed();
    void what_others_changed_elsewhere_stays();
    void a_row_that_was_changed_since_is_refused_data();
    void a_row_that_was_changed_since_is_refused();
    void two_updates_go_back_in_turn();
    void a_row_that_is_back_already_wants_nothing();
    void an_older_journal_says_too_little();
};

void LedgerEditTest::an_update_tells_each_cell_and_no_other_row()
{
    const auto edit = update("vmid,状态,密码\n102,Docker,swordfish\n103,Docker,opensesame\n", QStringLiteral("直装"));
    QVERIFY(edit.has_value());
    QCOMPARE(edit->bytes, QByteArray("vmid,状态,密码\n102,直装,swordfish\n103,Docker,opensesame\n"));
    QCOMPARE(edit->changes.size(), std::size_t(1)); // there is no column for the tag
    QCOMPARE(ledgerEditText(*edit), QStringLiteral("状态: Docker → 直装"));
    const QByteArray journaled = compactJson(toJson(*edit));
    QVERIFY(!journaled.contains("swordfish") && !journaled.contains("opensesame"));
    QCOMPARE(update(edit->bytes, QStringLiteral("直装"))->changes.size(), std::size_t(0));
}

void LedgerEditTest::taking_it_back_leaves_no_byte_changed_data()
{
    QTest::addColumn<QByteArray>("before");
    const auto row = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
    row("plain", "vmid,状态,panel tag\n102,Docker,r3\n103,Docker,\n");
    row("a mark and line ends of Windows", "\xef\xbb\xbfvmid;状态;panel tag\r\n102;Docker;\r\n");
    row("quoted", "vmid,状态,panel tag\n102,\"Docker, old\",\"r3\"\n");
    row("a dash for nothing", "vmid,状态,panel tag\n102,-,-\n");
    row("two lines in a cell", "vmid,状态,panel tag\n102,\"Docker\nsince May\",\n");
    row("GB18030", QByteArray("vmid,\xd7\xb4\xcc\xac,panel tag\n102,\xc8\xdd\xc6\xf7\xb0\xe6,r3\n"));
}

void LedgerEditTest::taking_it_back_leaves_no_byte_changed()
{
    QFETCH(QByteArray, before);
    const auto edit = update(before, QStringLiteral("直装，待用户验收"));
    QVERIFY2(edit.has_value(), edit ? "" : qPrintable(edit.error().code));
    QCOMPARE(edit->changes.size(), std::size_t(2));
    // As it comes back from a journal.
    const auto known = ledgerEditFromJson(Json::parse(compactJson(toJson(*edit)).toStdString()));
    QVERIFY(known.has_value());
    const auto back = takeBackLedgerEdit(table(edit->bytes), vm(102), noNode, *known);
    QVERIFY2(back.has_value(), back ? "" : qPrintable(back.error().code));
    QCOMPARE(back->bytes, before);
    QCOMPARE(back->rowAfter, edit->rowBefore);
}

void LedgerEditTest::what_others_changed_elsewhere_stays()
{
    const auto edit = update("vmid,状态\n102,Docker\n103,Docker\n", QStringLiteral("直装"));
    const auto back = takeBackLedgerEdit(table("vmid,状态\n101,new\n102,直装\n103,sold\n"), vm(102), noNode, *edit);
    QVERIFY(back.has_value());
    QCOMPARE(back->bytes, QByteArray("vmid,状态\n101,new\n102,Docker\n103,sold\n"));
}

void LedgerEditTest::a_row_that_was_changed_since_is_refused_data()
{
    QTest::addColumn<QByteArray>("now");
    QTest::newRow("the cell") << QByteArray("vmid,状态,备注\n102,sold,\n");
    QTest::newRow("another cell of it") << QByteArray("vmid,状态,备注\n102,直装,ask Li\n");
    QTest::newRow("a column put before") << QByteArray("vmid,owner,状态,备注\n102,Li,直装,\n");
}

void LedgerEditTest::a_row_that_was_changed_since_is_refused()
{
    QFETCH(QByteArray, now);
    const auto edit = update("vmid,状态,备注\n102,Docker,\n", QStringLiteral("直装"));
    const auto back = takeBackLedgerEdit(table(now), vm(102), noNode, *edit);
    QVERIFY(!back.has_value());
    QCOMPARE(back.error().code, QStringLiteral("ledger-row-changed"));
    QCOMPARE(back.error().kind, Error::Kind::Refused);
    QCOMPARE(takeBackLedgerEdit(table("vmid,状态,备注\n103,直装,\n"), vm(102), noNode, *edit).error().code,
        QStringLiteral("ledger-vmid-missing"));
}

void LedgerEditTest::two_updates_go_back_in_turn()
{
    const QByteArray before = "vmid,状态\n102,Docker\n";
    const auto first = update(before, QStringLiteral("a"));
    const auto second = update(first->bytes, QStringLiteral("b, quoted"));
    QCOMPARE(takeBackLedgerEdit(table(second->bytes), vm(102), noNode, *first).error().code,
        QStringLiteral("ledger-row-changed"));
    const auto once = takeBackLedgerEdit(table(second->bytes), vm(102), noNode, *second);
    const auto twice = takeBackLedgerEdit(table(once->bytes), vm(102), noNode, *first);
    QVERIFY(twice.has_value());
    QCOMPARE(table(twice->bytes).findRow(vm(102))->texts.value(LedgerColumn::Status), QStringLiteral("Docker"));
}

void LedgerEditTest::a_row_that_is_back_already_wants_nothing()
{
    const QByteArray before = "vmid,状态\n102,Docker\n";
    const auto edit = update(before, QStringLiteral("a"));
    const auto back = takeBackLedgerEdit(table(before), vm(102), noNode, *edit);
    QVERIFY(back.has_value());
    QVERIFY(back->changes.empty());
    QCOMPARE(back->bytes, before);
}

void LedgerEditTest::an_older_journal_says_too_little()
{
    QVERIFY(!ledgerEditFromJson({ { "kind", "x" }, { "path", "/l.csv" }, { "before", "1" }, { "after", "2" } }));
}

QTEST_APPLESS_MAIN(LedgerEditTest)
#include "tst_ledger_edit.moc"
