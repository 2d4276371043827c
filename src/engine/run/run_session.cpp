#include "engine/run/run_session.h"

#include "core/base/hash.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace undock {

using namespace std::chrono_literals;

namespace {

/// How long a lost link is tried again before the task gives up and says "unknown".
constexpr std::chrono::seconds reconnectPatience = 150s;
/// How long a guest that cannot be asked, over a link that stands, is asked again: it may be booting.
constexpr std::chrono::minutes guestPatience = 10min;
/// The same while a job is followed that may be at work meanwhile.
constexpr std::chrono::minutes jobPatience = 60min;
/// And when somebody waits for the run to stop.
constexpr std::chrono::seconds stoppingPatience = 60s;
/// What a step may take beyond its own time limit, which the guest keeps, until the desk takes its answers for untrue.
constexpr std::chrono::seconds overdueMargin = 3min;
/// How long a step that was cancelled may go on being called running.
constexpr std::chrono::seconds cancelPatience = 90s;
/// Answers of an ended step that bring nothing of the output that they promise.
constexpr int mostEmptyAnswers = 5;
constexpr int longestWait = 20; ///< seconds a follow waits in the guest
constexpr qint64 followLimit = 4 * 1024 * 1024;

std::optional<JobState> copyOf(const RunState &state, const QString &job)
{
    const JobState *found = state.job(job);
    return found ? std::optional(*found) : std::nullopt;
}

/// `bytes` is how much of the output this is, before what is secret in it was taken out.
Json outputData(const QString &job, qint64 offset, const QByteArray &bytes, const Redactor &redactor)
{
    Json data = { { "job", toStd(job) }, { "offset", offset }, { "bytes", bytes.size() } };
    // Redacted before it is encoded: nobody sees a secret in base64. Readable where it is text; exact in any case.
    const QByteArray shown = redactor.redact(bytes);
    if (QString::fromUtf8(shown).toUtf8() == shown)
        data["text"] = shown.toStdString();
    else
        data["base64"] = shown.toBase64().toStdString();
    return data;
}

} // namespace

QStringList toleratedWarnings()
{
    // The archive is made while the bot still runs: what changes under it passes into the
    // supplement, which is verified after the stop. Nothing depends on a person here.
    return { QStringLiteral("changed-while-archiving"), QStringLiteral("changed-since-archive") };
}

RunSession::RunSession(JournalWriter &journal, const StepCatalog &catalog, RunParameters parameters, NodePort &node,
    RunControl &control, RunObserver observer)
    : m_journal(journal)
    , m_catalog(catalog)
    , m_parameters(std::move(parameters))
    , m_node(node)
    , m_control(control)
    , m_observer(std::move(observer))
    , m_state(RunState::of(journal.events()))
{
}

void RunSession::know(const QByteArrayList &secrets)
{
    m_redactor = Redactor(secrets);
    m_journal.setRedactor([redactor = m_redactor](const QString &text) { return redactor.redact(text); });
}

Done RunSession::note(const char *type, Json data)
{
    // The line as this call wrote it: another thread may have written one since.
    const auto written = m_journal.write(type, std::move(data));
    if (!written)
        return tl::make_unexpected(written.error());
    m_state.apply(*written);
    return {};
}

Done RunSession::trouble(const Error &error)
{
    return note(event::trouble,
        { { "code", toStd(error.code) }, { "what", toStd(error.what) }, { "where", toStd(error.where) },
            { "cure", toStd(error.cure) } });
}

Done RunSession::troubleOnce(const Error &error)
{
    const std::vector<JournalEvent> all = m_journal.events();
    for (auto line = all.rbegin(); line != all.rend() && line->is(event::trouble); ++line) {
        if (stringAt(line->data, "code") == error.code)
            return {};
    }
    return trouble(error);
}

Done RunSession::notePaused(const char *why)
{
    return note(event::paused, { { "why", why } });
}

