#include "journals/journal_builder.h"

#include "core/base/hash.h"
#include "core/plan/plan.h"
#include "journals/step_codes.h"

using namespace undock;

namespace {

const StepCatalog &catalog()
{
    static const StepCatalog built = *StepCatalog::builtIn();
    return built;
}

const Step *headerOf(const QString &step)
{
    const Step *known = catalog().find(step);
    if (!known && step != QLatin1String(nodeScanStep) && step != QLatin1String(outsideCheckStep))
        throw UnsentCode(toStd(QStringLiteral("there is no step '%1'").arg(step)));
    return known;
}

/// Kept: stories are told by the thousand.
std::string scriptSum(const Step &step)
{
    static QHash<QString, std::string> sums;
    std::string &sum = sums[step.id];
    if (sum.empty())
        sum = toStd(sha256Hex(step.script));
    return sum;
}

Json valuesOf(const Step &step, const Json &params, Json given)
{
    for (const QString &name : step.params) {
        const std::string key = toStd(name);
        if (given.contains(key))
            continue;
        if (step.secretParams.contains(name))
            given[key] = "(secret, 512 bytes, sha256 " + std::string(64, 'd') + ")";
        else if (const Json value = valueAt(params, key.c_str()); value.is_string())
            given[key] = value;
        else if (value.is_number_integer())
            given[key] = std::to_string(value.get<int>());
    }
    return given;
}

} // namespace

JournalBuilder::JournalBuilder(const char *start)
    : m_setting{ QStringLiteral("102"), {}, 10100, QDateTime::fromString(QLatin1String(start), Qt::ISODateWithMs) }
    , m_operator(QStringLiteral("李雷"))
{
}

JournalBuilder JournalBuilder::created(const char *vmid, const char *start, Json more)
{
    JournalBuilder builder(start);
    builder.m_setting.vmid = QLatin1String(vmid);
    builder.m_run = builder.m_setting.vmid + QStringLiteral("-20260220-093000-00aa");
    Json params = { { "vmid", std::stoi(vmid) }, { "ip", "192.0.2.11" }, { "node", "root@192.0.2.1" },
        { "panel_tag", "v2026.02.20-r4" }, { "panel_repo", "Bianshumeng/openclaw-panel-public" },
        { "openclaw_version", "same" }, { "gateway_mode", "local" }, { "order", "procedure" }, { "operator", "李雷" } };
    for (const auto &[key, value] : more.items())
        params[key] = value;
    return builder.event(event::runCreated,
        { { "run", toStd(builder.m_run) }, { "vmid", vmid }, { "node", "root@192.0.2.1" }, { "params", params },
            { "program", "openclaw-undock-cli" }, { "version", "0.1.0" }, { "host", "desk-1" }, { "operator", "李雷" },
            { "zone_minutes", 480 } });
}

JournalBuilder::JournalBuilder(const QString &vmid, const QString &name, const QDateTime &start, int block)
    : m_setting{ vmid, name, block, start }
    , m_run(vmid + start.toString(QStringLiteral("-yyyyMMdd-HHmmss-")) + sha256Hex(vmid.toUtf8()).left(4))
    , m_operator(QStringLiteral("lin"))
    , m_paceMs(0)
{
    const QString ip = QStringLiteral("10.10.10.%1").arg(vmid.right(2).toInt() + 9);
    event(event::runCreated,
        { { "run", toStd(m_run) }, { "vmid", toStd(vmid) }, { "node", "root@node-1.example" },
            { "params",
                { { "vmid", vmid.toInt() }, { "ip", toStd(ip) }, { "node", "root@node-1.example" },
                    { "panel_tag", "v2026.02.20-r4" }, { "panel_repo", "Bianshumeng/openclaw-panel-public" },
                    { "openclaw_version", "same" }, { "gateway_mode", "local" }, { "order", "procedure" },
                    { "installer_url", "https://openclaw.ai/install.sh" }, { "panel_source", "https://api.github.com" },
                    { "npm_registry", nullptr }, { "operator", "lin" } } },
            { "program", "openclaw-undock" }, { "version", "0.1.0" }, { "host", "desk-3" }, { "operator", "lin" },
            { "zone_minutes", 480 } });
}

JournalBuilder &JournalBuilder::on(const char *node)
{
    m_events.front().data["node"] = node;
    m_events.front().data["params"]["node"] = node;
    return *this;
}

JournalBuilder &JournalBuilder::foreign()
{
    m_foreign = true;
    return *this;
}

JournalBuilder &JournalBuilder::event(const char *type, Json data)
{
    JournalEvent event;
    event.seq = static_cast<qint64>(m_events.size()) + 1;
    event.at = m_setting.now;
    event.type = QLatin1String(type);
    event.data = std::move(data);
    if (!m_foreign)
        stepcodes::refuseUnsent(event);
    m_events.push_back(event);
    m_setting.now = m_setting.now.addMSecs(m_paceMs);
    return *this;
}

JournalBuilder &JournalBuilder::wait(int seconds)
{
    m_setting.now = m_setting.now.addSecs(seconds);
    return *this;
}

QString JournalBuilder::begin(QAnyStringView name, Json values)
{
    const QString step = name.toString();
    const Step *known = headerOf(step);
    const QString job = QStringLiteral("%1-%2").arg(++m_jobs, 2, 10, QLatin1Char('0')).arg(step);
    m_begun[job] = m_setting.now;
    m_lastJob = job;
    const Json params = m_events.empty() ? Json::object() : valueAt(m_events.front().data, "params");
    Json data = { { "job", toStd(job) }, { "step", toStd(step) },
        { "stage", toStd(known ? stageName(known->stage) : step.left(1).toUpper()) },
        { "where",
            known                                     ? "guest"
                : step == QLatin1String(nodeScanStep) ? "node"
                                                      : "desk" },
        { "effect", toStd(effectName(known ? known->effect : Effect::Reads)) },
        { "way_back", known ? toStd(known->undoneBy) : std::string() },
        { "values", known ? valuesOf(*known, params, std::move(values)) : std::move(values) },
        { "chain", toStd(job) } };
    if (known) {
        data["script_sha256"] = scriptSum(*known);
        data["generation"] = 1;
        data["pack_sha256"] = std::string(64, 'b');
    }
    event(event::begin, std::move(data));
    return job;
}

JournalBuilder &JournalBuilder::say(const QString &output)
{
    QByteArray &said = m_said[m_lastJob];
    const QByteArray bytes = output.toUtf8();
    event(event::output,
        { { "job", toStd(m_lastJob) }, { "offset", said.size() }, { "bytes", bytes.size() },
            { "text", toStd(output) } });
    said += bytes;
    return *this;
}

JournalBuilder &JournalBuilder::atWork(QAnyStringView step, const QString &output)
{
    begin(step);
    return output.isEmpty() ? *this : say(output);
}

JournalBuilder &JournalBuilder::end(const QString &job, const char *verdict, const char *state, Json facts, Json more)
{
    const qint64 ended = m_setting.now.toMSecsSinceEpoch();
    const QByteArray said = m_said.value(job);
    Json data = { { "job", toStd(job) }, { "verdict", verdict }, { "state", state }, { "facts", std::move(facts) },
        { "warnings", Json::array() }, { "out_bytes", said.size() }, { "out_sha256", toStd(sha256Hex(said)) },
        { "began_ms", m_begun.value(job, m_setting.now.addSecs(-1)).toMSecsSinceEpoch() }, { "ended_ms", ended } };
    for (const auto &[key, value] : more.items())
        data[key] = value;
    return event(event::end, std::move(data));
}
