#include "engine/ledger/desk_ledger.h"

#include "remote/node/local_exec.h"

namespace undock {

namespace {

constexpr char onNode[] = "node:";

Result<remote::SharedFile> readHere(const QString &path, std::stop_token stop)
{
    remote::LocalExec here;
    remote::NodeShell shell(here, false);
    return remote::readSharedFile(shell, path, stop);
}

} // namespace

DeskLedger::DeskLedger(QString place, NodePort &node)
    : m_place(std::move(place))
    , m_node(node)
{
}

bool DeskLedger::isOnNode(const QString &place)
{
    return place.startsWith(QLatin1String(onNode));
}

QString DeskLedger::pathOnNode() const
{
    return m_place.mid(static_cast<qsizetype>(sizeof onNode) - 1);
}

Result<DeskLedger::Read> DeskLedger::read(std::stop_token stop)
{
    auto file = isOnNode(m_place) ? m_node.readFile(pathOnNode(), stop) : readHere(m_place, stop);
    if (!file)
        return tl::make_unexpected(file.error());
    auto ledger = Ledger::parse(file->content);
    if (!ledger)
        return tl::make_unexpected(ledger.error());
    return Read{ std::move(*file), std::move(*ledger) };
}

Done DeskLedger::swap(const remote::SharedFile &before, const QByteArray &content, std::stop_token stop)
{
    if (isOnNode(m_place))
        return m_node.swapFile(pathOnNode(), before.sha256, content, stop);
    remote::LocalExec here;
    remote::NodeShell shell(here, false);
    return remote::swapSharedFile(shell, m_place, before.sha256, content, stop);
}

} // namespace undock
