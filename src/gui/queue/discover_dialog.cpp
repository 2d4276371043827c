#include "gui/queue/discover_dialog.h"

#include "core/params/field.h"
#include "gui/queue/discover_model.h"
#include "gui/text/code_texts.h"
#include "ui_DiscoverDialog.h"

#include <QEvent>
#include <QPushButton>
#include <QSortFilterProxyModel>

namespace undock::gui {

DiscoverDialog::DiscoverDialog(
    NodeInquiry &nodes, const AppSettings &settings, const QSet<VmId> &inQueue, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::DiscoverDialog>())
    , m_nodes(nodes)
    , m_settings(settings)
    , m_inQueue(inQueue)
    , m_model(new DiscoverModel(this))
    , m_filter(new QSortFilterProxyModel(this))
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(900, 520);
    m_ui->busy->hide();
    for (const SavedNode &node : settings.nodes())
        m_ui->node->addItem(node.target);
    if (m_ui->node->count() == 0)
        m_ui->node->setEditText(settings.value(Field::Node));
    m_filter->setSourceModel(m_model);
    m_filter->setFilterKeyColumn(-1);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_ui->vms->setModel(m_filter);
    m_ui->vms->sortByColumn(DiscoverModel::Vmid, Qt::AscendingOrder);
    static constexpr int widths[] = { 90, 170, 90, 120, 150 };
    for (int column = 0; column < 5; ++column)
        m_ui->vms->setColumnWidth(column, widths[column]);
    connect(m_ui->ask, &QPushButton::clicked, this, &DiscoverDialog::ask);
    connect(m_ui->filter, &QLineEdit::textChanged, m_filter, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_ui->chooseAll, &QPushButton::clicked, m_model, &DiscoverModel::chooseAllWithoutObjection);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &DiscoverDialog::updateCount);
    connect(m_model, &QAbstractItemModel::modelReset, this, &DiscoverDialog::updateCount);
    connect(&nodes, &NodeInquiry::discovered, this, [this](const QString &node, const std::vector<FoundVm> &vms) {
        if (m_asked.isEmpty() || node != m_asked)
            return; // somebody else's question
        m_asked.clear();
        m_shown = node;
        m_ui->busy->hide();
        m_ui->ask->setEnabled(true);
        m_ui->notice->hush();
        QSet<QString> here;
        for (const FoundVm &vm : vms) {
            if (const auto id = VmId::parse(node, vm.vmid); id && m_inQueue.contains(*id))
                here << vm.vmid;
        }
        m_model->show(vms, here);
        if (vms.empty())
            m_ui->notice->say(
                Tone::Warning, tr("The node has no VM"), tr("Nothing was changed. Check that this is the right node."));
    });
    connect(&nodes, &NodeInquiry::noticed, this, [this](const QString &node, const Error &notice) {
        if (node != m_shown)
            return;
        const ErrorText text = ErrorText::of(notice);
        m_ui->notice->say(Tone::Warning, text.what, text.todo, text.details);
    });
    connect(&nodes, &NodeInquiry::cancelled, this, [this] {
        m_asked.clear();
        m_ui->busy->hide();
        m_ui->ask->setEnabled(true);
    });
    connect(&nodes, &NodeInquiry::failed, this, [this](const Error &error) {
        if (m_asked.isEmpty())
            return;
        m_asked.clear();
        m_ui->busy->hide();
        m_ui->ask->setEnabled(true);
        m_ui->notice->say(ErrorText::of(error));
    });
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(m_shown, m_model->chosen());
        accept();
    });
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    updateCount();
}

DiscoverDialog::~DiscoverDialog() = default;

void DiscoverDialog::ask()
{
    m_nodes.cancel();
    m_ui->busy->show();
    m_ui->ask->setEnabled(false);
    m_ui->notice->hush();
    m_asked = m_ui->node->currentText().trimmed();
    m_nodes.discover(m_settings.node(m_asked));
}

void DiscoverDialog::updateCount()
{
    const int count = int(m_model->chosen().size());
    m_ui->count->setText(m_model->rowCount() == 0 ? tr("Ask the node: nothing on it is changed by that.")
                                                  : tr("%n chosen", nullptr, count));
    QPushButton *add = m_ui->buttons->button(QDialogButtonBox::Ok);
    add->setText(tr("A&dd to the queue"));
    add->setEnabled(count > 0);
    m_ui->chooseAll->setEnabled(m_model->rowCount() > 0);
    m_ui->ask->setDefault(m_model->rowCount() == 0);
    add->setDefault(m_model->rowCount() > 0);
}

void DiscoverDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        updateCount();
    }
    QDialog::changeEvent(event);
}

} // namespace undock::gui
