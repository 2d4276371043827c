#include "core/record/record.h"

#include "core/record/first_page.h"
#include "core/record/sections.h"
#include "core/record/timeline_svg.h"
#include "core/steps/step.h"
#include "core/text/display_safe.h"
#include "core/text/redact.h"

namespace undock {

namespace {

/// One line, no control or reordering characters, no secret: for every text of the record,
/// wherever it came from, so that no section can forget it.
void makeSafe(Inline &text)
{
    static const Redactor secrets;
    for (Inline::Part &part : text.parts) {
        // The blanks between two parts belong to the sentence.
        const bool before = !part.code && part.text.startsWith(QLatin1Char(' '));
        const bool after = !part.code && part.text.size() > 1 && part.text.endsWith(QLatin1Char(' '));
        const QString safe = displayLine(secrets.redact(part.text), 600).trimmed();
        part.text = (before ? QStringLiteral(" ") : QString()) + safe + (after ? QStringLiteral(" ") : QString());
    }
}

void makeSafe(std::vector<Block> &blocks)
{
    for (Block &block : blocks) {
        makeSafe(block.text);
        for (Inline &item : block.items)
            makeSafe(item);
        for (std::vector<Inline> &row : block.rows) {
            for (Inline &cell : row)
                makeSafe(cell);
        }
        makeSafe(block.blocks);
    }
}

} // namespace

RecordOptions withOwnCatalog(RecordOptions options)
{
    if (!options.catalog)
        options.catalog = &StepCatalog::own();
    return options;
}

Record makeRecord(const std::vector<JournalEvent> &events, const RecordOptions &wanted)
{
    const RecordOptions options = withOwnCatalog(wanted);
    const RunStory story(events, options);
    const Words &t = story.t();

    Record record;
    record.run = story.state().run();
    record.vmid = story.state().vmid();
    record.language = t.language();
    record.day = story.local(story.state().startedAt()).date();
    record.title = t("vm-number") + record.vmid + t("record-of-the-migration-from-docker-to-a");
    record.summary = summaryOf(story);
    record.firstPage = firstPage(story);
    if (options.seal)
        record.sealMarker = sealMarker(*options.seal);
    record.sections = { basicsSection(story), backupSection(story), actionsSection(story), evidenceSection(story),
        risksSection(story), lessonsSection(story), notesSection(story) };
    makeSafe(record);
    if (options.picture)
        record.timelineSvg = timelineSvg(timelineOf(story), story);
    return record;
}

void makeSafe(Record &record)
{
    record.title = displayLine(record.title);
    makeSafe(record.summary);
    for (std::vector<Inline> &row : record.firstPage) {
        for (Inline &cell : row)
            makeSafe(cell);
    }
    for (RecordSection &section : record.sections)
        makeSafe(section.blocks);
}

} // namespace undock
