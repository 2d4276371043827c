#include "gui/wizard/migrate_page.h"

#include "gui/text/words.h"
#include "gui/widgets/run_output.h"
#include "ui_MigratePage.h"

#include <QFontDatabase>
#include <QPushButton>

namespace undock::gui {

MigratePage::MigratePage(WizardState &wizardState)
    : WizardPage(wizardState)
    , m_ui(std::make_unique<Ui::MigratePage>())
{
    m_ui->setupUi(this);
    QFont bold = font();
    bold.setBold(true);
    m_ui->step->setFont(bold);
    QFont clock = font();
    clock.setPointSizeF(clock.pointSizeF() * 1.8);
    m_ui->outage->setFont(clock);
    m_ui->outage->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_ui->outageLabel->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_acknowledge = m_ui->notice->addButton(QStringLiteral("acknowledge"));
    m_acknowledge->hide();
    connect(m_acknowledge, &QPushButton::clicked, this, [this] {
        for (const auto &warning : state.watch.openWarnings()) {
            if (const Done done = state.shop.queue.acknowledge(state.watch.run(), warning.job, warning.code); !done) {
                m_ui->notice->say(ErrorText::of(done.error()));
                return;
            }
        }
        if (const Done asked = state.request(Task::Kind::Migrate); !asked)
            m_ui->notice->say(ErrorText::of(asked.error()));
    });
    connect(m_ui->start, &QPushButton::clicked, this, [this] {
        if (const Done asked = state.request(Task::Kind::Migrate); !asked)
            m_ui->notice->say(ErrorText::of(asked.error()));
    });
    connect(m_ui->pause, &QPushButton::clicked, this, [this] {
        state.shop.queue.pause(state.watch.run());
        m_ui->pause->setEnabled(false);
    });
    connect(m_ui->rollBack, &QPushButton::clicked, this, [this] {
        if (const Done asked = state.request(Task::Kind::RollBack); !asked)
            m_ui->notice->say(ErrorText::of(asked.error()));
    });
    connect(&state.watch, &RunWatch::changed, this, &MigratePage::show);
}

MigratePage::~MigratePage() = default;

void MigratePage::initializePage()
{
    m_ui->output->setBuffer(state.shop.outputs.of(state.watch.run()));
    retranslate();
}

void MigratePage::show()
{
    using Phase = RunState::Phase;
    const RunState now = state.watch.state();
    const bool working = state.watch.working();
    const Phase phase = now.phase();
    m_ui->strip->show(now);
    m_ui->step->setText(working ? state.watch.currentStep() : Words::phase(phase));
    const double fraction = state.watch.fraction();
    m_ui->bar->setRange(0, working && fraction < 0 ? 0 : 1000);
    m_ui->bar->setValue(working && fraction >= 0 ? int(fraction * 1000) : 0);
    m_ui->detail->setText(state.watch.progressLine());
    m_ui->outage->setText(Words::clock(now.outageMs(u"gateway", QDateTime::currentDateTimeUtc())));

    const bool before = phase == Phase::Created || phase == Phase::Scanned;
    const bool resumable = phase == Phase::UnderWay || phase == Phase::Failed;
    const bool over = !before && !resumable;
    m_ui->start->setText(before ? tr("&Start the migration") : now.unsettled().empty() ? tr("&Go on") : tr("Re&sume"));
    m_ui->start->setEnabled(!working && !over);
    // Primary to the eye; Enter stays with the wizard's own buttons, so that nothing begins by a stroke too many.
    m_ui->start->setProperty("primary", !working && !over);
    m_ui->start->update();
    const bool waits = !state.watch.waitingFor().isEmpty();
    m_ui->pause->setEnabled((working && !now.paused()) || waits);
    m_ui->rollBack->setEnabled(now.dockerStopped() && phase != Phase::RolledBack && !now.dockerDeleted());
    m_ui->rollBack->setToolTip(
        now.dockerStopped() ? tr(
            "Ends the running step where that is safe, then brings Docker's version back and proves that it answers.")
                            : tr("Docker's version still runs: there is nothing to take back."));

    const auto warnings = state.watch.openWarnings();
    const auto trouble = state.watch.trouble();
    m_acknowledge->setVisible(!working && !warnings.empty());
    m_acknowledge->setText(tr("&Acknowledge and go on"));
    if (!working && !warnings.empty()) {
        QStringList lines;
        for (const auto &warning : warnings)
            lines << QStringLiteral("%1 (%2)").arg(warning.text, warning.code);
        m_ui->notice->say(Tone::Warning, tr("A warning wants to be acknowledged by name before the next step"),
            lines.join(QLatin1Char('\n')));
    } else if (waits) {
        m_ui->notice->say(Tone::Accent, notBegunYet(), state.watch.waitingFor());
    } else if (!working && trouble) {
        m_ui->notice->say(*trouble);
    } else if (!working && now.paused()) {
        m_ui->notice->say(
            Tone::Accent, tr("Paused between two steps"), tr("Nothing runs in the VM. Go on whenever you like."));
    } else if (before && !working) {
        m_ui->notice->say(Tone::Accent, tr("Nothing has been changed yet"),
            tr("B archives while the bot still runs; with C its outage begins. From then on one click brings Docker's "
               "version back."));
    } else {
        m_ui->notice->hush();
    }
    Q_EMIT completeChanged();
}

bool MigratePage::isComplete() const
{
    const RunState now = state.watch.state();
    return now.acceptanceDone() || now.phase() == RunState::Phase::RolledBack || now.dockerDeleted();
}

void MigratePage::retranslate()
{
    m_ui->retranslateUi(this);
    show();
}

} // namespace undock::gui
