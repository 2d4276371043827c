#pragma once

#include "core/base/result.h"
#include "engine/run/prompter.h"

#include <QByteArray>
#include <QDateTime>

namespace undock {

/// What a signature of ours is made for: OpenSSH keeps signatures of one kind from passing for another.
inline constexpr char signatureNamespace[] = "openclaw-undock";

/// Signs `message` in OpenSSH's signature format by `ssh-keygen -Y sign`, through the agent where it holds the key,
/// else with the key's file. `keyFile` is either half of the key; the private one may be in the agent only. A
/// passphrase is asked of the prompter and reaches ssh-keygen through a pipe. Errors: Failed `ssh-keygen-missing`,
/// `not-signed`; Refused `passphrase-declined`; Unknown `ssh-keygen-slow`.
Result<QByteArray> sshSign(const QByteArray &message, const QString &keyFile, Prompter &prompter);

/// What a signature is worth.
struct SignatureCheck {
    enum class Verdict {
        Good, ///< made by a key of the allowed signers, who may sign so at that time
        NotCompared, ///< made of this message by the key that it names; whose that is was not asked
        NotOfThis, ///< of other bytes, of another kind, or no signature at all
        OtherKey, ///< right, but none of the allowed signers has this key
        Expired, ///< the key is one of theirs, and was no longer valid at that time
        NotYetValid,
    };
    Verdict verdict = Verdict::NotOfThis;
    QString who; ///< as the allowed signers' file names them
    QString key; ///< "ED25519 SHA256:…"
    QString said; ///< ssh-keygen's own words where it did not agree
};

/// Looks at a signature by `ssh-keygen -Y`. `allowedSigners`: the file that says whose keys are whose, or empty.
/// Keys have to be valid at `at`. Errors: Failed `ssh-keygen-missing`; Unknown `ssh-keygen-slow`, `signature-unread`:
/// nothing is known then.
Result<SignatureCheck> sshCheck(
    const QByteArray &message, const QByteArray &signature, const QString &allowedSigners, const QDateTime &at);

} // namespace undock
