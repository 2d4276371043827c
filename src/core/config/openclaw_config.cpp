#include "core/config/openclaw_config.h"

#include "core/config/json_text.h"
#include "core/config/old_paths.h"
#include "core/text/phrase.h"
#include "guest_layout.h"

#include <algorithm>

namespace undock {

namespace {

constexpr int gatewayPort = LAYOUT_GATEWAY_PORT;
constexpr char gatewayUrl[] = "ws://127.0.0.1:" LAYOUT_GATEWAY_PORT_TEXT;
// The front that nginx serves: the browser names it as its origin.
constexpr const char *frontOrigins[]
    = { "http://127.0.0.1:" LAYOUT_FRONT_GATEWAY_PORT_TEXT, "http://localhost:" LAYOUT_FRONT_GATEWAY_PORT_TEXT };

void setWhenFalsy(Json &object, const char *key, const std::string &value)
{
    if (!object.contains(key) || config::isFalsy(object[key]))
        object[key] = value;
}

Done addOrigins(Json &controlUi)
{
    Json origins = Json::array();
    if (controlUi.contains("allowedOrigins") && !config::isFalsy(controlUi["allowedOrigins"]))
        origins = controlUi["allowedOrigins"];
    if (!origins.is_array())
        return fail(Error::Kind::BadInput, QStringLiteral("config-shape"), phrase("config-origins-no-list"),
            QStringLiteral("/gateway/controlUi/allowedOrigins"), phrase("cure-origins-list"));
    for (const char *origin : frontOrigins) {
        if (std::find(origins.begin(), origins.end(), origin) == origins.end())
            origins.push_back(origin);
    }
    controlUi["allowedOrigins"] = origins;
    return {};
}

/// The order of the assignments is the order in which new keys appear.
Done editGateway(Json &config, GatewayMode modeWhenUnset)
{
    const QString pointer = QStringLiteral("/gateway");
    const auto gateway = config::objectAt(config, "gateway", {});
    if (!gateway)
        return tl::make_unexpected(gateway.error());
    Json &object = **gateway;
    object["port"] = gatewayPort;
    setWhenFalsy(object, "bind", "loopback");
    setWhenFalsy(object, "mode", toStd(nameOf(modeWhenUnset)));
    const auto remote = config::objectAt(object, "remote", pointer);
    if (!remote)
        return tl::make_unexpected(remote.error());
    (**remote)["url"] = gatewayUrl;
    const auto controlUi = config::objectAt(object, "controlUi", pointer);
    if (!controlUi)
        return tl::make_unexpected(controlUi.error());
    return addOrigins(**controlUi);
}

QStringList gatewayNotes(const Json &before, const Json &after)
{
    QStringList notes;
    const Json &gateway = after["gateway"];
    if (gateway["mode"] != "local") {
        const bool kept = before.contains("gateway") && before["gateway"].contains("mode")
            && before["gateway"]["mode"] == gateway["mode"];
        const QString pointer = QStringLiteral("/gateway/mode");
        notes += QStringLiteral("kept-mode ")
            + (kept ? phrase("kept-mode", { { "pointer", pointer } })
                    : phrase("mode-as-chosen", { { "pointer", pointer } }));
    }
    if (gateway["bind"] != "loopback")
        notes += QStringLiteral("kept-bind ") + phrase("kept-bind", { { "pointer", QStringLiteral("/gateway/bind") } });
    return notes;
}

} // namespace

Result<TransformResult> transformOpenclawConfig(
    const QByteArray &text, GatewayMode modeWhenUnset, const AddressChanges &addresses)
{
    const auto before = config::readObject(text);
    if (!before)
        return tl::make_unexpected(before.error());
    TransformResult result;
    result.before = *before;
    result.after = *before;
    if (const auto done = editGateway(result.after, modeWhenUnset); !done)
        return tl::make_unexpected(done.error());
    if (text.startsWith("\xef\xbb\xbf"))
        result.notes += QStringLiteral("byte-order-mark ") + phrase("byte-order-mark");
    result.notes += gatewayNotes(result.before, result.after);
    result.notes += config::rewriteStatePaths(result.after);
    result.notes += config::rewriteAddresses(result.after, addresses);
    result.notes += config::containerTraces(result.after);
    result.newText = jsonText(result.after);
    result.changes = configChanges(result.before, result.after);
    return result;
}

} // namespace undock
