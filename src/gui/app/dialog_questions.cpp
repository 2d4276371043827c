#include "gui/app/dialog_questions.h"

#include "gui/app/question_dialogs.h"

namespace undock::gui {

bool DialogQuestions::trustHost(QWidget *parent, const QString &host, const QString &fingerprint)
{
    return HostKeyDialog(host, fingerprint, parent).exec() == QDialog::Accepted;
}

std::optional<Questions::SecretAnswer> DialogQuestions::secret(
    QWidget *parent, const QString &what, bool echo, bool keychain, bool again)
{
    SecretDialog dialog(what, echo, keychain, again, parent);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return SecretAnswer { dialog.secret(), dialog.keep() };
}

bool DialogQuestions::deletion(QWidget *parent, const QString &vmid, const QString &what, const QStringList &kept)
{
    return DeletionDialog(vmid, what, kept, parent).exec() == QDialog::Accepted;
}

bool DialogQuestions::quit(QWidget *parent, const QStringList &running)
{
    return QuitDialog(running, parent).exec() == QDialog::Accepted;
}

} // namespace undock::gui
