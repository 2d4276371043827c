#pragma once

#include "gui/desk/node_inquiry.h"

namespace undock::gui::test {

/// A colleague at work, one whose program is gone, and a hold that may be released.
NodeOccupancy sampleOccupancy();

/// Answers questions to nodes from what a test put in.
class SampleInquiry : public NodeInquiry {
    Q_OBJECT
public:
    using NodeInquiry::NodeInquiry;

    NodeReport report{ std::nullopt, QStringLiteral("agent"),
        QStringLiteral("SHA256:4Zq8r0y0nYp1sVb7kQw2mXcT9dLhE6uJ3aFgN5oRiKs"), 6, {}, std::nullopt };
    std::vector<FoundVm> vms;
    std::optional<Error> error;
    QStringList tags{ QStringLiteral("v2026.02.20-r4"), QStringLiteral("v2026.02.20-r3"),
        QStringLiteral("v2026.02.20-r2") };
    QString releasesError;
    QStringList asked;
    NodeOccupancy here; ///< what occupancy() tells
    bool silent = false; ///< never answers, as a node that hangs

    void fill();
    void test(const SavedNode &node, const QString &vmid) override;
    void discover(const SavedNode &node) override;
    void lookUp(const SavedNode &node, const QString &vmid) override;
    void occupancy(const SavedNode &node) override;
    void releaseHold(
        const SavedNode &node, const QString &vmid, const QString &operatorName, const QString &reason) override;
    void adopt(const SavedNode &node, const RunParameters &vm, const Adoption &adoption) override;
    void cancel() override
    {
        asked << QStringLiteral("cancel");
        Q_EMIT cancelled();
    }
    void listReleases(const QString &source, const QString &repository) override;
};

} // namespace undock::gui::test