ChainEnd RunSession::runChain(
    const QStringList &steps, const ValuesFor &valuesFor, const std::optional<remote::DeletionGuard> &guard)
{
    remote::Chain chain{ m_state.run(), {} };
    std::chrono::seconds limit = overdueMargin;
    int number = m_state.nextJobNumber();
    for (const QString &id : steps) {
        const Step *step = m_catalog.find(id);
        if (!step) {
            return { ChainEnd::Kind::Refused,
                { Error::Kind::BadInput, QStringLiteral("no-such-step"),
                    QStringLiteral("this program does not know the step"), id, QStringLiteral("update the program") },
                {} };
        }
        remote::JobSpec spec;
        spec.number = number++;
        spec.step = id;
        spec.script = step->script;
        spec.timeLimitSeconds = step->timeLimitSeconds;
        limit += std::chrono::seconds(step->timeLimitSeconds);
        spec.effect = effectName(step->effect).toLatin1();
        spec.secretOutput = step->secretOutput;
        spec.secretParams = step->secretParams;
        spec.needsFacts = step->facts;
        spec.acceptedWarnings = m_acknowledged + toleratedWarnings();
        const StepValues values = valuesFor(*step);
        for (const QString &name : step->params) {
            // A parameter that has no value is not sent; the step asks has_param or fails by its name.
            if (values.contains(name))
                spec.params.insert(name, values[name]);
        }
        chain.jobs << spec;
    }

    auto pack = remote::packOf(chain);
    const auto packed = pack ? pack->bytes() : Result<QByteArray>(tl::make_unexpected(pack.error()));
    if (!packed)
        return { ChainEnd::Kind::Refused, packed.error(), {} };
    const QString packSha = sha256Hex(*packed);

    // The card says who is at work before anything is: others count by it.
    Done ours = mayGoOn();
    if (ours && onStep)
        ours = onStep(chain.jobs.front().step, chain.jobs.front().name(), limit);
    if (!ours)
        return lost(ours.error(), {});

    using StartKind = GuestPort::StartKind;
    const std::vector<JobState> &known = m_state.jobs();
    const bool guestWasAsked = std::any_of(
        known.begin(), known.end(), [](const JobState &job) { return job.where == QLatin1String("guest"); });
    StartKind kind = guestWasAsked ? StartKind::First : StartKind::Opening;

    std::vector<QString> jobs;
    for (const remote::JobSpec &spec : chain.jobs) {
        const Step &step = *m_catalog.find(spec.step);
        Json shown = Json::object();
        for (auto value = spec.params.begin(); value != spec.params.end(); ++value) {
            const bool secret = step.secretParams.contains(value.key());
            shown[toStd(value.key())] = secret
                ? "(secret, " + std::to_string(value->size()) + " bytes, sha256 " + toStd(sha256Hex(*value)) + ")"
                : QString::fromUtf8(*value).toStdString();
        }
        const Done written = note(event::begin,
            { { "job", toStd(spec.name()) }, { "step", toStd(spec.step) }, { "stage", toStd(stageName(step.stage)) },
                { "where", "guest" }, { "effect", toStd(effectName(step.effect)) },
                { "way_back", toStd(step.undoneBy) }, { "script_sha256", toStd(sha256Hex(spec.script)) },
                { "values", shown }, { "generation", m_generation }, { "chain", toStd(chain.jobs.front().name()) },
                { "pack_sha256", toStd(packSha) } });
        if (!written)
            return { ChainEnd::Kind::Refused, written.error(), spec.name() };
        jobs.push_back(spec.name());
    }
    // Starting again under the same job ids is always safe: the guest claims each once.
    m_pauseSent = m_cancelSent = false;
    m_cancelAsked.reset();
    answered();
    for (;; kind = StartKind::Again) {
        if (const Done connected = m_node.ensureWithin(reconnectPatience, m_control.stop); !connected)
            return lost(connected.error(), jobs.front());
        if (const Done still = mayGoOn(); !still)
            return lost(still.error(), jobs.front());
        auto news = m_node.guest().start(chain, m_generation, 5, kind, guard, m_control.stop);
        if (news) {
            if (Done taken = takeNews(*news); !taken)
                return { ChainEnd::Kind::Unknown, taken.error(), jobs.front() };
            break;
        }
        const Error &error = news.error();
        // The guest fell over its own trouble (a full disk, say) and does not know how far it had come: no refusal.
        if (error.code == QLatin1String("guest-error"))
            return lost(error, jobs.front());
        if (error.kind == Error::Kind::Refused || error.kind == Error::Kind::BadInput) {
            // The guest or node said no before anything ran; it is asked whether that is so.
            for (const QString &job : jobs) {
                if (Done ended = endUnsent(job, QStringLiteral("refused"), error); !ended)
                    return { ChainEnd::Kind::Unknown, ended.error(), job };
            }
            if (onStep)
                onStep(QString(), QString(), {});
            return { ChainEnd::Kind::Refused, error, jobs.front() };
        }
        if (auto given = afterLoss(error, jobs.front(), guestPatience))
            return lost(*given, jobs.front());
        if (guard) {
            // A deletion is not pressed on: settle first learns whether it began.
            return lost(error, jobs.front());
        }
    }
    copyJournalIfDue(); // while the guest works
    ChainEnd end = follow(jobs);
    if (end.kind == ChainEnd::Kind::Paused) {
        if (const Done noted = notePaused("asked to stop inside a chain"); !noted)
            return { ChainEnd::Kind::Unknown, noted.error(), end.job };
    }
    return end;
}

