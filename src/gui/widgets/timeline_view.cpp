#include "gui/widgets/timeline_view.h"

#include "gui/text/shown_text.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QSvgRenderer>
#include <QToolTip>
#include <QWheelEvent>
#include <QXmlStreamReader>

#include <algorithm>

namespace undock::gui {

namespace {

constexpr double textSize = 0.6; ///< of the picture: at that its small text is as large as the window's own

} // namespace

/// The paper that is scrolled: white also in the dark, as it is printed.
class TimelineView::Sheet : public QWidget {
public:
    using QWidget::QWidget;
    QSvgRenderer picture;

    void showSvg(const QByteArray &svg)
    {
        picture.load(svg);
        m_hints.clear();
        QXmlStreamReader xml(svg);
        QString group;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == QLatin1String("title") && !group.isEmpty())
                m_hints.push_back({ picture.boundsOnElement(group), xml.readElementText() });
            group
                = xml.name() == QLatin1String("g") ? xml.attributes().value(QLatin1String("id")).toString() : QString();
        }
    }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::ToolTip)
            return QWidget::event(event);
        const auto *help = static_cast<QHelpEvent *>(event);
        const double scale = double(picture.defaultSize().width()) / std::max(1, width());
        const auto hint = std::find_if(m_hints.begin(), m_hints.end(),
            [&](const Hint &one) { return one.place.contains(QPointF(help->pos()) * scale); });
        if (hint == m_hints.end())
            QToolTip::hideText();
        else // the names in it are others': plain text
            QToolTip::showText(help->globalPos(), hint->text.toHtmlEscaped(), this);
        return true;
    }
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (picture.isValid())
            picture.render(&painter, QRectF(rect()));
    }

private:
    struct Hint {
        QRectF place; ///< in the picture's own units
        QString text;
    };
    std::vector<Hint> m_hints;
};

TimelineView::TimelineView(QWidget *parent)
    : QScrollArea(parent)
    , m_sheet(new Sheet)
{
    setFrameShape(QFrame::NoFrame);
    setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_sheet->setObjectName(QStringLiteral("sheet"));
    setWidget(m_sheet);
}

void TimelineView::showPicture(const QString &svg)
{
    m_sheet->showSvg(shownText(svg).toUtf8());
    m_sheet->setVisible(m_sheet->picture.isValid());
    fit();
    m_sheet->update();
}

void TimelineView::fit()
{
    const QSize size = m_sheet->picture.defaultSize();
    if (!m_sheet->picture.isValid() || size.isEmpty())
        return;
    const int width = int(std::min(double(viewport()->width()), size.width() * textSize) * m_zoom);
    m_sheet->resize(width, width * size.height() / size.width());
}

void TimelineView::zoomTo(double zoom)
{
    m_zoom = std::clamp(zoom, 0.5, 4.0);
    fit();
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QScrollArea::wheelEvent(event);
        return;
    }
    zoomTo(m_zoom * (event->angleDelta().y() > 0 ? 1.2 : 1 / 1.2));
    event->accept();
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::ZoomIn))
        zoomTo(m_zoom * 1.2);
    else if (event->matches(QKeySequence::ZoomOut))
        zoomTo(m_zoom / 1.2);
    else if (event->key() == Qt::Key_0 && event->modifiers() & Qt::ControlModifier)
        zoomTo(1);
    else
        QScrollArea::keyPressEvent(event);
}

} // namespace undock::gui
