#pragma once

#include "remote/ssh/exec.h"

#include <memory>

namespace undock::remote {

/// The same exchanges with this machine's own shell: for a ledger on the desk, and for tests
/// of the node scripts without a node.
class LocalExec : public Exec {
public:
    Result<ExecResult> exec(
        const QByteArray &command, const QByteArray &input, const ExecLimits &limits, std::stop_token stop) override;

    Result<std::unique_ptr<Conversation>> open(const QByteArray &command);
};

} // namespace undock::remote
