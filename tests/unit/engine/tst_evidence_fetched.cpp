#include "core/base/hash.h"
#include "core/record/evidence.h"
#include "unit/support/scripted/scripted_desk.h"

#include <QFileInfo>
#include <QTest>

using namespace undock;
using Kind = TaskOutcome::Kind;

namespace {

QByteArray outputOf(const char *step)
{
    return QByteArray(step) + " wrote much\nend\n";
}

} // namespace

/// Outputs that stayed in the guest because they are large: fetched, proven, kept beside the journal; or told why not.
class EvidenceFetchedTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ScriptedWorld> m_world;
    std::unique_ptr<ScriptedDesk> m_desk;
    QString m_run;
    int m_fetches = 0; ///< calls, while counted

    ScriptedGuest &guest() { return m_world->guest(); }
    /// A job that ended, of whose output nothing came into the journal.
    void note(const QString &run, const QString &job, const char *step, qint64 bytes, const QString &sha256)
    {
        const auto writer = m_desk->store.open(run);
        QVERIFY((*writer)->append(event::begin,
            { { "job", toStd(job) }, { "step", step }, { "stage", "B" }, { "where", "guest" }, { "effect", "adds" },
                { "way_back", "" }, { "values", Json::object() }, { "chain", toStd(job) } }));
        QVERIFY((*writer)->append(event::end,
            { { "job", toStd(job) }, { "verdict", "passed" }, { "state", "passed" }, { "facts", Json::array() },
                { "out_bytes", bytes }, { "out_sha256", toStd(sha256) } }));
    }
    TaskOutcome fetch()
    {
        m_fetches = 0;
        return m_desk->carry(m_run, Task::Kind::FetchEvidence);
    }
    QString jobOf(const char *step) const { return m_desk->state(m_run).latest(QString::fromLatin1(step))->job; }
    QString pathOf(const QString &job) const
    {
        return m_desk->store.runFolder(m_run) + QLatin1Char('/') + fetchedOutputPath(job);
    }
    QByteArray kept(const QString &job) const
    {
        QFile file(pathOf(job));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    qsizetype told() const { return m_desk->types(m_run).count(QLatin1String(event::fetched)); }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<ScriptedWorld>();
        m_desk = std::make_unique<ScriptedDesk>(*m_world);
        m_run = m_desk->newRun();
        int number = 0;
        for (const char *step : { "b-archive", "c-manifest" }) {
            remote::JobSpec spec;
            spec.number = ++number;
            spec.step = QString::fromLatin1(step);
            Play play;
            play.output = outputOf(step);
            guest().next(step, play);
            QVERIFY(guest().start({ m_run, { spec } }, 0, 20));
            note(m_run, spec.name(), step, play.output.size(), sha256Hex(play.output));
        }
        m_world->fate = [this](const Call &call) {
            m_fetches += call.verb == QLatin1String("fetch");
            return Fate::Arrives;
        };
    }

    void each_is_kept_whole_for_its_owner_only_and_fetched_once()
    {
        QVERIFY(fetch().kind == Kind::Succeeded);
        QCOMPARE(told(), 2);
        for (const char *step : { "b-archive", "c-manifest" }) {
            QCOMPARE(kept(jobOf(step)), outputOf(step));
            const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
            QCOMPARE(QFileInfo(pathOf(jobOf(step))).permissions() & others, QFile::Permissions());
        }
        for (const JournalEvent &event : m_desk->events(m_run)) {
            if (event.is(event::fetched))
                QCOMPARE(stringAt(event.data, "stored_sha256"), sha256Hex(kept(stringAt(event.data, "job"))));
        }
        QVERIFY(m_fetches >= 2);
        QVERIFY(fetch().kind == Kind::Succeeded);
        QCOMPARE(told(), 2);
    }

    void what_the_guest_has_now_must_be_what_the_step_wrote()
    {
        const QString first = jobOf("b-archive"), second = jobOf("c-manifest");
        guest().onFetch = [](QByteArray &out) {
            if (out.startsWith('b'))
                out.replace("end", "END");
        };
        const TaskOutcome outcome = fetch();
        QVERIFY(outcome.kind == Kind::FailedSafe);
        QCOMPARE(outcome.error.code, QStringLiteral("evidence-differs"));
        QCOMPARE(outcome.error.where, first);
        QVERIFY(!QFile::exists(pathOf(first)));
        QVERIFY2(!kept(second).isEmpty(), "the others are fetched all the same");
        QCOMPARE(told(), 1);
    }

    void a_guest_that_cannot_be_asked_ends_it_as_unknown()
    {
        m_world->fate = [this](const Call &call) {
            const bool fetches = call.verb == QLatin1String("fetch") && call.about == jobOf("b-archive");
            m_fetches += call.verb == QLatin1String("fetch") && call.about == jobOf("c-manifest");
            return fetches ? Fate::LostOnTheWay : Fate::Arrives;
        };
        const TaskOutcome outcome = fetch();
        QVERIFY(outcome.kind == Kind::Unknown);
        QCOMPARE(outcome.error.code, QStringLiteral("qm-timeout"));
        QCOMPARE(m_fetches, 0);
        QCOMPARE(told(), 0);
        m_world->fate = {};
        QVERIFY(fetch().kind == Kind::Succeeded);
        QCOMPARE(told(), 2);
    }

    void what_cannot_be_kept_is_told_and_not_journaled()
    {
        QFile inTheWay(m_desk->store.runFolder(m_run) + QStringLiteral("/steps"));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        const TaskOutcome outcome = fetch();
        QVERIFY(outcome.kind == Kind::FailedSafe);
        QCOMPARE(outcome.error.code, QStringLiteral("file-not-written"));
        QCOMPARE(told(), 0);
        QVERIFY(inTheWay.remove());
        QVERIFY(fetch().kind == Kind::Succeeded);
    }

    void what_is_too_large_stays_where_it_is()
    {
        const QString run = m_desk->newRun(103);
        note(run, QStringLiteral("01-b-archive"), "b-archive", 70 * 1024 * 1024, QString(64, u'a'));
        m_run = run;
        QVERIFY(fetch().kind == Kind::Succeeded);
        QCOMPARE(m_fetches, 0);
        QCOMPARE(told(), 0);
    }
};

QTEST_GUILESS_MAIN(EvidenceFetchedTest)
#include "tst_evidence_fetched.moc"
