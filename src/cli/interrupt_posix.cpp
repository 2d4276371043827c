#include "cli/interrupt.h"

#include <QSocketNotifier>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace undock::cli {

namespace {

int writeEnd = -1;

/// Nothing but a write is allowed in here.
void tellLoop(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(writeEnd, &byte, 1);
}

} // namespace

void onInterrupt(QObject *owner, std::function<void()> pause)
{
    int ends[2];
    if (writeEnd >= 0 || ::pipe(ends) != 0)
        return;
    for (const int end : ends) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    writeEnd = ends[1];
    auto *notifier = new QSocketNotifier(ends[0], QSocketNotifier::Read, owner);
    QObject::connect(notifier, &QSocketNotifier::activated, owner, [notifier, pause = std::move(pause)] {
        notifier->setEnabled(false);
        pause();
    });
    struct sigaction action = {};
    action.sa_handler = tellLoop;
    action.sa_flags = static_cast<int>(SA_RESETHAND); // the second one ends the program
    ::sigaction(SIGINT, &action, nullptr);
}

} // namespace undock::cli
