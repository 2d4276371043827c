#pragma once

#include "core/base/hash.h"
#include "core/journal/writer.h"
#include "core/steps/step.h"
#include "engine/store/run_store.h"

#include <QDir>

/// A small run in a data folder: the scan began, said more than the journal holds, and passed. Its id.
inline QString runOnDisk(const QString &dataFolder)
{
    using namespace undock;
    const QString run = QStringLiteral("102-20260220-093000-00aa");
    const RunStore store(dataFolder);
    if (!QDir().mkpath(store.runFolder(run)))
        return {};
    const auto writer = JournalWriter::open(store.journalPath(run));
    const auto catalog = StepCatalog::builtIn();
    if (!writer || !catalog)
        return {};
    const Step *scan = catalog->find(u"a-scan");
    const auto append = [&](const char *type, const Json &data) { return (*writer)->append(type, data).has_value(); };
    const bool good
        = append(event::runCreated,
              { { "run", toStd(run) }, { "vmid", "102" }, { "node", "root@192.0.2.1" },
                  { "params", { { "vmid", 102 }, { "node", "root@192.0.2.1" } } }, { "zone_minutes", 480 } })
        && append(event::begin,
            { { "job", "01-a-scan" }, { "step", "a-scan" }, { "stage", "A" }, { "where", "guest" },
                { "effect", "reads" }, { "script_sha256", toStd(sha256Hex(scan->script)) },
                { "values", Json::object() } })
        && append(event::output, { { "job", "01-a-scan" }, { "offset", 0 }, { "bytes", 6 }, { "text", "中 ok" } })
        && append(event::end,
            { { "job", "01-a-scan" }, { "verdict", "passed" }, { "state", "passed" }, { "facts", Json::array() },
                { "out_bytes", 10 }, { "out_sha256", std::string(64, 'c') } });
    return good ? run : QString();
}
