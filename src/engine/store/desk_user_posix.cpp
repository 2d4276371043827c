#include "engine/store/desk_user.h"

#include <pwd.h>
#include <unistd.h>

namespace undock {

QString loginName()
{
    const passwd *entry = ::getpwuid(::getuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString();
}

bool mayDoAll()
{
    return ::geteuid() == 0;
}

} // namespace undock
