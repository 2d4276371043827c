#include "remote/node/holds.h"

#include "core/params/field.h"
#include "remote/guest/guest_answer.h"
#include "remote/node/card_text.h"

namespace undock::remote {
namespace {

using namespace std::chrono_literals;

/// A deletion that is being sent keeps the lock for one guest call.
constexpr auto patience = 180s;

Done change(NodeShell &shell, const QList<QByteArray> &arguments, const std::stop_token &stop)
{
    const auto answer = shell.ask(QStringLiteral("hold"), arguments, {}, patience, stop);
    if (!answer)
        return tl::make_unexpected(answer.error());
    return {};
}

QByteArray number(Vmid vmid)
{
    return QByteArray::number(vmid.value());
}

} // namespace

Hold parseHold(const QByteArray &text)
{
    const CardText card(text);
    Hold hold;
    hold.vmid = card.value(keyOf(Field::Vmid)).toInt();
    // Anything but the word for "under way" is the stronger mark.
    hold.definite = card.value("kind") != QLatin1String("provisional");
    hold.run = card.value("run");
    hold.holder = card.value("holder");
    hold.host = card.value("host");
    hold.since = card.value("since");
    hold.reason = card.value("reason");
    hold.resolved = card.value("resolved");
    return hold;
}

nlohmann::ordered_json toJson(const Hold &hold)
{
    return {
        { keyOf(Field::Vmid), hold.vmid },
        { "kind", hold.definite ? "definite" : "provisional" },
        { "run", hold.run.toStdString() },
        { "holder", hold.holder.toStdString() },
        { "host", hold.host.toStdString() },
        { "since", hold.since.toStdString() },
        { "reason", hold.reason.toStdString() },
        { "resolved", hold.resolved.toStdString() },
    };
}

Done placeHold(NodeShell &shell, const HoldRequest &request, bool definite, std::stop_token stop)
{
    return change(shell,
        { "place", number(request.vmid), request.run.toUtf8(), definite ? "definite" : "provisional",
            request.holder.toUtf8(), request.host.toUtf8(), request.reason.toUtf8() },
        stop);
}

Done liftHold(NodeShell &shell, Vmid vmid, const QString &run, qint64 generation, std::stop_token stop)
{
    return change(shell, { "lift", number(vmid), run.toUtf8(), QByteArray::number(generation) }, stop);
}

Done resolveHold(NodeShell &shell, Vmid vmid, const QString &run, qint64 generation, std::stop_token stop)
{
    return change(shell, { "resolve", number(vmid), run.toUtf8(), QByteArray::number(generation) }, stop);
}

Done releaseHold(NodeShell &shell, Vmid vmid, const QString &holder, const QString &reason, std::stop_token stop)
{
    return change(shell, { "release", number(vmid), holder.toUtf8(), reason.toUtf8() }, stop);
}

Done overrideHold(NodeShell &shell, Vmid vmid, const QString &holder, const QString &reason, std::stop_token stop)
{
    return change(shell, { "override", number(vmid), holder.toUtf8(), reason.toUtf8() }, stop);
}

Result<QList<Hold>> holds(NodeShell &shell, std::stop_token stop)
{
    const auto answer = shell.ask(QStringLiteral("hold"), { "list" }, {}, 30s, stop);
    if (!answer)
        return tl::make_unexpected(answer.error());
    QList<Hold> list;
    for (const QByteArray &text : answer->all("hold"))
        list << parseHold(strictBase64(text).value_or(QByteArray()));
    return list;
}

} // namespace undock::remote
