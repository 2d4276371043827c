#include "remote/node/node_facts.h"

#include "remote/guest/guest_answer.h"

namespace undock::remote {
namespace {

QString line(const QByteArray &text)
{
    QString shown = QString::fromUtf8(text.left(1000));
    for (QChar &c : shown)
        if (!c.isPrint())
            c = u' ';
    return shown.simplified();
}

NodeFacts factsIn(const NodeAnswer &answer)
{
    NodeFacts facts;
    facts.hostName = line(answer.decoded("host-name"));
    facts.proxmoxVersion = line(answer.decoded("proxmox-version"));
    facts.timeZone = line(answer.decoded("time-zone"));
    facts.clockMs = answer.number("clock").value_or(0);
    facts.list = answer.decoded("list");
    facts.status = answer.decoded("status");
    facts.config = answer.decoded("config");
    facts.vmTrouble = line(answer.decoded("vm-trouble"));
    facts.natKnown = answer.has("nat");
    facts.nat = answer.decoded("nat");
    return facts;
}

} // namespace

Result<NodeFacts> nodeFacts(NodeShell &shell, std::optional<Vmid> vmid, std::stop_token stop)
{
    QList<QByteArray> arguments;
    if (vmid)
        arguments << QByteArray::number(vmid->value());
    const auto answer = shell.ask(QStringLiteral("node-facts"), arguments, {}, std::chrono::seconds(60), stop);
    if (!answer)
        return tl::make_unexpected(answer.error());
    return factsIn(*answer);
}

Result<NodeOverview> nodeOverview(NodeShell &shell, std::stop_token stop)
{
    const auto answer = shell.ask(QStringLiteral("node-facts"), { "all" }, {}, std::chrono::seconds(300), stop);
    if (!answer)
        return tl::make_unexpected(answer.error());
    NodeOverview overview;
    overview.node = factsIn(*answer);
    const auto each = [&](const char *key, auto use) {
        for (const QByteArray &one : answer->all(key)) {
            const qsizetype space = one.indexOf(' ');
            if (const auto text = strictBase64(QByteArrayView(one).sliced(space + 1)); space > 0 && text)
                use(one.left(space).toInt(), *text);
        }
    };
    each("of-config", [&](int vmid, const QByteArray &text) { overview.configs[vmid] = text; });
    each("of-vm-trouble", [&](int vmid, const QByteArray &text) { overview.troubles[vmid] = line(text); });
    return overview;
}

} // namespace undock::remote
