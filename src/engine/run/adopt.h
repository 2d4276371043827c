#pragma once

#include "engine/port/reach.h"
#include "engine/queue/desk_settings.h"
#include "engine/run/prompter.h"
#include "engine/store/run_store.h"

namespace undock {

/// How a run is taken over.
struct Adoption {
    QString reason;
    /// Sources that the run was planned with, and that are not this desk's own, are gone on with.
    bool acceptSources = false;
    /// The same for exactly these differences, as `sources-differ` told them; for windows that ask in between.
    QString acceptedDifferences;
    /// A copy that the node knows nothing of is gone on with.
    bool acceptUnproven = false;
    /// The same for exactly this copy, as `copy-unproven` told of it.
    QString acceptedCopy;
};

/// Takes over the newest run of this VM from another desk: reads the card on the node,
/// fetches the redacted journal that travels in the guest, takes the lease under a higher
/// generation, and journals it. The run's id, ready to be resumed.
///
/// What lies in the guest is the guest's word, until the node says that a desk gave just this into it as the VM's
/// newest copy; what it does not know is told (`copy-unproven`) and acted on only where it is accepted by name. In any
/// case its run, VM and node must be those that were asked for; where it takes
/// what it installs from must be what `parameters` say, or be accepted; and nothing in it counts as accepted by
/// anybody (RunState). Refused `nothing-to-adopt` when the guest holds no run, `run-is-here` when this desk has it
/// already, `journal-of-another`, `copy-unproven`, `sources-differ`. Stopped or failed, it leaves no lease behind that
/// nobody has a use for.
Result<QString> adoptRun(const RunParameters &parameters, const DeskSettings &desk, RunStore &store, Prompter &prompter,
    const Adoption &adoption, std::stop_token stop = {}, Reach &reach = Reach::overSsh());

/// The copy in the guest against what was asked for. `differences` gets the sources that are not this desk's own, one
/// a line; empty where there are none.
Done checkAdopted(const QByteArray &journal, const QString &run, const RunParameters &parameters, QString &differences);

} // namespace undock
