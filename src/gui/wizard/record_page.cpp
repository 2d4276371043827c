#include "gui/wizard/record_page.h"

#include "gui/records/record_export.h"
#include "gui/records/record_text.h"
#include "gui/widgets/file_choice.h"
#include "gui/widgets/theme.h"
#include "ui_RecordPage.h"

#include <QFileInfo>

namespace undock::gui {

namespace {

QString newestNote(const RunState &state, const QString &section)
{
    QString text;
    for (const Json &note : state.notes()) {
        if (stringAt(note, "section") == section)
            text = stringAt(note, "text");
    }
    return text;
}

} // namespace

RecordPage::RecordPage(WizardState &wizardState)
    : WizardPage(wizardState)
    , m_ui(std::make_unique<Ui::RecordPage>())
{
    m_ui->setupUi(this);
    m_ui->preview->document()->setDocumentMargin(16);
    connect(m_ui->save, &QPushButton::clicked, this, [this] {
        keepNotes();
        const auto written = state.shop.queue.writeRecord(state.watch.run());
        if (written)
            m_ui->notice->say(Tone::Passed, tr("Saved"), *written);
        else
            m_ui->notice->say(ErrorText::of(written.error()));
        show();
    });
    connect(m_ui->export_, &QPushButton::clicked, this, [this] {
        keepNotes();
        const auto events = state.shop.queue.events(state.watch.run());
        const QString language = state.shop.queue.settings().recordLanguage;
        const QString name = QFileInfo(RecordText::of(events, language).fileName).completeBaseName();
        const QString path = FileChoice::get().save(this, tr("Export the record"), name + QStringLiteral(".pdf"),
            tr("PDF (*.pdf);;HTML (*.html);;Markdown (*.md)"));
        if (path.isEmpty())
            return;
        const auto form = path.endsWith(QLatin1String(".html")) ? RecordExport::Form::Html
            : path.endsWith(QLatin1String(".md"))               ? RecordExport::Form::Markdown
                                                                : RecordExport::Form::Pdf;
        const auto written = RecordExport::write(events, language, form, path);
        if (written)
            m_ui->notice->say(Tone::Passed, tr("Exported"), *written);
        else
            m_ui->notice->say(ErrorText::of(written.error()));
    });
}

RecordPage::~RecordPage() = default;

void RecordPage::initializePage()
{
    if (m_shownRun != state.watch.run()) {
        m_shownRun = state.watch.run();
        const RunState now = state.watch.state();
        m_ui->special->setPlainText(newestNote(now, QStringLiteral("special-problems")));
        m_ui->prevention->setPlainText(newestNote(now, QStringLiteral("prevention")));
    }
    retranslate();
}

void RecordPage::keepNotes()
{
    const RunState now = state.watch.state();
    const std::pair<QString, QString> notes[]
        = { { QStringLiteral("special-problems"), m_ui->special->toPlainText().trimmed() },
              { QStringLiteral("prevention"), m_ui->prevention->toPlainText().trimmed() } };
    for (const auto &[section, text] : notes) {
        if (text == newestNote(now, section))
            continue;
        if (const Done done = state.shop.queue.addNote(state.watch.run(), section, text); !done)
            m_ui->notice->say(ErrorText::of(done.error()));
    }
}

void RecordPage::show()
{
    const RecordText record
        = RecordText::of(state.shop.queue.events(state.watch.run()), state.shop.queue.settings().recordLanguage);
    m_ui->fileName->setTextFormat(Qt::RichText);
    m_ui->fileName->setText(QStringLiteral("<b>%1</b>").arg(record.fileName.toHtmlEscaped()));
    m_ui->preview->setHtml(record.html);
    m_ui->missing->setText(record.gaps.isEmpty()
            ? tr("Nothing required is missing.")
            : tr("Still without the operator's words: %1").arg(record.gaps.join(QStringLiteral(" · "))));
}

bool RecordPage::validatePage()
{
    keepNotes();
    return state.shop.queue.writeRecord(state.watch.run()).has_value();
}

void RecordPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && !m_shownRun.isEmpty())
        show(); // it has the theme's colours
    WizardPage::changeEvent(event);
}

void RecordPage::retranslate()
{
    m_ui->retranslateUi(this);
    show();
}

} // namespace undock::gui
