#include "gui/widgets/icons.h"

#include <QApplication>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

#include <optional>

namespace undock::gui {

namespace {

QHash<QString, QPixmap> &drawn()
{
    static QHash<QString, QPixmap> cache;
    return cache;
}

/// Draws at paint time, so that an icon set once follows every change of theme.
class RecolouredIcon : public QIconEngine {
public:
    RecolouredIcon(QString name, std::optional<Tone> tone)
        : m_name(std::move(name))
        , m_tone(tone)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatio() : 1.0;
        painter->drawPixmap(rect, Icons::pixmap(m_name, color(mode), rect.size(), ratio, ground(mode)));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        // `size` is in device pixels here.
        return Icons::pixmap(m_name, color(mode), size, 1.0, ground(mode));
    }
    QIconEngine *clone() const override { return new RecolouredIcon(*this); }
    QString key() const override { return QStringLiteral("undock"); }

private:
    QColor color(QIcon::Mode mode) const
    {
        const QPalette palette = QApplication::palette();
        if (mode == QIcon::Disabled) {
            QColor faint = Theme::secondaryText();
            faint.setAlphaF(0.55F);
            return faint;
        }
        if (mode == QIcon::Selected)
            return palette.color(QPalette::HighlightedText);
        return m_tone ? Theme::color(*m_tone) : palette.color(QPalette::ButtonText);
    }

    /// What a mark lies on: on a selected row its tick would be white in white otherwise.
    static QColor ground(QIcon::Mode mode)
    {
        return mode == QIcon::Selected ? QApplication::palette().color(QPalette::Highlight) : QColor();
    }

    QString m_name;
    std::optional<Tone> m_tone;
};

} // namespace

QIcon Icons::get(const QString &name)
{
    return QIcon(new RecolouredIcon(name, std::nullopt));
}

QIcon Icons::get(const QString &name, Tone tone)
{
    return QIcon(new RecolouredIcon(name, tone));
}

QPixmap Icons::pixmap(const QString &name, const QColor &color, QSize size, qreal ratio, const QColor &ground)
{
    const QString key = QStringLiteral("%1|%2|%3|%4x%5|%6")
                            .arg(name, color.name(QColor::HexArgb), ground.name(QColor::HexArgb))
                            .arg(size.width())
                            .arg(size.height())
                            .arg(ratio);
    if (const auto found = drawn().constFind(key); found != drawn().constEnd())
        return *found;
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    const QColor behind = ground.isValid() ? ground : QApplication::palette().color(QPalette::Base);
    svg.replace("knockout", behind.name().toLatin1());
    QPixmap pixmap(size * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setOpacity(color.alphaF());
    QSvgRenderer(svg).render(&painter, QRectF(QPointF(), QSizeF(size)));
    painter.end();
    drawn().insert(key, pixmap);
    return pixmap;
}

QIcon Icons::application()
{
    return QIcon(QStringLiteral(":/icons/openclaw-undock.svg"));
}

void Icons::forget()
{
    drawn().clear();
}

} // namespace undock::gui
