#include "gui/queue/main_window.h"

#include "core/instruct/instruction.h"
#include "core/text/display_safe.h"
#include "gui/app/questions.h"
#include "gui/queue/main_actions.h"
#include "gui/queue/queue_filter.h"
#include "gui/queue/queue_model.h"
#include "gui/queue/stage_marks_delegate.h"
#include "gui/queue/vm_place.h"
#include "gui/settings/app_settings.h"
#include "gui/text/code_texts.h"
#include "gui/text/language.h"
#include "gui/text/words.h"
#include "gui/widgets/icons.h"
#include "gui/widgets/run_output.h"
#include "gui/widgets/window_size.h"
#include "gui/wizard/handover.h"
#include "ui_MainWindow.h"

#include <QActionGroup>
#include <QClipboard>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QShortcut>
#include <QSystemTrayIcon>
#include <QToolButton>

namespace undock::gui {

MainWindow::MainWindow(
    Desk &desk, AppSettings &settings, QueueModel &model, RunOutput &outputs, Questions &questions, QWidget *parent)
    : QMainWindow(parent)
    , m_ui(std::make_unique<Ui::MainWindow>())
    , m_actions(new MainActions(settings.value(QStringLiteral("theme")), this))
    , m_desk(desk)
    , m_settings(settings)
    , m_model(model)
    , m_questions(questions)
    , m_filter(new QueueFilter(this))
    , m_nodeStatus(new QLabel(this))
    , m_workerStatus(new QLabel(this))
{
    m_ui->setupUi(this);
    setAcceptDrops(true);
    setWindowIcon(Icons::application());
    m_filter->setSourceModel(&model);
    // Before the view's own connections, which move the current row to a neighbour.
    connect(m_filter, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_rowsLeave = true; });
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, [this] { m_rowsLeave = false; });
    m_ui->queue->setModel(m_filter);
    m_ui->queue->setItemDelegateForColumn(QueueModel::Stages, new StageMarksDelegate(this));
    m_ui->queue->header()->setContextMenuPolicy(Qt::CustomContextMenu);
    m_ui->queue->header()->setSortIndicatorClearable(true);
    m_ui->queue->sortByColumn(-1, Qt::AscendingOrder);
    m_ui->details->setDesk(&desk, &model, &outputs);
    m_ui->splitter->setSizes({ 400, 300 });
    m_ui->splitter->setStretchFactor(0, 1);
    m_ui->toolBar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_ui->empty->setIcon(QStringLiteral("server"));
    m_ui->noticeFrame->hide();
    m_nodeStatus->setObjectName(QStringLiteral("nodeStatus"));
    m_workerStatus->setObjectName(QStringLiteral("workerStatus"));
    for (QLabel *label : { m_nodeStatus, m_workerStatus })
        label->setContentsMargins(6, 0, 6, 0);
    m_nodeStatus->setTextFormat(Qt::RichText);
    m_ui->statusBar->addWidget(m_nodeStatus);
    m_ui->statusBar->addPermanentWidget(m_workerStatus);

    m_actions->addTo(*m_ui->menuBar);
    m_actions->addTo(*m_ui->toolBar);
    connectActions();
    connectMenus();
    makeFilterChips();
    connectDesk();
    if (QSystemTrayIcon::isSystemTrayAvailable()) {
        m_tray = new QSystemTrayIcon(Icons::application(), this);
        connect(m_tray, &QSystemTrayIcon::activated, this, [this] {
            showNormal();
            activateWindow();
        });
        m_tray->show();
    }
    restoreState();
    retranslate();
    updateHolds();
    if (model.rowCount() > 0)
        m_ui->queue->setCurrentIndex(m_filter->index(0, 0));
    showSelected();
    updateActions();
    m_ui->queue->setFocus();
    tellSetAside();
}

void MainWindow::tellSetAside()
{
    const std::vector<Queue::SetAside> aside = m_desk.setAside();
    if (aside.empty())
        return;
    QStringList lines;
    for (const Queue::SetAside &one : aside) {
        lines << displayLine(QStringLiteral("%1: %2 (%3)")
                                 .arg(one.run, CodeTexts::text(one.error.code, one.error.what), one.error.where));
    }
    say(Tone::Warning,
        tr("%n run(s) cannot be read and are set aside; their files are kept", nullptr, int(aside.size())),
        lines.mid(0, 20).join(QLatin1Char('\n')));
}

