#pragma once

#include "core/base/result.h"
#include "engine/run/prompter.h"

namespace undock::cli {

/// Asks on the controlling terminal; without one every question is declined.
class TerminalPrompter : public Prompter {
public:
    bool trustHost(const QString &host, const QString &fingerprintSha256) override;
    std::optional<QString> secret(const SecretPrompt &prompt) override;
    bool acceptSources(const QString &differences) override;
    /// A plain yes-or-no question; false without a terminal. `option`: what answers it on the command line.
    static bool confirm(const QString &question, const QString &option);

    /// From now on every question of this program is declined, and the first one is kept.
    static void neverAsk();
    /// The question that nobody was asked, as bad input: `where` is the option that answers it.
    static std::optional<Error> unanswered();
};

} // namespace undock::cli
