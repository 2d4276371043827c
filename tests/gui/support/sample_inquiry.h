#pragma once

#include "gui/desk/node_inquiry.h"

namespace undock::gui::test {

/// Answers questions to nodes from what a test put in.
class SampleInquiry : public NodeInquiry {
    Q_OBJECT
public:
    using NodeInquiry::NodeInquiry;

    NodeReport report { std::nullopt, QStringLiteral("agent"), QStringLiteral("SHA256:4Zq8r0y0nYp1sVb7kQw2mXcT9dLhE6uJ3aFgN5oRiKs"), 6 };
    std::vector<FoundVm> vms;
    std::optional<Error> error;
    QStringList tags { QStringLiteral("v2026.02.20-r4"), QStringLiteral("v2026.02.20-r3"), QStringLiteral("v2026.02.20-r2") };
    QString releasesError;
    QStringList asked;
    bool silent = false; ///< never answers, as a node that hangs

    void fill();
    void test(const SavedNode &node, const QString &vmid) override;
    void discover(const SavedNode &node) override;
    void lookUp(const SavedNode &node, const QString &vmid) override;
    void cancel() override { asked << QStringLiteral("cancel"); }
    void listReleases(const QString &source, const QString &repository) override;
};

} // namespace undock::gui::test