ChainEnd RunSession::lost(const Error &error, const QString &job)
{
    if (error.code == QLatin1String(overdueCode))
        note(event::unknown, { { "job", toStd(job) }, { "code", overdueCode }, { "why", toStd(error.what) } });
    trouble(error);
    return { ChainEnd::Kind::Unknown, error, job };
}

void RunSession::answered()
{
    m_lastAnswer = m_node.clock().now();
    m_pauseAfterLoss = 500ms;
}

std::optional<Error> RunSession::afterLoss(const Error &error, const QString &job, std::chrono::seconds patience)
{
    note(event::unknown, { { "job", toStd(job) }, { "code", toStd(error.code) }, { "why", toStd(error.what) } });
    if (m_control.pause || m_control.cancel)
        patience = std::min(patience, stoppingPatience);
    if (m_control.stop.stop_requested() || m_node.clock().now() - m_lastAnswer > patience)
        return error;
    // The agent may only be slow; the session may be gone. A new one costs little.
    if (!m_node.clock().pause(m_pauseAfterLoss, m_control.stop))
        return error;
    m_pauseAfterLoss = std::min<std::chrono::milliseconds>(m_pauseAfterLoss * 2, 8000ms);
    const Done connected = m_node.ensureWithin(reconnectPatience, m_control.stop);
    return connected ? std::nullopt : std::optional(connected.error());
}

void RunSession::obeyControl()
{
    if (m_control.cancel && !m_cancelAsked)
        m_cancelAsked = m_node.clock().now();
    if (m_control.cancel && !m_cancelSent)
        m_cancelSent = m_node.guest().cancel(m_state.run(), m_control.stop).has_value();
    else if (m_control.pause && !m_pauseSent)
        m_pauseSent = m_node.guest().pause(m_state.run(), m_control.stop).has_value();
}

std::optional<Error> RunSession::tooLong(const JobState &job) const
{
    const Clock::Moment now = m_node.clock().now();
    const auto since = m_runningSince.find(job.job);
    const Step *step = m_catalog.find(job.step);
    std::chrono::seconds limit = overdueMargin;
    // It was waited for already, and a program was given up over it: what is new is seen soon.
    if (step && !job.overdue)
        limit += std::chrono::seconds(step->timeLimitSeconds);
    if (since != m_runningSince.end() && now - since->second > limit) {
        return Error{ Error::Kind::Unknown, QLatin1String(overdueCode),
            QStringLiteral("the VM still calls this step running, long after its time limit"), job.job,
            QStringLiteral("look into the VM; resume asks it again, and other VMs go on meanwhile") };
    }
    if (m_cancelAsked && job.effect != Effect::Deletes && now - *m_cancelAsked > cancelPatience) {
        return Error{ Error::Kind::Unknown, QStringLiteral("cancel-unheard"),
            QStringLiteral("the VM was asked to end this step and still calls it running"), job.job,
            QStringLiteral("look into the VM, then resume: it is asked again") };
    }
    return {};
}

