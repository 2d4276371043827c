#include "core/housekeeping/leftover.h"
#include "unit/support/scripted/scripted_desk.h"

#include <QTest>

using namespace undock;
using Kind = TaskOutcome::Kind;

namespace {

const QString archives = QStringLiteral("/root/migrate-backup-102-2026-02-20_093000");
const QString before = QStringLiteral("/root/.openclaw.before-102-20260220-093000-abcd");
const QString current = QStringLiteral("/root/.openclaw.rolledback-102-20260220-093000-abcd");

Task removal(const QStringList &paths)
{
    Task task;
    task.kind = Task::Kind::RemoveLeftovers;
    task.items = paths;
    return task;
}

} // namespace

/// What migrations left behind goes one by one, each by name and as it was listed; the first refusal ends the rest.
class LeftoversGoTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ScriptedWorld> m_world;
    std::unique_ptr<ScriptedDesk> m_desk;
    QString m_run;

    ScriptedGuest &guest() { return m_world->guest(); }
    qsizetype times(const char *step) { return guest().ran.count(QLatin1String(step)); }
    /// The paths that were sent to the guest for removal, as the journal has them.
    QStringList sent(const char *value = "item") const
    {
        QStringList paths;
        for (const JournalEvent &event : m_desk->events(m_run)) {
            if (event.is(event::begin) && stringAt(event.data, "step") == QLatin1String("k-remove"))
                paths << stringAt(event.data["values"], value);
        }
        return paths;
    }
    TaskOutcome list() { return m_desk->carry(m_run, Task::Kind::ListLeftovers); }
    TaskOutcome remove(const QStringList &paths) { return m_desk->carry(m_run, removal(paths)); }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<ScriptedWorld>();
        m_desk = std::make_unique<ScriptedDesk>(*m_world);
        Play listed;
        const QString fact = QStringLiteral("leftover");
        listed.facts
            = { { fact, QStringLiteral("backup - 1000 4 1771550000 11-1 102-20260220-093000-abcd ") + archives },
                  { fact, QStringLiteral("before - 2000 5 1771550000 11-2 - ") + before },
                  { fact, QStringLiteral("rolled-back newest 3000 6 1771550000 11-3 - ") + current } };
        guest().always("k-list", listed);
        m_run = m_desk->newRun();
    }
    void cleanup()
    {
        QCOMPARE(m_world->broken(), QStringList());
        QCOMPARE(m_desk->differs, QStringList());
    }

    void what_is_there_is_listed_with_what_of_it_may_go()
    {
        QVERIFY(list().kind == Kind::Succeeded);
        const auto listed = listedLeftovers(m_desk->state(m_run));
        QVERIFY(listed);
        QCOMPARE(listed->size(), std::size_t(3));
        QVERIFY(listed->at(0).removable() && listed->at(1).removable() && !listed->at(2).removable());
        QVERIFY2(m_world->node().cards.empty(), "the VM is given back");
    }

    void what_is_named_goes_one_by_one_and_is_listed_again()
    {
        QVERIFY(list().kind == Kind::Succeeded);
        QVERIFY(remove({ before, archives }).kind == Kind::Succeeded);
        QCOMPARE(sent(), (QStringList{ before, archives }));
        QCOMPARE(sent("seen"), (QStringList{ QStringLiteral("11-2"), QStringLiteral("11-1") }));
        QCOMPARE(sent("confirm").first(), QStringLiteral("k-remove:") + m_run);
        QCOMPARE(guest().ran.mid(1),
            (QStringList{ QStringLiteral("k-remove"), QStringLiteral("k-remove"), QStringLiteral("k-list") }));
        QVERIFY2(!guest().noteOf(m_run).isEmpty(), "the copy of the journal in the VM tells of it");
    }

    void what_was_not_listed_just_before_is_not_removed()
    {
        QCOMPARE(remove({ archives }).error.code, QStringLiteral("leftovers-not-listed"));
        QVERIFY(list().kind == Kind::Succeeded);
        QCOMPARE(remove({}).error.code, QStringLiteral("leftovers-not-listed"));
        guest().next("k-list", Play::fails("step-aborted"));
        guest().next("k-remove", Play::fails("item-changed"));
        QVERIFY(remove({ archives }).kind == Kind::FailedSafe);
        const TaskOutcome again = remove({ before });
        QVERIFY(again.kind == Kind::Refused);
        QCOMPARE(again.error.code, QStringLiteral("leftovers-not-listed"));
        QCOMPARE(times("k-remove"), 1);
    }

    void one_name_that_is_wrong_keeps_all_of_them_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("code");
        QTest::newRow("not listed") << QStringLiteral("/root/migrate-backup-103-2026-02-20_093000")
                                    << QStringLiteral("leftover-unknown");
        QTest::newRow("a folder above") << QStringLiteral("/root") << QStringLiteral("leftover-unknown");
        QTest::newRow("must stay") << current << QStringLiteral("leftover-stays");
    }
    void one_name_that_is_wrong_keeps_all_of_them()
    {
        QFETCH(QString, path);
        QFETCH(QString, code);
        QVERIFY(list().kind == Kind::Succeeded);
        const TaskOutcome outcome = remove({ archives, path });
        QVERIFY(outcome.kind == Kind::Refused);
        QCOMPARE(outcome.error.code, code);
        QVERIFY2(outcome.error.what.contains(path), qPrintable(outcome.error.what));
        QCOMPARE(times("k-remove"), 0);
    }

    void after_the_first_that_fails_no_other_is_tried()
    {
        QVERIFY(list().kind == Kind::Succeeded);
        guest().next("k-remove", Play::fails("item-changed"));
        const TaskOutcome outcome = remove({ archives, before });
        QVERIFY(outcome.kind == Kind::FailedSafe);
        QCOMPARE(outcome.error.code, QStringLiteral("item-changed"));
        QCOMPARE(sent(), QStringList{ archives });
        QCOMPARE(times("k-list"), 1);
    }

    void whoever_pauses_stops_between_two_of_them_data()
    {
        QTest::addColumn<bool>("cancel");
        QTest::newRow("a pause") << false;
        QTest::newRow("an end") << true; // a removal under way is not cut in half
    }
    void whoever_pauses_stops_between_two_of_them()
    {
        QFETCH(bool, cancel);
        QVERIFY(list().kind == Kind::Succeeded);
        guest().onStep = [&](const QString &step) {
            if (step == QLatin1String("k-remove"))
                (cancel ? m_desk->control->cancel : m_desk->control->pause) = true;
        };
        QVERIFY(remove({ archives, before }).kind == Kind::WaitsForPerson);
        QCOMPARE(sent(), QStringList{ archives });
        const RunState state = m_desk->state(m_run);
        QVERIFY(state.latest(u"k-remove")->green());
        QVERIFY(state.paused());
    }

    void a_removal_whose_answer_is_lost_is_asked_about_and_runs_once()
    {
        QVERIFY(list().kind == Kind::Succeeded);
        bool lost = false;
        m_world->fate = [&](const Call &call) {
            const bool now = call.verb == QLatin1String("start") && call.about == QLatin1String("k-remove") && !lost;
            lost = lost || now;
            return now ? Fate::AnswerLost : Fate::Arrives;
        };
        QVERIFY(remove({ archives }).kind == Kind::Succeeded);
        QVERIFY(lost);
        QCOMPARE(times("k-remove"), 1);
    }

    void nothing_is_begun_while_an_earlier_end_is_not_known_data()
    {
        QTest::addColumn<int>("kind");
        for (const Task::Kind kind : { Task::Kind::Scan, Task::Kind::Migrate, Task::Kind::CheckAgain,
                 Task::Kind::Accept, Task::Kind::DeleteDocker, Task::Kind::DeleteImages, Task::Kind::RollBack,
                 Task::Kind::Restore, Task::Kind::ListLeftovers, Task::Kind::RemoveLeftovers, Task::Kind::FetchEvidence,
                 Task::Kind::RestoreConfig })
            QTest::addRow("%s", qPrintable(taskName(kind))) << int(kind);
    }
    void nothing_is_begun_while_an_earlier_end_is_not_known()
    {
        QFETCH(int, kind);
        const QString run = m_desk->accepted(103);
        Play slow;
        slow.seconds = 300;
        ScriptedGuest &vm = m_world->guest(103);
        vm.next("k-list", slow);
        m_world->fate = [](const Call &call) {
            return call.verb == QLatin1String("start") && call.about == QLatin1String("k-list") ? Fate::DeskDiesAfter
                                                                                                : Fate::Arrives;
        };
        m_desk->carry(run, Task::Kind::ListLeftovers);
        QVERIFY(m_desk->died);
        vm.ran.clear();
        m_world->fate = [](const Call &call) {
            return call.verb == QLatin1String("report") || call.verb == QLatin1String("follow") ? Fate::NotSent
                                                                                                : Fate::Arrives;
        };
        Task task = removal({ archives });
        task.kind = Task::Kind(kind);
        const TaskOutcome outcome = m_desk->carry(run, task);
        QVERIFY2(outcome.kind == Kind::Unknown, qPrintable(outcome.error.code));
        QCOMPARE(vm.ran, QStringList());
        QVERIFY(!m_desk->state(run).unsettled().empty());
        QVERIFY2(m_world->node().cards.count(103), "something may be at work: the VM is not given away");
        // Asked again when it answers, the task does what it does.
        m_world->fate = {};
        QVERIFY(m_desk->carry(run, Task::Kind::ListLeftovers).kind == Kind::Succeeded);
    }
};

QTEST_GUILESS_MAIN(LeftoversGoTest)
#include "tst_leftovers_go.moc"
