#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace undock {

/// Something that only a person knows.
struct SecretPrompt {
    enum class Kind {
        Passphrase, ///< of a key's file
        Password, ///< of a login
        Question, ///< of a node, in its own words; it may want a one-time code
    };
    Kind kind = Kind::Question;
    QString of; ///< the file; user@host[:port], as NodeTarget writes it; the question
    bool echo = false; ///< what is typed may be seen
    int attempt = 0; ///< 0 for the first time, so that a stored secret is not tried twice

    static SecretPrompt passphrase(const QString &file, int attempt = 0)
    {
        return { Kind::Passphrase, file, false, attempt };
    }
    static SecretPrompt password(const QString &login, int attempt = 0)
    {
        return { Kind::Password, login, false, attempt };
    }
    static SecretPrompt question(const QString &words, bool echo, int attempt = 0)
    {
        return { Kind::Question, words, echo, attempt };
    }
};

/// Questions that only a person can answer. Called from worker threads; an
/// implementation brings them to its own thread and blocks the caller.
/// Every question may be declined (nullopt / false): the task then ends as Refused.
class Prompter {
public:
    virtual ~Prompter() = default;
    /// First contact: true to trust and store. Never asked for a changed key.
    virtual bool trustHost(const QString &host, const QString &fingerprintSha256) = 0;
    virtual std::optional<QString> secret(const SecretPrompt &prompt) = 0;
    /// What is installed from elsewhere than this desk's settings say, one difference a line: true to go on with it.
    virtual bool acceptSources(const QString &differences)
    {
        (void)differences;
        return false;
    }
};

} // namespace undock
