#include "engine/records/zip_file.h"

#include "core/text/phrase.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSet>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <memory>

namespace undock {

namespace {

constexpr qint64 mostBytes = qint64(1) << 30; ///< packed, and unpacked
constexpr size_t mostFiles = 20000;
// Logs pack to a tenth, the most uniform of them to a fiftieth; a step's output is 4 MiB at the most and may be all
// alike.
constexpr qint64 mostRatio = 60;
constexpr qint64 freeOfRatio = 32 * 1024 * 1024;

using Writer = std::unique_ptr<archive, decltype(&archive_write_free)>;
using Reader = std::unique_ptr<archive, decltype(&archive_read_free)>;
using Entry = std::unique_ptr<archive_entry, decltype(&archive_entry_free)>;

tl::unexpected<Error> unwritable(const QString &path, const QString &what)
{
    return fail(Error::Kind::Failed, QStringLiteral("bundle-unwritable"), what, path, phrase("cure-choose-folder"));
}

tl::unexpected<Error> unreadable(const QString &path, const QString &what)
{
    return fail(
        Error::Kind::Failed, QStringLiteral("bundle-unreadable"), what, path, phrase("cure-ask-for-file-again"));
}

QString trouble(archive *of)
{
    return QString::fromUtf8(archive_error_string(of) ? archive_error_string(of) : "unknown trouble");
}

la_ssize_t append(archive *, void *data, const void *bytes, size_t size)
{
    static_cast<QByteArray *>(data)->append(static_cast<const char *>(bytes), qsizetype(size));
    return la_ssize_t(size);
}

/// What may stand in a name of a bundle; never a way out of the folder it is unpacked into.
bool harmless(const QString &name)
{
    if (name.isEmpty() || name.size() > 300 || name.startsWith(QLatin1Char('/')) || name.contains(QLatin1Char('\\')))
        return false;
    for (const QString &part : name.split(QLatin1Char('/'))) {
        if (part.isEmpty() || part == QLatin1String(".") || part == QLatin1String(".."))
            return false;
    }
    return true;
}

} // namespace

Done writeZip(const QString &path, const std::vector<EvidenceFile> &files, const QDateTime &time)
{
    QByteArray bytes;
    // The writer appends until it is freed: it must go first.
    const Writer writer(archive_write_new(), &archive_write_free);
    archive *sink = writer.get();
    archive_write_set_format_zip(sink);
    archive_write_set_options(sink, "zip:hdrcharset=UTF-8");
    archive_write_set_bytes_in_last_block(sink, 1);
    if (archive_write_open(sink, &bytes, nullptr, &append, nullptr) != ARCHIVE_OK)
        return unwritable(path, trouble(sink));
    for (const EvidenceFile &file : files) {
        const Entry entry(archive_entry_new(), &archive_entry_free);
        archive_entry_set_pathname_utf8(entry.get(), file.path.toUtf8().constData());
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0600);
        archive_entry_set_size(entry.get(), file.bytes.size());
        archive_entry_set_mtime(entry.get(), time_t(time.toSecsSinceEpoch()), 0);
        if (archive_write_header(sink, entry.get()) != ARCHIVE_OK
            || archive_write_data(sink, file.bytes.constData(), size_t(file.bytes.size())) != file.bytes.size())
            return unwritable(path, trouble(sink));
    }
    if (archive_write_close(sink) != ARCHIVE_OK)
        return unwritable(path, trouble(sink));
    QSaveFile out(path);
    if (!out.open(QIODevice::WriteOnly) || !out.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        || out.write(bytes) != bytes.size() || !out.commit())
        return unwritable(path, out.errorString());
    return {};
}

Result<std::vector<EvidenceFile>> readZip(const QString &path)
{
    const qint64 packed = QFileInfo(path).size();
    if (packed > mostBytes)
        return unreadable(path, phrase("bundle-too-large"));
    const qint64 most = std::min(mostBytes, freeOfRatio + packed * mostRatio);
    const Reader reader(archive_read_new(), &archive_read_free);
    archive *from = reader.get();
    archive_read_support_format_zip(from);
    if (archive_read_open_filename(from, QFile::encodeName(path).constData(), 64 * 1024) != ARCHIVE_OK)
        return unreadable(path, trouble(from));
    std::vector<EvidenceFile> files;
    QSet<QString> seen;
    qint64 total = 0;
    for (;;) {
        archive_entry *entry = nullptr;
        const int next = archive_read_next_header(from, &entry);
        if (next == ARCHIVE_EOF)
            break;
        if (next != ARCHIVE_OK)
            return unreadable(path, trouble(from));
        const char *utf8 = archive_entry_pathname_utf8(entry);
        QString name = QString::fromUtf8(utf8 ? utf8 : archive_entry_pathname(entry));
        // Packed again by hand, a bundle has its folders as entries of their own.
        if (archive_entry_filetype(entry) == AE_IFDIR && name.endsWith(QLatin1Char('/')) && harmless(name.chopped(1)))
            continue;
        if (archive_entry_filetype(entry) != AE_IFREG || !harmless(name) || seen.contains(name)
            || files.size() >= mostFiles)
            return unreadable(path, phrase("bundle-entry-foreign", { { "name", name.left(120) } }));
        seen.insert(name);
        // What the entry says of itself is refused before a byte of it is unpacked.
        if (archive_entry_size_is_set(entry) && archive_entry_size(entry) > most - total)
            return unreadable(path, phrase("bundle-too-large"));
        QByteArray content;
        char buffer[64 * 1024];
        for (;;) {
            const la_ssize_t got = archive_read_data(from, buffer, sizeof buffer);
            if (got == 0)
                break;
            total += got;
            if (got < 0 || total > most)
                return unreadable(path, got < 0 ? trouble(from) : phrase("bundle-too-large"));
            content.append(buffer, qsizetype(got));
        }
        files.push_back({ name, content });
    }
    return files;
}

} // namespace undock
