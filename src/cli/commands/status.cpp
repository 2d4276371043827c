#include "cli/commands/commands.h"
#include "cli/commands/support.h"
#include "core/params/field.h"
#include "core/run/found_versions.h"
#include "core/text/display_safe.h"
#include "core/text/human.h"
#include "core/text/phrase.h"

namespace undock::cli {

namespace {

QString marks(const RunState &state)
{
    QString text;
    for (int i = 0; i < migrationStages; ++i) {
        using Mark = StageState::Mark;
        switch (state.stage(static_cast<Stage>(i)).mark) {
        case Mark::Pending:
            text += QLatin1Char('.');
            break;
        case Mark::Running:
            text += QLatin1Char('>');
            break;
        case Mark::Passed:
            text += QChar(u'A' + static_cast<char16_t>(i));
            break;
        case Mark::Warning:
            text += QLatin1Char('!');
            break;
        case Mark::Failed:
            text += QLatin1Char('x');
            break;
        case Mark::Unknown:
            text += QLatin1Char('?');
            break;
        }
    }
    return text;
}

/// What the newest scan found that is not fine.
Json findings(const RunState &state)
{
    Json found = Json::array();
    const JobState *scan = state.latest(StepRole::Scans);
    for (const Finding &finding : scan ? findingsOf(scan->facts) : std::vector<Finding>()) {
        if (finding.level != Finding::Level::Fine)
            found.push_back({ { "level", toStd(findingLevelName(finding.level)) }, { "code", toStd(finding.code) },
                { "text", toStd(inEnglish(finding.text)) } });
    }
    return found;
}

} // namespace

int statusCommand(const QStringList &arguments)
{
    const Parsed parsed
        = parse(arguments, QStringLiteral("Where the runs of this desk stand, from their journals alone."));
    if (parsed.exit)
        return *parsed.exit;
    Bench bench = makeBench(parsed.options, Runs::OfTheVm);
    const QString vmid = parsed.options.given(Field::Vmid);
    for (const QString &run : bench.queue->runs()) {
        const RunState state = bench.queue->state(run);
        if ((!vmid.isEmpty() && state.vmid() != vmid) || (!parsed.options.run.isEmpty() && run != parsed.options.run))
            continue;
        const auto outage = state.outageMs(u"gateway", QDateTime::currentDateTimeUtc());
        Json unsettled = Json::array();
        for (const JobState *job : state.unsettled())
            unsettled.push_back(toStd(job->job));
        Json object = { { "event", "run" }, { "run", toStd(run) }, { keyOf(Field::Vmid), toStd(state.vmid()) },
            { keyOf(Field::Node), toStd(state.node()) }, { "phase", toStd(phaseName(state.phase())) },
            { "stages", toStd(marks(state)) }, { "unsettled", unsettled },
            { "started", toStd(state.startedAt().toString(Qt::ISODateWithMs)) } };
        if (outage)
            object["outage_ms"] = *outage;
        object["versions"] = foundVersions(state);
        object["findings"] = findings(state);
        bench.terminal->tell(object,
            displaySafe(
                QStringLiteral("%1  %2  %3  %4  %5%6")
                    .arg(state.vmid().rightJustified(6), marks(state), phaseName(state.phase()).leftJustified(18), run,
                        state.node(), outage ? QStringLiteral("  outage ") + humanDuration(*outage) : QString())));
    }
    for (const Queue::SetAside &aside : bench.queue->setAside()) {
        if (!parsed.options.run.isEmpty() && aside.run != parsed.options.run)
            continue;
        bench.terminal->tell(
            { { "event", "set-aside" }, { "run", toStd(aside.run) }, { "code", toStd(aside.error.code) },
                { "what", toStd(inEnglish(aside.error.what)) }, { "where", toStd(aside.error.where) },
                { "cure", toStd(inEnglish(aside.error.cure)) } },
            displaySafe(
                QStringLiteral("set aside: %1  %2: %3").arg(aside.run, aside.error.code, describe(aside.error))));
    }
    return 0;
}

} // namespace undock::cli
