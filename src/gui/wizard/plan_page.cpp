#include "gui/wizard/plan_page.h"

#include "core/text/phrase.h"
#include "gui/text/language.h"
#include "gui/widgets/theme.h"
#include "gui/wizard/plan_model.h"
#include "ui_PlanPage.h"

#include <QHeaderView>
#include <QStandardItemModel>

namespace undock::gui {

namespace {

QString plain(const Json &value)
{
    if (value.is_null())
        return QStringLiteral("–");
    return value.is_string() ? toQt(value.get<std::string>()) : QString::fromUtf8(compactJson(value));
}

void add(QStandardItemModel &model, const QStringList &texts)
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

PlanPage::PlanPage(WizardState &wizardState)
    : WizardPage(wizardState)
    , m_ui(std::make_unique<Ui::PlanPage>())
    , m_plan(new PlanModel(this))
    , m_values(new QStandardItemModel(0, 2, this))
    , m_openclaw(new QStandardItemModel(0, 3, this))
    , m_panel(new QStandardItemModel(0, 3, this))
{
    m_ui->setupUi(this);
    m_ui->steps->setModel(m_plan);
    m_ui->steps->header()->setStretchLastSection(false);
    m_ui->steps->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_ui->steps->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_ui->values->setModel(m_values);
    m_ui->openclawDiff->setModel(m_openclaw);
    m_ui->panelDiff->setModel(m_panel);
    m_ui->splitter->setSizes({ 430, 560 });
    m_ui->scriptSplitter->setSizes({ 300, 120 });
    connect(m_ui->steps->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { showStep(); });
}

PlanPage::~PlanPage() = default;

void PlanPage::initializePage()
{
    m_plan->show(state.watch.state());
    retranslate();
    m_ui->steps->expandAll();
    m_ui->steps->setCurrentIndex(m_plan->index(0, 0, m_plan->index(0, 0)));
}

void PlanPage::showStep()
{
    m_values->removeRows(0, m_values->rowCount());
    const Step *step = m_plan->step(m_ui->steps->currentIndex());
    if (!step)
        return;
    m_ui->stepEffect->setText(m_plan->effectLine(*step));
    m_ui->script->setScript(QString::fromUtf8(step->script));
    for (const PlanModel::Value &value : m_plan->values(*step)) {
        add(*m_values, { value.name, value.text });
        if (value.secret)
            m_values->item(m_values->rowCount() - 1, 1)->setForeground(Theme::secondaryText());
    }
    m_ui->values->setColumnWidth(0, 180);
}

void PlanPage::showDiff(const QString &file, QStandardItemModel &model, QLabel &notes)
{
    model.removeRows(0, model.rowCount());
    model.setHorizontalHeaderLabels({ tr("Key"), tr("Before"), tr("After") });
    QStringList lines;
    const RunState now = state.watch.state();
    const Json *newest = nullptr;
    for (const Json &diff : now.configDiffs()) {
        if (stringAt(diff, "file").endsWith(file))
            newest = &diff;
    }
    if (!newest) {
        notes.setText(tr("Not read yet: the scan reads both configurations."));
        return;
    }
    if (newest->contains("changes") && (*newest)["changes"].is_array()) {
        for (const Json &change : (*newest)["changes"])
            add(model,
                { stringAt(change, "pointer"),
                    change.contains("before") ? plain(change["before"]) : QStringLiteral("–"),
                    change.contains("after") ? plain(change["after"]) : QStringLiteral("–") });
    }
    if (newest->contains("notes") && (*newest)["notes"].is_array()) {
        for (const Json &note : (*newest)["notes"])
            lines << codedInWords(plain(note), Language::current());
    }
    lines.prepend(tr("%n key(s) change; everything else stays as it is, in its order. Secrets are masked.", nullptr,
        model.rowCount()));
    notes.setText(lines.join(QLatin1Char('\n')));
}

void PlanPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_plan->retranslate();
    m_values->setHorizontalHeaderLabels({ tr("Value"), tr("For this run") });
    m_ui->size->setText(m_plan->sizeLine());
    m_ui->time->setText(m_plan->timeLine());
    // Told once: as a warning, or as one number among the others. After the cutover it is history.
    const bool tooSmall = m_plan->headroomShort() && !state.watch.state().cutoverDone();
    m_ui->headroom->setText(tooSmall ? QString() : m_plan->headroomLine());
    if (tooSmall)
        m_ui->notice->say(Tone::Warning, tr("The VM's disk is too small for this plan"),
            m_plan->headroomLine() + QLatin1Char('\n')
                + tr("Make room in the VM, or give it a larger disk; then scan it again."));
    else
        m_ui->notice->hush();
    showDiff(QStringLiteral("openclaw.json"), *m_openclaw, *m_ui->openclawNotes);
    showDiff(QStringLiteral("panel.config.json"), *m_panel, *m_ui->panelNotes);
    for (QTreeView *view : { m_ui->openclawDiff, m_ui->panelDiff }) {
        view->setColumnWidth(0, 330);
        view->setColumnWidth(1, 300);
    }
    showStep();
}

} // namespace undock::gui
