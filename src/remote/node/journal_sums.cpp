#include "remote/node/journal_sums.h"

namespace undock::remote {
namespace {

/// The lock of the leases is held for the length of one change.
constexpr auto sumPatience = std::chrono::seconds(30);

} // namespace

Done keepJournalSum(NodeShell &shell, Vmid vmid, const QString &run, qint64 generation, const QByteArray &sha256,
    CopyIs state, std::stop_token stop)
{
    const auto answer = shell.ask(QStringLiteral("journal-sum"),
        { state == CopyIs::Sent ? "sent" : "arrived", QByteArray::number(vmid.value()), run.toUtf8(),
            QByteArray::number(generation), sha256 },
        {}, sumPatience, stop);
    if (!answer)
        return tl::make_unexpected(answer.error());
    return {};
}

Result<JournalSums> journalSums(NodeShell &shell, Vmid vmid, std::stop_token stop)
{
    const auto answer
        = shell.ask(QStringLiteral("journal-sum"), { "list", QByteArray::number(vmid.value()) }, {}, sumPatience, stop);
    if (!answer)
        return tl::make_unexpected(answer.error());
    return JournalSums{ QString::fromUtf8(answer->value("run")), answer->all("sum") };
}

} // namespace undock::remote
