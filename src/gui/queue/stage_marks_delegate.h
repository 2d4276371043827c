#pragma once

#include <QStyledItemDelegate>

namespace undock::gui {

/// Paints the nine stage marks and the percentage. Each state has a shape of
/// its own, so that it is told without its colour.
class StageMarksDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    static constexpr int markSize = 14;
    static constexpr int markGap = 3;
};

} // namespace undock::gui
