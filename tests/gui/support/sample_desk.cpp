#include "support/sample_desk.h"

#include "journals/step_codes.h"

namespace undock::gui::test {

void SampleDesk::put(const QString &run, const std::vector<JournalEvent> &events, bool working, const QString &waiting)
{
    Run known;
    known.events = events;
    known.state = RunState::of(events);
    known.working = working;
    known.waiting = waiting;
    m_runs.insert(run, known);
    order << run;
    Q_EMIT runAdded(run);
}

void SampleDesk::fill()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_settings.workers = 2;
    const RecordedRun whole = RecordedRun::named("whole"), back = RecordedRun::named("rolled-back"),
                      retried = RecordedRun::named("retried");
    const auto show = [&](const RecordedRun &run, int vmid, const char *name, int secondsAgo, bool working = false,
                          const QString &waiting = {}) {
        const RecordedRun shown = run.onVm(vmid, QLatin1String(name)).endingAt(now.addSecs(-secondsAgo));
        put(shown, working, waiting);
        return shown;
    };
    const RecordedRun copying = show(whole.whileAt("e-copy"), 102, "vm-260219-01", 3, true);
    show(whole.whileAt("b-archive"), 103, "vm-260219-02", 2, true);
    show(whole.after(event::finished), 104, "vm-260219-03", 2900);
    show(back.after(event::hold, 2), 105, "vm-260219-04", 1700);
    show(retried.afterStep("d-install"), 106, "vm-260219-05", 700);
    show(whole.after(event::accepted), 107, "vm-260219-06", 7500, false, QStringLiteral("@waits-paused"));
    show(whole, 108, "vm-260218-11", 88000);
    show(back, 109, "vm-260218-12", 78000);
    show(whole.after(event::runCreated), 110, "vm-260219-07", 60, false, QStringLiteral("@waits-worker"));
    setHolds({ { { "vmid", 105 }, { "kind", "definite" }, { "node", "root@node-1.example" },
        { "reason", "gateway-front 502" }, { "holder", "lin" }, { "host", "desk-3" }, { "since", "14:02" } } });
    const QString job = copying.jobAtWork();
    Q_EMIT progress(copying.run(), job, 12 * 1024 * 1024, 81 * 1024 * 1024, QStringLiteral("bytes"));
    Q_EMIT progress(copying.run(), job, 55 * 1024 * 1024, 81 * 1024 * 1024, QStringLiteral("bytes"));
}

