#include "gui/app/webhook_link.h"

#include "core/base/wipe.h"
#include "core/record/words.h"
#include "core/text/phrase.h"
#include "gui/settings/app_settings.h"
#include "gui/settings/webhook_box.h"

namespace undock::gui {

namespace {

QString webhookSetting()
{
    return QStringLiteral("webhook");
}

} // namespace

WebhookLink::WebhookLink(Queue &queue, AppSettings &settings, secrets::SecretStore &keychain, QObject *parent)
    : QObject(parent)
    , m_queue(queue)
    , m_settings(settings)
    , m_keychain(keychain)
{
    begin();
}

QString WebhookLink::language() const
{
    return undock::Words(m_settings.desk().recordLanguage).catalogue();
}

void WebhookLink::begin()
{
    const QString form = m_settings.value(webhookSetting());
    if (form.isEmpty())
        return;
    withAddress({}, [this, form](const Result<QString> &address) {
        if (address)
            begin(form, *address);
        else
            Q_EMIT failed(address.error());
    });
}

void WebhookLink::begin(const QString &form, const QString &address)
{
    m_notifier.reset();
    if (const auto target = WebhookTarget::make(form, address); target)
        m_notifier = std::make_unique<Notifier>(m_queue, *target, language());
    else
        Q_EMIT failed(target.error());
}

void WebhookLink::withAddress(const QString &address, const std::function<void(const Result<QString> &)> &then)
{
    if (!address.isEmpty()) {
        then(address);
        return;
    }
    m_keychain.fetch(secrets::webhookKey(), [then](Result<std::optional<QByteArray>> kept) {
        if (!kept) {
            then(tl::make_unexpected(kept.error()));
        } else if (!*kept) {
            then(fail(Error::Kind::BadInput, QStringLiteral("webhook-not-kept"), phrase("webhook-not-kept"),
                QStringLiteral("webhook"), phrase("cure-webhook-again")));
        } else {
            then(QString::fromUtf8(**kept));
            wipe(**kept);
        }
    });
}

void WebhookLink::keep(const QString &form, const QString &address)
{
    m_settings.setValue(webhookSetting(), form);
    if (form.isEmpty()) {
        m_notifier.reset();
        m_keychain.remove(secrets::webhookKey(), [](const Done &) {});
    } else if (address.isEmpty()) {
        begin();
    } else {
        begin(form, address); // also where no keychain keeps it: until the program ends
        m_keychain.store(secrets::webhookKey(), address.toUtf8(), [this](const Done &stored) {
            if (!stored)
                Q_EMIT failed(stored.error());
        });
    }
}

void WebhookLink::test(const QString &form, const QString &address, WebhookBox *box)
{
    const QPointer<WebhookBox> there(box);
    withAddress(address, [this, form, there](const Result<QString> &known) {
        const auto target = known ? WebhookTarget::make(form, *known) : tl::make_unexpected(known.error());
        if (!target) {
            if (there)
                there->tell(target.error());
            return;
        }
        auto *sender = new WebhookSender(*target, language(), this);
        sender->setPauses({});
        connect(sender, &WebhookSender::settled, this, [sender, there] {
            if (there && sender->delivered() > 0)
                there->tellDelivered();
            else if (there)
                there->tellNotDelivered(sender->whyGivenUp());
            sender->deleteLater();
        });
        sender->send({}); // a notice is a test unless it says otherwise
    });
}

} // namespace undock::gui