Done RunSession::followOne(const QString &job)
{
    // Short at first, so that quick steps are seen at once; longer then, so that a ten-minute
    // step costs some thirty calls on the node and not six hundred.
    int wait = 6;
    int pace = 1;
    int claimedAnswers = 0;
    int emptyAnswers = 0;
    for (;;) {
        if (Done ours = mayGoOn(); !ours)
            return ours;
        obeyControl();
        const JobState *known = m_state.job(job);
        if (known && known->settled())
            return {};
        const qint64 offset = known ? known->outputBytes : 0;
        const bool hurry = m_control.pause || m_control.cancel;
        auto news = m_node.guest().follow(
            m_state.run(), job, std::min(offset, followLimit), hurry ? 5 : wait, pace, m_control.stop);
        if (!news)
            return tl::make_unexpected(news.error());
        answered();
        if (Done taken = takeNews(*news); !taken)
            return taken;
        // Also while it is but claimed: its turn has come, and a guest may say so and nothing in turns, for ever.
        m_runningSince.try_emplace(job, m_node.clock().now());
        if (const JobState *open = m_state.job(job); open && !open->settled()) {
            emptyAnswers = remote::isFinal(news->state) && open->outputBytes == offset ? emptyAnswers + 1 : 0;
            if (const auto late = tooLong(*open))
                return tl::make_unexpected(*late);
            if (emptyAnswers > mostEmptyAnswers) {
                return fail(Error::Kind::Unknown, QStringLiteral("output-withheld"),
                    QStringLiteral("the VM says that the step ended and does not give its output"), job,
                    QStringLiteral("resume the run"));
            }
        }
        // Between two jobs of a chain the next one is claimed for a moment; for longer it means
        // that its supervisor is gone.
        claimedAnswers = news->state == remote::JobState::Claimed ? claimedAnswers + 1 : 0;
        if (claimedAnswers > 10) {
            return fail(Error::Kind::Unknown, QStringLiteral("job-not-launched"),
                QStringLiteral("the guest has the job but does not run it"), job, QStringLiteral("resume the run"));
        }
        wait = std::min(longestWait, wait + 6);
        pace = std::min(longestWait, pace * 2);
    }
}

ChainEnd RunSession::follow(const std::vector<QString> &jobs)
{
    for (const QString &job : jobs) {
        const JobState *known = m_state.job(job);
        if (known && known->settled()) {
            if (known->skipped())
                continue;
        } else if (onStep && known) {
            onStep(known->step, job, mayTake());
        }
        answered();
        for (;;) {
            const Done followed = followOne(job);
            if (followed) {
                if (const JobState *ended = m_state.job(job); ended && !ended->green() && job != jobs.back())
                    settleSkipped(jobs);
                break;
            }
            const Error &error = followed.error();
            static const QStringList endsHere{ QStringLiteral("journal-unwritable"), QStringLiteral("job-not-launched"),
                QStringLiteral("lease-lost"), QLatin1String(overdueCode), QStringLiteral("cancel-unheard"),
                QStringLiteral("output-withheld") };
            if (endsHere.contains(error.code) || error.kind == Error::Kind::Refused)
                return lost(error, job);
            if (auto given = afterLoss(error, job, jobPatience))
                return lost(*given, job);
        }
    }
    if (onStep)
        onStep(QString(), QString(), {});
    return chainEnd(jobs);
}

void RunSession::settleSkipped(const std::vector<QString> &jobs)
{
    const auto report = m_node.guest().report(m_state.run(), m_generation, m_control.stop);
    if (!report)
        return; // each is asked for by itself then
    for (const remote::RunReport::Job &job : report->jobs) {
        if (job.state != remote::JobState::Skipped || std::find(jobs.begin(), jobs.end(), job.name) == jobs.end())
            continue;
        const Error why{ Error::Kind::Failed, QStringLiteral("skipped"),
            QStringLiteral("a step before it ended the chain"), job.name, {} };
        if (!endUnsent(job.name, QStringLiteral("skipped"), why))
            return;
    }
}

