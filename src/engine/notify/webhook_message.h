#pragma once

#include "engine/notify/operator_notice.h"
#include "engine/notify/webhook_target.h"

#include <QDateTime>

namespace undock {

/// The body of a POST, and its media type.
struct WebhookMessage {
    QByteArray type, body;
};

/// The notice in the form that the service wants, its text in a language ("en", "zh_CN"). All forms are text: a service
/// that reads marks in a message is told not to.
WebhookMessage webhookMessage(
    WebhookTarget::Form form, const OperatorNotice &notice, const QString &language, const QDateTime &now);

/// Services answer 200 also to what they refuse: whether the body of an answer says so (DingTalk's and WeCom's
/// `errcode`, Telegram's `ok`). An answer that says nothing is a good one.
bool webhookRefused(WebhookTarget::Form form, const QByteArray &answer);

} // namespace undock