MainWindow::~MainWindow() = default;

void MainWindow::offerLab()
{
    QPushButton *lab = m_ui->empty->addButton(QStringLiteral("emptyLab"), false);
    connect(lab, &QPushButton::clicked, this, &MainWindow::labWanted);
    retranslate();
}

void MainWindow::setLabBusy(bool busy)
{
    if (auto *lab = m_ui->empty->findChild<QPushButton *>(QStringLiteral("emptyLab")))
        lab->setEnabled(!busy);
}

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
            m_desk.pause(run);
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
        if (m_desk.working(run) && !m_desk.state(run).dockerStopped()) {
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
            if (const Done done = m_desk.leaveOut(run); !done)
                say(ErrorText::of(done.error()));
        }
    });
    connect(a.up, &QAction::triggered, this, [this] { move(-1); });
    connect(a.down, &QAction::triggered, this, [this] { move(1); });
    connect(a.pauseAll, &QAction::toggled, this, [this](bool paused) {
        paused ? m_desk.pauseAll() : m_desk.resumeAll();
        updateStatus();
    });
    connect(a.details, &QAction::toggled, m_ui->details, &QWidget::setVisible);
}

void MainWindow::listLeftOut(QMenu &menu)
{
    menu.clear();
    const QStringList runs = m_desk.leftOut();
    for (const QString &run : runs) {
        const RunState state = m_desk.state(run);
        QStringList words{ state.vmid(), state.fact(u"vm_name"), state.node(),
            state.startedAt().toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")), Words::phase(state.phase()) };
        words.removeAll(QString());
        QString text = displayLine(words.join(QStringLiteral(" · ")), 120);
        QAction *action = menu.addAction(text.replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setObjectName(QStringLiteral("putBack_") + run);
        connect(action, &QAction::triggered, this, [this, run] {
            if (const Done done = m_desk.takeBack(run); !done)
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

void MainWindow::makeFilterChips()
{
    auto *layout = m_ui->groupsLayout;
    const auto chip = [&](const QString &name, std::optional<RowGroup> group) {
        auto *button = new QToolButton(m_ui->groups);
        button->setObjectName(name);
        button->setCheckable(true);
        button->setAutoExclusive(true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QToolButton::clicked, this, [this, group] { m_filter->setGroup(group); });
        layout->addWidget(button);
        m_chips << button;
    };
    chip(QStringLiteral("chipAll"), std::nullopt);
    chip(QStringLiteral("chipWorking"), RowGroup::Working);
    chip(QStringLiteral("chipWantsPerson"), RowGroup::WantsPerson);
    chip(QStringLiteral("chipFailed"), RowGroup::Failed);
    chip(QStringLiteral("chipWaiting"), RowGroup::Waiting);
    chip(QStringLiteral("chipDone"), RowGroup::Done);
    m_chips.first()->setChecked(true);
    connect(m_ui->filter, &QLineEdit::textChanged, m_filter, &QueueFilter::setText);
}

void MainWindow::connectDesk()
{
    connect(m_ui->queue->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        updateActions();
        if (!m_rowsLeave)
            showSelected();
    });
    // Also where the selection is already what is clicked.
    connect(m_ui->queue, &QAbstractItemView::clicked, this, &MainWindow::showSelected);
    connect(&m_model, &QueueModel::countsChanged, this, [this] {
        updateCounts();
        updateActions();
        updateStatus();
    });
    // A run that comes or goes must not cost the operator their place.
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_rowsLeave = true;
        const QModelIndex current = m_ui->queue->currentIndex();
        m_before
            = { selectedRuns(), current.data(QueueModel::RunRole).toString(), current.row(), m_model.rowCount() == 0 };
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &MainWindow::restoreSelection);
    connect(&m_desk, &Desk::holdsChanged, this, &MainWindow::updateHolds);
    connect(&m_desk, &Desk::taskStarted, this, &MainWindow::updateStatus);
    connect(&m_desk, &Desk::taskPutOff, this, &MainWindow::updateStatus);
    connect(&m_desk, &Desk::taskFinished, this, [this](const QString &run, const Task &, const TaskOutcome &outcome) {
        updateStatus();
        const QString vmid = m_desk.state(run).vmid();
        using Kind = TaskOutcome::Kind;
        if (outcome.kind == Kind::Succeeded) {
            if (m_desk.state(run).phase() == RunState::Phase::AwaitingUser)
                notify(tr("VM %1 wants the user's acceptance").arg(vmid),
                    tr("The acceptance is green. Ask the user to try it."));
            return;
        }
        const ErrorText error = ErrorText::of(outcome.error);
        if (!outcome.error.code.isEmpty()) {
            ErrorText named = error;
            named.what = tr("VM %1: %2").arg(vmid, error.what);
            say(named);
        }
        notify(tr("VM %1 wants a person").arg(vmid), error.what);
    });
    connect(m_ui->details, &DetailsPane::taskWanted, this, &MainWindow::request);
    connect(m_ui->holdBanner, &HoldBanner::releaseRequested, this, &MainWindow::occupancyWanted);
    connect(m_ui->holdBanner, &HoldBanner::showRequested, this, [this](const QString &node, const QString &vmid) {
        for (const RunRow &row : m_model.rows()) {
            if (vmPlace(row.node, row.vmid) == vmPlace(node, vmid))
                selectRun(row.run);
        }
    });
}

QStringList MainWindow::selectedRuns() const
{
    QStringList runs;
    for (const QModelIndex &index : m_ui->queue->selectionModel()->selectedRows())
        runs << index.data(QueueModel::RunRole).toString();
    return runs;
}

void MainWindow::selectRun(const QString &run)
{
    if (!m_model.row(run))
        return;
    if (!m_filter->mapFromSource(m_model.indexOf(run)).isValid()) {
        // Who asks for it wants to see it, whatever the list is narrowed to.
        m_ui->filter->clear();
        m_chips.first()->click();
    }
    const QModelIndex index = m_filter->mapFromSource(m_model.indexOf(run));
    // Whatever key is held: the view's own setCurrentIndex() adds to the selection under Ctrl.
    m_ui->queue->selectionModel()->setCurrentIndex(
        index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_ui->queue->scrollTo(index);
}

void MainWindow::restoreSelection()
{
    updateCounts();
    QItemSelectionModel *selection = m_ui->queue->selectionModel();
    const auto indexOf = [this](const QString &run) { return m_filter->mapFromSource(m_model.indexOf(run)); };
    // A neighbour is where the keyboard goes on; it is not selected, as nobody chose it to be acted on.
    QModelIndex current = indexOf(m_before.current);
    if (!current.isValid())
        current = m_filter->index(std::clamp(m_before.row, 0, std::max(0, m_filter->rowCount() - 1)), 0);
    selection->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    QItemSelection again;
    for (const QString &run : std::as_const(m_before.selected)) {
        const QModelIndex index = indexOf(run);
        if (index.isValid())
            again.select(index, index);
    }
    if (m_before.empty && current.isValid()) // the first to come
        again.select(current, current);
    selection->select(again, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_rowsLeave = false;
    if (!m_model.row(m_ui->details->run()))
        showSelected();
    updateActions();
}

void MainWindow::say(const ErrorText &error)
{
    m_ui->noticeFrame->show();
    m_ui->notice->say(error);
}

void MainWindow::say(Tone tone, const QString &title, const QString &text, const QString &details)
{
    m_ui->noticeFrame->show();
    m_ui->notice->say(tone, title, text, details);
}

void MainWindow::setNodeStatus(const QString &markup)
{
    m_nodeStatus->setText(markup);
}

void MainWindow::showSelected()
{
    const QStringList selected = selectedRuns();
    QString run = m_ui->queue->currentIndex().data(QueueModel::RunRole).toString();
    if (!selected.contains(run))
        run = selected.value(0);
    // With nothing selected it stays, also out of the filter's sight: only a choice leads to another VM.
    if (run.isEmpty() && m_model.row(m_ui->details->run()))
        return;
    m_ui->details->showRun(run);
}

void MainWindow::request(const QString &run, const Task &task)
{
    if (const Done done = m_desk.request(run, task); !done)
        say(ErrorText::of(done.error()));
}

void MainWindow::retry(const QString &run)
{
    using Phase = RunState::Phase;
    const RunState state = m_desk.state(run);
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

void MainWindow::bringUpToDate()
{
    m_model.flush();
    updateActions();
}

void MainWindow::updateActions()
{
    std::vector<RunRow> rows;
    for (const QString &run : selectedRuns()) {
        if (const RunRow *row = m_model.row(run))
            rows.push_back(*row);
    }
    m_actions->allow(actionsFor(rows));
}

void MainWindow::updateCounts()
{
    const bool empty = m_model.rowCount() == 0;
    m_ui->stack->setCurrentWidget(empty ? m_ui->emptyPage : m_ui->queuePage);
    m_ui->details->setVisible(!empty && m_actions->details->isChecked());
    m_ui->filterBar->setVisible(!empty);
    const QString texts[] = { tr("All"), RunRow::groupName(RowGroup::Working), RunRow::groupName(RowGroup::WantsPerson),
        RunRow::groupName(RowGroup::Failed), RunRow::groupName(RowGroup::Waiting), RunRow::groupName(RowGroup::Done) };
    for (int i = 0; i < m_chips.size(); ++i) {
        const int count = i == 0 ? m_model.rowCount() : m_model.count(static_cast<RowGroup>(i - 1));
        const QString text = QStringLiteral("%1  %2").arg(texts[i]).arg(count);
        if (m_chips[i]->text() != text)
            m_chips[i]->setText(text);
    }
}

void MainWindow::updateStatus()
{
    const int busy = m_desk.busyWorkers();
    QString text = tr("%1 of %2 workers busy").arg(busy).arg(m_desk.settings().workers);
    if (m_desk.pausedAll())
        text += QStringLiteral(" · ") + tr("the queue is paused");
    m_workerStatus->setText(text);
    int sum = 0;
    int working = 0;
    for (const RunRow &row : m_model.rows()) {
        if (row.working) {
            sum += row.percent;
            ++working;
        }
    }
    const QString name = tr("OpenClaw Undock");
    setWindowTitle(
        working ? tr("%1 % · %n running", nullptr, working).arg(sum / working) + QStringLiteral(" — ") + name : name);
    if (m_tray)
        m_tray->setToolTip(windowTitle());
}

void MainWindow::updateHolds()
{
    m_ui->holdBanner->show(m_desk.holds());
}

/// A desktop may take marks in a notification for its own; what a VM is called must not be one.
static QString asItStands(QString text)
{
    return displayLine(text.replace(QLatin1Char('<'), QChar(0x2039)).replace(QLatin1Char('&'), QChar(0xFF06)));
}

void MainWindow::notify(const QString &title, const QString &text)
{
    if (m_tray && !isActiveWindow() && m_settings.value(QStringLiteral("notifications")) != QLatin1String("off"))
        m_tray->showMessage(asItStands(title), asItStands(text), Icons::application());
}

void MainWindow::copyInstruction()
{
    QStringList texts;
    const InstructionContext context{ m_settings.value(QStringLiteral("procedure_file")),
        m_settings.value(QStringLiteral("baseline_file")), {}, m_desk.settings().recordsFolder };
    const QString language = Language::current() == QLatin1String("en") ? QStringLiteral("en") : QStringLiteral("zh");
    for (const QString &run : selectedRuns()) {
        if (const auto parameters = runParametersFromJson(m_desk.state(run).params()))
            texts << instructionText(*parameters, context, language);
    }
    QGuiApplication::clipboard()->setText(texts.join(QLatin1Char('\n')));
    m_ui->statusBar->showMessage(tr("The instruction text is in the clipboard."), 4000);
}

void MainWindow::copyError()
{
    const RunState state = m_desk.state(selectedRuns().value(0));
    QStringList lines{ QStringLiteral("VM %1, %2").arg(state.vmid(), state.node()) };
    for (const JobState &job : state.jobs()) {
        if (job.failure)
            lines << QStringLiteral("%1: %2 %3").arg(job.job, job.failure->code, job.failure->text);
    }
    for (const CheckRow &row : state.acceptanceRows()) {
        if (row.verdict == Verdict::Failed || row.verdict == Verdict::Unknown)
            lines << QStringLiteral("%1: %2, before %3, expected %4, found %5")
                         .arg(row.id, verdictName(row.verdict), row.before.isEmpty() ? QStringLiteral("-") : row.before,
                             row.expected, row.found);
    }
    for (const Json &trouble : state.troubles())
        lines << QStringLiteral("%1: %2").arg(stringAt(trouble, "code"), stringAt(trouble, "what"));
    QGuiApplication::clipboard()->setText(
        displaySafe(lines.join(QLatin1Char('\n')))); // pasted into a terminal, perhaps
    m_ui->statusBar->showMessage(tr("The error is in the clipboard."), 4000);
}

void MainWindow::move(int by)
{
    const QStringList chosen = selectedRuns();
    const QStringList all = m_desk.runs();
    for (const QString &run : chosen)
        m_desk.move(run, std::clamp(int(all.indexOf(run)) + by, 0, int(all.size()) - 1));
    for (const QString &run : chosen)
        selectRun(run);
}

void MainWindow::restoreState()
{
    QHeaderView *header = m_ui->queue->header();
    static constexpr int widths[] = { 66, 122, 152, 132, 216, 70, 78, 72 };
    for (int column = 0; column < QueueModel::State; ++column)
        m_ui->queue->setColumnWidth(column, widths[column]);
    header->setStretchLastSection(true);
    header->restoreState(m_settings.state(QStringLiteral("queue-columns")));
    resize(fittingSize(*this, { 1280, 720 }));
    restoreGeometry(m_settings.state(QStringLiteral("main-window")));
    m_ui->splitter->restoreState(m_settings.state(QStringLiteral("main-splitter")));
}

void MainWindow::keepState()
{
    m_settings.setState(QStringLiteral("queue-columns"), m_ui->queue->header()->saveState());
    m_settings.setState(QStringLiteral("main-window"), saveGeometry());
    m_settings.setState(QStringLiteral("main-splitter"), m_ui->splitter->saveState());
}

void MainWindow::retranslate()
{
    m_actions->retranslate();
    const MainActions &a = *m_actions;
    m_ui->empty->setText(tr("No VM in the queue"),
        tr("Every VM that is to leave Docker stands here in a row, from the first scan to the deletion of Docker. "
           "Add one with the wizard, let the node tell which it has, or take a list from a file."));
    if (!m_ui->empty->findChild<QPushButton *>(QStringLiteral("emptyAdd"))) {
        for (const auto &[name, action] : { std::pair{ "emptyAdd", a.add }, std::pair{ "emptyDiscover", a.discover },
                 std::pair{ "emptyImport", a.import } }) {
            QPushButton *button = m_ui->empty->addButton(QLatin1String(name), action == a.add);
            connect(button, &QPushButton::clicked, action, &QAction::trigger);
        }
    }
    if (auto *lab = m_ui->empty->findChild<QPushButton *>(QStringLiteral("emptyLab"))) {
        lab->setText(tr("&Try it on the lab"));
        lab->setToolTip(tr("Makes a small node with a real VM on this machine: nothing outside it is touched."));
    }
    m_ui->empty->findChild<QPushButton *>(QStringLiteral("emptyAdd"))->setText(a.add->text());
    m_ui->empty->findChild<QPushButton *>(QStringLiteral("emptyDiscover"))->setText(a.discover->text());
    m_ui->empty->findChild<QPushButton *>(QStringLiteral("emptyImport"))->setText(a.import->text());
    m_model.retranslate();
    updateCounts();
    updateStatus();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_ui) {
        m_ui->retranslateUi(this);
        retranslate();
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_model.flush();
    QStringList running;
    for (const RunRow &row : m_model.rows()) {
        if (row.working)
            running << QStringLiteral("%1  %2  %3").arg(row.vmid, row.name, row.state);
    }
    if (!running.isEmpty() && !m_questions.quit(this, running)) {
        event->ignore();
        return;
    }
    keepState();
    event->accept();
    QCoreApplication::quit();
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
