#include "gui/queue/occupancy_dialog.h"

#include "core/base/error_codes.h"
#include "core/params/field.h"
#include "gui/settings/app_settings.h"
#include "gui/text/code_texts.h"
#include "gui/text/words.h"
#include "gui/widgets/window_size.h"
#include "ui_OccupancyDialog.h"

#include <QEvent>
#include <QPushButton>
#include <QStandardItemModel>

namespace undock::gui {

namespace {

/// In this desk's time; as the node wrote it where it is no time.
QString sinceOf(const Json &card)
{
    const QString written = stringAt(card, "since");
    const QDateTime at = QDateTime::fromString(written, Qt::ISODate);
    return at.isValid() ? Words::dateTime(at) : written;
}

QString person(const Json &json)
{
    return QStringLiteral("%1@%2").arg(stringAt(json, "holder"), stringAt(json, "host"));
}
QString vmidOf(const Json &json)
{
    return QString::number(intAt(json, keyOf(Field::Vmid)));
}

constexpr char copyUnproven[] = "copy-unproven";

void addRow(QStandardItemModel &model, const QStringList &texts)
{
    QList<QStandardItem *> items;
    for (const QString &text : texts) {
        items << new QStandardItem(text);
        items.last()->setEditable(false);
        items.last()->setToolTip(text);
    }
    model.appendRow(items);
}

} // namespace

OccupancyDialog::OccupancyDialog(NodeInquiry &nodes, AppSettings &settings, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::OccupancyDialog>())
    , m_nodes(nodes)
    , m_settings(settings)
    , m_cards(new QStandardItemModel(0, 5, this))
    , m_holds(new QStandardItemModel(0, 4, this))
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(fittingSize(*this, { 960, 600 }));
    for (const SavedNode &node : settings.nodes())
        m_ui->node->addItem(node.target);
    if (!settings.value(Field::Node).isEmpty())
        m_ui->node->setEditText(settings.value(Field::Node));
    m_ui->cards->setModel(m_cards);
    m_ui->holds->setModel(m_holds);
    connect(m_ui->ask, &QPushButton::clicked, this, &OccupancyDialog::ask);
    connect(m_ui->releaseHold, &QPushButton::clicked, this, &OccupancyDialog::release);
    connect(m_ui->adopt, &QPushButton::clicked, this, &OccupancyDialog::adopt);
    connect(m_ui->reason, &QLineEdit::textChanged, this, &OccupancyDialog::choose);
    connect(m_ui->cards->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        [this](const QItemSelection &chosen) {
            if (!chosen.isEmpty())
                m_ui->holds->clearSelection();
            choose();
        });
    connect(m_ui->holds->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        [this](const QItemSelection &chosen) {
            if (!chosen.isEmpty())
                m_ui->cards->clearSelection();
            choose();
        });
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    // Other windows ask through it too: only what was asked here is answered here.
    connect(&nodes, &NodeInquiry::cancelled, this, [this] {
        m_asking = false;
        choose();
    });
    connect(&nodes, &NodeInquiry::occupied, this, [this](const NodeOccupancy &occupancy) {
        if (m_asking)
            fill(occupancy);
    });
    connect(&nodes, &NodeInquiry::adopted, this, [this](const QString &run) {
        if (!m_asking)
            return;
        Q_EMIT adopted(run);
        accept();
    });
    connect(&nodes, &NodeInquiry::failed, this, [this](const Error &error) {
        if (!m_asking)
            return;
        m_asking = false;
        m_ui->notice->say(ErrorText::of(error));
        m_toldCode = error.code;
        m_told = personMayAccept(error) ? error.what : QString();
        choose();
    });
    retranslate();
}

OccupancyDialog::~OccupancyDialog() = default;

void OccupancyDialog::showHold(const QString &node, const QString &vmid)
{
    m_ui->node->setEditText(node);
    m_wanted = vmid;
    ask();
}

void OccupancyDialog::ask()
{
    m_nodes.cancel();
    m_asking = true;
    m_ui->notice->hush();
    choose();
    m_nodes.occupancy(m_settings.node(m_ui->node->currentText().trimmed()));
}

void OccupancyDialog::fill(const NodeOccupancy &occupancy)
{
    m_asking = false;
    m_shown = occupancy;
    m_cards->removeRows(0, m_cards->rowCount());
    for (const Json &card : occupancy.cards) {
        const bool live = card.contains("live") && card["live"].is_boolean() && card["live"].get<bool>();
        addRow(*m_cards,
            { vmidOf(card), person(card), CodeTexts::step(stringAt(card, "step")), sinceOf(card),
                live ? tr("at work") : tr("its program is not connected") });
    }
    m_holds->removeRows(0, m_holds->rowCount());
    for (const Json &hold : occupancy.holds) {
        const QString resolved = stringAt(hold, "resolved");
        addRow(*m_holds,
            { vmidOf(hold), person(hold), stringAt(hold, "reason"),
                resolved.isEmpty() ? tr("not settled: acceptance or rollback first") : tr("may be released") });
        if (vmidOf(hold) == m_wanted)
            m_ui->holds->setCurrentIndex(m_holds->index(m_holds->rowCount() - 1, 0));
    }
    if (occupancy.cards.empty() && occupancy.holds.empty())
        m_ui->notice->say(Tone::Passed, tr("Nobody works on this node, and nothing keeps Docker there."));
    else
        m_ui->notice->hush();
    choose();
}

