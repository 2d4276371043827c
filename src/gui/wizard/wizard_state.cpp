#include "gui/wizard/wizard_state.h"

#include "core/text/phrase.h"

namespace undock::gui {

WizardState::WizardState(Workshop &workshop, QObject *parent)
    : QObject(parent)
    , shop(workshop)
    , read(workshop.queue)
    , watch(workshop.queue, workshop.model)
{
    form.fill(shop.settings);
}

void WizardState::adopt(const QString &run)
{
    watch.setRun(run);
    form.fill(shop.queue.state(run));
    if (form.parameters())
        m_made = QString::fromUtf8(compactJson(toJson(*form.parameters())));
    readTicked = !shop.queue.state(run).reads().empty();
}

Done WizardState::makeRun()
{
    if (!form.parameters())
        return fail(Error::Kind::BadInput, QStringLiteral("field-missing"), phrase("form-incomplete"));
    const QString wanted = QString::fromUtf8(compactJson(toJson(*form.parameters())));
    if (!watch.run().isEmpty() && wanted == m_made)
        return {};
    if (!watch.run().isEmpty()) {
        const auto phase = watch.state().phase();
        if (phase != RunState::Phase::Created && phase != RunState::Phase::Scanned)
            return {}; // under way: the parameters are settled
        if (const Done left = shop.queue.leaveOut(watch.run()); !left)
            return left;
    }
    const auto run = shop.queue.add(*form.parameters());
    if (!run)
        return tl::make_unexpected(run.error());
    m_made = wanted;
    watch.setRun(*run);
    // The next VM begins with what was chosen here.
    for (const FieldRow &row : fieldTable()) {
        if (isIn(Editor::Wizard, row) && row.kept != Kept::ThisStart)
            shop.settings.setValue(row.field, form.value(row.field));
    }
    return readTicked || !read.wantsReading() ? shop.queue.confirmRead(*run, read.confirmation()) : Done();
}

Done WizardState::request(Task::Kind kind, const QString &note)
{
    Task task;
    task.kind = kind;
    task.note = note;
    task.attended = true;
    return shop.queue.request(watch.run(), task);
}

} // namespace undock::gui
