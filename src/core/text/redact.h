#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

namespace undock {

/// What stands where a secret stood.
inline constexpr char redactedMark[] = "[redacted]";

/// Takes secrets out of text before it is written or shown.
///
/// Known secrets are found as they are, and as they look in JSON, in an
/// address, in hexadecimal, and inside base64 (standard and URL alphabet, at any of its
/// three alignments: `user:secret` encoded as one, too). Besides, what looks like
/// a secret is masked without being known: values of telling names
/// (`token=…`, `"apiKey": "…"`, `password: …`), Basic and Bearer credentials,
/// user information in addresses, private key blocks, and the well-known
/// token shapes. Hashes and counts (`token_sha256=…`, `maxTokens: 4096`) stay.
/// A text that was redacted comes out the same when redacted again.
class Redactor {
public:
    Redactor() = default;
    /// Secrets shorter than four bytes are passed over: they would mask half the text.
    explicit Redactor(const QByteArrayList &secrets);

    /// Bytes that are no secret stay as they are, valid UTF-8 or not.
    QByteArray redact(const QByteArray &text) const;
    QString redact(const QString &text) const;

    /// How many bytes of `text` can be redacted by themselves, although more may follow that is not known yet: no
    /// secret that begins in them ends beyond. Ends behind a line where it can; 0 as long as nothing is certain, which
    /// ends at 64 KiB.
    qsizetype wholePart(const QByteArray &text) const;
    /// Where the part of `text` begins that can be redacted by itself, although what stood before it is not known.
    qsizetype wholeFrom(const QByteArray &text) const;

private:
    qsizetype endsInside(const QByteArray &text, qsizetype end) const;
    bool splitsNothing(const QByteArray &text, qsizetype at) const;

    QByteArrayList m_forms; ///< of the known secrets, longest first
};

/// Name of a setting whose value is a secret: token, key, secret, password,
/// credential, cookie, … as a part of it in any case, but not a hash or a count.
bool isSecretName(QStringView name);

} // namespace undock
