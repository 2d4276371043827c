#include "gui/queue/details_pane.h"

#include "core/config/config_backup.h"
#include "core/record/timeline_svg.h"
#include "core/text/display_safe.h"
#include "gui/queue/checks_model.h"
#include "gui/queue/evidence.h"
#include "gui/queue/queue_model.h"
#include "gui/queue/run_actions.h"
#include "gui/queue/step_tree_model.h"
#include "gui/text/language.h"
#include "gui/text/words.h"
#include "gui/widgets/icons.h"
#include "gui/widgets/run_output.h"
#include "ui_DetailsPane.h"

#include <QEvent>
#include <QHeaderView>
#include <QStandardItemModel>
#include <QTimer>

namespace undock::gui {

namespace {

QString kindName(Evidence::Row::Kind kind)
{
    switch (kind) {
    case Evidence::Row::Kind::Value:
        return DetailsPane::tr("value");
    case Evidence::Row::Kind::Fact:
        return DetailsPane::tr("fact");
    case Evidence::Row::Kind::Warning:
        return DetailsPane::tr("warning");
    case Evidence::Row::Kind::Failure:
        return DetailsPane::tr("failure");
    case Evidence::Row::Kind::Hash:
        break;
    }
    return DetailsPane::tr("hash");
}

} // namespace

DetailsPane::DetailsPane(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::DetailsPane>())
    , m_steps(new StepTreeModel(this))
    , m_checks(new ChecksModel(this))
    , m_facts(new QStandardItemModel(0, 3, this))
    , m_ways(new QStandardItemModel(0, 2, this))
{
    m_ui->setupUi(this);
    m_ui->stepTree->setModel(m_steps);
    m_ui->stepTree->header()->setStretchLastSection(false);
    m_ui->stepTree->header()->setSectionResizeMode(StepTreeModel::Step, QHeaderView::Stretch);
    m_ui->stepTree->setColumnWidth(StepTreeModel::Time, 76);
    m_ui->stepTree->setColumnWidth(StepTreeModel::Duration, 60);
    m_ui->stepTree->setColumnWidth(StepTreeModel::Verdict, 84);
    m_checks->showIn(m_ui->checks);
    m_ui->facts->setModel(m_facts);
    m_ui->ways->setModel(m_ways);
    m_ui->wayConsequence->setTextFormat(Qt::PlainText);
    m_ui->evidenceTitle->setTextFormat(Qt::RichText);
    m_ui->shownVm->setContentsMargins(8, 8, 8, 0);
    m_ui->splitter->setSizes({ 460, 820 });
    m_ui->evidenceSplitter->setSizes({ 520, 340 });

    connect(m_ui->stepTree->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) {
            const QString job = current.data(StepTreeModel::JobRole).toString();
            if (!job.isEmpty() && m_queue) {
                m_job = job;
                showEvidence(m_queue->state(m_run));
            }
        });
    connect(m_ui->ways->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { showChosenWay(); });
    connect(m_ui->takeWay, &QPushButton::clicked, this, [this] {
        Task task;
        task.kind = static_cast<Task::Kind>(m_ui->ways->currentIndex().siblingAtColumn(0).data(Qt::UserRole).toInt());
        task.note = m_ui->wayReason->text().trimmed();
        if (task.kind == Task::Kind::RestoreConfig)
            task.detail = m_ui->wayDetail->currentData().toString();
        m_ui->wayReason->clear();
        Q_EMIT taskWanted(m_run, task);
    });
    connect(m_ui->checkAgain, &QPushButton::clicked, this, [this] {
        Task task;
        task.kind = Task::Kind::CheckAgain;
        Q_EMIT taskWanted(m_run, task);
    });
    connect(m_ui->tabs, &QTabWidget::currentChanged, this, &DetailsPane::showTimeline);
    retranslate();
}

DetailsPane::~DetailsPane() = default;

void DetailsPane::setQueue(Queue *queue, QueueModel *model, RunOutput *outputs)
{
    m_queue = queue;
    m_model = model;
    m_outputs = outputs;
    const auto later = [this](const QString &run) {
        if (run != m_run || m_dirty)
            return;
        m_dirty = true;
        QTimer::singleShot(150, this, &DetailsPane::refresh);
    };
    connect(queue, &Queue::eventAppended, this, [later](const QString &run, const JournalEvent &event) {
        if (!event.is(event::output))
            later(run);
    });
    connect(queue, &Queue::progress, this, later);
    connect(queue, &Queue::taskFinished, this, later);
    connect(queue, &Queue::taskPutOff, this, later);
    connect(queue, &Queue::taskStarted, this, later);
}

