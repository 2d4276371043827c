#include "remote/guest/guest_answer.h"

#include "core/text/phrase.h"

#include <QCryptographicHash>

#include <array>

namespace undock::remote {
namespace {

using Kind = Error::Kind;

tl::unexpected<Error> broken(const QString &why)
{
    return fail(Kind::Unknown, QStringLiteral("guest-answer-broken"),
        phrase("guest-answer-untrusted", { { "why", why, PhraseValue::Kind::Said } }), QStringLiteral("guest"),
        phrase("cure-ask-guest-nothing-concluded"));
}

std::optional<GuestAnswer::Status> statusOf(QByteArrayView text)
{
    using Status = GuestAnswer::Status;
    static constexpr std::array<std::pair<const char *, Status>, 6> known{ {
        { "ok", Status::Ok },
        { "busy", Status::Busy },
        { "refused", Status::Refused },
        { "missing-pack", Status::MissingPack },
        { "missing-lib", Status::MissingLib },
        { "corrupt", Status::Corrupt },
    } };
    for (const auto &[name, status] : known)
        if (text == name)
            return status;
    return {};
}

/// Plain digits, no sign, no leading zero, at most 18 of them; −1 otherwise.
qint64 plainNumber(QByteArrayView text)
{
    if (text.isEmpty() || text.size() > 18 || (text.size() > 1 && text.front() == '0'))
        return -1;
    qint64 value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

QList<QByteArrayView> words(QByteArrayView line)
{
    QList<QByteArrayView> list;
    qsizetype from = 0;
    for (qsizetype i = 0; i <= line.size(); ++i) {
        if (i == line.size() || line[i] == ' ') {
            list << line.sliced(from, i - from);
            from = i + 1;
        }
    }
    return list;
}

/// Lines of printable ASCII, each ended by a newline, each with a key.
bool takeLines(QByteArrayView payload, GuestAnswer &answer)
{
    while (!payload.isEmpty()) {
        const auto end = payload.indexOf('\n');
        if (end < 1)
            return false;
        const QByteArrayView line = payload.first(end);
        for (const char c : line)
            if (c < ' ' || c > '~')
                return false;
        const auto space = line.indexOf(' ');
        if (space == 0)
            return false;
        const QByteArrayView key = space < 0 ? line : line.first(space);
        const QByteArrayView value = space < 0 ? QByteArrayView() : line.sliced(space + 1);
        answer.lines.append({ key.toByteArray(), value.toByteArray() });
        payload = payload.sliced(end + 1);
    }
    return true;
}

} // namespace

std::optional<GuestAnswer> parsePayload(QByteArrayView payload)
{
    GuestAnswer answer;
    return takeLines(payload, answer) ? std::optional(answer) : std::nullopt;
}

std::optional<QByteArray> strictBase64(QByteArrayView text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text.toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    // Encoding it again catches what the decoder lets pass: missing padding and stray bits.
    if (!decoded || (*decoded).toBase64() != text)
        return {};
    return *decoded;
}

std::optional<QByteArray> GuestAnswer::value(QByteArrayView key) const
{
    for (const auto &[name, content] : lines)
        if (name == key)
            return content;
    return {};
}

QList<QByteArray> GuestAnswer::all(QByteArrayView key) const
{
    QList<QByteArray> found;
    for (const auto &[name, content] : lines)
        if (name == key)
            found << content;
    return found;
}

std::optional<QByteArray> GuestAnswer::decoded(QByteArrayView key) const
{
    const auto text = value(key);
    return text ? strictBase64(*text) : std::nullopt;
}

std::optional<qint64> GuestAnswer::number(QByteArrayView key) const
{
    const auto text = value(key);
    const qint64 found = text ? plainNumber(*text) : -1;
    return found < 0 ? std::nullopt : std::optional(found);
}

QString GuestAnswer::reason() const
{
    QString text = QString::fromUtf8(decoded("reason").value_or(QByteArray()).left(2000));
    for (QChar &c : text)
        if (!c.isPrint())
            c = u' ';
    return text.trimmed();
}

Result<GuestAnswer> parseGuestAnswer(QByteArrayView out, QByteArrayView nonce)
{
    if (out.isEmpty())
        return fail(Kind::Unknown, QStringLiteral("guest-answer-empty"), phrase("guest-answer-empty"),
            QStringLiteral("guest"), phrase("cure-ask-guest-again"));
    const auto lineEnd = out.indexOf('\n');
    if (lineEnd < 0)
        return broken(phrase("answer-first-line-cut"));
    const QList<QByteArrayView> head = words(out.first(lineEnd));
    if (head.size() < 3 || head[0] != "UNDOCK1")
        return broken(phrase("answer-begins-wrong"));
    if (head[1] != nonce)
        return fail(Kind::Unknown, QStringLiteral("guest-answer-foreign"), phrase("guest-answer-foreign"),
            QStringLiteral("guest"), phrase("cure-ask-guest-again"));
    const auto status = statusOf(head[2]);
    if (!status)
        return broken(phrase("answer-status-unknown"));

    GuestAnswer answer;
    answer.status = *status;
    const QByteArrayView rest = out.sliced(lineEnd + 1);
    if (head.size() == 3) {
        // Said by the launcher line, where there is no runtime that could frame an answer.
        if (*status != GuestAnswer::Status::MissingLib || !rest.isEmpty())
            return broken(phrase("answer-no-frame"));
        return answer;
    }
    if (head.size() != 5)
        return broken(phrase("answer-first-line-parts"));

    const qint64 length = plainNumber(head[3]);
    const QByteArray trailer = "UNDOCK1-END " + nonce.toByteArray() + '\n';
    if (length < 0 || rest.size() != length + trailer.size())
        return broken(phrase("answer-length-wrong"));
    const QByteArrayView payload = rest.first(length);
    if (rest.sliced(length) != trailer)
        return broken(phrase("answer-ends-wrong"));
    if (QCryptographicHash::hash(payload.toByteArray(), QCryptographicHash::Sha256).toHex() != head[4])
        return broken(phrase("answer-sum-wrong"));
    if (!takeLines(payload, answer))
        return broken(phrase("answer-content-malformed"));
    return answer;
}

} // namespace undock::remote
