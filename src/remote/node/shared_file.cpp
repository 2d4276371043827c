#include "remote/node/shared_file.h"

#include "core/text/phrase.h"
#include "remote/guest/guest_answer.h"

#include <QCryptographicHash>

namespace undock::remote {
namespace {

using namespace std::chrono_literals;

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

} // namespace

Result<SharedFile> readSharedFile(NodeShell &shell, const QString &path, std::stop_token stop)
{
    const auto answer = shell.ask(QStringLiteral("shared-file"), { "read", path.toUtf8() }, {}, 60s, stop);
    if (!answer)
        return tl::make_unexpected(answer.error());
    const auto content = strictBase64(answer->value("content"));
    if (!content)
        return fail(Error::Kind::Unknown, QStringLiteral("node-answer-broken"), phrase("file-damaged"), path);
    return SharedFile{ *content, sha256(*content) };
}

Done swapSharedFile(NodeShell &shell, const QString &path, const QByteArray &expectedSha256, const QByteArray &content,
    std::stop_token stop)
{
    const auto answer = shell.ask(
        QStringLiteral("shared-file"), { "swap", path.toUtf8(), expectedSha256, sha256(content) }, content, 60s, stop);
    if (!answer)
        return tl::make_unexpected(answer.error());
    return {};
}

} // namespace undock::remote
