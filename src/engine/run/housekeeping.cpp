#include "core/housekeeping/leftover.h"
#include "core/text/phrase.h"
#include "engine/run/run_values.h"
#include "engine/run/tasks.h"

#include <algorithm>

namespace undock {

namespace {

ChainEnd list(TaskContext &context)
{
    RunSession &session = context.session;
    return session.runChain(
        { stepOf(StepRole::ListsLeftovers) }, runValues(session.parameters(), session.state(), context.secrets));
}

/// The listed things that the operator named, in that order; Refused when one is not there or must stay.
Result<std::vector<Leftover>> chosen(const RunState &state, const QStringList &paths)
{
    const auto listed = listedLeftovers(state);
    if (!listed || paths.isEmpty()) {
        return fail(Error::Kind::Refused, QStringLiteral("leftovers-not-listed"), phrase("leftovers-not-listed"), {},
            phrase("cure-list-leftovers"));
    }
    std::vector<Leftover> found;
    for (const QString &path : paths) {
        const auto one = std::find_if(
            listed->begin(), listed->end(), [&](const Leftover &leftover) { return leftover.path == path; });
        if (one == listed->end()) {
            return fail(Error::Kind::Refused, QStringLiteral("leftover-unknown"),
                phrase("leftover-unknown", { { "path", path.left(200) } }), {}, phrase("cure-leftover-as-listed"));
        }
        if (!one->removable()) {
            return fail(Error::Kind::Refused, QStringLiteral("leftover-stays"),
                phrase("leftover-stays", { { "path", path }, { "reason", one->reason } }), {},
                phrase("cure-leftover-leave"));
        }
        found.push_back(*one);
    }
    return found;
}

} // namespace

TaskOutcome listLeftovers(TaskContext &context)
{
    RunSession &session = context.session;
    if (const ChainEnd settled = session.settle(); settled.kind == ChainEnd::Kind::Unknown)
        return outcomeOf(settled);
    return outcomeOf(list(context));
}

TaskOutcome removeLeftovers(TaskContext &context, const Task &task)
{
    RunSession &session = context.session;
    if (const ChainEnd settled = session.settle(); settled.kind == ChainEnd::Kind::Unknown)
        return outcomeOf(settled);
    const auto items = chosen(session.state(), task.items);
    if (!items)
        return { TaskOutcome::Kind::Refused, items.error() };
    // One at a time, each with a line of its own on disk before it goes. The guest asks everything
    // again at that moment; the first that it refuses ends the rest.
    for (const Leftover &item : *items) {
        if (auto stopped = stoppedBetweenSteps(session))
            return *stopped;
        const QString &removal = stepOf(StepRole::RemovesLeftover);
        const StepValues values{ { QStringLiteral("confirmed"), removal.toUtf8() },
            { QStringLiteral("generation"), QByteArray::number(session.generation()) },
            { QStringLiteral("item"), item.path.toUtf8() }, { QStringLiteral("seen"), item.identity.toUtf8() } };
        const ChainEnd end
            = session.runChain({ removal }, runValues(session.parameters(), session.state(), context.secrets, values));
        if (end.kind != ChainEnd::Kind::Passed)
            return outcomeOf(end);
    }
    const ChainEnd after = list(context);
    session.copyJournalToGuest();
    return outcomeOf(after);
}

} // namespace undock
