#include "cli/commands/commands.h"
#include "cli/commands/support.h"
#include "cli/messenger.h"
#include "cli/run_watch.h"
#include "core/text/phrase.h"

#include <QEventLoop>
#include <QTimer>

namespace undock::cli {

namespace {

constexpr int testMs = 30'000;

} // namespace

int notifyCommand(const QStringList &arguments)
{
    const Parsed parsed = parse(arguments,
        QStringLiteral(
            "Send a test message to the webhook of --notify-file, and tell whether it arrived. Commands that "
            "take the option send what needs a person, and the figures of a batch, as it happens."));
    if (parsed.exit)
        return *parsed.exit;
    Terminal terminal(parsed.options.json);
    if (!parsed.options.webhook)
        return tellError(terminal,
            { Error::Kind::BadInput, QStringLiteral("field-missing"), phrase("no-webhook-named"),
                QStringLiteral("--notify-file"), phrase("cure-webhook-named") });
    WebhookSender sender(*parsed.options.webhook, messageLanguage(parsed.options));
    sender.setPauses({ 500, 2000 });
    QEventLoop loop;
    QObject::connect(&sender, &WebhookSender::settled, &loop, &QEventLoop::quit);
    QTimer::singleShot(testMs, &loop, &QEventLoop::quit);
    sender.send({}); // a notice is a test unless it says otherwise
    loop.exec();
    sender.finish(0);
    tellDelivery(terminal, sender);
    return sender.delivered() == 1 ? 0 : 1;
}

} // namespace undock::cli
