#include "support/journal_maker.h"

#include "core/base/hash.h"
#include "core/steps/step.h"

namespace undock::gui::test {

namespace {

const StepCatalog &catalog()
{
    static const StepCatalog built = StepCatalog::builtIn().value_or(StepCatalog());
    return built;
}

QString stageLetter(const QString &step)
{
    return step.left(1).toUpper();
}

Json rowOf(const char *id, bool critical, const char *verdict, const char *expected, const char *found,
    const char *before = nullptr)
{
    Json row = { { "id", id }, { "critical", critical }, { "verdict", verdict }, { "expected", expected },
        { "found", found } };
    if (before)
        row["before"] = before;
    return row;
}

} // namespace

JournalMaker::JournalMaker(const QString &vmid, const QString &name, const QDateTime &start, int block)
    : m_run(vmid + start.toString(QStringLiteral("-yyyyMMdd-HHmmss-")) + sha256Hex(vmid.toUtf8()).left(4))
    , m_vmid(vmid)
    , m_name(name)
    , m_now(start)
    , m_block(block)
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

JournalMaker &JournalMaker::on(const char *node)
{
    m_events.front().data["node"] = node;
    m_events.front().data["params"]["node"] = node;
    return *this;
}

JournalMaker &JournalMaker::wait(int seconds)
{
    m_now = m_now.addSecs(seconds);
    return *this;
}

JournalMaker &JournalMaker::event(const char *type, Json data)
{
    JournalEvent made;
    made.seq = qint64(m_events.size()) + 1;
    made.at = m_now;
    made.type = QLatin1String(type);
    made.data = std::move(data);
    m_events.push_back(made);
    return *this;
}

QString JournalMaker::job(const QString &step)
{
    m_lastJob = QStringLiteral("%1-%2").arg(m_number++, 2, 10, QLatin1Char('0')).arg(step);
    return m_lastJob;
}

JournalMaker &JournalMaker::begin(const QString &step, const QString &output)
{
    const Step *known = catalog().find(step);
    const QString name = job(step);
    Json values = Json::object();
    if (known) {
        for (const QString &param : known->params)
            values[toStd(param)] = known->secretParams.contains(param)
                ? "••••••"
                : toStd(param == QLatin1String("vmid") ? m_vmid : QStringLiteral("v2026.02.20-r4"));
    }
    event(event::begin,
        { { "job", toStd(name) }, { "step", toStd(step) }, { "stage", toStd(stageLetter(step)) }, { "where", "guest" },
            { "effect", toStd(effectName(known ? known->effect : Effect::Reads)) }, { "way_back", "r-docker-start" },
            { "script_sha256", known ? toStd(sha256Hex(known->script)) : std::string() }, { "values", values },
            { "generation", 3 }, { "chain", toStd(name) } });
    if (step == QLatin1String("c-stop"))
        m_stopped = m_now.toMSecsSinceEpoch();
    if (!output.isEmpty())
        event(event::output,
            { { "job", toStd(name) }, { "offset", 0 }, { "bytes", int(output.toUtf8().size()) },
                { "text", toStd(output) } });
    return *this;
}

JournalMaker &JournalMaker::pass(const QString &step, int seconds, Json facts, const QString &output)
{
    begin(step, output);
    wait(seconds);
    return event(event::end,
        { { "job", toStd(m_lastJob) }, { "verdict", "passed" }, { "state", "passed" }, { "exit", 0 },
            { "facts", facts }, { "warnings", Json::array() }, { "out_bytes", int(output.toUtf8().size()) },
            { "out_sha256", toStd(sha256Hex(output.toUtf8())) },
            { "began_ms", m_now.addSecs(-seconds).toMSecsSinceEpoch() }, { "ended_ms", m_now.toMSecsSinceEpoch() } });
}

JournalMaker &JournalMaker::warn(const QString &step, const QString &code, const QString &text, int seconds)
{
    begin(step);
    wait(seconds);
    return event(event::end,
        { { "job", toStd(m_lastJob) }, { "verdict", "warning" }, { "state", "passed" }, { "exit", 0 },
            { "facts", Json::array() },
            { "warnings", Json::array({ { { "code", toStd(code) }, { "text", toStd(text) } } }) } });
}

JournalMaker &JournalMaker::acknowledge(const QString &code)
{
    return event(event::acknowledged,
        { { "job", toStd(m_lastJob) }, { "code", toStd(code) }, { "by", "lin" }, { "how", "operator" } });
}

JournalMaker &JournalMaker::failStep(const QString &step, const QString &code, const QString &text, int seconds)
{
    begin(step, QStringLiteral("npm ERR! network request to the registry failed\n"));
    wait(seconds);
    return event(event::end,
        { { "job", toStd(m_lastJob) }, { "verdict", "failed" }, { "state", "failed" }, { "exit", 1 },
            { "facts", Json::array() }, { "warnings", Json::array() },
            { "failure", { { "code", toStd(code) }, { "text", toStd(text) } } } });
}

JournalMaker &JournalMaker::scan(bool attention, bool blocks)
{
    Json facts = Json::array({ { "vm_name", toStd(m_name) }, { "hostname", toStd(m_name) },
        { "os", "Debian GNU/Linux 13 (trixie)" }, { "port_ssh", std::to_string(m_block) },
        { "port_panel", std::to_string(m_block + 1) }, { "port_gateway", std::to_string(m_block + 2) },
        { "container_version", "2026.2.19" }, { "size_openclaw", "84934656" }, { "files_openclaw", "3087" },
        { "size_panel", "61440" }, { "disk_free", "9663676416" }, { "disk_needed", "2147483648" },
        { "state", "docker" }, { "token_sha256", "5f3a9c0e7b2d…" },
        { "finding", "fine docker-running Both containers run: openclaw-gateway, openclaw-panel" },
        { "finding", "fine disk-headroom 9.0 GB free on /, 2.0 GB needed" },
        { "finding", "fine ports-agree The ledger and the node's NAT rules name the same ports" } });
    if (attention) {
        facts.push_back({ "finding",
            "attention leftover-openclaw An openclaw shim is there without node; the installer replaces it" });
        facts.push_back({ "finding",
            "attention container-layer 12 files were added in the gateway's own layer; they are saved before Docker is "
            "deleted" });
        facts.push_back({ "finding", "attention config-json5 openclaw.json has comments; they are not kept" });
    }
    if (blocks)
        facts.push_back({ "finding", "blocks disk-full 0.4 GB free on /, 2.0 GB needed; make room in the VM" });
    pass(QStringLiteral("a-scan"), 4, facts,
        QStringLiteral(
            "hostname: %1\nDebian GNU/Linux 13 (trixie), kernel 6.12\nDocker 26.1.5, compose 2.26\n"
            "openclaw-gateway  running  unless-stopped  openclaw/openclaw:2026.2.19\n"
            "openclaw-panel    running  unless-stopped  openclaw/panel:2026.02.20\n"
            "/data/openclaw  81.0 MiB  3087 files\n/data/panel  60.0 KiB  9 files\n/opt/openclaw  8.0 KiB  2 files\n")
            .arg(m_name));
    pass(QStringLiteral("a-config"), 1, Json::array({ { "openclaw_sha256", "2c8b…" }, { "converted", "no" } }));
    event(event::configDiff,
        { { "file", "openclaw.json" },
            { "changes",
                Json::array({ { { "pointer", "/gateway/port" }, { "before", 18789 }, { "after", 28789 } },
                    { { "pointer", "/gateway/mode" }, { "before", nullptr }, { "after", "local" } },
                    { { "pointer", "/gateway/remote/url" }, { "before", nullptr },
                        { "after", "ws://127.0.0.1:28789" } },
                    { { "pointer", "/gateway/controlUi/allowedOrigins/1" }, { "before", nullptr },
                        { "after", "http://localhost:18789" } },
                    { { "pointer", "/gateway/auth/token" }, { "before", "••••••" }, { "after", "••••••" } },
                    { { "pointer", "/agents/defaults/workspace" }, { "before", "/home/node/.openclaw/workspace" },
                        { "after", "/root/.openclaw/workspace" } } }) },
            { "notes",
                Json::array(
                    { "mode was not set; local, because remote breaks local health, cron and devices calls" }) } });
    event(event::configDiff,
        { { "file", "panel.config.json" },
            { "changes",
                Json::array({ { { "pointer", "/runtime/mode" }, { "before", "docker" }, { "after", "systemd" } },
                    { { "pointer", "/panel/listen_port" }, { "before", 18080 }, { "after", 28080 } },
                    { { "pointer", "/docker/enabled" }, { "before", true }, { "after", false } },
                    { { "pointer", "/log/source" }, { "before", "file" }, { "after", "journal" } },
                    { { "pointer", "/log/file_path" }, { "before", "/home/node/.openclaw/logs/gateway.log" },
                        { "after", "/root/.openclaw/logs/gateway.log" } } }) },
            { "notes", Json::array() } });
    return *this;
}

JournalMaker &JournalMaker::upTo(char stage)
{
    const QString backup
        = QStringLiteral("/root/migrate-backup-%1-%2").arg(m_vmid, m_now.toString(QStringLiteral("yyyy-MM-dd_HHmmss")));
    if (stage >= 'B') {
        pass(QStringLiteral("b-archive"), 6,
            Json::array({ { "backup_dir", toStd(backup) }, { "archives", "4" }, { "bytes", "31457280" } }),
            QStringLiteral("data-openclaw.tgz  29.8 MiB\ndata-panel.tgz  12.1 KiB\nopt-openclaw.tgz  1.9 "
                           "KiB\nroot-ssh.tgz  2.2 KiB\n"));
        pass(QStringLiteral("b-verify"), 4, Json::array({ { "verified", "3098" }, { "changed_count", "2" } }),
            QStringLiteral("data-openclaw.tgz: OK\ndata-panel.tgz: OK\nopt-openclaw.tgz: OK\nroot-ssh.tgz: OK\n2 files "
                           "changed since the archive began\n"));
    }
    if (stage >= 'C') {
        pass(QStringLiteral("c-policy"), 1,
            Json::array({ { "policies", "openclaw-gateway=unless-stopped openclaw-panel=unless-stopped" } }));
        pass(QStringLiteral("c-stop"), 11, Json::array({ { "containers", "2" } }),
            QStringLiteral("openclaw-gateway  stopped\nopenclaw-panel  stopped\n"));
        event(event::outage, { { "which", "gateway" }, { "from_ms", m_stopped }, { "source", "probe" } });
        pass(QStringLiteral("c-supplement"), 2, Json::array({ { "supplement_files", "3" }, { "equal", "yes" } }));
        pass(QStringLiteral("c-manifest"), 3,
            Json::array(
                { { "manifest_sha256", "9be1…" }, { "files", "3096" }, { "sessions", "6" }, { "workspace", "584" } }));
    }
    if (stage >= 'D')
        pass(QStringLiteral("d-install"), 24,
            Json::array({ { "node_version", "v22.19.0" }, { "openclaw_version", "2026.2.19" },
                { "node_bin", "/usr/bin/node" }, { "openclaw_bin", "/usr/bin/openclaw" } }),
            QStringLiteral("Installing Node 22 and OpenClaw 2026.2.19\nadded 512 packages in 21s\nnode "
                           "v22.19.0\nopenclaw 2026.2.19\n"));
    if (stage >= 'E') {
        for (const char *step : { "e-copy", "e-environment", "e-adapt", "e-config", "e-place" })
            pass(QLatin1String(step), 2);
    }
    if (stage >= 'F') {
        pass(QStringLiteral("f-panel"), 12,
            Json::array({ { "panel_tag", "v2026.02.20-r4" }, { "panel_commit", "8f2c1ab" } }));
        pass(QStringLiteral("f-config"), 1);
    }
    if (stage >= 'G') {
        pass(QStringLiteral("g-units"), 1);
        pass(QStringLiteral("g-start"), 27,
            Json::array({ { "gateway_up_ms", "24480" }, { "panel_up_ms", "1210" }, { "cutover", "yes" } }));
        event(event::outage,
            { { "which", "gateway" }, { "from_ms", m_stopped }, { "to_ms", m_now.toMSecsSinceEpoch() - 5000 },
                { "source", "probe" } });
    }
    return *this;
}

JournalMaker &JournalMaker::acceptance(bool green)
{
    pass(QStringLiteral("h-checks"), 14);
    Json rows = Json::array({
        rowOf("services-sustained-gateway", true, "passed", "running, one main process for at least 4 s",
            "active (running), process 1841 then 1841 of root, restarts 0 then 0"),
        rowOf("services-sustained-panel", true, "passed", "running, one main process for at least 4 s",
            "active (running), process 1853 then 1853 of root, restarts 0 then 0"),
        rowOf("http-panel-direct", true, "passed", "HTTP 200, as before", "200", "HTTP 200"),
        rowOf("http-gateway-direct", true, "passed", "HTTP 404, as before", "404", "HTTP 404"),
        rowOf("http-panel-front-anonymous", true, "passed", "HTTP 401, as before", "401", "HTTP 401"),
        rowOf("http-gateway-front-anonymous", true, "passed", "HTTP 401, as before", "401", "HTTP 401"),
        rowOf("http-panel-front-login", true, "passed", "HTTP 200, as before", "200", "HTTP 200"),
        rowOf("http-gateway-front-login", true, green ? "passed" : "failed", "HTTP 404, as before",
            green ? "404" : "502", "HTTP 404"),
        rowOf("websocket-front", true, "passed", "101 and the gateway's greeting", "101, greeted", "101, greeted"),
        rowOf("panel-api-health", true, "passed", "200 and ok", "200, ok True", "HTTP 200, ok True"),
        rowOf("update-bot", true, "passed", "currentTag 2026.2.19", "200, currentTag v2026.2.19"),
        rowOf("update-panel", true, "passed", "currentTag v2026.02.20-r4", "200, currentTag v2026.02.20-r4"),
        rowOf("config-save-round-trip", true, "passed", "sha256 unchanged", "sha256 unchanged"),
        rowOf("one-gateway", true, "passed", "only openclaw-gateway.service", "openclaw-gateway.service (1 processes)"),
        rowOf("token-unchanged", true, "passed", "sha256 5f3a…", "sha256 5f3a…"),
        rowOf("sessions-count", true, "passed", "4, unless users changed it since", "4",
            "6 session files in Docker, 2 of them lock files that are left out"),
        rowOf("workspace-count", true, "passed", "584, unless users changed it since", "584",
            "584 workspace files in Docker"),
        rowOf("copy-equality", true, "passed", "proven before the first start", "yes"),
        rowOf("source-unchanged", true, "passed", "3096 entries as in the manifest", "all equal"),
        rowOf("history-readable", true, "passed", "messages of the newest old session (42 on disk)",
            "42 messages, the same session"),
        rowOf("baseline-sshd", true, "passed", "no line added, removed or changed", "as before",
            "14 lines, sha256 0f3a5d11c2b94e77"),
        rowOf("baseline-nginx", true, "passed", "no line added, removed or changed", "as before",
            "212 lines, sha256 91c2b94e770f3a5d"),
        rowOf("baseline-firewall", true, green ? "passed" : "failed", "no line added, removed or changed",
            green ? "as before"
                  : "2 lines differ\n- iptables filter INPUT: -A INPUT -p tcp -m multiport --dports 22,18080,18789 -j "
                    "ACCEPT\n+ iptables filter INPUT: -A INPUT -p tcp -m multiport --dports 22,18080 -j ACCEPT",
            "31 lines, sha256 b94e770f3a5d91c2"),
        rowOf("disk-space", false, green ? "passed" : "warning", "at least 512 MiB free",
            green ? "6553 MiB free" : "402 MiB free"),
        rowOf("outside-panel", true, green ? "passed" : "unknown", "401", green ? "401" : "this desk has no network"),
    });
    event(event::acceptance,
        { { "green", green }, { "rows", rows },
            { "versions", { { "openclaw", "2026.2.19" }, { "panel", "v2026.02.20-r4" } } } });
    if (!green)
        event(event::hold,
            { { "action", "set" }, { "vmid", toStd(m_vmid) }, { "cause", "http-gateway-front-login" },
                { "by", "lin" } });
    return *this;
}

JournalMaker &JournalMaker::accepted()
{
    wait(1200);
    return event(event::accepted,
        { { "by", "王先生" }, { "note", "聊天记录都在，能正常回复" }, { "tried", "网页、Telegram" },
            { "versions", { { "openclaw", "2026.2.19" } } } });
}

} // namespace undock::gui::test
