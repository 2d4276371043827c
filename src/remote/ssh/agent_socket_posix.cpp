#include "remote/ssh/agent_socket.h"

#include <cstring>

#include <sys/socket.h>
#include <sys/un.h>

namespace undock::remote {

Socket connectToAgent()
{
    const QByteArray path = qgetenv("SSH_AUTH_SOCK");
    sockaddr_un address{};
    if (path.isEmpty() || size_t(path.size()) >= sizeof address.sun_path)
        return Socket();
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.constData(), size_t(path.size()));
    Socket socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!socket.isOpen() || ::connect(socket.id(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return Socket();
    return socket;
}

} // namespace undock::remote
