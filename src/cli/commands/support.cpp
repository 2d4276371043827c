#include "cli/commands/support.h"
#include "cli/run_watch.h"

#include "cli/far_side.h"
#include "core/base/hash.h"
#include "core/params/field.h"
#include "core/run/found_versions.h"
#include "core/run/run_identity.h"
#include "core/text/display_safe.h"
#include "core/text/phrase.h"
#include "engine/records/earlier_records.h"
#include "engine/records/write_record.h"
#include "engine/store/guard_process.h"

#include <QFileInfo>

#include <cstdio>

namespace undock::cli {

Parsed parse(
    const QStringList &arguments, const QString &description, const std::function<void(QCommandLineParser &)> &extra)
{
    Parsed parsed;
    parsed.parser = std::make_unique<QCommandLineParser>();
    QCommandLineParser &parser = *parsed.parser;
    parser.setApplicationDescription(description);
    if (extra)
        extra(parser);
    addCommonOptions(parser);
    const QCommandLineOption help = parser.addHelpOption();
    if (!parser.parse(arguments)) {
        const bool json = parser.isSet(QStringLiteral("json")) || arguments.contains(QStringLiteral("--json"));
        if (json)
            Terminal(true).error({ Error::Kind::BadInput, QStringLiteral("usage"), parser.errorText(),
                QStringLiteral("options"), phrase("cure-command-help") });
        else
            std::fprintf(stderr, "%s\n", qUtf8Printable(displaySafe(parser.errorText())));
        parsed.exit = 2;
        return parsed;
    }
    if (parser.isSet(help)) {
        std::fputs(qUtf8Printable(parser.helpText()), stdout);
        parsed.exit = 0;
        return parsed;
    }
    if (parser.isSet(QStringLiteral("non-interactive")))
        TerminalPrompter::neverAsk();
    auto options = commonOptions(parser);
    if (!options) {
        Terminal(parser.isSet(QStringLiteral("json"))).error(options.error());
        parsed.exit = 2;
        return parsed;
    }
    if (const Done ours = ownFolder(options->desk.dataFolder); !ours) {
        Terminal(parser.isSet(QStringLiteral("json"))).error(ours.error());
        parsed.exit = 4;
        return parsed;
    }
    parsed.options = std::move(*options);
    return parsed;
}

void addAcceptSources(QCommandLineParser &parser)
{
    parser.addOption({ QStringLiteral("accept-sources"),
        QStringLiteral("Install from the addresses, repository and version that were shown as different from this "
                       "desk's own.") });
}

bool sourcesAccepted(const QCommandLineParser &parser)
{
    return parser.isSet(QStringLiteral("accept-sources"));
}

Bench makeBench(const CommonOptions &options, Runs wanted)
{
    Bench bench;
    bench.options = options;
    // One run and one person: what is in the way is told at once rather than waited for.
    bench.options.desk.patienceSeconds = options.patienceSeconds;
    bench.options.desk.rollBackByItself = false;
    bench.terminal = std::make_unique<Terminal>(options.json);
    bench.prompter = std::make_unique<TerminalPrompter>();
    bench.queue = std::make_unique<Queue>(bench.options.desk, *bench.prompter, farSide());
    const QString vmid = options.run.isEmpty() ? options.given(Field::Vmid) : vmidOfRun(options.run);
    bench.queue->load(wanted == Runs::OfTheVm ? vmid : QString());
    watch(*bench.queue, *bench.terminal);
    bench.messenger = std::make_unique<Messenger>(*bench.queue, *bench.terminal, bench.options);
    return bench;
}

namespace {

/// A run's id, and the VM and the node beside it, have to mean the same.
Done isWhatWasNamed(const RunState &state, const CommonOptions &options)
{
    const auto differs = [&](Field field, const QString &has, const QString &asked) {
        return fail(Error::Kind::BadInput, QStringLiteral("run-of-another"),
            phrase("run-of-other", { { "run", state.run() }, { "is", has }, { "not", asked } }),
            QStringLiteral("--") + QLatin1String(rowOf(field).option), phrase("cure-name-one-run"));
    };
    if (const QString vmid = options.given(Field::Vmid); !vmid.isEmpty() && vmid != state.vmid())
        return differs(Field::Vmid, QStringLiteral("VM ") + state.vmid(), QStringLiteral("VM ") + vmid);
    if (options.isGiven(Field::Node)) {
        const auto target = NodeTarget::parse(options.given(Field::Node));
        if (!target)
            return tl::make_unexpected(target.error());
        if (target->toString() != state.node())
            return differs(Field::Node, state.node(), target->toString());
    }
    return {};
}

} // namespace

Result<QString> chosenRun(const Bench &bench)
{
    const CommonOptions &options = bench.options;
    if (!options.run.isEmpty()) {
        if (bench.queue->leftOut().contains(options.run))
            return options.run; // nothing is done with it but putting it back
        if (bench.queue->runs().contains(options.run)) {
            if (const Done fits = isWhatWasNamed(bench.queue->state(options.run), options); !fits)
                return tl::make_unexpected(fits.error());
            return options.run;
        }
        for (const Queue::SetAside &aside : bench.queue->setAside()) {
            if (aside.run == options.run)
                return tl::make_unexpected(aside.error);
        }
        return fail(Error::Kind::BadInput, QStringLiteral("no-such-run"), phrase("run-not-here"),
            QStringLiteral("--run"), phrase("cure-status-runs"));
    }
    const QString vmid = options.given(Field::Vmid);
    if (vmid.isEmpty()) {
        return fail(Error::Kind::BadInput, QStringLiteral("no-run-named"), phrase("which-run"),
            QStringLiteral("--vmid"), phrase("cure-vmid-or-run"));
    }
    QString node;
    if (options.isGiven(Field::Node)) {
        const auto target = NodeTarget::parse(options.given(Field::Node));
        if (!target)
            return tl::make_unexpected(target.error());
        node = target->toString();
    }
    const QStringList runs = bench.queue->runs();
    QString newest;
    QStringList nodes;
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        const RunState state = bench.queue->state(*run);
        if (state.vmid() != vmid || (!node.isEmpty() && state.node() != node))
            continue;
        if (newest.isEmpty())
            newest = *run;
        if (!nodes.contains(state.node()))
            nodes << state.node();
    }
    // The same number on another node is another customer's VM.
    if (nodes.size() > 1) {
        return fail(Error::Kind::BadInput, QStringLiteral("vmid-on-several-nodes"),
            phrase("vm-on-several-nodes", { { "vmid", vmid }, { "nodes", nodes.join(QStringLiteral(", ")) } }),
            QStringLiteral("--vmid"), phrase("cure-node-or-run"));
    }
    if (!newest.isEmpty())
        return newest;
    return fail(Error::Kind::BadInput, QStringLiteral("no-run-of-vm"), phrase("no-run-of-vm", { { "vmid", vmid } }),
        QStringLiteral("--vmid"), phrase("cure-migrate-or-adopt"));
}

