#include "gui/wizard/acceptance_page.h"

#include "gui/queue/checks_model.h"
#include "ui_AcceptancePage.h"

#include <QHeaderView>

namespace undock::gui {

AcceptancePage::AcceptancePage(WizardState &wizardState)
    : WizardPage(wizardState)
    , m_ui(std::make_unique<Ui::AcceptancePage>())
    , m_checks(new ChecksModel(this))
{
    m_ui->setupUi(this);
    m_checks->showIn(m_ui->checks);
    const auto ask = [this](Task::Kind kind) {
        if (const Done asked = state.request(kind); !asked)
            m_ui->notice->say(ErrorText::of(asked.error()));
    };
    connect(m_ui->again, &QPushButton::clicked, this, [ask] { ask(Task::Kind::CheckAgain); });
    connect(m_ui->rollBack, &QPushButton::clicked, this, [ask] { ask(Task::Kind::RollBack); });
    connect(&state.watch, &RunWatch::changed, this, &AcceptancePage::show);
}

AcceptancePage::~AcceptancePage() = default;

void AcceptancePage::initializePage()
{
    retranslate();
    static constexpr int widths[] = { 250, 72, 150, 190, 190, 70 };
    for (int column = 0; column < ChecksModel::ColumnCount; ++column)
        m_ui->checks->setColumnWidth(column, widths[column]);
}

void AcceptancePage::show()
{
    const RunState now = state.watch.state();
    const bool working = state.watch.working();
    m_checks->show(now.acceptanceRows());
    m_ui->summary->setText(working ? state.watch.currentStep() : m_checks->summary());
    m_ui->busy->setVisible(working);
    m_ui->again->setEnabled(!working && now.cutoverDone());
    m_ui->rollBack->setEnabled(!working && now.dockerStopped() && !now.dockerDeleted());
    if (working)
        m_ui->notice->hush();
    else if (const QString why = state.watch.waitingFor(); !why.isEmpty())
        m_ui->notice->say(Tone::Accent, notBegunYet(), why);
    else if (now.phase() == RunState::Phase::RolledBack)
        m_ui->notice->say(Tone::Accent, tr("Rolled back: Docker's version answers"),
            tr("Nothing is deleted. What users wrote since the cutover was saved and counted."));
    else if (!now.acceptanceDone())
        m_ui->notice->say(
            Tone::Accent, tr("The acceptance was not run yet"), tr("It runs by itself at the end of the migration."));
    else if (now.acceptanceGreen())
        m_ui->notice->say(Tone::Passed, tr("The acceptance is green"),
            tr("Next the user tries it. Docker is stopped, not deleted; the way back is open."));
    else
        m_ui->notice->say(Tone::Failed,
            tr("The acceptance failed: no Docker is deleted on any VM until this is settled"),
            tr("The direct version may be partly at work; Docker's version is intact. Look at the failed rows, mend "
               "the cause and run again, or roll back. All other stages of other VMs go on."));
    Q_EMIT completeChanged();
}

bool AcceptancePage::isComplete() const
{
    const RunState now = state.watch.state();
    return !state.watch.working()
        && (now.acceptanceGreen() || now.phase() == RunState::Phase::RolledBack || now.dockerDeleted());
}

void AcceptancePage::retranslate()
{
    m_ui->retranslateUi(this);
    m_checks->retranslate();
    show();
}

} // namespace undock::gui
