#include "core/record/timeline_svg.h"

#include "core/record/svg_page.h"
#include "core/record/time_axis.h"

#include <QRegularExpression>

#include <algorithm>

namespace undock {

namespace {

using Fill = SvgPage::Fill;
using Anchor = SvgPage::Anchor;

constexpr double plotLeft = SvgPage::margin, plotRight = SvgPage::pageWidth - SvgPage::margin;
constexpr double barHeight = 22, discRadius = 13;
constexpr size_t mostTroubles = 12; ///< of the newest, in a picture

Fill fillOfStep(const TimelineStep &step)
{
    if (step.open || step.verdict == Verdict::Unknown)
        return Fill::Dotted;
    return step.verdict == Verdict::Failed ? Fill::Solid
        : step.verdict == Verdict::Warning ? Fill::Striped
                                           : Fill::Plain;
}

Fill fillOfSpan(TimelineSpan::Kind kind)
{
    switch (kind) {
    case TimelineSpan::Kind::GatewayDown:
        return Fill::Hatched;
    case TimelineSpan::Kind::PanelDown:
        return Fill::Crossed;
    case TimelineSpan::Kind::LinkLost:
        return Fill::Dotted;
    case TimelineSpan::Kind::Paused:
        break;
    }
    return Fill::Pale;
}

/// Dark where something was stopped, went wrong or is gone for good.
bool isDark(TimelineMoment::Kind kind)
{
    using Kind = TimelineMoment::Kind;
    return kind == Kind::Stop || kind == Kind::AcceptanceFailed || kind == Kind::Deletion || kind == Kind::Trouble;
}

QString lengthOf(const TimelineSpan &span, const RunStory &words)
{
    return words.duration(span.from.msecsTo(span.to)) + (span.open ? words.t()("still-going-on") : QString())
        + (span.measured ? QString() : words.t()("by-the-steps-times"));
}

QString resultOf(const TimelineStep &step, const Words &t)
{
    QString text;
    if (step.retried)
        text = t("try").arg(step.attempt);
    else if (step.attempt > 1)
        text = t("again");
    const QString verdict = step.open      ? t("not-ended")
        : step.verdict == Verdict::Failed  ? t("failed")
        : step.verdict == Verdict::Warning ? t("warning")
        : step.verdict == Verdict::Unknown ? t("unknown")
                                           : QString();
    if (!verdict.isEmpty())
        text += (text.isEmpty() ? QString() : t("comma")) + verdict;
    return text;
}

std::vector<TimeAxis::Busy> busyOf(const Timeline &line)
{
    std::vector<TimeAxis::Busy> busy{ { line.from, line.from }, { line.to, line.to } };
    for (const TimelineStep &step : line.steps)
        busy.push_back({ step.from, step.to });
    for (const TimelineMoment &moment : line.moments)
        busy.push_back({ moment.at, moment.at });
    // An outage of days has a beginning and an end; what lies between may be cut.
    for (const TimelineSpan &span : line.spans) {
        busy.push_back({ span.from, span.from });
        busy.push_back({ span.to, span.to });
    }
    return busy;
}

/// The newest troubles only: a node that stayed away for a night is no reason for a picture of a metre.
std::vector<TimelineMoment> momentsShown(const Timeline &line)
{
    std::vector<TimelineMoment> shown;
    size_t troubles = 0;
    for (auto moment = line.moments.rbegin(); moment != line.moments.rend(); ++moment) {
        if (moment->kind != TimelineMoment::Kind::Trouble || ++troubles <= mostTroubles)
            shown.push_back(*moment);
    }
    std::reverse(shown.begin(), shown.end());
    return shown;
}

/// One picture, from top to bottom.
class Drawing {
public:
    explicit Drawing(const RunStory &words)
        : m_words(words)
    {
    }

