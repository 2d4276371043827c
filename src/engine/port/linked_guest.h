#pragma once

#include "engine/port/clock.h"
#include "engine/port/guest_port.h"

namespace undock {

/// A guest behind a real link.
class LinkedGuest : public GuestPort {
public:
    LinkedGuest(remote::GuestTransport &transport, Vmid vmid, remote::GuestLib lib, Clock &clock);

    Result<remote::JobNews> start(const remote::Chain &chain, qint64 generation, int wait, StartKind kind,
        const std::optional<remote::DeletionGuard> &guard, std::stop_token stop) override;
    Result<remote::JobNews> follow(
        const QString &run, const QString &job, qint64 offset, int wait, int pace, std::stop_token stop) override;
    Result<QByteArray> fetchAll(const QString &run, const QString &job, qint64 most, std::stop_token stop) override;
    Result<remote::RunReport> report(const QString &run, qint64 generation, std::stop_token stop) override;
    Result<QList<remote::RunFolder>> runs(std::stop_token stop) override;
    Result<QByteArray> readNote(const QString &run, const QString &name, qint64 most, std::stop_token stop) override;
    Done note(const QString &run, const QString &name, const QByteArray &content, std::stop_token stop) override;
    Done leaveNote(const QString &run, const QString &name, const QByteArray &content, std::stop_token stop) override;
    Done pause(const QString &run, std::stop_token stop) override;
    Done cancel(const QString &run, std::stop_token stop) override;

    remote::GuestLink &link() { return m_link; }

private:
    remote::GuestLink m_link;
};

} // namespace undock
