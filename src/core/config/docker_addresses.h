#pragma once

#include "core/base/json.h"

#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace undock {

class Facts;

/// (an address as it is written, host:port or host; host:port that leads there from the guest)
using AddressChanges = std::vector<std::pair<QString, QString>>;

/// Those that the scan's facts `address` name. What is no address is passed over: a guest wrote them.
AddressChanges addressChanges(const Facts &scan);

namespace config {

/// Replaces addresses that exist only inside Docker, in URLs and where a text is nothing else, but not in
/// what names others: allowed origins, trusted proxies. Gives a note for each text.
QStringList rewriteAddresses(Json &config, const AddressChanges &changes);

} // namespace config

} // namespace undock
