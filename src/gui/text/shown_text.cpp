#include "gui/text/shown_text.h"

#include "core/text/emoji.h"

#include <QGlyphRun>
#include <QGuiApplication>
#include <QHash>
#include <QMutex>
#include <QTextLayout>

namespace undock::gui {

namespace {

/// Whether any font that text falls back on has it; asked once for each.
bool someFontHas(char32_t c)
{
    static QMutex guard;
    static QHash<char32_t, bool> known;
    const QMutexLocker lock(&guard);
    if (const auto found = known.constFind(c); found != known.constEnd())
        return *found;
    QTextLayout layout(QString::fromUcs4(&c, 1), QGuiApplication::font());
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    bool has = true;
    for (const QGlyphRun &run : layout.glyphRuns())
        has = has && !run.glyphIndexes().contains(0U);
    known.insert(c, has);
    return has;
}

} // namespace

QString shownText(const QString &text)
{
    return readableEmoji(text, &someFontHas);
}

} // namespace undock::gui
