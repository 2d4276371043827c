#include "core/text/redact.h"

#include "core/text/secret_forms.h"
#include "core/text/secret_word.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace undock {

namespace {

// The patterns see the bytes as Latin-1, so that every byte survives. A blank may be a phrase's (phrase.h): %20.
// Possessive repetition (++, *+) keeps them linear on hostile text. Group "keep" stays, the rest goes.

struct Pattern {
    QRegularExpression expression;
    bool wholeMatch; ///< nothing to keep
};

QRegularExpression expression(const QByteArray &pattern)
{
    QRegularExpression result(QString::fromLatin1(pattern), QRegularExpression::CaseInsensitiveOption);
    result.optimize();
    return result;
}

const std::vector<Pattern> &patterns()
{
    static const QByteArray word(secretWord);
    // Not masked: what was masked before, references to variables, and words that are no value.
    static const QByteArray noValue
        = R"((?!\\?["']?(?:\[redacted\]|\$\{|(?:null|true|false|none|unset|missing|absent)\b)))";
    static const QByteArray begin(R"((?:\b|(?<=%20)))"); // of a word
    static const QByteArray doubleQuoted = R"("(?:\\.|[^"\\\r\n])*+"?)";
    static const QByteArray singleQuoted = R"('[^'\r\n]*+'?)";
    static const std::vector<Pattern> list = {
        { expression(R"(-----BEGIN(?:[A-Z0-9 ]|%20){0,40}PRIVATE(?: |%20)KEY-----(?:[^-]|-(?!----END))*+)"
                     R"((?:-----END(?:[A-Z0-9 ]|%20){0,40}PRIVATE(?: |%20)KEY-----)?)"),
            true },
        // Before the names: in "https://token:x@host" the name would take the host with it.
        { expression("(?<keep>" + begin + R"([a-z][a-z0-9+.-]{1,20}://)(?!\[redacted\])[^\s/@"'<>]{1,300}+(?=@))"),
            false },
        // "apiKey": "value", also inside a JSON text that is itself a JSON string (\"apiKey\": \"value\").
        { expression("(?<keep>" + word + R"(s?\\?["'](?:\s|%20){0,8}:(?:\s|%20){0,8})" + noValue + R"(\\?["']))"
              + R"((?:\\[^"']|[^"'\\\r\n]|\\["'](?=[\w ]))++)"),
            false },
        { expression("(?<keep>authorization\\\\?[\"']?(?:\\s|%20){0,4}[:=](?:\\s|%20){0,4}\\\\?[\"']?(?:basic|bearer|"
                     "digest|token)(?:\\s|%20){1,4})"
                     "(?!\\[redacted\\])[^\\s\"',;]++"),
            false },
        { expression("(?<keep>" + begin
              + "(?:bearer|basic)(?:\\s|%20){1,4})(?!\\[redacted\\])(?=[\\w.~+/-]*+[=]|[\\w.~+/-]*?[0-9])"
                "[\\w.~+/=-]{12,}+"),
            false },
        // NAME_TOKEN=value, password: value.
        { expression("(?<keep>" + word
              + "s?(?:\\s|%20){0,4}[=:](?:\\s|%20){0,4}+)(?!(?:basic|bearer|digest|token)(?:\\s|%20))" + noValue
              + "(?:" + doubleQuoted + '|' + singleQuoted + "|[^\\s\"'&,;}\\]]++)"),
            false },
        { expression(begin + R"((?:sk|pk|rk)-[A-Za-z0-9_-]{16,}+)"), true },
        { expression(
              begin + R"((?:gh[pousr]_[A-Za-z0-9]{20,}+|github_pat_[A-Za-z0-9_]{20,}+|glpat-[A-Za-z0-9_-]{16,}+))"),
            true },
        { expression(begin + R"(xox[abeoprs]-[A-Za-z0-9-]{10,}+)"), true },
        { expression(begin + R"((?:AKIA|ASIA)[A-Z0-9]{16}\b)"), true },
        { expression(begin + R"(AIza[A-Za-z0-9_-]{30,}+)"), true },
        { expression(begin + R"([0-9]{8,12}:[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-]))"), true }, // Telegram bots
        { expression(begin + R"(eyJ[A-Za-z0-9_-]{8,}+\.[A-Za-z0-9_-]{8,}+\.[A-Za-z0-9_-]*+)"), true },
    };
    return list;
}

QString mark()
{
    return QString::fromLatin1(redactedMark);
}

void apply(QString &text, const Pattern &pattern)
{
    auto matches = pattern.expression.globalMatch(text);
    if (!matches.hasNext())
        return;
    QString result;
    qsizetype at = 0;
    while (matches.hasNext()) {
        const auto match = matches.next();
        result += text.mid(at, match.capturedStart() - at);
        if (!pattern.wholeMatch)
            result += match.capturedView(QStringLiteral("keep"));
        result += mark();
        at = match.capturedEnd();
    }
    text = result + text.mid(at);
}

} // namespace

Redactor::Redactor(const QByteArrayList &secrets)
{
    for (const QByteArray &secret : secrets) {
        if (secret.size() >= 4)
            m_forms += secretForms(secret);
    }
    std::sort(
        m_forms.begin(), m_forms.end(), [](const QByteArray &a, const QByteArray &b) { return a.size() > b.size(); });
}

QByteArray Redactor::redact(const QByteArray &text) const
{
    QByteArray result = text;
    for (const QByteArray &form : m_forms)
        result.replace(form, redactedMark);
    QString latin1 = QString::fromLatin1(result);
    for (const Pattern &pattern : patterns())
        apply(latin1, pattern);
    return latin1.toLatin1();
}

QString Redactor::redact(const QString &text) const
{
    return QString::fromUtf8(redact(text.toUtf8()));
}

bool isSecretName(QStringView name)
{
    static const QRegularExpression secret(
        QStringLiteral("token|key|secret|passw(?:or)?d|passphrase|pwd|credential|cookie|authorization|bearer|private"),
        QRegularExpression::CaseInsensitiveOption);
    // Counts (maxTokens), hashes and their like, and names in which "key" is but a part of a word.
    static const QRegularExpression harmless(
        QStringLiteral(
            "(?:sha256|hash|digest|count|enabled|mode)$|^keyboard|monkey"
            "|^(?:max|min|context|prompt|completion|input|output|total|used|reserve|soft|hard)\\w*tokens?\\w*$"),
        QRegularExpression::CaseInsensitiveOption);
    const QString subject = name.toString(); // Qt 6.4 matches a view by one name, Qt 6.8 by another
    return secret.match(subject).hasMatch() && !harmless.match(subject).hasMatch();
}

} // namespace undock
