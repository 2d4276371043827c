#include "engine/store/run_store.h"

#include "core/journal/durable.h"
#include "core/journal/reader.h"
#include "core/params/field.h"
#include "core/run/run_identity.h"
#include "core/text/phrase.h"
#include "engine/store/desk_user.h"
#include "undock_version.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QSaveFile>
#include <QSysInfo>

#include <algorithm>

namespace undock {

RunStore::RunStore(QString dataFolder)
    : m_folder(std::move(dataFolder))
{
}

QString RunStore::runFolder(const QString &run) const
{
    return m_folder + QStringLiteral("/runs/") + run;
}

QString RunStore::journalPath(const QString &run) const
{
    return runFolder(run) + QStringLiteral("/journal.jsonl");
}

namespace {

Done makeFolder(const QString &folder)
{
    if (!QDir().mkpath(folder)) {
        return fail(Error::Kind::Failed, QStringLiteral("data-folder-unwritable"), phrase("run-folder-not-made"),
            folder, phrase("cure-data-folder"));
    }
    QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    return {};
}

bool isBroken(const QString &path)
{
    const auto contents = readJournalFile(path);
    return contents && contents->damage && contents->damage->kind == JournalContents::Damage::Kind::Broken;
}

/// A broken journal is evidence: it makes room, and is never overwritten.
Done keepBroken(const QString &path)
{
    if (!QFile::exists(path))
        return {};
    for (int n = 1;; ++n) {
        const QString aside = QStringLiteral("%1.broken-%2").arg(path).arg(n);
        if (QFile::exists(aside))
            continue;
        if (QFile::rename(path, aside))
            return {};
        return fail(Error::Kind::Failed, QStringLiteral("journal-unwritable"), phrase("broken-journal-stays"), path,
            phrase("cure-writable-then-adopt"));
    }
}

} // namespace

Result<std::unique_ptr<JournalWriter>> RunStore::create(const RunParameters &parameters, const QString &program)
{
    const QDateTime now = QDateTime::currentDateTime();
    const QString run = QStringLiteral("%1-%2-%3")
                            .arg(parameters.vmid.value())
                            .arg(now.toString(QStringLiteral("yyyyMMdd-HHmmss")))
                            .arg(QRandomGenerator::system()->bounded(0x10000), 4, 16, QLatin1Char('0'));
    if (Done made = makeFolder(runFolder(run)); !made)
        return tl::make_unexpected(made.error());
    auto journal = JournalWriter::open(journalPath(run));
    if (!journal)
        return journal;
    const Done written = (*journal)->append(event::runCreated,
        { { "run", toStd(run) }, { keyOf(Field::Vmid), std::to_string(parameters.vmid.value()) },
            { keyOf(Field::Node), toStd(parameters.node.toString()) }, { "params", toJson(parameters) },
            { "program", toStd(program) }, { "version", UNDOCK_VERSION },
            { "host", toStd(QSysInfo::machineHostName()) },
            { keyOf(Field::Operator), toStd(parameters.operatorName.toString()) },
            { "zone_minutes", now.offsetFromUtc() / 60 } });
    if (!written)
        return tl::make_unexpected(written.error());
    return journal;
}

Result<std::unique_ptr<JournalWriter>> RunStore::open(const QString &run) const
{
    if (!QFile::exists(journalPath(run))) {
        return fail(Error::Kind::BadInput, QStringLiteral("no-such-run"), phrase("no-such-run"), run,
            phrase("cure-runs-or-adopt"));
    }
    // Before it is opened for writing: a foreign file is not even given a line.
    if (const auto readable = read(run); !readable && readable.error().code == QLatin1String("journal-of-another"))
        return tl::make_unexpected(readable.error());
    return JournalWriter::open(journalPath(run));
}

Result<std::unique_ptr<JournalWriter>> RunStore::adopt(const QString &run, const QByteArray &journal)
{
    if (QFile::exists(journalPath(run)) && !isBroken(journalPath(run))) {
        return fail(Error::Kind::Refused, QStringLiteral("run-is-here"), phrase("run-is-here"), run,
            phrase("cure-resume-here"));
    }
    const JournalContents contents = readJournal(journal);
    if (contents.events.empty()) {
        return fail(Error::Kind::Failed, QStringLiteral("journal-broken"), phrase("guest-copy-worthless"), run,
            phrase("cure-back-by-hand"));
    }
    if (const Done named = checkRunName(run); !named)
        return tl::make_unexpected(named.error());
    if (const Done same = checkRunIdentity(contents.events, { run, {} }); !same)
        return tl::make_unexpected(same.error());
    if (Done made = makeFolder(runFolder(run)); !made)
        return tl::make_unexpected(made.error());
    if (const Done aside = keepBroken(journalPath(run)); !aside)
        return tl::make_unexpected(aside.error());
    // All of it or nothing: a part would be taken for a run that had not come so far.
    QSaveFile file(journalPath(run));
    if (!file.open(QIODevice::WriteOnly) || file.write(journal) != journal.size() || !file.commit()) {
        return fail(Error::Kind::Failed, QStringLiteral("journal-unwritable"), file.errorString(), file.fileName(),
            phrase("cure-space-then-adopt"));
    }
    return JournalWriter::open(journalPath(run));
}

QStringList RunStore::runs() const
{
    QStringList names
        = QDir(m_folder + QStringLiteral("/runs")).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    // "<vmid>-<date>-<time>-<hex>": by date and time.
    const auto started = [](const QString &name) { return name.section(QLatin1Char('-'), 1); };
    std::sort(names.begin(), names.end(), [&](const QString &a, const QString &b) { return started(a) < started(b); });
    return names;
}

Result<JournalEvent> RunStore::readFirst(const QString &run) const
{
    constexpr qint64 longest = 1024 * 1024; // bytes
    QFile file(journalPath(run));
    const JournalContents contents
        = file.open(QIODevice::ReadOnly) ? readJournal(file.readLine(longest)) : JournalContents();
    if (contents.events.empty())
        return fail(Error::Kind::Failed, QStringLiteral("journal-unreadable"),
            contents.damage ? contents.damage->what : file.errorString(), file.fileName(),
            phrase("cure-check-file-and-disk"));
    if (const Done same = checkRunIdentity(contents.events, { run, {} }); !same)
        return tl::make_unexpected(same.error());
    return contents.events.front();
}

Result<JournalContents> RunStore::read(const QString &run) const
{
    auto contents = readJournalFile(journalPath(run));
    if (!contents || contents->events.empty())
        return contents;
    if (const Done same = checkRunIdentity(contents->events, { run, {} }); !same)
        return tl::make_unexpected(same.error());
    return contents;
}

QStringList RunStore::order() const
{
    QFile file(m_folder + QStringLiteral("/queue-order"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.read(1024 * 1024)).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

Done RunStore::keepOrder(const QStringList &runs) const
{
    QSaveFile file(m_folder + QStringLiteral("/queue-order"));
    const QByteArray text = runs.join(QLatin1Char('\n')).toUtf8() + '\n';
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        return fail(Error::Kind::Failed, QStringLiteral("file-not-written"), file.errorString(), file.fileName(),
            phrase("cure-space-or-writable"));
    }
    return {};
}

namespace {

QString retiredFile(const QString &folder)
{
    return folder + QStringLiteral("/retired-nodes.jsonl");
}

} // namespace

QStringList RunStore::retiredNodes() const
{
    QFile file(retiredFile(m_folder));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList nodes;
    for (const QByteArray &line : file.read(1024 * 1024).split('\n')) {
        const Json said = parseJson(line, 64 * 1024);
        const QString node = stringAt(said, keyOf(Field::Node));
        nodes.removeAll(node);
        if (!node.isEmpty() && boolAt(said, "retired"))
            nodes << node;
    }
    return nodes;
}

Done RunStore::noteNode(const Json &line) const
{
    QFile file(retiredFile(m_folder));
    const QByteArray text = QByteArray::fromStdString(line.dump()) + '\n';
    const bool written
        = file.open(QIODevice::WriteOnly | QIODevice::Append) && file.write(text) == text.size() && file.flush();
    const QString failed = written ? syncFile(file) : file.errorString();
    if (!written || !failed.isEmpty()) {
        return fail(Error::Kind::Failed, QStringLiteral("file-not-written"), failed, file.fileName(),
            phrase("cure-space-or-writable"));
    }
    return {};
}

Done RunStore::retireNode(const QString &node, const QString &by, const QString &reason) const
{
    if (by.trimmed().isEmpty() || reason.trimmed().isEmpty()) {
        return fail(Error::Kind::Refused, QStringLiteral("reason-missing"), phrase("retire-reason-missing"), node,
            phrase("cure-say-why-safe"));
    }
    return noteNode({ { keyOf(Field::Node), toStd(node) }, { "retired", true }, { "by", toStd(by) },
        { "reason", toStd(reason) }, { "at", toStd(QDateTime::currentDateTimeUtc().toString(Qt::ISODate)) } });
}

Done RunStore::employNode(const QString &node) const
{
    if (!retiredNodes().contains(node))
        return {};
    return noteNode({ { keyOf(Field::Node), toStd(node) }, { "retired", false },
        { "at", toStd(QDateTime::currentDateTimeUtc().toString(Qt::ISODate)) } });
}

QString defaultOperatorName()
{
    const QString name = loginName();
    return name.isEmpty() ? QStringLiteral("operator") : name;
}

} // namespace undock
