#pragma once

#include "engine/run/adopt.h"
#include "gui/settings/app_settings.h"

#include <QObject>

#include <vector>

namespace undock::gui {

/// One VM as a node and the ledger tell of it.
struct FoundVm {
    QString vmid, name, status, ip;
    QString sshPort, panelPort, gatewayPort; ///< public ports on the node; empty where no rule leads there
    QString ledger; ///< what the ledger says of it, in short; empty without one
    QStringList problems; ///< what stands against migrating it, or wants to be looked at
};

/// What a test of the connection found.
struct NodeReport {
    std::optional<Error> error;
    QString login; ///< agent, key, keyboard-interactive, password
    QString fingerprint; ///< SHA256:…
    int vms = 0;
    QString vmid; ///< the VM that was probed; empty when none was
    std::optional<Error> vmError; ///< why no command can be run in it
};

/// Who has what on a node: the cards (one a VM, as LeaseCard's JSON) and the holds.
struct NodeOccupancy {
    QString node;
    std::vector<Json> cards;
    std::vector<Json> holds;
};

/// Questions to a node that belong to no run. Answers come by signal on the
/// GUI's thread. All windows share one: a new question ends the one before it, of which
/// nothing is heard any more, so who asks says cancel() first and tells who waited for that.
class NodeInquiry : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void test(const SavedNode &node, const QString &vmid) = 0;
    virtual void discover(const SavedNode &node) = 0;
    virtual void lookUp(const SavedNode &node, const QString &vmid) = 0;
    virtual void occupancy(const SavedNode &node) = 0;
    /// Ends a hold whose VM was rolled back or is gone; then tells the occupancy anew.
    virtual void releaseHold(
        const SavedNode &node, const QString &vmid, const QString &operatorName, const QString &reason)
        = 0;
    /// Takes the newest run of a VM over from another desk.
    virtual void adopt(const SavedNode &node, const RunParameters &vm, const Adoption &adoption) = 0;
    /// Ends what is asked now, if anything, and tells by cancelled().
    virtual void cancel() = 0;
    /// The panel's releases from `source` (GitHub's form), newest first.
    virtual void listReleases(const QString &source, const QString &repository) = 0;

Q_SIGNALS:
    void cancelled();
    void tested(const undock::gui::NodeReport &report);
    void discovered(const QString &node, const std::vector<undock::gui::FoundVm> &vms);
    /// What of the node a person should know; comes after `discovered`, which it does not take back.
    void noticed(const QString &node, const undock::Error &notice);
    void lookedUp(const undock::gui::FoundVm &vm);
    void failed(const undock::Error &error);
    void occupied(const undock::gui::NodeOccupancy &occupancy);
    void adopted(const QString &run);
    /// What was asked of listReleases() stands behind the answer.
    void releasesListed(const QStringList &tags, const QString &source, const QString &repository);
    /// The list could not be had; the tag is typed then.
    void releasesFailed(const QString &why, const QString &source, const QString &repository);
};

} // namespace undock::gui
