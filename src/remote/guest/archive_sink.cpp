#include "remote/guest/archive_sink.h"

#include "core/text/phrase.h"

namespace undock::remote {
namespace {

la_ssize_t append(archive *, void *data, const void *bytes, size_t size)
{
    static_cast<QByteArray *>(data)->append(static_cast<const char *>(bytes), qsizetype(size));
    return la_ssize_t(size);
}

} // namespace

ArchiveSink::ArchiveSink(Form form)
    : m_archive(archive_write_new(), &archive_write_free)
{
    archive *sink = m_archive.get();
    archive_write_add_filter_gzip(sink);
    archive_write_set_filter_option(sink, "gzip", "timestamp", nullptr);
    archive_write_set_filter_option(sink, "gzip", "compression-level", "9");
    if (form == Form::Tar)
        archive_write_set_format_pax_restricted(sink);
    else
        archive_write_set_format_raw(sink);
    archive_write_set_bytes_in_last_block(sink, 1);
    archive_write_open(sink, &m_bytes, nullptr, &append, nullptr);
}

Result<QByteArray> ArchiveSink::finish()
{
    if (archive_write_close(m_archive.get()) != ARCHIVE_OK)
        return packFailed(m_archive.get());
    return m_bytes;
}

tl::unexpected<Error> packFailed(archive *from)
{
    return fail(Error::Kind::Failed, QStringLiteral("pack-failed"),
        phrase("pack-failed", { { "why", QString::fromUtf8(archive_error_string(from)) } }));
}

} // namespace undock::remote
