#include "core/node/guest_addresses.h"

#include "core/base/json.h"

namespace undock {

std::optional<QList<GuestIp>> parseGuestAddresses(const QByteArray &json)
{
    constexpr qsizetype most = 64;
    constexpr qsizetype mostBytes = 4 * 1024 * 1024;
    const Json interfaces = parseJson(json, mostBytes);
    if (!interfaces.is_array())
        return std::nullopt;
    QList<GuestIp> found;
    for (const Json &interface : interfaces) {
        if (!interface.is_object())
            return std::nullopt;
        const auto addresses = interface.find("ip-addresses");
        if (addresses == interface.end() || !addresses->is_array())
            continue; // an interface without any
        for (const Json &address : *addresses) {
            const auto text = address.is_object() ? address.find("ip-address") : address.end();
            if (!address.is_object() || text == address.end() || !text->is_string())
                continue;
            // IPv6 and loopback are no GuestIp.
            const auto ip = GuestIp::parse(QString::fromStdString(text->get<std::string>()));
            if (ip && !found.contains(*ip) && found.size() < most)
                found.append(*ip);
        }
    }
    return found;
}

} // namespace undock
