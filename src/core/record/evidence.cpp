#include "core/record/evidence.h"

#include "core/base/hash.h"
#include "core/journal/reader.h"
#include "core/steps/step.h"
#include "core/text/phrase.h"

#include <QMap>
#include <QRegularExpression>

#include <algorithm>

namespace undock {

namespace {

const QString journalName = QStringLiteral("journal.jsonl");

/// A job's name comes from a journal, which may be adopted: it must not leave its folder.
QString safeName(const QString &job)
{
    static const QRegularExpression allowed(
        QRegularExpression::anchoredPattern(QStringLiteral("[A-Za-z0-9][A-Za-z0-9._-]{0,80}")));
    return allowed.match(job).hasMatch() ? job : QStringLiteral("job-") + sha256Hex(job.toUtf8()).left(12);
}

QByteArray readable(const Json &value)
{
    const std::string text = value.dump(2, ' ', false, Json::error_handler_t::replace);
    return QByteArray(text.data(), qsizetype(text.size())) + '\n';
}

/// What each job left, by its own lines of the journal.
struct JobFiles {
    Json begin = Json::object();
    Json end;
    QByteArray output;
    qint64 outputBytes = 0; ///< as the guest counted, redaction or not
    bool fetched = false;
};

const Step *scriptThatRan(const Json &begin, const StepCatalog &catalog)
{
    const Step *step = catalog.find(stringAt(begin, "step"));
    return step && sha256Hex(step->script) == stringAt(begin, "script_sha256") ? step : nullptr;
}

void addJob(std::vector<EvidenceFile> &files, const QString &job, const JobFiles &left, const StepCatalog &catalog)
{
    const QString folder = QStringLiteral("steps/") + safeName(job) + QLatin1Char('/');
    files.push_back({ folder + QStringLiteral("begin.json"), readable(left.begin) });
    if (const Step *step = scriptThatRan(left.begin, catalog))
        files.push_back({ folder + QStringLiteral("script.sh"), step->script });
    if (!left.output.isEmpty())
        files.push_back({ folder + QStringLiteral("output.txt"), left.output });
    if (!left.end.is_object())
        return;
    files.push_back({ folder + QStringLiteral("end.json"), readable(left.end) });
    const qint64 told = intAt(left.end, "out_bytes");
    if (told > left.outputBytes) {
        const QString why
            = QStringLiteral("%1 bytes were written, %2 of them are journaled: the rest is secret, or stayed in the\n"
                             "VM because it is large. It is there in the run's folder below "
                             "/var/lib/openclaw-undock/runs.\nsha256 of the whole: %3\n")
                  .arg(told)
                  .arg(left.outputBytes)
                  .arg(stringAt(left.end, "out_sha256"));
        const QString more
            = left.fetched ? QStringLiteral("It was fetched since: output-whole.txt, secrets taken out.\n") : QString();
        files.push_back({ folder + QStringLiteral("output-elsewhere.txt"), (why + more).toUtf8() });
    }
}

/// What each job left, by name.
QMap<QString, JobFiles> jobsOf(const std::vector<JournalEvent> &events)
{
    QMap<QString, JobFiles> jobs;
    for (const JournalEvent &event : events) {
        const QString job = stringAt(event.data, "job");
        if (event.is(event::begin)) {
            jobs[job].begin = event.data;
        } else if (event.is(event::end)) {
            jobs[job].end = event.data;
        } else if (event.is(event::fetched)) {
            jobs[job].fetched = true;
        } else if (event.is(event::output)) {
            const QString encoded = stringAt(event.data, "base64");
            jobs[job].output += encoded.isEmpty() ? stringAt(event.data, "text").toUtf8()
                                                  : QByteArray::fromBase64(encoded.toLatin1());
            jobs[job].outputBytes += intAt(event.data, "bytes");
        }
    }
    return jobs;
}

} // namespace

std::vector<EvidenceFile> evidenceOf(
    const std::vector<JournalEvent> &events, const QByteArray &journal, const StepCatalog &catalog)
{
    const QMap<QString, JobFiles> jobs = jobsOf(events);
    std::vector<EvidenceFile> files{ { journalName, journal } };
    for (auto job = jobs.constBegin(); job != jobs.constEnd(); ++job)
        addJob(files, job.key(), job.value(), catalog);
    std::sort(files.begin(), files.end(), [](const EvidenceFile &a, const EvidenceFile &b) { return a.path < b.path; });
    return files;
}

std::vector<OutputElsewhere> outputsElsewhere(const std::vector<JournalEvent> &events, const StepCatalog &catalog)
{
    const QMap<QString, JobFiles> jobs = jobsOf(events);
    std::vector<OutputElsewhere> found;
    for (auto job = jobs.constBegin(); job != jobs.constEnd(); ++job) {
        const JobFiles &left = job.value();
        const Step *step = catalog.find(stringAt(left.begin, "step"));
        if (!step || step->secretOutput || left.fetched || !left.end.is_object())
            continue;
        if (stringAt(left.begin, "where") == QLatin1String("guest") && intAt(left.end, "out_bytes") > left.outputBytes)
            found.push_back({ job.key(), intAt(left.end, "out_bytes"), stringAt(left.end, "out_sha256") });
    }
    return found;
}

QString fetchedOutputPath(const QString &job)
{
    return QStringLiteral("steps/%1/output-whole.txt").arg(safeName(job));
}

std::vector<EvidenceFile> fetchedOutputs(
    const std::vector<JournalEvent> &events, const QMap<QString, QByteArray> &found)
{
    std::vector<EvidenceFile> files;
    for (const JournalEvent &event : events) {
        const QString job = stringAt(event.data, "job");
        if (event.is(event::fetched) && found.contains(job)
            && sha256Hex(found[job]) == stringAt(event.data, "stored_sha256"))
            files.push_back({ fetchedOutputPath(job), found[job] });
    }
    return files;
}

QByteArray evidenceIndex(const std::vector<EvidenceFile> &files)
{
    QByteArray index;
    for (const EvidenceFile &file : files)
        index += sha256Hex(file.bytes).toLatin1() + "  " + file.path.toUtf8() + '\n';
    return index;
}

QString evidenceFault(const std::vector<EvidenceFile> &files, const EvidenceSeal &seal)
{
    const auto journal
        = std::find_if(files.begin(), files.end(), [](const EvidenceFile &file) { return file.path == journalName; });
    if (journal == files.end())
        return phrase("evidence-no-journal");
    const JournalContents contents = readJournal(journal->bytes);
    if (contents.damage)
        return phrase("evidence-journal-damaged",
            { { "line", contents.damage->line }, { "why", contents.damage->what, PhraseValue::Kind::Said } });
    if (qint64(contents.events.size()) != seal.events || contents.lastHash != seal.head)
        return phrase("evidence-other-lines",
            { { "lines", seal.events }, { "last", seal.head }, { "has", qint64(contents.events.size()) },
                { "ends", contents.lastHash } });

    // Scripts are held against the hashes in the journal, whatever program made the bundle.
    QMap<QString, QString> scripts, whole;
    for (const JournalEvent &event : contents.events) {
        if (event.is(event::begin))
            scripts.insert(QStringLiteral("steps/%1/script.sh").arg(safeName(stringAt(event.data, "job"))),
                stringAt(event.data, "script_sha256"));
        if (event.is(event::fetched))
            whole.insert(fetchedOutputPath(stringAt(event.data, "job")), stringAt(event.data, "stored_sha256"));
    }
    QMap<QString, QByteArray> expected;
    for (const EvidenceFile &file : evidenceOf(contents.events, journal->bytes, StepCatalog()))
        expected.insert(file.path, file.bytes);
    for (const EvidenceFile &file : files) {
        if (scripts.contains(file.path)) {
            if (sha256Hex(file.bytes) != scripts.value(file.path))
                return phrase("evidence-not-script", { { "file", file.path } });
        } else if (whole.contains(file.path)) {
            if (sha256Hex(file.bytes) != whole.value(file.path))
                return phrase("evidence-not-output", { { "file", file.path } });
        } else if (!expected.contains(file.path)) {
            return phrase("evidence-foreign", { { "file", file.path } });
        } else if (expected.take(file.path) != file.bytes) {
            return phrase("evidence-not-journal", { { "file", file.path } });
        }
    }
    if (!expected.isEmpty())
        return phrase("evidence-missing", { { "file", expected.firstKey() } });
    if (sha256Hex(evidenceIndex(files)) != seal.index)
        return phrase("evidence-other-index");
    return {};
}

QString sealMarker(const EvidenceSeal &seal)
{
    return QStringLiteral("<!-- openclaw-undock journal=%1:%2 evidence=%3 -->")
        .arg(QString::number(seal.events), seal.head, seal.index);
}

std::optional<EvidenceSeal> sealIn(const QString &markdown)
{
    static const QRegularExpression pattern(
        QStringLiteral("^<!-- openclaw-undock journal=(\\d{1,9}):([0-9a-f]{64}) evidence=([0-9a-f]{64}) -->$"),
        QRegularExpression::MultilineOption);
    const auto match = pattern.match(markdown);
    if (!match.hasMatch())
        return std::nullopt;
    return EvidenceSeal{ match.captured(1).toLongLong(), match.captured(2), match.captured(3) };
}

} // namespace undock
