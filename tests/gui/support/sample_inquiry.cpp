#include "support/sample_inquiry.h"

#include "core/text/phrase.h"

#include <QCoreApplication>

namespace undock::gui::test {

NodeOccupancy sampleOccupancy()
{
    return { QStringLiteral("root@node-1.example"),
        { { { "vmid", 103 }, { "run", "103-a" }, { "holder", "chen" }, { "host", "desk-2" }, { "step", "e-copy" },
              { "since", "2026-02-20T08:11:00Z" }, { "live", true } },
            { { "vmid", 104 }, { "run", "104-b" }, { "holder", "wang" }, { "host", "desk-3" }, { "step", "d-install" },
                { "since", "2026-02-20T07:40:00Z" }, { "live", false } } },
        { { { "vmid", 105 }, { "holder", "chen" }, { "host", "desk-2" }, { "reason", "http-gateway-front-login" },
            { "resolved", "rolled-back" }, { "since", "2026-02-20T07:00:00Z" } } } };
}

void SampleInquiry::fill()
{
    for (int i = 0; i < 14; ++i) {
        FoundVm vm;
        vm.vmid = QString::number(102 + i);
        vm.name = QStringLiteral("vm-260219-%1").arg(i + 1, 2, 10, QLatin1Char('0'));
        vm.status = i == 9 ? QStringLiteral("stopped") : QStringLiteral("running");
        vm.ip = QStringLiteral("10.10.10.%1").arg(11 + i);
        vm.sshPort = QString::number(10100 + 50 * i);
        vm.panelPort = QString::number(10101 + 50 * i);
        vm.gatewayPort = QString::number(10102 + 50 * i);
        vm.ledger = QCoreApplication::translate("undock::gui::EngineInquiry", "line %1: %2")
                        .arg(i + 2)
                        .arg(QStringList{ vm.panelPort, vm.gatewayPort, vm.sshPort }.join(QLatin1Char(' ')));
        if (i == 9)
            vm.problems << phrase("vm-is-stopped");
        if (i == 11)
            vm.problems << phrase("vm-agent-not-enabled");
        vms.push_back(vm);
    }
}

void SampleInquiry::test(const SavedNode &node, const QString &)
{
    asked << QStringLiteral("test ") + node.target;
    if (silent)
        return;
    NodeReport answer = report;
    answer.error = error;
    Q_EMIT tested(answer);
}

void SampleInquiry::discover(const SavedNode &node)
{
    asked << QStringLiteral("discover ") + node.target;
    if (silent)
        return;
    if (error)
        Q_EMIT failed(*error);
    else
        Q_EMIT discovered(node.target, vms);
}

void SampleInquiry::lookUp(const SavedNode &node, const QString &vmid)
{
    asked << QStringLiteral("look up %1 %2").arg(node.target, vmid);
    if (silent)
        return;
    if (error) {
        Q_EMIT failed(*error);
        return;
    }
    for (const FoundVm &vm : vms) {
        if (vm.vmid == vmid) {
            Q_EMIT lookedUp(vm);
            return;
        }
    }
    Q_EMIT failed({ Error::Kind::Refused, QStringLiteral("no-such-vm"),
        QStringLiteral("The node has no VM %1.").arg(vmid), vmid, {} });
}

void SampleInquiry::occupancy(const SavedNode &node)
{
    asked << QStringLiteral("occupancy ") + node.target;
    if (silent)
        return;
    if (error) {
        Q_EMIT failed(*error);
        return;
    }
    here.node = node.target;
    Q_EMIT occupied(here);
}

void SampleInquiry::releaseHold(
    const SavedNode &node, const QString &vmid, const QString &operatorName, const QString &reason)
{
    asked << QStringLiteral("release %1 %2: %3").arg(vmid, operatorName, reason);
    if (!error)
        std::erase_if(here.holds, [&](const Json &hold) { return QString::number(intAt(hold, "vmid")) == vmid; });
    occupancy(node);
}

void SampleInquiry::adopt(const SavedNode &, const RunParameters &vm, const Adoption &adoption)
{
    asked << QStringLiteral("adopt %1: %2").arg(vm.vmid.toString(), adoption.reason);
    for (const QString &accepted : { adoption.acceptedDifferences, adoption.acceptedCopy }) {
        if (!accepted.isEmpty())
            asked << QStringLiteral("accepted ") + accepted;
    }
    if (error)
        Q_EMIT failed(*error);
    else
        Q_EMIT adopted(QStringLiteral("adopted-run"));
}

void SampleInquiry::listReleases(const QString &source, const QString &repository)
{
    if (releasesError.isEmpty())
        Q_EMIT releasesListed(tags, source, repository);
    else
        Q_EMIT releasesFailed(releasesError, source, repository);
}

} // namespace undock::gui::test
