#include "core/node/qm_config.h"

#include "core/params/grammar.h"
#include "core/text/phrase.h"

#include <QStringList>

#include <algorithm>
#include <initializer_list>

namespace undock {

/// `key=value,key=value`; a first part without "=" goes under `shortKey`.
static QMap<QString, QString> properties(const QString &value, const QString &shortKey)
{
    QMap<QString, QString> result;
    const auto parts = value.split(u',');
    for (const QString &part : parts) {
        const qsizetype equals = part.indexOf(u'=');
        if (equals < 0)
            result.insert(shortKey, part);
        else
            result.insert(part.first(equals), part.sliced(equals + 1));
    }
    return result;
}

std::optional<bool> proxmoxBoolean(QStringView text)
{
    const auto isOneOf = [text](std::initializer_list<QLatin1String> words) {
        return std::any_of(words.begin(), words.end(),
            [text](QLatin1String word) { return text.compare(word, Qt::CaseInsensitive) == 0; });
    };
    using W = QLatin1String;
    if (isOneOf({ W("1"), W("on"), W("yes"), W("true") }))
        return true;
    if (isOneOf({ W("0"), W("off"), W("no"), W("false") }))
        return false;
    return std::nullopt;
}

static std::optional<GuestIp> address(const QString &text)
{
    const auto parsed = GuestIp::parse(text);
    return parsed ? std::optional(*parsed) : std::nullopt;
}

static QmIpConfig ipConfig(const QString &value)
{
    const auto fields = properties(value, QString());
    const QString ip = fields.value(QStringLiteral("ip"));
    const qsizetype slash = ip.indexOf(u'/');
    QmIpConfig config;
    config.dhcp = ip == QLatin1String("dhcp");
    config.ip = address(slash < 0 ? ip : ip.first(slash));
    if (slash >= 0) {
        const qint64 bits = grammar::plainNumber(QStringView(ip).sliced(slash + 1), 2);
        config.prefix = bits >= 1 && bits <= 32 ? static_cast<int>(bits) : 0;
    }
    config.gateway = address(fields.value(QStringLiteral("gw")));
    return config;
}

std::optional<GuestIp> QmConfig::ip() const
{
    for (const QmIpConfig &config : ipConfigs) {
        if (config.ip)
            return config.ip;
    }
    return std::nullopt;
}

Result<QmConfig> parseQmConfig(const QByteArray &text)
{
    QmConfig config;
    const auto lines = QString::fromUtf8(text).split(u'\n');
    for (const QString &line : lines) {
        const qsizetype colon = line.indexOf(QLatin1String(": "));
        if (colon > 0 && grammar::consistsOf(QStringView(line).first(colon), u"_-"))
            config.everything.insert(line.first(colon), line.sliced(colon + 2).trimmed());
    }
    if (config.everything.isEmpty())
        return fail(Error::Kind::Failed, QStringLiteral("qm-config-unreadable"), phrase("qm-config-unreadable"),
            QStringLiteral("qm config"), phrase("cure-qm-config"));
    for (auto it = config.everything.cbegin(); it != config.everything.cend(); ++it) {
        const qint64 number = it.key().startsWith(QLatin1String("ipconfig"))
            ? grammar::plainNumber(QStringView(it.key()).sliced(8), 2)
            : -1;
        if (number >= 0)
            config.ipConfigs.insert(static_cast<int>(number), ipConfig(it.value()));
    }
    config.name = config.everything.value(QStringLiteral("name"));
    config.lock = config.everything.value(QStringLiteral("lock"));
    config.isTemplate = proxmoxBoolean(config.everything.value(QStringLiteral("template"))).value_or(false);
    const QString enabled = QStringLiteral("enabled");
    const auto agent = properties(config.everything.value(QStringLiteral("agent")), enabled);
    config.agentEnabled = proxmoxBoolean(agent.value(enabled)).value_or(false);
    return config;
}

} // namespace undock
