#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace undock {

/// Why a `qm guest exec` gave no result. Texts as in qemu-server 9.2 (facts.md §2).
enum class QmTrouble {
    NoAgentConfigured, ///< "No QEMU guest agent configured"
    NotRunning, ///< "VM 102 is not running"
    AgentNotRunning, ///< "QEMU guest agent is not running": also when its ping took over 3 s
    GotTimeout, ///< "… qga command 'guest-exec' failed - got timeout"
    ExecDisabled, ///< "Agent error: Command guest-exec has been disabled"; older agents: "The command guest-exec …"
    NoSuchVm, ///< "Configuration file 'nodes/…/qemu-server/102.conf' does not exist": also of a VM on another node
    ClusterDown, ///< "Unable to load access control list", "ipcc_send_rec… failed": nothing was asked
    NoSocket, ///< "unable to connect to VM 102 qga socket"
    PidGone, ///< "Agent error: PID ld does not exist": the once-only result went to someone else
    Other, ///< anything else, answers that make no sense included
};

/// What one call of `qm guest exec` told.
struct QmAnswer {
    enum class State {
        Finished, ///< the guest command ended; exitCode or signal says how
        StillRunning, ///< only a pid came back: the command runs on in the guest
        Trouble, ///< no result; `trouble` says why
    };

    State state = State::Trouble;
    int exitCode = -1; ///< of the guest command; −1 when a signal ended it or it has not ended
    int signal = 0; ///< that ended the guest command, 0 when none did
    qint64 pid = 0; ///< in the guest, when StillRunning
    QByteArray out; ///< the guest's bytes, qm's double encoding undone
    QByteArray err;
    bool outTruncated = false; ///< the agent's cap of 16 MiB was hit
    bool errTruncated = false;

    QmTrouble trouble = QmTrouble::Other;
    /// False only where qm says it before it asks the agent for anything.
    /// Most troubles can also come up while qm polls for the result, when the
    /// command has long been started; and a timeout does not tell that nothing ran.
    bool mayHaveRun = true;
    QString message; ///< qm's own words, one line, at most 300 characters, control characters dropped
};

/// Reads what `qm guest exec` wrote and how qm itself ended (−1: not known).
/// qm ends with 0 when the guest command failed, and when it gave up waiting; else with
/// Perl's errno of that moment (2, 29, 111, 255), which says nothing by itself.
/// Never fails: what it cannot make sense of is Trouble::Other that may have run.
QmAnswer parseQmGuestExec(const QByteArray &standardOut, const QByteArray &standardError, int exit);

/// Gives back the guest's bytes: today's qm takes each of them for a Latin-1
/// character and encodes it again (`中` arrives as `ä¸­`). Text with characters
/// beyond U+00FF cannot have come that way and is returned as it is, as is
/// what is not UTF-8 at all. qm up to 7.2 encodes once: text with nothing but Latin-1
/// characters cannot be told apart there, so what has to arrive whole is sent as ASCII.
QByteArray undoDoubleEncoding(const QByteArray &text);

/// The trouble as an error with a cure: kind Unknown when the command may have
/// run, Refused when it certainly has not. Codes: `qm-no-agent`, `qm-vm-stopped`,
/// `qm-agent-silent`, `qm-timeout`, `qm-exec-disabled`, `qm-no-such-vm`,
/// `qm-no-socket`, `qm-result-gone`, `qm-other`, `cluster-down`, and `qm-still-running`.
/// Only for answers that are not Finished.
Error troubleError(const QmAnswer &answer, const QString &where);

} // namespace undock
