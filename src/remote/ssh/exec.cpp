#include "remote/ssh/exec.h"

namespace undock::remote {

Error shellStuck(Error::Kind kind, std::chrono::milliseconds waited, const QString &where)
{
    return { kind, QStringLiteral("login-shell-stuck"),
        QStringLiteral("The node's login shell did not get to the command within %1 s.").arg(double(waited.count()) / 1000),
        where,
        QStringLiteral("Look at root's .bashrc on the node (for another login: its shell's startup files): something "
                       "in it waits, e.g. for a lock, for input or for a mount. `[ -t 1 ] || return` as its first "
                       "line keeps it from commands. If a plain `ssh` hangs too, look at the node's load.") };
}

} // namespace undock::remote
