#pragma once

#include "core/base/json.h"
#include "core/run/run_state.h"

#include <optional>

namespace undock {

/// What somebody answered to a yes-or-no question, or that nobody could be asked.
struct Answer {
    enum class Kind { Unknown, No, Yes };
    Kind kind = Kind::Unknown;
    QString detail; ///< what was seen, for people
};

/// One node of the queue, as it answered when its holds were asked for.
struct NodeHolds {
    struct Mark {
        QString vmid;
        QString reason;
    };
    QString node;
    bool answered = false; ///< false: it could not be asked, which counts as a hold
    QString trouble; ///< why not
    std::vector<Mark> marks; ///< provisional, definite and resolved ones alike
};

/// Who the node says works on the VM.
struct CardSeen {
    QString run;
    qint64 generation = 0;
    bool live = false; ///< its holder's heartbeat is there
};

/// Everything that a deletion is judged by. Start from deletionFactsOf(): it fills in what
/// the journal proves. The rest has to be asked now, on the node and in the guest; what is
/// left out is unknown, and unknown forbids.
struct DeletionFacts {
    // Of the journal.
    QString run;
    QString vmid;
    QString node;
    Answer gates; ///< A to H green, nothing unsettled, not on the way back
    Answer backupVerified;
    Answer equalityProven; ///< once, before the first start
    Answer cutoverPresent;
    Answer notDeletedYet;
    bool acceptanceDone = false;
    bool acceptanceGreen = false;
    QDateTime acceptanceAt;
    std::vector<CheckRow> acceptanceRows;
    Json acceptanceVersions; ///< what the acceptance found installed
    std::optional<Json> accepted; ///< the user's word: {by, note, tried, versions}
    QDateTime acceptedAt;

    // Asked now.
    qint64 generation = 0; ///< that this program holds the VM under
    std::optional<CardSeen> card; ///< nullopt: the node could not be asked
    bool noCard = false; ///< the node was asked and has no card of this VM
    QStringList queueNodes; ///< every node of the queue; this VM's own is always one of them
    QStringList retiredNodes; ///< taken out of that by an operator's word; named in what is journaled
    std::vector<NodeHolds> holds;
    QDateTime acceptanceNotBefore; ///< when this deletion was asked for: an older acceptance is not "just re-run"
};

/// What the journal says, and nothing beyond it.
DeletionFacts deletionFactsOf(const RunState &state);

struct DeletionCondition {
    enum class State { Met, Unmet, Unknown };
    QString id;
    State state = State::Unknown;
    QString detail; ///< English: what was found, and what to do about it

    bool met() const { return state == State::Met; }
};

/// Invariant 2, condition by condition, always all of them and in one order. What they are called stands in
/// resources/words (`conditions`).
struct DeletionConditions {
    std::vector<DeletionCondition> conditions;

    /// Every single one is met. Unknown counts as unmet.
    bool allowed() const;
    QStringList unmet() const; ///< ids
    /// As event::deletionConditions wants it.
    Json toJson() const;
};

DeletionConditions evaluateDeletion(const DeletionFacts &facts);

QString stateName(DeletionCondition::State state);

} // namespace undock
