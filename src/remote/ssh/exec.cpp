#include "remote/ssh/exec.h"

#include "core/text/phrase.h"

namespace undock::remote {

Error shellStuck(Error::Kind kind, std::chrono::milliseconds waited, const QString &where)
{
    return { kind, QStringLiteral("login-shell-stuck"),
        phrase("login-shell-stuck", { { "seconds", QString::number(double(waited.count()) / 1000) } }), where,
        phrase("cure-login-shell-stuck") };
}

} // namespace undock::remote
