#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <archive.h>

#include <memory>

namespace undock::remote {

/// A libarchive writer into memory with a gzip filter that leaves no time stamp.
class ArchiveSink {
public:
    enum class Form {
        Tar,
        Raw,
    };
    explicit ArchiveSink(Form form);

    archive *get() const { return m_archive.get(); }
    /// Ends the archive. Errors: Failed `pack-failed`.
    Result<QByteArray> finish();

private:
    // The writer appends to the bytes until it is freed: it must go first.
    QByteArray m_bytes;
    std::unique_ptr<archive, decltype(&archive_write_free)> m_archive;
};

tl::unexpected<Error> packFailed(archive *from);

} // namespace undock::remote
