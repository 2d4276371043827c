#pragma once

#include "core/base/result.h"
#include "core/journal/event.h"
#include "core/params/vm_id.h"

#include <optional>
#include <vector>

namespace undock {

/// `<vmid>-<yyyyMMdd-HHmmss>-<hex>`: what a run's folder is called, on the desk and in its guest. Errors: `bad-run`.
Done checkRunName(const QString &run);

/// The VM's number in the run's name, whatever the name looks like otherwise.
QString vmidOfRun(const QString &run);

/// Which run a journal is taken for. A field that was not asked for is empty.
struct RunClaim {
    QString run; ///< the folder's name
    std::optional<VmId> vm;
};

/// A journal is only its author's word: anybody can write one, and its chain then holds. Before anything is done by it,
/// it has to be the journal of what was asked for: begun by the one `run-created`, of this run, this VM and this node,
/// its parameters of the same. Refused `journal-of-another`, with the field that differs as `where`.
Done checkRunIdentity(const std::vector<JournalEvent> &events, const RunClaim &claim);

} // namespace undock
