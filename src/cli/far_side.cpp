#include "cli/far_side.h"

namespace undock::cli {

Reach &farSide()
{
    return Reach::overSsh();
}

} // namespace undock::cli
