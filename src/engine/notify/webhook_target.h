#pragma once

#include "core/base/result.h"

#include <QUrl>

namespace undock {

/// Where notices go: an address of the operator's, which is a secret (it carries the service's token), and the form
/// that the service wants. Never put into a journal, a log, an error or a command line.
class WebhookTarget {
public:
    enum class Form {
        Own, ///< our own, see docs/cli.md
        DingTalk,
        WeCom,
        Telegram, ///< the address carries `chat_id`, as in .../sendMessage?chat_id=42
        Ntfy,
    };

    /// `form`: json, dingtalk, wecom, telegram or ntfy. The address is https; http only to this machine itself.
    /// Errors: `webhook-form`, `webhook-address`, `webhook-plain-http`. None of them repeats the address.
    static Result<WebhookTarget> make(const QString &form, const QString &address);
    /// From a file `{ "form": "…", "address": "…" }` that only its owner may read.
    /// Errors also: `file-unreadable`, `webhook-file-open` (others may read it), `webhook-file`.
    static Result<WebhookTarget> fromFile(const QString &path);

    Form form() const { return m_form; }
    const QUrl &address() const { return m_address; }

private:
    WebhookTarget(Form form, QUrl address);

    Form m_form;
    QUrl m_address;
};

} // namespace undock
