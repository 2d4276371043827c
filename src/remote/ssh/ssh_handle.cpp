#include "remote/ssh/ssh_handle.h"

#include "remote/ssh/socket.h"

#include <algorithm>

namespace undock::remote {

using namespace std::chrono_literals;

SshHandle::~SshHandle()
{
    if (!session)
        return;
    // A socket that it was given libssh leaves open, as somebody else's, and forgets. So it is told of none.
    ssh_options_set(session, SSH_OPTIONS_FD, nullptr);
    if (usable())
        ssh_disconnect(session);
    else
        ssh_silent_disconnect(session); // no farewell to a peer that does not listen
    ssh_free(session);
}

QString SshHandle::lastWords() const
{
    return session ? showable(ssh_get_error(session)) : QString();
}

ChannelHandle::~ChannelHandle()
{
    if (!channel)
        return;
    ssh_remove_channel_callbacks(channel, &callbacks);
    ssh_channel_free(channel);
}

void waitForSocket(const SshHandle &handle, Clock::time_point until)
{
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now());
    const auto slice = std::clamp<std::chrono::milliseconds>(left, 1ms, 250ms);
    SocketWatch watch;
    watch.id = int(ssh_get_fd(handle.session));
    watch.read = true;
    watch.write = (ssh_get_poll_flags(handle.session) & SSH_WRITE_PENDING) != 0;
    waitForSockets(&watch, 1, slice);
}

QString showable(const char *text)
{
    QString line = QString::fromUtf8(text ? text : "").left(500);
    for (QChar &c : line)
        if (!c.isPrint())
            c = u' ';
    return line.trimmed();
}

} // namespace undock::remote
