#pragma once

#include "engine/port/reach.h"
#include "unit/support/scripted/lies.h"
#include "unit/support/scripted/scripted_world.h"

#include <map>
#include <set>

/// A scripted world whose guests are asked as real ones are: through the shipped link, with its frames, packs and
/// notes. Some of them lie.
class HostileReach : public undock::Reach {
public:
    HostileReach(ScriptedWorld &world, unsigned seed)
        : m_world(world)
        , m_seed(seed)
    {
    }

    /// What the guest of this VMID makes of each true answer.
    std::map<int, Lie> lies;
    /// VMs of which the node tells strange things too: in its configuration, its addresses, its cards and holds.
    std::set<int> strangeNodes;

    // Counted under the world's lock.
    qint64 answers = 0;
    qint64 lied = 0;
    int deletionsSent = 0; ///< to lying guests
    QStringList wrongDeletions; ///< what stood against one as it was sent

    ScriptedWorld &world() { return m_world; }
    unsigned seed() const { return m_seed; }

    std::unique_ptr<undock::NodePort> node(const undock::NodeTarget &node, undock::Vmid vmid,
        const undock::NodeAccess &access, undock::Prompter &prompter) override;
    undock::PublicAnswer publicPort(const QString &host, int port, const std::function<bool()> &over) override
    {
        return m_world.publicPort(host, port, over);
    }
    undock::Clock &clock() override { return m_world.clock(); }

private:
    ScriptedWorld &m_world;
    unsigned m_seed;
};
