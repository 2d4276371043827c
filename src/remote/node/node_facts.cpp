#include "remote/node/node_facts.h"

#include "core/node/qm_list.h"
#include "core/text/phrase.h"

namespace undock::remote {
namespace {

constexpr qsizetype mostNatLines = 50;

QString line(const QByteArray &text)
{
    QString shown = QString::fromUtf8(text.left(1000));
    for (QChar &c : shown)
        if (!c.isPrint())
            c = u' ';
    return shown.simplified();
}

QStringList lines(const QByteArray &text)
{
    QStringList list;
    const QList<QByteArray> all = text.split('\n');
    for (const QByteArray &one : all) {
        if (const QString shown = line(one); !shown.isEmpty() && list.size() < mostNatLines)
            list << shown;
    }
    return list;
}

VmPlace placeOf(const QString &said)
{
    const QString word = said.section(u' ', 0, 0);
    const QString rest = said.section(u' ', 1);
    if (word == QLatin1String("here"))
        return { VmPlace::Kind::Here, {}, {} };
    if (word == QLatin1String("node"))
        return { VmPlace::Kind::OtherNode, rest, {} };
    if (word == QLatin1String("container"))
        return { VmPlace::Kind::Container, rest, {} };
    if (said == QLatin1String("gone"))
        return { VmPlace::Kind::Gone, {}, {} };
    return { VmPlace::Kind::Unread, {}, word == QLatin1String("unread") ? rest : said };
}

void readNat(NodeFacts &facts, const NodeAnswer &answer)
{
    facts.natKnown = answer.has("nat");
    facts.natTrouble = line(answer.decoded("nat-trouble"));
    for (const char *name : { "nat", "nat-legacy", "nat-nft" }) {
        if (const QByteArray rules = answer.decoded(name); !rules.trimmed().isEmpty())
            facts.nat << rules;
        facts.natSaid << lines(answer.decoded(QByteArray(name) + "-said"));
    }
    facts.natUnread << lines(answer.decoded("nft-dnat"));
    for (const char *name : { "nat-legacy", "nat-nft", "nft-dnat" }) {
        if (const QString trouble = line(answer.decoded(QByteArray(name) + "-trouble")); !trouble.isEmpty())
            facts.natUnread << trouble;
    }
}

NodeFacts factsIn(const NodeAnswer &answer, const NodeShell &shell)
{
    NodeFacts facts;
    facts.hostName = line(answer.decoded("host-name"));
    facts.proxmoxVersion = line(answer.decoded("proxmox-version"));
    facts.timeZone = line(answer.decoded("time-zone"));
    facts.clockMs = answer.number("clock").value_or(0);
    facts.list = answer.decoded("list");
    facts.listTrouble = line(answer.decoded("list-trouble"));
    facts.status = answer.decoded("status");
    facts.statusTrouble = line(answer.decoded("status-trouble"));
    facts.config = answer.decoded("config");
    facts.vmTrouble = line(answer.decoded("config-trouble"));
    if (!facts.vmTrouble.isEmpty())
        facts.vmPlace = placeOf(line(answer.decoded("vm-place")));
    facts.addresses = answer.decoded("addresses");
    readNat(facts, answer);
    facts.shell = shell.manners();
    return facts;
}

} // namespace

Error absence(const NodeFacts &facts, Vmid vmid)
{
    using Kind = VmPlace::Kind;
    const VmPlace &place = facts.vmPlace;
    const QString number = vmid.toString();
    const QString where = QStringLiteral("VM ") + number;
    switch (place.kind) {
    case Kind::OtherNode:
        return { Error::Kind::Refused, QStringLiteral("vm-moved"),
            phrase("vm-moved", { { "vmid", number }, { "host", place.node } }), where, phrase("cure-name-that-node") };
    case Kind::Container:
        return { Error::Kind::Refused, QStringLiteral("vm-is-container"),
            phrase("vm-is-container", { { "vmid", number }, { "host", place.node } }), where,
            phrase("cure-check-number") };
    case Kind::Gone:
        return { Error::Kind::Refused, QStringLiteral("no-such-vm"),
            phrase("vm-unknown-to-node", { { "vmid", number }, { "why", facts.vmTrouble } }), where,
            phrase("cure-check-number-or-list") };
    case Kind::Here:
    case Kind::Unread:
        break;
    }
    return { Error::Kind::Unknown, QStringLiteral("vm-config-unreadable"),
        phrase("vm-untold", { { "vmid", number }, { "why", place.why.isEmpty() ? facts.vmTrouble : place.why } }),
        where, phrase("cure-qm-config") };
}

NatRules natRules(const NodeFacts &facts)
{
    NatRules all;
    for (const QByteArray &text : facts.nat) {
        const NatRules rules = parseIptablesNat(text);
        all.forwards += rules.forwards;
        all.unread += rules.unread;
    }
    all.unread += facts.natUnread;
    if (!facts.natKnown)
        all.unread += facts.natTrouble;
    return all;
}

Result<NodeFacts> nodeFacts(NodeShell &shell, std::optional<Vmid> vmid, std::stop_token stop, bool withAddresses)
{
    QList<QByteArray> arguments;
    if (vmid)
        arguments << QByteArray::number(vmid->value());
    if (vmid && withAddresses)
        arguments << "addresses";
    const auto answer = shell.ask(QStringLiteral("node-facts"), arguments, {}, std::chrono::seconds(60), stop);
    if (!answer)
        return tl::make_unexpected(answer.error());
    return factsIn(*answer, shell);
}

Result<NodeOverview> nodeOverview(NodeShell &shell, std::stop_token stop)
{
    const auto answer = shell.ask(QStringLiteral("node-facts"), { "all" }, {}, std::chrono::minutes(5), stop);
    if (!answer)
        return tl::make_unexpected(answer.error());
    NodeOverview overview;
    overview.node = factsIn(*answer, shell);
    for (const QmListRow &row : parseQmList(overview.node.list)) {
        const int vmid = row.vmid.value();
        const QByteArray key = "of-" + QByteArray::number(vmid);
        if (answer->has(key))
            overview.configs[vmid] = answer->decoded(key);
        else
            overview.troubles[vmid] = line(answer->decoded(key + "-trouble"));
    }
    return overview;
}

} // namespace undock::remote
