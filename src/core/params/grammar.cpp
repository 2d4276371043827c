#include "core/params/grammar.h"

#include "core/text/phrase.h"

#include <algorithm>

namespace undock::grammar {

bool consistsOf(QStringView text, QStringView others)
{
    return std::all_of(text.begin(), text.end(), [others](QChar c) { return isAlnum(c) || others.contains(c); });
}

qint64 plainNumber(QStringView text, qsizetype digits)
{
    if (text.isEmpty() || text.size() > digits || !std::all_of(text.begin(), text.end(), isDigit))
        return -1;
    if (text.size() > 1 && text.front() == u'0')
        return -1;
    qint64 value = 0;
    for (const QChar c : text)
        value = value * 10 + (c.unicode() - u'0');
    return value;
}

bool isIpv4(QStringView text)
{
    const auto parts = text.split(u'.');
    if (parts.size() != 4)
        return false;
    return std::all_of(parts.begin(), parts.end(), [](QStringView part) {
        const qint64 octet = plainNumber(part, 3);
        return octet >= 0 && octet <= 255;
    });
}

static bool isHexGroup(QStringView text)
{
    return !text.isEmpty() && text.size() <= 4 && std::all_of(text.begin(), text.end(), isHex);
}

/// Counts the 16-bit groups of one side of "::"; -1 when one is malformed.
static int countGroups(QStringView side, bool mayEndInIpv4)
{
    if (side.isEmpty())
        return 0;
    const auto groups = side.split(u':');
    int count = 0;
    for (qsizetype i = 0; i < groups.size(); ++i) {
        if (isHexGroup(groups[i]))
            count += 1;
        else if (mayEndInIpv4 && i == groups.size() - 1 && isIpv4(groups[i]))
            count += 2;
        else
            return -1;
    }
    return count;
}

bool isIpv6(QStringView text)
{
    const qsizetype gap = text.indexOf(QLatin1String("::"));
    if (gap < 0)
        return countGroups(text, true) == 8;
    const int left = countGroups(text.first(gap), false);
    const int right = countGroups(text.sliced(gap + 2), true);
    return left >= 0 && right >= 0 && left + right <= 7;
}

bool isHostName(QStringView text)
{
    if (text.isEmpty() || text.size() > 253)
        return false;
    const auto labels = text.split(u'.');
    for (const QStringView label : labels) {
        if (label.isEmpty() || label.size() > 63 || !consistsOf(label, u"-"))
            return false;
        if (label.front() == u'-' || label.back() == u'-')
            return false;
    }
    const QStringView last = labels.back();
    const bool hasLetter = std::any_of(last.begin(), last.end(), [](QChar c) { return isLower(c) || isUpper(c); });
    return hasLetter || isIpv4(text);
}

Result<HostPort> parseHostPort(QStringView text, const QString &field)
{
    HostPort result;
    QStringView port;
    bool hasPort = false;
    if (text.startsWith(u'[')) {
        const qsizetype close = text.indexOf(u']');
        if (close < 0 || !isIpv6(text.sliced(1, close - 1)))
            return refuse("bad-host", field, phrase("bad-host-brackets"), phrase("cure-ipv6-brackets"));
        result.host = text.sliced(1, close - 1).toString().toLower();
        const QStringView rest = text.sliced(close + 1);
        if (!rest.isEmpty() && rest.front() != u':')
            return refuse("bad-host", field, phrase("bad-host-after-bracket"));
        hasPort = !rest.isEmpty();
        port = hasPort ? rest.sliced(1) : rest;
    } else {
        const qsizetype colon = text.indexOf(u':');
        if (colon != text.lastIndexOf(u':'))
            return refuse("bad-host", field, phrase("bad-host-ipv6-bare"), phrase("cure-ipv6-brackets"));
        hasPort = colon >= 0;
        const QStringView host = hasPort ? text.first(colon) : text;
        if (!isHostName(host))
            return refuse("bad-host", field, phrase("bad-host-name"), phrase("cure-host-name"));
        result.host = host.toString().toLower();
        port = hasPort ? text.sliced(colon + 1) : QStringView();
    }
    if (hasPort) {
        const qint64 number = plainNumber(port, 5);
        if (number < 1 || number > 65535)
            return refuse("bad-port", field, phrase("bad-port"));
        result.port = static_cast<int>(number);
    }
    return result;
}

QString joinHostPort(const QString &host, int port, int defaultPort)
{
    QString text = host.contains(u':') ? QLatin1Char('[') + host + QLatin1Char(']') : host;
    if (port > 0 && port != defaultPort)
        text += QLatin1Char(':') + QString::number(port);
    return text;
}

tl::unexpected<Error> refuse(const char *code, const QString &field, const QString &what, const QString &cure)
{
    return fail(Error::Kind::BadInput, QString::fromLatin1(code), what, field, cure);
}

} // namespace undock::grammar
