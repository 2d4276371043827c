#include "gui/settings/settings_dialog.h"

#include "core/params/source_url.h"
#include "gui/settings/settings_file.h"
#include "gui/text/code_texts.h"
#include "gui/text/language.h"
#include "gui/widgets/file_choice.h"
#include "gui/widgets/icons.h"
#include "ui_SettingsDialog.h"

#include <QEvent>
#include <QPushButton>
#include <QStandardItemModel>

namespace undock::gui {

SettingsDialog::SettingsDialog(AppSettings &settings, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SettingsDialog>())
    , m_settings(settings)
    , m_nodes(new QStandardItemModel(0, 4, this))
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(720, 480);
    m_ui->nodes->setModel(m_nodes);
    m_editors = std::make_unique<FieldEditors>(*this);
    for (const Order order : { Order::Procedure, Order::Early })
        m_ui->order->addItem(QString(), nameOf(order));
    for (const char *language : { "zh", "en" })
        m_ui->recordLanguage->addItem(QString(), QLatin1String(language));
    for (const QString &language : Language::available())
        m_ui->language->addItem(Language::displayName(language), language);
    for (const auto choice : { Theme::Choice::System, Theme::Choice::Light, Theme::Choice::Dark })
        m_ui->theme->addItem(QString(), int(choice));
    const auto browse = [this](QToolButton *button, QLineEdit *edit, bool folder) {
        button->setIcon(Icons::get(QStringLiteral("folder")));
        connect(button, &QToolButton::clicked, this, [this, edit, folder, button] {
            const QString path = folder
                ? FileChoice::get().folder(this, button->toolTip(), edit->text())
                : FileChoice::get().open(this, button->toolTip(), edit->text(), tr("All files (*)"));
            if (!path.isEmpty())
                edit->setText(path);
        });
    };
    browse(m_ui->browseLedger, m_ui->ledger, false);
    browse(m_ui->browseProcedure, m_ui->procedure, false);
    browse(m_ui->browseBaseline, m_ui->baseline, false);
    browse(m_ui->browseRecords, m_ui->records, true);
    browse(m_ui->browseSigningKey, m_ui->signingKey, false);

    m_webhook = new WebhookBox(this);
    m_webhook->addTo(*m_ui->layout17, m_ui->notifications);
    connect(m_webhook, &WebhookBox::testWanted, this,
        [this](const QString &form, const QString &address) { Q_EMIT webhookTestWanted(form, address, m_webhook); });