void sampleLeftovers(SampleDesk &desk, const QString &run)
{
    const std::string id = toStd(run);
    const auto line = [&](const char *kind, const char *reason, qint64 bytes, int daysAgo, const std::string &path) {
        const qint64 changed = QDateTime::currentDateTimeUtc().addDays(-daysAgo).toSecsSinceEpoch();
        return Json::array({ "leftover",
            std::string(kind) + ' ' + reason + ' ' + std::to_string(bytes) + " 812 " + std::to_string(changed)
                + " 77-1 " + id + ' ' + path });
    };
    const std::string old = "108-20260115-091500-3fa2";
    const Json facts = Json::array({
        line("backup", "-", 412'000'000, 36, "/root/migrate-backup-108-2026-01-15_091500"),
        line("backup", "newest-backup", 436'000'000, 1, "/root/migrate-backup-108-2026-02-19_102200"),
        line("rolled-back", "-", 96'000'000, 36, "/root/.openclaw.rolledback-" + old),
        line("before", "in-use", 48'000, 1, "/home/node/.openclaw.before-" + id),
        line("run", "this-run", 21'000'000, 1, "/var/lib/openclaw-undock/runs/" + id),
        Json::array({ "leftovers", "5" }),
        Json::array({ "removable", "2" }),
    });
    const std::string job = "40-k-list";
    desk.append(run, event::begin,
        { { "job", job }, { "step", "k-list" }, { "stage", "K" }, { "where", "guest" }, { "effect", "reads" },
            { "chain", job } });
    desk.append(run, event::end,
        { { "job", job }, { "verdict", "passed" }, { "state", "passed" }, { "facts", facts },
            { "warnings", Json::array() } });
}

void SampleDesk::append(const QString &run, const char *type, Json data)
{
    Run &known = m_runs[run];
    JournalEvent event;
    event.seq = qint64(known.events.size()) + 1;
    event.at = QDateTime::currentDateTimeUtc();
    event.type = QLatin1String(type);
    event.data = std::move(data);
    stepcodes::refuseUnsent(event);
    known.events.push_back(event);
    known.state.apply(event);
    Q_EMIT eventAppended(run, event);
}

void SampleDesk::setWorking(const QString &run, bool working)
{
    m_runs[run].working = working;
    Q_EMIT waitingChanged(run);
}

void SampleDesk::setHolds(std::vector<Json> holds)
{
    m_holds = std::move(holds);
    Q_EMIT holdsChanged();
}

Done SampleDesk::answer()
{
    if (!refuseNext)
        return {};
    const Error error = *refuseNext;
    refuseNext.reset();
    return tl::make_unexpected(error);
}

Result<QString> SampleDesk::add(const RunParameters &parameters)
{
    if (const Done allowed = answer(); !allowed)
        return tl::make_unexpected(allowed.error());
    const QString node = parameters.node.toString();
    for (const Run &known : std::as_const(m_runs)) {
        const auto phase = known.state.phase();
        if (known.state.vmid() == parameters.vmid.toString() && known.state.node() == node
            && phase != RunState::Phase::RolledBack && phase != RunState::Phase::Deleted)
            return fail(Error::Kind::Refused, QStringLiteral("vm-in-queue"), QStringLiteral("it is in the queue"));
    }
    JournalBuilder maker(parameters.vmid.toString(), QString(), QDateTime::currentDateTimeUtc());
    maker.on(toStd(node).c_str());
    put(maker);
    return maker.run();
}

Done SampleDesk::leaveOut(const QString &run)
{
    if (const Done allowed = answer(); !allowed)
        return allowed;
    left << run;
    order.removeAll(run);
    Q_EMIT runRemoved(run);
    return {};
}

Done SampleDesk::takeBack(const QString &run)
{
    if (const Done allowed = answer(); !allowed)
        return allowed;
    left.removeAll(run);
    order << run;
    Q_EMIT runAdded(run);
    return {};
}

void SampleDesk::move(const QString &run, int position)
{
    order.move(order.indexOf(run), position);
    Q_EMIT runAdded(run);
}

RunState SampleDesk::state(const QString &run) const
{
    return m_runs.value(run).state;
}
std::vector<JournalEvent> SampleDesk::events(const QString &run) const
{
    return m_runs.value(run).events;
}

int SampleDesk::busyWorkers() const
{
    int busy = 0;
    for (const Run &run : m_runs)
        busy += run.working ? 1 : 0;
    return busy;
}

Done SampleDesk::request(const QString &run, const Task &task, const QDateTime &)
{
    if (const Done allowed = answer(); !allowed)
        return allowed;
    requested << Requested{ run, task };
    return {};
}

Done SampleDesk::addNote(const QString &run, const QString &section, const QString &text)
{
    append(run, event::operatorNote, { { "section", toStd(section) }, { "text", toStd(text) } });
    return {};
}

Done SampleDesk::acknowledge(const QString &run, const QString &job, const QString &code)
{
    append(run, event::acknowledged,
        { { "job", toStd(job) }, { "code", toStd(code) }, { "by", "lin" }, { "how", "operator" } });
    return {};
}

Done SampleDesk::confirmRead(const QString &run, const std::vector<std::pair<QString, QString>> &files)
{
    Json list = Json::array();
    for (const auto &[name, hash] : files)
        list.push_back({ { "name", toStd(name) }, { "sha256", toStd(hash) } });
    append(run, event::readConfirmed, { { "files", list }, { "by", "lin" } });
    return {};
}

Result<QString> SampleDesk::writeRecord(const QString &run)
{
    if (const Done allowed = answer(); !allowed)
        return tl::make_unexpected(allowed.error());
    return QStringLiteral("/tmp/%1.md").arg(run);
}

} // namespace undock::gui::test
