#include "gui/widgets/undock_style.h"

#include "gui/text/shown_text.h"
#include "gui/widgets/theme.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolBar>

#include <algorithm>

namespace undock::gui {

namespace {

constexpr qreal radius = 4;

void panel(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &line)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(line.isValid() ? QPen(line, 1) : QPen(Qt::NoPen));
    painter->setBrush(fill);
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter->restore();
}

QColor mixed(const QColor &a, const QColor &b, float share)
{
    return QColor::fromRgbF(a.redF() * (1 - share) + b.redF() * share, a.greenF() * (1 - share) + b.greenF() * share,
        a.blueF() * (1 - share) + b.blueF() * share);
}

void drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const QPalette &palette = option->palette;
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hover = enabled && (option->state & QStyle::State_MouseOver);
    const bool focus = enabled && (option->state & QStyle::State_HasFocus);
    const auto *button = qobject_cast<const QPushButton *>(widget);
    // A button marked "danger" deletes something; the primary one is the page's default.
    const bool danger = widget && widget->property("danger").toBool();
    const bool primary = button && enabled && (button->isDefault() || button->property("primary").toBool());
    QColor fill = palette.color(QPalette::Button);
    QColor line = Theme::hairline();
    if (danger && enabled) {
        fill = Theme::isDark() ? Theme::color(Tone::Failed).darker(150) : Theme::color(Tone::Failed);
        line = fill;
    } else if (primary) {
        fill = palette.color(QPalette::Highlight);
        line = fill;
    }
    if (hover)
        fill = primary || danger ? fill.lighter(108) : mixed(fill, palette.color(QPalette::Text), 0.05F);
    if (down)
        fill = primary || danger ? fill.darker(112) : mixed(fill, palette.color(QPalette::Text), 0.12F);
    if (focus && !primary && !danger)
        line = palette.color(QPalette::Highlight);
    panel(painter, option->rect, fill, line);
    if (focus && (primary || danger)) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(QColor(255, 255, 255, 170), 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(2.5, 2.5, -2.5, -2.5), radius - 1, radius - 1);
        painter->restore();
    }
}

void drawToolButton(const QStyleOption *option, QPainter *painter)
{
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool raised = enabled && (option->state & (QStyle::State_MouseOver | QStyle::State_HasFocus));
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    if (!raised && !down)
        return;
    QColor fill = option->palette.color(QPalette::Text);
    fill.setAlphaF(down ? 0.13F : 0.07F);
    const bool focus = option->state & QStyle::State_HasFocus;
    panel(painter, option->rect, fill, focus ? option->palette.color(QPalette::Highlight) : QColor());
}

} // namespace

UndockStyle::UndockStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void UndockStyle::polish(QWidget *widget)
{
    if (auto *label = qobject_cast<QLabel *>(widget); label && label->textFormat() == Qt::AutoText)
        label->setTextFormat(Qt::PlainText);
    QProxyStyle::polish(widget);
}

void UndockStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        drawButton(option, painter, widget);
        return;
    case PE_PanelButtonTool:
        drawToolButton(option, painter);
        return;
    case PE_FrameDefaultButton:
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
    case PE_IndicatorRadioButton: {
        const bool enabled = option->state & State_Enabled;
        const bool on = option->state & (State_On | State_NoChange);
        const bool focus = enabled && (option->state & State_HasFocus);
        const QColor accent
            = option->palette.color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::Highlight);
        QRectF box = QRectF(option->rect);
        const qreal side = std::min({ box.width(), box.height(), qreal(15) });
        box = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
                  .adjusted(0.5, 0.5, -0.5, -0.5);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(on || focus ? accent : Theme::color(Tone::Neutral), 1.2));
        painter->setBrush(on ? accent : option->palette.color(enabled ? QPalette::Base : QPalette::Window));
        if (element == PE_IndicatorRadioButton) {
            painter->drawEllipse(box);
            if (on) {
                painter->setPen(Qt::NoPen);
                painter->setBrush(Qt::white);
                painter->drawEllipse(box.center(), side / 5, side / 5);
            }
        } else {
            painter->drawRoundedRect(box, 3, 3);
            if (on) {
                painter->setPen(QPen(Qt::white, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
                const QPointF check[] = { { box.left() + side * 0.22, box.top() + side * 0.50 },
                    { box.left() + side * 0.41, box.top() + side * 0.68 },
                    { box.left() + side * 0.72, box.top() + side * 0.28 } };
                painter->drawPolyline(check, 3);
            }
        }
        painter->restore();
        return;
    }
    case PE_FrameFocusRect:
        // Rows show focus by their selection; a dotted box in a cell is noise.
        if (qobject_cast<const QAbstractItemView *>(widget))
            return;
        break;
    case PE_FrameGroupBox: {
        painter->save();
        painter->setPen(Theme::hairline());
        painter->drawLine(option->rect.topLeft(), option->rect.topRight());
        painter->restore();
        return;
    }
    case PE_PanelToolBar:
        return;
    case PE_FrameTabWidget:
        painter->save();
        painter->setPen(Theme::hairline());
        painter->drawLine(option->rect.topLeft(), option->rect.topRight());
        painter->restore();
        return;
    case PE_FrameTabBarBase:
        return;
    case PE_FrameStatusBarItem:
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0) {
            const bool enabled = option->state & State_Enabled;
            const bool focus = enabled && (option->state & State_HasFocus);
            const bool wrong = widget && widget->property("wrong").toBool();
            const QColor line = wrong ? Theme::color(Tone::Failed)
                : focus               ? option->palette.color(QPalette::Highlight)
                                      : Theme::hairline();
            panel(painter, option->rect, option->palette.color(enabled ? QPalette::Base : QPalette::Window), line);
            return;
        }
        break;
    case PE_FrameLineEdit:
        // A line edit draws its own frame with its panel; what is left are editable boxes.
        if (!qobject_cast<const QLineEdit *>(widget)) {
            const bool focus = (option->state & State_Enabled) && (option->state & State_HasFocus);
            panel(painter, option->rect,
                option->palette.color((option->state & State_Enabled) ? QPalette::Base : QPalette::Window),
                focus ? option->palette.color(QPalette::Highlight) : Theme::hairline());
        }
        return;
    case PE_Frame:
        if (qobject_cast<const QAbstractScrollArea *>(widget)) {
            const bool focus = option->state & State_HasFocus;
            painter->save();
            painter->setPen(focus && !qobject_cast<const QAbstractItemView *>(widget)
                    ? option->palette.color(QPalette::Highlight)
                    : Theme::hairline());
            painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
            painter->restore();
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void UndockStyle::drawItemText(QPainter *painter, const QRect &rect, int flags, const QPalette &palette, bool enabled,
    const QString &text, QPalette::ColorRole role) const
{
    QProxyStyle::drawItemText(painter, rect, flags, palette, enabled, shownText(text), role);
}

QRect UndockStyle::itemTextRect(
    const QFontMetrics &metrics, const QRect &rect, int flags, bool enabled, const QString &text) const
{
    return QProxyStyle::itemTextRect(metrics, rect, flags, enabled, shownText(text));
}

void UndockStyle::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_ItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            QStyleOptionViewItem copy = *item;
            copy.text = shownText(item->text);
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            const auto *push = qobject_cast<const QPushButton *>(widget);
            const bool enabled = option->state & State_Enabled;
            if (enabled
                && ((push && (push->isDefault() || push->property("primary").toBool()))
                    || (widget && widget->property("danger").toBool()))) {
                QStyleOptionButton copy = *button;
                copy.palette.setColor(QPalette::ButtonText, Qt::white);
                QProxyStyle::drawControl(element, &copy, painter, widget);
                return;
            }
        }
        break;
    case CE_HeaderSection: {
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        painter->save();
        painter->setPen(Theme::hairline());
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        painter->restore();
        return;
    }
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        painter->save();
        painter->setPen(Theme::hairline());
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        painter->restore();
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeader copy = *header;
            copy.palette.setColor(QPalette::ButtonText, Theme::secondaryText());
            copy.palette.setColor(QPalette::WindowText, Theme::secondaryText());
            copy.state &= ~State_On;
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_TabBarTabShape: {
        const bool selected = option->state & State_Selected;
        const bool hover = option->state & State_MouseOver;
        const QRect rect = option->rect;
        if (hover && !selected) {
            QColor fill = option->palette.color(QPalette::Text);
            fill.setAlphaF(0.05F);
            painter->fillRect(rect, fill);
        }
        if (selected)
            painter->fillRect(QRect(rect.left() + 4, rect.bottom() - 1, rect.width() - 8, 2),
                option->palette.color(QPalette::Highlight));
        if (option->state & State_HasFocus)
            panel(painter, rect.adjusted(2, 2, -2, -3), Qt::transparent, option->palette.color(QPalette::Highlight));
        return;
    }
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            QStyleOptionTab copy = *tab;
            if (!(option->state & State_Selected))
                copy.palette.setColor(QPalette::WindowText, Theme::secondaryText());
            copy.state &= ~State_HasFocus;
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_ProgressBarGroove:
        panel(painter, option->rect,
            mixed(option->palette.color(QPalette::Window), option->palette.color(QPalette::Text), 0.09F), {});
        return;
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option)) {
            if (bar->maximum <= bar->minimum)
                break;
            const double share = double(bar->progress - bar->minimum) / double(bar->maximum - bar->minimum);
            QRect rect = option->rect;
            rect.setWidth(std::max(0, int(rect.width() * std::min(1.0, share))));
            if (rect.width() > 1)
                panel(painter, rect, option->palette.color(QPalette::Highlight), {});
            return;
        }
        break;
    case CE_ToolBar:
        return;
    case CE_Splitter: {
        painter->save();
        painter->setPen(Theme::hairline());
        const QRect rect = option->rect;
        if (option->state & State_Horizontal)
            painter->drawLine(rect.center().x(), rect.top(), rect.center().x(), rect.bottom());
        else
            painter->drawLine(rect.left(), rect.center().y(), rect.right(), rect.center().y());
        painter->restore();
        return;
    }
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void UndockStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            painter->fillRect(option->rect, option->palette.color(QPalette::Base));
            if (bar->maximum <= bar->minimum)
                return;
            const QRect slider = subControlRect(control, option, SC_ScrollBarSlider, widget);
            QColor fill = option->palette.color(QPalette::Text);
            const bool active = (option->activeSubControls & SC_ScrollBarSlider) || (option->state & State_Sunken);
            fill.setAlphaF(active ? 0.42F : 0.24F);
            const bool upright = bar->orientation == Qt::Vertical;
            const QRect thumb = upright ? slider.adjusted(3, 1, -3, -1) : slider.adjusted(1, 3, -1, -3);
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(fill);
            const qreal round = (upright ? thumb.width() : thumb.height()) / 2.0;
            painter->drawRoundedRect(thumb, round, round);
            painter->restore();
            return;
        }
    }
    if (control == CC_ComboBox || control == CC_SpinBox) {
        const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        if (control == CC_SpinBox || (combo && combo->editable)) {
            // One frame around the whole, and a quiet arrow.
            const bool enabled = option->state & State_Enabled;
            const bool wrong = widget && widget->property("wrong").toBool();
            panel(painter, option->rect, option->palette.color(enabled ? QPalette::Base : QPalette::Window),
                wrong                                             ? Theme::color(Tone::Failed)
                    : enabled && (option->state & State_HasFocus) ? option->palette.color(QPalette::Highlight)
                                                                  : Theme::hairline());
            const auto arrow = [&](SubControl part, PrimitiveElement shape) {
                QStyleOption place;
                place.palette = option->palette;
                place.state = option->state;
                const QRect rect = subControlRect(control, option, part, widget);
                place.rect = QRect(0, 0, 8, 8);
                place.rect.moveCenter(rect.center());
                drawPrimitive(shape, &place, painter, widget);
            };
            if (control == CC_ComboBox) {
                arrow(SC_ComboBoxArrow, PE_IndicatorArrowDown);
            } else if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
                       spin && spin->buttonSymbols != QAbstractSpinBox::NoButtons) {
                arrow(SC_SpinBoxUp, PE_IndicatorArrowUp);
                arrow(SC_SpinBoxDown, PE_IndicatorArrowDown);
            }
            return;
        }
    }
    if (control == CC_GroupBox) {
        if (const auto *box = qstyleoption_cast<const QStyleOptionGroupBox *>(option)) {
            // A heading with a hairline beside it: the box itself would only add lines.
            const QRect label = subControlRect(control, option, SC_GroupBoxLabel, widget);
            const QRect check = subControlRect(control, option, SC_GroupBoxCheckBox, widget);
            painter->save();
            const bool checkable = box->subControls & SC_GroupBoxCheckBox;
            if (!checkable) {
                QFont font = painter->font();
                font.setBold(true);
                painter->setFont(font);
            }
            painter->setPen(option->palette.color(QPalette::WindowText));
            const int width = painter->fontMetrics().horizontalAdvance(box->text) + 4;
            QRect text = label;
            text.setLeft(checkable ? label.left() : option->rect.left());
            text.setWidth(width);
            painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, box->text);
            painter->setPen(Theme::hairline());
            const int y = text.center().y();
            if (text.right() + 8 < option->rect.right())
                painter->drawLine(text.right() + 8, y, option->rect.right(), y);
            painter->restore();
            if (checkable) {
                QStyleOptionButton indicator;
                indicator.QStyleOption::operator=(*option);
                indicator.rect = check;
                drawPrimitive(PE_IndicatorCheckBox, &indicator, painter, widget);
            }
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int UndockStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return gridStep;
    case PM_ToolBarItemSpacing:
        return gridStep / 4;
    case PM_ToolBarFrameWidth:
        return 0;
    case PM_ToolBarItemMargin:
        return gridStep / 2;
    case PM_SmallIconSize:
        return 16;
    case PM_ToolBarIconSize:
        return 18;
    case PM_TabBarTabHSpace:
        return 2 * gridStep + 4;
    case PM_TabBarTabVSpace:
        return gridStep + 2;
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
        return 0;
    case PM_SplitterWidth:
        return 7;
    case PM_ScrollBarExtent:
        return 12;
    case PM_HeaderMargin:
        return 6;
    case PM_FocusFrameHMargin:
        return 5; // room beside the text in the cells of tables
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QSize UndockStyle::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_PushButton)
        result.setWidth(result.width() + 2 * gridStep);
    if (type == CT_PushButton)
        result.setHeight(std::max(result.height(), option->fontMetrics.height() + 12));
    else if (type == CT_LineEdit || type == CT_ComboBox || type == CT_SpinBox)
        result.setHeight(std::max(result.height(), option->fontMetrics.height() + 10));
    else if (type == CT_ItemViewItem)
        result.setHeight(std::max(result.height(), option->fontMetrics.height() + 8));
    else if (type == CT_HeaderSection)
        result.setHeight(std::max(result.height(), option->fontMetrics.height() + 10));
    return result;
}

int UndockStyle::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_Table_GridLineColor:
        break;
    case SH_UnderlineShortcut:
        return 1;
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_WizardStyle:
        return 1; // QWizard::ModernStyle
    default:
        break;
    }
    return QProxyStyle::styleHint(hint, option, widget, data);
}

} // namespace undock::gui
