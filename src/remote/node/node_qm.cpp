#include "remote/node/node_qm.h"

#include "core/node/qm_answer.h"
#include "core/text/phrase.h"

namespace undock::remote {
namespace {

using namespace std::chrono_literals;
using Kind = Error::Kind;

/// How long to wait for another caller's turn with this VM: its longest wait, and some.
constexpr auto patience = 40s;
/// The wait for the deletion lock, interpreter starts, the way back of a large answer.
constexpr auto slack = 60s;

constexpr QByteArrayView sendingMark = "undock-node: sending\n";

} // namespace

NodeQm::NodeQm(NodeShell &shell)
    : m_shell(shell)
{
}

Result<QByteArray> NodeQm::call(Vmid vmid, const QByteArray &input, std::chrono::seconds timeout,
    const std::optional<DeletionGuard> &guard, std::stop_token stop)
{
    const QString where = QStringLiteral("VM ") + vmid.toString();
    QList<QByteArray> arguments{ QByteArray::number(vmid.value()), QByteArray::number(qint64(timeout.count())),
        QByteArray::number(qint64(patience.count())) };
    if (guard)
        arguments << guard->run.toUtf8() << QByteArray::number(guard->generation);
    auto result = m_shell.run(QStringLiteral("qm-call"), arguments, input, timeout + patience + slack, stop);
    if (!result)
        return tl::make_unexpected(result.error());

    const auto mark = result->err.indexOf(sendingMark);
    if (mark < 0)
        return fail(Kind::NotReached, QStringLiteral("node-script-failed"),
            phrase("guest-not-reached", { { "exit", result->exit } }), where);
    result->err.remove(0, mark + sendingMark.size());
    const QmAnswer answer = parseQmGuestExec(result->out, result->err, result->exit);
    if (answer.state != QmAnswer::State::Finished) {
        Error error = troubleError(answer, where);
        // For this layer: what was certainly not asked was not reached.
        if (!answer.mayHaveRun)
            error.kind = Kind::NotReached;
        return tl::make_unexpected(std::move(error));
    }
    if (answer.outTruncated)
        return fail(Kind::Unknown, QStringLiteral("guest-answer-broken"), phrase("guest-answer-cut"), where);
    return answer.out;
}

} // namespace undock::remote
