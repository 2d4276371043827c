#include "gui/widgets/elided_label.h"

#include "gui/text/shown_text.h"

#include <QPainter>

namespace undock::gui {

ElidedLabel::ElidedLabel(QWidget *parent)
    : QLabel(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

QSize ElidedLabel::minimumSizeHint() const
{
    return { 40, QLabel::minimumSizeHint().height() };
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QString shown = fontMetrics().elidedText(shownText(text()), Qt::ElideRight, contentsRect().width());
    setToolTip(shown == shownText(text()) ? QString() : text());
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(contentsRect(), int(alignment()), shown);
}

} // namespace undock::gui
