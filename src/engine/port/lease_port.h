#pragma once

#include "remote/node/lease_keeper.h"

namespace undock {

/// The right to work on one VM, as long as this object lives; its card stays until release().
class LeasePort {
public:
    virtual ~LeasePort() = default;
    virtual Result<remote::LeaseGrant> acquire(std::stop_token stop) = 0;
    /// `mayTake`: see LeaseKeeper.
    virtual Done update(const QString &step, remote::LeaseJob job, const QString &jobId, std::stop_token stop,
        std::optional<std::chrono::seconds> mayTake = {})
        = 0;
    virtual Done release(std::stop_token stop) = 0;
    virtual remote::LeaseKeeper::State state() const = 0;
    virtual Error trouble() const = 0;
};

} // namespace undock
