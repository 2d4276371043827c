#include "engine/notify/webhook_target.h"

#include "core/base/json.h"
#include "core/text/phrase.h"

#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QMap>

namespace undock {

namespace {

constexpr qsizetype webhookFileBytes = 4096; // of the file, and so of an address

const QMap<QString, WebhookTarget::Form> &forms()
{
    using Form = WebhookTarget::Form;
    static const QMap<QString, Form> all{ { QStringLiteral("json"), Form::Own },
        { QStringLiteral("dingtalk"), Form::DingTalk }, { QStringLiteral("wecom"), Form::WeCom },
        { QStringLiteral("telegram"), Form::Telegram }, { QStringLiteral("ntfy"), Form::Ntfy } };
    return all;
}

bool isThisMachine(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

} // namespace

WebhookTarget::WebhookTarget(Form form, QUrl address)
    : m_form(form)
    , m_address(std::move(address))
{
}

Result<WebhookTarget> WebhookTarget::make(const QString &form, const QString &address)
{
    const auto known = forms().find(form);
    if (known == forms().end())
        return fail(Error::Kind::BadInput, QStringLiteral("webhook-form"), phrase("webhook-form"),
            QStringLiteral("webhook"), phrase("one-of", { { "values", forms().keys().join(QStringLiteral(", ")) } }));
    const QUrl url(address.trimmed(), QUrl::StrictMode);
    const bool http = url.scheme() == QLatin1String("http");
    if (!url.isValid() || url.host().isEmpty() || address.size() > webhookFileBytes
        || !(http || url.scheme() == QLatin1String("https")))
        return fail(Error::Kind::BadInput, QStringLiteral("webhook-address"), phrase("webhook-address"),
            QStringLiteral("webhook"), phrase("cure-webhook-address"));
    if (http && !isThisMachine(url.host()))
        return fail(Error::Kind::BadInput, QStringLiteral("webhook-plain-http"), phrase("webhook-plain-http"),
            QStringLiteral("webhook"), phrase("cure-webhook-https"));
    return WebhookTarget(*known, url);
}

Result<WebhookTarget> WebhookTarget::fromFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Kind::BadInput, QStringLiteral("file-unreadable"),
            phrase("file-cannot-be-read", { { "path", path } }), QStringLiteral("--notify-file"),
            phrase("cure-readable-file"));
    // Of the open file, so that what is checked is what is read.
    constexpr auto others
        = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    if (file.permissions() & others)
        return fail(Error::Kind::BadInput, QStringLiteral("webhook-file-open"), phrase("webhook-file-open"),
            QStringLiteral("--notify-file"), QString(QStringLiteral("chmod 600 ") + path));
    const Json json = parseJson(file.read(webhookFileBytes + 1), webhookFileBytes);
    if (!json.is_object())
        return fail(Error::Kind::BadInput, QStringLiteral("webhook-file"), phrase("webhook-file"),
            QStringLiteral("--notify-file"), phrase("cure-webhook-file"));
    return make(stringAt(json, "form"), stringAt(json, "address"));
}

} // namespace undock
