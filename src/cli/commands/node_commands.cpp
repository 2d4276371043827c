#include "cli/commands/commands.h"
#include "cli/commands/support.h"
#include "cli/run_watch.h"
#include "core/params/field.h"
#include "core/text/display_safe.h"
#include "core/text/phrase.h"
#include "engine/node/node_desk.h"

namespace undock::cli {

namespace {

/// A command that asks one node something and has nothing to do with a run.
int withNode(const QStringList &arguments, const QString &description,
    const std::function<void(QCommandLineParser &)> &extra,
    const std::function<int(NodeDesk &, Terminal &, const Parsed &)> &body)
{
    const Parsed parsed = parse(arguments, description, extra);
    if (parsed.exit)
        return *parsed.exit;
    Terminal terminal(parsed.options.json);
    const auto node = NodeTarget::parse(parsed.options.node());
    if (!node)
        return tellError(terminal, node.error());
    TerminalPrompter prompter;
    NodeDesk desk(*node, { parsed.options.desk.knownHosts, parsed.options.desk.identity, parsed.options.desk.jumpHost },
        prompter);
    if (const Done connected = desk.connect(); !connected) {
        if (const auto unanswered = TerminalPrompter::unanswered())
            return tellError(terminal, *unanswered);
        return tellError(terminal, connected.error());
    }
    return body(desk, terminal, parsed);
}

/// All VMs of the node, or the one that was named.
Result<std::vector<DiscoveredVm>> wanted(NodeDesk &desk, const Parsed &parsed)
{
    const QString named = parsed.options.given(Field::Vmid);
    if (named.isEmpty())
        return desk.discover({});
    const auto vmid = Vmid::parse(named);
    if (!vmid)
        return tl::make_unexpected(vmid.error());
    const auto one = desk.lookUp(*vmid, {});
    if (!one)
        return tl::make_unexpected(one.error());
    return std::vector<DiscoveredVm>{ *one };
}

} // namespace

int discoverCommand(const QStringList &arguments)
{
    return withNode(arguments,
        QStringLiteral("List the node's VMs with addresses and public ports; with --vmid that one alone."), {},
        [](NodeDesk &desk, Terminal &terminal, const Parsed &parsed) {
            const auto found = wanted(desk, parsed);
            if (!found)
                return tellError(terminal, found.error());
            const QList<Error> notices = desk.notices();
            for (const Error &notice : notices)
                terminal.tell(
                    { { "event", "notice" }, { "notice", toStd(notice.code) }, { "text", toStd(describe(notice)) } },
                    displaySafe(QStringLiteral("! ") + describe(notice)));
            for (const DiscoveredVm &vm : *found) {
                terminal.tell("vm", toJson(vm),
                    displaySafe(
                        QStringLiteral("%1  %2  %3  %4  ssh %5  panel %6  gateway %7%8")
                            .arg(vm.vmid.rightJustified(6), vm.name.leftJustified(20), vm.status.leftJustified(8),
                                vm.ip.leftJustified(15), vm.sshPort, vm.panelPort, vm.gatewayPort,
                                vm.problems.isEmpty() ? QString()
                                                      : QStringLiteral("  ! ") + inEnglish(phraseList(vm.problems)))));
            }
            return 0;
        });
}

namespace {

/// A word that ends what a rule on the node keeps: of one VM, by an operator, with a reason.
using NodeWord = Done (*)(remote::NodeShell &, Vmid, const QString &, const QString &, std::stop_token);

int endByWord(
    NodeDesk &desk, Terminal &terminal, const Parsed &parsed, NodeWord word, const char *event, const QString &words)
{
    const auto vmid = Vmid::parse(parsed.options.given(Field::Vmid));
    if (!vmid)
        return tellError(terminal, vmid.error());
    const Done done = word(
        desk.shell(), *vmid, parsed.options.given(Field::Operator), parsed.parser->value(QStringLiteral("reason")), {});
    if (!done)
        return tellError(terminal, done.error());
    terminal.tell({ { "event", event }, { keyOf(Field::Vmid), vmid->value() } }, words.arg(vmid->toString()));
    return 0;
}

void addReason(QCommandLineParser &parser)
{
    parser.addOption({ QStringLiteral("reason"), QStringLiteral("Why it may end."), QStringLiteral("TEXT") });
}

} // namespace

int leasesCommand(const QStringList &arguments)
{
    QStringList rest = arguments;
    const bool overrides = rest.removeAll(QStringLiteral("override")) > 0;
    return withNode(rest,
        QStringLiteral("leases: who works on which VM of the node, one line a lease. "
                       "leases override --vmid V --reason TEXT: take a lease away whose program is gone, although its "
                       "job in the VM may still run."),
        addReason, [overrides](NodeDesk &desk, Terminal &terminal, const Parsed &parsed) {
            if (overrides) {
                return endByWord(desk, terminal, parsed, remote::overrideLease, "lease-overridden",
                    QStringLiteral("the lease of VM %1 is taken away; the reason stands on the node"));
            }
            const auto cards = remote::leases(desk.shell());
            if (!cards)
                return tellError(terminal, cards.error());
            for (const remote::LeaseCard &card : *cards) {
                terminal.tell("lease", remote::toJson(card),
                    displaySafe(QStringLiteral("%1  %2@%3  %4  since %5  step %6  job %7%8")
                                    .arg(QString::number(card.vmid), card.holder, card.host, card.program, card.since,
                                        card.step, remote::nameOf(card.job),
                                        card.live ? QString() : QStringLiteral("  (no program connected)"))));
            }
            return 0;
        });
}

int holdsCommand(const QStringList &arguments)
{
    QStringList rest = arguments;
    const bool releases = rest.removeAll(QStringLiteral("release")) > 0;
    const bool overrides = rest.removeAll(QStringLiteral("override")) > 0;
    rest.removeAll(QStringLiteral("list"));
    return withNode(rest,
        QStringLiteral("holds [list]: what keeps Docker from being deleted on the node. "
                       "holds release --vmid V --reason TEXT: end a hold whose VM was rolled back or is gone. "
                       "holds override --vmid V --reason TEXT: end a hold that the VM itself never lets end."),
        addReason, [releases, overrides](NodeDesk &desk, Terminal &terminal, const Parsed &parsed) {
            if (overrides) {
                return endByWord(desk, terminal, parsed, remote::overrideHold, "hold-overridden",
                    QStringLiteral("the hold of VM %1 is overridden; the reason stands on the node"));
            }
            if (releases) {
                return endByWord(desk, terminal, parsed, remote::releaseHold, "hold-released",
                    QStringLiteral("the hold of VM %1 is released"));
            }
            const auto holds = remote::holds(desk.shell());
            if (!holds)
                return tellError(terminal, holds.error());
            for (const remote::Hold &hold : *holds) {
                terminal.tell("hold", remote::toJson(hold),
                    displaySafe(QStringLiteral("%1  %2  since %3  by %4@%5: %6%7")
                                    .arg(QString::number(hold.vmid),
                                        hold.definite ? QStringLiteral("acceptance failed")
                                                      : QStringLiteral("acceptance under way"),
                                        hold.since, hold.holder, hold.host, hold.reason,
                                        hold.releasable() ? QStringLiteral("  (may be released: %1)").arg(hold.resolved)
                                                          : QString())));
            }
            return 0;
        });
}

} // namespace undock::cli