    connect(m_ui->addNode, &QPushButton::clicked, this, [this] {
        auto *item = new QStandardItem(QStringLiteral("root@"));
        auto *jump = new QStandardItem;
        auto *key = new QStandardItem;
        auto *keep = new QStandardItem;
        keep->setCheckable(true);
        keep->setEditable(false);
        m_nodes->appendRow({ item, jump, key, keep });
        m_ui->nodes->setCurrentIndex(item->index());
        m_ui->nodes->edit(item->index());
    });
    connect(m_ui->removeNode, &QPushButton::clicked, this, [this] {
        if (m_ui->nodes->currentIndex().isValid())
            m_nodes->removeRow(m_ui->nodes->currentIndex().row());
    });
    connect(m_ui->forgetSecrets, &QPushButton::clicked, this, [this] {
        const int row = m_ui->nodes->currentIndex().row();
        if (row >= 0)
            Q_EMIT secretsForgotten(
                { m_nodes->item(row, 0)->text(), m_nodes->item(row, 1)->text(), m_nodes->item(row, 2)->text(), false });
    });
    const auto chosen = [this] {
        const bool any = m_ui->nodes->currentIndex().isValid();
        m_ui->removeNode->setEnabled(any);
        m_ui->forgetSecrets->setEnabled(any);
    };
    connect(m_ui->nodes->selectionModel(), &QItemSelectionModel::currentChanged, this, chosen);
    connect(m_nodes, &QAbstractItemModel::rowsRemoved, this, chosen);
    chosen();
    for (QLineEdit *edit : { m_ui->installer, m_ui->panelSource, m_ui->npmRegistry })
        connect(edit, &QLineEdit::textChanged, this, &SettingsDialog::checkSources);
    connect(m_ui->language, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_retranslating)
            Q_EMIT languageChosen(m_ui->language->currentData().toString());
    });
    connect(m_ui->theme, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_retranslating)
            Q_EMIT themeChosen(static_cast<Theme::Choice>(m_ui->theme->currentData().toInt()));
    });
    m_export = m_ui->buttons->addButton(QString(), QDialogButtonBox::ResetRole);
    m_import = m_ui->buttons->addButton(QString(), QDialogButtonBox::ResetRole);
    for (QPushButton *button : { m_export, m_import })
        button->setAutoDefault(false);
    m_takeOver = m_ui->sourcesNotice->addButton(QStringLiteral("takeOver"));
    m_takeOver->hide();
    connect(m_takeOver, &QPushButton::clicked, this, &SettingsDialog::takeImported);
    connect(m_export, &QPushButton::clicked, this, &SettingsDialog::exportSettings);
    connect(m_import, &QPushButton::clicked, this, &SettingsDialog::importSettings);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, [this] {
        if (!maySave())
            return;
        if (!m_webhook->check()) {
            m_ui->tabs->setCurrentWidget(m_ui->notifications->parentWidget());
            return;
        }
        save();
        if (m_webhook->form() != m_settings.value(QStringLiteral("webhook")) || !m_webhook->address().isEmpty())
            Q_EMIT webhookKept(m_webhook->form(), m_webhook->address());
        accept();
    });
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &SettingsDialog::reject);
    const auto checkAgain = [this] {
        if (m_nodesRefused)
            checkNodes();
    };
    connect(m_nodes, &QStandardItemModel::itemChanged, this, checkAgain);
    connect(m_nodes, &QAbstractItemModel::rowsRemoved, this, checkAgain);
    m_retranslating = true;
    load();
    m_retranslating = false;
    retranslate();
}

SettingsDialog::~SettingsDialog() = default;

void SettingsDialog::showTab(int position)
{
    m_ui->tabs->setCurrentIndex(position);
}

void SettingsDialog::reject()
{
    Q_EMIT languageChosen(m_settings.value(QStringLiteral("language")));
    Q_EMIT themeChosen(Theme::choiceFromName(m_settings.value(QStringLiteral("theme"))));
    QDialog::reject();
}

bool SettingsDialog::checkNodes()
{
    m_nodesRefused = false; // a mark is a change, too
    m_ui->nodesNotice->hush();
    bool good = true;
    for (int row = 0; row < m_nodes->rowCount(); ++row) {
        for (const int column : { 0, 1 }) {
            QStandardItem *item = m_nodes->item(row, column);
            const QString text = item->text().trimmed();
            const auto target = NodeTarget::parse(text);
            const bool bad = !target && !(column == 1 && text.isEmpty());
            item->setIcon(bad ? Icons::get(QStringLiteral("mark-failed"), Tone::Failed) : QIcon());
            item->setToolTip(bad ? CodeTexts::text(target.error().code, target.error().what) : QString());
            if (bad && good) {
                m_ui->nodes->setCurrentIndex(item->index());
                m_ui->nodesNotice->say(Tone::Failed,
                    tr("%1, row %2: %3")
                        .arg(m_nodes->headerData(column, Qt::Horizontal).toString())
                        .arg(row + 1)
                        .arg(item->toolTip()),
                    tr("Nothing was saved. Write it as in root@192.0.2.10 or root@192.0.2.10:2222, or remove the "
                       "row."));
            }
            good = good && !bad;
        }
    }
    m_nodesRefused = !good;
    return good;
}

bool SettingsDialog::maySave()
{
    if (checkNodes())
        return true;
    m_ui->tabs->setCurrentWidget(m_ui->nodesTab);
    m_ui->nodes->setFocus();
    return false;
}

void SettingsDialog::exportSettings()
{
    if (!maySave())
        return;
    const QString path = FileChoice::get().save(
        this, tr("Export settings"), QStringLiteral("openclaw-undock-settings.json"), QStringLiteral("JSON (*.json)"));
    if (path.isEmpty())
        return;
    // What is seen is what travels.
    save();
    m_imported.reset();
    m_takeOver->hide();
    if (const Done written = writeSettingsFile(m_settings, path); !written)
        m_ui->sourcesNotice->say(ErrorText::of(written.error()));
    else
        m_ui->sourcesNotice->say(Tone::Passed, tr("Exported; no password is in the file"), path);
    m_ui->tabs->setCurrentWidget(m_ui->sourcesNotice->parentWidget());
}

