#include "gui/records/svg_texts.h"

#include <QFont>
#include <QFontMetricsF>
#include <QPainter>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace undock::gui {

namespace {

QStringList families(const QString &list)
{
    QStringList names = list.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (QString &name : names)
        name = name.trimmed().remove(QLatin1Char('\''));
    return names;
}

} // namespace

SvgTexts::SvgTexts(const QString &svg)
{
    QXmlStreamReader reader(svg);
    QXmlStreamWriter shapes(&m_shapes);
    while (!reader.atEnd()) {
        reader.readNext();
        if (!reader.isStartElement() || reader.name() != QLatin1String("text")) {
            if (reader.isStartElement() && reader.name() == QLatin1String("svg")) {
                m_families = families(reader.attributes().value(QLatin1String("font-family")).toString());
                m_colour = reader.attributes().value(QLatin1String("fill")).toString();
            }
            if (reader.tokenType() != QXmlStreamReader::Invalid)
                shapes.writeCurrentToken(reader);
            continue;
        }
        const QXmlStreamAttributes given = reader.attributes();
        Text text;
        text.x = given.value(QLatin1String("x")).toDouble();
        text.y = given.value(QLatin1String("y")).toDouble();
        text.size = given.value(QLatin1String("font-size")).toDouble();
        text.anchor = given.value(QLatin1String("text-anchor")).toString();
        text.colour
            = given.hasAttribute(QLatin1String("fill")) ? given.value(QLatin1String("fill")).toString() : m_colour;
        text.bold = given.value(QLatin1String("font-weight")) == QLatin1String("bold");
        text.said = reader.readElementText();
        m_texts.push_back(std::move(text));
    }
    if (reader.hasError()) {
        m_texts.clear();
        m_shapes = svg.toUtf8();
    }
}

void SvgTexts::draw(QPainter &painter) const
{
    painter.save();
    for (const Text &text : m_texts) {
        QFont font;
        font.setStyleStrategy(painter.font().styleStrategy());
        font.setFamilies(m_families);
        font.setBold(text.bold);
        // Whole pixels are too coarse for a font in the SVG's own units: it is made ten times as large and scaled back.
        font.setPixelSize(qRound(text.size * finer));
        painter.save();
        painter.translate(text.x, text.y);
        painter.scale(1 / finer, 1 / finer);
        painter.setFont(font);
        painter.setPen(QColor(text.colour));
        const double width = QFontMetricsF(font, painter.device()).horizontalAdvance(text.said);
        const double left = text.anchor == QLatin1String("end") ? -width
            : text.anchor == QLatin1String("middle")            ? -width / 2
                                                                : 0;
        painter.drawText(QPointF(left, 0), text.said);
        painter.restore();
    }
    painter.restore();
}

} // namespace undock::gui
