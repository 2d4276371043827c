#include "remote/ssh/key_file.h"

#include <QFile>
#include <QtEndian>

namespace undock::remote {
namespace {

constexpr qint64 largestFile = 64 * 1024;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(largestFile) : QByteArray();
}

/// `ssh-ed25519 AAAA… comment`
QByteArray blobOfPublicLine(const QByteArray &text)
{
    const QList<QByteArray> words = text.simplified().split(' ');
    const QByteArray blob = QByteArray::fromBase64(words.value(1));
    return !words.value(0).isEmpty() && keyTypeOf(blob) == words.value(0) ? blob : QByteArray();
}

/// `openssh-key-v1`, cipher, key derivation and its options, number of keys, and then the public half, in the clear.
QByteArray blobOfPrivateKey(const QByteArray &text)
{
    constexpr QByteArrayView head = "-----BEGIN OPENSSH PRIVATE KEY-----";
    constexpr QByteArrayView tail = "-----END OPENSSH PRIVATE KEY-----";
    const auto from = text.indexOf(head);
    const auto to = text.indexOf(tail);
    if (from < 0 || to < from)
        return {};
    const QByteArray bytes = QByteArray::fromBase64(text.sliced(from + head.size(), to - from - head.size()));
    constexpr char magic[] = "openssh-key-v1"; // with its NUL
    if (!bytes.startsWith(QByteArrayView(magic, sizeof magic)))
        return {};
    qsizetype at = sizeof magic;
    QByteArray value;
    for (int i = 0; i < 3; ++i)
        if (!takeString(bytes, at, value))
            return {};
    at += 4;
    return takeString(bytes, at, value) && !keyTypeOf(value).isEmpty() ? value : QByteArray();
}

} // namespace

bool takeString(const QByteArray &from, qsizetype &at, QByteArray &into)
{
    if (at < 0 || from.size() - at < 4)
        return false;
    const quint32 size = qFromBigEndian<quint32>(from.constData() + at);
    if (size > quint32(from.size() - at - 4))
        return false;
    into = from.sliced(at + 4, size);
    at += 4 + qsizetype(size);
    return true;
}

QByteArray keyTypeOf(const QByteArray &blob)
{
    qsizetype at = 0;
    QByteArray type;
    return takeString(blob, at, type) ? type : QByteArray();
}

QByteArray publicBlob(const QString &file)
{
    if (file.isEmpty())
        return {};
    const QByteArray text = contentOf(file);
    if (const QByteArray blob = blobOfPrivateKey(text); !blob.isEmpty())
        return blob;
    if (const QByteArray blob = blobOfPublicLine(text); !blob.isEmpty())
        return blob;
    return blobOfPublicLine(contentOf(file + QStringLiteral(".pub")));
}

} // namespace undock::remote
