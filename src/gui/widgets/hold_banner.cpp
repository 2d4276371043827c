#include "gui/widgets/hold_banner.h"

#include "core/params/field.h"
#include "gui/text/code_texts.h"
#include "gui/widgets/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace undock::gui {

namespace {

QString vmidOf(const Json &hold)
{
    const QString text = stringAt(hold, keyOf(Field::Vmid));
    return text.isEmpty() ? QString::number(intAt(hold, keyOf(Field::Vmid))) : text;
}

} // namespace

HoldBanner::HoldBanner(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_open(new QPushButton(this))
    , m_release(new QPushButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 10, 12, 10);
    row->setSpacing(12);
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    words->addWidget(m_title);
    m_text->setWordWrap(true);
    words->addWidget(m_text);
    row->addLayout(words, 1);
    m_open->setObjectName(QStringLiteral("showHeldVm"));
    m_open->setAutoDefault(false);
    row->addWidget(m_open);
    m_release->setObjectName(QStringLiteral("releaseHold"));
    m_release->setAutoDefault(false);
    row->addWidget(m_release);
    connect(m_release, &QPushButton::clicked, this, [this] {
        if (!m_holds.empty())
            Q_EMIT releaseRequested(stringAt(m_holds.front(), keyOf(Field::Node)), vmidOf(m_holds.front()));
    });
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (!m_holds.empty())
            Q_EMIT showRequested(stringAt(m_holds.front(), keyOf(Field::Node)), vmidOf(m_holds.front()));
    });
    setAccessibleName(QStringLiteral("hold"));
    hide();
}

void HoldBanner::show(const std::vector<Json> &holds)
{
    m_holds = holds;
    retranslate();
    setVisible(!holds.empty());
}

QString HoldBanner::text() const
{
    return m_title->text() + QLatin1Char('\n') + m_text->text();
}

void HoldBanner::retranslate()
{
    m_open->setText(tr("&Show the VM"));
    m_release->setText(tr("Rele&ase…"));
    m_icon->setPixmap(
        Icons::pixmap(QStringLiteral("hold"), Theme::color(Tone::Failed), { 28, 28 }, devicePixelRatioF()));
    if (m_holds.empty())
        return;
    m_title->setText(tr("Docker is not deleted anywhere: %n hold(s) in force.", nullptr, int(m_holds.size())));
    QStringList lines;
    for (const Json &hold : m_holds) {
        QString cause = stringAt(hold, "reason");
        if (stringAt(hold, "kind") == QLatin1String("provisional"))
            cause = tr("its acceptance is under way");
        lines << tr("VM %1 on %2: %3 (%4, %5).")
                     .arg(vmidOf(hold), stringAt(hold, keyOf(Field::Node)), CodeTexts::text(cause, cause),
                         QStringLiteral("%1@%2").arg(stringAt(hold, "holder"), stringAt(hold, "host")),
                         stringAt(hold, "since"));
    }
    lines << tr("It ends when that VM passes its acceptance, or is rolled back and the hold is released with a reason. "
                "All other stages go on.");
    m_text->setText(lines.join(QLatin1Char('\n')));
}

void HoldBanner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void HoldBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::tint(Tone::Failed));
    painter.fillRect(QRect(0, 0, 4, height()), Theme::color(Tone::Failed));
    painter.setPen(Theme::color(Tone::Failed));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace undock::gui