void DetailsPane::showRun(const QString &run)
{
    if (run == m_run)
        return;
    m_run = run;
    m_job.clear();
    m_shownJob.clear();
    m_ui->wayDetail->clear();
    m_ui->wayReason->clear();
    m_facts->removeRows(0, m_facts->rowCount());
    m_ui->script->setScript({});
    m_ui->evidenceTitle->clear();
    m_ui->output->setBuffer(m_outputs && !run.isEmpty() ? m_outputs->of(run) : nullptr);
    m_steps->clear();
    // What was chosen for one VM is not chosen for the next.
    m_ways->removeRows(0, m_ways->rowCount());
    refresh();
    // What runs is what one wants to see first: the steps that follow it in its chain have begun in the journal, too.
    // Where nothing runs, the newest stage with something in it.
    const QModelIndex running = m_steps->indexOf({});
    const QModelIndex stage = running.isValid() ? running.parent() : m_steps->runningStage();
    for (int i = 0; i < m_steps->rowCount(); ++i)
        m_ui->stepTree->setExpanded(
            m_steps->index(i, 0), m_steps->rowCount(m_steps->index(i, 0)) > 0 && i >= stage.row() - 1);
    if (stage.isValid()) {
        const QModelIndex first = running.isValid() ? running : m_steps->index(m_steps->rowCount(stage) - 1, 0, stage);
        m_ui->stepTree->setCurrentIndex(first);
        m_ui->stepTree->scrollTo(first);
    }
}

void DetailsPane::refresh()
{
    m_dirty = false;
    setEnabled(!m_run.isEmpty());
    const RunState state = m_queue && !m_run.isEmpty() ? m_queue->state(m_run) : RunState();
    showName(state);
    if (m_run.isEmpty() || !m_queue) {
        m_steps->clear();
        m_checks->show({});
        m_ui->checksSummary->clear();
        m_ways->removeRows(0, m_ways->rowCount());
        m_ui->wayConsequence->clear();
        showTimeline();
        return;
    }
    const int before = m_steps->rowCount();
    m_steps->show(state, m_model ? m_model->progress(m_run) : nullptr);
    const QModelIndex running = m_steps->indexOf({});
    if (running.isValid() && before > 0)
        m_ui->stepTree->expand(running.parent());
    m_checks->show(state.acceptanceRows());
    m_ui->checksSummary->setText(state.acceptanceDone() ? m_checks->summary() : tr("The acceptance was not run yet."));
    m_ui->checkAgain->setEnabled(state.cutoverDone() && !m_queue->working(m_run));
    if (!m_job.isEmpty())
        showEvidence(state);
    showWays();
    showTimeline();
}

void DetailsPane::showTimeline()
{
    // Drawn anew only while somebody looks at it.
    if (m_ui->tabs->currentWidget() != m_ui->timelineTab)
        return;
    RecordOptions options;
    options.language = Language::current() == QLatin1String("en") ? QStringLiteral("en") : QStringLiteral("zh");
    m_ui->timeline->showPicture(m_queue && !m_run.isEmpty() ? timelineSvg(m_queue->events(m_run), options) : QString());
}

void DetailsPane::showName(const RunState &state)
{
    QStringList parts;
    if (!m_run.isEmpty()) {
        parts << tr("VM %1").arg(state.vmid()) << displayLine(state.fact(u"vm_name")) << state.node();
        parts.removeAll(QString());
    }
    m_ui->shownVm->setText(parts.isEmpty() ? tr("No VM is chosen") : parts.join(QStringLiteral("  ·  ")));
    m_ui->takeWay->setText(tr("&Take this way for VM %1").arg(m_run.isEmpty() ? QStringLiteral("–") : state.vmid()));
}

void DetailsPane::showEvidence(const RunState &state)
{
    const JobState *job = state.job(m_job);
    if (!job)
        return;
    const bool same = m_job == m_shownJob && m_facts->rowCount() > 0;
    m_shownJob = m_job;
    const Evidence evidence = Evidence::of(*job);
    if (same && int(evidence.rows.size()) == m_facts->rowCount())
        return;
    QString title = QStringLiteral("<b>%1</b> &nbsp; %2").arg(evidence.title.toHtmlEscaped(), m_job.toHtmlEscaped());
    if (evidence.scriptDiffers)
        title += QStringLiteral(" &nbsp; ") + tr("(run by another version: the script shown is this version's)");
    m_ui->evidenceTitle->setText(title);
    m_ui->script->setScript(
        evidence.script.isEmpty() ? tr("(no script: the program did this itself)") : evidence.script);
    m_facts->removeRows(0, m_facts->rowCount());
    for (const Evidence::Row &row : evidence.rows) {
        QList<QStandardItem *> items{ new QStandardItem(row.name), new QStandardItem(row.text),
            new QStandardItem(kindName(row.kind)) };
        for (QStandardItem *item : items) {
            item->setEditable(false);
            item->setToolTip(item->text());
        }
        if (row.kind == Evidence::Row::Kind::Failure)
            items[1]->setForeground(Theme::color(Tone::Failed));
        if (row.kind == Evidence::Row::Kind::Warning)
            items[1]->setForeground(Theme::color(Tone::Warning));
        m_facts->appendRow(items);
    }
    m_ui->facts->resizeColumnToContents(0);
    m_ui->facts->setColumnWidth(1, 240);
}

