#include "gui/records/bundle_dialog.h"

#include "gui/text/shown_text.h"
#include "gui/text/words.h"
#include "gui/widgets/file_choice.h"
#include "gui/widgets/icons.h"
#include "ui_BundleDialog.h"

#include <QCoreApplication>
#include <QDir>
#include <QEvent>
#include <QFile>
#include <QHeaderView>
#include <QPushButton>

#include <utility>

namespace undock::gui {

QString verdictOfSignature(const SignatureCheck &check)
{
    using Verdict = SignatureCheck::Verdict;
    switch (check.verdict) {
    case Verdict::Good:
        return BundleDialog::tr("good");
    case Verdict::NotCompared:
        return BundleDialog::tr("of this bundle; whose key it is was not asked");
    case Verdict::OtherKey:
        return BundleDialog::tr("another key: of none of the allowed signers");
    case Verdict::Expired:
        return BundleDialog::tr("the key was no longer valid");
    case Verdict::NotYetValid:
        return BundleDialog::tr("the key was not valid yet");
    case Verdict::NotOfThis:
        break;
    }
    return BundleDialog::tr("wrong: not of this bundle's index");
}

BundleDialog::BundleDialog(const DeskSettings &settings, BundleWork &work, const QString &bundle, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::BundleDialog>())
    , m_work(work)
    , m_bundle(bundle)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(720, 520);
    m_ui->bundle->setText(bundle);
    m_ui->key->setText(settings.signingKey);
    const QString own = QDir(settings.dataFolder).filePath(QStringLiteral("allowed_signers"));
    if (!settings.dataFolder.isEmpty() && QFile::exists(own))
        m_ui->signers->setText(own);
    const auto browse = [this](QToolButton *button, QLineEdit *edit) {
        button->setIcon(Icons::get(QStringLiteral("folder")));
        connect(button, &QToolButton::clicked, this, [this, edit, button] {
            const QString path = FileChoice::get().open(this, button->toolTip(), edit->text(), tr("All files (*)"));
            if (!path.isEmpty())
                edit->setText(path);
        });
    };
    browse(m_ui->browseSigners, m_ui->signers);
    browse(m_ui->browseKey, m_ui->key);
    connect(m_ui->check, &QPushButton::clicked, this, &BundleDialog::check);
    connect(m_ui->sign, &QPushButton::clicked, this, &BundleDialog::sign);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(&work, &BundleWork::checked, this, [this](const QString &of, const BundleCheck &found) {
        if (of == m_bundle)
            showCheck(found);
    });
    connect(&work, &BundleWork::signedBundle, this, [this](const QString &of) {
        if (of == m_bundle) {
            m_signedJustNow = true;
            check();
        }
    });
    connect(&work, &BundleWork::notSigned, this, [this](const QString &of, const Error &error) {
        if (of == m_bundle) {
            setBusy(false);
            m_ui->notice->say(ErrorText::of(error));
        }
    });
    retranslate();
    check();
}

BundleDialog::~BundleDialog() = default;

void BundleDialog::setBusy(bool busy)
{
    m_ui->check->setEnabled(!busy);
    m_ui->sign->setEnabled(!busy && m_found && m_found->proof && !m_found->proof->index.isEmpty());
}

void BundleDialog::check()
{
    setBusy(true);
    const QString signers = m_ui->signers->text().trimmed();
    if (!signers.isEmpty() && !QFile(signers).open(QIODevice::ReadOnly)) {
        setBusy(false);
        m_ui->notice->say(Tone::Failed, tr("The allowed signers cannot be read"), signers);
        return;
    }
    m_ui->proof->setText(tr("The bundle is being looked at…"));
    m_work.check(m_bundle, signers);
}

void BundleDialog::sign()
{
    const QString key = m_ui->key->text().trimmed();
    if (key.isEmpty() || !QFile(key).open(QIODevice::ReadOnly)) {
        m_ui->notice->say(Tone::Failed, tr("The key cannot be read"),
            tr("Choose its file, or its .pub where the agent has the key."));
        return;
    }
    setBusy(true);
    m_ui->notice->say(Tone::Accent, tr("It is being signed"), tr("A token or the agent may want to be confirmed."));
    m_work.sign(m_bundle, key);
}

void BundleDialog::showCheck(const BundleCheck &found)
{
    m_found = found;
    setBusy(false);
    if (!found.proof) {
        m_signedJustNow = false;
        m_ui->proof->clear();
        m_ui->notice->say(ErrorText::of(found.proof.error()));
    } else {
        m_ui->proof->setText(
            tr("Run %1: %n line(s) of the journal and their chain hold", nullptr, int(found.proof->seal.events))
                .arg(found.proof->run)
            + QLatin1Char('\n')
            + tr("%n file(s) of evidence are what the record was made of", nullptr, int(found.proof->files))
            + QLatin1Char('\n')
            + (found.proof->made.isValid() ? tr("Made %1, by its own word").arg(Words::dateTime(found.proof->made))
                                           : tr("It does not say when it was made")));
        if (std::exchange(m_signedJustNow, false))
            m_ui->notice->say(Tone::Passed, tr("Signed"));
        else if (!found.signatures)
            m_ui->notice->say(ErrorText::of(found.signatures.error()));
        else
            m_ui->notice->say(Tone::Passed, tr("Nothing in it was changed, dropped or added"));
    }
    showSignatures();
}

void BundleDialog::showSignatures()
{
    m_ui->signatures->clear();
    if (!m_found || !m_found->signatures)
        return;
    for (const BundleSignature &signature : *m_found->signatures) {
        auto *row = new QTreeWidgetItem(
            { verdictOfSignature(signature.check), shownText(signature.check.who), signature.check.key });
        using Verdict = SignatureCheck::Verdict;
        const Verdict verdict = signature.check.verdict;
        row->setForeground(0,
            Theme::color(verdict == Verdict::Good     ? Tone::Passed
                    : verdict == Verdict::NotCompared ? Tone::Unknown
                                                      : Tone::Failed));
        for (int column = 0; column < 3; ++column)
            row->setToolTip(column, row->text(column));
        m_ui->signatures->addTopLevelItem(row);
    }
    if (m_found->signatures->empty())
        m_ui->signatures->addTopLevelItem(new QTreeWidgetItem({ tr("Nobody signed it"), {}, {} }));
}

void BundleDialog::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->bundle->setText(m_bundle);
    m_ui->signatures->setHeaderLabels({ tr("Result"), tr("Signer"), tr("Key") });
    m_ui->signatures->setColumnWidth(0, 250);
    m_ui->signatures->setColumnWidth(1, 140);
    m_ui->limits->setText(
        tr("A signature proves that whoever has the key signed these sums. It does not prove when, nor that "
           "the key's owner used it, nor that the journal tells what happened in the VM."));
    if (m_found)
        showCheck(*m_found);
}

void BundleDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace undock::gui
