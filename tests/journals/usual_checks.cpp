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
    const std::string outside = "@port-and-answer port=" + std::to_string(setting.block + 1) + " answer=";
    return Json::array({
        rowOf("services-sustained-gateway", true, "passed", "@running-one-main-process window=4",
            "@service-process-restarts active=@active sub=@running old_process=1841 process=1841 owner=root "
            "old_restarts=0 restarts=0"),
        rowOf("services-sustained-panel", true, "passed", "@running-one-main-process window=4",
            "@service-process-restarts active=@active sub=@running old_process=1853 process=1853 owner=root "
            "old_restarts=0 restarts=0"),
        rowOf("http-panel-direct", true, "passed", "@http-as-before status=200", "HTTP 200", "HTTP 200"),
        rowOf("http-gateway-direct", true, "passed", "@http-as-before status=404", "HTTP 404", "HTTP 404"),
        rowOf("http-panel-front-anonymous", true, "passed", "@http-as-before status=401", "HTTP 401", "HTTP 401"),
        rowOf("http-gateway-front-anonymous", true, "passed", "@http-as-before status=401", "HTTP 401", "HTTP 401"),
        rowOf("http-panel-front-login", true, "passed", "@http-as-before status=200", "HTTP 200", "HTTP 200"),
        rowOf("http-gateway-front-login", true, green ? "passed" : "failed", "@http-as-before status=404",
            green ? "HTTP 404" : "HTTP 502", "HTTP 404"),
        rowOf("websocket-front", true, "passed", "@status-101-and-greeting",
            "@status-and-greeting status=101 greeting=@greeted", "@status-and-greeting status=101 greeting=@greeted"),
        rowOf("panel-api-health", true, "passed", "@status-200-ok", "@status-and-ok status=HTTP%20200 ok=True",
            "@status-and-ok status=HTTP%20200 ok=True"),
        rowOf("update-bot", true, "passed", "currentTag 2026.2.19", "@status-and-tag status=HTTP%20200 tag=v2026.2.19"),
        rowOf("update-panel", true, "passed", "currentTag v2026.02.20-r4",
            "@status-and-tag status=HTTP%20200 tag=v2026.02.20-r4"),
        rowOf("config-save-round-trip", true, "passed", "@saved-the-same-private",
            "@saved-content-mode-owner status=HTTP%20200 content=@the-same mode=600 owner=0"),
        rowOf("one-gateway", true, "passed", "@only gateway=openclaw-gateway.service",
            "@gateway-processes place=openclaw-gateway.service count=1"),
        rowOf("token-unchanged", true, "passed", "sha256 5f3a…", "sha256 5f3a…"),
        rowOf("sessions-count", false, "passed", "@unless-users-changed-since moved=4", "4",
            "@files-in-docker-with-locks count=6 files=@session-files locks=2"),
        rowOf("workspace-count", false, "passed", "@unless-users-changed-since moved=584", "584",
            "@files-in-docker count=584 files=@workspace-files"),
        rowOf("copy-equality", true, "passed", "@proven-before-first-start", "@yes"),
        rowOf("source-unchanged", true, "passed", "@entries-as-in-manifest count=3096", "@all-equal"),
        rowOf("history-readable", true, "passed", "@messages-of-old-session-on-disk count=42",
            "@messages-read count=42 session=@same-session"),
        rowOf("baseline-sshd", true, "passed", "@no-line-added-removed", "@as-before",
            "@lines-sha256 count=14 sum=0f3a5d11c2b94e77"),
        rowOf("baseline-nginx", true, "passed", "@no-line-added-removed", "@as-before",
            "@lines-sha256 count=212 sum=91c2b94e770f3a5d"),
        rowOf("baseline-firewall", true, green ? "passed" : "failed", "@no-line-added-removed",
            green ? "@as-before"
                  : "@lines-differ count=2\n- iptables filter INPUT: -A INPUT -p tcp -m multiport --dports "
                    "22,18080,18789 -j ACCEPT\n+ iptables filter INPUT: -A INPUT -p tcp -m multiport --dports 22,18080 "
                    "-j ACCEPT",
            "@lines-sha256 count=31 sum=b94e770f3a5d91c2"),
        rowOf("disk-space", false, green ? "passed" : "warning", "@least-mib-free least=512",
            green ? "@mib-free free=6553" : "@mib-free free=402"),
        rowOf("outside-panel", false, green ? "passed" : "unknown", "@as-before-in-the-vm before=HTTP%20401",
            (outside + (green ? "HTTP%20401" : "this%20desk%20has%20no%20network")).c_str(), "HTTP 401"),
    });
}

} // namespace usual
