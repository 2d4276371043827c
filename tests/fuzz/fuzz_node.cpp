#include "fuzz.h"

#include "core/ledger/port_conflicts.h"
#include "core/node/qm_answer.h"
#include "core/node/qm_config.h"
#include "core/node/qm_list.h"

using namespace undock;

// Nothing that a node prints may be taken for success by mistake.
void tryInput(const QByteArray &bytes)
{
    const auto answer = parseQmGuestExec(bytes, {}, 0);
    if (answer.state == QmAnswer::State::Trouble)
        require(answer.mayHaveRun);
    const auto failed = parseQmGuestExec(bytes, bytes, 255);
    require(failed.state != QmAnswer::State::Finished || failed.exitCode != 0);
    parseQmConfig(bytes);
    parseQmList(bytes);
    parseQmStatus(bytes);
    const NatRules nat = parseIptablesNat(bytes);
    for (const PortForward &forward : nat.forwards) {
        const PortBlock block = portsOf(nat, forward.guest);
        for (const quint16 port : block.panel)
            require(port != 0);
    }
    const auto guest = GuestIp::parse(u"10.10.10.14");
    const LedgerRow silent{ .vmid = *Vmid::parse(u"102") };
    portConflicts(nat, *guest, silent);
}
