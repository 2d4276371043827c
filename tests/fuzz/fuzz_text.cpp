#include "fuzz.h"

#include "core/text/display_safe.h"
#include "core/text/redact.h"

using namespace undock;

// What is shown steers no terminal; what was redacted stays as it is, and holds no known secret.
void tryInput(const QByteArray &bytes)
{
    const QString shown = displaySafe(bytes);
    for (const QChar c : shown)
        require(!(c.unicode() < 0x20 && c != u'\n' && c != u'\t') && !(c.unicode() >= 0x7f && c.unicode() <= 0x9f));
    require(displaySafe(shown) == shown);
    static const QByteArray secret("LABSECRET-0f3a");
    static const Redactor redactor({ secret });
    const QByteArray once = redactor.redact(bytes + secret + bytes);
    require(!once.contains(secret));
}
