#include "gui/queue/main_window.h"

#include "core/text/display_safe.h"
#include "engine/notify/operator_notice.h"
#include "gui/app/questions.h"
#include "gui/queue/main_actions.h"
#include "gui/queue/queue_filter.h"
#include "gui/queue/queue_model.h"
#include "gui/queue/stage_marks_delegate.h"
#include "gui/queue/vm_place.h"
#include "gui/settings/app_settings.h"
#include "gui/text/code_texts.h"
#include "gui/text/language.h"
#include "gui/widgets/icons.h"
#include "gui/widgets/run_output.h"
#include "gui/widgets/window_size.h"
#include "ui_MainWindow.h"

#include <QCloseEvent>
#include <QCoreApplication>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QSystemTrayIcon>

namespace undock::gui {

MainWindow::MainWindow(
    Queue &queue, AppSettings &settings, QueueModel &model, RunOutput &outputs, Questions &questions, QWidget *parent)
    : QMainWindow(parent)
    , m_ui(std::make_unique<Ui::MainWindow>())
    , m_actions(new MainActions(settings.value(QStringLiteral("theme")), this))
    , m_queue(queue)
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
    m_ui->details->setQueue(&queue, &model, &outputs);
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
    const std::vector<Queue::SetAside> &aside = m_queue.setAside();
    if (aside.empty())
        return;
    QStringList lines;
    for (const Queue::SetAside &one : aside) {
        lines << displayLine(
            QStringLiteral("%1: %2 (%3)")
                .arg(one.run, CodeTexts::text(one.error.code, one.error.what), CodeTexts::place(one.error.where)));
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
    connect(&m_queue, &Queue::holdsChanged, this, &MainWindow::updateHolds);
    connect(&m_queue, &Queue::taskStarted, this, &MainWindow::updateStatus);
    connect(&m_queue, &Queue::taskPutOff, this, [this](const QString &run, const Task &, const TaskOutcome &outcome) {
        updateStatus();
        if (const auto notice = m_waits.putOff(m_queue.state(run), outcome, QDateTime::currentDateTimeUtc()))
            notify(noticeText(*notice, Language::current()));
    });
    connect(
        &m_queue, &Queue::taskFinished, this, [this](const QString &run, const Task &task, const TaskOutcome &outcome) {
            updateStatus();
            m_waits.over(run);
            const RunState state = m_queue.state(run);
            if (outcome.kind != TaskOutcome::Kind::Succeeded && !outcome.error.code.isEmpty()) {
                ErrorText named = ErrorText::of(outcome.error);
                named.what = tr("VM %1: %2").arg(state.vmid(), named.what);
                say(named);
            }
            if (const auto notice = noticeOf(state, task, outcome))
                notify(noticeText(*notice, Language::current()));
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

void MainWindow::bringUpToDate()
{
    m_model.flush();
    updateActions();
}

/// A desktop may take marks in a notification for its own; what a VM is called must not be one.
static QString asItStands(QString text)
{
    return displayLine(text.replace(QLatin1Char('<'), QChar(0x2039)).replace(QLatin1Char('&'), QChar(0xFF06)));
}

void MainWindow::notify(const QString &text)
{
    if (m_tray && !isActiveWindow() && m_settings.value(QStringLiteral("notifications")) != QLatin1String("off"))
        m_tray->showMessage(QStringLiteral("OpenClaw Undock"), asItStands(text), Icons::application());
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

} // namespace undock::gui
