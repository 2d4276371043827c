#include "gui/wizard/deletion_page.h"

#include "core/params/field.h"
#include "gui/text/words.h"
#include "gui/widgets/icons.h"
#include "gui/wizard/handover.h"
#include "ui_DeletionPage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QStandardItemModel>
#include <QWizard>

namespace undock::gui {

DeletionPage::DeletionPage(WizardState &wizardState)
    : WizardPage(wizardState)
    , m_ui(std::make_unique<Ui::DeletionPage>())
    , m_conditions(new QStandardItemModel(0, 1, this))
{
    m_ui->setupUi(this);
    m_ui->conditions->setModel(m_conditions);
    for (QToolButton *button : { m_ui->copyAddress, m_ui->copyTunnel, m_ui->copyMessage })
        button->setIcon(Icons::get(QStringLiteral("copy")));
    const auto copy = [](const QString &text) { QGuiApplication::clipboard()->setText(text); };
    connect(m_ui->copyAddress, &QToolButton::clicked, this, [=, this] { copy(m_ui->address->text()); });
    connect(m_ui->copyTunnel, &QToolButton::clicked, this, [=, this] { copy(m_ui->tunnel->text()); });
    connect(m_ui->copyMessage, &QToolButton::clicked, this, [=, this] { copy(m_ui->message->toPlainText()); });
    connect(m_ui->accept, &QPushButton::clicked, this, &DeletionPage::accept);
    connect(m_ui->deleteDocker, &QPushButton::clicked, this, &DeletionPage::deleteDocker);
    connect(m_ui->deleteImages, &QPushButton::clicked, this, [this] {
        const RunState now = state.watch.state();
        const bool sure = state.shop.questions.deletion(this, now.vmid(),
            tr("The two Docker images of this VM are removed. Docker's version cannot come back after that; some 1.3 "
               "GB become free."),
            { tr("/data/openclaw, /data/panel and /opt/openclaw"), tr("the backup in /root"),
                tr("the direct installation") });
        if (sure)
            request(Task::Kind::DeleteImages);
    });
    connect(m_ui->later, &QPushButton::clicked, this, [this] { wizard()->close(); });
    connect(m_ui->by, &QLineEdit::textChanged, this, &DeletionPage::show);
    connect(m_ui->tried, &QLineEdit::textChanged, this, &DeletionPage::show);
    connect(&state.watch, &RunWatch::changed, this, &DeletionPage::show);
}

DeletionPage::~DeletionPage() = default;

void DeletionPage::initializePage()
{
    // Once for a run: whoever comes back finds what was typed.
    if (m_filledFor != state.watch.run())
        m_ui->when->setDateTime(QDateTime::currentDateTime());
    m_filledFor = state.watch.run();
    // One that was released elsewhere must not bar the button for ever.
    if (const auto holds = state.shop.queue.holds(); !holds.empty())
        state.shop.nodes.occupancy(state.shop.settings.node(stringAt(holds.front(), keyOf(Field::Node))));
    retranslate();
}

void DeletionPage::accept()
{
    Task task;
    task.kind = Task::Kind::Accept;
    task.by = m_ui->by->text().trimmed();
    task.tried = m_ui->tried->text().trimmed();
    task.note = m_ui->note->text().trimmed();
    const QString when = m_ui->when->dateTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    task.note = task.note.isEmpty() ? when : QStringLiteral("%1: %2").arg(when, task.note);
    if (const Done asked = state.shop.queue.request(state.watch.run(), task); !asked)
        m_ui->notice->say(ErrorText::of(asked.error()));
}

bool DeletionPage::wantsFinishing() const
{
    const RunState now = state.watch.state();
    // The images are asked about only when all of it had ended.
    return now.dockerDeleted() && now.phase() != RunState::Phase::Deleted && !now.latest(StepRole::DeletesImages);
}

void DeletionPage::request(Task::Kind kind)
{
    if (const Done asked = state.request(kind); !asked)
        m_ui->notice->say(ErrorText::of(asked.error()));
}

void DeletionPage::deleteDocker()
{
    if (wantsFinishing()) { // deletes nothing more: there is nothing to confirm
        request(Task::Kind::DeleteDocker);
        return;
    }
    const RunState now = state.watch.state();
    const bool sure = state.shop.questions.deletion(this, now.vmid(),
        tr("Docker's two containers of this VM are removed for good. Every condition is asked again at that moment, "
           "and the acceptance is run once more."),
        { tr("/data/openclaw, /data/panel and /opt/openclaw"), tr("the backup in /root"),
            tr("Docker's images (removing them is a choice of its own)") });
    if (sure)
        request(Task::Kind::DeleteDocker);
}

void DeletionPage::showConditions()
{
    m_conditions->removeRows(0, m_conditions->rowCount());
    const auto conditions = Handover::conditions(state.shop.queue, state.watch.run());
    QStringList missing;
    // Once it is done they are history: they were met, nothing is asked or missing any more.
    const bool deleted = state.watch.state().dockerDeleted();
    for (const Handover::Condition &condition : conditions) {
        if (deleted && condition.id == QLatin1String("not-deleted-yet"))
            continue;
        const bool met = deleted || condition.state == DeletionCondition::State::Met;
        QString text = condition.text;
        const char *icon = "mark-passed";
        Tone tone = Tone::Passed;
        if (condition.askedThen && !deleted) {
            text += QStringLiteral(" — ") + tr("asked at that moment");
            icon = "mark-pending";
            tone = Tone::Neutral;
        } else if (!met) {
            icon = condition.state == DeletionCondition::State::Unknown ? "mark-unknown" : "mark-failed";
            tone = condition.state == DeletionCondition::State::Unknown ? Tone::Unknown : Tone::Failed;
            missing << condition.text;
        }
        auto *item = new QStandardItem(Icons::get(QLatin1String(icon), tone), text);
        item->setEditable(false);
        item->setToolTip(condition.detail);
        m_conditions->appendRow(item);
    }
    const bool may = (deleted || Handover::mayDelete(conditions)) && !state.watch.working();
    m_ui->deleteDocker->setEnabled(may);
    m_ui->deleteDocker->setToolTip(
        missing.isEmpty() ? QString() : tr("Missing: %1").arg(missing.join(QStringLiteral("; "))));
}

void DeletionPage::show()
{
    const RunState now = state.watch.state();
    const auto trouble = state.watch.trouble();
    const bool accepted = now.userAcceptance().has_value();
    const bool deleted = now.dockerDeleted();
    // Who and what was tried belong to it: a date alone is nobody's word.
    m_ui->accept->setEnabled(!m_ui->by->text().trimmed().isEmpty() && !m_ui->tried->text().trimmed().isEmpty()
        && now.acceptanceGreen() && !deleted && !state.watch.working());
    m_ui->accept->setDefault(!accepted && m_ui->accept->isEnabled());
    m_ui->accepted->setText(accepted ? tr("recorded: %1").arg(stringAt(*now.userAcceptance(), "by")) : QString());
    const bool finish = wantsFinishing();
    const bool imagesDeleted = now.latestGreen(StepRole::DeletesImages);
    m_ui->deleteImages->setVisible(deleted && !finish && !imagesDeleted);
    m_ui->deleteImages->setEnabled(!state.watch.working());
    m_ui->deleteDocker->setVisible(!deleted || finish);
    m_ui->deleteDocker->setText(finish ? tr("&Finish the deletion") : tr("&Delete Docker…"));
    m_ui->deleteDocker->setProperty("danger", !finish);
    m_ui->deleteDocker->update();
    m_ui->later->setVisible(!deleted);
    m_ui->later->setDefault(accepted && !deleted);
    m_ui->later->setToolTip(tr("Close the wizard; the VM waits in the queue, also after a restart."));
    showConditions();
    if (const QString why = state.watch.waitingFor(); !why.isEmpty())
        m_ui->notice->say(Tone::Accent, notBegunYet(), why);
    else if (trouble && !state.watch.working())
        m_ui->notice->say(*trouble);
    else if (finish && !state.watch.working())
        m_ui->notice->say(Tone::Warning,
            tr("Docker's containers are deleted, but the deletion did not come to its end"),
            tr("What is left deletes nothing more: it checks that the direct installation still answers, and "
               "says so in the record. Finish the deletion."));
    else if (deleted && !finish)
        m_ui->notice->say(Tone::Passed, tr("Docker's containers are deleted"),
            imagesDeleted
                ? tr("Their images are deleted too; Docker's version cannot come back. /data is untouched.")
                : tr("The images are still there: they are tagged, so pruning frees nothing. /data is untouched."));
    else if (state.watch.working())
        m_ui->notice->say(Tone::Accent,
            state.watch.currentStep().isEmpty() ? tr("Asking the node and the VM…") : state.watch.currentStep());
    else
        m_ui->notice->hush();
    Q_EMIT completeChanged();
}

bool DeletionPage::isComplete() const
{
    return !state.watch.working();
}

void DeletionPage::retranslate()
{
    m_ui->retranslateUi(this);
    const RunState now = state.watch.state();
    m_ui->address->setText(Handover::address(now));
    m_ui->address->setPlaceholderText(tr("no public port leads to the panel"));
    m_ui->tunnel->setText(Handover::tunnel(now));
    m_ui->tunnel->setCursorPosition(0);
    m_ui->message->setPlainText(Handover::message(now));
    show();
}

} // namespace undock::gui
