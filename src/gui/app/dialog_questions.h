#pragma once

#include "gui/app/questions.h"

namespace undock::gui {

/// The modal questions as dialogs. The safe button is the default in each.
class DialogQuestions : public Questions {
public:
    bool trustHost(QWidget *parent, const QString &host, const QString &fingerprint) override;
    std::optional<SecretAnswer> secret(QWidget *parent, const SecretPrompt &prompt, Keychain keychain) override;
    bool deletion(QWidget *parent, const QString &vmid, const QString &what, const QStringList &kept) override;
    bool quit(QWidget *parent, const QStringList &running) override;
};

} // namespace undock::gui
