#pragma once

#include "gui/widgets/theme.h"

#include <QIcon>

namespace undock::gui {

/// The program's own icons: SVG in one weight, drawn in the palette's colours.
class Icons {
public:
    /// In the text colour; disabled in the secondary one. `name` without ".svg".
    static QIcon get(const QString &name);
    static QIcon get(const QString &name, Tone tone);
    /// `ground` shows through what is cut out of a filled mark; invalid: the palette's base.
    static QPixmap pixmap(const QString &name, const QColor &color, QSize size, qreal ratio, const QColor &ground = {});
    static QIcon application();
    /// After a change of theme: what was drawn in the old colours is drawn again.
    static void forget();
};

} // namespace undock::gui
