#include "unit/support/scripted/scripted_guest.h"

#include "core/base/hash.h"
#include "core/steps/facts.h"
#include "journals/step_codes.h"
#include "unit/support/scripted/scripted_clock.h"

#include <algorithm>

using namespace undock;
using State = remote::JobState;

namespace {

constexpr qint64 followLimit = 4 * 1024 * 1024;
constexpr qint64 msOfCall = 1200; ///< what a call through qm costs at least

QByteArray percent(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    bytes.replace('%', "%25");
    bytes.replace('\n', "%0A");
    return bytes;
}

QByteArray configs(const QByteArray &token)
{
    const QByteArray openclaw = R"({"gateway":{"auth":{"mode":"token")"
        + (token.isEmpty() ? QByteArray() : ",\"token\":\"" + token + '"') + "}}}";
    const QByteArray panel = R"({"panel":{"listen_host":"0.0.0.0"},"openclaw":{}})";
    return "{\"openclaw\":{\"text_b64\":\"" + openclaw.toBase64() + "\",\"sha256\":\"" + sha256Hex(openclaw).toLatin1()
        + "\",\"converted\":false},\"panel\":{\"text_b64\":\"" + panel.toBase64() + "\",\"sha256\":\""
        + sha256Hex(panel).toLatin1() + "\",\"converted\":false}}\n";
}

/// What a fact of this name says when all is well.
QString usual(const QString &step, const QString &name)
{
    static const QMap<QString, QString> values{
        { QStringLiteral("backup_dir"), QStringLiteral("/root/migrate-backup-102-2026-02-20_093000") },
        { QStringLiteral("check"), QStringLiteral("http-gateway-direct|critical|passed|200|200") },
        { QStringLiteral("critical_failed"), QStringLiteral("0") },
        { QStringLiteral("openclaw_version"), QStringLiteral("2026.2.19") },
        { QStringLiteral("panel_tag"), QStringLiteral("v2026.02.20-r4") },
        { QStringLiteral("token_sha256"),
            QStringLiteral("4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945") },
        { QStringLiteral("removed"), QStringLiteral("openclaw-gateway openclaw-panel") },
        { QStringLiteral("source_equal"), QStringLiteral("yes") },
    };
    if (step == QLatin1String("r-snapshot"))
        return QStringLiteral("0");
    return values.value(name, QStringLiteral("yes"));
}

void refuseUnsent(const QString &step, const Play &play)
{
    for (const auto &[name, value] : play.facts)
        stepcodes::refuseUnsentFact(step, name, value);
    if (play.code.isEmpty())
        return;
    if (play.ends == Play::Ends::Failed)
        stepcodes::refuseUnsentFact(step, QStringLiteral("failure"), play.code);
    else if (play.ends == Play::Ends::Well)
        stepcodes::refuseUnsentFact(step, QStringLiteral("warning"), play.code);
}

} // namespace

ScriptedGuest::ScriptedGuest(const StepCatalog &catalog, int vmid)
    : m_catalog(catalog)
    , m_vmid(vmid)
{
}

qint64 ScriptedGuest::nowMs() const
{
    return 1'771'550'000'000 + ScriptedClock::passed().count();
}

void ScriptedGuest::next(const char *step, Play play)
{
    refuseUnsent(QLatin1String(step), play);
    m_next[QLatin1String(step)].push_back(std::move(play));
}

void ScriptedGuest::always(const char *step, Play play)
{
    refuseUnsent(QLatin1String(step), play);
    m_always[QLatin1String(step)] = std::move(play);
}

ScriptedGuest::Job *ScriptedGuest::find(const QString &run, const QString &name)
{
    const auto found = std::find_if(
        m_jobs.begin(), m_jobs.end(), [&](const Job &job) { return job.run == run && job.name == name; });
    return found == m_jobs.end() ? nullptr : &*found;
}

ScriptedGuest::Job *ScriptedGuest::unfinished()
{
    const auto found
        = std::find_if(m_jobs.begin(), m_jobs.end(), [](const Job &job) { return !remote::isFinal(job.state); });
    return found == m_jobs.end() ? nullptr : &*found;
}

Done ScriptedGuest::fence(qint64 generation)
{
    if (generation < m_generation) {
        return fail(Error::Kind::Refused, QStringLiteral("lower-generation"),
            QStringLiteral("another desk has taken this VM over"), QStringLiteral("VM %1").arg(m_vmid));
    }
    m_generation = generation;
    return {};
}

