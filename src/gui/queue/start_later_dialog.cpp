#include "gui/queue/start_later_dialog.h"

#include "ui_StartLaterDialog.h"

#include <QPushButton>

namespace undock::gui {

StartLaterDialog::StartLaterDialog(int runs, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::StartLaterDialog>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(420);
    m_ui->text->setText(tr(
        "%n VM(s) begin at this time at the earliest, as workers and slots allow. The program has to be running then.",
        nullptr, runs));
    m_ui->when->setDateTime(QDateTime::currentDateTime().addSecs(3600));
    m_ui->when->setMinimumDateTime(QDateTime::currentDateTime());
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("&Queue"));
    m_ui->buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

StartLaterDialog::~StartLaterDialog() = default;
QDateTime StartLaterDialog::when() const
{
    return m_ui->when->dateTime();
}

} // namespace undock::gui
