#include "gui/widgets/notice.h"

#include "gui/widgets/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace undock::gui {

namespace {

QString iconOf(Tone tone)
{
    switch (tone) {
    case Tone::Passed:
        return QStringLiteral("passed");
    case Tone::Warning:
        return QStringLiteral("warning");
    case Tone::Failed:
        return QStringLiteral("failed");
    case Tone::Unknown:
        return QStringLiteral("unknown");
    default:
        return QStringLiteral("info");
    }
}

} // namespace

Notice::Notice(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_label(new QLabel(this))
    , m_details(new QLabel(this))
    , m_fold(new QToolButton(this))
    , m_row(new QHBoxLayout)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(12, 8, 12, 8);
    outer->setSpacing(4);
    m_row->setSpacing(10);
    outer->addLayout(m_row);
    m_row->addWidget(m_icon, 0, Qt::AlignTop);
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::RichText);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    m_label->setSizePolicy(policy);
    m_row->addWidget(m_label, 1);
    m_fold->setObjectName(QStringLiteral("fold"));
    m_fold->setCheckable(true);
    m_fold->setAutoRaise(true);
    m_fold->setText(tr("Details"));
    m_fold->setAccessibleName(tr("Details"));
    m_row->addWidget(m_fold, 0, Qt::AlignTop);
    m_details->setTextFormat(Qt::PlainText);
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    outer->addWidget(m_details);
    m_details->hide();
    connect(m_fold, &QToolButton::toggled, m_details, &QWidget::setVisible);
    QSizePolicy own(QSizePolicy::Preferred, QSizePolicy::Minimum);
    own.setHeightForWidth(true);
    setSizePolicy(own);
    hide();
}

void Notice::say(Tone tone, const QString &title, const QString &text, const QString &details)
{
    m_tone = tone;
    m_text = QStringLiteral("<b>%1</b>").arg(title.toHtmlEscaped());
    if (!text.isEmpty())
        m_text += QStringLiteral("<br/>") + text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br/>"));
    m_label->setText(m_text);
    m_detailsText = details;
    m_details->setText(details);
    m_fold->setVisible(!details.isEmpty());
    m_fold->setChecked(false);
    recolour();
    show();
}

void Notice::say(const ErrorText &error)
{
    QString text = error.safe;
    if (!error.todo.isEmpty())
        text += QLatin1Char('\n') + error.todo;
    say(Tone::Failed, error.what, text, error.details);
}

void Notice::hush()
{
    hide();
    m_text.clear();
}

QPushButton *Notice::addButton(const QString &objectName)
{
    auto *button = new QPushButton(this);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    m_row->addWidget(button, 0, Qt::AlignTop);
    return button;
}

QString Notice::plainText() const
{
    return m_label->text();
}

void Notice::recolour()
{
    m_icon->setPixmap(Icons::pixmap(iconOf(m_tone), Theme::color(m_tone), { 20, 20 }, devicePixelRatioF()));
}

void Notice::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        recolour();
    else if (event->type() == QEvent::LanguageChange) {
        m_fold->setText(tr("Details"));
        m_fold->setAccessibleName(tr("Details"));
    }
    QFrame::changeEvent(event);
}

void Notice::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::tint(m_tone));
    painter.drawRoundedRect(QRectF(rect()), 4, 4);
    painter.setBrush(Theme::color(m_tone));
    painter.drawRect(QRectF(0, 0, 3, height()));
}

} // namespace undock::gui
