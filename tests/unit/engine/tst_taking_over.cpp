#include "core/base/hash.h"
#include "core/text/phrase.h"
#include "engine/run/adopt.h"
#include "unit/support/scripted/scripted_desk.h"

#include <QTest>

using namespace undock;
using Kind = TaskOutcome::Kind;

namespace {

RunParameters asked()
{
    return *makeRunParameters({ { QStringLiteral("vmid"), QStringLiteral("102") },
        { QStringLiteral("node"), QStringLiteral("root@192.0.2.1") },
        { QStringLiteral("operator"), QStringLiteral("韩梅梅") } });
}

} // namespace

/// A run goes from one desk to another: with its VM, or not at all.
class TakingOverTest : public QObject {
    Q_OBJECT

    static Result<QString> take(
        ScriptedWorld &world, ScriptedDesk &desk, std::stop_token stop = {}, const Adoption &adoption = {})
    {
        NobodyAsked nobody;
        return adoptRun(asked(), DeskSettings(), desk.store, nobody, adoption, stop, world);
    }
    static QString codeOf(const Result<QString> &taken) { return taken ? QStringLiteral("taken") : taken.error().code; }
    /// A run that failed on its way; its VM holds the copy of its journal, and its desk is gone.
    static QString leftBy(ScriptedWorld &world, ScriptedDesk &desk)
    {
        world.guest().next("d-install", Play::fails("installer-failed"));
        const QString run = desk.newRun();
        desk.carry(run, Task::Kind::Migrate);
        return run;
    }
    /// The same journal with one more line, whose chain holds: what root of the VM can always write.
    QByteArray forged(const QByteArray &journal)
    {
        const QString path = m_folder.filePath(QStringLiteral("forged"));
        QFile::remove(path);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(journal) != journal.size())
            return {};
        file.close();
        auto writer = JournalWriter::open(path);
        if (!writer || !(*writer)->append(event::operatorNote, { { "text", "all is well" } }))
            return {};
        writer->reset();
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void a_run_that_another_desk_began()
    {
        ScriptedWorld world;
        ScriptedDesk first(world);
        ScriptedDesk second(world);
        world.guest().next("d-install", Play::fails("installer-failed"));
        const QString run = first.newRun();
        QVERIFY(first.carry(run, Task::Kind::Migrate).kind == Kind::FailedSafe);
        const auto taken = take(world, second);
        QVERIFY2(taken.has_value(), qPrintable(taken ? QString() : describe(taken.error())));
        QCOMPARE(*taken, run);
        QCOMPARE(world.node().cards[102].holder, QStringLiteral("韩梅梅"));
        QVERIFY(second.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        QCOMPARE(world.broken(), QStringList());
    }

    /// Wherever it is stopped, or an answer is lost: the run is here, or its VM is not held for a run that nobody has.
    void one_that_is_stopped_on_its_way_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<bool>("stopped");
        for (const bool stopped : { true, false }) {
            for (int number = 1; number <= 6; ++number)
                QTest::addRow("call %d %s", number, stopped ? "stopped" : "lost") << number << stopped;
        }
    }
    void one_that_is_stopped_on_its_way()
    {
        QFETCH(int, number);
        QFETCH(bool, stopped);
        ScriptedWorld world;
        ScriptedDesk first(world);
        ScriptedDesk second(world);
        world.guest().next("d-install", Play::fails("installer-failed"));
        const QString run = first.newRun();
        first.carry(run, Task::Kind::Migrate);
        world.node().cards.clear();
        world.calls.clear();
        std::stop_source stop;
        world.fate = [&](const Call &call) {
            if (call.number != number)
                return Fate::Arrives;
            if (stopped)
                stop.request_stop();
            return stopped ? Fate::Arrives : Fate::AnswerLost;
        };
        const auto taken = take(world, second, stop.get_token());
        QVERIFY2(int(world.calls.size()) >= number, "fewer calls than thought");
        QCOMPARE(taken.has_value(), second.store.runs().contains(run));
        QCOMPARE(taken.has_value(), world.node().cards.count(102) == 1);
        if (stopped && number < 6)
            QVERIFY(!taken.has_value());
        world.fate = {};
        if (!taken)
            QVERIFY(take(world, second).has_value());
        QVERIFY(second.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
    }

    void a_copy_that_a_desk_gave_there_proves_itself()
    {
        ScriptedWorld world;
        ScriptedDesk first(world);
        ScriptedDesk second(world);
        const QString run = leftBy(world, first);
        const QByteArray copy = world.guest().noteOf(run);
        QVERIFY2(world.node().journals[102].sums.contains(sha256Hex(copy).toLatin1()), "the node does not know it");
        QCOMPARE(codeOf(take(world, second)), QStringLiteral("taken"));
        const auto lines = second.events(run);
        QVERIFY(!lines.back().data.contains("accepted_copy"));
    }

    void there_must_be_a_run_and_a_way_there()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        const auto none = take(world, desk);
        QCOMPARE(codeOf(none), QStringLiteral("nothing-to-adopt"));
        QVERIFY(none.error().kind == Error::Kind::Refused);
        world.node().awayBecause = QStringLiteral("no-route");
        QCOMPARE(codeOf(take(world, desk)), QStringLiteral("no-route"));
        QVERIFY(world.node().cards.empty());
        QVERIFY(desk.store.runs().isEmpty());
    }

