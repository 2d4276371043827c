#include "gui/records/record_filters.h"

#include "gui/records/records_model.h"
#include "gui/text/words.h"

#include <QComboBox>
#include <QDateEdit>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace undock::gui {

RecordFilters::RecordFilters(QWidget *parent)
    : QWidget(parent)
    , m_vm(new QLineEdit)
    , m_fromLabel(new QLabel)
    , m_toLabel(new QLabel)
    , m_node(new QComboBox)
    , m_from(new QDateEdit)
    , m_to(new QDateEdit)
    , m_outcome(new QComboBox)
    , m_version(new QComboBox)
    , m_finding(new QComboBox)
    , m_clear(new QPushButton)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gridStep);
    const std::pair<QWidget *, const char *> all[] = { { m_vm, "filterVm" }, { m_node, "filterNode" },
        { m_fromLabel, "filterFromLabel" }, { m_from, "filterFrom" }, { m_toLabel, "filterToLabel" },
        { m_to, "filterTo" }, { m_outcome, "filterOutcome" }, { m_version, "filterVersion" },
        { m_finding, "filterFinding" }, { m_clear, "filterClear" } };
    for (const auto &[widget, name] : all) {
        widget->setObjectName(QLatin1String(name));
        row->addWidget(widget);
    }
    row->addStretch(1);
    m_fromLabel->setBuddy(m_from);
    m_toLabel->setBuddy(m_to);
    m_vm->setMaximumWidth(130);
    m_vm->setClearButtonEnabled(true);
    m_clear->setAutoDefault(false);
    for (QComboBox *box : { m_node, m_outcome, m_version, m_finding }) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(10);
        box->addItem(QString(), QString());
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            if (!m_offering)
                Q_EMIT changed();
        });
    }
    for (QDateEdit *day : { m_from, m_to }) {
        day->setCalendarPopup(true);
        day->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
        connect(day, &QDateEdit::dateChanged, this, [this] {
            if (!m_offering)
                Q_EMIT changed();
        });
    }
    connect(m_vm, &QLineEdit::textChanged, this, &RecordFilters::changed);
    connect(m_clear, &QPushButton::clicked, this, &RecordFilters::clear);
    retranslate();
}

RecordQuery RecordFilters::query() const
{
    RecordQuery query;
    query.vm = m_vm->text();
    query.node = m_node->currentData().toString();
    query.version = m_version->currentData().toString();
    query.finding = m_finding->currentData().toString();
    if (const auto phase = phaseFromName(m_outcome->currentData().toString()))
        query.outcomes = { *phase };
    // The whole range is no question: records without a day are in it, too.
    if (m_daysOffered && m_from->date() > m_from->minimumDate())
        query.from = m_from->date();
    if (m_daysOffered && m_to->date() < m_to->maximumDate())
        query.to = m_to->date();
    return query;
}

void RecordFilters::offerIn(QComboBox *box, const QStringList &texts, const QStringList &values)
{
    const QVariant chosen = box->currentData();
    while (box->count() > 1)
        box->removeItem(1);
    for (qsizetype n = 0; n < values.size(); ++n)
        box->addItem(texts[n], values[n]);
    box->setCurrentIndex(std::max(0, box->findData(chosen)));
}

void RecordFilters::offerDays(const RecordsModel &model)
{
    const auto [first, last] = model.days();
    // Before anything was offered the boxes have a day that nobody chose.
    const bool untouched = !m_daysOffered;
    const bool wholeFrom = untouched || m_from->date() <= m_from->minimumDate(),
               wholeTo = untouched || m_to->date() >= m_to->maximumDate();
    m_daysOffered = m_daysOffered || first.isValid();
    for (QDateEdit *day : { m_from, m_to }) {
        day->setEnabled(first.isValid());
        if (first.isValid())
            day->setDateRange(first, last);
    }
    if (wholeFrom && first.isValid())
        m_from->setDate(first);
    if (wholeTo && last.isValid())
        m_to->setDate(last);
}

void RecordFilters::offer(const RecordsModel &model)
{
    m_offering = true;
    offerIn(m_node, model.nodes(), model.nodes());
    offerIn(m_version, model.versions(), model.versions());
    offerIn(m_finding, model.findings(), model.findings());
    QStringList names, phases;
    for (const RunState::Phase phase : model.outcomes()) {
        names << Words::phase(phase);
        phases << phaseName(phase);
    }
    offerIn(m_outcome, names, phases);
    offerDays(model);
    m_offering = false;
    Q_EMIT changed();
}

void RecordFilters::clear()
{
    m_offering = true;
    m_vm->clear();
    for (QComboBox *box : { m_node, m_outcome, m_version, m_finding })
        box->setCurrentIndex(0);
    m_from->setDate(m_from->minimumDate());
    m_to->setDate(m_to->maximumDate());
    m_offering = false;
    Q_EMIT changed();
}

void RecordFilters::retranslate()
{
    m_vm->setPlaceholderText(tr("VM or name"));
    m_vm->setAccessibleName(tr("VM or name"));
    m_fromLabel->setText(tr("&From"));
    m_toLabel->setText(tr("&to"));
    m_node->setItemText(0, tr("All nodes"));
    m_node->setAccessibleName(tr("Node"));
    m_outcome->setItemText(0, tr("Any outcome"));
    m_outcome->setAccessibleName(tr("Outcome"));
    m_version->setItemText(0, tr("Any version"));
    m_version->setAccessibleName(tr("Version"));
    m_finding->setItemText(0, tr("Any finding"));
    m_finding->setAccessibleName(tr("Finding"));
    m_clear->setText(tr("Show a&ll"));
    for (int n = 1; n < m_outcome->count(); ++n) {
        if (const auto phase = phaseFromName(m_outcome->itemData(n).toString()))
            m_outcome->setItemText(n, Words::phase(*phase));
    }
}

void RecordFilters::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace undock::gui
