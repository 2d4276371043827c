#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace undock {

/// Questions that only a person can answer. Called from worker threads; an
/// implementation brings them to its own thread and blocks the caller.
/// Every question may be declined (nullopt / false): the task then ends as Refused.
class Prompter {
public:
    virtual ~Prompter() = default;
    /// First contact: true to trust and store. Never asked for a changed key.
    virtual bool trustHost(const QString &host, const QString &fingerprintSha256) = 0;
    /// `what`: "passphrase of /path/key", "password of root@host", or a keyboard-interactive prompt.
    /// `attempt` is 0 for the first time, so that a stored secret is not tried twice.
    virtual std::optional<QString> secret(const QString &what, bool echo, int attempt) = 0;
    /// What is installed from elsewhere than this desk's settings say, one difference a line: true to go on with it.
    virtual bool acceptSources(const QString &differences)
    {
        (void)differences;
        return false;
    }
};

} // namespace undock
