#pragma once

#include "gui/app/questions.h"

#include <QDialog>

#include <memory>

namespace Ui {
class HostKeyDialog;
class SecretDialog;
class DeletionDialog;
class QuitDialog;
} // namespace Ui

namespace undock::gui {

/// First contact with a host: the fingerprint, and what trusting it means.
class HostKeyDialog : public QDialog {
    Q_OBJECT
public:
    HostKeyDialog(const QString &host, const QString &fingerprint, QWidget *parent = nullptr);
    ~HostKeyDialog() override;

private:
    std::unique_ptr<Ui::HostKeyDialog> m_ui;
};

/// A password, a passphrase or a question of the node's login.
class SecretDialog : public QDialog {
    Q_OBJECT
public:
    SecretDialog(const SecretPrompt &prompt, Questions::Keychain keychain, QWidget *parent = nullptr);
    ~SecretDialog() override;
    /// What was typed; the field is empty afterwards, so that it can be wiped.
    QString takeSecret();
    bool keep() const;

private:
    std::unique_ptr<Ui::SecretDialog> m_ui;
};

/// What is deleted, what is kept, and the VM's number to be typed.
class DeletionDialog : public QDialog {
    Q_OBJECT
public:
    DeletionDialog(const QString &vmid, const QString &what, const QStringList &kept, QWidget *parent = nullptr);
    ~DeletionDialog() override;

private:
    std::unique_ptr<Ui::DeletionDialog> m_ui;
};

/// Quitting while runs are under way: what goes on by itself.
class QuitDialog : public QDialog {
    Q_OBJECT
public:
    explicit QuitDialog(const QStringList &running, QWidget *parent = nullptr);
    ~QuitDialog() override;

private:
    std::unique_ptr<Ui::QuitDialog> m_ui;
};

} // namespace undock::gui
