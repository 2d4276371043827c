// The command line's far side, for undock-fleet-cli: nodes and VMs that are data. Each program has a world of its own,
// so a VM is as the newest journal of the data folder (UNDOCK_FLEET_DATA) says that it was left.

#include "cli/far_side.h"
#include "core/run/run_identity.h"
#include "engine/store/run_store.h"
#include "unit/support/scripted/scripted_world.h"

#include <cstdlib>

namespace undock::cli {

namespace {

class FleetWorld : public ScriptedWorld {
public:
    std::unique_ptr<NodePort> node(
        const NodeTarget &node, Vmid vmid, const NodeAccess &access, Prompter &prompter) override
    {
        leave(node.toString(), vmid.value());
        return ScriptedWorld::node(node, vmid, access, prompter);
    }

private:
    void leave(const QString &name, int vmid)
    {
        const std::lock_guard guard(lock());
        if (ScriptedWorld::node(name).guests.contains(vmid))
            return;
        ScriptedGuest::Truth &truth = guest(vmid, name).truth;
        const RunStore store(qEnvironmentVariable("UNDOCK_FLEET_DATA"));
        for (const QString &run : store.runs()) {
            const auto contents = vmidOfRun(run) == QString::number(vmid) ? store.read(run)
                                                                          : Result<JournalContents>(JournalContents());
            const RunState state = contents ? RunState::of(contents->events) : RunState();
            if (!state.cutoverDone())
                continue;
            truth.backup = truth.equal = truth.placed = truth.directRuns = true;
            truth.dockerRuns = false;
            truth.containers = !state.dockerDeleted();
            truth.cutover = run;
            ScriptedWorld::node(name).generations[vmid] = std::count_if(contents->events.begin(),
                contents->events.end(), [](const JournalEvent &event) { return event.is(event::lease); });
        }
    }
};

} // namespace

Reach &farSide()
{
    // Never destroyed: threads of the queue may still hold it as the program ends.
    static auto *world = new FleetWorld;
    return *world;
}

} // namespace undock::cli
