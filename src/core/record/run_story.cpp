#include "core/record/run_story.h"

#include "core/steps/step_words.h"
#include "core/text/display_safe.h"
#include "core/text/human.h"
#include "core/text/redact.h"
#include "guest_layout.h"

namespace undock {

namespace {

constexpr qsizetype mostOutput = 64 * 1024; ///< of one job, kept for the excerpt

QTimeZone zoneOf(const RunState &state, const QTimeZone &wanted)
{
    if (wanted.isValid())
        return wanted;
    const qint64 minutes = intAt(state.created(), "zone_minutes");
    const bool sane = minutes > -24 * 60 && minutes < 24 * 60;
    return QTimeZone(sane ? static_cast<int>(minutes) * 60 : 0);
}

} // namespace

RunStory::RunStory(const std::vector<JournalEvent> &events, const RecordOptions &options)
    : m_events(events)
    , m_options(options)
    , m_state(RunState::of(events))
    , m_words(options.language)
    , m_zone(zoneOf(m_state, options.timeZone))
{
    m_jobs.reserve(m_state.jobs().size());
    for (const JobState &job : m_state.jobs())
        m_jobs.push_back({ &job, Json::object(), {}, Json::object(), {}, false });
    for (const JournalEvent &event : events) {
        if (event.is(event::output)) {
            takeOutput(event);
            continue;
        }
        if (!event.is(event::begin) && !event.is(event::end))
            continue;
        const QString name = stringAt(event.data, "job");
        for (JobStory &story : m_jobs) {
            if (story.job->job != name)
                continue;
            if (event.is(event::end)) {
                story.end = event.data;
                continue;
            }
            story.scriptSha256 = stringAt(event.data, "script_sha256");
            if (event.data.contains("values") && event.data["values"].is_object())
                story.values = event.data["values"];
        }
    }
}

void RunStory::takeOutput(const JournalEvent &event)
{
    const QString name = stringAt(event.data, "job");
    for (JobStory &story : m_jobs) {
        if (story.job->job != name)
            continue;
        const QString encoded = stringAt(event.data, "base64");
        story.output += encoded.isEmpty() ? stringAt(event.data, "text")
                                          : QString::fromUtf8(QByteArray::fromBase64(encoded.toLatin1()));
        if (story.output.size() > mostOutput) {
            // Beginning and end tell most; the whole stays in journal and guest.
            story.output = story.output.left(mostOutput / 2) + QStringLiteral("\n[…]\n")
                + story.output.right(mostOutput / 2 - 8);
            story.outputCut = true;
        }
    }
}

const JobStory *RunStory::newest(QStringView step) const
{
    for (auto story = m_jobs.rbegin(); story != m_jobs.rend(); ++story) {
        if (story->job->step == step && !story->job->neverRan())
            return &*story;
    }
    return nullptr;
}

std::vector<const JournalEvent *> RunStory::all(const char *type) const
{
    std::vector<const JournalEvent *> found;
    for (const JournalEvent &event : m_events) {
        if (event.is(type))
            found.push_back(&event);
    }
    return found;
}

const JournalEvent *RunStory::last(const char *type) const
{
    const auto found = all(type);
    return found.empty() ? nullptr : found.back();
}

QString RunStory::time(const QDateTime &at) const
{
    return at.isValid() ? local(at).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) : QString();
}

QString RunStory::zoneName() const
{
    const int minutes = local(m_state.startedAt()).offsetFromUtc() / 60;
    return QStringLiteral("UTC%1%2:%3")
        .arg(minutes < 0 ? QLatin1Char('-') : QLatin1Char('+'))
        .arg(std::abs(minutes) / 60, 2, 10, QLatin1Char('0'))
        .arg(std::abs(minutes) % 60, 2, 10, QLatin1Char('0'));
}

QString RunStory::duration(qint64 ms) const
{
    QString text = humanDuration(ms);
    const std::pair<const char *, QString> units[] = { { " min", m_words("unit-minutes") },
        { " h", m_words("unit-hours") }, { " s", m_words("unit-seconds") }, { "unknown", m_words("unknown") } };
    for (const auto &[english, said] : units)
        text.replace(QLatin1String(english), said);
    return text;
}

QString RunStory::size(qint64 bytes) const
{
    return humanSize(bytes);
}

QString RunStory::verdict(Verdict verdict) const
{
    switch (verdict) {
    case Verdict::Passed:
        return m_words("passed");
    case Verdict::Warning:
        return m_words("warning");
    case Verdict::Failed:
        return m_words("failed");
    case Verdict::Unknown:
        break;
    }
    return m_words("unknown");
}

QString RunStory::outcome(const JobState &job) const
{
    if (!job.settled()) {
        return job.answerLost ? m_words("unknown-the-link-was-lost-the-vm-has-to-be") : m_words("under-way");
    }
    if (job.skipped())
        return m_words("not-run-an-earlier-step-ended-the-chain");
    if (job.neverRan())
        return m_words("not-run-refused");
    QString text = verdict(job.verdict);
    if (job.verdict == Verdict::Failed && job.failure)
        text += QStringLiteral(" (%1)").arg(job.failure->code);
    if (job.verdict == Verdict::Warning) {
        QStringList codes;
        for (const CodedText &warning : job.warnings)
            codes << warning.code + (job.acknowledged.contains(warning.code) ? m_words("accepted") : QString());
        text += QStringLiteral(" (%1)").arg(codes.join(QStringLiteral(", ")));
    }
    return text;
}

QString RunStory::placed(const QString &path) const
{
    const JobStory *place = newest(StepRole::PlacesCopy);
    const QString target = place && place->job->green() ? place->job->facts.value(u"placed") : QString();
    const QString staging = QStringLiteral(LAYOUT_TARGET ".undock-") + m_state.run();
    return !target.isEmpty() && path.startsWith(staging + QLatin1Char('/')) ? target + path.mid(staging.size()) : path;
}

QString RunStory::title(const QString &step) const
{
    return stepTitle(step, m_words.catalogue());
}

QString excerpt(const QString &text, int mostLines, qsizetype mostCharacters)
{
    static const Redactor secrets;
    QStringList lines = secrets.redact(displaySafe(text)).split(QLatin1Char('\n'));
    while (!lines.isEmpty() && lines.last().trimmed().isEmpty())
        lines.removeLast();
    if (lines.size() > mostLines) {
        const auto left = lines.size() - mostLines;
        lines = lines.mid(0, mostLines / 2) + QStringList{ QStringLiteral("[… %1 …]").arg(left) }
            + lines.mid(lines.size() - mostLines / 2);
    }
    for (QString &line : lines) {
        if (line.size() > 400)
            line = line.left(400) + QStringLiteral(" […]");
    }
    QString joined = lines.join(QLatin1Char('\n'));
    if (joined.size() > mostCharacters)
        joined = joined.left(mostCharacters / 2) + QStringLiteral("\n[…]\n") + joined.right(mostCharacters / 2);
    return joined;
}

} // namespace undock
