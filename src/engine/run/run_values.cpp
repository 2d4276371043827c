#include "engine/run/run_values.h"

namespace undock {

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
    StepValues common, forScan;
    const auto put = [&](const char *name, const QString &value) {
        if (!value.isEmpty())
            common.insert(QLatin1String(name), value.toUtf8());
    };
    for (const FieldRow &row : fieldTable()) {
        if (row.sent == Sent::Never)
            continue;
        const QString name = QString::fromLatin1(row.name);
        const QString asked = row.text(parameters);
        // What the scan measured makes the default concrete: the container's version, and the sums of what would be
        // downloaded, to which nobody objected.
        const bool concrete = *row.measured && asked == QLatin1String(row.fallback);
        const QString value = concrete ? state.fact(QString::fromLatin1(row.measured)) : asked;
        if (!value.isEmpty() || row.sent == Sent::Always)
            common.insert(name, value.toUtf8());
        // The scan itself measures: it gets the word as it was asked for, and no earlier scan's sum as a pin.
        if (*row.measured)
            forScan.insert(name, asked.toUtf8());
    }
    put("run", state.run());
    put("installer_timeout", QStringLiteral("1500"));
    put("installer_sha256_seen", secrets.installerSeen);
    put("panel_sha256_seen", secrets.panelSeen);
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

    const QDateTime named = namedAfter(state);
    const QDateTime now = QDateTime::currentDateTimeUtc().toOffsetFromUtc(named.offsetFromUtc());
    return [common, forScan, named, now, confirmed, run](const Step &step) {
        StepValues values = common;
        if (step.stage == Stage::A) {
            for (auto asked = forScan.begin(); asked != forScan.end(); ++asked) {
                if (asked.value().isEmpty())
                    values.remove(asked.key());
                else
                    values.insert(asked.key(), asked.value());
            }
        }
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
