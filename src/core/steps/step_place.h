#pragma once

#include "core/params/choices.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace undock {

/// Where a step stands in a chain: "switch 60", or "early prepare 30" where the two orders differ. The numbers leave
/// room, so that a step can be put between two others without a change of theirs.
struct StepPlace {
    std::optional<Order> order; ///< nothing: the same in both, or a chain that knows no orders
    QString chain;
    int number = 0;

    bool isIn(QStringView otherChain, std::optional<Order> otherOrder) const
    {
        return chain == otherChain && (!order || order == otherOrder);
    }
};

/// The chains of a migration, in the order in which they are sent.
QStringList chainsOf(Order order);
/// Chains that belong to no order: the ways back and the deletion.
QStringList chainsOfTheirOwn();

/// The chain that the scan is, of which the node's part is no script.
inline constexpr char scanChain[] = "scan";
/// What is done before the stop with Order::Early.
inline constexpr char prepareChain[] = "prepare";
inline constexpr char acceptanceChain[] = "acceptance";
inline constexpr char rollbackChain[] = "rollback";
inline constexpr char restoreChain[] = "restore";
inline constexpr char deletionChain[] = "deletion";

/// Places as a header writes them, separated by ", "; nothing when a word is not understood.
std::optional<std::vector<StepPlace>> parsePlaces(const QString &text);

} // namespace undock
