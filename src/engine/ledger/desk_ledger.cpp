#include "engine/ledger/desk_ledger.h"

#include "remote/node/local_exec.h"

namespace undock {

namespace {

constexpr char onNode[] = "node:";

} // namespace

DeskLedger::DeskLedger(QString place, Connection &connection)
    : m_place(std::move(place))
    , m_connection(connection)
{
}

bool DeskLedger::isOnNode(const QString &place)
{
    return place.startsWith(QLatin1String(onNode));
}

template <class F> auto DeskLedger::with(F use) -> decltype(use(std::declval<remote::NodeShell &>(), QString()))
{
    if (isOnNode(m_place))
        return use(m_connection.shell(), m_place.mid(static_cast<qsizetype>(sizeof onNode) - 1));
    remote::LocalExec here;
    remote::NodeShell shell(here, false);
    return use(shell, m_place);
}

Result<DeskLedger::Read> DeskLedger::read(std::stop_token stop)
{
    auto file = with(
        [&](remote::NodeShell &shell, const QString &path) { return remote::readSharedFile(shell, path, stop); });
    if (!file)
        return tl::make_unexpected(file.error());
    auto ledger = Ledger::parse(file->content);
    if (!ledger)
        return tl::make_unexpected(ledger.error());
    return Read{ std::move(*file), std::move(*ledger) };
}

Done DeskLedger::swap(const remote::SharedFile &before, const QByteArray &content, std::stop_token stop)
{
    return with([&](remote::NodeShell &shell, const QString &path) {
        return remote::swapSharedFile(shell, path, before.sha256, content, stop);
    });
}

} // namespace undock
