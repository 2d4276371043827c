#include "core/text/display_safe.h"

#include <QList>

namespace undock {

namespace {

using Points = QList<uint>;

constexpr uint escape = 0x1b;
constexpr uint bell = 0x07;

bool isControl(uint c)
{
    return c < 0x20 || (c >= 0x7f && c <= 0x9f);
}

/// Characters that change how the text around them is seen, without being seen.
bool isDeceiving(uint c)
{
    const bool bidi
        = c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x206f);
    const bool invisible = c == 0x00ad || c == 0x180e || c == 0x200b || (c >= 0x2060 && c <= 0x2065) || c == 0xfeff
        || c == 0x115f || c == 0x1160 || c == 0x3164 || c == 0xffa0 || (c >= 0xe0000 && c <= 0xe0fff);
    const bool separator = c == 0x2028 || c == 0x2029 || (c >= 0xfff9 && c <= 0xfffb);
    return bidi || invisible || separator;
}

/// Parameters and intermediates up to the final byte. What cannot belong to a sequence ends it.
qsizetype afterCsi(const Points &text, qsizetype at)
{
    while (at < text.size() && text[at] >= 0x20 && text[at] <= 0x3f)
        ++at;
    return at < text.size() && text[at] >= 0x40 && text[at] <= 0x7e ? at + 1 : at;
}

/// Up to the terminator; an unterminated one ends with its line, or it would swallow all that follows.
qsizetype afterString(const Points &text, qsizetype at)
{
    for (; at < text.size(); ++at) {
        if (text[at] == bell || text[at] == 0x9c)
            return at + 1;
        if (text[at] == escape)
            return at + 1 < text.size() && text[at + 1] == '\\' ? at + 2 : at;
        if (text[at] == '\n' || text[at] == '\r')
            return at;
    }
    return at;
}

qsizetype afterEscape(const Points &text, qsizetype at)
{
    if (at >= text.size())
        return at;
    switch (text[at]) {
    case '[':
        return afterCsi(text, at + 1);
    case ']':
    case 'P':
    case 'X':
    case '^':
    case '_':
        return afterString(text, at + 1);
    default:
        break;
    }
    while (at < text.size() && text[at] >= 0x20 && text[at] <= 0x2f)
        ++at;
    return at < text.size() && text[at] >= 0x30 && text[at] <= 0x7e ? at + 1 : at;
}

/// After the sequence or control character at `at`.
qsizetype afterControl(const Points &text, qsizetype at)
{
    switch (text[at]) {
    case escape:
        return afterEscape(text, at + 1);
    case 0x9b:
        return afterCsi(text, at + 1);
    case 0x90:
    case 0x98:
    case 0x9d:
    case 0x9e:
    case 0x9f:
        return afterString(text, at + 1);
    default:
        return at + 1;
    }
}

} // namespace

QString displaySafe(const QByteArray &bytes)
{
    return displaySafe(QString::fromUtf8(bytes));
}

QString displaySafe(const QString &text)
{
    const Points points = text.toUcs4();
    QString result;
    result.reserve(text.size());
    for (qsizetype at = 0; at < points.size();) {
        const uint c = points[at];
        if (c == '\n' || c == '\t') {
            result += QChar(c);
            ++at;
        } else if (c == '\r') {
            ++at;
            if (at >= points.size() || points[at] != '\n')
                result += u'\n';
        } else if (isControl(c)) {
            at = afterControl(points, at);
        } else {
            if (isDeceiving(c))
                result += QStringLiteral("\\u{%1}").arg(c, 4, 16, QLatin1Char('0'));
            else
                result += QStringView(QChar::fromUcs4(c));
            ++at;
        }
    }
    return result;
}

QString displayLine(const QString &text, int most)
{
    QString line = displaySafe(text).simplified();
    if (line.size() <= most)
        return line;
    line.truncate(most - 1);
    if (line.back().isHighSurrogate())
        line.chop(1);
    return line + QChar(0x2026);
}

} // namespace undock
