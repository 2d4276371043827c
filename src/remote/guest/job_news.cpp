#include "remote/guest/job_news.h"

#include "core/text/phrase.h"

#include <array>

namespace undock::remote {
namespace {

constexpr qint64 followLimit = 4 * 1024 * 1024; // beyond it the guest sends only the tail
// What an honest guest sends at the most (job_server.py), and some room. More is no news of a job.
constexpr qsizetype mostOut = 256 * 1024;
constexpr qsizetype mostTail = 64 * 1024;
constexpr qsizetype mostSecret = 64 * 1024;
constexpr qsizetype mostFacts = 256 * 1024;
constexpr qsizetype mostAlso = 64;
constexpr qsizetype mostJobs = 2000; ///< of one run: it numbers them up to 999
constexpr qsizetype mostRuns = 10'000;
constexpr qsizetype mostName = 128; ///< of a job, a boot id
constexpr qsizetype mostReason = 4 * 1024;

constexpr std::array<std::pair<const char *, JobState>, 9> stateNames{ {
    { "claimed", JobState::Claimed },
    { "running", JobState::Running },
    { "passed", JobState::Passed },
    { "failed", JobState::Failed },
    { "interrupted", JobState::Interrupted },
    { "timed-out", JobState::TimedOut },
    { "died", JobState::Died },
    { "skipped", JobState::Skipped },
    { "cancelled", JobState::Cancelled },
} };

tl::unexpected<Error> broken(const char *key)
{
    return fail(Error::Kind::Unknown, QStringLiteral("guest-answer-broken"),
        phrase("guest-answer-lacks", { { "name", QLatin1String(key) } }), QStringLiteral("guest"),
        phrase("cure-ask-guest-nothing-concluded"));
}

/// A key may stand once; a second one would let a forger choose which is believed.
bool repeats(const GuestAnswer &answer, std::initializer_list<const char *> keys)
{
    for (const char *key : keys)
        if (answer.all(key).size() > 1)
            return true;
    return false;
}

/// False when the key is there but its value is not base64, or more than `most` bytes.
bool take(const GuestAnswer &answer, const char *key, qsizetype most, QByteArray &into)
{
    const auto text = answer.value(key);
    if (!text)
        return true;
    if (text->size() / 4 * 3 > most + 3)
        return false;
    const auto bytes = answer.decoded(key);
    if (bytes && bytes->size() <= most)
        into = *bytes;
    return bytes && bytes->size() <= most;
}

bool take(const GuestAnswer &answer, const char *key, std::optional<int> &into)
{
    if (!answer.value(key))
        return true;
    const auto number = answer.number(key);
    if (!number || *number > 255)
        return false;
    into = int(*number);
    return true;
}

bool takeProgress(const GuestAnswer &answer, std::optional<JobProgress> &into)
{
    const auto text = answer.value("progress");
    if (!text)
        return true;
    const QList<QByteArray> parts = text->split(' ');
    if (parts.size() != 3 || parts[0].size() > 18 || parts[1].size() > 18)
        return false;
    bool doneIsNumber = false;
    bool totalIsNumber = false;
    const qint64 done = parts[0].toLongLong(&doneIsNumber);
    const qint64 total = parts[1].toLongLong(&totalIsNumber);
    if (!doneIsNumber || !totalIsNumber || done < 0 || total < 0)
        return false;
    if (parts[2] != "bytes" && parts[2] != "files" && parts[2] != "seconds")
        return false;
    into = JobProgress{ done, total, QString::fromLatin1(parts[2]) };
    return true;
}

bool isHexDigest(const QByteArray &text)
{
    if (text.size() != 64)
        return false;
    for (const char c : text)
        if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')))
            return false;
    return true;
}

} // namespace

bool isFinal(JobState state)
{
    return state != JobState::Claimed && state != JobState::Running;
}

QString nameOf(JobState state)
{
    for (const auto &[name, value] : stateNames)
        if (value == state)
            return QString::fromLatin1(name);
    return {};
}

std::optional<JobState> parseJobState(QByteArrayView text)
{
    for (const auto &[name, value] : stateNames)
        if (text == name)
            return value;
    return {};
}

bool JobNews::drained() const
{
    return next() >= total || next() >= followLimit;
}

static Result<JobNews> parseOne(const GuestAnswer &answer)
{
    if (repeats(answer,
            { "state", "job", "offset", "total", "out", "secret", "tail", "progress", "facts", "exit", "signal",
                "out-sha256", "boot", "began", "ended", "reason" }))
        return broken("state");
    JobNews news;
    const auto state = parseJobState(answer.value("state").value_or(QByteArray()));
    if (!state)
        return broken("state");
    news.state = *state;
    news.job = QString::fromLatin1(answer.value("job").value_or(QByteArray()));
    if (news.job.isEmpty() || news.job.size() > mostName)
        return broken("job");

    const auto offset = answer.number("offset");
    const auto total = answer.number("total");
    if (!offset || !total)
        return broken("offset");
    news.offset = *offset;
    news.total = *total;
    if (!take(answer, "out", mostOut, news.out) || !take(answer, "tail", mostTail, news.tail)
        || !take(answer, "secret", mostSecret, news.secret))
        return broken("out");
    if (!take(answer, "facts", mostFacts, news.facts))
        return broken("facts");
    if (!take(answer, "exit", news.exit) || !take(answer, "signal", news.signal))
        return broken("exit");
    if (!takeProgress(answer, news.progress))
        return broken("progress");
    if (const auto sum = answer.value("out-sha256")) {
        if (!isHexDigest(*sum))
            return broken("out-sha256");
        news.outSha256 = *sum;
    }
    news.boot = QString::fromLatin1(answer.value("boot").value_or(QByteArray()).left(mostName));
    news.beganMs = answer.number("began").value_or(0);
    news.endedMs = answer.number("ended").value_or(0);
    news.reason = answer.reason().left(mostReason);
    return news;
}

Result<JobNews> parseJobNews(const GuestAnswer &answer)
{
    auto news = parseOne(answer);
    if (!news)
        return news;
    if (answer.all("also").size() > mostAlso)
        return broken("also");
    for (const QByteArray &text : answer.all("also")) {
        const auto payload = strictBase64(text);
        const auto lines = payload ? parsePayload(*payload) : std::nullopt;
        const auto other = lines ? parseOne(*lines) : Result<JobNews>(broken("also"));
        if (!other || !isFinal(other->state) || other->offset != 0 || lines->value("also"))
            return broken("also");
        news->also << *other;
    }
    return news;
}

Result<RunReport> parseRunReport(const GuestAnswer &answer)
{
    if (repeats(answer, { "boot", "generation", "cutover", "unfinished" }))
        return broken("generation");
    RunReport report;
    report.boot = QString::fromLatin1(answer.value("boot").value_or(QByteArray()));
    const auto generation = answer.number("generation");
    if (report.boot.isEmpty() || !generation)
        return broken("generation");
    report.generation = *generation;
    QByteArray cutover;
    if (!take(answer, "cutover", mostReason, cutover))
        return broken("cutover");
    report.cutover = QString::fromUtf8(cutover);
    report.unfinished = QString::fromLatin1(answer.value("unfinished").value_or(QByteArray()));
    if (report.boot.size() > mostName || report.unfinished.size() > 2 * mostName)
        return broken("unfinished");
    const QList<QByteArray> jobs = answer.all("job-state");
    if (jobs.size() > mostJobs)
        return broken("job-state");
    for (const QByteArray &line : jobs) {
        const QList<QByteArray> parts = line.split(' ');
        const auto state = parts.size() == 2 ? parseJobState(parts[1]) : std::nullopt;
        if (!state || parts[0].size() > mostName)
            return broken("job-state");
        report.jobs.append({ QString::fromLatin1(parts[0]), *state });
    }
    return report;
}

Result<QList<RunFolder>> parseRuns(const GuestAnswer &answer)
{
    QList<RunFolder> runs;
    const QList<QByteArray> told = answer.all("run");
    if (told.size() > mostRuns)
        return broken("run");
    for (const QByteArray &line : told) {
        const QList<QByteArray> parts = line.split(' ');
        if (parts.size() != 3 || parts[0].size() > mostName)
            return broken("run");
        bool sizeIsNumber = false;
        bool timeIsNumber = false;
        const RunFolder run{ QString::fromLatin1(parts[0]), parts[1].toLongLong(&sizeIsNumber),
            parts[2].toLongLong(&timeIsNumber) };
        if (!sizeIsNumber || !timeIsNumber)
            return broken("run");
        runs << run;
    }
    return runs;
}

} // namespace undock::remote