    void a_run_that_is_here_is_not_taken_again()
    {
        ScriptedWorld world;
        ScriptedDesk first(world);
        const QString run = leftBy(world, first);
        const auto before = first.events(run).size();
        QCOMPARE(codeOf(take(world, first)), QStringLiteral("run-is-here"));
        QCOMPARE(first.events(run).size(), before);
        QVERIFY(first.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        QCOMPARE(world.broken(), QStringList());
    }

    /// The VM may hold the journal of another VM's run under the name of its own.
    void a_copy_of_another_run_or_of_none_is_not_taken()
    {
        ScriptedWorld world;
        ScriptedDesk first(world);
        ScriptedDesk second(world);
        const QString run = leftBy(world, first);
        QFile other(first.store.journalPath(first.newRun(103)));
        QVERIFY(other.open(QIODevice::ReadOnly));
        world.guest().note(run, other.readAll());
        QCOMPARE(codeOf(take(world, second)), QStringLiteral("journal-of-another"));
        world.guest().note(run, "no journal\n");
        QVERIFY(!take(world, second).has_value());
        QVERIFY(second.store.runs().isEmpty());
    }

    void other_sources_are_gone_on_with_only_where_a_person_accepts_just_these()
    {
        ScriptedWorld world;
        ScriptedDesk first(world);
        world.guest().next("d-install", Play::fails("installer-failed"));
        const QString run = first.newRun(102, { { QStringLiteral("panel_repo"), QStringLiteral("elsewhere/panel") } });
        QVERIFY(first.carry(run, Task::Kind::Migrate).kind == Kind::FailedSafe);
        const qint64 generation = world.node().generations[102];
        const auto differ = [&](const Adoption &adoption) {
            ScriptedDesk desk(world);
            const auto taken = take(world, desk, {}, adoption);
            if (!taken)
                return taken.error().code + QLatin1Char(' ') + taken.error().what;
            return stringAt(desk.events(run).back().data, "accepted_sources");
        };
        const QString refused = differ({});
        QVERIFY2(refused.startsWith(QLatin1String("sources-differ panel_repo: ")), qPrintable(refused));
        QVERIFY(refused.contains(QLatin1String("elsewhere/panel")));
        QCOMPARE(world.node().generations[102], generation);
        Adoption adoption;
        adoption.acceptedDifferences = QStringLiteral("panel_repo: something else");
        QVERIFY(differ(adoption).startsWith(QLatin1String("sources-differ")));
        const QString what = refused.section(QLatin1Char(' '), 1);
        adoption.acceptedDifferences = what;
        QCOMPARE(differ(adoption), what);
        Adoption any;
        any.acceptSources = true;
        QCOMPARE(differ(any), what);
    }

    void sources_that_change_while_the_run_is_taken_were_accepted_by_nobody()
    {
        ScriptedWorld world;
        ScriptedDesk first(world);
        ScriptedDesk second(world);
        const QString run = leftBy(world, first);
        QTemporaryDir folder;
        const QByteArray copy = world.guest().noteOf(run);
        // The same run, said to install from elsewhere.
        QByteArray forgedCopy;
        {
            const QString path = folder.filePath(QStringLiteral("forged"));
            auto writer = JournalWriter::open(path);
            QVERIFY(writer);
            for (JournalEvent event : readJournal(copy).events) {
                if (event.is(event::runCreated))
                    event.data["params"]["panel_repo"] = "elsewhere/panel";
                QVERIFY((*writer)->append(event.type.toLatin1().constData(), event.data));
            }
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            forgedCopy = file.readAll();
        }
        world.node().journals[102].sums << sha256Hex(forgedCopy).toLatin1();
        int reads = 0;
        world.fate = [&](const Call &call) {
            if (call.verb == QLatin1String("read-note") && ++reads == 2)
                world.guest().note(run, forgedCopy);
            return Fate::Arrives;
        };
        QCOMPARE(codeOf(take(world, second)), QStringLiteral("sources-differ"));
        QCOMPARE(reads, 2);
        QVERIFY(second.store.runs().isEmpty());
        QVERIFY2(world.node().cards.empty(), "the VM is given back");
    }

    void a_forged_copy_is_told_and_not_acted_on()
    {
        ScriptedWorld world;
        ScriptedDesk first(world);
        ScriptedDesk second(world);
        const QString run = leftBy(world, first);
        const QByteArray copy = forged(world.guest().noteOf(run));
        QVERIFY(!copy.isEmpty());
        world.guest().note(run, copy);
        const auto cards = world.node().generations[102];
        const auto taken = take(world, second);
        QCOMPARE(codeOf(taken), QStringLiteral("copy-unproven"));
        for (const QString &told : { run, sha256Hex(copy), QStringLiteral("other copies of this run's journal") })
            QVERIFY2(taken.error().what.contains(told), qPrintable(taken.error().what));
        QVERIFY(inEnglish(taken.error().cure).contains(QStringLiteral("--ack unproven-copy")));
        QVERIFY(second.store.runs().isEmpty());
        QCOMPARE(world.node().generations[102], cards); // the VM is still the first desk's
    }

    void an_older_copy_is_no_proof_of_where_the_run_stands()
    {
        ScriptedWorld world;
        ScriptedDesk first(world);
        ScriptedDesk second(world);
        const QString run = leftBy(world, first);
        const QByteArray older = world.guest().noteOf(run);
        QVERIFY(first.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        QVERIFY(world.guest().noteOf(run) != older);
        world.guest().note(run, older);
        QCOMPARE(codeOf(take(world, second)), QStringLiteral("copy-unproven"));
    }

    void the_last_copy_of_an_earlier_run_is_not_the_vms_newest()
    {
        ScriptedWorld world;
        ScriptedDesk first(world);
        ScriptedDesk second(world);
        const QString earlier = leftBy(world, first);
        const remote::JournalSums before = world.node().journals[102];
        QCOMPARE(before.run, earlier);
        world.node().journals[102] = { QStringLiteral("102-20300101-000000-ffff"), before.sums };
        const auto taken = take(world, second);
        QCOMPARE(codeOf(taken), QStringLiteral("copy-unproven"));
        QVERIFY(taken.error().what.contains(QStringLiteral("a later copy, of run 102-20300101-000000-ffff")));
    }

    /// A program of before, which told the node nothing, or a node that was installed anew.
    void a_copy_without_a_proof_is_taken_by_name_only()
    {
        ScriptedWorld world;
        ScriptedDesk first(world);
        ScriptedDesk second(world);
        const QString run = leftBy(world, first);
        world.node().journals.clear();
        const auto refused = take(world, second);
        QCOMPARE(codeOf(refused), QStringLiteral("copy-unproven"));
        QVERIFY(refused.error().what.contains(QStringLiteral("no copy of this VM's journal")));
        Adoption adoption;
        adoption.acceptedCopy = QStringLiteral("another copy");
        QCOMPARE(codeOf(take(world, second, {}, adoption)), QStringLiteral("copy-unproven"));
        adoption.acceptedCopy = refused.error().what;
        QCOMPARE(codeOf(take(world, second, {}, adoption)), QStringLiteral("taken"));
        const QString kept = stringAt(second.events(run).back().data, "accepted_copy");
        QCOMPARE(kept, refused.error().what);
        // Its next copy is proved again.
        QVERIFY(second.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        ScriptedDesk third(world);
        QCOMPARE(codeOf(take(world, third)), QStringLiteral("taken"));
    }

    void what_was_accepted_on_the_command_line_is_what_is_taken()
    {
        ScriptedWorld world;
        ScriptedDesk first(world);
        ScriptedDesk second(world);
        const QString run = leftBy(world, first);
        world.node().journals.clear();
        Adoption byName;
        byName.acceptUnproven = true;
        const QByteArray other = forged(world.guest().noteOf(run));
        int reads = 0;
        world.fate = [&](const Call &call) {
            if (call.verb == QLatin1String("read-note") && ++reads == 2)
                world.guest().note(run, other);
            return Fate::Arrives;
        };
        QCOMPARE(codeOf(take(world, second, {}, byName)), QStringLiteral("copy-unproven"));
        QVERIFY(second.store.runs().isEmpty());
        QCOMPARE(world.node().cards.count(102), std::size_t(0));
        world.fate = {};
        QCOMPARE(codeOf(take(world, second, {}, byName)), QStringLiteral("taken"));
    }

    void what_the_node_cannot_say_is_not_taken_for_no_proof()
    {
        ScriptedWorld world;
        ScriptedDesk first(world);
        ScriptedDesk second(world);
        leftBy(world, first);
        world.fate = [](const Call &call) {
            return call.verb == QLatin1String("journal-sums") ? Fate::AnswerLost : Fate::Arrives;
        };
        Adoption byName;
        byName.acceptUnproven = true;
        const auto taken = take(world, second, {}, byName);
        QVERIFY(!taken.has_value());
        QVERIFY(taken.error().kind == Error::Kind::Unknown);
    }

    /// Whatever is lost of a copy on its way, and whenever its desk dies: what lies in the VM afterwards is proved.
    void a_copy_that_is_lost_on_its_way_leaves_a_proved_one_data()
    {
        QTest::addColumn<QString>("verb");
        QTest::addColumn<int>("fate");
        for (const char *verb : { "copy-sent", "note", "copy-arrived" }) {
            for (const auto &[fate, name] : { std::pair(Fate::LostOnTheWay, "lost"), { Fate::AnswerLost, "unanswered" },
                     { Fate::DeskDiesBefore, "desk dies before" }, { Fate::DeskDiesAfter, "desk dies after" } })
                QTest::addRow("%s %s", verb, name) << QString::fromLatin1(verb) << int(fate);
        }
    }
    void a_copy_that_is_lost_on_its_way_leaves_a_proved_one()
    {
        QFETCH(QString, verb);
        QFETCH(int, fate);
        for (int which = 1;; ++which) {
            ScriptedWorld world;
            ScriptedDesk first(world);
            ScriptedDesk second(world);
            int seen = 0;
            world.fate
                = [&](const Call &call) { return call.verb == verb && ++seen == which ? Fate(fate) : Fate::Arrives; };
            const QString run = first.newRun();
            first.carry(run, Task::Kind::Migrate);
            world.fate = {};
            if (seen < which) {
                QVERIFY2(which > 1, "no copy was made");
                return;
            }
            if (world.guest().noteOf(run).isEmpty())
                continue; // the first copy never came: there is nothing to take over yet
            const auto taken = take(world, second);
            QVERIFY2(taken.has_value(), qPrintable(taken ? QString() : describe(taken.error())));
        }
    }

    void a_desk_that_was_taken_over_proves_nothing_more()
    {
        ScriptedWorld world;
        ScriptedDesk first(world);
        const QString run = first.newRun();
        int copies = 0;
        world.fate = [&](const Call &call) {
            if (call.verb == QLatin1String("copy-sent") && ++copies == 2)
                world.takeOver(102, QStringLiteral("102-20300101-000000-ffff"));
            return Fate::Arrives;
        };
        first.carry(run, Task::Kind::Migrate);
        QVERIFY2(copies >= 2, "fewer copies than thought");
        // Nor does it put anything into the VM: what lies there is still the copy that was proved.
        QVERIFY(world.node().journals[102].sums.contains(sha256Hex(world.guest().noteOf(run)).toLatin1()));
    }
};

QTEST_GUILESS_MAIN(TakingOverTest)
#include "tst_taking_over.moc"
