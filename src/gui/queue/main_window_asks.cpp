// What a person asks for in the queue window: actions, menus, what is dropped on it.

#include "core/text/phrase.h"
#include "gui/queue/main_window.h"

#include "core/instruct/instruction.h"
#include "core/text/display_safe.h"
#include "gui/queue/main_actions.h"
#include "gui/queue/queue_filter.h"
#include "gui/queue/queue_model.h"
#include "gui/settings/app_settings.h"
#include "gui/text/language.h"
#include "gui/text/words.h"
#include "gui/wizard/handover.h"
#include "ui_MainWindow.h"

#include <QActionGroup>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QMimeData>
#include <QShortcut>

namespace undock::gui {

void MainWindow::connectActions()
{
    const MainActions &a = *m_actions;
    connect(a.add, &QAction::triggered, this, &MainWindow::addWanted);
    connect(a.discover, &QAction::triggered, this, &MainWindow::discoverWanted);
    connect(a.import, &QAction::triggered, this, [this] { Q_EMIT importWanted({}); });
    connect(a.occupancy, &QAction::triggered, this, [this] { Q_EMIT occupancyWanted({}, {}); });
    connect(a.about, &QAction::triggered, this, &MainWindow::aboutWanted);
    connect(a.settings, &QAction::triggered, this, &MainWindow::settingsWanted);
    connect(a.quit, &QAction::triggered, this, &QWidget::close);
    connect(a.guide, &QAction::triggered, this, &MainWindow::guideWanted);
    connect(a.records, &QAction::triggered, this, [this] { Q_EMIT recordsWanted({}); });
    connect(a.record, &QAction::triggered, this, [this] { Q_EMIT recordsWanted(selectedRuns().value(0)); });
    connect(a.start, &QAction::triggered, this, [this] { Q_EMIT startWanted(selectedRuns()); });
    connect(a.startLater, &QAction::triggered, this, [this] { Q_EMIT startLaterWanted(selectedRuns()); });
    connect(a.pause, &QAction::triggered, this, [this] {
        for (const QString &run : selectedRuns())
            m_queue.pause(run);
    });
    connect(a.retry, &QAction::triggered, this, [this] {
        for (const QString &run : selectedRuns())
            retry(run);
    });
    const auto wizardAt = [this](int page) {
        const QString run = selectedRuns().value(0);
        if (!run.isEmpty())
            Q_EMIT wizardWanted(run, page);
    };
    connect(a.wizard, &QAction::triggered, this, [wizardAt] { wizardAt(-1); });
    connect(a.accept, &QAction::triggered, this, [wizardAt] { wizardAt(6); });
    connect(a.deleteDocker, &QAction::triggered, this, [wizardAt] { wizardAt(6); });
    connect(a.rollBack, &QAction::triggered, this, [this] {
        const QString run = selectedRuns().value(0);
        if (m_queue.working(run) && !m_queue.state(run).dockerStopped()) {
            Task task;
            task.kind = Task::Kind::RollBack;
            request(run, task); // nothing is taken from anybody yet
            return;
        }
        // What it costs stands beside the button there; nothing is taken back from a menu alone.
        m_actions->details->setChecked(true);
        m_ui->details->showRun(run);
        m_ui->details->showWaysBack(Task::Kind::RollBack);
    });
    connect(a.undoLedger, &QAction::triggered, this, [this] {
        m_actions->details->setChecked(true);
        m_ui->details->showRun(selectedRuns().value(0));
        m_ui->details->showWaysBack(Task::Kind::UndoLedger);
    });
    connect(a.instruction, &QAction::triggered, this, &MainWindow::copyInstruction);
    connect(a.error, &QAction::triggered, this, &MainWindow::copyError);
    connect(a.housekeeping, &QAction::triggered, this, [this] { Q_EMIT housekeepingWanted(selectedRuns().value(0)); });
    m_ui->queue->addAction(a.leaveOut);
    connect(a.leaveOut, &QAction::triggered, this, [this] {
        for (const QString &run : selectedRuns()) {
            if (const Done done = m_queue.leaveOut(run); !done)
                say(ErrorText::of(done.error()));
        }
    });
    connect(a.up, &QAction::triggered, this, [this] { move(-1); });
    connect(a.down, &QAction::triggered, this, [this] { move(1); });
    connect(a.pauseAll, &QAction::toggled, this, [this](bool paused) {
        paused ? m_queue.pauseAll() : m_queue.resumeAll();
        updateStatus();
    });
    connect(a.details, &QAction::toggled, m_ui->details, &QWidget::setVisible);
}

void MainWindow::listLeftOut(QMenu &menu)
{
    menu.clear();
    const QStringList runs = m_queue.leftOut();
    for (const QString &run : runs) {
        const RunState state = m_queue.state(run);
        QStringList words{ state.vmid(), state.fact(u"vm_name"), state.node(),
            state.startedAt().toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")), Words::phase(state.phase()) };
        words.removeAll(QString());
        QString text = displayLine(words.join(QStringLiteral(" · ")), 120);
        QAction *action = menu.addAction(text.replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setObjectName(QStringLiteral("putBack_") + run);
        connect(action, &QAction::triggered, this, [this, run] {
            if (const Done done = m_queue.takeBack(run); !done)
                say(ErrorText::of(done.error()));
            else
                selectRun(run);
        });
    }
    menu.setEnabled(!runs.isEmpty());
}

void MainWindow::connectMenus()
{
    const MainActions &a = *m_actions;
    connect(a.languages, &QActionGroup::triggered, this,
        [this](QAction *action) { Q_EMIT languageChosen(action->data().toString()); });
    connect(a.themes, &QActionGroup::triggered, this,
        [this](QAction *action) { Q_EMIT themeChosen(static_cast<Theme::Choice>(action->data().toInt())); });
    connect(a.vmMenu, &QMenu::aboutToShow, this, &MainWindow::bringUpToDate);
    connect(a.queueMenu, &QMenu::aboutToShow, this, [this] { listLeftOut(*m_actions->backMenu); });
    connect(m_ui->queue, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        if (selectedRuns().isEmpty())
            return;
        bringUpToDate();
        QMenu menu(this);
        for (QAction *action : m_actions->vmMenu->actions()) {
            if (action->isSeparator())
                menu.addSeparator();
            else if (action->isEnabled())
                menu.addAction(action);
        }
        menu.exec(m_ui->queue->viewport()->mapToGlobal(at));
    });
    connect(m_ui->queue->header(), &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        QMenu menu(this);
        for (int column = 0; column < QueueModel::ColumnCount; ++column) {
            if (column == QueueModel::Vmid || column == QueueModel::State)
                continue; // without these a row says nothing
            QAction *action = menu.addAction(m_model.headerData(column, Qt::Horizontal).toString());
            action->setCheckable(true);
            action->setChecked(!m_ui->queue->isColumnHidden(column));
            connect(action, &QAction::toggled, this,
                [this, column](bool shown) { m_ui->queue->setColumnHidden(column, !shown); });
        }
        menu.exec(m_ui->queue->header()->mapToGlobal(at));
    });
    auto *find = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_L), this);
    connect(find, &QShortcut::activated, this, [this] {
        m_ui->filter->setFocus();
        m_ui->filter->selectAll();
    });
    auto *open = new QShortcut(QKeySequence(Qt::Key_Return), m_ui->queue);
    open->setContext(Qt::WidgetShortcut);
    connect(open, &QShortcut::activated, m_actions->wizard, &QAction::trigger);
    connect(m_ui->queue, &QAbstractItemView::doubleClicked, m_actions->wizard, &QAction::trigger);
}