ScriptedGuest::News ScriptedGuest::start(const remote::Chain &chain, qint64 generation, int wait)
{
    ScriptedClock::pass(std::chrono::milliseconds(msOfCall));
    if (Done fenced = fence(generation); !fenced)
        return tl::make_unexpected(fenced.error());
    const QString first = chain.jobs.front().name();
    if (Job *atWork = unfinished(); atWork && (atWork->run != chain.run || atWork->chain != first)) {
        return fail(Error::Kind::Refused, QStringLiteral("busy"),
            QStringLiteral("%1/%2 is still running in the guest").arg(atWork->run, atWork->name));
    }
    for (const remote::JobSpec &spec : chain.jobs) {
        if (Job *known = find(chain.run, spec.name())) {
            if (known->spec.script != spec.script || known->spec.params != spec.params) {
                return fail(Error::Kind::Refused, QStringLiteral("hash-differs"),
                    QStringLiteral("job %1 is already there with another script or other values").arg(spec.name()));
            }
            continue;
        }
        Job job;
        job.run = chain.run;
        job.name = spec.name();
        job.chain = first;
        job.spec = spec;
        m_jobs.push_back(std::move(job));
    }
    m_paused.removeAll(chain.run);
    return follow(chain.run, first, 0, wait);
}

void ScriptedGuest::begin(Job &job)
{
    const QString step = job.spec.step;
    job.state = State::Running;
    job.beganMs = nowMs();
    ran << step;
    if (onStep)
        onStep(step);
    auto line = m_next.find(step);
    if (line != m_next.end() && !line->empty()) {
        job.play = line->front();
        line->pop_front();
    } else {
        job.play = m_always.value(step);
    }
    job.leftMs = qint64(job.play.seconds) * 1000;
    job.out = job.spec.secretOutput ? configsTold.value_or(configs(token)) : job.play.output;
    if (job.spec.effect == "deletes" && step.startsWith(QLatin1String("i-")) && againstDeletion) {
        ++deletions;
        for (const QString &what : againstDeletion(job.run, m_generation))
            broken << QStringLiteral("%1 began although %2").arg(step, what);
        if (truth.cutover != job.run || !truth.equal || !truth.backup)
            broken << QStringLiteral("%1 began although the VM was not this run's and proven").arg(step);
    }
}

QString ScriptedGuest::perform(const Job &job)
{
    const QString step = job.spec.step;
    const auto is = [&step](const char *name) { return step == QLatin1String(name); };
    const auto no = [](const char *code) { return QString::fromLatin1(code); };
    const bool canBringDocker = truth.daemon && (truth.containers || truth.images);
    if (is("b-archive")) {
        truth.backup = true;
    } else if (is("b-verify") && !truth.backup) {
        return no("backup-gone");
    } else if (is("c-stop")) {
        if (truth.directRuns)
            broken << QStringLiteral("c-stop ran while the direct version ran");
        truth.dockerRuns = false;
    } else if (is("c-supplement") && truth.dockerRuns) {
        return no("containers-running");
    } else if (is("e-copy")) {
        if (truth.dockerRuns)
            return no("containers-running");
        if (!truth.cutover.isEmpty()) {
            broken << QStringLiteral("e-copy ran after the cutover");
            return no("cutover-present");
        }
        truth.equal = true;
    } else if (is("e-place")) {
        if (!truth.equal)
            return no("not-proven");
        truth.placed = true;
    } else if (is("g-start")) {
        if (truth.dockerRuns)
            return no("containers-running");
        if (!truth.placed)
            return no("not-placed");
        truth.cutover = job.run;
        truth.directRuns = true;
        truth.written += 1; // users write as soon as they can
    } else if (is("h-checks") && !truth.directRuns) {
        return no("acceptance-failed");
    } else if (is("i-delete")) {
        truth.containers = false;
        truth.dockerRuns = false;
    } else if (is("i-images")) {
        if (truth.containers)
            return no("containers-there");
        truth.images = false;
    } else if (is("i-check") && !truth.directRuns) {
        return no("direct-not-up");
    } else if (is("r-ready")) {
        if (!truth.daemon)
            return no("docker-unreachable");
        if (!canBringDocker)
            return no("images-gone");
        if (job.spec.params.contains(QStringLiteral("restore")) && !truth.backup)
            return no("backup-gone");
    } else if (is("r-daemon")) {
        truth.daemon = true;
    } else if (is("r-direct-stop")) {
        if (!truth.cutover.isEmpty() && truth.cutover != job.run)
            return no("cutover-of-another");
        if (truth.directRuns && !canBringDocker)
            broken << QStringLiteral("the direct version was stopped although Docker's cannot be brought up");
        truth.directRuns = false;
    } else if (is("r-snapshot")) {
        if (truth.directRuns)
            return no("direct-runs");
        if (truth.cutover == job.run) {
            truth.saved += truth.written;
            truth.written = 0;
            truth.cutover.clear();
        }
        truth.placed = truth.equal = false;
    } else if (is("r-docker-start")) {
        if (truth.directRuns)
            return no("direct-runs");
        if (!truth.cutover.isEmpty())
            return no("cutover-present");
        if (!truth.daemon)
            return no("docker-unreachable");
        if (!canBringDocker)
            return no("images-gone");
        truth.containers = truth.dockerRuns = true;
    } else if (is("r-verify") && !truth.dockerRuns) {
        return no("docker-not-back");
    } else if (is("r-carry-back")) {
        if (truth.directRuns)
            return no("direct-runs");
        truth.carried += truth.saved;
        truth.saved = 0;
        truth.dockerRuns = true;
    } else if (is("r-restore")) {
        if (truth.directRuns)
            return no("direct-runs");
        if (!truth.backup)
            return no("backup-gone");
        if (!canBringDocker)
            return no("images-gone");
        truth.containers = truth.dockerRuns = true;
    } else if (is("r-config") && truth.cutover.isEmpty()) {
        return no("not-direct");
    }
    return {};
}

