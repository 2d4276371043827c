#include "core/text/emoji.h"

#include <QStringList>

namespace undock {

namespace {

constexpr qsizetype mostJoined = 16; ///< real ones have ten at the most

/// Pictures that only fonts made for them have; signs that text fonts have (✓, ⚠) are not among them.
bool isPicture(char32_t c)
{
    return c >= 0x1f000 && c <= 0x1faff;
}

/// Belongs to the picture before it: joiner, choice of form, tint, second half of a flag's letters.
bool goesOn(char32_t c, char32_t before)
{
    const bool letter = c >= 0x1f1e6 && c <= 0x1f1ff, letterBefore = before >= 0x1f1e6 && before <= 0x1f1ff;
    return c == 0x200d || c == 0xfe0f || c == 0xfe0e || (c >= 0x1f3fb && c <= 0x1f3ff) || before == 0x200d
        || (letter && letterBefore);
}

} // namespace

QString readableEmoji(const QString &text, const std::function<bool(char32_t)> &canShow)
{
    bool any = false;
    for (qsizetype at = 0; at + 1 < text.size() && !any; ++at)
        any = text[at].isHighSurrogate() && text[at + 1].isLowSurrogate()
            && isPicture(QChar::surrogateToUcs4(text[at], text[at + 1]));
    if (!any)
        return text;
    const QList<uint> points = text.toUcs4();
    QString shown;
    for (qsizetype at = 0; at < points.size();) {
        const char32_t c = points[at];
        if (!isPicture(c)) {
            shown += QStringView(QChar::fromUcs4(c));
            ++at;
            continue;
        }
        qsizetype end = at + 1;
        while (end < points.size() && end - at < mostJoined && goesOn(points[end], points[end - 1]))
            ++end;
        QStringList numbers;
        bool all = true;
        QString picture;
        for (qsizetype one = at; one < end; ++one) {
            numbers << QString::number(points[one], 16).toUpper();
            all = all && (!isPicture(points[one]) || canShow(points[one]));
            picture += QStringView(QChar::fromUcs4(points[one]));
        }
        shown += all ? picture : QChar(0x2039) + numbers.join(QLatin1Char('-')) + QChar(0x203a);
        at = end;
    }
    return shown;
}

} // namespace undock
