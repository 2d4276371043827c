#include "gui/app/dialog_questions.h"

#include "gui/app/question_dialogs.h"

#include <QApplication>

namespace undock::gui {

namespace {

/// Over the window in use, and back to it afterwards: a question may come while the wizard
/// is worked with, and must not bring another window to the front.
QWidget *over(QWidget *parent)
{
    QWidget *active = QApplication::activeWindow();
    return active ? active : parent;
}

} // namespace

bool DialogQuestions::trustHost(QWidget *parent, const QString &host, const QString &fingerprint)
{
    return HostKeyDialog(host, fingerprint, over(parent)).exec() == QDialog::Accepted;
}

std::optional<Questions::SecretAnswer> DialogQuestions::secret(
    QWidget *parent, const SecretPrompt &prompt, Keychain keychain)
{
    SecretDialog dialog(prompt, keychain, over(parent));
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return SecretAnswer{ dialog.takeSecret(), dialog.keep() };
}

bool DialogQuestions::deletion(QWidget *parent, const QString &vmid, const QString &what, const QStringList &kept)
{
    return DeletionDialog(vmid, what, kept, over(parent)).exec() == QDialog::Accepted;
}

bool DialogQuestions::quit(QWidget *parent, const QStringList &running)
{
    return QuitDialog(running, over(parent)).exec() == QDialog::Accepted;
}

} // namespace undock::gui
