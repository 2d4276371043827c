#pragma once

#include <QColor>
#include <QPalette>

class QApplication;
class QWidget;

namespace undock::gui {

/// What a colour stands for. Colours of states are never used for anything
/// else, and never alone: a shape and a word stand beside them.
enum class Tone { Neutral, Accent, Passed, Warning, Failed, Unknown };

/// Light and dark palettes with one accent colour.
class Theme {
public:
    enum class Choice { System, Light, Dark };

    static Choice choiceFromName(const QString &name);
    static QString nameOf(Choice choice);

    /// Sets style and palette of the whole program; can be called at any time.
    static void apply(QApplication &application, Choice choice);
    static bool isDark();

    static QColor color(Tone tone);
    /// A quiet background in the tone's hue, for banners and table cells.
    static QColor tint(Tone tone);
    static QColor hairline();
    static QColor secondaryText();
    /// White with dark text in any theme: what is shown there is what is printed.
    static void makePaper(QWidget &view);
};

/// One step of the grid that distances are multiples of, in device-independent pixels.
inline constexpr int gridStep = 8;

} // namespace undock::gui
