// What the builder knows of whole steps, stages and runs.

#include "core/plan/plan.h"
#include "journals/journal_builder.h"

#include <QSet>

using namespace undock;

namespace {

const char toldByTheTest[] = "told by the test";

Json coded(QAnyStringView code, const QString &text)
{
    return { { "code", toStd(code.toString()) }, { "text", toStd(text) } };
}

} // namespace

Json JournalBuilder::completed(const QString &step, const Json &facts) const
{
    static const StepCatalog catalog = *StepCatalog::builtIn();
    const Step *known = catalog.find(step);
    QSet<QString> given, told;
    for (const Json &pair : facts)
        given << toQt(pair[0].get<std::string>());
    Json pairs = Json::array();
    for (const Json &pair : usual::facts(step, m_setting)) {
        const QString key = toQt(pair[0].get<std::string>());
        if (given.contains(key) && key != QLatin1String("finding"))
            continue;
        pairs.push_back(pair);
        told << key;
    }
    for (const QString &key : known ? known->facts : QStringList()) {
        if (!given.contains(key) && !told.contains(key))
            qFatal("usual_steps.cpp has no value for what %s reports: %s", qPrintable(step), qPrintable(key));
    }
    for (const Json &pair : facts)
        pairs.push_back(pair);
    return pairs;
}

JournalBuilder &JournalBuilder::pass(QAnyStringView step, Json facts)
{
    return pass(step, 0, std::move(facts));
}

JournalBuilder &JournalBuilder::pass(QAnyStringView step, int seconds, Json facts, const QString &output)
{
    const QString job = begin(step);
    if (!output.isEmpty())
        say(output);
    wait(seconds);
    return end(job, "passed", "passed", completed(step.toString(), facts), { { "exit", 0 } });
}

JournalBuilder &JournalBuilder::failStep(QAnyStringView step, QAnyStringView code, Json facts)
{
    const QString job = begin(step);
    return end(job, "failed", "failed", std::move(facts), { { "failure", coded(code, QLatin1String(toldByTheTest)) } });
}

JournalBuilder &JournalBuilder::failStep(QAnyStringView step, QAnyStringView code, const QString &text, int seconds)
{
    const QString job = begin(step);
    wait(seconds);
    return end(job, "failed", "failed", Json::array(), { { "exit", 1 }, { "failure", coded(code, text) } });
}

JournalBuilder &JournalBuilder::warn(QAnyStringView step, QAnyStringView code, Json facts)
{
    m_lastWarned = begin(step);
    return end(m_lastWarned, "warning", "passed", completed(step.toString(), facts),
        { { "warnings", Json::array({ coded(code, QLatin1String(toldByTheTest)) }) } });
}

JournalBuilder &JournalBuilder::acknowledge(QAnyStringView code)
{
    return event(event::acknowledged,
        { { "job", toStd(m_lastWarned) }, { "code", toStd(code.toString()) }, { "by", toStd(m_operator) },
            { "how", "operator" } });
}

QStringList JournalBuilder::stepsOf(char stage)
{
    if (stage == 'I')
        return deletionSteps();
    if (stage == 'R')
        return rollbackSteps();
    QStringList steps;
    for (const PlannedChain &chain : migrationPlan(Order::Procedure)) {
        for (const QString &step : chain.steps) {
            if (step.front().toUpper() == QLatin1Char(stage) && step != QLatin1String(nodeScanStep))
                steps << step;
        }
    }
    return steps;
}

JournalBuilder &JournalBuilder::stages(const char *letters)
{
    for (const char *letter = letters; *letter; ++letter) {
        for (const QString &step : stepsOf(*letter))
            pass(step);
    }
    return *this;
}

JournalBuilder &JournalBuilder::scan(bool attention, bool blocks)
{
    Json found = Json::array();
    const auto add = [&](const char *finding) { found.push_back(Json::array({ "finding", finding })); };
    if (attention) {
        add("attention openclaw-shim @openclaw-shim openclaw=/usr/bin/openclaw");
        add("attention layer-changes @layer-changes name=openclaw-gateway count=12");
        add("attention config-json5 @config-json5");
    }
    if (blocks)
        add("blocks disk-short @disk-short available=409.6%20MiB places=/root needed=2.0%20GiB");
    pass("a-node");
    pass("a-scan", usual::seconds(QStringLiteral("a-scan")), std::move(found),
        usual::output(QStringLiteral("a-scan"), m_setting));
    pass("a-config", 1);
    const auto change = [](const char *pointer, const Json &before, const Json &after) {
        return Json{ { "pointer", pointer }, { "before", before }, { "after", after } };
    };
    event(event::configDiff,
        { { "file", "openclaw.json" },
            { "changes",
                Json::array({ change("/gateway/port", 18789, 28789), change("/gateway/mode", nullptr, "local"),
                    change("/gateway/remote/url", nullptr, "ws://127.0.0.1:28789"),
                    change("/gateway/controlUi/allowedOrigins/1", nullptr, "http://localhost:18789"),
                    change("/gateway/auth/token", "••••••", "••••••"),
                    change("/agents/defaults/workspace", "/home/node/.openclaw/workspace",
                        "/root/.openclaw/workspace") }) },
            { "notes",
                Json::array(
                    { "mode was not set; local, because remote breaks local health, cron and devices calls" }) } });
    return event(event::configDiff,
        { { "file", "panel.config.json" },
            { "changes",
                Json::array({ change("/runtime/mode", "docker", "systemd"), change("/panel/listen_port", 18080, 28080),
                    change("/docker/enabled", true, false), change("/log/source", "file", "journal"),
                    change("/log/file_path", "/home/node/.openclaw/logs/gateway.log",
                        "/root/.openclaw/logs/gateway.log") }) },
            { "notes", Json::array() } });
}

JournalBuilder &JournalBuilder::upTo(char stage)
{
    qint64 stopped = 0;
    for (char letter = 'B'; letter <= stage; ++letter) {
        for (const QString &step : stepsOf(letter)) {
            if (step == QLatin1String("c-stop"))
                stopped = m_setting.now.toMSecsSinceEpoch();
            pass(step, usual::seconds(step), Json::array(), usual::output(step, m_setting));
            if (step == QLatin1String("c-stop"))
                event(event::outage, { { "which", "gateway" }, { "from_ms", stopped }, { "source", "probe" } });
        }
    }
    if (stage < 'G')
        return *this;
    return event(event::outage,
        { { "which", "gateway" }, { "from_ms", stopped }, { "to_ms", m_setting.now.toMSecsSinceEpoch() - 5000 },
            { "source", "probe" } });
}

JournalBuilder &JournalBuilder::acceptance(bool green, Json rows)
{
    return event(event::acceptance, { { "green", green }, { "rows", std::move(rows) }, { "versions", versions() } });
}

JournalBuilder &JournalBuilder::checked(bool green)
{
    for (const QString &step : stepsOf('H'))
        pass(step, usual::seconds(step));
    acceptance(green, usual::checks(green, m_setting));
    if (!green)
        event(event::hold,
            { { "action", "set" }, { "vmid", toStd(m_setting.vmid) }, { "cause", "http-gateway-front-login" },
                { "by", toStd(m_operator) } });
    return *this;
}

JournalBuilder &JournalBuilder::userAccepts()
{
    return event(event::accepted,
        { { "by", "韩梅梅" }, { "note", "好用" }, { "tried", "发消息, 看历史" }, { "versions", versions() } });
}

JournalBuilder &JournalBuilder::finished(const char *outcome)
{
    return event(event::finished, { { "outcome", outcome }, { "detail", "" } });
}
