#include "engine/run/run_session.h"

#include "core/base/error_codes.h"
#include "core/base/hash.h"
#include "core/text/phrase.h"
#include "engine/run/patience.h"

#include <algorithm>

namespace undock {

using namespace std::chrono_literals;

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
    m_knowsSecrets = true;
}

void RunSession::recallOnce()
{
    if (!m_knowsSecrets && recallSecrets)
        recallSecrets();
}

QStringList RunSession::acceptedOf(const Step *step) const
{
    return step ? m_acknowledged + step->needsNobody : m_acknowledged;
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
    recallOnce();
    remote::Chain chain{ m_state.run(), {} };
    std::chrono::seconds limit = patience::overdue;
    int number = m_state.nextJobNumber();
    for (const QString &id : steps) {
        const Step *step = m_catalog.find(id);
        if (!step) {
            return { ChainEnd::Kind::Refused,
                { Error::Kind::BadInput, QStringLiteral("no-such-step"), phrase("no-such-step"), id,
                    phrase("cure-update-program") },
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
        spec.acceptedWarnings = acceptedOf(step);
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
        if (const Done connected = m_node.ensureWithin(patience::reconnect, m_control.stop); !connected)
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
        if (error.saysNo()) {
            // The guest or node said no before anything ran; it is asked whether that is so.
            for (const QString &job : jobs) {
                if (Done ended = endUnsent(job, QStringLiteral("refused"), error); !ended)
                    return { ChainEnd::Kind::Unknown, ended.error(), job };
            }
            if (onStep)
                onStep(QString(), QString(), {});
            return { ChainEnd::Kind::Refused, error, jobs.front() };
        }
        if (auto given = afterLoss(error, jobs.front(), patience::guest))
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

std::optional<Error> RunSession::afterLoss(const Error &error, const QString &job, std::chrono::seconds longest)
{
    note(event::unknown, { { "job", toStd(job) }, { "code", toStd(error.code) }, { "why", toStd(error.what) } });
    if (m_control.pause || m_control.cancel)
        longest = std::min(longest, patience::stopping);
    if (m_control.stop.stop_requested() || m_node.clock().now() - m_lastAnswer > longest)
        return error;
    // The agent may only be slow; the session may be gone. A new one costs little.
    if (!m_node.clock().pause(m_pauseAfterLoss, m_control.stop))
        return error;
    m_pauseAfterLoss = std::min<std::chrono::milliseconds>(m_pauseAfterLoss * 2, 8000ms);
    const Done connected = m_node.ensureWithin(patience::reconnect, m_control.stop);
    return connected ? std::nullopt : std::optional(connected.error());
}

Done RunSession::endUnsent(const QString &job, const QString &state, const Error &why)
{
    if (const JobState *known = m_state.job(job); known && known->settled())
        return {};
    return note(event::end,
        { { "job", toStd(job) }, { "verdict", toStd(verdictName(Verdict::Failed)) }, { "state", toStd(state) },
            { "failure", { { "code", toStd(why.code) }, { "text", toStd(why.what) } } }, { "out_bytes", 0 } });
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
        const Error why{ Error::Kind::Failed, QStringLiteral("interrupted"), phrase("interrupted"), job, {} };
        if (Done ended = endUnsent(job, QStringLiteral("interrupted"), why); !ended)
            return { ChainEnd::Kind::Unknown, ended.error(), job };
    }
    std::erase_if(open, [this](const QString &job) { return m_state.job(job)->settled(); });
    if (open.empty())
        return {};

    if (const Done ours = mayGoOn(); !ours)
        return lost(ours.error(), open.front());
    recallOnce();
    std::optional<remote::RunReport> report;
    answered();
    while (!report) {
        if (const Done connected = m_node.ensureWithin(patience::reconnect, m_control.stop); !connected)
            return lost(connected.error(), open.front());
        auto answer = m_node.guest().report(m_state.run(), m_generation, m_control.stop);
        if (answer) {
            report = *answer;
        } else if (answer.error().kind == Error::Kind::Refused) {
            return lost(answer.error(), open.front());
        } else if (auto given = afterLoss(answer.error(), open.front(), patience::guest)) {
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
            const Error why{ Error::Kind::Failed, QStringLiteral("never-sent"), phrase("never-sent"), job, {} };
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
    std::chrono::seconds longest = patience::overdue;
    for (const JobState *open : m_state.unsettled()) {
        if (const Step *step = m_catalog.find(open->step))
            longest += std::chrono::seconds(step->timeLimitSeconds);
    }
    return longest;
}

Result<QByteArray> RunSession::wholeOutput(const QString &job, qint64 most)
{
    for (int attempt = 0;; ++attempt) {
        if (const Done connected = m_node.ensureWithin(patience::reconnect, m_control.stop); !connected)
            return tl::make_unexpected(connected.error());
        auto bytes = m_node.guest().fetchAll(m_state.run(), job, most, m_control.stop);
        const bool again = !bytes && bytes.error().isOpen();
        if (!again || attempt == 5 || !m_node.clock().pause(1s, m_control.stop))
            return bytes;
    }
}

} // namespace undock
