#include "cli/messenger.h"

#include "core/record/words.h"

namespace undock::cli {

namespace {

constexpr int lastMs = 10'000; // what a command waits at its end

} // namespace

QString messageLanguage(const CommonOptions &options)
{
    return Words(options.desk.recordLanguage).catalogue();
}

void tellDelivery(Terminal &terminal, const WebhookSender &sender)
{
    Json object{ { "event", "notified" }, { "delivered", sender.delivered() }, { "given_up", sender.givenUp() } };
    QString text = QStringLiteral("webhook: %1 delivered").arg(sender.delivered());
    if (sender.givenUp() > 0) {
        object["why"] = toStd(sender.whyGivenUp());
        text += QStringLiteral(", %1 given up (%2)").arg(sender.givenUp()).arg(sender.whyGivenUp());
    }
    terminal.tell(object, text);
}

Messenger::Messenger(Queue &queue, Terminal &terminal, const CommonOptions &options)
    : m_terminal(terminal)
{
    if (options.webhook)
        m_notifier = std::make_unique<Notifier>(queue, *options.webhook, messageLanguage(options));
}

Messenger::~Messenger()
{
    if (!m_notifier)
        return;
    m_notifier->sender().finish(lastMs);
    if (m_notifier->sender().delivered() + m_notifier->sender().givenUp() > 0)
        tellDelivery(m_terminal, m_notifier->sender());
}

} // namespace undock::cli
