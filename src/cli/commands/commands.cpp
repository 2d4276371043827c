#include "cli/commands/commands.h"

namespace undock::cli {

const std::vector<Command> &commands()
{
    static const std::vector<Command> all{
        { "discover", "List the node's VMs with addresses and public ports.", discoverCommand },
        { "scan", "Stage A: look at a VM; changes nothing.", scanCommand },
        { "plan", "Scan, then print every script with its values and both configuration differences.", planCommand },
        { "migrate", "Stages A to H: move a VM to the direct install.", migrateCommand },
        { "resume", "Go on with a run from wherever its guest stands.", resumeCommand },
        { "check", "Stage H again.", checkCommand },
        { "accept", "Record the user's acceptance (--by, --note).", acceptCommand },
        { "delete-docker", "Stage I: delete Docker's containers, if every condition holds.", deleteCommand },
        { "rollback", "Back to Docker's version; also --carry-back, --restore, --config.", rollbackCommand },
        { "status", "Where the runs of this desk stand.", statusCommand },
        { "wait", "Wait until a run is in a phase (--until, --timeout).", waitCommand },
        { "record", "Write a run's record, verify its journal, add the operator's words.", recordCommand },
        { "leases", "Who works on which VM of the node.", leasesCommand },
        { "holds", "What keeps Docker from being deleted; release with a reason.", holdsCommand },
        { "housekeeping", "What migrations left behind in a VM, and remove what you name (list, remove PATH…).",
            housekeepingCommand },
        { "ledger", "What a run changed in the operator's table; undo takes the newest change back.", ledgerCommand },
        { "leave-out", "Take a run off the list, or put it back (--back).", leaveOutCommand },
        { "arrange", "Give a run its place in the queue (--position N).", arrangeCommand },
        { "retire-node", "Do not ask a node any more before a deletion (--node, --reason).", retireNodeCommand },
        { "notify", "Send a test message to the webhook of --notify-file.", notifyCommand },
        { "queue", "Many VMs from a file: queue run FILE.csv [--workers N] [--canary].", queueCommand },
    };
    return all;
}

} // namespace undock::cli
