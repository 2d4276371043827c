#include "gui/wizard/read_page.h"

#include "core/params/field.h"
#include "gui/widgets/file_choice.h"
#include "ui_ReadPage.h"

#include <QHeaderView>

#include <algorithm>

namespace undock::gui {

ReadPage::ReadPage(WizardState &wizardState)
    : WizardPage(wizardState)
    , m_ui(std::make_unique<Ui::ReadPage>())
{
    m_ui->setupUi(this);
    m_ui->files->setModel(&state.read);
    m_ui->files->header()->setStretchLastSection(false);
    m_ui->files->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_ui->files->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_ui->splitter->setSizes({ 330, 620 });
    m_ui->text->document()->setDocumentMargin(12);
    connect(m_ui->files->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current) { showDocument(current.row()); });
    connect(m_ui->vmid, &QLineEdit::textEdited, this, [this](const QString &text) {
        state.form.set(Field::Vmid, text);
        reload();
    });
    connect(m_ui->chooseProcedure, &QPushButton::clicked, this, [this] { choose(QStringLiteral("procedure_file")); });
    connect(m_ui->chooseBaseline, &QPushButton::clicked, this, [this] { choose(QStringLiteral("baseline_file")); });
    connect(m_ui->read, &QCheckBox::toggled, this, [this](bool ticked) {
        state.readTicked = ticked;
        Q_EMIT completeChanged();
    });
}

ReadPage::~ReadPage() = default;

void ReadPage::initializePage()
{
    m_ui->vmid->setText(state.form.value(Field::Vmid));
    m_ui->vmid->setReadOnly(!state.watch.run().isEmpty());
    reload();
}

void ReadPage::reload()
{
    const AppSettings &settings = state.shop.settings;
    state.read.load(settings.value(QStringLiteral("procedure_file")), settings.value(QStringLiteral("baseline_file")),
        settings.desk().recordsFolder, state.form.value(Field::Vmid).trimmed(), state.watch.run());
    retranslate();
    const bool wants = state.read.wantsReading();
    // A tick is for what was shown when it was set: another file, or another version, wants its own.
    m_ui->read->setChecked(!wants || isJournaled());
    m_ui->read->setEnabled(wants);
    if (state.read.rowCount() > 0)
        m_ui->files->setCurrentIndex(state.read.index(0, 0));
    else
        m_ui->text->clear();
    Q_EMIT completeChanged();
}

void ReadPage::showDocument(int row)
{
    const QString text = state.read.text(row);
    m_ui->text->setMarkdown(text);
}

void ReadPage::choose(const QString &key)
{
    const QString path = FileChoice::get().open(this,
        key == QLatin1String("procedure_file") ? tr("Procedure file") : tr("Baseline document"),
        state.shop.settings.value(key), tr("Documents (*.md *.txt);;All files (*)"));
    if (path.isEmpty())
        return;
    state.shop.settings.setValue(key, path);
    reload();
}

bool ReadPage::hasBegun() const
{
    return !state.watch.run().isEmpty() && state.watch.state().phase() != RunState::Phase::Created;
}

bool ReadPage::isJournaled() const
{
    const RunState now = state.watch.state();
    QStringList known;
    for (const Json &read : now.reads()) {
        for (const Json &file : valueAt(read, "files"))
            known << stringAt(file, "sha256");
    }
    const auto files = state.read.confirmation();
    return !now.reads().empty()
        && std::all_of(files.begin(), files.end(), [&](const auto &file) { return known.contains(file.second); });
}

bool ReadPage::isComplete() const
{
    return m_ui->read->isChecked() || hasBegun();
}

bool ReadPage::validatePage()
{
    if (!m_ui->read->isChecked())
        return hasBegun();
    if (state.watch.run().isEmpty() || isJournaled())
        return true;
    const Done confirmed = state.shop.queue.confirmRead(state.watch.run(), state.read.confirmation());
    if (!confirmed)
        m_ui->notice->say(ErrorText::of(confirmed.error()));
    return confirmed.has_value();
}

void ReadPage::retranslate()
{
    m_ui->retranslateUi(this);
    state.read.retranslate();
    const bool none = state.shop.settings.value(QStringLiteral("procedure_file")).isEmpty();
    if (none)
        m_ui->notice->say(Tone::Accent, tr("No procedure file is chosen yet"),
            tr("Choose the operator's own copy, so that it is shown here and its version is journaled. Without one the "
               "tick "
               "says that it was read elsewhere."));
    else if (state.read.anyProblem())
        m_ui->notice->say(Tone::Failed, tr("A document cannot be read"),
            tr("Choose it again, or see to its permissions. Nothing was done yet."));
    else if (!state.read.wantsReading())
        m_ui->notice->say(Tone::Passed, tr("Read before in this version"),
            tr("None of these documents has changed since; the tick is not asked again."));
    else
        m_ui->notice->hush();
}

} // namespace undock::gui
