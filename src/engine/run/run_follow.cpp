// Following a chain that the guest has taken: its news, the end of each job, and of the chain.

#include "core/base/error_codes.h"
#include "core/text/phrase.h"
#include "engine/run/run_session.h"

#include "core/base/hash.h"
#include "engine/run/output_data.h"
#include "engine/run/patience.h"

#include <algorithm>

namespace undock {

using namespace std::chrono_literals;

namespace {

/// Answers of an ended step that bring nothing of the output that they promise.
constexpr int mostEmptyAnswers = 5;
constexpr int longestWait = 20; ///< seconds a follow waits in the guest
constexpr qint64 followLimit = 4 * 1024 * 1024;

std::optional<JobState> copyOf(const RunState &state, const QString &job)
{
    const JobState *found = state.job(job);
    return found ? std::optional(*found) : std::nullopt;
}

} // namespace

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
    std::chrono::seconds limit = patience::overdue;
    // It was waited for already, and a program was given up over it: what is new is seen soon.
    if (step && !job.overdue)
        limit += std::chrono::seconds(step->timeLimitSeconds);
    if (since != m_runningSince.end() && now - since->second > limit) {
        return Error{ Error::Kind::Unknown, QLatin1String(overdueCode), phrase("step-overdue"), job.job,
            phrase("cure-step-overdue") };
    }
    if (m_cancelAsked && job.effect != Effect::Deletes && now - *m_cancelAsked > patience::cancelled) {
        return Error{ Error::Kind::Unknown, QStringLiteral("cancel-unheard"), phrase("cancel-unheard"), job.job,
            phrase("cure-cancel-unheard") };
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
                return fail(Error::Kind::Unknown, QStringLiteral("output-withheld"), phrase("output-withheld"), job,
                    phrase("cure-resume"));
            }
        }
        // Between two jobs of a chain the next one is claimed for a moment; for longer it means
        // that its supervisor is gone.
        claimedAnswers = news->state == remote::JobState::Claimed ? claimedAnswers + 1 : 0;
        if (claimedAnswers > 10) {
            return fail(Error::Kind::Unknown, QStringLiteral("job-not-launched"), phrase("job-not-launched"), job,
                phrase("cure-resume"));
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
            if (endsFollowing(error) || error.kind == Error::Kind::Refused)
                return lost(error, job);
            if (auto given = afterLoss(error, job, patience::job))
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
        const Error why{ Error::Kind::Failed, QStringLiteral("skipped"), phrase("skipped"), job.name, {} };
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

    const JobState *ended = m_state.job(news.job);
    const QStringList byPolicy = acceptedOf(ended ? m_catalog.find(ended->step) : nullptr);
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
                    open << phrase("warning-of-code",
                        { { "code", warning.code }, { "text", warning.text, PhraseValue::Kind::Said } });
            }
            return { ChainEnd::Kind::Warned,
                { Error::Kind::Refused, QStringLiteral("warning-open"), phraseList(open), job->step,
                    phrase("cure-accept-warning") },
                name };
        }
        const CodedText failure = job->failure.value_or(CodedText{ job->state, QString() });
        return { ChainEnd::Kind::Failed,
            { Error::Kind::Failed, failure.code, failure.text, job->step, phrase("cure-see-output") }, name };
    }
    return {};
}

} // namespace undock