Done RunSession::takeNews(const remote::JobNews &news)
{
    const JobState *asked = m_state.job(news.job);
    const Step *sent = asked ? m_catalog.find(asked->step) : nullptr;
    // A step's secret output is never sent along; where it is, it is not written down.
    if (!news.out.isEmpty() && !(sent && sent->secretOutput)) {
        const JobState *known = asked;
        // A secret that is cut in two would pass twice: what may be a part of one is asked for again, with the rest.
        QByteArray out = news.out;
        if (!remote::isFinal(news.state) || news.next() < news.total)
            out.truncate(m_redactor.wholePart(out));
        // What is there already (an answer that came twice) is not written twice.
        const qint64 have = known ? known->outputBytes : 0;
        if (news.offset + out.size() > have && news.offset <= have) {
            const QByteArray more = out.mid(have - news.offset);
            if (Done written = note(event::output, outputData(news.job, have, more, m_redactor)); !written)
                return written;
        }
    }
    if (news.progress && m_observer.progress)
        m_observer.progress(news.job, news.progress->done, news.progress->total, news.progress->unit);
    const JobState *job = m_state.job(news.job);
    const Step *step = job ? m_catalog.find(job->step) : nullptr;
    const bool secret = step && step->secretOutput; // its output never comes this way
    if (!remote::isFinal(news.state) || (!secret && !news.drained()))
        return {};
    if (Done ended = endJob(news); !ended)
        return ended;
    for (const remote::JobNews &other : news.also) {
        const JobState *known = m_state.job(other.job);
        if (!job || !known || known->settled() || known->chain != job->chain)
            continue;
        if (Done taken = takeNews(other); !taken)
            return taken;
    }
    return {};
}

Done RunSession::endJob(const remote::JobNews &news)
{
    if (const JobState *known = m_state.job(news.job); known && known->settled())
        return {};
    if (!news.tail.isEmpty()) {
        // The middle of a very long output stays in the guest; its hash is in the journal.
        const QByteArray tail = news.tail.mid(m_redactor.wholeFrom(news.tail));
        if (Done written = note(event::output, outputData(news.job, news.total - tail.size(), tail, m_redactor));
            !written)
            return written;
    }
    const Facts facts = Facts::parse(news.facts);
    Json warnings = Json::array();
    QStringList codes;
    for (const QString &value : facts.all(u"warning")) {
        const CodedText warning = parseCodedText(value);
        warnings.push_back({ { "code", toStd(warning.code) }, { "text", toStd(warning.text) } });
        codes << warning.code;
    }
    const bool passed = news.state == remote::JobState::Passed;
    const Verdict verdict = !passed ? Verdict::Failed : codes.isEmpty() ? Verdict::Passed : Verdict::Warning;
    Json data = { { "job", toStd(news.job) }, { "verdict", toStd(verdictName(verdict)) },
        { "state", toStd(remote::nameOf(news.state)) }, { "facts", facts.toJson() }, { "warnings", warnings },
        { "out_bytes", news.total }, { "out_sha256", news.outSha256.toStdString() }, { "began_ms", news.beganMs },
        { "ended_ms", news.endedMs }, { "boot", toStd(news.boot) } };
    if (news.exit)
        data["exit"] = *news.exit;
    if (news.signal)
        data["signal"] = *news.signal;
    if (!passed) {
        CodedText failure = parseCodedText(facts.value(u"failure"));
        if (failure.code.isEmpty())
            failure = { remote::nameOf(news.state), news.reason };
        data["failure"] = { { "code", toStd(failure.code) }, { "text", toStd(failure.text) } };
    }
    if (Done written = note(event::end, data); !written)
        return written;

    const QStringList byPolicy = m_acknowledged + toleratedWarnings();
    for (const QString &code : codes) {
        if (!byPolicy.contains(code))
            continue;
        const Done written = note(event::acknowledged,
            { { "job", toStd(news.job) }, { "code", toStd(code) },
                { "by", toStd(m_parameters.operatorName.toString()) }, { "how", "policy" } });
        if (!written)
            return written;
    }
    return {};
}

Done RunSession::endUnsent(const QString &job, const QString &state, const Error &why)
{
    if (const JobState *known = m_state.job(job); known && known->settled())
        return {};
    return note(event::end,
        { { "job", toStd(job) }, { "verdict", toStd(verdictName(Verdict::Failed)) }, { "state", toStd(state) },
            { "failure", { { "code", toStd(why.code) }, { "text", toStd(why.what) } } }, { "out_bytes", 0 } });
}

