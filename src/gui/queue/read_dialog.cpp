#include "gui/queue/read_dialog.h"

#include "gui/widgets/icons.h"
#include "ui_ReadDialog.h"

#include <QHeaderView>
#include <QPushButton>

namespace undock::gui {

ReadDialog::ReadDialog(ReadModel &model, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ReadDialog>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowIcon(Icons::application());
    resize(980, 600);
    m_ui->intro->setText(model.rowCount() > 0
            ? tr("Before the first start the procedure wants these documents to be read. It is asked once for each "
                 "version of a file, and journaled.")
            : tr("Before the first start the procedure wants to be read. No procedure file is chosen in the settings: "
                 "the tick says that it was read elsewhere."));
    m_ui->files->setModel(&model);
    m_ui->files->header()->setStretchLastSection(false);
    m_ui->files->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_ui->files->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_ui->splitter->setSizes({ 330, 620 });
    m_ui->text->document()->setDocumentMargin(12);
    connect(m_ui->files->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this, &model](const QModelIndex &current) { m_ui->text->setMarkdown(model.text(current.row())); });
    if (model.rowCount() > 0)
        m_ui->files->setCurrentIndex(model.index(0, 0));
    QPushButton *start = m_ui->buttons->addButton(tr("&Start"), QDialogButtonBox::AcceptRole);
    QPushButton *cancel = m_ui->buttons->addButton(tr("&Do not start"), QDialogButtonBox::RejectRole);
    start->setObjectName(QStringLiteral("act"));
    cancel->setDefault(true);
    start->setEnabled(false);
    connect(m_ui->read, &QCheckBox::toggled, start, &QWidget::setEnabled);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

ReadDialog::~ReadDialog() = default;

} // namespace undock::gui
