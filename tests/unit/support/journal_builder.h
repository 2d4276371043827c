#pragma once

#include "core/run/run_state.h"

#include <QTimeZone>

/// Tells the story of a run as its journal would, without a disk.
class JournalBuilder {
public:
    using Json = undock::Json;

    explicit JournalBuilder(const char *start = "2026-02-20T01:30:00.000Z")
        : m_now(QDateTime::fromString(QString::fromLatin1(start), Qt::ISODateWithMs))
    {
    }

    static JournalBuilder created(
        const char *vmid = "102", const char *start = "2026-02-20T01:30:00.000Z", Json more = {})
    {
        JournalBuilder builder(start);
        Json params = { { "vmid", std::stoi(vmid) }, { "ip", "192.0.2.11" }, { "node", "root@192.0.2.1" },
            { "panel_tag", "v2026.02.20-r4" }, { "panel_repo", "Bianshumeng/openclaw-panel-public" },
            { "openclaw_version", "same" }, { "gateway_mode", "local" }, { "order", "procedure" },
            { "operator", "李雷" } };
        for (const auto &[key, value] : more.items())
            params[key] = value;
        builder.event(undock::event::runCreated,
            { { "run", std::string(vmid) + "-20260220-093000-00aa" }, { "vmid", vmid }, { "node", "root@192.0.2.1" },
                { "params", params }, { "program", "openclaw-undock-cli" }, { "version", "0.1.0" },
                { "host", "desk-1" }, { "operator", "李雷" }, { "zone_minutes", 480 } });
        return builder;
    }

    JournalBuilder &event(const char *type, Json data)
    {
        undock::JournalEvent event;
        event.seq = static_cast<qint64>(m_events.size()) + 1;
        event.at = m_now;
        event.type = QLatin1String(type);
        event.data = std::move(data);
        m_events.push_back(event);
        m_now = m_now.addMSecs(1000);
        return *this;
    }
    JournalBuilder &wait(int seconds)
    {
        m_now = m_now.addSecs(seconds);
        return *this;
    }

    /// Begins a step; its stage and effect are told by its name. The job's name.
    QString begin(const char *step, const char *effect = nullptr, Json values = Json::object())
    {
        const QString job = QStringLiteral("%1-%2").arg(++m_jobs, 2, 10, QLatin1Char('0')).arg(QLatin1String(step));
        const char stage = step[0] == 'r' ? 'R' : static_cast<char>(step[0] - 'a' + 'A');
        event(undock::event::begin,
            { { "job", undock::toStd(job) }, { "step", step }, { "stage", std::string(1, stage) }, { "where", "guest" },
                { "effect", effect ? effect : usualEffect(step) }, { "way_back", "r-docker-start" },
                { "script_sha256", std::string(64, 'a') }, { "values", values }, { "generation", 1 },
                { "chain", undock::toStd(job) }, { "pack_sha256", std::string(64, 'b') } });
        return job;
    }
    JournalBuilder &end(
        const QString &job, const char *verdict, const char *state, Json facts = Json::array(), Json more = {})
    {
        const qint64 ended = m_now.toMSecsSinceEpoch();
        Json data = { { "job", undock::toStd(job) }, { "verdict", verdict }, { "state", state }, { "facts", facts },
            { "warnings", Json::array() }, { "out_bytes", 0 }, { "out_sha256", std::string(64, 'c') },
            { "began_ms", ended - 1000 }, { "ended_ms", ended } };
        for (const auto &[key, value] : more.items())
            data[key] = value;
        return event(undock::event::end, data);
    }
    JournalBuilder &pass(const char *step, Json facts = Json::array())
    {
        return end(begin(step), "passed", "passed", std::move(facts));
    }
    JournalBuilder &failStep(const char *step, const char *code, Json facts = Json::array())
    {
        return end(begin(step), "failed", "failed", std::move(facts),
            { { "failure", { { "code", code }, { "text", "told by the test" } } } });
    }
    JournalBuilder &warn(const char *step, const char *code, Json facts = Json::array())
    {
        const QString job = begin(step);
        m_lastWarned = job;
        return end(job, "warning", "passed", std::move(facts),
            { { "warnings", Json::array({ { { "code", code }, { "text", "told by the test" } } }) } });
    }
    JournalBuilder &acknowledge(const char *code)
    {
        return event(undock::event::acknowledged,
            { { "job", undock::toStd(m_lastWarned) }, { "code", code }, { "by", "李雷" }, { "how", "operator" } });
    }
    JournalBuilder &stages(const char *letters)
    {
        for (const char *letter = letters; *letter; ++letter) {
            for (const char *step : stepsOf(*letter))
                pass(step, usualFacts(step));
        }
        return *this;
    }
    JournalBuilder &acceptance(bool green, Json rows = Json::array())
    {
        return event(undock::event::acceptance, { { "green", green }, { "rows", rows }, { "versions", versions() } });
    }
    JournalBuilder &userAccepts()
    {
        return event(undock::event::accepted,
            { { "by", "韩梅梅" }, { "note", "好用" }, { "tried", "发消息, 看历史" }, { "versions", versions() } });
    }
    JournalBuilder &finished(const char *outcome)
    {
        return event(undock::event::finished, { { "outcome", outcome }, { "detail", "" } });
    }

