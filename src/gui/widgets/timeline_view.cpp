#include "gui/widgets/timeline_view.h"

#include "gui/text/shown_text.h"

#include <QKeyEvent>
#include <QPainter>
#include <QSvgRenderer>
#include <QWheelEvent>

#include <algorithm>

namespace undock::gui {

/// The paper that is scrolled: white also in the dark, as it is printed.
class TimelineView::Sheet : public QWidget {
public:
    using QWidget::QWidget;
    QSvgRenderer picture;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (picture.isValid())
            picture.render(&painter, QRectF(rect()));
    }
};

TimelineView::TimelineView(QWidget *parent)
    : QScrollArea(parent)
    , m_sheet(new Sheet)
{
    setFrameShape(QFrame::NoFrame);
    setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    setWidget(m_sheet);
}

void TimelineView::showPicture(const QString &svg)
{
    m_sheet->picture.load(shownText(svg).toUtf8());
    m_sheet->setVisible(m_sheet->picture.isValid());
    fit();
    m_sheet->update();
}

void TimelineView::fit()
{
    const QSize size = m_sheet->picture.defaultSize();
    if (!m_sheet->picture.isValid() || size.isEmpty())
        return;
    // Wider than it is drawn, its text would only be larger.
    const int width = int(std::min(viewport()->width(), size.width()) * m_zoom);
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
