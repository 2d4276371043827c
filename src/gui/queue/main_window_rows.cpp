// The rows of the queue window: which are shown and selected, what is counted of them, what may be done with them.

#include "gui/queue/main_window.h"

#include "gui/queue/main_actions.h"
#include "gui/queue/queue_filter.h"
#include "gui/queue/queue_model.h"
#include "ui_MainWindow.h"

#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QSystemTrayIcon>
#include <QToolButton>

namespace undock::gui {

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
    const int busy = m_queue.busyWorkers();
    QString text = tr("%1 of %2 workers busy").arg(busy).arg(m_queue.settings().workers);
    if (m_queue.pausedAll())
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
    m_ui->holdBanner->show(m_queue.holds());
}

} // namespace undock::gui
