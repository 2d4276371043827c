#include "gui/wizard/run_wizard.h"

#include "core/params/field.h"
#include "gui/widgets/icons.h"
#include "gui/widgets/window_size.h"
#include "gui/wizard/acceptance_page.h"
#include "gui/wizard/deletion_page.h"
#include "gui/wizard/handover.h"
#include "gui/wizard/migrate_page.h"
#include "gui/wizard/node_page.h"
#include "gui/wizard/plan_page.h"
#include "gui/wizard/read_page.h"
#include "gui/wizard/record_page.h"
#include "gui/wizard/scan_page.h"

#include <QLabel>
#include <QVBoxLayout>

namespace undock::gui {

RunWizard::RunWizard(Workshop &shop, QWidget *parent)
    : QWizard(parent)
    , m_state(shop)
    , m_side(new QWidget)
    , m_machine(new QLabel)
{
    setObjectName(QStringLiteral("RunWizard"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowIcon(Icons::application());
    setWizardStyle(QWizard::ModernStyle);
    setOption(QWizard::NoBackButtonOnStartPage);
    setOption(QWizard::NoCancelButtonOnLastPage, false);
    setPage(Read, new ReadPage(m_state));
    setPage(Node, new NodePage(m_state));
    setPage(Scan, new ScanPage(m_state));
    setPage(Plan, new PlanPage(m_state));
    setPage(Migrate, new MigratePage(m_state));
    setPage(Acceptance, new AcceptancePage(m_state));
    setPage(Deletion, new DeletionPage(m_state));
    setPage(Record, new RecordPage(m_state));

    auto *column = new QVBoxLayout(m_side);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(10);
    m_machine->setObjectName(QStringLiteral("machine"));
    m_machine->setTextFormat(Qt::RichText);
    column->addWidget(m_machine);
    column->addSpacing(8);
    for (int i = 0; i < PageCount; ++i) {
        auto *label = new QLabel;
        label->setTextFormat(Qt::RichText);
        column->addWidget(label);
        m_steps << label;
    }
    column->addStretch();
    m_side->setMinimumWidth(180);
    setSideWidget(m_side);
    connect(this, &QWizard::currentIdChanged, this, &RunWizard::showSteps);
    connect(&m_state.watch, &RunWatch::changed, this, &RunWizard::showSteps);
    connect(&m_state.form, &NodeForm::changed, this, &RunWizard::showSteps);
    retranslate();
    resize(fittingSize(*this, { 1160, 680 }));
}

void RunWizard::begin(const QMap<QString, QString> &fields)
{
    for (auto given = fields.constBegin(); given != fields.constEnd(); ++given) {
        if (const FieldRow *row = fieldNamed(given.key()))
            m_state.form.set(row->field, given.value());
    }
    restart();
}

int RunWizard::pageFor(const RunState &state)
{
    using Phase = RunState::Phase;
    switch (state.phase()) {
    case Phase::Created:
        return Scan;
    case Phase::Scanned:
        return state.stage(Stage::A).mark == StageState::Mark::Failed ? Scan : Plan;
    case Phase::Failed:
        return Handover::deletionFailed(state) ? Deletion : Migrate;
    case Phase::UnderWay:
    case Phase::RollingBack:
    case Phase::RollbackFailed:
        return Migrate;
    case Phase::AcceptanceFailed:
        return Acceptance;
    case Phase::AwaitingUser:
    case Phase::Accepted:
    case Phase::Deleting:
        return Deletion;
    case Phase::Deleted:
    case Phase::RolledBack:
        break;
    }
    return Record;
}

void RunWizard::open(const QString &run, int page)
{
    m_state.adopt(run);
    restart();
    const int wanted = page < 0 ? pageFor(m_state.watch.state()) : page;
    // Page by page, so that going back leads through all of them.
    while (currentId() >= 0 && currentId() < wanted) {
        const int before = currentId();
        next();
        if (currentId() == before)
            break; // this page wants something first
    }
}

void RunWizard::showSteps()
{
    const QString names[] = { tr("Read first"), tr("Node and VM"), tr("Scan"), tr("Plan"), tr("Migrate"),
        tr("Acceptance"), tr("Deletion"), tr("Record") };
    const QString accent = Theme::color(Tone::Accent).name();
    const QString faint = Theme::secondaryText().name();
    for (int i = 0; i < PageCount; ++i) {
        const bool current = i == currentId();
        m_steps[i]->setText(current ? QStringLiteral("<span style=\"color:%1\"><b>%2&nbsp;&nbsp;%3</b></span>")
                                          .arg(accent)
                                          .arg(i + 1)
                                          .arg(names[i].toHtmlEscaped())
                                    : QStringLiteral("<span style=\"color:%1\">%2&nbsp;&nbsp;%3</span>")
                                          .arg(i < currentId() ? palette().color(QPalette::WindowText).name() : faint)
                                          .arg(i + 1)
                                          .arg(names[i].toHtmlEscaped()));
    }
    const QString vmid = m_state.form.value(Field::Vmid);
    QString name = m_state.watch.state().fact(u"vm_name");
    if (name.isEmpty() && m_state.form.found())
        name = m_state.form.found()->name;
    m_machine->setText(vmid.isEmpty() ? QStringLiteral("<b>%1</b>").arg(tr("New VM"))
                                      : QStringLiteral("<b>%1</b><br/><span style=\"color:%2\">%3</span>")
                                            .arg(tr("VM %1").arg(vmid).toHtmlEscaped(), faint, name.toHtmlEscaped()));
    setWindowTitle(vmid.isEmpty() ? tr("Migrate a VM") : tr("Migrate VM %1").arg(vmid));
}

void RunWizard::retranslate()
{
    setButtonText(QWizard::BackButton, tr("< &Back"));
    setButtonText(QWizard::NextButton, tr("&Next >"));
    setButtonText(QWizard::FinishButton, tr("&Finish"));
    setButtonText(QWizard::CancelButton, tr("Close"));
    showSteps();
}

void RunWizard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange && !m_steps.isEmpty())
        showSteps();
    QWizard::changeEvent(event);
}

} // namespace undock::gui