void SettingsDialog::importSettings()
{
    const QString path
        = FileChoice::get().open(this, tr("Import settings"), QString(), QStringLiteral("JSON (*.json)"));
    if (path.isEmpty())
        return;
    m_imported.reset();
    const auto file = SettingsFile::read(path);
    if (!file) {
        m_ui->sourcesNotice->say(ErrorText::of(file.error()));
        m_takeOver->hide();
        m_ui->tabs->setCurrentWidget(m_ui->sourcesNotice->parentWidget());
        return;
    }
    m_imported = *file;
    m_importedFrom = path;
    // Whom the desk trusts and what root runs changes only when it was seen, old beside new.
    const QString changes = file->changesOfTrust(m_settings);
    if (changes.isEmpty()) {
        takeImported();
        return;
    }
    m_ui->sourcesNotice->say(
        Tone::Warning, tr("The file changes whom this desk trusts and what root runs in the VMs"), changes);
    m_takeOver->show();
    m_ui->tabs->setCurrentWidget(m_ui->sourcesNotice->parentWidget());
}

void SettingsDialog::takeImported()
{
    if (!m_imported)
        return;
    const QStringList leftOut = m_imported->apply(m_settings);
    m_imported.reset();
    m_takeOver->hide();
    m_retranslating = true;
    load();
    m_retranslating = false;
    if (leftOut.isEmpty())
        m_ui->sourcesNotice->say(Tone::Passed, tr("Imported"), m_importedFrom);
    else
        m_ui->sourcesNotice->say(
            Tone::Warning, tr("Imported, but for what is not fit"), leftOut.join(QStringLiteral(", ")));
    m_ui->tabs->setCurrentWidget(m_ui->sourcesNotice->parentWidget());
}

void SettingsDialog::showNodes()
{
    m_nodesRefused = false;
    m_ui->nodesNotice->hush();
    m_nodes->removeRows(0, m_nodes->rowCount());
    for (const SavedNode &node : m_settings.nodes()) {
        auto *keep = new QStandardItem;
        keep->setCheckable(true);
        keep->setEditable(false);
        keep->setCheckState(node.keepSecrets ? Qt::Checked : Qt::Unchecked);
        m_nodes->appendRow({ new QStandardItem(node.target), new QStandardItem(node.jumpHost),
            new QStandardItem(node.identity), keep });
    }
}

void SettingsDialog::load()
{
    const DeskSettings desk = m_settings.desk();
    showNodes();
    m_ui->knownHosts->setText(desk.knownHosts);
    m_ui->identity->setText(desk.identity);
    m_ui->workers->setValue(desk.workers);
    m_ui->canary->setChecked(desk.canary);
    m_ui->rollBack->setChecked(desk.rollBackByItself);
    m_ui->acknowledged->setText(desk.acknowledged.join(QLatin1Char(' ')));
    m_ui->ledger->setText(desk.ledger);
    m_ui->procedure->setText(m_settings.value(QStringLiteral("procedure_file")));
    m_ui->baseline->setText(m_settings.value(QStringLiteral("baseline_file")));
    m_ui->records->setText(desk.recordsFolder);
    m_ui->recordLanguage->setCurrentIndex(m_ui->recordLanguage->findData(desk.recordLanguage));
    m_ui->signingKey->setText(desk.signingKey);
    m_ui->signAlways->setChecked(desk.signAlways);
    const QMap<QString, QString> values = m_settings.startValues();
    for (const Field field : m_editors->fields())
        m_editors->show(field, values.value(nameOf(field)));
    m_ui->language->setCurrentIndex(m_ui->language->findData(Language::current()));
    m_ui->theme->setCurrentIndex(int(Theme::choiceFromName(m_settings.value(QStringLiteral("theme")))));
    m_webhook->setForm(m_settings.value(QStringLiteral("webhook")));
    m_ui->notifications->setChecked(m_settings.value(QStringLiteral("notifications")) != QLatin1String("off"));
}

