#include "unit/support/scripted/scripted_desk.h"

#include <QTest>

using namespace undock;
using Kind = TaskOutcome::Kind;

namespace {

const QString path = QStringLiteral("/root/ledger.csv");
const QByteArray docker = "VMID,状态,备注\n102,Docker,a\n103,Docker,b\n";

QByteArray table(const char *ours, const char *theirs = "Docker")
{
    return QByteArray("VMID,状态,备注\n102,") + ours + ",a\n103," + theirs + ",b\n";
}

} // namespace

/// The VM's row in a table on the node: under the run's tasks, beside other people's edits, and taken back.
class LedgerOfARunTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ScriptedWorld> m_world;
    std::unique_ptr<ScriptedDesk> m_desk;

    QByteArray &file() { return m_world->node().files[path]; }
    QStringList troubles(const QString &run) const
    {
        QStringList codes;
        const RunState state = m_desk->state(run);
        for (const Json &trouble : state.troubles())
            codes << stringAt(trouble, "code");
        return codes;
    }
    /// Only the calls that change the table.
    void onSwap(const std::function<Fate(int)> &fate)
    {
        m_world->fate = [fate, swaps = 0](const Call &call) mutable {
            return call.verb == QLatin1String("swap-file") ? fate(++swaps) : Fate::Arrives;
        };
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<ScriptedWorld>();
        m_desk = std::make_unique<ScriptedDesk>(*m_world);
        m_desk->ledger = QStringLiteral("node:") + path;
        file() = docker;
    }

    void a_run_writes_where_it_stands_and_an_undo_goes_back_step_by_step()
    {
        const QString run = m_desk->accepted();
        QCOMPARE(file(), table("直装，待用户验收"));
        QVERIFY(m_desk->carry(run, Task::Kind::DeleteDocker).kind == Kind::Succeeded);
        QCOMPARE(file(), table("直装，已删 Docker"));
        QVERIFY(m_desk->carry(run, Task::Kind::UndoLedger).kind == Kind::Succeeded);
        QCOMPARE(file(), table("直装，待用户验收"));
        QVERIFY(m_desk->carry(run, Task::Kind::UndoLedger).kind == Kind::Succeeded);
        QCOMPARE(file(), docker);
        const TaskOutcome none = m_desk->carry(run, Task::Kind::UndoLedger);
        QVERIFY(none.kind == Kind::Refused);
        QCOMPARE(none.error.code, QStringLiteral("ledger-no-undo"));
        QVERIFY(troubles(run).contains(QStringLiteral("ledger-no-undo")));
    }

    void somebody_elses_edit_in_between_is_kept()
    {
        onSwap([this](int swaps) {
            if (swaps == 1)
                file() = table("Docker", "theirs");
            return Fate::Arrives;
        });
        const QString run = m_desk->newRun();
        QVERIFY(m_desk->carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        QCOMPARE(file(), table("直装，待用户验收", "theirs"));
        QVERIFY(!m_desk->state(run).ledgerIntended());
        QCOMPARE(m_desk->state(run).ledgerChanges().size(), std::size_t(1));
    }

    void a_table_that_never_holds_still_is_left_alone_and_told()
    {
        int tried = 0;
        onSwap([&](int swaps) {
            tried = swaps;
            file() += QByteArray::number(103 + swaps) + ",Docker,c\n";
            return Fate::Arrives;
        });
        const QString run = m_desk->newRun();
        QVERIFY2(m_desk->carry(run, Task::Kind::Migrate).kind == Kind::Succeeded, "the migration is what counts");
        QCOMPARE(tried, 5);
        QVERIFY(file().contains("102,Docker,a\n"));
        QVERIFY(troubles(run).contains(QStringLiteral("file-changed")));
        QVERIFY(!m_desk->state(run).ledgerIntended());
    }

    void a_row_that_is_not_there_is_told_and_keeps_nothing_from_working()
    {
        file() = "VMID,状态\n103,Docker\n";
        const QString run = m_desk->newRun();
        QVERIFY(m_desk->carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        QCOMPARE(file(), QByteArray("VMID,状态\n103,Docker\n"));
        QVERIFY(troubles(run).contains(QStringLiteral("ledger-vmid-missing")));
    }

    void an_update_whose_answer_is_lost_is_looked_up_before_it_is_taken_back_data()
    {
        QTest::addColumn<bool>("made");
        QTest::newRow("it was made") << true;
        QTest::newRow("it never arrived") << false;
    }
    void an_update_whose_answer_is_lost_is_looked_up_before_it_is_taken_back()
    {
        QFETCH(bool, made);
        onSwap([&](int) { return made ? Fate::AnswerLost : Fate::LostOnTheWay; });
        const QString run = m_desk->newRun();
        QVERIFY(m_desk->carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        QVERIFY(m_desk->state(run).ledgerIntended());
        QVERIFY(troubles(run).contains(QStringLiteral("qm-timeout")));
        QCOMPARE(file(), made ? table("直装，待用户验收") : docker);
        m_world->fate = {};
        const TaskOutcome back = m_desk->carry(run, Task::Kind::UndoLedger);
        QVERIFY(back.kind == (made ? Kind::Succeeded : Kind::Refused));
        QCOMPARE(file(), docker);
    }

    void an_undo_whose_answer_is_lost_is_unknown_and_then_told()
    {
        const QString run = m_desk->newRun();
        QVERIFY(m_desk->carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        onSwap([](int) { return Fate::AnswerLost; });
        QVERIFY(m_desk->carry(run, Task::Kind::UndoLedger).kind == Kind::Unknown);
        QCOMPARE(file(), docker);
        m_world->fate = {};
        QVERIFY2(m_desk->carry(run, Task::Kind::UndoLedger).kind == Kind::Succeeded, "it is back already");
        QCOMPARE(file(), docker);
        QVERIFY(!m_desk->state(run).ledgerToUndo());
    }

    void a_row_that_somebody_changed_since_stays_theirs()
    {
        const QString run = m_desk->newRun();
        QVERIFY(m_desk->carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        file() = table("ours, by hand");
        const TaskOutcome back = m_desk->carry(run, Task::Kind::UndoLedger);
        QVERIFY(back.kind == Kind::Refused);
        QCOMPARE(back.error.code, QStringLiteral("ledger-row-changed"));
        QCOMPARE(file(), table("ours, by hand"));
    }

    void only_the_table_that_is_set_here_is_ever_written_data()
    {
        QTest::addColumn<QString>("ledger");
        QTest::newRow("none") << QString();
        QTest::newRow("another on the node") << QStringLiteral("node:/root/other.csv");
    }
    void only_the_table_that_is_set_here_is_ever_written()
    {
        QFETCH(QString, ledger);
        const QString run = m_desk->newRun();
        QVERIFY(m_desk->carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        const QByteArray before = file();
        m_desk->ledger = ledger;
        const TaskOutcome back = m_desk->carry(run, Task::Kind::UndoLedger);
        QVERIFY(back.kind == Kind::Refused);
        QCOMPARE(back.error.code, QStringLiteral("ledger-not-set"));
        QCOMPARE(file(), before);
        QVERIFY(!m_world->node().files.count(QStringLiteral("/root/other.csv")));
    }

    void a_node_that_is_away_leaves_the_table_as_it_is()
    {
        const QString run = m_desk->newRun();
        QVERIFY(m_desk->carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        const QByteArray before = file();
        m_world->node().awayBecause = QStringLiteral("no-route");
        const TaskOutcome away = m_desk->carry(run, Task::Kind::UndoLedger);
        QVERIFY(away.kind == Kind::Unknown);
        QCOMPARE(away.error.code, QStringLiteral("no-route"));
        QCOMPARE(file(), before);
        m_world->node().awayBecause.clear();
        QVERIFY(m_desk->carry(run, Task::Kind::UndoLedger).kind == Kind::Succeeded);
        QCOMPARE(file(), docker);
    }
};

QTEST_GUILESS_MAIN(LedgerOfARunTest)
#include "tst_ledger_of_a_run.moc"
