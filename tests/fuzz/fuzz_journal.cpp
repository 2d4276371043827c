#include "fuzz.h"

#include "core/journal/reader.h"
#include "core/record/html.h"
#include "core/record/markdown.h"
#include "core/record/record.h"
#include "core/run/run_state.h"
#include "core/text/display_safe.h"

using namespace undock;

/// Lines as if their chain held: what a journal's own check would never let through is here on purpose,
/// for whoever can write the file can also chain it.
static std::vector<JournalEvent> asEvents(const QByteArray &bytes)
{
    std::vector<JournalEvent> events;
    for (const QByteArray &line : bytes.split('\n')) {
        const Json json = Json::parse(line.begin(), line.end(), nullptr, false);
        if (!json.is_object() || !json.contains("data"))
            continue;
        const qint64 seq = static_cast<qint64>(events.size()) + 1;
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(1771500000000 + seq * 1000, Qt::UTC);
        events.push_back({ seq, at, stringAt(json, "type"), json["data"], {} });
    }
    return events;
}

// Any bytes give a good prefix, and whatever stands in the lines a record can be made of them.
void tryInput(const QByteArray &bytes)
{
    const JournalContents read = readJournal(bytes);
    require(read.goodBytes <= bytes.size() && (read.damage || read.goodBytes == bytes.size()));
    const JournalContents again = readJournal(bytes.left(read.goodBytes));
    require(!again.damage && again.events.size() == read.events.size() && again.lastHash == read.lastHash);

    const auto events = asEvents(bytes);
    const RunState state = RunState::of(events);
    state.phase();
    state.outageMs(u"gateway", events.empty() ? QDateTime() : events.back().at);
    const Record record = makeRecord(events);
    const QString markdown = toMarkdown(record);
    require(displaySafe(markdown) == markdown);
    require(!toHtml(record).contains(QLatin1String("<script")));
}