void ScriptedGuest::watch(const QString &step)
{
    if (truth.dockerRuns && truth.directRuns)
        broken << QStringLiteral("after %1 both versions run").arg(step);
    if (!truth.dockerRuns && !truth.directRuns && !truth.containers && !truth.images)
        broken << QStringLiteral("after %1 nothing runs, and nothing can be brought up").arg(step);
    if (truth.directRuns && truth.cutover.isEmpty())
        broken << QStringLiteral("after %1 the direct version runs without its mark").arg(step);
}

Facts ScriptedGuest::factsOf(const Job &job) const
{
    Facts facts;
    const auto own = [&](const QString &name) {
        return std::any_of(
            job.play.facts.begin(), job.play.facts.end(), [&](const auto &pair) { return pair.first == name; });
    };
    if (job.play.tellsAllFacts) {
        for (const QString &name : job.spec.needsFacts) {
            if (!own(name))
                facts.add(name, usual(job.spec.step, name));
        }
    }
    if (job.spec.step == QLatin1String("a-scan") && !own(QStringLiteral("container_version")))
        facts.add(QStringLiteral("container_version"), QStringLiteral("2026.2.19"));
    for (const auto &[name, value] : job.play.facts)
        facts.add(name, value);
    return facts;
}

void ScriptedGuest::end(Job &job, State state)
{
    job.state = state;
    job.endedMs = nowMs();
    if (state != State::Passed || !job.accepted)
        skipRest(job);
}

void ScriptedGuest::skipRest(const Job &job)
{
    for (Job &other : m_jobs) {
        if (other.run == job.run && other.chain == job.chain && other.state == State::Claimed)
            other.state = State::Skipped;
    }
}

void ScriptedGuest::finish(Job &job)
{
    QString failure = job.play.ends == Play::Ends::Failed ? job.play.code : QString();
    // A step that fails by its own word has done nothing; one that is cut may have done all.
    if (failure.isEmpty())
        failure = perform(job);
    if (!failure.isEmpty() && !stepcodes::sends(job.spec.step, stepcodes::Kind::Failure, failure))
        broken << QStringLiteral("%1 was played as failing with %2, which its script never sends")
                      .arg(job.spec.step, failure);
    Facts facts = failure.isEmpty() || job.play.ends == Play::Ends::Failed ? factsOf(job) : Facts();
    if (job.play.ends == Play::Ends::Failed && job.play.facts.isEmpty())
        facts = Facts();
    if (!failure.isEmpty())
        facts.add(QStringLiteral("failure"), failure + QStringLiteral(" told by the test"));
    else if (!job.play.code.isEmpty())
        facts.add(QStringLiteral("warning"), job.play.code + QStringLiteral(" told by the test"));
    if (job.play.ends == Play::Ends::Well || job.play.ends == Play::Ends::Failed) {
        for (const auto &[name, value] : facts.pairs())
            job.facts += name.toUtf8() + '=' + percent(value) + '\n';
    }
    job.accepted = job.play.code.isEmpty() || job.spec.acceptedWarnings.contains(job.play.code);
    switch (job.play.ends) {
    case Play::Ends::Well:
    case Play::Ends::Failed:
    case Play::Ends::Never:
        end(job, failure.isEmpty() ? State::Passed : State::Failed);
        break;
    case Play::Ends::Interrupted:
        end(job, State::Interrupted);
        break;
    case Play::Ends::TimedOut:
        end(job, State::TimedOut);
        break;
    case Play::Ends::Died:
        end(job, State::Died);
        break;
    }
    watch(job.spec.step);
}

