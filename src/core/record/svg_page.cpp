#include "core/record/svg_page.h"

#include "core/text/display_safe.h"

#include <QStringList>

#include <algorithm>

namespace undock {

namespace {

/// Nothing that XML may not hold, whoever said it.
QString xmlText(const QString &text)
{
    QString out;
    for (const uint c : displaySafe(text).simplified().toUcs4()) {
        const bool surrogate = c >= 0xd800 && c <= 0xdfff;
        out += surrogate || (c & 0xfffe) == 0xfffe ? QString(QChar::ReplacementCharacter)
                                                   : QString::fromUcs4(reinterpret_cast<const char32_t *>(&c), 1);
    }
    return out.toHtmlEscaped();
}

QString svgNumber(double value)
{
    return QString::number(value, 'f', 1);
}

QString svgColour(SvgPage::Fill fill)
{
    switch (fill) {
    case SvgPage::Fill::Pale:
        return QStringLiteral("#e6ebf0");
    case SvgPage::Fill::Hatched:
        return QStringLiteral("#f6ddd4");
    case SvgPage::Fill::Crossed:
        return QStringLiteral("#fdeccb");
    case SvgPage::Fill::Dotted:
        return QStringLiteral("#ffffff");
    case SvgPage::Fill::Striped:
        return QStringLiteral("#fff3c4");
    case SvgPage::Fill::Solid:
        return QStringLiteral("#1b1f24");
    case SvgPage::Fill::Plain:
        break;
    }
    return QStringLiteral("#bcd3ea");
}

/// From one edge of the box to the other at 45 degrees, going up or down.
QString diagonals(double x, double y, double width, double height, double apart, bool up)
{
    QString path;
    for (double c = apart / 2; c < width + height; c += apart) {
        const double fromX = std::max(0.0, c - height), fromY = std::min(c, height);
        const double toX = std::min(c, width), toY = std::max(0.0, c - width);
        path += QLatin1Char('M') + svgNumber(x + fromX) + QLatin1Char(' ')
            + svgNumber(up ? y + fromY : y + height - fromY) + QLatin1Char('L') + svgNumber(x + toX) + QLatin1Char(' ')
            + svgNumber(up ? y + toY : y + height - toY);
    }
    return path;
}

QString stripes(double x, double y, double width, double height)
{
    QString path;
    for (double at = 4; at < height - 1; at += 6)
        path += QLatin1Char('M') + svgNumber(x) + QLatin1Char(' ') + svgNumber(y + at) + QLatin1Char('H')
            + svgNumber(x + width);
    return path;
}

QString dots(double x, double y, double width, double height)
{
    QString path;
    for (double down = 3; down < height - 3; down += 7) {
        for (double along = 3; along < width - 3; along += 7)
            path += QLatin1Char('M') + svgNumber(x + along) + QLatin1Char(' ') + svgNumber(y + down)
                + QStringLiteral("h3v3h-3z");
    }
    return path;
}

/// Lines of our own: not every viewer (nor Qt's) draws an SVG's patterns.
QString texture(SvgPage::Fill fill, double x, double y, double width, double height)
{
    const QString path = fill == SvgPage::Fill::Hatched ? diagonals(x, y, width, height, 8, true)
        : fill == SvgPage::Fill::Crossed
        ? diagonals(x, y, width, height, 11, true) + diagonals(x, y, width, height, 11, false)
        : fill == SvgPage::Fill::Striped ? stripes(x, y, width, height)
        : fill == SvgPage::Fill::Dotted  ? dots(x, y, width, height)
                                         : QString();
    if (path.isEmpty())
        return {};
    return QStringLiteral("<path d=\"") + path
        + (fill == SvgPage::Fill::Dotted
                ? QStringLiteral("\" fill=\"#1b1f24\"/>\n")
                : QStringLiteral("\" fill=\"none\" stroke=\"#1b1f24\" stroke-width=\"1.8\"/>\n"));
}

/// A CJK character may be followed by a line's end; other words stay whole.
bool mayBreakAfter(const QString &text, qsizetype at)
{
    const QChar c = text[at];
    const bool last = at + 1 >= text.size();
    const bool closes = !last && QStringLiteral("，。；：、）！？,.;:)").contains(text[at + 1]);
    return !closes && (c == QLatin1Char(' ') || (c.unicode() >= 0x2e80 && !c.isSurrogate()));
}

} // namespace

double SvgPage::widthOf(const QString &text, double size)
{
    double width = 0;
    for (const uint c : text.toUcs4()) {
        if (c >= 0x2e80)
            width += 1.02;
        else if ((c >= 'A' && c <= 'Z') || c == 'm' || c == 'w' || c == 'M' || c == 'W' || c > 0x2000)
            width += 0.72;
        else
            width += c == ' ' || c == '.' || c == ',' || c == ':' || c == 'i' || c == 'l' ? 0.32 : 0.57;
    }
    return width * size;
}

QString SvgPage::fitting(const QString &text, double size, double width)
{
    if (widthOf(text, size) <= width)
        return text;
    QString cut = text;
    while (!cut.isEmpty() && widthOf(cut + QChar(0x2026), size) > width)
        cut.chop(cut.back().isLowSurrogate() ? 2 : 1);
    return cut + QChar(0x2026);
}

void SvgPage::text(double x, double y, double size, const QString &text, Anchor anchor, bool bold, bool inverted)
{
    if (text.trimmed().isEmpty())
        return;
    m_body += QStringLiteral("<text x=\"") + svgNumber(x) + QStringLiteral("\" y=\"") + svgNumber(y)
        + QStringLiteral("\" font-size=\"") + svgNumber(size) + QLatin1Char('"')
        + (anchor == Anchor::Middle     ? QStringLiteral(" text-anchor=\"middle\"")
                : anchor == Anchor::End ? QStringLiteral(" text-anchor=\"end\"")
                                        : QString())
        + (bold ? QStringLiteral(" font-weight=\"bold\"") : QString())
        + (inverted ? QStringLiteral(" fill=\"#ffffff\"") : QString()) + QLatin1Char('>') + xmlText(text)
        + QStringLiteral("</text>\n");
}

double SvgPage::paragraph(double y, double size, const QString &text, double indent)
{
    const double width = pageWidth - 2 * margin - indent;
    QString rest = text.simplified();
    while (!rest.isEmpty()) {
        qsizetype fits = 0, breaks = 0;
        double used = 0;
        for (qsizetype at = 0; at < rest.size(); ++at) {
            used += widthOf(rest.mid(at, 1), size);
            if (used > width)
                break;
            fits = at + 1;
            if (mayBreakAfter(rest, at))
                breaks = at + 1;
        }
        const qsizetype take = fits >= rest.size() ? rest.size() : breaks > 0 ? breaks : std::max<qsizetype>(1, fits);
        this->text(margin + indent, y, size, rest.left(take));
        rest = rest.mid(take).trimmed();
        y += size * 1.4;
    }
    return y;
}

void SvgPage::bar(double x, double y, double width, double height, Fill fill, const QString &hint)
{
    width = std::max(2.0, width);
    const QString box = QStringLiteral(" x=\"") + svgNumber(x) + QStringLiteral("\" y=\"") + svgNumber(y)
        + QStringLiteral("\" width=\"") + svgNumber(width) + QStringLiteral("\" height=\"") + svgNumber(height)
        + QLatin1Char('"');
    m_body += (hint.isEmpty() ? QStringLiteral("<g>")
                              : QStringLiteral("<g id=\"bar-%1\"><title>").arg(++m_hinted) + xmlText(hint)
                          + QStringLiteral("</title>"))
        + QStringLiteral("<rect") + box + QStringLiteral(" fill=\"") + svgColour(fill) + QStringLiteral("\"/>\n")
        + texture(fill, x, y, width, height) + QStringLiteral("<rect") + box
        + QStringLiteral(" fill=\"none\" stroke=\"#1b1f24\" stroke-width=\"")
        // The outline of a narrow bar would make it as black as one that failed.
        + (width < 6 ? QStringLiteral("0.4") : QStringLiteral("1")) + QStringLiteral("\"/></g>\n");
}

void SvgPage::line(double x1, double y1, double x2, double y2, const char *style)
{
    m_body += QStringLiteral("<line x1=\"") + svgNumber(x1) + QStringLiteral("\" y1=\"") + svgNumber(y1)
        + QStringLiteral("\" x2=\"") + svgNumber(x2) + QStringLiteral("\" y2=\"") + svgNumber(y2)
        + QStringLiteral("\" stroke=\"#1b1f24\" ") + QLatin1String(style) + QStringLiteral("/>\n");
}

void SvgPage::disc(double x, double y, double radius, const QString &label, bool dark)
{
    m_body += QStringLiteral("<circle cx=\"") + svgNumber(x) + QStringLiteral("\" cy=\"") + svgNumber(y)
        + QStringLiteral("\" r=\"") + svgNumber(radius) + QStringLiteral("\" fill=\"")
        + (dark ? QStringLiteral("#1b1f24") : QStringLiteral("#ffffff"))
        + QStringLiteral("\" stroke=\"#1b1f24\" stroke-width=\"1.5\"/>\n");
    const double size = label.size() > 1 ? radius * 1.2 : radius * 1.45;
    text(x, y + size * 0.36, size, label, Anchor::Middle, true, dark);
}

QString SvgPage::finish(double height, const QString &title, const QString &language) const
{
    const QString size = svgNumber(pageWidth) + QStringLiteral("\" height=\"") + svgNumber(height);
    return QStringLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" xml:lang=\"") + language
        + QStringLiteral("\" viewBox=\"0 0 ") + svgNumber(pageWidth) + QLatin1Char(' ') + svgNumber(height)
        + QStringLiteral("\" width=\"") + size
        + QStringLiteral("\" font-family=\"'Noto Sans CJK SC','Microsoft YaHei','PingFang SC','Noto Sans',sans-serif\" "
                         "fill=\"#1b1f24\" style=\"max-width:100%;height:auto\">\n<title>")
        + xmlText(title) + QStringLiteral("</title>\n") + QStringLiteral("<rect width=\"") + size
        + QStringLiteral("\" fill=\"#ffffff\"/>\n") + m_body + QStringLiteral("</svg>\n");
}

} // namespace undock
