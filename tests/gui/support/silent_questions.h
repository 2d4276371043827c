#pragma once

#include "gui/app/questions.h"

namespace undock::gui::test {

/// Answers the modal questions without a window and notes what was asked.
class SilentQuestions : public Questions {
public:
    bool trust = false;
    bool quits = true;
    bool deletes = false;
    std::optional<SecretAnswer> secretAnswer;
    QStringList asked;
    std::optional<Keychain> offered; ///< with the newest secret that was asked for

    bool trustHost(QWidget *, const QString &host, const QString &fingerprint) override
    {
        asked << QStringLiteral("trust %1 %2").arg(host, fingerprint);
        return trust;
    }
    std::optional<SecretAnswer> secret(QWidget *, const SecretPrompt &prompt, Keychain keychain) override
    {
        offered = keychain;
        asked << QStringLiteral("secret ") + prompt.of;
        return secretAnswer;
    }
    bool deletion(QWidget *, const QString &vmid, const QString &, const QStringList &) override
    {
        asked << QStringLiteral("deletion ") + vmid;
        return deletes;
    }
    bool quit(QWidget *, const QStringList &running) override
    {
        asked << QStringLiteral("quit %1").arg(running.size());
        return quits;
    }
};

} // namespace undock::gui::test
