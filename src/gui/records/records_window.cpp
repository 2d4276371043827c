#include "gui/records/records_window.h"

#include "core/text/display_safe.h"
#include "gui/records/bundle_dialog.h"
#include "gui/records/handover_dialog.h"
#include "gui/records/record_export.h"
#include "gui/records/record_text.h"
#include "gui/records/records_model.h"
#include "gui/text/code_texts.h"
#include "gui/text/shown_text.h"
#include "gui/widgets/file_choice.h"
#include "gui/widgets/icons.h"
#include "ui_RecordsWindow.h"

#include <QDir>
#include <QEvent>
#include <QFile>
#include <QFileInfo>
#include <QMenu>
#include <QShortcut>
#include <QSortFilterProxyModel>

namespace undock::gui {

class RecordsFilter : public QSortFilterProxyModel {
public:
    explicit RecordsFilter(RecordsModel *model)
        : QSortFilterProxyModel(model)
        , m_model(*model)
    {
        setSourceModel(model);
        setSortRole(RecordsModel::SortRole);
    }
    using QSortFilterProxyModel::invalidateFilter;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &) const override { return m_model.isFound(row); }

private:
    const RecordsModel &m_model;
};

namespace {

enum Export { Markdown, Html, Pdf, Csv, Summary, Bundle };

} // namespace

RecordsWindow::RecordsWindow(Queue &queue, BundleWork &bundles, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_ui(std::make_unique<Ui::RecordsWindow>())
    , m_queue(queue)
    , m_bundles(bundles)
    , m_model(new RecordsModel(queue, this))
    , m_filter(new RecordsFilter(m_model))
    , m_exports(new QMenu(this))
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowIcon(Icons::application());
    resize(1180, 700);
    m_ui->runs->setModel(m_filter);
    m_ui->runs->sortByColumn(RecordsModel::Date, Qt::DescendingOrder);
    static constexpr int widths[] = { 58, 96, 118, 150, 66, 78 };
    for (int column = 0; column < 6; ++column)
        m_ui->runs->setColumnWidth(column, widths[column]);
    m_ui->splitter->setSizes({ 580, 600 });
    m_ui->preview->document()->setDocumentMargin(16);
    m_ui->export_->setIcon(Icons::get(QStringLiteral("export")));
    m_ui->export_->setMenu(m_exports);
    for (const Export what : { Markdown, Html, Pdf, Csv, Summary, Bundle }) {
        QAction *action = m_exports->addAction(QString());
        connect(action, &QAction::triggered, this, [this, what] { exportAs(what); });
        if (what == Pdf)
            m_exports->addSeparator();
    }
    connect(m_ui->search, &QLineEdit::textChanged, m_model, &RecordsModel::search);
    connect(m_ui->filters, &RecordFilters::changed, this, [this] {
        RecordQuery query = m_ui->filters->query();
        query.text = m_ui->search->text();
        m_model->setQuery(query);
    });
    connect(m_model, &RecordsModel::found, this, &RecordsWindow::showFound);
    connect(m_model, &RecordsModel::modelReset, this, [this] {
        m_ui->filters->offer(*m_model);
        if (!m_shown.isEmpty())
            showRun(m_shown);
    });
    connect(m_ui->handOver, &QPushButton::clicked, this, &RecordsWindow::handOver);
    connect(m_ui->openBundle, &QPushButton::clicked, this, &RecordsWindow::openBundle);
    connect(&bundles, &BundleWork::signedBundle, this, [this](const QString &bundle, const BundleSignature &signature) {
        if (m_beingSigned.remove(bundle))
            m_ui->notice->say(Tone::Passed, tr("Exported and signed"),
                bundle + QLatin1Char('\n') + tr("Key: %1").arg(signature.check.key));
    });
    connect(&bundles, &BundleWork::notSigned, this, [this](const QString &bundle, const Error &error) {
        if (m_beingSigned.remove(bundle))
            m_ui->notice->say(Tone::Warning, tr("The bundle is there, and is not signed"),
                bundle + QLatin1Char('\n') + ErrorText::of(error).plain());
    });
    connect(m_ui->runs->selectionModel(), &QItemSelectionModel::currentChanged, this, &RecordsWindow::preview);
    connect(m_ui->saveRecord, &QPushButton::clicked, this, [this] {
        for (const QString &run : selected()) {
            const auto written = m_queue.writeRecord(run);
            if (!written) {
                m_ui->notice->say(ErrorText::of(written.error()));
                return;
            }
            m_ui->notice->say(Tone::Passed, tr("Written"), *written);
        }
    });
    auto *find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, this, [this] { m_ui->search->setFocus(); });
    auto *close = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    connect(close, &QShortcut::activated, this, &QWidget::close);
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, m_model, &RecordsModel::reload);
    connect(
        &queue, &Queue::runAdded, &m_later, [this] { m_later.start(500); }); // a list that is imported is one change
    m_ui->filters->offer(*m_model);
    retranslate();
    if (m_filter->rowCount() > 0)
        m_ui->runs->setCurrentIndex(m_filter->index(0, 0));
    preview();
}

RecordsWindow::~RecordsWindow() = default;

void RecordsWindow::showRun(const QString &run)
{
    const int row = m_model->rowOf(run);
    if (row >= 0)
        m_ui->runs->setCurrentIndex(m_filter->mapFromSource(m_model->index(row, 0)));
}

QStringList RecordsWindow::selected() const
{
    QStringList runs;
    for (const QModelIndex &index : m_ui->runs->selectionModel()->selectedRows())
        runs << index.data(RecordsModel::RunRole).toString();
    runs.removeAll(QString()); // what belongs to no run here is only read
    return runs;
}

