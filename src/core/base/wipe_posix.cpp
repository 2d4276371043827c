#include "core/base/wipe.h"

#include <string.h>

namespace undock {

void overwrite(void *bytes, std::size_t size)
{
    explicit_bzero(bytes, size);
}

} // namespace undock
