#pragma once

#include <QWidget>

namespace undock::gui::test {

/// The object names from the window down, to find a widget by.
QString nameOf(const QWidget *widget);
/// Qt's own part of another widget.
bool ofQt(const QWidget *widget);

/// A line for each label and button whose text does not fit, and for a window larger than the smallest screen.
QStringList misfits(QWidget &window);
/// A line for each text of a view, a heading, a tab, a group or a box that is cut off or elided while no tooltip has
/// it.
QStringList cutOff(QWidget &window);

} // namespace undock::gui::test