void RecordsWindow::showFound()
{
    m_filter->invalidateFilter();
    m_ui->count->setText(m_filter->rowCount() == m_model->rowCount()
            ? tr("%n record(s)", nullptr, m_model->rowCount())
            : tr("%1 of %n record(s)", nullptr, m_model->rowCount()).arg(m_filter->rowCount()));
}

void RecordsWindow::handOver()
{
    const QString run = m_ui->runs->currentIndex().data(RecordsModel::RunRole).toString();
    if (!run.isEmpty())
        (new HandoverDialog(m_queue, run, this))->show();
}

void RecordsWindow::openBundle()
{
    const QString path = FileChoice::get().open(
        this, tr("Evidence bundle"), m_queue.settings().recordsFolder, tr("Bundles (*.zip);;All files (*)"));
    if (!path.isEmpty())
        (new BundleDialog(m_queue.settings(), m_bundles, path, this))->show();
}

void RecordsWindow::signMade(const QStringList &bundles)
{
    const DeskSettings settings = m_queue.settings();
    if (!settings.signAlways)
        return;
    for (const QString &bundle : bundles) {
        m_beingSigned.insert(bundle);
        m_bundles.sign(bundle, settings.signingKey);
    }
}

void RecordsWindow::previewFile(const QString &file)
{
    constexpr qint64 mostShown = 4 * 1024 * 1024;
    QFile record(file);
    m_ui->fileName->setText(shownText(QFileInfo(file).fileName()));
    m_ui->gaps->setText(tr("No run of this desk; the file is only read"));
    if (record.open(QIODevice::ReadOnly))
        m_ui->preview->setMarkdown(shownText(displaySafe(record.read(mostShown))));
    else
        m_ui->preview->setPlainText(tr("It cannot be read: %1").arg(record.errorString()));
}

void RecordsWindow::preview()
{
    const QString run = m_ui->runs->currentIndex().data(RecordsModel::RunRole).toString();
    const QString file = m_ui->runs->currentIndex().data(RecordsModel::FileRole).toString();
    if (!run.isEmpty() || !file.isEmpty())
        m_shown = run.isEmpty() ? file : run;
    m_ui->handOver->setEnabled(!run.isEmpty());
    m_ui->saveRecord->setEnabled(!run.isEmpty());
    m_ui->export_->setEnabled(!run.isEmpty());
    if (!file.isEmpty()) {
        previewFile(file);
        return;
    }
    if (run.isEmpty()) {
        m_ui->preview->setHtml(
            QStringLiteral("<p>%1</p>")
                .arg(tr("Every run has a record, from its first step on. Choose one on the left.").toHtmlEscaped()));
        m_ui->fileName->clear();
        m_ui->gaps->clear();
        return;
    }
    const RecordText record = RecordText::of(m_queue.events(run), m_queue.settings().recordLanguage);
    m_ui->fileName->setText(record.fileName);
    m_ui->gaps->setText(record.gaps.isEmpty()
            ? tr("Nothing required is missing.")
            : tr("Still without the operator's words: %1").arg(record.gaps.join(QStringLiteral(" · "))));
    m_ui->preview->setHtml(record.html);
}

void RecordsWindow::exportAs(int what)
{
    const QStringList runs = selected();
    if (runs.isEmpty())
        return;
    const QString language = m_queue.settings().recordLanguage;
    Result<QString> written = QString();
    QStringList bundles;
    if (what == Csv) {
        const QString path = FileChoice::get().save(
            this, tr("Export the selection"), QStringLiteral("migrations.csv"), QStringLiteral("CSV (*.csv)"));
        if (path.isEmpty())
            return;
        written = RecordExport::writeCsv(m_queue, runs, path);
    } else {
        const QString folder
            = FileChoice::get().folder(this, tr("Folder for the export"), m_queue.settings().recordsFolder);
        if (folder.isEmpty())
            return;
        if (what == Summary)
            written = RecordExport::writeSummary(m_queue, runs, folder);
        for (const QString &run : what == Summary ? QStringList() : runs) {
            if (what == Bundle) {
                written = RecordExport::writeBundle(m_queue, run, folder);
                if (written)
                    bundles << *written;
            } else {
                const auto form = static_cast<RecordExport::Form>(what);
                const QString base
                    = QFileInfo(RecordText::of(m_queue.events(run), language).fileName).completeBaseName();
                written = RecordExport::writeRun(
                    m_queue, run, form, QDir(folder).filePath(base + QLatin1Char('.') + RecordExport::suffix(form)));
            }
            if (!written)
                break;
        }
    }
    if (written)
        m_ui->notice->say(Tone::Passed, tr("Exported %n record(s)", nullptr, int(runs.size())), *written);
    else
        m_ui->notice->say(ErrorText::of(written.error()));
    signMade(bundles);
}

void RecordsWindow::retranslate()
{
    m_ui->retranslateUi(this);
    m_model->retranslate();
    const QString names[] = { tr("&Markdown, as the procedure names it"), tr("&HTML"), tr("&PDF"),
        tr("&CSV of the selection"), tr("&Summary of the selection"), tr("&Bundle with all evidence") };
    int i = 0;
    for (QAction *action : m_exports->actions()) {
        if (!action->isSeparator())
            action->setText(names[i++]);
    }
    showFound();
    preview();
}

void RecordsWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange && m_model)
        preview(); // it has the theme's colours
    QWidget::changeEvent(event);
}

} // namespace undock::gui
