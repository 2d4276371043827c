#include "support/sample_desk.h"

#include "journals/journal_file.h"
#include "journals/step_codes.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTest>

namespace undock::gui::test {

namespace {

const QString sampleNode = QStringLiteral("root@node-1.example");

} // namespace

SampleGround::SampleGround(const QString &dataFolder)
    : own(dataFolder.isEmpty() ? std::make_unique<QTemporaryDir>() : nullptr)
    , folder(own ? own->path() : dataFolder)
{
    world.onConnect = [this](int vmid, const std::stop_token &stop) { return meet(vmid, stop); };
}

Done SampleGround::meet(int vmid, const std::stop_token &stop)
{
    std::unique_lock lock(mutex);
    if (!told.wait(lock, stop, [&] { return answers.contains(vmid); }))
        return fail(Error::Kind::NotReached, QStringLiteral("stopped"), QStringLiteral("stopped"));
    return tl::make_unexpected(answers.at(vmid));
}

DeskSettings SampleGround::deskSettings() const
{
    DeskSettings desk;
    desk.dataFolder = folder;
    desk.recordsFolder = folder + QStringLiteral("/records");
    desk.workers = 3; // one more task may begin than fill() puts to work
    return desk;
}

SampleDesk::SampleDesk(const QString &dataFolder)
    : SampleGround(dataFolder)
    , Queue(deskSettings(), nobody, world)
{
    connect(this, &Queue::taskStarted, this, [this](const QString &run, const Task &task) {
        begun << Begun{ run, task };
    });
}

SampleDesk::~SampleDesk() = default;

void SampleDesk::put(const QString &run, const std::vector<JournalEvent> &events, bool working)
{
    putFile(run, events);
    load();
    if (!runs().contains(run)) {
        for (const SetAside &one : setAside())
            qWarning("%s: %s", qUtf8Printable(one.run), qUtf8Printable(describe(one.error)));
        qFatal("the queue did not take %s", qUtf8Printable(run));
    }
    if (working)
        work(run);
}

void SampleDesk::putFile(const QString &run, const std::vector<JournalEvent> &events) const
{
    const RunStore store(folder);
    QFile file(store.journalPath(run));
    if (!QDir().mkpath(store.runFolder(run)) || !file.open(QIODevice::WriteOnly)
        || file.write(journalFileOf(events)) < 0)
        qFatal("no journal %s", qUtf8Printable(file.fileName()));
}

void SampleDesk::fill()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const RecordedRun whole = RecordedRun::named("whole"), back = RecordedRun::named("rolled-back"),
                      retried = RecordedRun::named("retried");
    const auto show = [&](const RecordedRun &run, int vmid, const char *name, int secondsAgo, bool working = false) {
        const RecordedRun shown = run.onVm(vmid, QLatin1String(name)).endingAt(now.addSecs(-secondsAgo));
        put(shown, working);
        return shown;
    };
    const RecordedRun copying = show(whole.whileAt("e-copy"), 102, "vm-260219-01", 3, true);
    show(whole.whileAt("b-archive"), 103, "vm-260219-02", 2, true);
    show(whole.after(event::finished), 104, "vm-260219-03", 2900);
    show(back.after(event::hold, 2), 105, "vm-260219-04", 1700);
    show(retried.afterStep("d-install"), 106, "vm-260219-05", 700);
    show(whole.after(event::accepted), 107, "vm-260219-06", 7500);
    show(whole, 108, "vm-260218-11", 88000);
    show(back, 109, "vm-260218-12", 78000);
    const RecordedRun later = show(whole.after(event::runCreated), 110, "vm-260219-07", 60);
    Task migrate;
    migrate.kind = Task::Kind::Migrate;
    (void)request(later.run(), migrate, now.addSecs(8 * 3600));
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
    {
        JournalEvent event;
        event.type = QLatin1String(type);
        event.data = data;
        stepcodes::refuseUnsent(event);
        const auto journal = store().open(run);
        if (!journal || !(*journal)->append(type, std::move(data)))
            qFatal("nothing can be written to %s", qUtf8Printable(run));
    }
    readOn();
    hear();
}

void SampleDesk::work(const QString &run, Task::Kind kind)
{
    Task task;
    task.kind = kind;
    const auto asked = request(run, task);
    if (!asked || !working(run))
        qFatal("%s does not begin: %s", qUtf8Printable(run), qUtf8Printable(waitingFor(run)));
    begun.removeLast();
}

void SampleDesk::end(const QString &run, const Error &error)
{
    const int vmid = state(run).vmid().toInt();
    bool over = false;
    const QObject heard;
    const auto ended = [&](const QString &which) { over = over || which == run; };
    connect(this, &Queue::taskFinished, &heard, ended);
    connect(this, &Queue::taskPutOff, &heard, ended);
    {
        const std::lock_guard lock(mutex);
        answers[vmid] = error;
    }
    told.notify_all();
    while (!over)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    const std::lock_guard lock(mutex);
    answers.erase(vmid);
}

Error SampleDesk::refused()
{
    return { Error::Kind::Refused, QStringLiteral("host-key-rejected"), QStringLiteral("the host key was not accepted"),
        sampleNode, {} };
}

Error SampleDesk::away()
{
    return { Error::Kind::NotReached, QStringLiteral("connect-timeout"), QStringLiteral("no answer"), sampleNode, {} };
}

void SampleDesk::setHolds(const std::vector<Json> &holds)
{
    noteHolds(sampleNode, holds);
}

void SampleDesk::hear()
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::User);
}

} // namespace undock::gui::test
