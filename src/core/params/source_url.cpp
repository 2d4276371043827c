#include "core/params/source_url.h"

#include "core/params/grammar.h"
#include "core/text/phrase.h"

namespace undock {

static bool hasValidEscapes(QStringView path)
{
    for (qsizetype i = path.indexOf(u'%'); i >= 0; i = path.indexOf(u'%', i + 1)) {
        if (i + 2 >= path.size() || !grammar::isHex(path[i + 1]) || !grammar::isHex(path[i + 2]))
            return false;
        // An escaped control character, slash, dot or backslash is a trick, never a path someone meant.
        const uint code = path.sliced(i + 1, 2).toUInt(nullptr, 16);
        if (code < 0x20 || code == 0x7f || code == '/' || code == '.' || code == '\\')
            return false;
    }
    return true;
}

static bool isPath(QStringView path)
{
    if (!grammar::consistsOf(path, u"/._~%+@:,=-") || !hasValidEscapes(path))
        return false;
    for (const QStringView segment : path.split(u'/')) {
        if (segment == u"." || segment == u"..")
            return false;
    }
    return true;
}

Result<SourceUrl> SourceUrl::parse(QStringView text, const QString &field)
{
    QStringView rest = text;
    QString scheme;
    for (const auto known : { QLatin1String("https://"), QLatin1String("http://") }) {
        if (rest.startsWith(known, Qt::CaseInsensitive)) {
            scheme = known;
            rest = rest.sliced(known.size());
            break;
        }
    }
    if (scheme.isEmpty() || text.size() > 2000)
        return grammar::refuse("bad-url", field, phrase("bad-url-form"), phrase("cure-url-https"));
    const qsizetype slash = rest.indexOf(u'/');
    const QStringView authority = slash < 0 ? rest : rest.first(slash);
    if (authority.contains(u'@'))
        return grammar::refuse("bad-url", field, phrase("bad-url-login"), phrase("cure-url-no-login"));
    const auto hostPort = grammar::parseHostPort(authority, field);
    if (!hostPort)
        return tl::make_unexpected(hostPort.error());
    QStringView path = slash < 0 ? QStringView() : rest.sliced(slash);
    if (!isPath(path))
        return grammar::refuse("bad-url", field, phrase("bad-url-path"), phrase("cure-url-path"));
    while (path.endsWith(u'/'))
        path.chop(1);
    const int defaultPort = scheme == QLatin1String("https://") ? 443 : 80;
    return SourceUrl(scheme + grammar::joinHostPort(hostPort->host, hostPort->port, defaultPort) + path.toString());
}

} // namespace undock
