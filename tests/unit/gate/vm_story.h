#pragma once

#include "core/gate/deletion.h"
#include "journals/journal_builder.h"

#include <map>
#include <vector>

/// One VM's story as far as deletions care, told by real journals.
///
/// Every point of the story is a node of a finite graph; its journal is a
/// representative one. That two journals which reach the same point are judged the
/// same is checked while the graph is made, so that exploring points is
/// exploring journals.
class VmStory {
public:
    enum class Life { Docker, Direct, RollingBack, RolledBack, DeletionUnknown, Deleted };
    enum class Acceptance { None, Green, Failed, Unknown };
    /// What is true of the VM, whatever any gate thinks.
    struct Truth {
        Life life = Life::Docker;
        Acceptance acceptance = Acceptance::None; ///< how the newest one that ended did
        bool running = false; ///< another one is under way
        int installed = 1; ///< version on the VM
        int checked = 0; ///< version that the newest acceptance saw; 0: none counts
        int accepted = 0; ///< version that the user accepted; 0: none counts
        auto operator<=>(const Truth &) const = default;
    };
    enum Event {
        Migrate,
        BeginAcceptance,
        AcceptanceGreen,
        AcceptanceFailed,
        AcceptanceUnknown,
        UserAccepts,
        VersionChanges,
        BeginRollback,
        EndRollback,
        SendDeletion,
        DeletionDone,
        DeletionNeverRan,
        DeletionFailed,
        eventCount
    };
    /// What a careless program could have left out before the cutover.
    enum class Flaw { None, BackupUnverified, EqualityUnproven };

    explicit VmStory(Flaw flaw);

    struct Point {
        Truth truth;
        undock::DeletionFacts facts; ///< of the journal only
        int next[eventCount]; ///< -1: cannot happen here
    };
    const std::vector<Point> &points() const { return m_points; }
    Flaw flaw() const { return m_flaw; }
    /// Points that two journals reached and that were judged differently: must stay empty.
    const QStringList &disagreements() const { return m_disagreements; }

private:
    struct Told {
        Truth truth;
        JournalBuilder journal;
        QString openJob;
    };
    std::optional<Told> after(const Told &told, Event event) const;
    void migrate(Told &told) const;
    int place(const Told &told, std::vector<Told> &queue);
    static undock::Json versions(int version) { return { { "openclaw", "2026.2." + std::to_string(version) } }; }
    static QStringList judged(const undock::DeletionFacts &facts);

    Flaw m_flaw;
    std::vector<Point> m_points;
    std::map<Truth, int> m_index;
    QStringList m_disagreements;
};

inline VmStory::VmStory(Flaw flaw)
    : m_flaw(flaw)
{
    std::vector<Told> queue;
    place({ {}, JournalBuilder::created(), {} }, queue);
    for (size_t done = 0; done < queue.size(); ++done) {
        const Told told = queue[done];
        const int from = m_index.at(told.truth);
        for (int event = 0; event < eventCount; ++event) {
            const auto next = after(told, static_cast<Event>(event));
            m_points[static_cast<size_t>(from)].next[event] = next ? place(*next, queue) : -1;
        }
    }
}

inline QStringList VmStory::judged(const undock::DeletionFacts &journalFacts)
{
    undock::DeletionFacts facts = journalFacts;
    facts.acceptanceNotBefore = facts.acceptanceAt;
    QStringList states;
    for (const undock::DeletionCondition &one : undock::evaluateDeletion(facts).conditions)
        states << one.id + QLatin1Char('=') + undock::stateName(one.state);
    return states;
}

inline int VmStory::place(const Told &told, std::vector<Told> &queue)
{
    const undock::DeletionFacts facts = undock::deletionFactsOf(told.journal.state());
    if (const auto known = m_index.find(told.truth); known != m_index.end()) {
        const Point &point = m_points[static_cast<size_t>(known->second)];
        if (judged(point.facts) != judged(facts))
            m_disagreements << judged(facts).join(QLatin1Char(' '));
        return known->second;
    }
    const int index = static_cast<int>(m_points.size());
    m_index[told.truth] = index;
    m_points.push_back({ told.truth, facts, {} });
    queue.push_back(told);
    return index;
}

