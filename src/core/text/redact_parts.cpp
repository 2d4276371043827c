#include "core/text/redact.h"
#include "core/text/secret_word.h"

#include <QRegularExpression>

#include <algorithm>
#include <cctype>

namespace undock {

namespace {

constexpr qsizetype longestHeld = 64 * 1024; ///< a line that is longer is cut where that harms nothing
constexpr qsizetype longestBlock = 16 * 1024; ///< of a private key
constexpr qsizetype around = 4 * 1024; ///< what is looked at before and behind a cut in a line
constexpr char blockBegin[] = "-----BEGIN ";
constexpr char blockEnd[] = "-----END ";

/// Whether what follows this line may be the value of what it names.
bool namesAValue(const QByteArray &line)
{
    static const QRegularExpression name(QStringLiteral("(?:") + QLatin1String(secretWord)
            + QStringLiteral("s?|basic|bearer|digest)\\\\?[\"']?\\s*[:=]?\\s*\\\\?[\"']?\\s*$"),
        QRegularExpression::CaseInsensitiveOption);
    return line.trimmed().endsWith('\\') || name.match(QString::fromLatin1(line.right(200))).hasMatch();
}

qsizetype lineStart(const QByteArray &text, qsizetype at)
{
    return at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

bool insideCharacter(const QByteArray &text, qsizetype at)
{
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

} // namespace

/// Where a secret begins that may go on beyond `end`; `end` where there is none.
qsizetype Redactor::endsInside(const QByteArray &text, qsizetype end) const
{
    const QByteArray taken = text.left(end);
    if (const qsizetype block = taken.lastIndexOf(blockBegin);
        block >= 0 && end - block < longestBlock && taken.indexOf(blockEnd, block) < 0)
        return block;
    for (const QByteArray &form : m_forms) {
        for (qsizetype length = std::min(form.size() - 1, end); length > 0; --length) {
            if (taken.endsWith(QByteArrayView(form).first(length)))
                return end - length;
        }
    }
    qsizetype words = end; // behind the last word
    while (words > 0 && std::isspace(static_cast<unsigned char>(taken[words - 1])))
        --words;
    const qsizetype last = lineStart(taken, words);
    return words > 0 && namesAValue(taken.mid(last, words - last)) ? last : end;
}

/// Whether the text is redacted alike in two halves and as a whole.
bool Redactor::splitsNothing(const QByteArray &text, qsizetype at) const
{
    const QByteArray before = text.mid(std::max<qsizetype>(0, at - around), std::min(at, around));
    const QByteArray behind = text.mid(at, around);
    return redact(before) + redact(behind) == redact(before + behind);
}

qsizetype Redactor::wholePart(const QByteArray &text) const
{
    qsizetype end = text.lastIndexOf('\n') + 1;
    while (end > 0) {
        const qsizetype begins = endsInside(text, end);
        if (begins == end)
            return end;
        end = lineStart(text, begins);
    }
    if (text.size() < longestHeld)
        return 0;
    // A line without end, or what only looks like a secret: enough stands behind the cut to see what it would part.
    const qsizetype from = text.size() - around;
    for (const bool anywhere : { false, true }) {
        for (qsizetype at = from; at > from - around; --at) {
            const bool gap = std::isspace(static_cast<unsigned char>(text[at - 1])) || text[at - 1] == ',';
            if ((gap || anywhere) && !insideCharacter(text, at) && splitsNothing(text, at))
                return at;
        }
    }
    return from - around;
}

qsizetype Redactor::wholeFrom(const QByteArray &text) const
{
    qsizetype from = 0;
    for (const QByteArray &form : m_forms) {
        for (qsizetype length = std::min(form.size() - 1, text.size()); length > from; --length) {
            if (text.startsWith(QByteArrayView(form).last(length)))
                from = length;
        }
    }
    for (;;) {
        const qsizetype next = text.indexOf('\n', from) + 1;
        if (next == 0)
            return text.size();
        // The beginning of the first line is missing, and with it perhaps the name.
        const QByteArray line = text.mid(from, next - from).trimmed();
        const bool maybeName = line.isEmpty() || line.endsWith('=') || line.endsWith(':') || line.endsWith('"')
            || line.endsWith('\'') || line.endsWith('\\') || namesAValue(line);
        from = next;
        if (!maybeName)
            break;
    }
    const qsizetype block = text.indexOf(blockEnd, from);
    if (block < 0 || block - from > longestBlock)
        return from;
    const qsizetype begins = text.indexOf(blockBegin, from);
    if (begins >= 0 && begins < block)
        return from;
    const qsizetype next = text.indexOf('\n', block) + 1;
    return next > 0 ? next : text.size();
}

} // namespace undock
