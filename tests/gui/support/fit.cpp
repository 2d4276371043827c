#include "support/fit.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QCoreApplication>
#include <QGroupBox>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QStyleOptionComboBox>
#include <QStyleOptionGroupBox>
#include <QTabBar>
#include <QTableView>
#include <QTextDocumentFragment>
#include <QToolTip>
#include <QTreeView>

namespace undock::gui::test {

namespace {

constexpr int beside = 4; ///< what a view leaves free beside a text, at least

/// Whether whoever rests the pointer there reads the whole text.
bool tipTells(QWidget *widget, const QPoint &at, const QString &text)
{
    QToolTip::hideText();
    QHelpEvent event(QEvent::ToolTip, at, widget->mapToGlobal(at));
    QCoreApplication::sendEvent(widget, &event);
    const QString shown = QTextDocumentFragment::fromHtml(QToolTip::text()).toPlainText().simplified();
    QToolTip::hideText();
    return shown.contains(text.simplified());
}

template <class Widget> QList<Widget *> visibleOf(QWidget &window)
{
    QList<Widget *> found;
    for (Widget *widget : window.findChildren<Widget *>()) {
        if (widget->isVisibleTo(&window))
            found << widget;
    }
    return found;
}

QString shortened(const QString &text)
{
    return text.size() > 60 ? text.left(57) + QStringLiteral("…") : text;
}

void cutOffIn(const QAbstractItemView &view, const QModelIndex &index, QStringList &bad)
{
    const QString text = index.data(Qt::DisplayRole).toString();
    const QRect place = view.visualRect(index);
    if (text.isEmpty() || !place.isValid() || !view.viewport()->rect().intersects(place)
        || !index.data(Qt::ToolTipRole).toString().isEmpty())
        return; // a tooltip of the model's own says it
    QFont font = view.font();
    if (const QVariant own = index.data(Qt::FontRole); own.isValid())
        font = qvariant_cast<QFont>(own).resolve(font);
    const QFontMetrics metrics(font);
    const int icon = index.data(Qt::DecorationRole).isValid() ? view.iconSize().width() + beside : 0;
    const int width = place.width() - icon - beside;
    const auto *table = qobject_cast<const QTableView *>(&view);
    const auto *tree = qobject_cast<const QTreeView *>(&view);
    const bool wraps = (table && table->wordWrap()) || (tree && tree->wordWrap());
    const QSize wanted = metrics
                             .boundingRect(QRect(0, 0, wraps ? qMax(1, width) : QWIDGETSIZE_MAX, QWIDGETSIZE_MAX),
                                 wraps ? Qt::TextWordWrap : 0, text)
                             .size();
    if ((wanted.width() > width + 1 || wanted.height() > place.height() + 1)
        && !tipTells(view.viewport(), place.intersected(view.viewport()->rect()).center(), text))
        bad << QStringLiteral("%1: a cell has %2x%3, its text wants %4x%5: %6")
                   .arg(nameOf(&view))
                   .arg(width)
                   .arg(place.height())
                   .arg(wanted.width())
                   .arg(wanted.height())
                   .arg(shortened(text));
}

void cutOffBelow(const QAbstractItemView &view, const QModelIndex &parent, QStringList &bad)
{
    const QAbstractItemModel *model = view.model();
    const auto *tree = qobject_cast<const QTreeView *>(&view);
    for (int row = 0; row < model->rowCount(parent); ++row) {
        for (int column = 0; column < model->columnCount(parent); ++column) {
            const QModelIndex index = model->index(row, column, parent);
            // A delegate of its own draws what it wants, and a first column over all of them has their room.
            if (!view.itemDelegateForColumn(column))
                cutOffIn(view, index, bad);
            if (column == 0 && tree && tree->isExpanded(index))
                cutOffBelow(view, index, bad);
        }
    }
}

} // namespace

bool ofQt(const QWidget *widget)
{
    return widget->objectName().startsWith(QLatin1String("qt_"))
        || widget->objectName().startsWith(QLatin1String("__qt"));
}

QString nameOf(const QWidget *widget)
{
    QStringList path;
    for (const QWidget *w = widget; w; w = w->parentWidget()) {
        if (!w->objectName().isEmpty() && !ofQt(w))
            path.prepend(w->objectName());
        if (w->isWindow())
            break;
    }
    return path.join(QLatin1Char('/'));
}

QStringList misfits(QWidget &window)
{
    QStringList bad;
    const auto tooSmall = [&](const QWidget *widget, const QSize &wanted) {
        if (widget->width() + 1 < wanted.width() || widget->height() + 1 < wanted.height())
            bad << QStringLiteral("does not fit: %1 has %2x%3, wants %4x%5")
                       .arg(nameOf(widget))
                       .arg(widget->width())
                       .arg(widget->height())
                       .arg(wanted.width())
                       .arg(wanted.height());
    };
    for (const QLabel *label : visibleOf<QLabel>(window)) {
        if (label->text().isEmpty() || label->inherits("undock::gui::ElidedLabel"))
            continue;
        if (label->wordWrap())
            tooSmall(label, { 0, label->heightForWidth(label->width()) });
        else
            tooSmall(label, { label->sizeHint().width(), 0 });
    }
    for (const QAbstractButton *button : visibleOf<QAbstractButton>(window)) {
        if (!ofQt(button) && !button->text().isEmpty())
            tooSmall(button, { button->sizeHint().width(), button->sizeHint().height() });
    }
    if (window.width() > 1280 || window.height() > 720)
        bad << QStringLiteral("larger than 1280x720: %1 %2x%3")
                   .arg(nameOf(&window))
                   .arg(window.width())
                   .arg(window.height());
    return bad;
}

QStringList cutOff(QWidget &window)
{
    QStringList bad;
    const auto tooNarrow = [&](QWidget *widget, int has, int wants, const QString &text, const QPoint &at) {
        if (has + 1 < wants && widget->toolTip().isEmpty() && !tipTells(widget, at, text))
            bad << QStringLiteral("%1 has %2, its text wants %3: %4")
                       .arg(nameOf(widget))
                       .arg(has)
                       .arg(wants)
                       .arg(shortened(text));
    };
    for (QAbstractItemView *view : visibleOf<QAbstractItemView>(window)) {
        if (!view->model() || qobject_cast<QHeaderView *>(view))
            continue;
        cutOffBelow(*view, view->rootIndex(), bad);
    }
    for (QHeaderView *header : visibleOf<QHeaderView>(window)) {
        for (int i = 0; header->model() && header->orientation() == Qt::Horizontal && i < header->count(); ++i) {
            const QString text = header->model()->headerData(i, Qt::Horizontal).toString();
            const bool told = !header->model()->headerData(i, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty();
            const QPoint at(header->sectionViewportPosition(i) + header->sectionSize(i) / 2, header->height() / 2);
            if (!header->isSectionHidden(i) && !told && header->viewport()->rect().contains(at))
                tooNarrow(header->viewport(), header->sectionSize(i),
                    header->fontMetrics().horizontalAdvance(text) + beside, text, at);
        }
    }
    for (QTabBar *tabs : visibleOf<QTabBar>(window)) {
        for (int i = 0; i < tabs->count(); ++i) {
            const int icon = tabs->tabIcon(i).isNull() ? 0 : tabs->iconSize().width() + beside;
            if (tabs->tabToolTip(i).isEmpty())
                tooNarrow(tabs, tabs->tabRect(i).width() - icon,
                    tabs->fontMetrics().size(Qt::TextShowMnemonic, tabs->tabText(i)).width(),
                    QString(tabs->tabText(i)).remove(QLatin1Char('&')), tabs->tabRect(i).center());
        }
    }
    for (QComboBox *box : visibleOf<QComboBox>(window)) {
        QStyleOptionComboBox option;
        option.initFrom(box);
        option.editable = box->isEditable();
        const QRect field
            = box->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box);
        tooNarrow(box, field.width(), box->fontMetrics().horizontalAdvance(box->currentText()), box->currentText(),
            box->rect().center());
    }
    for (QGroupBox *group : visibleOf<QGroupBox>(window))
        tooNarrow(group, group->width(), group->fontMetrics().size(Qt::TextShowMnemonic, group->title()).width(),
            group->title(), {});
    for (QLineEdit *line : visibleOf<QLineEdit>(window)) {
        if (line->text().isEmpty() && !line->placeholderText().isEmpty())
            tooNarrow(line, line->width() - 2 * beside, line->fontMetrics().horizontalAdvance(line->placeholderText()),
                line->placeholderText(), {});
    }
    return bad;
}

} // namespace undock::gui::test
