#include "gui/records/record_text.h"

#include "core/record/html.h"
#include "core/record/markdown.h"
#include "core/record/record.h"
#include "gui/text/shown_text.h"

namespace undock::gui {

RecordText RecordText::of(const std::vector<JournalEvent> &events, const QString &language)
{
    RecordOptions options;
    options.language = language;
    const Record record = makeRecord(events, options);
    RecordText text;
    text.fileName = record.fileName();
    text.markdown = toMarkdown(record);
    text.html = shownText(toHtml(record));
    for (const RecordGap &gap : recordMissing(record)) {
        if (gap.what == RecordGap::What::Words)
            text.gaps << gap.heading;
    }
    return text;
}

} // namespace undock::gui
