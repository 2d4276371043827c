#pragma once

#include "engine/run/connection.h"
#include "remote/node/lease_keeper.h"

namespace undock {

/// A connection of its own for a lease's heartbeats, made with the answers that the
/// worker's connection already got.
remote::LeaseKeeper::Open leaseLink(NodeTarget node, NodeAccess access, remote::Prompter &prompter);

} // namespace undock