    static Json versions()
    {
        return { { "openclaw", "2026.2.19" }, { "panel", "v2026.02.20-r4" }, { "node", "v22.12.0" } };
    }
    static Json row(const char *id, bool critical, const char *verdict)
    {
        return { { "id", id }, { "critical", critical }, { "verdict", verdict }, { "expected", "e" },
            { "found", "f" } };
    }

    const std::vector<undock::JournalEvent> &events() const { return m_events; }
    undock::RunState state() const { return undock::RunState::of(m_events); }
    QDateTime now() const { return m_now; }

    static std::vector<const char *> stepsOf(char stage)
    {
        switch (stage) {
        case 'A':
            return { "a-scan", "a-config" };
        case 'B':
            return { "b-archive", "b-verify" };
        case 'C':
            return { "c-policy", "c-stop", "c-supplement", "c-manifest" };
        case 'D':
            return { "d-install" };
        case 'E':
            return { "e-copy", "e-environment", "e-adapt", "e-config", "e-place" };
        case 'F':
            return { "f-panel", "f-config" };
        case 'G':
            return { "g-units", "g-start" };
        case 'H':
            return { "h-checks" };
        case 'I':
            return { "i-save", "i-delete", "i-check" };
        default:
            return { "r-ready", "r-direct-stop", "r-snapshot", "r-docker-start", "r-verify" };
        }
    }
    static const char *usualEffect(const char *step)
    {
        const std::string name = step;
        if (name == "i-delete" || name == "i-images")
            return "deletes";
        for (const char *reads :
            { "a-scan", "a-config", "b-verify", "h-checks", "i-check", "r-verify", "r-config-list", "r-ready" }) {
            if (name == reads)
                return "reads";
        }
        for (const char *switches : { "c-policy", "c-stop", "e-adapt", "e-config", "e-place", "g-start",
                 "r-direct-stop", "r-docker-start", "r-carry-back", "r-restore", "r-config" }) {
            if (name == switches)
                return "switches";
        }
        return "adds";
    }
    /// What such a step really reports, as far as the rules read it.
    static Json usualFacts(const char *step)
    {
        const std::string name = step;
        const auto facts = [](std::initializer_list<std::pair<const char *, const char *>> pairs) {
            Json list = Json::array();
            for (const auto &[key, value] : pairs)
                list.push_back(Json::array({ key, value }));
            return list;
        };
        if (name == "a-scan")
            return facts({ { "hostname", "vm-260219-01" }, { "os", "Debian GNU/Linux 13 (trixie)" },
                { "container_version", "2026.2.19" }, { "state", "docker" }, { "size_openclaw", "81000000" },
                { "files_openclaw", "3087" } });
        if (name == "b-archive")
            return facts({ { "backup_dir", "/root/migrate-backup-102-2026-02-20_093100" }, { "archives", "4" },
                { "bytes", "52000000" } });
        if (name == "b-verify")
            return facts({ { "verified", "4" }, { "changed_count", "0" } });
        if (name == "c-supplement")
            return facts({ { "supplement_files", "2" }, { "equal", "yes" } });
        if (name == "c-manifest")
            return facts({ { "manifest_sha256", "d4" }, { "files", "3087" }, { "bytes", "81000000" },
                { "sessions", "6" }, { "workspace", "584" } });
        if (name == "d-install")
            return facts({ { "node_version", "v22.12.0" }, { "openclaw_version", "2026.2.19" },
                { "node_bin", "/usr/bin/node" }, { "openclaw_bin", "/usr/bin/openclaw" }, { "before", "none" } });
        if (name == "e-copy")
            return facts({ { "equal", "yes" }, { "copied", "3087" }, { "dropped", "1" } });
        if (name == "f-panel")
            return facts({ { "panel_tag", "v2026.02.20-r4" }, { "panel_commit", "abc1234" } });
        if (name == "g-start")
            return facts({ { "gateway_up_ms", "3000" }, { "panel_up_ms", "900" }, { "gateway_pid", "812" },
                { "panel_pid", "813" }, { "cutover", "1" } });
        if (name == "i-delete")
            return facts(
                { { "removed", "openclaw-gateway" }, { "removed", "openclaw-panel" }, { "images_left", "2" } });
        return Json::array();
    }

private:
    QDateTime m_now;
    std::vector<undock::JournalEvent> m_events;
    QString m_lastWarned;
    int m_jobs = 0;
};
