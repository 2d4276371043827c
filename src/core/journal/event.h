#pragma once

#include "core/base/json.h"

#include <QDateTime>
#include <QMetaType>

namespace undock {

/// The kinds of line a journal holds. What stands in `data` is told per kind;
/// no secret ever does (invariant 9).
namespace event {
/// {run, vmid, node, params{}, program, version, host, operator, zone_minutes, library}
inline constexpr char runCreated[] = "run-created";
/// {files:[{name, sha256}], by}
inline constexpr char readConfirmed[] = "read-confirmed";
/// {action: acquired|released|taken-over|lost|adopted, generation, holder, previous?, accepted_sources?,
/// accepted_copy?}
inline constexpr char lease[] = "lease";
/// {job, step, stage, where: guest|node|desk, effect, way_back, script_sha256, values{}, generation, chain,
/// pack_sha256}
inline constexpr char begin[] = "begin";
/// {job, offset, bytes, text | base64}
inline constexpr char output[] = "output";
/// {job, verdict, state, exit?, signal?, facts:[[key,value]…], warnings:[{code,text}], failure?{code,text},
///  out_bytes, out_sha256, began_ms, ended_ms}
inline constexpr char end[] = "end";
/// {job, code, why}: the answer was lost; a later `end` settles it
inline constexpr char unknown[] = "unknown";
/// {job, code, by, how: policy|operator}: a warning accepted by name
inline constexpr char acknowledged[] = "acknowledged";
/// {file, changes:[{pointer, before, after}], notes:[…]}: masked
inline constexpr char configDiff[] = "config-diff";
/// {action: provisional|set|lifted|released|refused, vmid, cause, by, reason?}
inline constexpr char hold[] = "hold";
/// {green, rows:[{id, critical, verdict, expected, found, before?}], versions{}}
inline constexpr char acceptance[] = "acceptance";
/// {by, note, tried, versions{}}: the user's word
inline constexpr char accepted[] = "accepted";
/// {why}: an earlier `accepted` no longer counts
inline constexpr char acceptanceVoid[] = "acceptance-void";
/// {allowed, conditions:[{id, met, detail}]}
inline constexpr char deletionConditions[] = "deletion-conditions";
/// {which: gateway|panel, from_ms, to_ms?, source}
inline constexpr char outage[] = "outage";
/// {section, text}: the operator's own words for the record
inline constexpr char operatorNote[] = "operator-note";
/// {code, what, where, cure}: something went wrong at the desk or on the way
inline constexpr char trouble[] = "trouble";
/// {why}: the run stopped on request between two steps
inline constexpr char paused[] = "paused";
/// {by, back?: true}: an operator took the run off the list, or put it back on
inline constexpr char leftOut[] = "left-out";
/// {program, version, host, operator}
inline constexpr char resumed[] = "resumed";
/// {outcome: migrated|deleted|rolled-back|refused, detail}
inline constexpr char finished[] = "finished";
/// {bytes, sha256, kept_as}: a torn tail was moved aside on opening
inline constexpr char torn[] = "torn";
/// {task, qm_calls, bytes_sent, bytes_received}: what a task cost the node
inline constexpr char traffic[] = "traffic";
/// {job, bytes, sha256, stored_sha256}: an output that had stayed in the guest was fetched whole; what lies beside
/// the journal is that, with secrets taken out
inline constexpr char fetched[] = "fetched";
/// {kind, path, before, after, changes:[{heading, before, after}], row_before, row_after}: the VM's row of the
/// operator's ledger was changed; `before` and `after` are the whole file's SHA-256. `kind` is the state that was
/// written, or "undone": the newest update that still stood was taken back
inline constexpr char ledger[] = "ledger";
/// The same, before the file is touched: what a program that ends in between leaves to be taken back.
/// {dropped: true}: it was certainly not done
inline constexpr char ledgerIntended[] = "ledger-intended";
} // namespace event

/// One line of a journal.
struct JournalEvent {
    qint64 seq = 0; ///< 1, 2, 3 … without gaps
    QDateTime at; ///< UTC, milliseconds
    QString type; ///< one of undock::event
    Json data;
    QString previous; ///< SHA-256 of the line before (its bytes without the newline); 64 zeros for the first

    bool is(const char *kind) const { return type == QLatin1String(kind); }
};

} // namespace undock

Q_DECLARE_METATYPE(undock::JournalEvent)
