#pragma once

#include "engine/port/reach.h"
#include "unit/support/scripted/scripted_clock.h"
#include "unit/support/scripted/scripted_guest.h"

#include <mutex>

/// The desk's program is gone at this very moment. Thrown out of a call to the node or guest.
struct DeskDied { };

/// What a call meets on its way.
enum class Fate {
    Arrives,
    NotSent, ///< certainly not asked
    LostOnTheWay, ///< never arrives, and nobody can tell
    AnswerLost, ///< arrives, is carried out, and nobody can tell
    LinkBreaks, ///< the answer is lost, and the session with it
    DeskDiesBefore,
    DeskDiesAfter,
};

struct Call {
    QString node;
    int vmid = 0;
    QString verb; ///< start, follow, fetch, report, runs, note, read-note, pause, cancel; facts, cards, holds,
                  ///< place-hold, lift-hold, resolve-hold, release-hold, read-file, swap-file; copy-sent,
                  ///< copy-arrived, journal-sums
    QString about; ///< first step of a chain, job, or run
    int number = 0; ///< of all calls so far, from 1 on
};

/// A node as plain data, with the rules of resources/node.
struct ScriptedNode {
    struct Card {
        QString run, holder, step, jobId;
        qint64 generation = 0;
        undock::remote::LeaseJob job = undock::remote::LeaseJob::None;
        bool live = false;
        std::optional<qint64> until; ///< by clockMs: when it takes no slot any more
    };
    struct Mark {
        bool definite = false;
        QString run, reason, resolved;
    };
    QString name;
    QString awayBecause; ///< code of the connection's error; empty: it is there
    std::map<int, Card> cards;
    std::map<int, qint64> generations;
    std::map<int, Mark> holds;
    std::map<int, undock::remote::JournalSums> journals; ///< by VM
    std::map<int, std::unique_ptr<ScriptedGuest>> guests;
    std::map<QString, QByteArray> files;
    /// Alters what the node tells of itself and the VM, or says why it tells nothing.
    std::function<undock::Done(undock::remote::NodeFacts &)> onFacts;
    QStringList history; ///< releases and overrides, in words
    qint64 clockMs = 0; ///< its own: a test may move it on
    int sessions = 0;
    int mostAtOnce = 0; ///< cards that took a slot at the same time
};

/// Nodes, their VMs and time, as the engine reaches them. Everything happens under one lock.
class ScriptedWorld : public undock::Reach {
public:
    ScriptedWorld();
    ~ScriptedWorld() override;

    ScriptedNode &node(const QString &name = QStringLiteral("root@192.0.2.1"));
    ScriptedGuest &guest(int vmid = 102, const QString &node = QStringLiteral("root@192.0.2.1"));

    /// Asked for each call; none: everything arrives.
    std::function<Fate(const Call &)> fate;
    std::vector<Call> calls;
    /// Called where a session is to be made, outside the lock: it may wait. An error: there is none.
    std::function<undock::Done(int vmid, const std::stop_token &stop)> onConnect;
    undock::PublicAnswer outside{ 401, {} };
    /// Called where the desk waits for that answer; false: it does not come in time.
    std::function<bool()> onOutside;
    /// Another desk takes the VM over.
    void takeOver(int vmid, const QString &run, const QString &node = QStringLiteral("root@192.0.2.1"));
    /// Of all guests.
    QStringList broken();
    const undock::StepCatalog &catalog() const { return m_catalog; }
    /// Other headers than the program's own; before a run begins.
    void setCatalog(undock::StepCatalog catalog) { m_catalog = std::move(catalog); }
    std::recursive_mutex &lock() { return m_lock; }

    std::unique_ptr<undock::NodePort> node(const undock::NodeTarget &node, undock::Vmid vmid,
        const undock::NodeAccess &access, undock::Prompter &prompter) override;
    undock::PublicAnswer publicPort(const QString &host, int port, const std::function<bool()> &over) override;
    undock::Clock &clock() override { return m_clock; }

private:
    undock::StepCatalog m_catalog;
    ScriptedClock m_clock;
    std::recursive_mutex m_lock;
    std::map<QString, std::unique_ptr<ScriptedNode>> m_nodes;
};