ChainEnd RunSession::chainEnd(const std::vector<QString> &jobs)
{
    for (const QString &name : jobs) {
        const auto job = copyOf(m_state, name);
        if (!job || job->green())
            continue;
        if (job->skipped() || job->state == QLatin1String("cancelled"))
            return { ChainEnd::Kind::Paused, {}, name };
        if (job->verdict == Verdict::Warning) {
            QStringList open;
            for (const CodedText &warning : job->warnings) {
                if (!job->acknowledged.contains(warning.code))
                    open << warning.code + QStringLiteral(": ") + warning.text;
            }
            return { ChainEnd::Kind::Warned,
                { Error::Kind::Refused, QStringLiteral("warning-open"), open.join(QStringLiteral("; ")), job->step,
                    QStringLiteral("accept it by name and resume, or roll back") },
                name };
        }
        const CodedText failure = job->failure.value_or(CodedText{ job->state, QString() });
        return { ChainEnd::Kind::Failed,
            { Error::Kind::Failed, failure.code, failure.text, job->step,
                QStringLiteral("see the step's output; resume to try it again, or roll back") },
            name };
    }
    return {};
}

ChainEnd RunSession::settle()
{
    std::vector<QString> open;
    for (const JobState *job : m_state.unsettled())
        open.push_back(job->job);
    if (open.empty())
        return {};

    // Local work has no other side to ask: it is simply done again.
    for (const QString &job : open) {
        if (m_state.job(job)->where == QLatin1String("guest"))
            continue;
        const Error why{ Error::Kind::Failed, QStringLiteral("interrupted"),
            QStringLiteral("the program ended while it was at this"), job, {} };
        if (Done ended = endUnsent(job, QStringLiteral("interrupted"), why); !ended)
            return { ChainEnd::Kind::Unknown, ended.error(), job };
    }
    std::erase_if(open, [this](const QString &job) { return m_state.job(job)->settled(); });
    if (open.empty())
        return {};

    if (const Done ours = mayGoOn(); !ours)
        return lost(ours.error(), open.front());
    std::optional<remote::RunReport> report;
    answered();
    while (!report) {
        if (const Done connected = m_node.ensureWithin(reconnectPatience, m_control.stop); !connected)
            return lost(connected.error(), open.front());
        auto answer = m_node.guest().report(m_state.run(), m_generation, m_control.stop);
        if (answer) {
            report = *answer;
        } else if (answer.error().kind == Error::Kind::Refused) {
            return lost(answer.error(), open.front());
        } else if (auto given = afterLoss(answer.error(), open.front(), guestPatience)) {
            return lost(*given, open.front());
        }
    }

    // A job of a chain whose supervisor lives is claimed until its turn comes: it was launched.
    const QStringList atWork = report->unfinished.split(QLatin1Char('/'));
    const JobState *working = atWork.value(0) == m_state.run() ? m_state.job(atWork.value(1)) : nullptr;
    const QString livingChain = working ? working->chain : QString();

    std::vector<QString> there;
    for (const QString &job : open) {
        const auto found = std::find_if(report->jobs.begin(), report->jobs.end(),
            [&](const remote::RunReport::Job &candidate) { return candidate.name == job; });
        // A claimed job that nobody launched never began; the higher generation that the
        // report just left in the guest keeps any late start from launching it. While a
        // supervisor of this run is at work, a claimed job is only waiting for its turn.
        const bool never = found == report->jobs.end();
        const bool itsTurnComes = !livingChain.isEmpty() && m_state.job(job)->chain == livingChain;
        const bool claimedOnly = !never && found->state == remote::JobState::Claimed && !itsTurnComes;
        if (never || claimedOnly) {
            const Error why{ Error::Kind::Failed, QStringLiteral("never-sent"),
                QStringLiteral("the link was lost before the guest began it"), job, {} };
            if (Done ended = endUnsent(job, QStringLiteral("skipped"), why); !ended)
                return { ChainEnd::Kind::Unknown, ended.error(), job };
        } else {
            there.push_back(job);
        }
    }
    if (there.empty())
        return {};
    return follow(there);
}

