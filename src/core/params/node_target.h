#pragma once

#include "core/base/result.h"

#include <QStringView>

#include <compare>

namespace undock {

/// Where a node is reached by SSH: `user@host[:port]`.
class NodeTarget {
public:
    /// The host is a name (RFC 1123), an IPv4 address or an IPv6 address in
    /// brackets, without a zone. Nothing may begin with '-': the value can
    /// stand where a program looks for options.
    /// Errors: `bad-node`, `bad-user`, `bad-host`, `bad-port`.
    static Result<NodeTarget> parse(QStringView text);

    static constexpr int defaultPort = 22;

    const QString &user() const { return m_user; }
    /// Lower case; an IPv6 address without its brackets.
    const QString &host() const { return m_host; }
    int port() const { return m_port; }

    /// Canonical form, the same text for the same target: port 22 left out, host in lower case.
    QString toString() const;

    friend bool operator==(const NodeTarget &, const NodeTarget &) = default;
    friend bool operator<(const NodeTarget &a, const NodeTarget &b) { return a.toString() < b.toString(); }

private:
    NodeTarget(QString user, QString host, int port)
        : m_user(std::move(user))
        , m_host(std::move(host))
        , m_port(port)
    {
    }
    QString m_user;
    QString m_host;
    int m_port;
};

} // namespace undock
