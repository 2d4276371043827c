#include "engine/records/record_list.h"

#include "core/base/on_all_cores.h"
#include "core/run/run_identity.h"
#include "engine/records/folder_records.h"
#include "engine/records/search_index.h"
#include "engine/records/write_record.h"
#include "engine/store/run_store.h"

#include <algorithm>

namespace undock {

namespace {

/// The VM's number stands in the run's name, also where nothing else of it can be read.
bool mayBeMeant(const QString &run, const RecordQuery &query)
{
    return query.vmid.isEmpty() || vmidOfRun(run) == query.vmid;
}

bool isNewer(const RecordEntry &a, const RecordEntry &b)
{
    if (a.day != b.day)
        return a.day > b.day;
    return a.started != b.started ? a.started > b.started : a.id > b.id;
}

/// Each takes some hundredths of a second: all cores are put to it.
void makeIndexes(
    const SearchIndex &index, const QStringList &runs, const std::function<void(qsizetype done, qsizetype all)> &told)
{
    // What cannot be read is told of when it is looked for.
    onAllCores(
        runs.size(), [&](qsizetype n) { (void)index.rebuild(runs[n]); },
        [&](qsizetype n) {
            if (told)
                told(n + 1, runs.size());
        });
}

} // namespace

RecordList listRecords(const DeskSettings &settings, const RecordQuery &query, bool rebuild,
    const std::function<void(qsizetype done, qsizetype all)> &told)
{
    RecordList list;
    FolderRecords files = recordsIn(recordsFolderOf(settings));
    const SearchIndex index(settings.dataFolder);
    const QByteArray text = foldedText(query.text);
    const QStringList runs = RunStore(settings.dataFolder).runs();
    const auto take = [&](const QString &run, SearchIndex::Answer answer) {
        const QString file = files.byRun.take(run);
        if (answer.entry) {
            answer.entry->file = file;
            list.found.push_back(std::move(*answer.entry));
        }
    };
    QStringList stale;
    for (const QString &run : runs) {
        auto answer = rebuild ? std::nullopt : index.ask(run, query, text);
        if (answer)
            take(run, std::move(*answer));
        else
            stale << run;
    }
    makeIndexes(index, stale, told);
    for (const QString &run : std::as_const(stale)) {
        auto answer = index.find(run, query, text);
        if (!answer && mayBeMeant(run, query))
            list.unread.push_back({ run, answer.error() });
        take(run, answer ? std::move(*answer) : SearchIndex::Answer());
    }
    const auto addFile = [&](RecordEntry entry) {
        if (query.matches(entry) && (text.isEmpty() || searchedText(entry.file).contains(text)))
            list.found.push_back(std::move(entry));
    };
    list.looked = runs.size() + qsizetype(files.byHand.size()) + files.byRun.size();
    for (const QString &file : std::as_const(files.byRun))
        addFile(readRecordFile(file, RecordEntry::Kind::OtherDesk));
    for (RecordEntry &entry : files.byHand)
        addFile(std::move(entry));
    std::sort(list.found.begin(), list.found.end(), &isNewer);
    return list;
}

} // namespace undock
