#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

class QPainter;

namespace undock::gui {

/// A picture of SvgPage taken apart, so that its text is written into a PDF as text: QSvgRenderer of Qt 6.4 paints text
/// as outlines, which a reader can neither search nor copy.
class SvgTexts {
public:
    /// What cannot be parsed has no texts, and its shapes are as given.
    explicit SvgTexts(const QString &svg);

    /// The SVG without its texts, for QSvgRenderer.
    const QByteArray &shapes() const { return m_shapes; }
    /// Paints the texts in the coordinates of the SVG, which the painter's transformation places on the page; with the
    /// style strategy of the painter's font.
    void draw(QPainter &painter) const;

private:
    struct Text {
        double x = 0, y = 0, size = 0; ///< the start, middle or end of the base line, in units of the SVG
        QString anchor; ///< "middle", "end", or empty for the start
        QString colour;
        bool bold = false;
        QString said;
    };
    static constexpr double finer = 10;
    std::vector<Text> m_texts;
    QStringList m_families; ///< of the whole picture, like m_colour
    QString m_colour;
    QByteArray m_shapes;
};

} // namespace undock::gui
