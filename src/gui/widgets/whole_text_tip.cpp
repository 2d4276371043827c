#include "gui/widgets/whole_text_tip.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLineEdit>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QToolTip>

namespace undock::gui {

namespace {

struct WholeText {
    QString text; ///< empty: all of it can be seen
    QRect place;
};

WholeText ofHeader(const QHeaderView &header, const QPoint &at)
{
    const int section = header.logicalIndexAt(at);
    if (section < 0 || !header.model()
        || !header.model()->headerData(section, header.orientation(), Qt::ToolTipRole).toString().isEmpty())
        return {};
    const bool whole = header.sectionSizeHint(section) <= header.sectionSize(section);
    return { whole ? QString() : header.model()->headerData(section, header.orientation()).toString(), {} };
}

WholeText ofView(const QAbstractItemView &view, const QPoint &at)
{
    const QModelIndex index = view.indexAt(at);
    if (!index.isValid() || !index.data(Qt::ToolTipRole).toString().isEmpty())
        return {};
    const QSize wanted = view.sizeHintForIndex(index);
    const QRect place = view.visualRect(index);
    const bool whole = wanted.width() <= place.width() && wanted.height() <= place.height()
        && view.viewport()->rect().contains(place);
    return { whole ? QString() : index.data(Qt::DisplayRole).toString(), place };
}

WholeText ofBox(const QComboBox &box)
{
    QStyleOptionComboBox option;
    option.initFrom(&box);
    option.editable = box.isEditable();
    const QRect field = box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
    const bool whole = box.fontMetrics().horizontalAdvance(box.currentText()) <= field.width();
    return { whole || !box.toolTip().isEmpty() ? QString() : box.currentText(), box.rect() };
}

WholeText ofField(const QLineEdit &field)
{
    constexpr int frame = 8; // on both sides
    const int wanted = field.fontMetrics().horizontalAdvance(field.placeholderText());
    const bool whole = !field.text().isEmpty() || wanted + frame <= field.width() || !field.toolTip().isEmpty();
    return { whole ? QString() : field.placeholderText(), field.rect() };
}

WholeText ofTabs(const QTabBar &tabs, const QPoint &at)
{
    const int tab = tabs.tabAt(at);
    if (tab < 0 || !tabs.tabToolTip(tab).isEmpty())
        return {};
    const int wanted = tabs.fontMetrics().size(Qt::TextShowMnemonic, tabs.tabText(tab)).width();
    const bool whole = wanted <= tabs.tabRect(tab).width() && tabs.rect().contains(tabs.tabRect(tab));
    return { whole ? QString() : tabs.tabText(tab).remove(QLatin1Char('&')), tabs.tabRect(tab) };
}

} // namespace

bool WholeTextTip::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = event->type() == QEvent::ToolTip ? qobject_cast<QWidget *>(watched) : nullptr;
    if (!widget)
        return false;
    const auto *help = static_cast<QHelpEvent *>(event);
    WholeText found;
    if (const auto *header = qobject_cast<QHeaderView *>(widget->parentWidget());
        header && header->viewport() == widget)
        found = ofHeader(*header, help->pos());
    else if (const auto *view = qobject_cast<QAbstractItemView *>(widget->parentWidget());
             view && view->viewport() == widget)
        found = ofView(*view, help->pos());
    else if (const auto *box = qobject_cast<QComboBox *>(widget))
        found = ofBox(*box);
    else if (const auto *field = qobject_cast<QLineEdit *>(widget))
        found = ofField(*field);
    else if (const auto *tabs = qobject_cast<QTabBar *>(widget))
        found = ofTabs(*tabs, help->pos());
    if (found.text.isEmpty())
        return false;
    // As text: what a guest wrote is no markup.
    QToolTip::showText(
        help->globalPos(), QStringLiteral("<p>%1</p>").arg(found.text.toHtmlEscaped()), widget, found.place);
    return true;
}

} // namespace undock::gui
