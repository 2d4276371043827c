#include "gui/app/about_dialog.h"

#include "gui/widgets/icons.h"
#include "gui/widgets/theme.h"
#include "gui/widgets/wrap_label.h"
#include "undock_version.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace undock::gui {

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("AboutDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About OpenClaw Undock"));
    setMinimumWidth(520);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(2 * gridStep);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * gridStep);
    auto *icon = new QLabel;
    icon->setPixmap(Icons::application().pixmap(64, 64));
    icon->setAlignment(Qt::AlignTop);
    row->addWidget(icon);
    auto *words = new QVBoxLayout;
    auto *name = new QLabel(tr("OpenClaw Undock %1").arg(QStringLiteral(UNDOCK_VERSION)));
    name->setObjectName(QStringLiteral("version"));
    QFont font = name->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.35);
    name->setFont(font);
    words->addWidget(name);
    auto *text = new WrapLabel;
    text->setText(
        tr("Moves OpenClaw on the VMs of a Proxmox node from Docker to a direct install: nothing lost, a way back at "
           "every point before the deletion, a record at the end."));
    words->addWidget(text);
    auto *licence = new WrapLabel;
    licence->setText(
        tr("MIT licence. Uses Qt %1 (LGPL), libssh (LGPL), QtKeychain (BSD), libarchive (BSD) and nlohmann-json (MIT).")
            .arg(QLatin1String(qVersion())));
    words->addWidget(licence);
    row->addLayout(words, 1);
    column->addLayout(row);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
}

} // namespace undock::gui