void DetailsPane::showWays()
{
    // Each way keeps its place while its row is renewed: the choice stays, and the focus stays on the button.
    int row = 0;
    for (const WayBack &way : waysBack(m_queue->state(m_run), m_queue->working(m_run))) {
        auto *title = new QStandardItem(way.title);
        title->setData(int(way.task), Qt::UserRole);
        title->setData(way.consequence, Qt::UserRole + 1);
        title->setData(way.possible, Qt::UserRole + 2);
        title->setIcon(way.possible ? Icons::get(QStringLiteral("rollback"), Tone::Accent)
                                    : Icons::get(QStringLiteral("blocks"), Tone::Neutral));
        auto *status = new QStandardItem(way.possible ? tr("possible now") : way.whyNot);
        for (QStandardItem *item : { title, status }) {
            item->setEditable(false);
            // What a table says may look like marks: it is shown as it stands.
            item->setToolTip(way.consequence);
            if (!way.possible)
                item->setForeground(Theme::secondaryText());
        }
        m_ways->setItem(row, 0, title);
        m_ways->setItem(row, 1, status);
        ++row;
    }
    m_ways->setRowCount(row);
    m_ui->ways->setColumnWidth(0, 320);
    if (!m_ui->ways->currentIndex().isValid())
        m_ui->ways->setCurrentIndex(m_ways->index(0, 0));
    showChosenWay();
}

void DetailsPane::showWaysBack(Task::Kind way)
{
    // As things are now: what the last event changed may not be drawn yet.
    refresh();
    m_ui->tabs->setCurrentWidget(m_ui->waysTab);
    for (int row = 0; row < m_ways->rowCount(); ++row) {
        if (m_ways->index(row, 0).data(Qt::UserRole).toInt() == int(way))
            m_ui->ways->setCurrentIndex(m_ways->index(row, 0));
    }
    if (m_ui->wayReason->isEnabled())
        m_ui->wayReason->setFocus();
    else
        m_ui->takeWay->setFocus();
}

void DetailsPane::showChosenWay()
{
    const QModelIndex chosen = m_ui->ways->currentIndex().siblingAtColumn(0);
    m_ui->wayConsequence->setText(chosen.data(Qt::UserRole + 1).toString());
    const bool possible = chosen.isValid() && chosen.data(Qt::UserRole + 2).toBool();
    const bool config = chosen.data(Qt::UserRole).toInt() == int(Task::Kind::RestoreConfig);
    m_ui->takeWay->setEnabled(possible);
    m_ui->wayReason->setEnabled(possible && chosen.data(Qt::UserRole).toInt() != int(Task::Kind::UndoLedger));
    m_ui->wayDetail->setVisible(config);
    m_ui->wayDetailLabel->setVisible(config);
    if (!config || !m_queue)
        return;
    const QString kept = m_ui->wayDetail->currentData().toString();
    m_ui->wayDetail->clear();
    for (const QString &name : listedConfigBackups(m_queue->state(m_run)).value_or(QStringList()))
        m_ui->wayDetail->addItem(name, name);
    // What there is, only the VM knows; asking changes nothing.
    m_ui->wayDetail->addItem(tr("ask the VM which there are"), QString());
    m_ui->wayDetail->setCurrentIndex(std::max(0, m_ui->wayDetail->findData(kept)));
}

void DetailsPane::retranslate()
{
    m_facts->setHorizontalHeaderLabels({ tr("Name"), tr("Value"), tr("Kind") });
    m_ways->setHorizontalHeaderLabels({ tr("Way back"), tr("Now") });
    m_steps->retranslate();
    m_checks->retranslate();
    for (int column = 0; column < ChecksModel::ColumnCount; ++column) {
        static constexpr int widths[] = { 250, 76, 160, 200, 220, 80 };
        m_ui->checks->setColumnWidth(column, widths[column]);
    }
}

void DetailsPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
        const QString job = m_job;
        m_facts->removeRows(0, m_facts->rowCount());
        refresh();
        m_job = job;
    }
    QWidget::changeEvent(event);
}

} // namespace undock::gui
