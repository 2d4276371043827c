#pragma once

#include "engine/notify/webhook_message.h"

#include <QNetworkAccessManager>
#include <QTimer>

#include <deque>
#include <vector>

class QNetworkReply;

namespace undock {

/// Sends notices one after the other, in the thread it lives in, and never holds anything up: send() returns at once.
/// What does not arrive is tried again after pauses that grow, then given up and only counted. Neither the address nor
/// what the other side says reaches a log. Redirects are not followed.
class WebhookSender : public QObject {
    Q_OBJECT
public:
    static constexpr int mostWaiting = 100; ///< notices; beyond it the oldest is given up

    WebhookSender(WebhookTarget target, QString language, QObject *parent = nullptr);
    ~WebhookSender() override;

    /// Milliseconds between tries of one notice; as many tries more as there are pauses. For tests.
    void setPauses(std::vector<int> milliseconds);

    void send(const OperatorNotice &notice);
    /// Runs the event loop until everything was delivered or given up, at most so long; the rest is given up then.
    /// Pauses between tries are not waited for to their end: each notice has one more try.
    void finish(int milliseconds);

    int delivered() const { return m_delivered; }
    int givenUp() const { return m_givenUp; }
    /// Why the newest one was given up: "refused", "redirected", "not-reached", "late", "too-many"; empty for none.
    QString whyGivenUp() const { return m_why; }

Q_SIGNALS:
    /// Nothing is waiting any more.
    void settled();

private:
    void next();
    void ended();
    void giveUp(const char *why);
    void retryOrGiveUp(const char *why);
    void goOn();

    WebhookTarget m_target;
    QString m_language;
    QNetworkAccessManager m_network;
    std::vector<int> m_pauses;
    std::deque<WebhookMessage> m_waiting; ///< the first is the one on its way
    QNetworkReply *m_reply = nullptr;
    QByteArray m_answer;
    QTimer m_pause;
    std::size_t m_tries = 0;
    bool m_finishing = false;
    bool m_onceMore = false;
    int m_delivered = 0, m_givenUp = 0;
    QString m_why;
};

} // namespace undock
