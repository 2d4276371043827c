#pragma once

#include "core/base/result.h"

#include <QList>
#include <QStringView>

/// Character classes and refusals shared by the parameter types.
///
/// The classes are plain ASCII on purpose: QChar::isDigit() and friends accept
/// every script's digits, and what is accepted here ends up on other machines.
namespace undock::grammar {

constexpr bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}
constexpr bool isLower(QChar c)
{
    return c >= u'a' && c <= u'z';
}
constexpr bool isUpper(QChar c)
{
    return c >= u'A' && c <= u'Z';
}
constexpr bool isAlnum(QChar c)
{
    return isDigit(c) || isLower(c) || isUpper(c);
}
constexpr bool isHex(QChar c)
{
    return isDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

/// True when every character is alphanumeric or one of `others`.
bool consistsOf(QStringView text, QStringView others);

/// Decimal digits without a leading zero, at most `digits` of them; -1 when it is anything else.
qint64 plainNumber(QStringView text, qsizetype digits);

bool isIpv4(QStringView text);
/// The address alone, without brackets and without a zone.
bool isIpv6(QStringView text);
/// A name by RFC 1123, or an IPv4 address. A name whose last label has no
/// letter is refused: resolvers read "10.1" as an address.
bool isHostName(QStringView text);

struct HostPort {
    QString host; ///< lower case; an IPv6 address without its brackets
    int port = -1; ///< −1: none was given
};
/// `host`, `host:port`, `[ipv6]` or `[ipv6]:port`.
Result<HostPort> parseHostPort(QStringView text, const QString &field);
/// The inverse; the port is left out when it equals `defaultPort` or is −1.
QString joinHostPort(const QString &host, int port, int defaultPort);

/// A refusal that names the field but never repeats the value: it may be hostile or secret.
/// `what` and `cure` are phrases.
tl::unexpected<Error> refuse(const char *code, const QString &field, const QString &what, const QString &cure = {});

} // namespace undock::grammar
