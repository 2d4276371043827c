#include "engine/notify/webhook_message.h"

#include "core/base/json.h"

namespace undock {

namespace {

constexpr qsizetype lookedAt = 4096; // bytes that are looked at

Json ownForm(const OperatorNotice &notice, const QString &text, const QDateTime &now)
{
    Json body{ { "program", "openclaw-undock" }, { "version", 1 }, { "time", toStd(now.toUTC().toString(Qt::ISODate)) },
        { "kind", toStd(noticeKindName(notice.kind)) } };
    for (const auto &[name, value] : { std::pair<const char *, QString>{ "vmid", notice.vmid }, { "node", notice.node },
             { "run", notice.run }, { "code", notice.error.code } }) {
        if (!value.isEmpty())
            body[name] = toStd(value);
    }
    body["text"] = toStd(text);
    return body;
}

} // namespace

WebhookMessage webhookMessage(
    WebhookTarget::Form form, const OperatorNotice &notice, const QString &language, const QDateTime &now)
{
    using Form = WebhookTarget::Form;
    const QString text = noticeText(notice, language);
    // Groups of DingTalk take a robot's message only with a word that was agreed on: the program's name is one.
    const std::string named = toStd(QStringLiteral("OpenClaw Undock: ") + text);
    const QByteArray json = "application/json; charset=utf-8";
    switch (form) {
    case Form::DingTalk:
    case Form::WeCom:
        return { json, compactJson({ { "msgtype", "text" }, { "text", { { "content", named } } } }) };
    case Form::Telegram:
        return { json, compactJson({ { "text", named }, { "disable_web_page_preview", true } }) };
    case Form::Ntfy:
        return { "text/plain; charset=utf-8", QByteArray::fromStdString(named) };
    case Form::Own:
        break;
    }
    return { json, compactJson(ownForm(notice, text, now)) };
}

bool webhookRefused(WebhookTarget::Form form, const QByteArray &answer)
{
    using Form = WebhookTarget::Form;
    const Json json = parseJson(answer, lookedAt);
    switch (form) {
    case Form::DingTalk:
    case Form::WeCom:
        return intAt(json, "errcode") != 0;
    case Form::Telegram:
        return !boolAt(json, "ok", true);
    case Form::Own:
    case Form::Ntfy:
        break;
    }
    return false;
}

} // namespace undock
