#include "gui/widgets/empty_state.h"

#include "gui/widgets/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace undock::gui {

namespace {

constexpr int textWidth = 560;

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_buttons(new QHBoxLayout)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    m_icon->setAlignment(Qt::AlignCenter);
    column->addWidget(m_icon);
    column->addSpacing(gridStep);
    QFont font = m_title->font();
    font.setPointSizeF(font.pointSizeF() * 1.35);
    font.setBold(true);
    m_title->setFont(font);
    m_title->setAlignment(Qt::AlignCenter);
    column->addWidget(m_title);
    m_text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_text->setWordWrap(true);
    m_text->setFixedWidth(textWidth);
    column->addWidget(m_text, 0, Qt::AlignHCenter);
    column->addSpacing(2 * gridStep);
    m_buttons->addStretch();
    m_buttons->addStretch();
    column->addLayout(m_buttons);
    column->addStretch(3);
}

void EmptyState::setIcon(const QString &name)
{
    m_iconName = name;
    recolour();
}

void EmptyState::setText(const QString &title, const QString &explanation)
{
    m_title->setText(title);
    m_text->setText(explanation);
    // An aligned label in a column is given the height of its size hint, not that of its width.
    m_text->setMinimumHeight(m_text->heightForWidth(textWidth));
}

QPushButton *EmptyState::addButton(const QString &objectName, bool primary)
{
    auto *button = new QPushButton(this);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    button->setDefault(primary);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

void EmptyState::recolour()
{
    m_icon->setPixmap(Icons::pixmap(m_iconName, Theme::color(Tone::Neutral), { 48, 48 }, devicePixelRatioF()));
    QPalette palette = m_text->palette();
    palette.setColor(QPalette::WindowText, Theme::secondaryText());
    m_text->setPalette(palette);
}

void EmptyState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && !m_iconName.isEmpty())
        recolour();
    QWidget::changeEvent(event);
}

} // namespace undock::gui
