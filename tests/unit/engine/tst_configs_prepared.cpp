#include "core/base/hash.h"
#include "unit/support/scripted/scripted_desk.h"

#include <QTest>

using namespace undock;
using Kind = TaskOutcome::Kind;

namespace {

const QByteArray openclaw
    = "{\"gateway\":{\"port\":18789,\"auth\":{\"mode\":\"token\",\"token\":\"Gateway-Token-4711\"}}}";
const QByteArray panel = "{\"panel\":{\"listen_host\":\"0.0.0.0\"},\"openclaw\":{},\"reverse_proxy\":{\"kept\":true}}";

Json part(const QByteArray &text, bool converted = false)
{
    // A converted one has the original beside what OpenClaw's own reader made of it.
    const QByteArray original = converted ? "// a comment\n" + text : text;
    Json made = { { "text_b64", original.toBase64().toStdString() }, { "sha256", toStd(sha256Hex(original)) },
        { "converted", converted } };
    if (converted)
        made["json_b64"] = text.toBase64().toStdString();
    return made;
}

/// The step's document, between what it says for people.
QByteArray told(const Json &document)
{
    return "reading the two files\n" + QByteArray::fromStdString(document.dump()) + "\nread\n";
}

QByteArray both(const Json &first = part(openclaw), const Json &second = part(panel))
{
    return told({ { "openclaw", first }, { "panel", second } });
}

} // namespace

/// The two configurations as they are made for the direct version: from what the guest read, or not at all.
class ConfigsPreparedTest : public QObject {
    Q_OBJECT

