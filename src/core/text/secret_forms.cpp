#include "core/text/secret_forms.h"

#include <algorithm>

namespace undock {

namespace {

constexpr qsizetype shortestForm = 4;

/// JSON string contents with \uXXXX for each UTF-16 unit beyond ASCII; `slashes` writes \/.
QByteArray jsonAscii(const QString &text, bool slashes, bool upper)
{
    QByteArray result;
    for (const QChar c : text) {
        const char16_t code = c.unicode();
        if (code == '"' || code == '\\' || (code == '/' && slashes)) {
            result += '\\';
            result += static_cast<char>(code);
        } else if (code < 0x20 || code > 0x7e) {
            const QByteArray hex = QByteArray::number(code, 16).rightJustified(4, '0');
            result += "\\u" + (upper ? hex.toUpper() : hex);
        } else {
            result += static_cast<char>(code);
        }
    }
    return result;
}

/// JSON string contents with all beyond ASCII as it is.
QByteArray jsonPlain(const QByteArray &secret)
{
    QByteArray result;
    for (const char c : secret) {
        if (c == '"' || c == '\\')
            result += '\\';
        result += c;
    }
    return result;
}

/// What base64 makes of the secret when `before` bytes precede it, without the
/// characters that also carry bits of its neighbours.
QByteArray base64Core(const QByteArray &secret, int before, QByteArray::Base64Options options)
{
    const QByteArray encoded = (QByteArray(before, 'x') + secret).toBase64(options | QByteArray::OmitTrailingEquals);
    const qsizetype from = before == 0 ? 0 : before + 1;
    const qsizetype whole = (before + secret.size()) / 3 * 4;
    const qsizetype rest = (before + secret.size()) % 3;
    const qsizetype to = rest == 0 ? whole : whole + rest; // the last character of a rest mixes with what follows
    return encoded.mid(from, to - from);
}

void addUrlForms(QByteArrayList &forms, const QByteArray &secret)
{
    const QByteArray upper = secret.toPercentEncoding();
    QByteArray lower;
    for (qsizetype i = 0; i < upper.size(); ++i) {
        if (upper[i] == '%') {
            lower += upper.mid(i, 3).toLower();
            i += 2;
        } else {
            lower += upper[i];
        }
    }
    forms << upper << lower << QByteArray(upper).replace("%20", "+") << QByteArray(lower).replace("%20", "+");
}

/// As it stands in a phrase (phrase.h), and in a phrase that stands in another or in a check's field.
void addPhraseForms(QByteArrayList &forms, const QByteArray &secret)
{
    QByteArray once;
    for (const char c : secret) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte == 0x7f || c == '%')
            once += '%' + QByteArray::number(byte, 16).rightJustified(2, '0').toUpper();
        else
            once += c;
    }
    if (once.startsWith('@'))
        once.replace(0, 1, "%40");
    if (once != secret)
        forms << once << QByteArray(once).replace("%", "%25");
}

} // namespace

QByteArrayList secretForms(const QByteArray &secret)
{
    QByteArrayList forms{ secret, jsonPlain(secret), secret.toHex(), secret.toHex().toUpper() };
    addPhraseForms(forms, secret);
    const QString text = QString::fromUtf8(secret);
    if (text.toUtf8() == secret) {
        for (const bool slashes : { false, true }) {
            forms << jsonAscii(text, slashes, false) << jsonAscii(text, slashes, true);
        }
        forms << jsonPlain(secret).replace('/', "\\/");
    }
    addUrlForms(forms, secret);
    for (int before = 0; before < 3; ++before) {
        forms << base64Core(secret, before, QByteArray::Base64Encoding)
              << base64Core(secret, before, QByteArray::Base64UrlEncoding);
    }
    forms.removeIf([](const QByteArray &form) { return form.size() < shortestForm; });
    std::sort(forms.begin(), forms.end(),
        [](const QByteArray &a, const QByteArray &b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
    forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
    return forms;
}

} // namespace undock