std::chrono::seconds RunSession::mayTake() const
{
    std::chrono::seconds longest = overdueMargin;
    for (const JobState *open : m_state.unsettled()) {
        if (const Step *step = m_catalog.find(open->step))
            longest += std::chrono::seconds(step->timeLimitSeconds);
    }
    return longest;
}

Result<QByteArray> RunSession::wholeOutput(const QString &job, qint64 most)
{
    for (int attempt = 0;; ++attempt) {
        if (const Done connected = m_node.ensureWithin(reconnectPatience, m_control.stop); !connected)
            return tl::make_unexpected(connected.error());
        auto bytes = m_node.guest().fetchAll(m_state.run(), job, most, m_control.stop);
        const bool again
            = !bytes && (bytes.error().kind == Error::Kind::Unknown || bytes.error().kind == Error::Kind::NotReached);
        if (!again || attempt == 5 || !m_node.clock().pause(1s, m_control.stop))
            return bytes;
    }
}

Result<QString> RunSession::beginLocal(const char *step, Stage stage, const char *where)
{
    const QString job
        = QStringLiteral("%1-%2").arg(m_state.nextJobNumber(), 2, 10, QLatin1Char('0')).arg(QLatin1String(step));
    const Done written = note(event::begin,
        { { "job", toStd(job) }, { "step", step }, { "stage", toStd(stageName(stage)) }, { "where", where },
            { "effect", "reads" }, { "way_back", "" }, { "values", Json::object() }, { "chain", toStd(job) } });
    if (!written)
        return tl::make_unexpected(written.error());
    return job;
}

Done RunSession::endLocal(const QString &job, const Facts &facts, const QString &output)
{
    const QByteArray bytes = output.toUtf8();
    if (!bytes.isEmpty()) {
        if (Done written = note(event::output, outputData(job, 0, bytes, m_redactor)); !written)
            return written;
    }
    Json data = { { "job", toStd(job) }, { "state", "passed" }, { "facts", facts.toJson() },
        { "out_bytes", bytes.size() }, { "out_sha256", toStd(sha256Hex(bytes)) } };
    const CodedText failure = parseCodedText(facts.value(u"failure"));
    data["verdict"] = toStd(verdictName(failure.code.isEmpty() ? Verdict::Passed : Verdict::Failed));
    if (!failure.code.isEmpty()) {
        data["state"] = "failed";
        data["failure"] = { { "code", toStd(failure.code) }, { "text", toStd(failure.text) } };
    }
    return note(event::end, data);
}

ChainEnd RunSession::pauseLocal(const QString &job)
{
    const Error why{ Error::Kind::Failed, QStringLiteral("interrupted"),
        QStringLiteral("somebody asked to stop; it is done again"), job, {} };
    Done noted = endUnsent(job, QStringLiteral("interrupted"), why);
    if (noted)
        noted = notePaused("asked to stop inside a chain");
    if (!noted)
        return { ChainEnd::Kind::Unknown, noted.error(), job };
    return { ChainEnd::Kind::Paused, {}, job };
}

void RunSession::copyJournalIfDue()
{
    if (m_journalCopyDue)
        copyJournalToGuest();
}

std::optional<QByteArray> RunSession::journalForGuest()
{
    m_journalCopyDue = false;
    QFile file(m_journal.path());
    if (!mayGoOn() || !file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll();
}

void RunSession::copyJournalToGuest()
{
    if (const auto copy = journalForGuest())
        noteCopied(m_node.guest().note(m_state.run(), QStringLiteral("journal.jsonl"), *copy, m_control.stop));
}

void RunSession::leaveJournalInGuest()
{
    if (const auto copy = journalForGuest())
        noteCopied(m_node.guest().leaveNote(m_state.run(), QStringLiteral("journal.jsonl"), *copy, m_control.stop));
}

void RunSession::noteCopied(const Done &copied)
{
    if (copied)
        return;
    // The bare error reads as if the migration had failed; what is safe has to be said with it.
    trouble({ copied.error().kind, QStringLiteral("journal-copy-stale"),
        QStringLiteral("the copy of the journal in the VM was not renewed: ") + copied.error().what,
        copied.error().where,
        QStringLiteral("nothing is needed: this desk's journal is whole, and the next task copies it again") });
}

} // namespace undock