    /// The newest value of the step that was sent, as the journal shows it.
    static QString sent(const ScriptedDesk &desk, const QString &run, const char *step, const char *value)
    {
        QString found;
        for (const JournalEvent &event : desk.events(run)) {
            if (event.is(event::begin) && stringAt(event.data, "step") == QLatin1String(step))
                found = stringAt(event.data["values"], value);
        }
        return found;
    }
    static QMap<QString, Json> diffs(const ScriptedDesk &desk, const QString &run)
    {
        QMap<QString, Json> all;
        for (const JournalEvent &event : desk.events(run)) {
            if (event.is(event::configDiff))
                all[stringAt(event.data, "file")] = event.data;
        }
        return all;
    }
    static QString textOf(const ScriptedDesk &desk, const QString &run)
    {
        QString all;
        for (const JournalEvent &event : desk.events(run))
            all += toQt(event.data.dump());
        return all;
    }

private Q_SLOTS:
    void what_was_read_is_what_is_made_anew_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QString>("panelSum");
        QTest::newRow("both") << both() << sha256Hex(panel);
        QTest::newRow("with comments") << both(part(openclaw, true), part(panel, true))
                                       << sha256Hex("// a comment\n" + panel);
        QTest::newRow("no panel's") << told({ { "openclaw", part(openclaw) } }) << QStringLiteral("missing");
    }
    void what_was_read_is_what_is_made_anew()
    {
        QFETCH(QByteArray, document);
        QFETCH(QString, panelSum);
        ScriptedWorld world;
        ScriptedDesk desk(world);
        world.guest().configsTold = document;
        const QString run = desk.newRun();
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        QCOMPARE(sent(desk, run, "f-config", "panel_config_sha256"), panelSum);
        QVERIFY(sent(desk, run, "e-config", "config_new").startsWith(QLatin1String("(secret, ")));
        const auto changes = diffs(desk, run);
        QCOMPARE(changes.keys(), (QStringList{ QStringLiteral("openclaw.json"), QStringLiteral("panel.config.json") }));
        QVERIFY2(changes[QStringLiteral("openclaw.json")].dump().find("/gateway/port") != std::string::npos,
            changes[QStringLiteral("openclaw.json")].dump().c_str());
    }

    void what_the_vm_names_as_secret_is_never_written_down()
    {
        const QByteArray fromEnvironment = "Environment-Secret-0815", fromConfig = "Gateway-Token-4711";
        ScriptedWorld world;
        ScriptedDesk desk(world);
        world.guest().configsTold = told({ { "openclaw", part(openclaw) }, { "panel", part(panel) },
            { "known_b64", Json::array({ 5, fromEnvironment.toBase64().toStdString() }) } });
        Play play;
        play.output = "it was started with " + fromEnvironment + " and " + fromConfig + "\n";
        world.guest().always("b-archive", play);
        const QString run = desk.accepted();
        // By a program that was just started, too, before it has written anything.
        world.guest().next("i-save", play);
        QVERIFY(desk.carry(run, Task::Kind::DeleteDocker).kind == Kind::Succeeded);
        const QString all = textOf(desk, run);
        QCOMPARE(int(all.count(QLatin1String("it was started with"))), 2);
        QVERIFY(!all.contains(QString::fromLatin1(fromEnvironment)));
        QVERIFY(!all.contains(QString::fromLatin1(fromConfig)));
    }

    void what_cannot_be_made_stops_the_run_before_anything_is_changed_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QString>("where");
        QTest::newRow("no document") << QByteArray("said something\n") << QStringLiteral("a-config");
        QTest::newRow("a broken document") << QByteArray("{\"openclaw\":\n") << QStringLiteral("a-config");
        QTest::newRow("no openclaw.json") << told({ { "panel", part(panel) } }) << QStringLiteral("a-config");
        QTest::newRow("openclaw.json is no part") << told({ { "openclaw", "text" } }) << QStringLiteral("a-config");
        QTest::newRow("openclaw.json is broken") << both(part("{\"gateway\":")) << QStringLiteral("openclaw.json");
        QTest::newRow("openclaw.json is a list") << both(part("[]")) << QStringLiteral("openclaw.json");
        QTest::newRow("the panel's is broken")
            << both(part(openclaw), part("{\"panel\":")) << QStringLiteral("panel.config.json");
    }
    void what_cannot_be_made_stops_the_run_before_anything_is_changed()
    {
        QFETCH(QByteArray, document);
        QFETCH(QString, where);
        ScriptedWorld world;
        ScriptedDesk desk(world);
        world.guest().configsTold = document;
        const QString run = desk.newRun();
        const TaskOutcome outcome = desk.carry(run, Task::Kind::Migrate);
        QVERIFY(outcome.kind == Kind::Refused);
        QVERIFY2(outcome.error.where.startsWith(where), qPrintable(describe(outcome.error)));
        QVERIFY(!world.guest().truth.backup);
        QVERIFY(world.guest().truth.dockerRuns);
        QVERIFY(!desk.state(run).latest(StepRole::MakesBackup));
        QVERIFY2(world.node().cards.empty(), "the VM is given back");
    }

    void a_program_that_was_just_started_makes_them_again_and_tells_their_changes_once()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        world.guest().configsTold = both();
        world.guest().next("e-config", Play::fails("step-aborted"));
        const QString run = desk.newRun();
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::FailedSafe);
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        QCOMPARE(sent(desk, run, "f-config", "panel_config_sha256"), sha256Hex(panel));
        QCOMPARE(desk.types(run).count(QLatin1String(event::configDiff)), 2);
    }

    void a_vm_that_cannot_be_asked_for_what_it_read_has_refused_nothing()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        world.guest().configsTold = both();
        world.fate
            = [](const Call &call) { return call.verb == QLatin1String("fetch") ? Fate::LostOnTheWay : Fate::Arrives; };
        const QString run = desk.newRun();
        const TaskOutcome outcome = desk.carry(run, Task::Kind::Migrate);
        QCOMPARE(outcome.error.code, QStringLiteral("qm-timeout"));
        QVERIFY(outcome.kind == Kind::Unknown);
        QVERIFY(!desk.state(run).latest(StepRole::MakesBackup));
        world.fate = {};
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
    }

    void what_was_read_and_cannot_be_had_again_is_unknown_and_goes_on_later()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        world.guest().configsTold = both();
        world.guest().next("d-install", Play::fails("installer-failed"));
        const QString run = desk.newRun();
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::FailedSafe);
        world.guest().ran.clear();
        world.fate
            = [](const Call &call) { return call.verb == QLatin1String("fetch") ? Fate::LostOnTheWay : Fate::Arrives; };
        const TaskOutcome outcome = desk.carry(run, Task::Kind::Migrate);
        QVERIFY(outcome.kind == Kind::Unknown);
        QCOMPARE(outcome.error.code, QStringLiteral("qm-timeout"));
        QVERIFY(!world.guest().ran.contains(QStringLiteral("e-config")));
        world.fate = {};
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
    }

    // -- somebody saves while the run is under way --

    void what_changed_after_it_was_read_is_read_again_data()
    {
        QTest::addColumn<QString>("code"); // of e-config
        QTest::addColumn<QString>("step"); // that is sent again
        QTest::addColumn<QString>("value"); // which says what it was made from
        QTest::addColumn<QByteArray>("from");
        const QByteArray anew = "{\"gateway\":{\"port\":18789},\"saved\":true}";
        QTest::newRow("openclaw.json") << QStringLiteral("config-changed") << QStringLiteral("e-config")
                                       << QStringLiteral("config_sha256") << anew;
        QTest::newRow("the panel's") << QStringLiteral("panel-config-changed") << QStringLiteral("f-config")
                                     << QStringLiteral("panel_config_sha256") << anew;
    }
    void what_changed_after_it_was_read_is_read_again()
    {
        QFETCH(QString, step);
        QFETCH(QString, code);
        QFETCH(QString, value);
        QFETCH(QByteArray, from);
        for (const char *order : { "procedure", "early" }) {
            ScriptedWorld world;
            ScriptedDesk desk(world);
            ScriptedGuest &guest = world.guest();
            guest.configsTold = both();
            guest.next("e-config", Play::fails(code.toLatin1().constData()));
            guest.onStep = [&](const QString &begun) {
                if (begun == QLatin1String("e-config"))
                    guest.configsTold = both(part(from), part(from));
            };
            const QString run = desk.newRun(102, { { QStringLiteral("order"), QString::fromLatin1(order) } });
            const TaskOutcome outcome = desk.carry(run, Task::Kind::Migrate);
            QCOMPARE(outcome.error.what, QString());
            QVERIFY(outcome.kind == Kind::Succeeded);
            QCOMPARE(int(guest.ran.count(QStringLiteral("a-config"))), 2);
            QCOMPARE(int(guest.ran.count(QStringLiteral("e-environment"))), 2); // the token may stand in either place
            QCOMPARE(sent(desk, run, step.toLatin1().constData(), value.toLatin1().constData()), sha256Hex(from));
            QCOMPARE(world.broken(), QStringList());
        }
    }

    void a_container_that_was_made_anew_has_its_environment_read_again()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        world.guest().next("c-stop", Play::fails("container-changed"));
        const QString run = desk.newRun(102, { { QStringLiteral("order"), QStringLiteral("early") } });
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        const QStringList &ran = world.guest().ran;
        QCOMPARE(int(ran.count(QStringLiteral("e-environment"))), 2);
        QCOMPARE(int(ran.count(QStringLiteral("a-config"))), 1);
        QVERIFY(ran.lastIndexOf(QStringLiteral("e-environment")) < ran.lastIndexOf(QStringLiteral("c-stop")));
        QCOMPARE(world.broken(), QStringList());
    }

    void what_changes_again_and_again_ends_the_run_as_failed()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        world.guest().always("e-config", Play::fails("config-changed"));
        const QString run = desk.newRun();
        const TaskOutcome outcome = desk.carry(run, Task::Kind::Migrate);
        QVERIFY(outcome.kind == Kind::FailedSafe);
        QCOMPARE(outcome.error.code, QStringLiteral("config-changed"));
        QCOMPARE(int(world.guest().ran.count(QStringLiteral("e-config"))), 4);
        QVERIFY(desk.carry(run, Task::Kind::RollBack).kind == Kind::Succeeded);
    }

    void what_cannot_be_read_again_is_where_the_run_stops()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        world.guest().next("e-config", Play::fails("config-changed"));
        world.guest().onStep = [&](const QString &begun) {
            if (begun == QLatin1String("e-config"))
                world.guest().always("a-config", Play::fails("config-broken"));
        };
        const QString run = desk.newRun();
        const TaskOutcome outcome = desk.carry(run, Task::Kind::Migrate);
        QVERIFY(outcome.kind == Kind::FailedSafe);
        QCOMPARE(outcome.error.code, QStringLiteral("config-broken"));
        world.guest().onStep = {};
        world.guest().forget("a-config");
        // What was read in the meantime may be no configuration at all.
        world.guest().next("e-config", Play::fails("config-changed"));
        world.guest().configsTold = QByteArray("said something\n");
        const TaskOutcome none = desk.carry(run, Task::Kind::Migrate);
        QVERIFY(none.kind == Kind::Unknown || none.kind == Kind::Refused);
        QCOMPARE(none.error.code, QStringLiteral("config-unreadable"));
    }
};

QTEST_GUILESS_MAIN(ConfigsPreparedTest)
#include "tst_configs_prepared.moc"
