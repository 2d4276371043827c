#include "gui/records/record_text.h"

#include "core/record/html.h"
#include "core/record/markdown.h"
#include "core/record/record.h"
#include "gui/text/shown_text.h"
#include "gui/widgets/theme.h"

#include <QGuiApplication>
#include <QPalette>

namespace undock::gui {

namespace {

/// What is printed is black on white; what is read here follows the window around it.
QString previewStyle()
{
    const QPalette palette = QGuiApplication::palette();
    const QString text = palette.color(QPalette::Text).name(), head = Theme::color(Tone::Accent).name(),
                  quiet = palette.color(QPalette::AlternateBase).name();
    return QStringLiteral("body { color: %1; } h1 { font-size: 16pt; } h2 { font-size: 13pt; color: %2; }"
                          " h3 { font-size: 11pt; } th { background-color: %3; text-align: left; }"
                          " code, pre { font-family: \"Noto Sans Mono CJK SC\", \"DejaVu Sans Mono\", monospace;"
                          " font-size: 9pt; } pre { background-color: %3; } p.fold { font-weight: 600; }"
                          " p.summary { background-color: %3; }")
        .arg(text, head, quiet);
}

} // namespace

RecordText RecordText::of(const std::vector<JournalEvent> &events, const QString &language)
{
    RecordOptions options;
    options.language = language;
    const Record record = makeRecord(events, options);
    RecordText text;
    text.fileName = record.fileName();
    text.markdown = toMarkdown(record);
    text.html = shownText(toPaperHtml(record, previewStyle()));
    for (const RecordGap &gap : recordMissing(record)) {
        if (gap.what == RecordGap::What::Words)
            text.gaps << gap.heading;
    }
    return text;
}

} // namespace undock::gui
