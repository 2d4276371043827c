#pragma once

#include "remote/node/node_shell.h"

namespace undock::remote {

/// A file that several people write: the ledger (design.md: only under a lock beside it, by
/// compare-and-swap). With a LocalExec below the shell the same holds for a file on this desk.
struct SharedFile {
    QByteArray content;
    QByteArray sha256; ///< hex
};

/// Errors: Refused `no-such-file`, `file-too-large`.
Result<SharedFile> readSharedFile(NodeShell &shell, const QString &path, std::stop_token stop = {});
/// Replaces the content if it is still what `expectedSha256` says; owner and mode stay.
/// Errors: Refused `file-changed`, `no-such-file`, `file-locked`.
Done swapSharedFile(NodeShell &shell, const QString &path, const QByteArray &expectedSha256, const QByteArray &content,
    std::stop_token stop = {});

} // namespace undock::remote
