#pragma once

#include "engine/run/prompter.h"

namespace undock::cli {

/// Asks on the controlling terminal; without one every question is declined.
class TerminalPrompter : public Prompter {
public:
    bool trustHost(const QString &host, const QString &fingerprintSha256) override;
    std::optional<QString> secret(const SecretPrompt &prompt) override;
    bool acceptSources(const QString &differences) override;
    /// A plain yes-or-no question; false without a terminal.
    static bool confirm(const QString &question);
};

} // namespace undock::cli
