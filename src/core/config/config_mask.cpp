#include "core/config/config_diff.h"

#include "core/text/redact.h"

#include <QRegularExpression>

namespace undock {

namespace {

bool isReference(const QString &text)
{
    static const QRegularExpression reference(QStringLiteral(R"(\A\$\{[A-Za-z0-9_]+\}\z)"));
    return reference.match(text).hasMatch();
}

/// Masking it would mask half of every text, and tells nothing: "token" as a mode, a port, an address without a login.
bool isPlainWord(const QString &text)
{
    static const QRegularExpression plain(QRegularExpression::anchoredPattern(
        QStringLiteral("[A-Za-z]{0,12}|[0-9.]{0,8}|(?:https?|wss?)://[^@\\s]*|/[\\w./-]*")));
    return plain.match(text).hasMatch();
}

/// Numbers are limits far more often than secrets; only a password may well be one.
bool isPasswordName(const QString &name)
{
    static const QRegularExpression password(
        QStringLiteral("passw|passphrase|pwd|secret|pin$"), QRegularExpression::CaseInsensitiveOption);
    return password.match(name).hasMatch();
}

Json maskedLeaf(const Json &value, const QString &name, bool secret)
{
    static const Redactor redactor;
    if (value.is_string()) {
        const QString text = toQt(value.get_ref<const std::string &>());
        if (text.isEmpty() || isReference(text))
            return value;
        return secret ? std::string(redactedMark) : toStd(redactor.redact(text));
    }
    if (value.is_number() && secret && isPasswordName(name))
        return redactedMark;
    return value;
}

Json masked(const Json &value, const QString &name, bool secret)
{
    if (value.is_object()) {
        Json result = Json::object();
        for (const auto &[key, member] : value.get_ref<const Json::object_t &>()) {
            const QString child = toQt(key);
            result.push_back({ key, masked(member, child, secret || isSecretName(child)) });
        }
        return result;
    }
    if (value.is_array()) {
        Json result = Json::array();
        for (const Json &item : value)
            result.push_back(masked(item, name, secret));
        return result;
    }
    return maskedLeaf(value, name, secret);
}

void gather(const Json &value, bool secret, QStringList &found)
{
    if (value.is_object()) {
        for (const auto &[key, member] : value.get_ref<const Json::object_t &>())
            gather(member, secret || isSecretName(toQt(key)), found);
    } else if (value.is_array()) {
        for (const Json &item : value)
            gather(item, secret, found);
    } else if (value.is_string() && secret) {
        const QString text = toQt(value.get_ref<const std::string &>());
        if (!isReference(text) && !isPlainWord(text) && !found.contains(text))
            found << text;
    }
}

} // namespace

QStringList secretsOfConfig(const Json &value)
{
    QStringList found;
    gather(value, false, found);
    return found;
}

Json maskedConfig(const Json &value)
{
    return masked(value, {}, false);
}

} // namespace undock
