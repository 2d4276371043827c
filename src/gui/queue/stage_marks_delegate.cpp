#include "gui/queue/stage_marks_delegate.h"

#include "gui/queue/queue_model.h"
#include "gui/text/words.h"
#include "gui/widgets/icons.h"

#include <QApplication>
#include <QPainter>
#include <QVariant>

namespace undock::gui {

void StageMarksDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    background.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);

    const bool selected = option.state & QStyle::State_Selected;
    const QColor onSelection = option.palette.color(QPalette::HighlightedText);
    const qreal ratio = painter->device()->devicePixelRatio();
    const QVariantList marks = index.data(QueueModel::MarksRole).toList();
    QRect at(option.rect.left() + 8, option.rect.center().y() - markSize / 2 + 1, markSize, markSize);
    for (const QVariant &value : marks) {
        const auto mark = static_cast<StageState::Mark>(value.toInt());
        QColor color = selected ? onSelection : Theme::color(Words::tone(mark));
        if (mark == StageState::Mark::Pending)
            color.setAlphaF(selected ? 0.7F : 0.6F);
        if (at.right() < option.rect.right())
            painter->drawPixmap(at,
                Icons::pixmap(Words::icon(mark), color, at.size(), ratio,
                    selected ? option.palette.color(QPalette::Highlight) : QColor()));
        at.translate(markSize + markGap, 0);
    }

    const QRect rest(at.left() + 6, option.rect.top(), option.rect.right() - at.left() - 10, option.rect.height());
    if (rest.width() > 20) {
        painter->save();
        painter->setPen(selected ? onSelection : Theme::secondaryText());
        painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
        painter->restore();
    }
}

QSize StageMarksDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize base = QStyledItemDelegate::sizeHint(option, index);
    return { 8 + migrationStages * (markSize + markGap) + option.fontMetrics.horizontalAdvance(QStringLiteral(" 100 %"))
            + 16,
        std::max(base.height(), 26) };
}

} // namespace undock::gui
