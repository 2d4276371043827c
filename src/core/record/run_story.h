#pragma once

#include "core/record/record.h"
#include "core/record/words.h"
#include "core/run/run_state.h"

namespace undock {

/// One job with what only the journal's lines have: values, script, output.
struct JobStory {
    const JobState *job = nullptr;
    Json values = Json::object();
    QString scriptSha256;
    Json end = Json::object();
    QString output; ///< as far as it is journaled; bounded
    bool outputCut = false;
};

/// What every section of the record is made from.
class RunStory {
public:
    RunStory(const std::vector<JournalEvent> &events, const RecordOptions &options);

    const std::vector<JournalEvent> &events() const { return m_events; }
    const RunState &state() const { return m_state; }
    const RecordOptions &options() const { return m_options; }
    const std::vector<JobStory> &jobs() const { return m_jobs; }
    const Words &t() const { return m_words; }

    /// Newest job of the step that ran, whatever came of it.
    const JobStory *newest(QStringView step) const;
    const JobStory *newest(StepRole role) const { return newest(stepOf(role)); }
    std::vector<const JournalEvent *> all(const char *type) const;
    const JournalEvent *last(const char *type) const;

    const QTimeZone &zone() const { return m_zone; }
    QDateTime local(const QDateTime &at) const { return at.toTimeZone(m_zone); }
    QString time(const QDateTime &at) const;
    QString zoneName() const;
    QString duration(qint64 ms) const;
    QString size(qint64 bytes) const;
    QString verdict(Verdict verdict) const;
    /// "passed", "skipped", "not known yet" …
    QString outcome(const JobState &job) const;
    /// A path in the copy of the data, as it reads once the copy stands in its place.
    QString placed(const QString &path) const;
    /// The step's title in the record's language.
    QString title(const QString &step) const;

private:
    void takeOutput(const JournalEvent &event);

    const std::vector<JournalEvent> &m_events;
    const RecordOptions &m_options;
    RunState m_state;
    Words m_words;
    QTimeZone m_zone;
    std::vector<JobStory> m_jobs;
};

/// Several lines of hostile text: safe to show, secrets masked, the middle left out of a long one.
QString excerpt(const QString &text, int mostLines, qsizetype mostCharacters);

} // namespace undock
