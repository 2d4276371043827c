#pragma once

#include "cli/options.h"
#include "cli/terminal.h"
#include "engine/notify/notifier.h"

#include <memory>

namespace undock::cli {

/// Sends what happens to the webhook of --notify-file, if one was given. When a command ends, what has not arrived has
/// some seconds more; what does not arrive is told and changes no exit code.
class Messenger {
public:
    Messenger(Queue &queue, Terminal &terminal, const CommonOptions &options);
    ~Messenger();

private:
    std::unique_ptr<Notifier> m_notifier;
    Terminal &m_terminal;
};

/// How many messages were delivered and given up, and why the newest was.
void tellDelivery(Terminal &terminal, const WebhookSender &sender);

/// The language of a webhook's messages: that of the records.
QString messageLanguage(const CommonOptions &options);

} // namespace undock::cli
