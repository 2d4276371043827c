#include "engine/records/search_index.h"

#include "core/record/plain_text.h"
#include "core/record/record.h"
#include "core/text/phrase.h"
#include "engine/store/run_store.h"
#include "undock_version.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSet>

#include <cstring>

namespace undock {

namespace {

constexpr int indexForm = 2;
constexpr qint64 usualHead = 2048, mostIndexHead = 256 * 1024;

/// Which journal the index is of.
struct JournalMark {
    qint64 bytes = -1, changedMs = -1;
    friend bool operator==(const JournalMark &, const JournalMark &) = default;
};

JournalMark markOf(const QString &journal)
{
    const QFileInfo file(journal);
    return file.exists() ? JournalMark{ file.size(), file.lastModified().toMSecsSinceEpoch() } : JournalMark();
}

Json headOf(const RecordEntry &entry, const JournalMark &mark)
{
    Json head = { { "form", indexForm }, { "program", UNDOCK_VERSION }, { "journal_bytes", mark.bytes },
        { "journal_ms", mark.changedMs }, { "vm", toStd(entry.vmid) }, { "name", toStd(entry.name) },
        { "at", toStd(entry.node) }, { "started", toStd(entry.started.toString(Qt::ISODateWithMs)) },
        { "phase", toStd(entry.phase ? phaseName(*entry.phase) : QString()) }, { "data_bytes", entry.dataBytes },
        { "openclaw", toStd(entry.openclaw) }, { "panel", toStd(entry.panel) }, { "findings", Json::array() },
        { "left_out", entry.leftOut }, { "damage", toStd(entry.damage) } };
    if (entry.outageMs)
        head["outage_ms"] = *entry.outageMs;
    for (const QString &code : entry.findings)
        head["findings"].push_back(toStd(code));
    return head;
}

RecordEntry entryIn(const Json &head, const QString &run)
{
    RecordEntry entry;
    entry.id = run;
    entry.vmid = stringAt(head, "vm");
    entry.name = stringAt(head, "name");
    entry.node = stringAt(head, "at");
    entry.started = QDateTime::fromString(stringAt(head, "started"), Qt::ISODateWithMs);
    entry.day = entry.started.toLocalTime().date();
    entry.phase = phaseFromName(stringAt(head, "phase"));
    entry.dataBytes = intAt(head, "data_bytes");
    entry.openclaw = stringAt(head, "openclaw");
    entry.panel = stringAt(head, "panel");
    entry.leftOut = boolAt(head, "left_out");
    entry.damage = stringAt(head, "damage");
    if (head.contains("outage_ms"))
        entry.outageMs = intAt(head, "outage_ms");
    for (const Json &code : valueAt(head, "findings")) {
        if (code.is_string())
            entry.findings << toQt(code.get<std::string>());
    }
    return entry;
}

/// An index that is of this journal and of this program's making.
struct FreshIndex {
    RecordEntry entry;
    QByteArray begun; ///< of its text, as far as it was read together with the head
};

std::optional<FreshIndex> freshIndex(QFile &file, const QString &journal, const QString &run)
{
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return std::nullopt;
    QByteArray bytes = file.read(usualHead);
    qsizetype end = bytes.indexOf('\n');
    if (end < 0) {
        bytes += file.read(mostIndexHead);
        end = bytes.indexOf('\n');
    }
    const Json head = end < 0 ? Json() : parseJson(QByteArrayView(bytes).first(end), mostIndexHead);
    if (!head.is_object() || intAt(head, "form") != indexForm
        || stringAt(head, "program") != QLatin1String(UNDOCK_VERSION))
        return std::nullopt;
    const JournalMark mark{ intAt(head, "journal_bytes", -1), intAt(head, "journal_ms", -1) };
    if (mark.bytes < 0 || mark != markOf(journal))
        return std::nullopt;
    return FreshIndex{ entryIn(head, run), bytes.mid(end + 1) };
}

bool standsIn(QByteArrayView folded, QByteArrayView text)
{
    return folded.isEmpty()
        || ::memmem(text.data(), size_t(text.size()), folded.data(), size_t(folded.size())) != nullptr;
}

class DistinctLines {
public:
    void add(const QString &line)
    {
        const QByteArray folded = foldedText(line);
        if (folded.isEmpty() || m_seen.contains(folded))
            return;
        m_seen.insert(folded);
        m_text += folded;
        m_text += '\n';
    }
    QByteArray take() { return std::move(m_text); }

private:
    QSet<QByteArray> m_seen;
    QByteArray m_text;
};

} // namespace

IndexedRun indexOf(const std::vector<JournalEvent> &events, const QString &damage)
{
    IndexedRun run;
    run.entry = entryOf(RunState::of(events));
    run.entry.damage = damage;
    DistinctLines lines;
    lines.add(run.entry.id);
    for (const QString &code : run.entry.findings)
        lines.add(code);
    for (const char *language : { "zh", "en" }) {
        RecordOptions options;
        options.language = QLatin1String(language);
        for (const QString &line : plainLines(makeRecord(events, options)))
            lines.add(line);
    }
    // A record shows an excerpt of each output; all of it is looked through. What was cut between two lines of the
    // journal is put together again.
    QHash<QString, QByteArray> outputs;
    for (const JournalEvent &event : events) {
        if (!event.is(event::output))
            continue;
        const QString encoded = stringAt(event.data, "base64");
        outputs[stringAt(event.data, "job")]
            += encoded.isEmpty() ? stringAt(event.data, "text").toUtf8() : QByteArray::fromBase64(encoded.toLatin1());
    }
    for (const QByteArray &output : std::as_const(outputs)) {
        for (const QByteArray &line : output.split('\n'))
            lines.add(QString::fromUtf8(line));
    }
    run.text = lines.take();
    return run;
}

SearchIndex::SearchIndex(const QString &dataFolder)
    : m_folder(dataFolder)
{
}

QString SearchIndex::path(const QString &run) const
{
    return RunStore(m_folder).runFolder(run) + QStringLiteral("/search-index");
}

bool SearchIndex::isFresh(const QString &run) const
{
    QFile file(path(run));
    return freshIndex(file, RunStore(m_folder).journalPath(run), run).has_value();
}

Result<IndexedRun> SearchIndex::rebuild(const QString &run) const
{
    const RunStore store(m_folder);
    const QString journal = store.journalPath(run);
    // Taken before it is read: what is written meanwhile makes the index an old one.
    const JournalMark mark = markOf(journal);
    const auto contents = store.read(run);
    if (!contents)
        return tl::make_unexpected(contents.error());
    if (contents->events.empty()) {
        return fail(Error::Kind::Failed, QStringLiteral("journal-unreadable"), phrase("journal-nothing-reliable"),
            journal, phrase("cure-copy-in-vm"));
    }
    const bool broken = contents->damage && contents->damage->kind == JournalContents::Damage::Kind::Broken;
    IndexedRun made = indexOf(contents->events,
        broken ? inEnglish(phrase("journal-line-damaged",
            { { "line", contents->damage->line }, { "why", contents->damage->what, PhraseValue::Kind::Said } }))
               : QString());
    made.entry.id = run;
    // A convenience: a folder that cannot be written to is searched all the same.
    QSaveFile file(path(run));
    const QByteArray bytes = compactJson(headOf(made.entry, mark)) + '\n' + made.text;
    if (file.open(QIODevice::WriteOnly) && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(bytes) == bytes.size())
        (void)file.commit();
    return made;
}

std::optional<SearchIndex::Answer> SearchIndex::ask(
    const QString &run, const RecordQuery &query, const QByteArray &folded) const
{
    QFile file(path(run));
    auto fresh = freshIndex(file, RunStore(m_folder).journalPath(run), run);
    if (!fresh)
        return std::nullopt;
    const bool fits
        = query.matches(fresh->entry) && (folded.isEmpty() || standsIn(folded, fresh->begun + file.readAll()));
    return fits ? Answer{ std::move(fresh->entry) } : Answer();
}

Result<SearchIndex::Answer> SearchIndex::find(
    const QString &run, const RecordQuery &query, const QByteArray &folded) const
{
    if (auto answer = ask(run, query, folded))
        return std::move(*answer);
    auto made = rebuild(run);
    if (!made)
        return tl::make_unexpected(made.error());
    const bool fits = query.matches(made->entry) && standsIn(folded, made->text);
    return fits ? Answer{ std::move(made->entry) } : Answer();
}

} // namespace undock
