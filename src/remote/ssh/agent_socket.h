#pragma once

// Inner part of the SSH layer.

#include "remote/ssh/socket.h"

namespace undock::remote {

/// A blocking socket to the desk's ssh-agent (SSH_AUTH_SOCK); not open where there is none. Any thread.
Socket connectToAgent();

} // namespace undock::remote
