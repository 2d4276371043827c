#include "gui/app/question_dialogs.h"

#include "core/base/wipe.h"
#include "gui/widgets/icons.h"
#include "ui_DeletionDialog.h"
#include "ui_HostKeyDialog.h"
#include "ui_QuitDialog.h"
#include "ui_SecretDialog.h"

#include <QFontDatabase>
#include <QPushButton>

namespace undock::gui {

namespace {

void dress(QDialog &dialog, QLabel *icon, QLabel *title, const QString &name, Tone tone)
{
    dialog.setWindowIcon(Icons::application());
    dialog.setMinimumWidth(600);
    icon->setPixmap(Icons::pixmap(name, Theme::color(tone), { 32, 32 }, dialog.devicePixelRatioF()));
    icon->setAlignment(Qt::AlignTop);
    QFont bold = title->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    title->setFont(bold);
}

/// The safe answer is the default and has the focus; the other is named by what it does.
QPushButton *answers(QDialog &dialog, QDialogButtonBox *box, const QString &act, const QString &safe, bool dangerous)
{
    auto *acting = box->addButton(act, QDialogButtonBox::AcceptRole);
    auto *staying = box->addButton(safe, QDialogButtonBox::RejectRole);
    acting->setObjectName(QStringLiteral("act"));
    staying->setObjectName(QStringLiteral("stay"));
    acting->setAutoDefault(false);
    acting->setProperty("danger", dangerous);
    staying->setAutoDefault(true);
    staying->setDefault(true);
    staying->setFocus();
    QObject::connect(box, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(box, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    return acting;
}

} // namespace

HostKeyDialog::HostKeyDialog(const QString &host, const QString &fingerprint, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::HostKeyDialog>())
{
    m_ui->setupUi(this);
    dress(*this, m_ui->icon, m_ui->title, QStringLiteral("fingerprint"), Tone::Accent);
    m_ui->title->setText(tr("First contact with %1").arg(host));
    m_ui->text->setText(
        tr("This host has not been trusted from this desk before. Compare the fingerprint with what the node itself "
           "shows (ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub). If it is trusted, it is stored; from then on a "
           "changed key stops everything."));
    m_ui->host->setText(host);
    m_ui->fingerprint->setText(fingerprint);
    m_ui->fingerprint->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->fingerprint->setCursorPosition(0);
    QPushButton *trust = answers(*this, m_ui->buttons, tr("&Trust and store"), tr("&Do not connect"), false);
    trust->setEnabled(false);
    connect(m_ui->compared, &QCheckBox::toggled, trust, &QWidget::setEnabled);
}

HostKeyDialog::~HostKeyDialog() = default;

SecretDialog::SecretDialog(const SecretPrompt &prompt, Questions::Keychain keychain, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SecretDialog>())
{
    m_ui->setupUi(this);
    const bool again = prompt.attempt > 0;
    dress(*this, m_ui->icon, m_ui->title, QStringLiteral("key"), again ? Tone::Warning : Tone::Accent);
    using Kind = SecretPrompt::Kind;
    m_ui->title->setText(prompt.kind == Kind::Passphrase ? tr("Passphrase of the key %1").arg(prompt.of)
            : prompt.kind == Kind::Password              ? tr("Password of %1").arg(prompt.of)
                                                         : prompt.of);
    m_ui->text->setText(again ? tr("The last answer was not accepted. Enter it again, or cancel: then nothing is sent.")
                              : tr("It only serves to connect. No file, log or command line ever holds it."));
    m_ui->secret->setEchoMode(prompt.echo ? QLineEdit::Normal : QLineEdit::Password);
    using Keychain = Questions::Keychain;
    m_ui->keepInKeychain->setEnabled(keychain != Keychain::Absent);
    m_ui->keepInKeychain->setChecked(keychain == Keychain::Usual);
    m_ui->keepUntilQuit->setChecked(keychain != Keychain::Usual);
    if (keychain == Keychain::Absent)
        m_ui->keepInKeychain->setToolTip(tr("There is no keychain service on this desk."));
    m_ui->secret->setFocus();
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

SecretDialog::~SecretDialog()
{
    QString left = takeSecret();
    wipe(left);
}

QString SecretDialog::takeSecret()
{
    QString text = m_ui->secret->text();
    // Not clear(), which copies the text before it cuts it.
    m_ui->secret->setText(QString());
    return text;
}

bool SecretDialog::keep() const
{
    return m_ui->keepInKeychain->isChecked();
}

DeletionDialog::DeletionDialog(const QString &vmid, const QString &what, const QStringList &kept, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::DeletionDialog>())
{
    m_ui->setupUi(this);
    dress(*this, m_ui->icon, m_ui->title, QStringLiteral("delete"), Tone::Failed);
    m_ui->title->setText(tr("Delete on VM %1?").arg(vmid));
    m_ui->text->setText(what);
    m_ui->kept->setText(tr("What stays: %1.").arg(kept.join(QStringLiteral("; "))));
    QPushButton *act = answers(*this, m_ui->buttons, tr("&Delete"), tr("&Keep everything"), true);
    act->setEnabled(false);
    connect(m_ui->typed, &QLineEdit::textChanged, this,
        [act, vmid](const QString &text) { act->setEnabled(text.trimmed() == vmid); });
    m_ui->typed->setFocus();
}

DeletionDialog::~DeletionDialog() = default;

QuitDialog::QuitDialog(const QStringList &running, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::QuitDialog>())
{
    m_ui->setupUi(this);
    dress(*this, m_ui->icon, m_ui->title, QStringLiteral("quit"), Tone::Warning);
    m_ui->title->setText(tr("%n run(s) under way", nullptr, int(running.size())));
    m_ui->text->setText(tr("The step that runs in a VM goes on there by itself and is picked up at the next start; the "
                           "step after it waits "
                           "until then. A bot that is stopped stays stopped for as long. Nothing is lost."));
    m_ui->running->addItems(running);
    answers(*this, m_ui->buttons, tr("&Quit"), tr("&Stay"), false);
}

QuitDialog::~QuitDialog() = default;

} // namespace undock::gui
