#pragma once

#include <QScreen>
#include <QWidget>

namespace undock::gui {

/// `wanted`, or what this screen has room for with a window's frame around it.
inline QSize fittingSize(const QWidget &window, const QSize &wanted)
{
    return wanted.boundedTo(window.screen()->availableGeometry().size() - QSize(16, 48));
}

} // namespace undock::gui
