#include "gui/widgets/stage_strip.h"

#include "gui/queue/job_times.h"
#include "gui/text/code_texts.h"
#include "gui/text/words.h"
#include "gui/widgets/icons.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace undock::gui {

StageStrip::StageStrip(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    show(RunState());
}

void StageStrip::show(const RunState &state)
{
    m_panes.clear();
    QStringList spoken;
    const JobTimes times(state);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (int i = 0; i < migrationStages; ++i) {
        Pane pane;
        pane.stage = static_cast<Stage>(i);
        pane.mark = times.markOf(pane.stage);
        qint64 ran = 0;
        bool any = false;
        QStringList steps;
        for (const JobState &job : state.jobs()) {
            if (job.stage != pane.stage || job.skipped())
                continue;
            any = any || !times.waitsItsTurn(job);
            ran += times.durationMs(job, now);
            steps << QStringLiteral("%1: %2").arg(CodeTexts::step(job.step), Words::mark(times.markOf(job)));
        }
        if (any)
            pane.time = Words::clock(ran);
        pane.tip = (QStringList{ Words::stageLine(pane.stage) } + steps).join(QLatin1Char('\n'));
        spoken << QStringLiteral("%1 %2").arg(stageName(pane.stage), Words::mark(pane.mark));
        m_panes.push_back(pane);
    }
    setAccessibleDescription(spoken.join(QStringLiteral(", ")));
    update();
}

QSize StageStrip::sizeHint() const
{
    return { 9 * 84, 2 * fontMetrics().height() + 26 };
}

QRect StageStrip::rectOf(int position) const
{
    const int gap = 4;
    const int width = (this->width() - gap * (migrationStages - 1)) / migrationStages;
    return { position * (width + gap), 0, width, height() };
}

void StageStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < int(m_panes.size()); ++i) {
        const Pane &pane = m_panes[std::size_t(i)];
        const QRect rect = rectOf(i);
        const bool pending = pane.mark == StageState::Mark::Pending;
        const Tone tone = Words::tone(pane.mark);
        painter.setPen(Qt::NoPen);
        painter.setBrush(pending ? palette().color(QPalette::AlternateBase) : Theme::tint(tone));
        painter.drawRoundedRect(rect, 4, 4);
        if (pane.mark == StageState::Mark::Running) {
            painter.setBrush(Theme::color(tone));
            painter.drawRoundedRect(QRect(rect.left(), rect.bottom() - 2, rect.width(), 3), 1.5, 1.5);
        }
        painter.drawPixmap(rect.left() + 8, rect.top() + 10,
            Icons::pixmap(Words::icon(pane.mark), Theme::color(tone), { 14, 14 }, devicePixelRatioF()));
        QFont bold = font();
        bold.setBold(true);
        painter.setFont(bold);
        painter.setPen(palette().color(pending ? QPalette::PlaceholderText : QPalette::WindowText));
        painter.drawText(QRect(rect.left() + 28, rect.top() + 6, 20, fontMetrics().height() + 4), Qt::AlignVCenter,
            stageName(pane.stage));
        painter.setFont(font());
        painter.setPen(Theme::secondaryText());
        painter.drawText(QRect(rect.left() + 30, rect.top() + 6, rect.width() - 38, fontMetrics().height() + 4),
            Qt::AlignVCenter | Qt::AlignRight, pane.time);
        painter.setPen(palette().color(pending ? QPalette::PlaceholderText : QPalette::WindowText));
        const QRect words(
            rect.left() + 8, rect.top() + fontMetrics().height() + 12, rect.width() - 12, fontMetrics().height() + 2);
        painter.drawText(
            words, Qt::AlignVCenter, fontMetrics().elidedText(Words::stage(pane.stage), Qt::ElideRight, words.width()));
    }
}

bool StageStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        for (int i = 0; i < int(m_panes.size()); ++i) {
            if (rectOf(i).contains(help->pos())) {
                QToolTip::showText(help->globalPos(), m_panes[std::size_t(i)].tip, this);
                return true;
            }
        }
        QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace undock::gui
