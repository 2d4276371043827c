#include "engine/notify/webhook_sender.h"

#include <QEventLoop>
#include <QNetworkReply>
#include <QNetworkRequest>

namespace undock {

namespace {

constexpr int webhookTransferMs = 10'000;
constexpr qsizetype webhookAnswerBytes = 64 << 10; // bytes; an answer that goes on is hung up on

} // namespace

WebhookSender::WebhookSender(WebhookTarget target, QString language, QObject *parent)
    : QObject(parent)
    , m_target(std::move(target))
    , m_language(std::move(language))
    , m_pauses{ 2'000, 10'000, 60'000, 300'000 }
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &WebhookSender::next);
}

WebhookSender::~WebhookSender()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
}

void WebhookSender::setPauses(std::vector<int> milliseconds)
{
    m_pauses = std::move(milliseconds);
}

void WebhookSender::send(const OperatorNotice &notice)
{
    m_waiting.push_back(webhookMessage(m_target.form(), notice, m_language, QDateTime::currentDateTimeUtc()));
    if (m_waiting.size() > mostWaiting) {
        m_waiting.erase(m_waiting.begin() + 1); // the first may be on its way
        ++m_givenUp;
        m_why = QStringLiteral("too-many");
    }
    if (!m_reply && !m_pause.isActive())
        next();
}

void WebhookSender::next()
{
    if (m_waiting.empty()) {
        Q_EMIT settled();
        return;
    }
    QNetworkRequest request(m_target.address());
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setTransferTimeout(webhookTransferMs);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("openclaw-undock"));
    request.setHeader(QNetworkRequest::ContentTypeHeader, m_waiting.front().type);
    m_answer.clear();
    m_reply = m_network.post(request, m_waiting.front().body);
    connect(m_reply, &QNetworkReply::readyRead, this, [this] {
        m_answer += m_reply->read(webhookAnswerBytes);
        if (m_answer.size() >= webhookAnswerBytes)
            m_reply->abort();
    });
    connect(m_reply, &QNetworkReply::finished, this, &WebhookSender::ended);
}

void WebhookSender::ended()
{
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->deleteLater();
    if (reply->isOpen() && m_answer.size() < webhookAnswerBytes)
        m_answer += reply->read(webhookAnswerBytes);
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    ++m_tries;
    if (status >= 300 && status < 400)
        giveUp("redirected");
    else if (status == 429 || status >= 500 || status == 0)
        retryOrGiveUp(status ? "refused" : "not-reached");
    else if (status >= 400 || webhookRefused(m_target.form(), m_answer))
        giveUp("refused");
    else {
        ++m_delivered;
        goOn();
    }
}

void WebhookSender::retryOrGiveUp(const char *why)
{
    if (m_finishing && std::exchange(m_onceMore, false))
        next();
    else if (m_finishing || m_tries > m_pauses.size())
        giveUp(why);
    else
        m_pause.start(m_pauses[m_tries - 1]);
}

void WebhookSender::giveUp(const char *why)
{
    ++m_givenUp;
    m_why = QLatin1String(why);
    goOn();
}

void WebhookSender::goOn()
{
    m_tries = 0;
    m_onceMore = false;
    m_waiting.pop_front();
    next();
}

void WebhookSender::finish(int milliseconds)
{
    m_finishing = true;
    m_onceMore = m_reply != nullptr; // what is on its way was not the try that is promised
    if (m_pause.isActive()) {
        m_pause.stop();
        next();
    }
    if (!m_waiting.empty()) {
        QEventLoop loop;
        connect(this, &WebhookSender::settled, &loop, &QEventLoop::quit);
        QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
        loop.exec();
    }
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        std::exchange(m_reply, nullptr)->deleteLater();
    }
    if (!m_waiting.empty()) {
        m_givenUp += static_cast<int>(m_waiting.size());
        m_why = QStringLiteral("late");
        m_waiting.clear();
    }
    m_finishing = false;
}

} // namespace undock
