#include "core/node/nat_rules.h"

#include "core/node/iptables_rule.h"
#include "core/params/grammar.h"

#include <QStringList>

namespace undock {

using iptables::Rule;

namespace {

constexpr PortRange everyPort{ 1, 65535 };

/// Where a DNAT rule sends packets: `10.10.10.11`, `…:22`, `…:100-149` or `…:100-149/10100`.
struct Destination {
    GuestIp guest;
    std::optional<PortRange> ports;
    int base = -1; ///< public port that meets the first of `ports`, −1 when not given
};

std::optional<Destination> readDestination(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    const auto guest = GuestIp::parse(QStringView(text).first(colon < 0 ? text.size() : colon));
    if (!guest)
        return std::nullopt;
    Destination destination{ *guest, {}, -1 };
    if (colon < 0)
        return destination;
    QString ports = text.sliced(colon + 1);
    const qsizetype slash = ports.indexOf(u'/');
    if (slash >= 0) {
        destination.base = static_cast<int>(grammar::plainNumber(QStringView(ports).sliced(slash + 1), 5));
        if (destination.base < 0)
            return std::nullopt;
        ports.truncate(slash);
    }
    const auto ranges = iptables::readPorts(ports, u'-');
    if (ranges.size() != 1)
        return std::nullopt;
    destination.ports = ranges.front();
    return destination;
}

void setMapping(PortForward &forward, const Destination &to)
{
    if (!to.ports)
        return; // the port stays what it was: shift 0
    if (to.ports->count() == 1) {
        forward.mapping = PortForward::Mapping::OnePort;
        forward.guestPort = to.ports->first;
    } else if (to.base >= 0) {
        forward.shift = to.ports->first - to.base;
    } else if (to.ports->first > forward.publicPorts.first || to.ports->last < forward.publicPorts.last) {
        // Without a base the kernel keeps a port that lies in the range, and else takes any of it.
        forward.mapping = PortForward::Mapping::Ambiguous;
    }
}

/// Walks the chains as a packet from outside does.
class Walk {
public:
    Walk(const QHash<QString, QList<Rule>> &chains, NatRules &result)
        : m_chains(chains)
        , m_result(result)
    {
    }

    /// `context` carries the conditions of the jumps that led here.
    void chain(const QString &name, const Rule &context)
    {
        if (m_path.contains(name))
            return; // the kernel refuses loops; printed text can hold one
        m_path.append(name);
        const auto rules = m_chains.value(name);
        for (const Rule &own : rules) {
            const Rule rule = within(context, own);
            if (rule.never)
                continue;
            if (rule.target == QLatin1String("DNAT"))
                forward(rule);
            else if (rule.target == QLatin1String("NETMAP"))
                m_result.unread += rule.text; // leads whole networks to others, port by port
            else if (m_chains.contains(rule.target))
                chain(rule.target, rule);
            else if (endsTheChain(own))
                break;
        }
        m_path.removeLast();
    }

private:
    static bool endsTheChain(const Rule &rule)
    {
        const bool always = rule.protocol.isEmpty() && rule.destination.isEmpty() && rule.inInterface.isEmpty()
            && rule.ports.isEmpty() && !rule.restricted && !rule.unreadable;
        return always && (rule.target == QLatin1String("ACCEPT") || rule.target == QLatin1String("RETURN"));
    }

    static Rule within(const Rule &outer, Rule rule)
    {
        // Two different filters of one kind, as on a jump and on the rule behind it, are rare: called restricted.
        const auto merge = [&rule](QString &inner, const QString &given) {
            if (inner.isEmpty())
                inner = given;
            else if (!given.isEmpty() && given != inner)
                rule.restricted = true;
        };
        merge(rule.protocol, outer.protocol);
        merge(rule.destination, outer.destination);
        merge(rule.inInterface, outer.inInterface);
        if (rule.ports.isEmpty())
            rule.ports = outer.ports;
        else if (!outer.ports.isEmpty() && outer.ports != rule.ports)
            rule.restricted = true;
        rule.restricted |= outer.restricted;
        rule.unreadable |= outer.unreadable;
        return rule;
    }

    void forward(const Rule &rule)
    {
        const auto to = readDestination(rule.toDestination);
        if (!to || rule.unreadable) {
            m_result.unread += rule.text;
            return;
        }
        const auto ports = rule.ports.isEmpty() ? QList<PortRange>{ everyPort } : rule.ports;
        for (const PortRange &range : ports) {
            PortForward forward{ to->guest, range };
            forward.protocol = rule.protocol;
            forward.destination = rule.destination;
            forward.inInterface = rule.inInterface;
            forward.restricted = rule.restricted;
            forward.line = rule.line;
            forward.rule = rule.text;
            setMapping(forward, *to);
            m_result.forwards.append(forward);
        }
    }

    const QHash<QString, QList<Rule>> &m_chains;
    NatRules &m_result;
    QStringList m_path;
};

} // namespace

QString PortRange::toString() const
{
    return first == last ? QString::number(first) : QStringLiteral("%1-%2").arg(first).arg(last);
}

int PortForward::guestPortOf(int publicPort) const
{
    if (!publicPorts.contains(publicPort) || mapping == Mapping::Ambiguous)
        return -1;
    return mapping == Mapping::OnePort ? guestPort : publicPort + shift;
}

std::optional<PortRange> PortForward::publicPortsOf(int port) const
{
    if (mapping == Mapping::OnePort && port == guestPort)
        return publicPorts;
    if (mapping == Mapping::Shifted && publicPorts.contains(port - shift))
        return PortRange{ static_cast<quint16>(port - shift), static_cast<quint16>(port - shift) };
    return std::nullopt;
}

NatRules parseIptablesNat(const QByteArray &text)
{
    NatRules result;
    QHash<QString, QList<Rule>> chains;
    const auto lines = QString::fromUtf8(text).split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = lines[i].trimmed();
        const auto words = iptables::words(line);
        if (line.startsWith(QLatin1String("# Warning")))
            result.unread += line; // rules of the other iptables, which this list does not show
        if (words.size() < 2)
            continue;
        const QString verb = words[0].text;
        if (verb == QLatin1String("-N"))
            chains[words[1].text];
        else if (verb == QLatin1String("-A"))
            chains[words[1].text].append(iptables::readRule(words, line, static_cast<int>(i + 1)));
    }
    Walk(chains, result).chain(QStringLiteral("PREROUTING"), Rule());
    return result;
}

} // namespace undock
