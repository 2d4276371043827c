#pragma once

#include "engine/notify/notifier.h"
#include "secrets/secret_store.h"

#include <QPointer>

namespace undock::gui {

class AppSettings;
class WebhookBox;

/// Keeps the webhook's address in the keychain and the queue's messages going there. Which service it is stands in the
/// settings (`webhook`); the address never does.
class WebhookLink : public QObject {
    Q_OBJECT
public:
    WebhookLink(Queue &queue, AppSettings &settings, secrets::SecretStore &keychain, QObject *parent = nullptr);

    /// Takes what the settings' form says: `form` empty ends the messages and forgets the address, `address` empty
    /// leaves the kept one.
    void keep(const QString &form, const QString &address);
    /// Sends a test message and tells the box how it fared.
    void test(const QString &form, const QString &address, WebhookBox *box);

Q_SIGNALS:
    void failed(const undock::Error &error);

private:
    void begin();
    void begin(const QString &form, const QString &address);
    QString language() const;
    /// The typed address, or the kept one.
    void withAddress(const QString &address, const std::function<void(const Result<QString> &)> &then);

    Queue &m_queue;
    AppSettings &m_settings;
    secrets::SecretStore &m_keychain;
    std::unique_ptr<Notifier> m_notifier;
};

} // namespace undock::gui
