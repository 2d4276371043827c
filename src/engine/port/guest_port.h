#pragma once

#include "remote/guest/guest_link.h"

namespace undock {

/// What a run asks of its guest. Errors mean what they mean in remote::GuestLink: NotReached was not
/// asked, Unknown may have happened, Refused was said by the guest.
class GuestPort {
public:
    using StartKind = remote::GuestLink::StartKind;

    virtual ~GuestPort() = default;
    virtual Result<remote::JobNews> start(const remote::Chain &chain, qint64 generation, int wait, StartKind kind,
        const std::optional<remote::DeletionGuard> &guard, std::stop_token stop = {})
        = 0;
    virtual Result<remote::JobNews> follow(
        const QString &run, const QString &job, qint64 offset, int wait, int pace, std::stop_token stop = {})
        = 0;
    virtual Result<QByteArray> fetchAll(const QString &run, const QString &job, qint64 most, std::stop_token stop = {})
        = 0;
    virtual Result<remote::RunReport> report(const QString &run, qint64 generation, std::stop_token stop = {}) = 0;
    virtual Result<QList<remote::RunFolder>> runs(std::stop_token stop = {}) = 0;
    virtual Result<QByteArray> readNote(const QString &run, const QString &name, qint64 most, std::stop_token stop = {})
        = 0;
    virtual Done note(const QString &run, const QString &name, const QByteArray &content, std::stop_token stop = {})
        = 0;
    virtual Done leaveNote(
        const QString &run, const QString &name, const QByteArray &content, std::stop_token stop = {})
        = 0;
    virtual Done pause(const QString &run, std::stop_token stop = {}) = 0;
    virtual Done cancel(const QString &run, std::stop_token stop = {}) = 0;
};

} // namespace undock