void MainWindow::request(const QString &run, const Task &task)
{
    if (const Done done = m_queue.request(run, task); !done)
        say(ErrorText::of(done.error()));
}

void MainWindow::retry(const QString &run)
{
    using Phase = RunState::Phase;
    const RunState state = m_queue.state(run);
    if (Handover::deletionFailed(state)) {
        Q_EMIT wizardWanted(run, 6); // its conditions are seen there, and a deletion is confirmed
        return;
    }
    Task task;
    task.kind = state.phase() == Phase::AcceptanceFailed ? Task::Kind::CheckAgain
        : state.phase() == Phase::RollbackFailed         ? Task::Kind::RollBack
                                                         : Task::Kind::Migrate;
    request(run, task);
}

void MainWindow::copyInstruction()
{
    QStringList texts;
    const InstructionContext context{ m_settings.value(QStringLiteral("procedure_file")),
        m_settings.value(QStringLiteral("baseline_file")), {}, m_queue.settings().recordsFolder };
    const QString language = Language::current() == QLatin1String("en") ? QStringLiteral("en") : QStringLiteral("zh");
    for (const QString &run : selectedRuns()) {
        if (const auto parameters = runParametersFromJson(m_queue.state(run).params()))
            texts << instructionText(*parameters, context, language);
    }
    QGuiApplication::clipboard()->setText(texts.join(QLatin1Char('\n')));
    m_ui->statusBar->showMessage(tr("The instruction text is in the clipboard."), 4000);
}

void MainWindow::copyError()
{
    const RunState state = m_queue.state(selectedRuns().value(0));
    QStringList lines{ QStringLiteral("VM %1, %2").arg(state.vmid(), state.node()) };
    for (const JobState &job : state.jobs()) {
        if (job.failure)
            lines << QStringLiteral("%1: %2 %3").arg(job.job, job.failure->code, inEnglish(job.failure->text));
    }
    for (const CheckRow &told : state.acceptanceRows()) {
        const CheckRow row = inEnglish(told);
        if (row.verdict == Verdict::Failed || row.verdict == Verdict::Unknown)
            lines << QStringLiteral("%1: %2, before %3, expected %4, found %5")
                         .arg(row.id, verdictName(row.verdict), row.before.isEmpty() ? QStringLiteral("-") : row.before,
                             row.expected, row.found);
    }
    for (const Json &trouble : state.troubles())
        lines << QStringLiteral("%1: %2").arg(stringAt(trouble, "code"), inEnglish(stringAt(trouble, "what")));
    QGuiApplication::clipboard()->setText(
        displaySafe(lines.join(QLatin1Char('\n')))); // pasted into a terminal, perhaps
    m_ui->statusBar->showMessage(tr("The error is in the clipboard."), 4000);
}

void MainWindow::move(int by)
{
    const QStringList chosen = selectedRuns();
    const QStringList all = m_queue.runs();
    Done kept;
    for (const QString &run : chosen)
        kept = m_queue.move(run, std::clamp(int(all.indexOf(run)) + by, 0, int(all.size()) - 1));
    for (const QString &run : chosen)
        selectRun(run);
    if (!kept) {
        ErrorText text = ErrorText::of(kept.error());
        text.safe = tr("The queue goes by this order until the program ends; the next one does not know it.");
        say(text);
    }
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && event->mimeData()->urls().first().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    Q_EMIT importWanted(event->mimeData()->urls().first().toLocalFile());
}

} // namespace undock::gui