namespace {

QString textOf(const Json &value)
{
    return value.is_string() ? toQt(value.get<std::string>()) : toQt(value.dump());
}

} // namespace

QStringList changedParameters(const Json &given, const RunState &run)
{
    QStringList changed;
    for (const auto &[name, value] : given.items()) {
        // Who does it may change; the rest is what the run was planned with.
        if (name == keyOf(Field::Operator) || !run.params().contains(name) || run.params()[name] == value)
            continue;
        changed << QStringLiteral("%1 %2, now %3").arg(toQt(name), textOf(run.params()[name]), textOf(value));
    }
    return changed;
}

bool isOnlyScanned(const RunState &run)
{
    return !run.latest(StepRole::MakesBackup);
}

Done fitsRun(Bench &bench, std::optional<QString> &run)
{
    const RunState state = bench.queue->state(*run);
    auto fields = bench.options.fields;
    for (const auto &[name, value] : state.params().items()) {
        if (!fields.contains(toQt(name)) && !value.is_null() && !textOf(value).isEmpty())
            fields.insert(toQt(name), textOf(value));
    }
    const auto parameters = makeRunParameters(fields);
    if (!parameters)
        return tl::make_unexpected(parameters.error().front());
    const QStringList changed = changedParameters(toJson(*parameters), state);
    if (changed.isEmpty())
        return {};
    const QString what = phrase("parameters-differ", { { "run", *run }, { "changed", changed.join(u"; ") } });
    if (!isOnlyScanned(state)) {
        return fail(Error::Kind::BadInput, QStringLiteral("parameters-differ"), what, QStringLiteral("parameters"),
            phrase("cure-resume-or-begin-anew"));
    }
    bench.terminal->say(inEnglish(what) + QStringLiteral("; it only looked at the VM, a new one is begun"));
    if (const Done left = bench.queue->leaveOut(*run); !left)
        return left;
    bench.options.fields = fields;
    run.reset();
    return {};
}

std::optional<QString> newRun(Bench &bench)
{
    const auto parameters = runParameters(bench.options);
    if (!parameters) {
        for (const Error &error : parameters.error())
            bench.terminal->error(error);
        return {};
    }
    const auto run = bench.queue->add(*parameters);
    if (!run) {
        bench.terminal->error(run.error());
        return {};
    }
    return *run;
}

