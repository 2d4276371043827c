#include "gui/wizard/scan_page.h"

#include "gui/wizard/findings_model.h"
#include "ui_ScanPage.h"

#include <QHeaderView>

namespace undock::gui {

ScanPage::ScanPage(WizardState &wizardState)
    : WizardPage(wizardState)
    , m_ui(std::make_unique<Ui::ScanPage>())
    , m_findings(new FindingsModel(this))
{
    m_ui->setupUi(this);
    m_ui->findings->setModel(m_findings);
    m_ui->findings->header()->setSectionResizeMode(FindingsModel::Level, QHeaderView::ResizeToContents);
    connect(m_ui->findings->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current) { m_ui->advice->setText(m_findings->advice(current.row())); });
    connect(m_ui->scanAgain, &QPushButton::clicked, this, &ScanPage::scan);
    connect(&state.watch, &RunWatch::changed, this, &ScanPage::show);
}

ScanPage::~ScanPage() = default;

void ScanPage::initializePage()
{
    retranslate();
    if (state.watch.state().phase() == RunState::Phase::Created && !state.watch.working())
        scan();
    show();
}

void ScanPage::scan()
{
    if (const Done asked = state.request(Task::Kind::Scan); !asked)
        m_ui->notice->say(ErrorText::of(asked.error()));
}

void ScanPage::show()
{
    const RunState now = state.watch.state();
    const int row = m_ui->findings->currentIndex().row();
    m_findings->show(now);
    const bool working = state.watch.working();
    m_ui->busy->setVisible(working);
    m_ui->scanAgain->setEnabled(!working
        && (now.phase() == RunState::Phase::Created || now.phase() == RunState::Phase::Scanned
            || now.phase() == RunState::Phase::Failed));
    m_ui->summary->setText(working ? state.watch.currentStep() : m_findings->summary());
    if (m_findings->rowCount() > 0)
        m_ui->findings->setCurrentIndex(m_findings->index(std::max(0, std::min(row, m_findings->rowCount() - 1)), 0));
    else
        m_ui->advice->clear();
    const auto trouble = state.watch.trouble();
    const int blocks = m_findings->count(Finding::Level::Blocks);
    if (blocks > 0 && !working)
        m_ui->notice->say(Tone::Failed, tr("%n finding(s) block the migration", nullptr, blocks),
            tr("Nothing on the VM was changed. Settle them, then scan again."));
    else if (trouble && !working)
        m_ui->notice->say(*trouble);
    else
        m_ui->notice->hush();
    Q_EMIT completeChanged();
}

bool ScanPage::isComplete() const
{
    const RunState::Phase phase = state.watch.state().phase();
    if (phase == RunState::Phase::Created)
        return false;
    // While the scan goes on, what it found so far is not all of it.
    const bool scanning
        = state.watch.working() && state.watch.state().stage(Stage::B).mark == StageState::Mark::Pending;
    return m_findings->rowCount() > 0 && m_findings->count(Finding::Level::Blocks) == 0 && !scanning;
}

void ScanPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_findings->retranslate();
    show();
}

} // namespace undock::gui
