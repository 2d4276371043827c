#include "gui/housekeeping/housekeeping_dialog.h"

#include "gui/app/questions.h"
#include "gui/housekeeping/leftovers_model.h"
#include "gui/text/words.h"
#include "gui/widgets/window_size.h"
#include "ui_HousekeepingDialog.h"

#include <QEvent>
#include <QPushButton>
#include <QSortFilterProxyModel>

#include <algorithm>

namespace undock::gui {

namespace {

bool isHousekeeping(const Task &task)
{
    return task.kind == Task::Kind::ListLeftovers || task.kind == Task::Kind::RemoveLeftovers;
}

} // namespace

HousekeepingDialog::HousekeepingDialog(Queue &queue, Questions &questions, const QString &run, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::HousekeepingDialog>())
    , m_queue(queue)
    , m_questions(questions)
    , m_run(run)
    , m_model(new LeftoversModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(fittingSize(*this, { 1000, 520 }));
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(LeftoversModel::SortRole);
    m_ui->leftovers->setModel(m_sorted);
    m_ui->leftovers->sortByColumn(LeftoversModel::Changed, Qt::AscendingOrder);
    m_ui->remove->setProperty("danger", true);
    connect(m_ui->list, &QPushButton::clicked, this, &HousekeepingDialog::list);
    connect(m_ui->remove, &QPushButton::clicked, this, &HousekeepingDialog::remove);
    connect(m_ui->leftovers->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { choose(); });
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&queue, &Queue::taskStarted, this, [this](const QString &which) {
        if (which == m_run)
            choose();
    });
    connect(
        &queue, &Queue::taskFinished, this, [this](const QString &which, const Task &task, const TaskOutcome &outcome) {
            if (which != m_run)
                return;
            m_asked = m_asked && !isHousekeeping(task);
            refresh();
            if (isHousekeeping(task) && outcome.kind != TaskOutcome::Kind::Succeeded)
                m_ui->notice->say(ErrorText::of(outcome.error));
        });
    retranslate();
    refresh();
}

HousekeepingDialog::~HousekeepingDialog() = default;

void HousekeepingDialog::request(const Task &task)
{
    m_ui->notice->hush();
    m_asked = true;
    if (const Done asked = m_queue.request(m_run, task); !asked) {
        m_asked = false;
        m_ui->notice->say(ErrorText::of(asked.error()));
    }
    choose();
}

void HousekeepingDialog::list()
{
    Task task;
    task.kind = Task::Kind::ListLeftovers;
    request(task);
}

std::vector<Leftover> HousekeepingDialog::chosen() const
{
    std::vector<Leftover> rows;
    for (const QModelIndex &row : m_ui->leftovers->selectionModel()->selectedRows())
        rows.push_back(m_model->at(m_sorted->mapToSource(row).row()));
    return rows;
}

void HousekeepingDialog::remove()
{
    const std::vector<Leftover> rows = chosen();
    Task task;
    task.kind = Task::Kind::RemoveLeftovers;
    qint64 bytes = 0;
    for (const Leftover &one : rows) {
        task.items << one.path;
        bytes += one.bytes;
    }
    const bool sure = m_questions.deletion(this, m_queue.state(m_run).vmid(),
        tr("Removed for good, %1: %2. Nothing brings it back.")
            .arg(Words::bytes(bytes), task.items.join(QStringLiteral(", "))),
        { tr("the newest backup"), tr("everything that is not named here") });
    if (sure)
        request(task);
}

void HousekeepingDialog::refresh()
{
    const auto listed = listedLeftovers(m_queue.state(m_run));
    m_model->show(listed.value_or(std::vector<Leftover>()));
    if (listed && listed->empty())
        m_ui->notice->say(Tone::Passed, tr("Migrations left nothing behind in this VM."));
    choose();
}

void HousekeepingDialog::choose()
{
    const std::vector<Leftover> rows = chosen();
    const bool busy = m_asked || m_queue.working(m_run);
    qint64 bytes = 0;
    for (const Leftover &one : rows)
        bytes += one.bytes;
    const auto stays = std::find_if(rows.begin(), rows.end(), [](const Leftover &one) { return !one.removable(); });
    m_ui->busy->setVisible(busy);
    m_ui->list->setEnabled(!busy);
    m_ui->remove->setEnabled(!busy && !rows.empty() && stays == rows.end());
    if (m_model->rowCount() == 0)
        m_ui->consequence->setText(tr("List what is there first: nothing in the VM is changed by that."));
    else if (rows.empty())
        m_ui->consequence->setText(tr("Choose what is to go. Nothing goes by itself, and never the newest backup."));
    else if (stays != rows.end())
        m_ui->consequence->setText(tr("%1 stays: %2.").arg(stays->path, LeftoversModel::reasonText(stays->reason)));
    else
        m_ui->consequence->setText(
            tr("%n chosen, %1: removed for good, one after the other; the VM asks once more whether each may go.",
                nullptr, int(rows.size()))
                .arg(Words::bytes(bytes)));
}

void HousekeepingDialog::retranslate()
{
    m_ui->retranslateUi(this);
    setWindowTitle(tr("Housekeeping in VM %1").arg(m_queue.state(m_run).vmid()));
    m_model->retranslate();
    static constexpr int widths[] = { 190, 390, 80, 130 };
    for (int column = 0; column < LeftoversModel::Stays; ++column)
        m_ui->leftovers->setColumnWidth(column, widths[column]);
    choose();
}

void HousekeepingDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace undock::gui