const Json *OccupancyDialog::chosenCard() const
{
    const auto rows = m_ui->cards->selectionModel()->selectedRows();
    return rows.isEmpty() || rows.first().row() >= int(m_shown.cards.size())
        ? nullptr
        : &m_shown.cards[std::size_t(rows.first().row())];
}

const Json *OccupancyDialog::chosenHold() const
{
    const auto rows = m_ui->holds->selectionModel()->selectedRows();
    return rows.isEmpty() || rows.first().row() >= int(m_shown.holds.size())
        ? nullptr
        : &m_shown.holds[std::size_t(rows.first().row())];
}

void OccupancyDialog::choose()
{
    const Json *card = chosenCard();
    const Json *hold = chosenHold();
    const bool said = !m_ui->reason->text().trimmed().isEmpty();
    m_ui->ask->setEnabled(!m_asking);
    m_ui->busy->setVisible(m_asking);
    m_ui->adopt->setEnabled(card && said && !m_asking);
    m_ui->releaseHold->setEnabled(hold && said && !m_asking);
    if (!card || vmidOf(*card) != m_toldOf) {
        m_told.clear();
        m_accepted = {};
    }
    const bool unproven = !m_told.isEmpty() && m_toldCode == QLatin1String(copyUnproven);
    m_ui->adopt->setText(m_told.isEmpty() ? m_adoptText
            : unproven                    ? tr("Take over from &this unproven copy")
                                          : tr("Take over with &these sources"));
    if (card && unproven)
        m_ui->consequence->setText(tr(
            "Nothing proves that a desk wrote the copy of the journal in VM %1: whoever is root in the VM could have. "
            "Better copy the data folder of the desk that has the run. Otherwise compare this with what you know of "
            "the run:\n%2")
                                       .arg(vmidOf(*card), m_told));
    else if (card && !m_told.isEmpty())
        m_ui->consequence->setText(
            tr("The run of VM %1 was planned with other sources than this desk's. Left is what is "
               "set here, right what root would run from:\n%2")
                .arg(vmidOf(*card), m_told));
    else if (card)
        m_ui->consequence->setText(
            tr("Taking over: VM %1 is yours from then on, and what %2 still sends for it is refused. The run "
               "comes with its journal and can be resumed here. The reason is recorded on both sides.")
                .arg(vmidOf(*card), person(*card)));
    else if (hold)
        m_ui->consequence->setText(
            tr("Releasing: Docker may be deleted again on other VMs. The node refuses it until VM %1 passed its "
               "acceptance, was rolled back or is gone. The reason is recorded.")
                .arg(vmidOf(*hold)));
    else
        m_ui->consequence->setText(
            tr("Choose a row, and say why: nothing is taken over or released without a reason."));
}

void OccupancyDialog::release()
{
    if (const Json *hold = chosenHold()) {
        const QString vmid = vmidOf(*hold);
        m_nodes.cancel();
        m_asking = true;
        m_nodes.releaseHold(
            m_settings.node(m_shown.node), vmid, m_settings.operatorName(), m_ui->reason->text().trimmed());
        choose();
    }
}

void OccupancyDialog::adopt()
{
    const Json *card = chosenCard();
    if (!card)
        return;
    QMap<QString, QString> fields = m_settings.startValues();
    fields.insert(nameOf(Field::Node), m_shown.node);
    fields.insert(nameOf(Field::Vmid), vmidOf(*card));
    fields.remove(nameOf(Field::Ip)); // the run that is taken over has its own
    const auto parameters = makeRunParameters(fields);
    if (!parameters) {
        m_ui->notice->say(ErrorText::of(parameters.error().front()));
        return;
    }
    m_nodes.cancel();
    m_asking = true;
    m_toldOf = vmidOf(*card);
    if (!m_told.isEmpty())
        (m_toldCode == QLatin1String(copyUnproven) ? m_accepted.acceptedCopy : m_accepted.acceptedDifferences)
            = std::exchange(m_told, {});
    m_accepted.reason = m_ui->reason->text().trimmed();
    m_nodes.adopt(m_settings.node(m_shown.node), *parameters, m_accepted);
    choose();
}

void OccupancyDialog::retranslate()
{
    m_ui->retranslateUi(this);
    m_adoptText = m_ui->adopt->text();
    m_cards->setHorizontalHeaderLabels({ tr("VM"), tr("Who"), tr("Step"), tr("Since"), tr("Now") });
    m_holds->setHorizontalHeaderLabels({ tr("VM"), tr("Who"), tr("Cause"), tr("Now") });
    static constexpr int cardWidths[] = { 70, 160, 280, 170 };
    for (int column = 0; column < 4; ++column)
        m_ui->cards->setColumnWidth(column, cardWidths[column]);
    static constexpr int holdWidths[] = { 70, 160, 380 };
    for (int column = 0; column < 3; ++column)
        m_ui->holds->setColumnWidth(column, holdWidths[column]);
    choose();
}

void OccupancyDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (!m_shown.node.isEmpty())
            fill(m_shown);
    }
    QDialog::changeEvent(event);
}

} // namespace undock::gui
