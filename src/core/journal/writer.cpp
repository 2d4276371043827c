#include "core/journal/writer.h"

#include "core/base/hash.h"
#include "core/journal/durable.h"
#include "core/params/field.h"
#include "core/text/phrase.h"

#include <QFile>

#include <set>

namespace undock {

namespace {

constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

Error ioError(const QString &path, const QString &what)
{
    return { Error::Kind::Failed, QStringLiteral("journal-unwritable"), what, path,
        phrase("cure-free-space-then-resume") };
}

/// By these a run's state is computed. A guest that calls "passed" or a step's name one of its secrets must not change
/// what the journal says; texts, outputs and facts are what is redacted.
bool isMachineField(const std::string &key)
{
    static const std::set<std::string> fields{ "run", keyOf(Field::Vmid), "job", "step", "stage", "where", "effect",
        "way_back", "chain", "verdict", "state", "script_sha256", "pack_sha256", "out_sha256", "sha256", "action",
        "outcome", "which", "kind", "how", "seq", "at", "type", "prev" };
    return fields.count(key) > 0;
}

/// Every string through QString, so that invalid UTF-8 is replaced before it is
/// kept: what memory tells and what the file tells must not differ.
void cleanStrings(Json &value, const std::function<QString(const QString &)> &redactor)
{
    if (value.is_string()) {
        const QString text = toQt(value.get<std::string>());
        value = toStd(redactor ? redactor(text) : text);
    } else if (value.is_object()) {
        static const std::function<QString(const QString &)> nothing;
        for (auto &[key, child] : value.get_ref<Json::object_t &>())
            cleanStrings(child, isMachineField(key) ? nothing : redactor);
    } else if (value.is_array()) {
        for (auto &child : value)
            cleanStrings(child, redactor);
    }
}

/// Keeps a torn tail in a file of its own, on disk before the journal is cut. An
/// earlier tail of the same place is never overwritten.
Result<QString> keepAside(const QString &path, size_t line, const QByteArray &tail)
{
    const QString first = QStringLiteral("%1.torn-%2").arg(path).arg(line);
    QString name = first;
    for (int n = 2; QFile::exists(name); ++n)
        name = QStringLiteral("%1-%2").arg(first).arg(n);
    QFile aside(name);
    if (!aside.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered, ownerOnly)
        || aside.write(tail) != tail.size())
        return tl::make_unexpected(ioError(name, aside.errorString()));
    if (const QString failed = syncFile(aside); !failed.isEmpty())
        return tl::make_unexpected(ioError(name, failed));
    if (const QString failed = syncFolderOf(name); !failed.isEmpty())
        return tl::make_unexpected(ioError(name, failed));
    return name;
}

} // namespace

JournalWriter::JournalWriter() = default;
JournalWriter::~JournalWriter() = default;

Result<std::unique_ptr<JournalWriter>> JournalWriter::open(const QString &path)
{
    const bool fresh = !QFile::exists(path);
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadWrite | QIODevice::Unbuffered, ownerOnly))
        return tl::make_unexpected(ioError(path, file->errorString()));
    file->setPermissions(ownerOnly);
    if (!lockAlone(*file)) {
        return fail(Error::Kind::Refused, QStringLiteral("journal-in-use"), phrase("journal-in-use"), path,
            phrase("cure-close-other-window"));
    }
    if (const QString failed = fresh ? syncFolderOf(path) : QString(); !failed.isEmpty())
        return tl::make_unexpected(ioError(path, failed));

    std::unique_ptr<JournalWriter> writer(new JournalWriter);
    writer->m_file = std::move(file);
    const auto torn = writer->load();
    if (!torn)
        return tl::make_unexpected(torn.error());
    if (const Done noted = writer->noteTorn(*torn); !noted)
        return tl::make_unexpected(noted.error());
    return writer;
}