namespace {

void addConfirmed(const RunState &state, QSet<QString> &hashes)
{
    for (const Json &read : state.reads()) {
        for (const Json &file : valueAt(read, "files"))
            hashes.insert(stringAt(file, "sha256"));
    }
}

/// Hashes of files that were confirmed as read: in the VM's runs, and where somebody would be asked, in any of the
/// desk's.
QSet<QString> confirmedBefore(Bench &bench)
{
    QSet<QString> hashes;
    const QStringList known = bench.queue->runs();
    for (const QString &run : known)
        addConfirmed(bench.queue->state(run), hashes);
    if (bench.options.readConfirmed)
        return hashes;
    for (const QString &run : bench.queue->store().runs()) {
        if (known.contains(run))
            continue;
        if (const auto contents = bench.queue->store().read(run))
            addConfirmed(RunState::of(contents->events), hashes);
    }
    return hashes;
}

} // namespace

int readFirst(Bench &bench, const QString &run)
{
    QStringList paths{ bench.options.procedureFile, bench.options.baselineFile };
    paths.removeAll(QString());
    paths << earlierRecords(recordsFolderOf(bench.options.desk), bench.queue->state(run).vmid(), run);

    const QSet<QString> before = paths.isEmpty() ? QSet<QString>() : confirmedBefore(bench);
    std::vector<std::pair<QString, QString>> fresh;
    for (const QString &path : paths) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return tellError(*bench.terminal,
                { Error::Kind::BadInput, QStringLiteral("file-unreadable"), file.errorString(), path,
                    phrase("cure-read-before-start") });
        const QByteArray text = file.readAll();
        const QString sha256 = sha256Hex(text);
        if (before.contains(sha256))
            continue;
        fresh.emplace_back(QFileInfo(path).fileName(), sha256);
        if (!bench.options.readConfirmed)
            bench.terminal->say(QStringLiteral("--- %1 ---\n%2").arg(path, displaySafe(text)));
    }
    if (!fresh.empty() && !bench.options.readConfirmed
        && !TerminalPrompter::confirm(
            QStringLiteral("Read first: have you read the above?"), QStringLiteral("--read"))) {
        if (const auto unanswered = TerminalPrompter::unanswered())
            return tellError(*bench.terminal, *unanswered);
        return tellError(*bench.terminal,
            { Error::Kind::Refused, QStringLiteral("not-read"), phrase("not-confirmed-as-read"), {},
                phrase("cure-read-and-confirm") });
    }
    if (fresh.empty() && !bench.queue->state(run).reads().empty())
        return 0;
    if (const Done confirmed = bench.queue->confirmRead(run, fresh); !confirmed)
        return tellError(*bench.terminal, confirmed.error());
    return 0;
}

void addCheckOnly(QCommandLineParser &parser)
{
    parser.addOption({ QStringLiteral("check"),
        QStringLiteral("Only say what it would do and what the run's journal has against it. Nobody is asked.") });
}

bool checkOnly(const QCommandLineParser &parser)
{
    return parser.optionNames().contains(QStringLiteral("check"));
}

int finish(Bench &bench, const QString &run, const TaskOutcome &outcome)
{
    const auto record = bench.queue->writeRecord(run);
    if (!record)
        bench.terminal->error(record.error());
    else
        bench.terminal->tell({ { "event", "record" }, { "run", toStd(run) }, { "path", toStd(*record) } }, *record);
    return exitCode(outcome);
}

namespace {

/// The user's word for the versions that are at work, in the same words; after the deletion no other is asked for.
bool saidAlready(const RunState &state, const Task &task)
{
    const auto &said = state.userAcceptance();
    if (task.kind != Task::Kind::Accept || !said)
        return false;
    if (state.phase() == RunState::Phase::Deleted)
        return true;
    return state.phase() == RunState::Phase::Accepted && stringAt(*said, "by") == task.by
        && stringAt(*said, "note") == task.note && stringAt(*said, "tried") == task.tried
        && said->value("versions", Json()) == foundVersions(state);
}

} // namespace

int taskOnRun(const QStringList &arguments, const QString &description, const Task &wanted,
    const std::function<void(QCommandLineParser &)> &extra,
    const std::function<Done(const QCommandLineParser &, Task &)> &fill)
{
    const Parsed parsed = parse(arguments, description, extra);
    if (parsed.exit)
        return *parsed.exit;
    Bench bench = makeBench(parsed.options, Runs::OfTheVm);
    Task task = wanted;
    if (fill) {
        if (const Done filled = fill(*parsed.parser, task); !filled)
            return tellError(*bench.terminal, filled.error());
    }
    const auto run = chosenRun(bench);
    if (!run)
        return tellError(*bench.terminal, run.error());
    if (const RunState state = bench.queue->state(*run); saidAlready(state, task))
        return tellUnchanged(*bench.terminal, state, QStringLiteral("already-accepted"),
            QStringLiteral("VM %1 is accepted, in these words, in run %2; nothing was done").arg(state.vmid(), *run));
    if (checkOnly(*parsed.parser))
        return tellWould(bench, *run, task);
    return finish(bench, *run, carryOutTask(*bench.queue, *bench.terminal, *run, task));
}

} // namespace undock::cli
