#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace undock::remote {

/// One question of a keyboard-interactive login.
struct LoginQuestion {
    QString text; ///< made safe to show
    bool echo = false;
};

/// Asks the person. Called on the session's own thread; it may block, and an empty
/// answer means "no" or "not possible here".
class Prompter {
public:
    virtual ~Prompter() = default;

    /// First contact with `host`: may this key be trusted and stored?
    /// `fingerprint` is OpenSSH's form, `SHA256:…`; `keyType` e.g. `ssh-ed25519`.
    virtual bool hostKeyFirstContact(const QString &host, const QString &keyType, const QString &fingerprint) = 0;
    /// `attempt` counts from 1: a second call means that the first answer was wrong.
    virtual std::optional<QByteArray> passphrase(const QString &keyFile, int attempt) = 0;
    virtual std::optional<QByteArray> password(const QString &userAtHost, int attempt) = 0;
    virtual std::optional<QList<QByteArray>> keyboardInteractive(const QString &userAtHost, const QString &name,
        const QString &instruction, const QList<LoginQuestion> &questions)
        = 0;
};

/// Answers no to everything: for programs without a person before them.
class SilentPrompter : public Prompter {
public:
    bool hostKeyFirstContact(const QString &, const QString &, const QString &) override { return false; }
    std::optional<QByteArray> passphrase(const QString &, int) override { return {}; }
    std::optional<QByteArray> password(const QString &, int) override { return {}; }
    std::optional<QList<QByteArray>> keyboardInteractive(
        const QString &, const QString &, const QString &, const QList<LoginQuestion> &) override
    {
        return {};
    }
};

} // namespace undock::remote