Result<Json> JournalWriter::load()
{
    const QString path = m_file->fileName();
    m_file->seek(0);
    const QByteArray bytes = m_file->readAll();
    JournalContents contents = readJournal(bytes);
    if (contents.damage && contents.damage->kind == JournalContents::Damage::Kind::Broken) {
        return fail(Error::Kind::Refused, QStringLiteral("journal-broken"), contents.damage->what,
            QStringLiteral("%1:%2").arg(path).arg(contents.damage->line), phrase("cure-adopt-guest-copy"));
    }
    m_events = std::move(contents.events);
    m_lastHash = contents.lastHash;

    Json torn;
    if (contents.damage) {
        const QByteArray tail = bytes.mid(contents.goodBytes);
        const auto keptAs = keepAside(path, m_events.size() + 1, tail);
        if (!keptAs)
            return tl::make_unexpected(keptAs.error());
        if (!m_file->resize(contents.goodBytes))
            return tl::make_unexpected(ioError(path, m_file->errorString()));
        torn = { { "bytes", tail.size() }, { "sha256", toStd(sha256Hex(tail)) }, { "kept_as", toStd(*keptAs) } };
    }
    m_file->seek(contents.goodBytes);
    m_failed = false;
    return torn;
}

Done JournalWriter::noteTorn(const Json &torn)
{
    return torn.is_null() ? Done() : append(event::torn, torn);
}

bool JournalWriter::failed() const
{
    const std::lock_guard lock(m_mutex);
    return m_failed;
}

Done JournalWriter::recover()
{
    Json torn;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_failed)
            return {};
        auto loaded = load();
        if (!loaded)
            return tl::make_unexpected(loaded.error());
        torn = std::move(*loaded);
    }
    return noteTorn(torn);
}

Done JournalWriter::append(const char *type, Json data)
{
    const auto written = write(type, std::move(data));
    return written ? Done() : tl::make_unexpected(written.error());
}

Result<JournalEvent> JournalWriter::write(const char *type, Json data)
{
    JournalEvent event;
    std::function<void(const JournalEvent &)> observer;
    {
        const std::lock_guard lock(m_mutex);
        if (m_failed)
            return tl::make_unexpected(ioError(m_file->fileName(), phrase("earlier-write-failed")));
        cleanStrings(data, m_redactor);
        event.seq = static_cast<qint64>(m_events.size()) + 1;
        event.at = QDateTime::currentDateTimeUtc();
        event.type = QLatin1String(type);
        event.previous = m_lastHash;
        event.data = std::move(data);
        const Json line = { { "seq", event.seq }, { "at", toStd(event.at.toString(Qt::ISODateWithMs)) },
            { "type", type }, { "data", event.data }, { "prev", toStd(event.previous) } };
        const QByteArray bytes = compactJson(line);
        if (Done written = writeLine(bytes); !written) {
            m_failed = true;
            return tl::make_unexpected(written.error());
        }
        m_lastHash = sha256Hex(bytes);
        m_events.push_back(event);
        observer = m_observer;
    }
    if (observer)
        observer(event);
    return event;
}

Done JournalWriter::writeLine(const QByteArray &line)
{
    const QByteArray bytes = line + '\n';
    const qint64 before = m_file->pos();
    if (m_file->write(bytes) != bytes.size()) {
        const QString why = m_file->errorString();
        // Leave no half line behind: the next opening should find a whole journal.
        m_file->resize(before);
        return tl::make_unexpected(ioError(m_file->fileName(), why));
    }
    if (const QString failed = syncFile(*m_file); !failed.isEmpty())
        return tl::make_unexpected(ioError(m_file->fileName(), failed));
    return {};
}

std::vector<JournalEvent> JournalWriter::events() const
{
    const std::lock_guard lock(m_mutex);
    return m_events;
}

JournalEvent JournalWriter::last() const
{
    const std::lock_guard lock(m_mutex);
    return m_events.empty() ? JournalEvent{} : m_events.back();
}

QString JournalWriter::path() const
{
    return m_file->fileName();
}

void JournalWriter::setObserver(std::function<void(const JournalEvent &)> observer)
{
    const std::lock_guard lock(m_mutex);
    m_observer = std::move(observer);
}

void JournalWriter::setRedactor(std::function<QString(const QString &)> redactor)
{
    const std::lock_guard lock(m_mutex);
    m_redactor = std::move(redactor);
}

} // namespace undock
