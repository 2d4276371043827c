#include "journals/usual_steps.h"

#include <QHash>

using namespace undock;

namespace usual {

namespace {

using Pairs = std::vector<std::pair<const char *, const char *>>;

/// `VMID`, `TS`, `NAME`, `PORT` and `NOW` become this run's.
const QHash<QString, Pairs> &table()
{
    static const QHash<QString, Pairs> facts{
        { QStringLiteral("a-node"),
            { { "vm_status", "running" }, { "vm_name", "NAME" }, { "port_ssh", "PORT0" }, { "port_panel", "PORT1" },
                { "port_gateway", "PORT2" }, { "finding", "fine nat-complete @nat-complete" } } },
        { QStringLiteral("a-scan"),
            { { "hostname", "NAME" }, { "os", "Debian GNU/Linux 13 (trixie)" }, { "finding", "fine tools @tools" },
                { "container_version", "2026.2.19" }, { "state", "docker" }, { "baseline_sshd", "0f3a5d11c2b94e77" },
                { "baseline_nginx", "91c2b94e770f3a5d" }, { "baseline_firewall", "b94e770f3a5d91c2" },
                { "baseline_cron", "ef155882e0977cb3" }, { "answered", "18080 nginx (nginx.service)" },
                { "disk_free", "9663676416" }, { "disk_needed", "2147483648" }, { "size_openclaw", "84934656" },
                { "files_openclaw", "3087" }, { "size_panel", "61440" }, { "token_sha256", "5f3a9c0e7b2d" },
                { "finding", "fine disk @disk available=9.0%20GiB needed=2.0%20GiB" } } },
        { QStringLiteral("a-config"),
            { { "openclaw_sha256", "2c8b5e0f" }, { "panel_sha256", "94a23835" }, { "converted", "no" } } },
        { QStringLiteral("b-archive"),
            { { "backup_dir", "/root/migrate-backup-VMID-TS" }, { "archives", "4" }, { "bytes", "31457280" } } },
        { QStringLiteral("b-verify"), { { "verified", "3098" }, { "changed_count", "2" } } },
        { QStringLiteral("c-probe"), { { "probe", "openclaw-undock-probe.service" } } },
        { QStringLiteral("c-policy"),
            { { "policies", "openclaw-gateway unless-stopped, openclaw-panel unless-stopped" } } },
        { QStringLiteral("c-stop"),
            { { "stopped_at_ms", "NOW" }, { "containers", "openclaw-gateway openclaw-panel" } } },
        { QStringLiteral("c-supplement"), { { "supplement_files", "2" }, { "equal", "yes" } } },
        { QStringLiteral("c-manifest"),
            { { "manifest_sha256", "9be1d4" }, { "files", "3096" }, { "bytes", "84934656" }, { "sessions", "6" },
                { "workspace", "584" } } },
        { QStringLiteral("d-install"),
            { { "before", "node none, openclaw none" }, { "node_version", "v22.12.0" },
                { "openclaw_version", "2026.2.19" }, { "node_bin", "/usr/bin/node" },
                { "openclaw_bin", "/usr/bin/openclaw" } } },
        { QStringLiteral("d-warm"), { { "warmed", "beside" } } },
        { QStringLiteral("e-precopy"),
            { { "copied", "3087" }, { "copied_bytes", "84934656" }, { "staging", "made" } } },
        { QStringLiteral("e-copy"),
            { { "equal", "yes" }, { "copied", "3087" }, { "copied_bytes", "84934656" }, { "dropped", "1" },
                { "files", "3087" }, { "bytes", "84934656" } } },
        { QStringLiteral("e-environment"), { { "environment", "6" }, { "token_sha256", "5f3a9c0e7b2d" } } },
        { QStringLiteral("e-adapt"), { { "adapted", "4" }, { "links", "1" }, { "leftover_count", "0" } } },
        { QStringLiteral("e-config"), { { "config_sha256", "8d11c2b9" } } },
        { QStringLiteral("e-place"), { { "placed", "/root/.openclaw" }, { "aside", "none" } } },
        { QStringLiteral("f-panel"), { { "panel_tag", "v2026.02.20-r4" }, { "panel_commit", "8f2c1ab" } } },
        { QStringLiteral("f-config"), { { "panel_config_sha256", "4377c215" } } },
        { QStringLiteral("g-units"),
            { { "gateway_unit", "/etc/systemd/system/openclaw-gateway.service" },
                { "panel_unit", "/etc/systemd/system/openclaw-panel.service" },
                { "exec_start", "/usr/bin/node /usr/lib/node_modules/openclaw/openclaw.mjs gateway run" } } },
        { QStringLiteral("g-start"),
            { { "gateway_up_ms", "NOW" }, { "panel_up_ms", "NOW" }, { "gateway_pid", "812" }, { "panel_pid", "813" },
                { "cutover", "run=VMID generation=1" } } },
        { QStringLiteral("h-outage"), { { "outage", "measured" } } },
        { QStringLiteral("h-checks"),
            { { "check",
                  "one-gateway|critical|passed|only openclaw-gateway.service|openclaw-gateway.service (1 processes)" },
                { "checks", "1" }, { "critical_failed", "0" } } },
        { QStringLiteral("i-save"), { { "saved", "/root/migrate-backup-VMID-TS/docker-layer" } } },
        { QStringLiteral("i-delete"),
            { { "removed", "openclaw-gateway" }, { "removed", "openclaw-panel" }, { "images_left", "2" } } },
        { QStringLiteral("i-check"),
            { { "check", "containers-gone|critical|passed|@no-container|@none" }, { "source_equal", "yes" } } },
        { QStringLiteral("i-images"), { { "images_removed", "2" } } },
        { QStringLiteral("k-list"), { { "leftovers", "0" }, { "removable", "0" } } },
        { QStringLiteral("k-remove"),
            { { "item_removed", "/root/migrate-backup-VMID-2026-01-15_091500" }, { "freed", "412000000" } } },
        { QStringLiteral("r-ready"), { { "ready", "yes" } } },
        { QStringLiteral("r-daemon"), { { "daemon", "answers" } } },
        { QStringLiteral("r-direct-stop"), { { "stopped", "openclaw-gateway.service" } } },
        { QStringLiteral("r-snapshot"),
            { { "changed", "3" }, { "new", "1" }, { "deleted", "0" }, { "sessions_new", "1" } } },
        { QStringLiteral("r-docker-start"),
            { { "source_equal", "yes" }, { "started", "openclaw-gateway openclaw-panel" } } },
        { QStringLiteral("r-outage"), { { "outage", "measured" } } },
        { QStringLiteral("r-verify"),
            { { "check", "http-gateway-docker|critical|passed|HTTP 200, as before|HTTP 200|HTTP 200" },
                { "gateway_back_ms", "NOW" }, { "panel_back_ms", "NOW" } } },
        { QStringLiteral("r-carry-back"),
            { { "carried", "4" }, { "removed", "0" }, { "conflicts", "0" }, { "saved_as", "/data/openclaw.before" },
                { "check", "http-gateway-docker|critical|passed|HTTP 200, as before|HTTP 200|HTTP 200" } } },
        { QStringLiteral("r-restore"),
            { { "restored", "data-openclaw" }, { "kept_as", "/data/openclaw.before" },
                { "check", "http-gateway-docker|critical|passed|HTTP 200, as before|HTTP 200|HTTP 200" } } },
        { QStringLiteral("r-config-list"), { { "count", "0" } } },
        { QStringLiteral("r-config"),
            { { "restored", "openclaw.json.bak.20260220093000" },
                { "config_backup", "openclaw.json.bak.20260220103000" } } },
    };
    return facts;
}

const QHash<QString, const char *> &outputs()
{
    static const QHash<QString, const char *> texts{
        { QStringLiteral("a-scan"),
            "fine      The commands that the migration needs are there.\nfine      nginx leads 18080 to 28080.\n"
            "fine      nginx leads 18789 to 28789.\nfine      The container runs OpenClaw 2026.2.19.\n"
            "fine      9.0 GiB free, 2.0 GiB needed at the most.\n" },
        { QStringLiteral("b-archive"),
            "data-openclaw.tgz  31248311 bytes\ndata-panel.tgz  12390 bytes\nopt-openclaw.tgz  1945 bytes\n"
            "root-ssh.tgz  2252 bytes\n" },
        { QStringLiteral("b-verify"),
            "data-openclaw.tgz: sum right, 3087 members read\ndata-panel.tgz: sum right, 9 members read\n"
            "opt-openclaw.tgz: sum right, 2 members read\nroot-ssh.tgz: sum right, 1 members read\n" },
        { QStringLiteral("c-stop"), "stopping openclaw-panel\nstopping openclaw-gateway\n" },
        { QStringLiteral("d-install"),
            "before: node none, openclaw none\nnode v22.12.0 at /usr/bin/node, openclaw 2026.2.19 at "
            "/usr/bin/openclaw\n" },
    };
    return texts;
}

QString filled(QString text, const Setting &setting)
{
    for (int port = 0; port < 3; ++port)
        text.replace(QStringLiteral("PORT%1").arg(port), QString::number(setting.block + port));
    return text.replace(QStringLiteral("VMID"), setting.vmid)
        .replace(QStringLiteral("NAME"), setting.name.isEmpty() ? QStringLiteral("vm-260219-01") : setting.name)
        .replace(QStringLiteral("TS"), setting.now.toUTC().toString(QStringLiteral("yyyy-MM-dd_HHmmss")))
        .replace(QStringLiteral("NOW"), QString::number(setting.now.toMSecsSinceEpoch()));
}

} // namespace

Json facts(const QString &step, const Setting &setting)
{
    Json pairs = Json::array();
    for (const auto &[key, value] : table().value(step))
        pairs.push_back(Json::array({ key, toStd(filled(QString::fromUtf8(value), setting)) }));
    return pairs;
}

QString output(const QString &step, const Setting &setting)
{
    return filled(QString::fromUtf8(outputs().value(step, "")), setting);
}

int seconds(const QString &step)
{
    static const QHash<QString, int> long_{ { QStringLiteral("a-scan"), 4 }, { QStringLiteral("b-archive"), 6 },
        { QStringLiteral("b-verify"), 4 }, { QStringLiteral("c-stop"), 11 }, { QStringLiteral("d-install"), 24 },
        { QStringLiteral("f-panel"), 12 }, { QStringLiteral("g-start"), 27 }, { QStringLiteral("h-checks"), 14 } };
    return long_.value(step, 1);
}

Json versions()
{
    return { { "openclaw", "2026.2.19" }, { "panel", "v2026.02.20-r4" }, { "node", "v22.12.0" } };
}

} // namespace usual
