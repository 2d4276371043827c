#include "engine/run/run_values.h"

namespace undock {

QString resolvedVersion(const RunParameters &parameters, const RunState &state)
{
    const QString wanted = parameters.openclawVersion.toString();
    return wanted == QLatin1String("same") ? state.fact(u"container_version") : wanted;
}

namespace {

/// The run's start in the operator's time zone, as its files are named after it.
QDateTime namedAfter(const RunState &state)
{
    const int offset = static_cast<int>(intAt(state.created(), "zone_minutes")) * 60;
    return state.startedAt().toOffsetFromUtc(offset);
}

} // namespace

ValuesFor runValues(
    const RunParameters &parameters, const RunState &state, const RunSecrets &secrets, const StepValues &purpose)
{
    StepValues common;
    const auto put = [&](const char *name, const QString &value) {
        if (!value.isEmpty())
            common.insert(QLatin1String(name), value.toUtf8());
    };
    put("vmid", parameters.vmid.toString());
    put("run", state.run());
    put("openclaw_version", resolvedVersion(parameters, state));
    put("installer_url", parameters.installerUrl.toString());
    put("installer_timeout", QStringLiteral("1500"));
    put("panel_source", parameters.panelSource.toString());
    put("panel_repo", parameters.panelRepo.toString());
    put("panel_tag", parameters.panelTag.toString());
    // Always sent, also empty: empty means the package client's own default.
    common.insert(QStringLiteral("npm_registry"),
        parameters.npmRegistry ? parameters.npmRegistry->toString().toUtf8() : QByteArray());
    // What a download must sum to: pinned by the operator, else what the scan measured and nobody objected to.
    const bool installerPinned = parameters.installerSha256.has_value();
    const bool panelPinned = parameters.panelSha256.has_value();
    put("installer_sha256", installerPinned ? parameters.installerSha256->toString() : state.fact(u"installer_sum"));
    put("panel_sha256", panelPinned ? parameters.panelSha256->toString() : state.fact(u"panel_sum"));
    put("installer_sha256_seen", secrets.installerSeen);
    put("panel_sha256_seen", secrets.panelSeen);
    put("gateway_mode", nameOf(parameters.gatewayMode));
    put("order", nameOf(parameters.order));
    put("steady_seconds", QString::number(parameters.steadySeconds));
    put("least_free_mib", QString::number(parameters.leastFreeMib));
    put("token_sha256", state.fact(u"token_sha256"));
    put("config_sha256", secrets.configSha256);
    put("panel_config_sha256", secrets.panelConfigSha256);
    if (!secrets.configNew.isEmpty())
        common.insert(QStringLiteral("config_new"), secrets.configNew);
    if (!secrets.panelConfigNew.isEmpty())
        common.insert(QStringLiteral("panel_config_new"), secrets.panelConfigNew);
    // What the scan saw of things that must not change.
    if (const JobState *scan = state.latestGreen(StepRole::Scans)) {
        for (const auto &[key, value] : scan->facts.pairs()) {
            if (key.startsWith(QLatin1String("baseline_")))
                common.insert(key, value.toUtf8());
        }
    }
    for (auto value = purpose.begin(); value != purpose.end(); ++value)
        common.insert(value.key(), value.value());
    // The one step that a person confirmed is told so by name; no other step may use it.
    const QString confirmed = QString::fromUtf8(common.take(QStringLiteral("confirmed")));
    const QString run = state.run();

    const QByteArray asked = parameters.openclawVersion.toString().toUtf8();
    const QDateTime named = namedAfter(state);
    const QDateTime now = QDateTime::currentDateTimeUtc().toOffsetFromUtc(named.offsetFromUtc());
    return [common, asked, named, now, confirmed, run, installerPinned, panelPinned](const Step &step) {
        StepValues values = common;
        // The scan is what makes "same" concrete: it gets the word as it was asked for.
        if (step.stage == Stage::A)
            values.insert(QStringLiteral("openclaw_version"), asked);
        // It measures; an earlier scan's sums are no pins.
        if (step.stage == Stage::A && !installerPinned)
            values.remove(QStringLiteral("installer_sha256"));
        if (step.stage == Stage::A && !panelPinned)
            values.remove(QStringLiteral("panel_sha256"));
        if (step.id == confirmed)
            values.insert(QStringLiteral("confirm"), (step.id + QLatin1Char(':') + run).toUtf8());
        // The procedure writes its two kinds of name differently.
        if (step.stage == Stage::Rollback) {
            // A run may be rolled back more than once; each time leaves files of its own.
            values.insert(QStringLiteral("ts"), now.toString(QStringLiteral("yyyy-MM-dd_HHmmss")).toLatin1());
            return values;
        }
        const bool backup = step.stage == Stage::B;
        values.insert(QStringLiteral("ts"),
            named.toString(backup ? QStringLiteral("yyyy-MM-dd_HHmmss") : QStringLiteral("yyyyMMddHHmmss")).toLatin1());
        return values;
    };
}

} // namespace undock