inline void VmStory::migrate(Told &told) const
{
    JournalBuilder &journal = told.journal;
    for (const char stage : { 'A', 'B', 'C', 'D', 'E', 'F', 'G' }) {
        for (const QString &step : JournalBuilder::stepsOf(stage)) {
            if (step == QLatin1String("b-verify") && m_flaw == Flaw::BackupUnverified)
                journal.failStep(step, "sum-differs");
            else if (step == QLatin1String("e-copy") && m_flaw == Flaw::EqualityUnproven)
                journal.pass(step, undock::Json::array({ undock::Json::array({ "equal", "no" }) }));
            else
                journal.pass(step);
        }
    }
}

inline std::optional<VmStory::Told> VmStory::after(const Told &before, Event event) const
{
    Told told = before;
    Truth &truth = told.truth;
    JournalBuilder &journal = told.journal;
    const bool direct = truth.life == Life::Direct;
    const bool running = truth.running;
    const auto endAcceptance = [&](Acceptance how, bool green, const char *verdict) {
        journal.end(told.openJob, "passed", "passed");
        journal.event(undock::event::acceptance,
            { { "green", green },
                { "rows", undock::Json::array({ JournalBuilder::row("one-gateway", true, verdict) }) },
                { "versions", versions(truth.installed) } });
        truth.acceptance = how;
        truth.running = false;
        truth.checked = truth.installed;
    };
    switch (event) {
    case Migrate:
        if (truth.life != Life::Docker)
            return std::nullopt;
        migrate(told);
        truth.life = Life::Direct;
        return told;
    case BeginAcceptance:
        if (!direct || running)
            return std::nullopt;
        told.openJob = journal.begin("h-checks");
        truth.running = true;
        return told;
    case AcceptanceGreen:
    case AcceptanceFailed:
    case AcceptanceUnknown:
        if (!direct || !running)
            return std::nullopt;
        if (event == AcceptanceGreen)
            endAcceptance(Acceptance::Green, true, "passed");
        else if (event == AcceptanceFailed)
            endAcceptance(Acceptance::Failed, false, "failed");
        else
            endAcceptance(Acceptance::Unknown, false, "unknown");
        return told;
    case UserAccepts:
        if (!direct || running)
            return std::nullopt;
        journal.event(undock::event::accepted,
            { { "by", "user" }, { "tried", "a message" }, { "versions", versions(truth.installed) } });
        truth.accepted = truth.installed;
        return told;
    case VersionChanges:
        // Somebody updates the VM by hand; no journal hears of it.
        if (!direct || running || truth.installed == 2)
            return std::nullopt;
        truth.installed = 2;
        return told;
    case BeginRollback:
        if (!direct || running)
            return std::nullopt;
        told.openJob = journal.begin("r-direct-stop");
        truth = { Life::RollingBack, Acceptance::None, false, truth.installed, 0, 0 };
        return told;
    case EndRollback:
        if (truth.life != Life::RollingBack)
            return std::nullopt;
        journal.end(told.openJob, "passed", "passed");
        journal.pass("r-snapshot").pass("r-docker-start").pass("r-verify").finished("rolled-back");
        truth.life = Life::RolledBack;
        return told;
    case SendDeletion:
        if (!direct || running)
            return std::nullopt;
        told.openJob = journal.begin("i-delete");
        truth.life = Life::DeletionUnknown;
        return told;
    case DeletionDone:
        if (truth.life != Life::DeletionUnknown)
            return std::nullopt;
        journal.end(told.openJob, "passed", "passed",
            undock::Json::array({ undock::Json::array({ "removed", "openclaw-gateway" }),
                undock::Json::array({ "removed", "openclaw-panel" }) }));
        truth.life = Life::Deleted;
        return told;
    case DeletionNeverRan:
        if (truth.life != Life::DeletionUnknown)
            return std::nullopt;
        journal.end(told.openJob, "failed", "refused");
        truth.life = Life::Direct;
        return told;
    case DeletionFailed:
        // Without a word of what it removed, the disk was full say: what is left can be deleted still.
        if (truth.life != Life::DeletionUnknown)
            return std::nullopt;
        journal.end(told.openJob, "failed", "failed");
        truth.life = Life::Direct;
        return told;
    case eventCount:
        break;
    }
    return std::nullopt;
}
