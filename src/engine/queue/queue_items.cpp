#include "engine/queue/queue_private.h"

#include "core/params/field.h"
#include "core/text/phrase.h"
#include "core/text/redact.h"

#include <QFileInfo>

#include <algorithm>

namespace undock {

Queue::Private::Item *Queue::Private::find(const QString &run)
{
    const auto found = std::find_if(items.begin(), items.end(), [&](const auto &item) { return item->run == run; });
    return found == items.end() ? nullptr : found->get();
}

Result<std::shared_ptr<JournalWriter>> Queue::Private::journalOf(Item &item)
{
    if (item.journal) {
        // A disk that was full for a moment must not end the run for as long as the program lives.
        if (item.journal->failed() && !item.working) {
            if (const Done recovered = item.journal->recover(); !recovered)
                return tl::make_unexpected(recovered.error());
            item.tell(item.journal->events());
        }
        return item.journal;
    }
    auto opened = store.open(item.run);
    if (!opened)
        return tl::make_unexpected(opened.error());
    use(item, std::move(*opened));
    return item.journal;
}

void Queue::Private::use(Item &item, std::unique_ptr<JournalWriter> journal)
{
    item.journal = std::move(journal);
    // Guests say what they like; what looks like a secret in it is not written down.
    item.journal->setRedactor([redactor = Redactor()](const QString &text) { return redactor.redact(text); });
    const std::vector<JournalEvent> events = item.journal->events();
    item.tell(events);
    const QString run = item.run;
    const auto announce
        = [this, run](const JournalEvent &event) { mailbox.post([this, run, event] { take(run, event); }); };
    // What another program wrote meanwhile.
    for (auto event = events.begin() + std::min<qint64>(item.announced, item.lines); event != events.end(); ++event)
        announce(*event);
    item.journal->setObserver(announce);
}

void Queue::Private::letGo(Item &item)
{
    if (item.working || !item.asked.empty() || !item.journal)
        return;
    item.journal->setObserver({});
    item.journal.reset();
    item.bytes = QFileInfo(store.journalPath(item.run)).size();
}

void Queue::Private::take(const QString &run, const JournalEvent &event)
{
    Item *item = find(run);
    if (!item)
        return;
    item->tell(event);
    if (event.seq <= item->announced)
        return;
    item->announced = event.seq;
    if (!item->listed())
        return;
    if (event.is(event::acceptance) && item->state.acceptanceGreen())
        item->provenHere = true;
    Q_EMIT q.eventAppended(run, event);
}

Done Queue::Private::write(const QString &run, const char *type, Json data)
{
    Item *item = find(run);
    if (!item)
        return fail(Error::Kind::BadInput, QStringLiteral("no-such-run"), phrase("no-such-run-in-queue"), run);
    const auto journal = journalOf(*item);
    if (!journal)
        return tl::make_unexpected(journal.error());
    Done written = (*journal)->append(type, std::move(data));
    letGo(*item);
    return written;
}

std::vector<QueueNode> Queue::Private::nodes(const QStringList &retired) const
{
    std::set<NodeTarget> targets = nodesOfOthers;
    for (const auto &item : items) {
        if (item->state.vm())
            targets.insert(item->state.vm()->node);
    }
    std::vector<QueueNode> all;
    for (const NodeTarget &node : targets) {
        if (!retired.contains(node.toString()))
            all.push_back({ node, settings.accessTo(node) });
    }
    return all;
}

Done Queue::Private::noteLeftOut(Item &item, bool back)
{
    const auto journal = journalOf(item);
    if (!journal)
        return tl::make_unexpected(journal.error());
    Json data{ { "by", toStd(item.state.operatorName()) } };
    if (back)
        data["back"] = true;
    const auto written = (*journal)->write(event::leftOut, std::move(data));
    if (!written)
        return tl::make_unexpected(written.error());
    item.tell(*written);
    return {};
}

Done Queue::Private::vmIsFree(const VmId &vm, const QString &except) const
{
    for (const auto &item : items) {
        if (item->run == except || item->state.vm() != vm)
            continue;
        const auto phase = item->state.phase();
        if (phase == RunState::Phase::RolledBack || phase == RunState::Phase::Deleted)
            continue;
        // Left out, it bars nobody, but where it left the VM changed.
        if (!item->listed() && !item->state.changedVm())
            continue;
        return fail(Error::Kind::Refused, QStringLiteral("vm-in-queue"),
            item->listed() ? phrase("vm-in-queue", { { "vm", vm.vmid.toString() }, { "of", vm.node.toString() } })
                           : phrase("left-out-run-changed-vm",
                               { { "run", item->run }, { "vm", vm.vmid.toString() }, { "of", vm.node.toString() } }),
            nameOf(Field::Vmid),
            item->listed() ? phrase("cure-go-on-or-leave-out") : phrase("cure-put-back-and-go-on"));
    }
    return {};
}

} // namespace undock
