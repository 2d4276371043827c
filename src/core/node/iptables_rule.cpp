#include "core/node/iptables_rule.h"

#include "core/params/grammar.h"

#include <QStringList>

namespace undock::iptables {

namespace {

/// One option with its values, and whether a "!" stood before it.
struct Option {
    QString name;
    QStringList values;
    bool inverted = false;
    QString value() const { return values.value(0); }
};

// Options that take exactly one value, whatever that value looks like.
bool takesOneValue(const QString &name)
{
    return name == QLatin1String("--comment");
}

QList<Option> options(const QList<Word> &words)
{
    QList<Option> result;
    bool inverted = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const Word &word = words[i];
        if (!word.quoted && word.text == QLatin1String("!")) {
            inverted = true;
        } else if (!word.quoted && word.text.startsWith(u'-')) {
            result.append({ word.text, {}, inverted });
            inverted = false;
            if (takesOneValue(word.text) && i + 1 < words.size())
                result.last().values += words[++i].text;
        } else if (!result.isEmpty()) {
            result.last().values += word.text;
        }
    }
    return result;
}

bool isHarmlessMatch(const QString &name)
{
    return QStringList{ QStringLiteral("tcp"), QStringLiteral("udp"), QStringLiteral("multiport"),
        QStringLiteral("comment"), QStringLiteral("addrtype"), QStringLiteral("conntrack"), QStringLiteral("state") }
        .contains(name);
}

void applyPorts(Rule &rule, const Option &option)
{
    rule.ports = readPorts(option.value(), u':');
    rule.unreadable |= option.inverted || rule.ports.isEmpty();
}

/// Only a connection's first packet meets the nat table: what is asked for is whether NEW is among the states.
void applyStates(Rule &rule, const Option &option)
{
    const bool namesNew = option.value().split(u',').contains(QLatin1String("NEW"));
    rule.never |= namesNew == option.inverted;
}

/// A connection's first packet again: SYN, and not ACK, RST or FIN.
bool isSyn(const Option &option)
{
    return option.name == QLatin1String("--syn")
        || (option.name == QLatin1String("--tcp-flags")
            && option.values == QStringList{ QStringLiteral("FIN,SYN,RST,ACK"), QStringLiteral("SYN") });
}

void apply(Rule &rule, const Option &option)
{
    const QString &name = option.name;
    const QString value = option.value();
    if (name == QLatin1String("-A")) {
        rule.chain = value;
    } else if (name == QLatin1String("-j") || name == QLatin1String("-g")) {
        rule.target = value;
    } else if (name == QLatin1String("-p")) {
        rule.protocol = value;
        rule.unreadable |= option.inverted;
    } else if (name == QLatin1String("-d")) {
        rule.destination = value;
        rule.unreadable |= option.inverted;
    } else if (name == QLatin1String("-i")) {
        rule.inInterface = option.inverted ? QLatin1Char('!') + value : value;
    } else if (name == QLatin1String("-s")) {
        // "everyone but the private net" is the usual way to leave hairpin traffic alone.
        rule.restricted |= !option.inverted;
    } else if (name == QLatin1String("--dport") || name == QLatin1String("--dports")) {
        applyPorts(rule, option);
    } else if (name == QLatin1String("--to-destination")) {
        rule.toDestination = value;
    } else if (name == QLatin1String("--dst-type")) {
        rule.restricted |= option.inverted || value != QLatin1String("LOCAL");
    } else if (name == QLatin1String("-m")) {
        rule.restricted |= !isHarmlessMatch(value);
    } else if (name == QLatin1String("--ctstate") || name == QLatin1String("--state")) {
        applyStates(rule, option);
    } else if (isSyn(option)) {
        rule.never |= option.inverted;
    } else if (name != QLatin1String("--comment") && name != QLatin1String("--random")
        && name != QLatin1String("--persistent")) {
        rule.restricted = true;
    }
}

} // namespace

QList<Word> words(const QString &line)
{
    QList<Word> result;
    QString word;
    bool inWord = false;
    bool quoted = false;
    bool inQuotes = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (inQuotes && c == u'\\' && i + 1 < line.size()) {
            word += line[++i];
        } else if (c == u'"') {
            inQuotes = !inQuotes;
            inWord = quoted = true;
        } else if (c.isSpace() && !inQuotes) {
            if (inWord)
                result.append({ word, quoted });
            word.clear();
            inWord = quoted = false;
        } else {
            word += c;
            inWord = true;
        }
    }
    if (inWord)
        result.append({ word, quoted });
    return result;
}

Rule readRule(const QList<Word> &words, const QString &text, int line)
{
    Rule rule;
    rule.line = line;
    rule.text = text;
    const auto all = options(words);
    for (const Option &option : all)
        apply(rule, option);
    return rule;
}

QList<PortRange> readPorts(const QString &text, QChar between)
{
    QList<PortRange> result;
    const auto parts = text.split(u',');
    for (const QString &part : parts) {
        const qsizetype at = part.indexOf(between);
        const QStringView whole(part);
        const qint64 first = grammar::plainNumber(at < 0 ? whole : whole.first(at), 5);
        const qint64 last = at < 0 ? first : grammar::plainNumber(whole.sliced(at + 1), 5);
        // ":1024" is printed as 0:1024; nobody connects to port 0.
        if (first < 0 || last < std::max<qint64>(first, 1) || last > 65535)
            return {};
        result.append({ static_cast<quint16>(std::max<qint64>(first, 1)), static_cast<quint16>(last) });
    }
    return result;
}

} // namespace undock::iptables
