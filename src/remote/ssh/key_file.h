#pragma once

#include <QByteArray>
#include <QString>

namespace undock::remote {

/// The public half of a key file, in SSH's wire form: of a private key in OpenSSH's own format (also of one with a
/// passphrase), of `<file>.pub` beside any other, or of a public key file itself. Empty: not to be had.
QByteArray publicBlob(const QString &file);

/// The name of its algorithm, e.g. `ssh-ed25519`; empty when `blob` is malformed.
QByteArray keyTypeOf(const QByteArray &blob);

/// One string of SSH's wire form at `at`, which moves behind it. False: cut off.
bool takeString(const QByteArray &from, qsizetype &at, QByteArray &into);

} // namespace undock::remote
