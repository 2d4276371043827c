#include "journals/usual_steps.h"

using namespace undock;

namespace usual {

namespace {

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

Json checks(bool green, const Setting &setting)
{
    const std::string outside = "port " + std::to_string(setting.block + 1) + ": ";
    return Json::array({
        rowOf("services-sustained-gateway", true, "passed", "running, one main process for at least 4 s",
            "active (running), process 1841 then 1841 of root, restarts 0 then 0"),
        rowOf("services-sustained-panel", true, "passed", "running, one main process for at least 4 s",
            "active (running), process 1853 then 1853 of root, restarts 0 then 0"),
        rowOf("http-panel-direct", true, "passed", "HTTP 200, as before", "HTTP 200", "HTTP 200"),
        rowOf("http-gateway-direct", true, "passed", "HTTP 404, as before", "HTTP 404", "HTTP 404"),
        rowOf("http-panel-front-anonymous", true, "passed", "HTTP 401, as before", "HTTP 401", "HTTP 401"),
        rowOf("http-gateway-front-anonymous", true, "passed", "HTTP 401, as before", "HTTP 401", "HTTP 401"),
        rowOf("http-panel-front-login", true, "passed", "HTTP 200, as before", "HTTP 200", "HTTP 200"),
        rowOf("http-gateway-front-login", true, green ? "passed" : "failed", "HTTP 404, as before",
            green ? "HTTP 404" : "HTTP 502", "HTTP 404"),
        rowOf("websocket-front", true, "passed", "101 and the gateway's greeting", "101, greeted", "101, greeted"),
        rowOf("panel-api-health", true, "passed", "200 and ok", "HTTP 200, ok True", "HTTP 200, ok True"),
        rowOf("update-bot", true, "passed", "currentTag 2026.2.19", "HTTP 200, currentTag v2026.2.19"),
        rowOf("update-panel", true, "passed", "currentTag v2026.02.20-r4", "HTTP 200, currentTag v2026.02.20-r4"),
        rowOf("config-save-round-trip", true, "passed", "200, the same content, root's and private",
            "HTTP 200, content the same, mode 600, uid 0"),
        rowOf("one-gateway", true, "passed", "only openclaw-gateway.service", "openclaw-gateway.service (1 processes)"),
        rowOf("token-unchanged", true, "passed", "sha256 5f3a…", "sha256 5f3a…"),
        rowOf("sessions-count", false, "passed", "4, unless users changed it since", "4",
            "6 session files in Docker, 2 of them lock files that are left out"),
        rowOf("workspace-count", false, "passed", "584, unless users changed it since", "584",
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
        rowOf("outside-panel", false, green ? "passed" : "unknown", "HTTP 401, as before in the VM",
            (outside + (green ? "HTTP 401" : "this desk has no network")).c_str(), "HTTP 401"),
    });
}

} // namespace usual