void ScriptedGuest::work(qint64 ms)
{
    while (Job *job = unfinished()) {
        if (job->state == State::Claimed) {
            if (m_paused.contains(job->run)) {
                job->state = State::Skipped;
                continue;
            }
            begin(*job);
        }
        if (job->play.ends == Play::Ends::Never || job->leftMs > ms) {
            job->leftMs -= ms;
            ScriptedClock::pass(std::chrono::milliseconds(ms));
            return;
        }
        ms -= job->leftMs;
        ScriptedClock::pass(std::chrono::milliseconds(job->leftMs));
        finish(*job);
    }
}

remote::JobNews ScriptedGuest::newsOf(const Job &job, qint64 offset) const
{
    remote::JobNews news;
    news.job = job.name;
    news.state = job.state;
    news.offset = offset;
    const bool whole = remote::isFinal(job.state) || job.play.shownFirst < 0;
    const QByteArray out = whole ? job.out : job.out.left(job.play.shownFirst);
    news.total = out.size();
    if (!job.spec.secretOutput)
        news.out = out.mid(offset, std::min<qint64>(chunk, std::max<qint64>(0, followLimit - offset)));
    if (remote::isFinal(job.state) && news.total > followLimit)
        news.tail = out.right(16 * 1024);
    news.boot = QString::number(m_boot);
    if (remote::isFinal(job.state)) {
        news.facts = job.facts;
        news.outSha256 = sha256Hex(job.out).toLatin1();
        news.beganMs = job.beganMs;
        news.endedMs = job.endedMs;
        news.reason = job.reason;
        if (job.state == State::Passed || job.state == State::Failed)
            news.exit = job.state == State::Passed ? 0 : 1;
    }
    return news;
}

ScriptedGuest::News ScriptedGuest::follow(const QString &run, const QString &name, qint64 offset, int wait)
{
    ScriptedClock::pass(std::chrono::milliseconds(msOfCall));
    Job *job = find(run, name);
    if (!job) {
        return fail(Error::Kind::Refused, QStringLiteral("no-such-job"),
            QStringLiteral("this job was never claimed in this guest"), name);
    }
    // A moment beyond the job's end, so that the next steps are often told along.
    if (!remote::isFinal(job->state))
        work(qint64(wait) * 1000);
    remote::JobNews news = newsOf(*job, std::min<qint64>(offset, job->out.size()));
    bool after = false;
    for (const Job &other : m_jobs) {
        if (other.run != run || other.chain != job->chain)
            continue;
        if (after && !remote::isFinal(other.state))
            break;
        if (after && !other.spec.secretOutput)
            news.also << newsOf(other, 0);
        after = after || other.name == name;
    }
    if (!remote::isFinal(job->state))
        news.also.clear();
    return news;
}

Result<QByteArray> ScriptedGuest::fetchAll(const QString &run, const QString &name)
{
    const Job *job = find(run, name);
    if (!job)
        return fail(Error::Kind::Refused, QStringLiteral("no-such-job"), {}, name);
    QByteArray out = job->out;
    if (onFetch)
        onFetch(out);
    return out;
}

Result<remote::RunReport> ScriptedGuest::report(const QString &run, qint64 generation)
{
    ScriptedClock::pass(std::chrono::milliseconds(msOfCall));
    if (Done fenced = fence(generation); !fenced)
        return tl::make_unexpected(fenced.error());
    remote::RunReport report;
    report.boot = QString::number(m_boot);
    report.generation = m_generation;
    report.cutover = truth.cutover;
    if (const Job *atWork = unfinished())
        report.unfinished = atWork->run + QLatin1Char('/') + atWork->name;
    for (const Job &job : m_jobs) {
        if (job.run == run)
            report.jobs << remote::RunReport::Job{ job.name, job.state };
    }
    return report;
}

Result<QList<remote::RunFolder>> ScriptedGuest::runs() const
{
    QList<remote::RunFolder> folders;
    for (const Job &job : m_jobs) {
        if (folders.isEmpty() || folders.back().run != job.run)
            folders << remote::RunFolder{ job.run, 1, folders.size() + 1 };
    }
    return folders;
}

Done ScriptedGuest::pause(const QString &run)
{
    m_paused << run;
    return {};
}

Done ScriptedGuest::cancel(const QString &run)
{
    Job *job = unfinished();
    if (!job || job->run != run)
        return {};
    if (job->spec.effect == "deletes")
        return fail(Error::Kind::Refused, QStringLiteral("not-cancellable"), {}, job->name);
    if (job->play.ends != Play::Ends::Never)
        end(*job, job->state == State::Claimed ? State::Skipped : State::Cancelled);
    return {};
}

void ScriptedGuest::reboot()
{
    ++m_boot;
    if (Job *job = unfinished()) {
        job->accepted = false;
        end(*job, job->state == State::Claimed ? State::Skipped : State::Interrupted);
    }
}
