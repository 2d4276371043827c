#pragma once

#include <QProxyStyle>

namespace undock::gui {

/// Fusion without its gradients: flat controls, hairlines, one accent.
class UndockStyle : public QProxyStyle {
    Q_OBJECT
public:
    UndockStyle();

    using QProxyStyle::polish;
    /// Labels and tooltips show what a guest, a node or a file says: as it stands, never as marks, unless one is made
    /// for marks (Qt::RichText).
    void polish(QWidget *widget) override;

    void drawPrimitive(
        PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    /// What no font can show is told by its number, in labels and in every table.
    void drawItemText(QPainter *painter, const QRect &rect, int flags, const QPalette &palette, bool enabled,
        const QString &text, QPalette::ColorRole role) const override;
    QRect itemTextRect(
        const QFontMetrics &metrics, const QRect &rect, int flags, bool enabled, const QString &text) const override;
    void drawControl(
        ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
        const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    QSize sizeFromContents(
        ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const override;
    int styleHint(
        StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const override;
};

} // namespace undock::gui