    void heading(const QString &title, const QStringList &below)
    {
        m_y = SvgPage::margin + SvgPage::large;
        m_page.text(plotLeft, m_y, SvgPage::large, SvgPage::fitting(title, SvgPage::large, plotRight - plotLeft),
            Anchor::Start, true);
        m_y += SvgPage::large * 1.3;
        for (const QString &line : below)
            m_y = m_page.paragraph(m_y, SvgPage::normal, line);
    }

    void axis(std::vector<TimeAxis::Busy> busy)
    {
        m_axis.emplace(std::move(busy), plotLeft, plotRight);
        const double label = SvgPage::widthOf(QStringLiteral("00:00:00"), SvgPage::small);
        const QTimeZone &zone = m_words.zone();
        QDate day;
        m_y += SvgPage::small;
        m_axisTop = m_y + 6;
        double free = plotLeft - 1;
        for (const TimeAxis::Tick &tick : m_axis->ticks(zone, label)) {
            const double x = std::clamp(tick.x, plotLeft + label / 2, plotRight - label / 2);
            // Drawn back from the page's end it would lie on the one before; that moment has its time below.
            if (x - label / 2 < free)
                continue;
            free = x + label / 2;
            const bool newDay = tick.at.date() != day;
            day = tick.at.date();
            m_page.text(x, m_y, SvgPage::small,
                tick.at.toString(tick.seconds ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm")), Anchor::Middle);
            if (newDay)
                m_page.text(x, m_y + SvgPage::small * 1.35, SvgPage::small, tick.at.toString(QStringLiteral("MM-dd")),
                    Anchor::Middle);
            m_page.line(tick.x, m_axisTop - 2, tick.x, m_axisTop + 6);
        }
        m_page.line(plotLeft, m_axisTop + 2, plotRight, m_axisTop + 2);
        m_y += SvgPage::small * 1.35;
        // What was cut out stands below, where there is room for it.
        free = plotLeft;
        m_y += SvgPage::small * 1.2;
        for (const TimeAxis::Cut &cut : m_axis->cuts()) {
            const double middle = cut.x + cut.width / 2;
            for (const double at : { middle - 3, middle + 3 })
                m_page.line(at - 3, m_axisTop + 9, at + 3, m_axisTop - 5, "stroke-width=\"1.6\"");
            const QString text = QStringLiteral("… ") + m_words.duration(cut.ms);
            const double half = SvgPage::widthOf(text, SvgPage::small) / 2;
            const double x = std::clamp(middle, plotLeft + half, plotRight - half);
            if (x - half >= free) {
                m_page.text(x, m_y, SvgPage::small, text, Anchor::Middle);
                free = x + half + 10;
            }
        }
        m_y += 12;
    }

    double x(const QDateTime &at) const { return m_axis->x(at); }

    /// Numbered discs where something happened; several at one place stand under each other.
    void moments(const std::vector<TimelineMoment> &all)
    {
        std::vector<double> free; // of each row, up to where it is taken
        const double top = m_y + discRadius;
        for (size_t n = 0; n < all.size(); ++n) {
            const double at = std::clamp(x(all[n].at), plotLeft + discRadius, plotRight - discRadius);
            size_t row = 0;
            while (row < free.size() && at - discRadius < free[row])
                ++row;
            if (row == free.size())
                free.push_back(0);
            free[row] = at + discRadius + 2;
            m_discs.push_back({ at, top + double(row) * (discRadius * 2 + 4), x(all[n].at) });
        }
        m_y = top + double(free.empty() ? 0 : free.size() - 1) * (discRadius * 2 + 4) + discRadius + 10;
        m_moments = all;
    }

    void row(const QString &label, const QString &length)
    {
        m_y += SvgPage::normal;
        const double room = plotRight - plotLeft - SvgPage::widthOf(length, SvgPage::normal) - 16;
        m_page.text(
            plotLeft, m_y, SvgPage::normal, SvgPage::fitting(label, SvgPage::normal, room), Anchor::Start, true);
        m_page.text(plotRight, m_y, SvgPage::normal, length, Anchor::End);
        m_y += 8;
        m_bands.push_back(m_y);
    }
    void bar(const QDateTime &from, const QDateTime &to, Fill fill, const QString &hint, double height = barHeight)
    {
        m_page.bar(x(from), m_y, x(to) - x(from), height, fill, hint);
    }
    void line(const QDateTime &from, const QDateTime &to)
    {
        m_page.line(x(from), m_y + barHeight / 2, x(to), m_y + barHeight / 2, "stroke-dasharray=\"2 4\"");
    }
    void down(double by) { m_y += by; }
    void small(const QString &text, const QString &end, bool bold = false)
    {
        m_y += SvgPage::small;
        const double room = plotRight - plotLeft - 14 - SvgPage::widthOf(end, SvgPage::small) - 12;
        m_page.text(
            plotLeft + 14, m_y, SvgPage::small, SvgPage::fitting(text, SvgPage::small, room), Anchor::Start, bold);
        m_page.text(plotRight, m_y, SvgPage::small, end, Anchor::End, bold);
        m_y += SvgPage::small * 0.35;
    }

    /// The discs with their lines through the bars, then what they stand for.
    void momentsAndTheirWords()
    {
        // Beside the bars only: through words they would be in the way of reading.
        for (const Disc &disc : m_discs) {
            for (const double top : m_bands)
                m_page.line(disc.exact, top - 4, disc.exact, top + barHeight + 4, "stroke-dasharray=\"4 3\"");
        }
        for (size_t n = 0; n < m_discs.size(); ++n)
            m_page.disc(m_discs[n].x, m_discs[n].y, discRadius, QString::number(n + 1), isDark(m_moments[n].kind));
        if (m_moments.empty())
            return;
        const Words &t = m_words.t();
        m_y += 14;
        for (size_t n = 0; n < m_moments.size(); ++n) {
            const TimelineMoment &moment = m_moments[n];
            const QString time = m_words.time(moment.at);
            const QString text
                = momentTitle(moment.kind, t) + (moment.text.isEmpty() ? QString() : t("colon") + moment.text);
            m_page.disc(plotLeft + discRadius, m_y + 13, discRadius, QString::number(n + 1), isDark(moment.kind));
            const double room = plotRight - plotLeft - 36 - SvgPage::widthOf(time, SvgPage::small) - 12;
            m_page.text(plotLeft + 36, m_y + 20, SvgPage::small, SvgPage::fitting(text, SvgPage::small, room));
            m_page.text(plotRight, m_y + 20, SvgPage::small, time, Anchor::End);
            m_y += discRadius * 2 + 6;
        }
    }

    void legend(const std::vector<std::pair<Fill, QString>> &entries)
    {
        m_y += 14;
        double at = plotLeft;
        for (const auto &[fill, text] : entries) {
            const double width = 34 + SvgPage::widthOf(text, SvgPage::small) + 18;
            if (at > plotLeft && at + width > plotRight) {
                at = plotLeft;
                m_y += SvgPage::small * 1.6;
            }
            m_page.bar(at, m_y, 26, SvgPage::small * 0.95, fill);
            m_page.text(at + 34, m_y + SvgPage::small * 0.85, SvgPage::small, text);
            at += width;
        }
        m_y += SvgPage::small * 1.8;
    }
    void note(const QString &text) { m_y = m_page.paragraph(m_y + SvgPage::small, SvgPage::small, text); }

    QString finish(const QString &title) const
    {
        return m_page.finish(
            m_y + SvgPage::margin, title, m_words.t().english() ? QStringLiteral("en") : QStringLiteral("zh-CN"));
    }

private:
    struct Disc {
        double x = 0, y = 0, exact = 0;
    };
    const RunStory &m_words;
    SvgPage m_page;
    std::optional<TimeAxis> m_axis;
    double m_y = 0, m_axisTop = 0;
    std::vector<Disc> m_discs;
    std::vector<double> m_bands; ///< tops of the rows of bars
    std::vector<TimelineMoment> m_moments;
};

/// Each of them, one after the other; of many how often and how long together.
QString lengthsOf(const Timeline &line, TimelineSpan::Kind kind, const RunStory &words)
{
    QStringList lengths;
    qint64 all = 0;
    for (const TimelineSpan &span : line.spans) {
        if (span.kind != kind)
            continue;
        lengths << lengthOf(span, words);
        all += span.from.msecsTo(span.to);
    }
    if (lengths.size() > 3)
        return words.t()("times-together").arg(lengths.size()) + words.duration(all);
    return lengths.join(QStringLiteral(" + "));
}

void drawSpans(Drawing &drawing, const Timeline &line, TimelineSpan::Kind kind, const RunStory &words)
{
    const TimelineSpan *newest = line.newest(kind);
    if (!newest)
        return;
    const Words &t = words.t();
    drawing.row(spanTitle(kind, t), lengthsOf(line, kind, words));
    for (const TimelineSpan &span : line.spans) {
        if (span.kind == kind)
            drawing.bar(
                span.from, span.to, fillOfSpan(kind), spanTitle(kind, t) + QLatin1Char(' ') + lengthOf(span, words));
    }
    drawing.down(barHeight + 10);
}

void drawStage(Drawing &drawing, const Timeline &line, Stage stage, const RunStory &words)
{
    std::vector<const TimelineStep *> steps;
    qint64 worked = 0;
    for (const TimelineStep &step : line.steps) {
        if (step.stage == stage) {
            steps.push_back(&step);
            worked += step.from.msecsTo(step.to);
        }
    }
    if (steps.empty())
        return;
    drawing.row(stageName(stage) + QStringLiteral("  ") + stageTitle(stage, words.t()), words.duration(worked));
    drawing.line(steps.front()->from, steps.back()->to);
    for (const TimelineStep *step : steps) {
        const QString length = words.duration(step->from.msecsTo(step->to));
        const QString result = resultOf(*step, words.t());
        drawing.bar(step->from, step->to, fillOfStep(*step),
            step->title + QStringLiteral(" · ") + length
                + (result.isEmpty() ? QString() : QStringLiteral(" · ") + result));
    }
    drawing.down(barHeight + 2);
    for (const TimelineStep *step : steps) {
        const QString result = resultOf(*step, words.t());
        const QString length = words.duration(step->from.msecsTo(step->to));
        drawing.small(step->title, result.isEmpty() ? length : result + QStringLiteral(" · ") + length,
            step->retried || step->open || step->verdict != Verdict::Passed);
    }
    drawing.down(8);
}

QString outageSentence(const Timeline &line, const RunStory &words)
{
    QStringList parts;
    for (const auto kind : { TimelineSpan::Kind::GatewayDown, TimelineSpan::Kind::PanelDown }) {
        if (line.newest(kind))
            parts << spanTitle(kind, words.t()) + QLatin1Char(' ') + lengthsOf(line, kind, words);
    }
    return parts.isEmpty() ? words.t()("nothing-was-stopped")
                           : parts.join(words.t()("comma")) + words.t()("full-stop-at-the-end");
}

std::vector<std::pair<Fill, QString>> legendOf(const Words &t)
{
    return { { Fill::Plain, t("passed") }, { Fill::Striped, t("warning") }, { Fill::Solid, t("failed") },
        { Fill::Dotted, t("unknown-not-ended") }, { Fill::Hatched, t("gateway-down-in-a-picture") },
        { Fill::Crossed, t("panel-down-in-a-picture") } };
}

/// How it ended, without what that means: a line has little room.
QString inShort(const QString &outcome)
{
    static const QRegularExpression end(QStringLiteral("[：，。:,.;；]"));
    const qsizetype at = outcome.indexOf(end);
    return at > 0 ? outcome.left(at) : outcome;
}

QString runTitle(const Timeline &line, const Words &t)
{
    return t("vm-number") + line.vmid + (line.name.isEmpty() ? QString() : QStringLiteral(" ") + line.name);
}

} // namespace

QString timelineSvg(const Timeline &line, const RunStory &words)
{
    const Words &t = words.t();
    const QString title = runTitle(line, t) + t("timeline-of-the-migration");
    Drawing drawing(words);
    drawing.heading(title,
        { line.outcome, outageSentence(line, words),
            words.time(line.from) + QStringLiteral(" – ") + words.time(line.to) + QStringLiteral(" (")
                + words.zoneName() + QStringLiteral("), ") + line.node });
    drawing.axis(busyOf(line));
    drawing.moments(momentsShown(line));
    for (const auto kind : { TimelineSpan::Kind::GatewayDown, TimelineSpan::Kind::PanelDown, TimelineSpan::Kind::Paused,
             TimelineSpan::Kind::LinkLost })
        drawSpans(drawing, line, kind, words);
    for (int stage = 0; stage < allStages; ++stage)
        drawStage(drawing, line, static_cast<Stage>(stage), words);
    drawing.momentsAndTheirWords();
    drawing.legend(legendOf(t));
    return drawing.finish(title);
}

QString batchTimelineSvg(const std::vector<Timeline> &lines, const RunStory &words)
{
    const Words &t = words.t();
    const QString title
        = t("timeline-of-the-batch") + QString::number(lines.size()) + (lines.size() == 1 ? t("one-vm") : t("vms"));
    std::vector<TimeAxis::Busy> busy;
    for (const Timeline &line : lines) {
        for (TimeAxis::Busy &one : busyOf(line))
            busy.push_back(one);
    }
    Drawing drawing(words);
    drawing.heading(
        title, { t("a-line-each-above-its-steps-below-how-long") + words.zoneName() + t("full-stop-at-the-end") });
    drawing.axis(std::move(busy));
    for (const Timeline &line : lines) {
        const QString down = lengthsOf(line, TimelineSpan::Kind::GatewayDown, words);
        drawing.row(runTitle(line, t) + QStringLiteral(" · ") + inShort(line.outcome),
            down.isEmpty() ? QString() : t("down") + down);
        drawing.line(line.from, line.to);
        for (const TimelineStep &step : line.steps)
            drawing.bar(step.from, step.to, fillOfStep(step), stageName(step.stage) + QLatin1Char(' ') + step.title,
                barHeight * 0.6);
        drawing.down(barHeight * 0.6);
        for (const TimelineSpan &span : line.spans) {
            if (span.kind == TimelineSpan::Kind::GatewayDown)
                drawing.bar(span.from, span.to, Fill::Hatched,
                    spanTitle(span.kind, t) + QLatin1Char(' ') + lengthOf(span, words), barHeight * 0.45);
        }
        drawing.down(barHeight * 0.45 + 4);
    }
    drawing.legend(legendOf(t));
    return drawing.finish(title);
}

QString timelineSvg(const std::vector<JournalEvent> &events, const RecordOptions &options)
{
    const RecordOptions own = withOwnCatalog(options);
    const RunStory story(events, own);
    return timelineSvg(timelineOf(story), story);
}

QString batchTimelineSvg(const std::vector<std::vector<JournalEvent>> &runs, const RecordOptions &options)
{
    const RecordOptions own = withOwnCatalog(options);
    std::vector<Timeline> lines;
    for (const std::vector<JournalEvent> &events : runs)
        lines.push_back(timelineOf(RunStory(events, own)));
    std::sort(lines.begin(), lines.end(), [](const Timeline &a, const Timeline &b) { return a.from < b.from; });
    // The zone is that of the first run, as in the summary's other texts.
    static const std::vector<JournalEvent> none;
    const RunStory words(runs.empty() ? none : runs.front(), own);
    return batchTimelineSvg(lines, words);
}

} // namespace undock
