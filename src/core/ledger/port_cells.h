#pragma once

#include <QString>

#include <optional>

namespace undock::ledger {

/// A port as people write it in a table: `10201`, `10201->18080`, `10201→18080`
/// (the public one is meant), `192.0.2.10:10201`, `http://192.0.2.10:10201/`.
std::optional<quint16> readPort(const QString &text);

struct Block {
    quint16 first = 0;
    std::optional<quint16> last;
};
/// `10200-10249`, with any usual dash, `~`, `:` or 至 between; or the first port alone.
std::optional<Block> readBlock(const QString &text);

} // namespace undock::ledger
