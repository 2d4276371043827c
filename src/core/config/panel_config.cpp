#include "core/config/panel_config.h"

#include "core/config/json_text.h"
#include "core/config/old_paths.h"
#include "core/text/phrase.h"
#include "guest_layout.h"

#include <utility>

namespace undock {

namespace {

constexpr char logPath[] = LAYOUT_TARGET "/logs/gateway.log";

using Members = std::vector<std::pair<const char *, Json>>;

/// Sets members of one top-level object, which is made when it is not there.
Done setMembers(Json &config, const char *section, const Members &members)
{
    const auto object = config::objectAt(config, section, {});
    if (!object)
        return tl::make_unexpected(object.error());
    for (const auto &[key, value] : members)
        (**object)[key] = value;
    return {};
}

/// The order is the order in which new keys appear.
Done edit(Json &config, const PanelRepo &repo)
{
    config["runtime"] = { { "mode", "systemd" } };
    const std::pair<const char *, Members> sections[] = {
        { "panel", { { "listen_host", "127.0.0.1" }, { "listen_port", LAYOUT_PANEL_PORT } } },
        { "openclaw",
            { { "config_path", LAYOUT_TARGET_CONFIG }, { "service_name", "openclaw-gateway" },
                { "gateway_port", LAYOUT_GATEWAY_PORT }, { "gateway_ws_url", "" } } },
        { "docker", { { "enabled", false } } },
        { "log", { { "source", "journal" }, { "file_path", logPath } } },
    };
    for (const auto &[section, members] : sections) {
        if (const auto done = setMembers(config, section, members); !done)
            return done;
    }
    const auto update = config::objectAt(config, "update", {});
    if (!update)
        return tl::make_unexpected(update.error());
    if (!(**update).contains("github_token"))
        (**update)["github_token"] = "";
    return setMembers(config, "update",
        { { "bot_release_repo", "openclaw/openclaw" }, { "panel_release_repo", toStd(repo.toString()) },
            { "panel_service_name", "openclaw-panel" }, { "panel_app_dir", LAYOUT_PANEL_DIR } });
}

QStringList logNotes(const Json &before)
{
    if (!before.contains("log") || !before["log"].contains("file_path") || before["log"]["file_path"] == logPath)
        return {};
    return { QStringLiteral("stale-log-path ")
        + phrase("stale-log-path", { { "pointer", QStringLiteral("/log/file_path") } }) };
}

} // namespace

Result<TransformResult> transformPanelConfig(const std::optional<QByteArray> &text, const PanelRepo &repo)
{
    const auto before = text ? config::readObject(*text) : Result<Json>(Json::object());
    if (!before)
        return tl::make_unexpected(before.error());
    TransformResult result;
    result.before = *before;
    result.after = *before;
    if (const auto done = edit(result.after, repo); !done)
        return tl::make_unexpected(done.error());
    if (text && text->startsWith("\xef\xbb\xbf"))
        result.notes += QStringLiteral("byte-order-mark ") + phrase("byte-order-mark");
    result.notes += logNotes(result.before);
    result.notes += config::containerTraces(result.after, QStringLiteral(LAYOUT_SRC_STATE));
    result.newText = jsonText(result.after);
    result.changes = configChanges(result.before, result.after);
    return result;
}

} // namespace undock
