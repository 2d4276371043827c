#pragma once

#include "core/record/record.h"

namespace undock {

class RunState;

/// `http://host:port/` of the panel by the node's public port; empty where the scan found no mapping.
QString panelAddress(const RunState &state);

/// Two short texts for whoever comes after the migration, in the record's language, safe to show and to send.
struct HandoverText {
    QString user; ///< of the VM: where it is, what changed for them, what to try, whom to tell
    QString nextOperator; ///< paths, services, logs, what to ask it, and the way back
};

/// Nothing while there is nothing to hand over: before the acceptance, and while the bot may be down.
std::optional<HandoverText> handoverText(const std::vector<JournalEvent> &events, const RecordOptions &options = {});

} // namespace undock
