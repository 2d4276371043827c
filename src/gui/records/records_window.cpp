#include "gui/records/records_window.h"

#include "gui/records/record_export.h"
#include "gui/records/record_text.h"
#include "gui/records/records_model.h"
#include "gui/text/code_texts.h"
#include "gui/widgets/file_choice.h"
#include "gui/widgets/icons.h"
#include "ui_RecordsWindow.h"

#include <QDir>
#include <QEvent>
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

RecordsWindow::RecordsWindow(Desk &desk, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_ui(std::make_unique<Ui::RecordsWindow>())
    , m_desk(desk)
    , m_model(new RecordsModel(desk, this))
    , m_filter(new RecordsFilter(m_model))
    , m_exports(new QMenu(this))
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowIcon(Icons::application());
    resize(1180, 700);
    m_ui->runs->setModel(m_filter);
    m_ui->runs->sortByColumn(RecordsModel::Date, Qt::DescendingOrder);
    static constexpr int widths[] = { 58, 96, 118, 150, 66, 64 };
    for (int column = 0; column < 6; ++column)
        m_ui->runs->setColumnWidth(column, widths[column]);
    m_ui->splitter->setSizes({ 580, 600 });
    m_ui->preview->document()->setDocumentMargin(16);
    Theme::makePaper(*m_ui->preview);
    m_ui->export_->setIcon(Icons::get(QStringLiteral("export")));
    m_ui->export_->setMenu(m_exports);
    for (const Export what : { Markdown, Html, Pdf, Csv, Summary, Bundle }) {
        QAction *action = m_exports->addAction(QString());
        connect(action, &QAction::triggered, this, [this, what] { exportAs(what); });
        if (what == Pdf)
            m_exports->addSeparator();
    }
    connect(m_ui->search, &QLineEdit::textChanged, m_model, &RecordsModel::search);
    connect(m_model, &RecordsModel::found, this, [this] {
        m_filter->invalidateFilter();
        m_ui->count->setText(tr("%n run(s)", nullptr, m_filter->rowCount()));
    });
    connect(m_ui->runs->selectionModel(), &QItemSelectionModel::currentChanged, this, &RecordsWindow::preview);
    connect(m_ui->saveRecord, &QPushButton::clicked, this, [this] {
        for (const QString &run : selected()) {
            const auto written = m_desk.writeRecord(run);
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
    connect(&desk, &Desk::runAdded, &m_later, [this] { m_later.start(500); }); // a list that is imported is one change
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
    return runs;
}

void RecordsWindow::preview()
{
    const QString run = m_ui->runs->currentIndex().data(RecordsModel::RunRole).toString();
    m_ui->saveRecord->setEnabled(!run.isEmpty());
    m_ui->export_->setEnabled(!run.isEmpty());
    if (run.isEmpty()) {
        m_ui->preview->setHtml(
            QStringLiteral("<p>%1</p>")
                .arg(tr("Every run has a record, from its first step on. Choose one on the left.").toHtmlEscaped()));
        m_ui->fileName->clear();
        m_ui->gaps->clear();
        return;
    }
    const RecordText record = RecordText::of(m_desk.events(run), m_desk.settings().recordLanguage);
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
    const QString language = m_desk.settings().recordLanguage;
    Result<QString> written = QString();
    if (what == Csv) {
        const QString path = FileChoice::get().save(
            this, tr("Export the selection"), QStringLiteral("migrations.csv"), QStringLiteral("CSV (*.csv)"));
        if (path.isEmpty())
            return;
        written = RecordExport::writeCsv(m_desk, runs, path);
    } else {
        const QString folder
            = FileChoice::get().folder(this, tr("Folder for the export"), m_desk.settings().recordsFolder);
        if (folder.isEmpty())
            return;
        if (what == Summary)
            written = RecordExport::writeSummary(m_desk, runs, folder);
        for (const QString &run : what == Summary ? QStringList() : runs) {
            if (what == Bundle) {
                written = RecordExport::writeBundle(m_desk, run, folder);
            } else {
                const auto form = static_cast<RecordExport::Form>(what);
                const QString base
                    = QFileInfo(RecordText::of(m_desk.events(run), language).fileName).completeBaseName();
                written = RecordExport::writeRun(
                    m_desk, run, form, QDir(folder).filePath(base + QLatin1Char('.') + RecordExport::suffix(form)));
            }
            if (!written)
                break;
        }
    }
    if (written)
        m_ui->notice->say(Tone::Passed, tr("Exported %n record(s)", nullptr, int(runs.size())), *written);
    else
        m_ui->notice->say(ErrorText::of(written.error()));
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
    m_ui->count->setText(tr("%n run(s)", nullptr, m_filter->rowCount()));
    preview();
}

void RecordsWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace undock::gui
