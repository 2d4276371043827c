#include "engine/port/linked_guest.h"

namespace undock {

LinkedGuest::LinkedGuest(remote::GuestTransport &transport, Vmid vmid, remote::GuestLib lib, Clock &clock)
    : m_link(transport, vmid, std::move(lib),
        [&clock](std::chrono::milliseconds time, const std::stop_token &stop) { return clock.pause(time, stop); })
{
}

Result<remote::JobNews> LinkedGuest::start(const remote::Chain &chain, qint64 generation, int wait, StartKind kind,
    const std::optional<remote::DeletionGuard> &guard, std::stop_token stop)
{
    return m_link.start(chain, generation, wait, kind, guard, stop);
}

Result<remote::JobNews> LinkedGuest::follow(
    const QString &run, const QString &job, qint64 offset, int wait, int pace, std::stop_token stop)
{
    return m_link.follow(run, job, offset, wait, pace, stop);
}

Result<QByteArray> LinkedGuest::fetchAll(const QString &run, const QString &job, qint64 most, std::stop_token stop)
{
    return m_link.fetchAll(run, job, most, stop);
}

Result<remote::RunReport> LinkedGuest::report(const QString &run, qint64 generation, std::stop_token stop)
{
    return m_link.report(run, generation, stop);
}

Result<QList<remote::RunFolder>> LinkedGuest::runs(std::stop_token stop)
{
    return m_link.runs(stop);
}

Result<QByteArray> LinkedGuest::readNote(const QString &run, const QString &name, qint64 most, std::stop_token stop)
{
    return m_link.readNote(run, name, most, stop);
}

Done LinkedGuest::note(const QString &run, const QString &name, const QByteArray &content, std::stop_token stop)
{
    return m_link.note(run, name, content, stop);
}

Done LinkedGuest::leaveNote(const QString &run, const QString &name, const QByteArray &content, std::stop_token stop)
{
    return m_link.leaveNote(run, name, content, stop);
}

Done LinkedGuest::pause(const QString &run, std::stop_token stop)
{
    return m_link.pause(run, stop);
}

Done LinkedGuest::cancel(const QString &run, std::stop_token stop)
{
    return m_link.cancel(run, stop);
}

} // namespace undock