void SettingsDialog::save()
{
    QList<SavedNode> nodes;
    for (int row = 0; row < m_nodes->rowCount(); ++row) {
        nodes << SavedNode{ m_nodes->item(row, 0)->text().trimmed(), m_nodes->item(row, 1)->text().trimmed(),
            m_nodes->item(row, 2)->text().trimmed(), m_nodes->item(row, 3)->checkState() == Qt::Checked };
    }
    m_settings.setNodes(nodes);
    DeskSettings desk = m_settings.desk();
    desk.knownHosts = m_ui->knownHosts->text().trimmed();
    desk.identity = m_ui->identity->text().trimmed();
    desk.workers = m_ui->workers->value();
    desk.canary = m_ui->canary->isChecked();
    desk.rollBackByItself = m_ui->rollBack->isChecked();
    desk.acknowledged = m_ui->acknowledged->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    desk.ledger = m_ui->ledger->text().trimmed();
    desk.recordsFolder = m_ui->records->text().trimmed();
    desk.recordLanguage = m_ui->recordLanguage->currentData().toString();
    desk.signingKey = m_ui->signingKey->text().trimmed();
    desk.signAlways = m_ui->signAlways->isChecked() && !desk.signingKey.isEmpty();
    m_settings.setDesk(desk);
    for (const Field field : m_editors->fields())
        m_settings.setValue(field, m_editors->value(field).trimmed());
    const std::pair<const char *, QString> values[] = { { "procedure_file", m_ui->procedure->text() },
        { "baseline_file", m_ui->baseline->text() }, { "language", m_ui->language->currentData().toString() },
        { "theme", Theme::nameOf(static_cast<Theme::Choice>(m_ui->theme->currentData().toInt())) },
        { "notifications", m_ui->notifications->isChecked() ? QStringLiteral("on") : QStringLiteral("off") } };
    for (const auto &[key, value] : values)
        m_settings.setValue(QLatin1String(key), value.trimmed());
}

void SettingsDialog::checkSources()
{
    bool plain = false;
    QStringList wrong;
    for (QLineEdit *edit : { m_ui->installer, m_ui->panelSource, m_ui->npmRegistry }) {
        const QString text = edit->text().trimmed();
        const auto url = SourceUrl::parse(text);
        const bool bad = !text.isEmpty() && !url;
        edit->setProperty("wrong", bad);
        edit->update();
        if (bad)
            wrong << text;
        plain = plain || (url && url->isPlainHttp());
    }
    if (!wrong.isEmpty())
        m_ui->sourcesNotice->say(Tone::Failed, tr("Not an address that can be used"),
            tr("Write https://host/path without login, query or fragment."));
    else if (plain)
        m_ui->sourcesNotice->say(
            Tone::Warning, tr("Plain http"), tr("Nobody on the way is kept from changing what is fetched."));
    else
        m_ui->sourcesNotice->hush();
}

void SettingsDialog::retranslate()
{
    m_retranslating = true;
    m_ui->retranslateUi(this);
    m_nodes->setHorizontalHeaderLabels({ tr("Node"), tr("Jump host"), tr("Key file"), tr("Keychain") });
    if (m_nodesRefused)
        checkNodes();
    static constexpr int widths[] = { 220, 160, 180 };
    for (int column = 0; column < 3; ++column)
        m_ui->nodes->setColumnWidth(column, widths[column]);
    m_ui->order->setItemText(0, tr("as the procedure prints it"));
    m_ui->order->setItemText(1, tr("prepare early (shorter outage)"));
    m_ui->recordLanguage->setItemText(0, tr("Chinese"));
    m_ui->recordLanguage->setItemText(1, tr("English"));
    m_ui->theme->setItemText(0, tr("as the system"));
    m_ui->theme->setItemText(1, tr("light"));
    m_ui->theme->setItemText(2, tr("dark"));
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("Sa&ve"));
    m_ui->buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_export->setText(tr("E&xport…"));
    m_import->setText(tr("Import…"));
    m_takeOver->setText(tr("Take these &over"));
    checkSources();
    m_retranslating = false;
}

void SettingsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace undock::gui
