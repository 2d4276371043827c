#include "remote/node/snapshots.h"

#include <QStringList>

namespace undock::remote {
namespace {

using namespace std::chrono_literals;

/// A snapshot with memory writes all of it to disk first.
constexpr auto patience = 30min;

Result<NodeAnswer> ask(
    NodeShell &shell, const QByteArray &verb, Vmid vmid, const QList<QByteArray> &more, const std::stop_token &stop)
{
    return shell.ask(QStringLiteral("snapshot"), QList<QByteArray>{ verb, QByteArray::number(vmid.value()) } + more, {},
        patience, stop);
}

Done done(const Result<NodeAnswer> &answer)
{
    if (!answer)
        return tl::make_unexpected(answer.error());
    return {};
}

} // namespace

Done takeSnapshot(NodeShell &shell, Vmid vmid, const QString &name, const QString &description, std::stop_token stop)
{
    return done(ask(shell, "take", vmid, { name.toUtf8(), description.toUtf8() }, stop));
}

Done removeSnapshot(NodeShell &shell, Vmid vmid, const QString &name, std::stop_token stop)
{
    return done(ask(shell, "remove", vmid, { name.toUtf8() }, stop));
}

Result<QStringList> snapshots(NodeShell &shell, Vmid vmid, std::stop_token stop)
{
    const auto answer = ask(shell, "list", vmid, {}, stop);
    if (!answer)
        return tl::make_unexpected(answer.error());
    QStringList names;
    for (const QByteArray &name : answer->all("snapshot"))
        names << QString::fromUtf8(name);
    return names;
}

} // namespace undock::remote
