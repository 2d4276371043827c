#include "gui/widgets/theme.h"

#include "gui/widgets/icons.h"
#include "gui/widgets/undock_style.h"

#include <QApplication>
#include <QWidget>

namespace undock::gui {

namespace {

struct Colors {
    QColor window, base, alternate, text, secondary, button, line, accent, onAccent, tooltip;
};

Colors lightColors()
{
    return { QColor(0xf4f5f7), QColor(0xffffff), QColor(0xf8f9fb), QColor(0x1d2127), QColor(0x626b78), QColor(0xfdfdfe),
        QColor(0xd5d9df), QColor(0x1f66c9), QColor(0xffffff), QColor(0xffffff) };
}

Colors darkColors()
{
    return { QColor(0x22252a), QColor(0x1b1d21), QColor(0x1f2226), QColor(0xe4e7eb), QColor(0x98a1ae), QColor(0x2d3137),
        QColor(0x3b4048), QColor(0x4b8ff0), QColor(0xffffff), QColor(0x2d3137) };
}

QPalette paletteOf(const Colors &c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.base);
    palette.setColor(QPalette::AlternateBase, c.alternate);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::PlaceholderText, c.secondary);
    palette.setColor(QPalette::Button, c.button);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::ToolTipBase, c.tooltip);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::Light, c.base);
    palette.setColor(QPalette::Midlight, c.button);
    palette.setColor(QPalette::Mid, c.line);
    palette.setColor(QPalette::Dark, c.line);
    palette.setColor(QPalette::Shadow, c.line);
    const QColor disabled = c.secondary;
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        palette.setColor(QPalette::Disabled, role, disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.line);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, c.text);
    palette.setColor(QPalette::Disabled, QPalette::Base, c.window);
    palette.setColor(QPalette::Disabled, QPalette::Button, c.window);
    return palette;
}

bool systemIsDark = false;
bool systemAsked = false;
bool darkNow = false;

} // namespace

Theme::Choice Theme::choiceFromName(const QString &name)
{
    if (name == QLatin1String("light"))
        return Choice::Light;
    return name == QLatin1String("dark") ? Choice::Dark : Choice::System;
}

QString Theme::nameOf(Choice choice)
{
    switch (choice) {
    case Choice::Light:
        return QStringLiteral("light");
    case Choice::Dark:
        return QStringLiteral("dark");
    case Choice::System:
        break;
    }
    return QStringLiteral("system");
}

void Theme::apply(QApplication &application, Choice choice)
{
    if (!systemAsked) {
        // Qt 6.4 has no colour scheme to ask for: the palette that the platform gave tells it.
        systemIsDark = application.palette().color(QPalette::Window).lightness() < 128;
        systemAsked = true;
        QApplication::setStyle(new UndockStyle);
    }
    darkNow = choice == Choice::Dark || (choice == Choice::System && systemIsDark);
    Icons::forget();
    QApplication::setPalette(paletteOf(darkNow ? darkColors() : lightColors()));
}

bool Theme::isDark()
{
    return darkNow;
}

QColor Theme::color(Tone tone)
{
    const bool dark = isDark();
    switch (tone) {
    case Tone::Neutral:
        return dark ? QColor(0x7d8694) : QColor(0x8a93a0);
    case Tone::Accent:
        return dark ? QColor(0x5a9bf5) : QColor(0x1f66c9);
    case Tone::Passed:
        return dark ? QColor(0x4fb477) : QColor(0x1f8a4c);
    case Tone::Warning:
        return dark ? QColor(0xe0a030) : QColor(0xb26a00);
    case Tone::Failed:
        return dark ? QColor(0xf0716b) : QColor(0xc62f2f);
    case Tone::Unknown:
        break;
    }
    return dark ? QColor(0xb08cf0) : QColor(0x7446b8);
}

QColor Theme::tint(Tone tone)
{
    const QColor strong = color(tone);
    const QColor base = (isDark() ? darkColors() : lightColors()).window;
    const float share = isDark() ? 0.20F : 0.11F;
    return QColor::fromRgbF(base.redF() * (1 - share) + strong.redF() * share,
        base.greenF() * (1 - share) + strong.greenF() * share, base.blueF() * (1 - share) + strong.blueF() * share);
}

QColor Theme::hairline()
{
    return (isDark() ? darkColors() : lightColors()).line;
}

QColor Theme::secondaryText()
{
    return (isDark() ? darkColors() : lightColors()).secondary;
}

void Theme::makePaper(QWidget &view)
{
    QPalette paper = view.palette();
    paper.setColor(QPalette::Base, Qt::white);
    paper.setColor(QPalette::Text, lightColors().text);
    paper.setColor(QPalette::PlaceholderText, lightColors().secondary);
    view.setPalette(paper);
}

} // namespace undock::gui
