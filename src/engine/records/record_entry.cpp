#include "engine/records/record_entry.h"

#include "core/params/node_target.h"
#include "core/run/found_versions.h"

#include <algorithm>

namespace undock {

namespace {

/// `2026.2` of `2026.2.19`, never `2026.2.1`.
bool isVersion(QString has, QString wanted)
{
    const auto plain = [](QString &text) {
        if (text.startsWith(QLatin1Char('v'), Qt::CaseInsensitive))
            text.remove(0, 1);
    };
    plain(has);
    plain(wanted);
    return has.startsWith(wanted, Qt::CaseInsensitive)
        && (has.size() == wanted.size() || !has[wanted.size()].isLetterOrNumber());
}

bool isNode(const RecordEntry &entry, const QString &wanted)
{
    if (entry.kind == RecordEntry::Kind::ByHand)
        return entry.node.contains(wanted, Qt::CaseInsensitive);
    if (const auto target = NodeTarget::parse(wanted))
        return entry.node == target->toString();
    const auto has = NodeTarget::parse(entry.node);
    return has && has->host().compare(wanted, Qt::CaseInsensitive) == 0;
}

void addCode(QStringList &codes, const QString &code)
{
    if (!code.isEmpty() && !codes.contains(code))
        codes << code;
}

} // namespace

RecordEntry entryOf(const RunState &state)
{
    RecordEntry entry;
    entry.id = state.run();
    entry.vmid = state.vmid();
    entry.name = state.fact(u"vm_name");
    entry.node = state.node();
    entry.started = state.startedAt();
    entry.day = state.startedAt().toLocalTime().date();
    entry.phase = state.phase();
    entry.outageMs = state.outageMs(u"gateway", state.lastEventAt());
    entry.dataBytes = state.fact(u"size_openclaw").toLongLong();
    const Json versions = foundVersions(state);
    entry.openclaw = stringAt(versions, "openclaw");
    entry.panel = stringAt(versions, "panel");
    if (entry.openclaw.isEmpty())
        entry.openclaw = state.fact(u"openclaw_version");
    if (entry.panel.isEmpty())
        entry.panel = state.asked(Field::PanelTag);
    if (const JobState *scan = state.latest(StepRole::Scans)) {
        for (const Finding &finding : findingsOf(scan->facts)) {
            if (finding.level != Finding::Level::Fine)
                addCode(entry.findings, finding.code);
        }
    }
    for (const JobState &job : state.jobs()) {
        for (const CodedText &warning : job.warnings)
            addCode(entry.findings, warning.code);
        if (job.failure)
            addCode(entry.findings, job.failure->code);
    }
    entry.leftOut = state.leftOut();
    return entry;
}

bool RecordQuery::isEmpty() const
{
    return vmid.isEmpty() && vm.trimmed().isEmpty() && node.isEmpty() && !from.isValid() && !to.isValid()
        && outcomes.empty() && version.isEmpty() && finding.isEmpty() && text.trimmed().isEmpty();
}

bool RecordQuery::matches(const RecordEntry &entry) const
{
    const QString part = vm.trimmed();
    return (vmid.isEmpty() || entry.vmid == vmid)
        && (part.isEmpty() || entry.vmid.startsWith(part) || entry.name.contains(part, Qt::CaseInsensitive))
        && (node.isEmpty() || isNode(entry, node)) && (!from.isValid() || entry.day >= from)
        && (!to.isValid() || (entry.day.isValid() && entry.day <= to))
        && (outcomes.empty()
            || (entry.phase && std::find(outcomes.begin(), outcomes.end(), *entry.phase) != outcomes.end()))
        && (version.isEmpty() || isVersion(entry.openclaw, version) || isVersion(entry.panel, version))
        && (finding.isEmpty() || entry.findings.contains(finding));
}

QByteArray foldedText(const QString &text)
{
    return text.trimmed().toCaseFolded().toUtf8();
}

} // namespace undock
