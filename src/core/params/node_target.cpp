#include "core/params/node_target.h"

#include "core/params/field.h"
#include "core/params/grammar.h"
#include "core/text/phrase.h"

namespace undock {

static bool isUserName(QStringView text)
{
    return !text.isEmpty() && text.size() <= 32 && grammar::consistsOf(text, u"_.-") && text.front() != u'-'
        && text.front() != u'.';
}

Result<NodeTarget> NodeTarget::parse(QStringView text)
{
    const QString field = nameOf(Field::Node);
    const qsizetype at = text.indexOf(u'@');
    if (at < 0)
        return grammar::refuse("bad-node", field, phrase("bad-node-no-user"), phrase("cure-node-form"));
    if (!isUserName(text.first(at)))
        return grammar::refuse("bad-user", field, phrase("bad-user"), phrase("cure-user-form"));
    const auto hostPort = grammar::parseHostPort(text.sliced(at + 1), field);
    if (!hostPort)
        return tl::make_unexpected(hostPort.error());
    return NodeTarget(text.first(at).toString(), hostPort->host, hostPort->port < 0 ? defaultPort : hostPort->port);
}

QString NodeTarget::toString() const
{
    return m_user + QLatin1Char('@') + grammar::joinHostPort(m_host, m_port, defaultPort);
}

} // namespace undock
