#include "cli/commands/commands.h"
#include "cli/commands/support.h"
#include "cli/run_watch.h"
#include "core/ledger/ledger_edit.h"
#include "core/text/display_safe.h"

namespace undock::cli {

namespace {

int show(const QStringList &arguments, const QString &description)
{
    const Parsed parsed = parse(arguments, description);
    if (parsed.exit)
        return *parsed.exit;
    Bench bench = makeBench(parsed.options, Runs::OfTheVm);
    const auto run = chosenRun(bench);
    if (!run)
        return tellError(*bench.terminal, run.error());
    const RunState state = bench.queue->state(*run);
    if (state.ledgerChanges().empty())
        bench.terminal->say(QStringLiteral("%1 changed nothing in the ledger").arg(*run));
    for (const Json &change : state.ledgerChanges())
        tellLedgerChange(*bench.terminal, state, change);
    return 0;
}

} // namespace

int ledgerCommand(const QStringList &arguments)
{
    QStringList rest = arguments;
    const bool undoes = rest.removeAll(QStringLiteral("undo")) > 0;
    rest.removeAll(QStringLiteral("list"));
    const QString description
        = QStringLiteral("ledger [list]: what the run changed in the VM's row of the operator's table. "
                         "ledger undo: take the newest of these changes back; refused when somebody changed the row "
                         "since. Every other byte of the table stays.");
    if (!undoes)
        return show(rest, description);
    Task task;
    task.kind = Task::Kind::UndoLedger;
    return taskOnRun(rest, description, task);
}

} // namespace undock::cli
