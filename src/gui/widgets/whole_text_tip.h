#pragma once

#include <QObject>

namespace undock::gui {

/// What does not fit in a view's cell, a heading, a tab, a closed box or an empty field stands whole in a tooltip.
/// Installed on the application, it serves every window. A tooltip of the model's or the widget's own wins.
class WholeTextTip : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace undock::gui
