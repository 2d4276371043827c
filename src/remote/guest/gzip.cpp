#include "remote/guest/gzip.h"

#include "core/text/phrase.h"
#include "remote/guest/archive_sink.h"

#include <archive_entry.h>

#include <array>

namespace undock::remote {
namespace {

using EntryPointer = std::unique_ptr<archive_entry, decltype(&archive_entry_free)>;
using ReaderPointer = std::unique_ptr<archive, decltype(&archive_read_free)>;

tl::unexpected<Error> unpackFailed(const char *why)
{
    return fail(Error::Kind::Failed, QStringLiteral("unpack-failed"),
        why ? phrase("unpack-failed", { { "why", QString::fromUtf8(why) } }) : phrase("unpack-no-gzip"));
}

} // namespace

Result<QByteArray> gzip(const QByteArray &content)
{
    ArchiveSink sink(ArchiveSink::Form::Raw);
    const EntryPointer entry(archive_entry_new(), &archive_entry_free);
    archive_entry_set_pathname(entry.get(), "data");
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    if (archive_write_header(sink.get(), entry.get()) != ARCHIVE_OK
        || archive_write_data(sink.get(), content.constData(), size_t(content.size())) != content.size())
        return packFailed(sink.get());
    return sink.finish();
}

Result<QByteArray> gunzip(const QByteArray &packed, qint64 most)
{
    const ReaderPointer reader(archive_read_new(), &archive_read_free);
    archive_read_support_filter_gzip(reader.get());
    archive_read_support_format_raw(reader.get());
    archive_read_support_format_empty(reader.get());
    archive_entry *entry = nullptr;
    if (!packed.startsWith("\x1f\x8b")
        || archive_read_open_memory(reader.get(), packed.constData(), size_t(packed.size())) != ARCHIVE_OK)
        return unpackFailed(archive_error_string(reader.get()));
    const int header = archive_read_next_header(reader.get(), &entry);
    if (header == ARCHIVE_EOF)
        return QByteArray();
    if (header != ARCHIVE_OK)
        return unpackFailed(archive_error_string(reader.get()));
    QByteArray content;
    std::array<char, 65536> buffer;
    for (;;) {
        const la_ssize_t count = archive_read_data(reader.get(), buffer.data(), buffer.size());
        if (count < 0)
            return unpackFailed(archive_error_string(reader.get()));
        if (count == 0)
            return content;
        if (content.size() + count > most)
            return fail(Error::Kind::Failed, QStringLiteral("output-too-large"), phrase("content-too-large"));
        content.append(buffer.data(), qsizetype(count));
    }
}

} // namespace undock::remote
