#include "core/record/record_file.h"

#include "core/record/markdown.h"
#include "core/text/phrase.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace undock {

namespace {

constexpr qint64 mostRecord = 64 * 1024 * 1024;
constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

Error fileError(const char *code, const QString &path, const QString &what)
{
    return { Error::Kind::Failed, QLatin1String(code), what, path, phrase("cure-records-folder") };
}

/// Takes a name for this run: nobody else's record is ever at it.
Result<QString> claimName(const QDir &folder, const Record &record)
{
    for (int number = 1; number < 1000; ++number) {
        const QString path = folder.absoluteFilePath(record.fileName(number));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly)) {
            file.write(runMarker(record.run).toUtf8() + '\n');
            return path;
        }
        if (!QFile::exists(path))
            return tl::make_unexpected(fileError("record-unwritable", path, file.errorString()));
    }
    return tl::make_unexpected(fileError("record-unwritable", folder.absolutePath(), phrase("record-no-name")));
}

Done keepAside(const QString &path)
{
    for (int number = 1; number < 1000; ++number) {
        const QString aside = QStringLiteral("%1.edited-%2").arg(path).arg(number);
        if (QFile::exists(aside))
            continue;
        if (QFile::copy(path, aside))
            return {};
        break;
    }
    return tl::make_unexpected(fileError("record-unwritable", path, phrase("edited-record-stays")));
}

/// Writes the picture beside the record; its name. A record is not failed by it: it goes without one then.
QString pictureBeside(const QString &record, const QString &svg)
{
    if (svg.isEmpty())
        return {};
    QString path = record;
    if (path.endsWith(QLatin1String(".md")))
        path.chop(3);
    path += QStringLiteral(".svg");
    QSaveFile file(path);
    const QByteArray bytes = svg.toUtf8();
    const bool written
        = file.open(QIODevice::WriteOnly) && file.setPermissions(ownerOnly) && file.write(bytes) == bytes.size();
    return written && file.commit() ? QFileInfo(path).fileName() : QString();
}

} // namespace

QString findRecord(const QString &folder, const QString &run)
{
    const QDir dir(folder);
    for (const QString &name : dir.entryList({ QStringLiteral("*.md") }, QDir::Files, QDir::Name)) {
        QFile file(dir.absoluteFilePath(name));
        if (file.open(QIODevice::ReadOnly) && isRecordOf(QString::fromUtf8(file.readLine(4096)), run))
            return file.fileName();
    }
    return {};
}

Result<QString> writeRecord(const QString &folder, const std::vector<JournalEvent> &events, RecordOptions options)
{
    const QDir dir(folder);
    if (!dir.mkpath(QStringLiteral(".")))
        return tl::make_unexpected(fileError("record-unwritable", folder, phrase("folder-not-made")));

    Record record = makeRecord(events, options);
    QString path = findRecord(folder, record.run);
    if (path.isEmpty()) {
        const auto claimed = claimName(dir, record);
        if (!claimed)
            return claimed;
        path = *claimed;
    } else {
        QFile before(path);
        if (!before.open(QIODevice::ReadOnly) || before.size() > mostRecord)
            return tl::make_unexpected(fileError("record-unreadable", path, before.errorString()));
        const QString text = QString::fromUtf8(before.readAll());
        const bool onlyClaimed = text.trimmed() == runMarker(record.run);
        if (!onlyClaimed && !untouchedOutsideWords(text)) {
            if (const Done kept = keepAside(path); !kept)
                return tl::make_unexpected(kept.error());
        }
        const QMap<QString, QString> byHand = handWritten(text);
        for (auto words = byHand.begin(); words != byHand.end(); ++words)
            options.handWritten.insert(words.key(), words.value());
        record = makeRecord(events, options);
    }

    record.timelineFile = pictureBeside(path, record.timelineSvg);
    QSaveFile file(path);
    const QByteArray bytes = toMarkdown(record).toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return tl::make_unexpected(fileError("record-unwritable", path, file.errorString()));
    return path;
}

} // namespace undock
