// The real queue window on real journals, with more in it than anyone has:
//   undock-window-bench prepare FOLDER ROWS LINES   ROWS runs as the lab's recorded one stood at
//                                                   some step, one of them with LINES more of output
//   undock-window-bench show FOLDER LINES           opens the window on them; one line of JSON at the end.
//                                                   LINES 0: only how long the start took

#include "core/journal/writer.h"
#include "engine/queue/queue.h"
#include "gui/app/gui_prompter.h"
#include "gui/app/one_arena.h"
#include "gui/app/shell.h"
#include "gui/queue/import_dialog.h"
#include "gui/records/records_window.h"
#include "gui/settings/app_settings.h"
#include "gui/text/language.h"
#include "gui/widgets/output_buffer.h"
#include "gui/widgets/output_pane.h"
#include "gui/widgets/output_view.h"
#include "journals/recorded_run.h"
#include "secrets/session_store.h"
#include "support/sample_inquiry.h"
#include "support/silent_questions.h"
#include "unit/support/scripted/scripted_world.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTimer>
#include <QTreeView>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <unistd.h>
#include <utility>

using namespace undock;
using namespace undock::gui;
using namespace undock::gui::test;

namespace {

double threadSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

/// How long handling one event takes at the most: for so long the window answers nobody. Beside it
/// what the window itself worked meanwhile: the rest is others' on a machine that is not calm.
class WatchedApplication : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        QElapsedTimer timer;
        timer.start();
        const double worked = threadSeconds();
        ++m_depth;
        const bool taken = QApplication::notify(receiver, event);
        --m_depth;
        m_longest = std::max(m_longest, double(timer.nsecsElapsed()) / 1e6);
        m_work = std::max(m_work, (threadSeconds() - worked) * 1000);
        return taken;
    }
    double takeLongest() { return std::exchange(m_longest, 0.0); }
    double takeWork() { return std::exchange(m_work, 0.0); }

private:
    int m_depth = 0;
    double m_longest = 0;
    double m_work = 0;
};

double secondsSinceProcessStart()
{
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray stat = file.readAll();
    // Counted from behind the name, which may contain anything.
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9 - fields.at(19).toDouble() / double(sysconf(_SC_CLK_TCK));
}

/// A field of /proc/self/status in MB.
double memory(const QByteArray &field)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(field + ':'))
            return line.mid(field.size() + 1).simplified().split(' ').first().toDouble() / 1024;
    }
    return -1;
}

QString chunkOfLines(int from, int count)
{
    QString text;
    for (int line = from; line < from + count; ++line)
        text += QStringLiteral("agents/main/workspace/grown/file-%1.dat  52428 bytes\n").arg(line);
    return text;
}

JournalEvent outputEvent(const QString &job, int from, int count)
{
    const QString text = chunkOfLines(from, count);
    JournalEvent event;
    event.at = QDateTime::currentDateTimeUtc();
    event.type = QLatin1String(event::output);
    event.data = { { "job", toStd(job) }, { "offset", from }, { "bytes", int(text.size()) }, { "text", toStd(text) } };
    return event;
}

int prepare(const QString &folder, int rows, int lines)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const RecordedRun whole = RecordedRun::named("whole");
    const char *const lastSteps[] = { "b-verify", "c-manifest", "d-install", "e-place", "f-config", "g-start" };
    for (int row = 0; row < rows; ++row) {
        const bool talks = row == rows / 2; // not the one that is selected at first
        const RecordedRun run = (talks ? whole.whileAt("b-archive") : whole.afterStep(lastSteps[row % 6]))
                                    .onVm(1000 + row, QStringLiteral("vm-%1").arg(row))
                                    .endingAt(now.addSecs(-row * 60));
        const QString place = folder + QStringLiteral("/runs/") + run.run();
        QDir().mkpath(place);
        const auto writer = JournalWriter::open(place + QStringLiteral("/journal.jsonl"));
        if (!writer) {
            std::fprintf(stderr, "%s\n", qPrintable(writer.error().what));
            return 1;
        }
        const auto append
            = [&](const JournalEvent &event) { return bool((*writer)->append(qPrintable(event.type), event.data)); };
        for (const JournalEvent &event : run.events()) {
            if (!append(event))
                return 1;
        }
        // In pieces of the size that a follow of the job brings.
        for (int line = 0; talks && line < lines; line += 250) {
            if (!append(outputEvent(run.jobAtWork(), line, std::min(250, lines - line))))
                return 1;
        }
    }
    return 0;
}

/// Runs its acts one after the other, each from the event loop, and notes the longest stall of each.
class Scenario {
public:
    explicit Scenario(WatchedApplication &application)
        : m_application(application)
    {
    }
    /// `act` is called every `pace` ms with 0, 1, 2 …, `times` times; `rest` ms later its stall is taken.
    void play(const char *name, int times, int pace, const std::function<void(int)> &act, int rest = 600)
    {
        m_application.takeLongest();
        m_application.takeWork();
        int done = 0;
        QEventLoop loop;
        QTimer timer;
        timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
            act(done);
            if (++done == times) {
                timer.stop();
                QTimer::singleShot(rest, &loop, &QEventLoop::quit);
            }
        });
        timer.start(pace);
        loop.exec();
        m_stalls[name] = m_application.takeLongest();
        m_work[name] = m_application.takeWork();
    }
    Json stalls() const { return m_stalls; }
    Json work() const { return m_work; }

private:
    WatchedApplication &m_application;
    Json m_stalls = Json::object();
    Json m_work = Json::object();
};

class FirstPaint : public QObject {
public:
    double at = -1;
    double processor = -1; ///< seconds of the processor until then

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && at < 0)
            QTimer::singleShot(0, this, [this] {
                if (at < 0) {
                    at = secondsSinceProcessStart();
                    processor = double(std::clock()) / CLOCKS_PER_SEC;
                }
            });
        return false;
    }
};

int show(WatchedApplication &application, const QString &folder, int lines)
{
    AppSettings settings(folder);
    Language::use(QStringLiteral("en"));
    Theme::apply(application, Theme::choiceFromName(QString()));
    SilentQuestions questions;
    secrets::SessionStore session;
    GuiPrompter prompter(questions, session, session);
    DeskSettings deskSettings = settings.desk();
    deskSettings.dataFolder = folder;
    ScriptedWorld world; // nodes and VMs that are plain data: what is measured is the window
    Queue queue(deskSettings, prompter, world);
    queue.load();
    SampleInquiry inquiry;
    Shell shell(queue, settings, inquiry, questions);
    MainWindow &window = shell.window();
    FirstPaint firstPaint;
    auto *table = window.findChild<QTreeView *>(QStringLiteral("queue"));
    table->viewport()->installEventFilter(&firstPaint);
    window.resize(1280, 800);
    window.show();
    while (firstPaint.at < 0)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);

    if (lines == 0) {
        std::printf("%s\n",
            Json({ { "start_s", firstPaint.at }, { "start_processor_s", firstPaint.processor } }).dump().c_str());
        return 0;
    }
    QStringList runs = queue.runs();
    const auto talker = std::max_element(runs.begin(), runs.end(), [&](const QString &one, const QString &other) {
        return QFileInfo(queue.store().journalPath(one)).size() < QFileInfo(queue.store().journalPath(other)).size();
    });
    const QString talks = *talker;
    runs.erase(talker);
    const QString shown = runs.first();
    auto *output = window.findChild<OutputPane *>(QStringLiteral("output"));

    Scenario scenario(application);
    scenario.play(
        "500 rows: nothing is done", 1, 10, [](int) {}, 1500);
    const double memoryOfRows = memory("VmRSS");
    scenario.play("500 rows: scrolling", 100, 20,
        [&](int step) { table->verticalScrollBar()->setValue(step * table->verticalScrollBar()->maximum() / 99); });
    scenario.play("500 rows: going from VM to VM", 40, 50, [&](int step) { window.selectRun(runs.at(step * 12)); });
    window.selectRun(shown);
    const int piece = 250;
    std::vector<JournalEvent> pieces;
    qint64 number = qint64(queue.events(shown).size());
    for (int line = 0; line < lines; line += piece) {
        pieces.push_back(outputEvent(QStringLiteral("99-b-archive"), line, piece));
        pieces.back().seq = ++number;
    }
    scenario.play("500 rows, 200000 lines: lines arrive", int(pieces.size()), 10, [&](int step) {
        Q_EMIT queue.eventAppended(shown, pieces[std::size_t(step)]);
        for (int other = 0; other < 3; ++other)
            Q_EMIT queue.progress(
                runs.at(other), QStringLiteral("99-b-archive"), step, qint64(pieces.size()), QStringLiteral("bytes"));
    });
    pieces.clear();
    pieces.shrink_to_fit();
    if (output->view()->verticalScrollBar()->maximum() < lines - 1000) {
        std::fprintf(
            stderr, "of %d lines the window shows %d\n", lines, output->view()->verticalScrollBar()->maximum());
        return 1;
    }
    scenario.play("500 rows, 200000 lines: scrolling the lines", 100, 20, [&](int step) {
        QScrollBar *bar = output->view()->verticalScrollBar();
        bar->setValue(int(qint64(bar->maximum()) * (99 - step) / 99));
    });
    const double memoryOfLines = memory("VmRSS");
    scenario.play(
        "500 rows, 200000 lines: opening a run that has them", 1, 10, [&](int) { window.selectRun(talks); }, 1500);
    scenario.play(
        "500 rows: three tasks end, and are sealed", 1, 10,
        [&](int) {
            for (int one = 0; one < 3; ++one) {
                Task scan;
                scan.kind = Task::Kind::Scan;
                (void)queue.request(runs.at(one), scan);
            }
        },
        3000);
    RecordsWindow *records = shell.records({});
    auto *search = records->findChild<QLineEdit *>(QStringLiteral("search"));
    scenario.play(
        "500 runs: searching all they said", 5, 400,
        [&](int step) { search->setText(QStringLiteral("file-19%1").arg(step)); }, 4000);
    delete records; // its own loop is not the one that it was opened in
    QString list = QStringLiteral("vmid,node\n");
    for (int vmid = 20000; vmid < 20500; ++vmid)
        list += QStringLiteral("%1,root@node-2.example\n").arg(vmid);
    ImportDialog *import = shell.import({});
    scenario.play("500 rows: a list of 500 VMs is read", 1, 10,
        [&](int) { import->findChild<QPlainTextEdit *>(QStringLiteral("text"))->setPlainText(list); });
    scenario.play(
        "500 rows: 500 VMs are imported", 1, 10,
        [&](int) {
            import->findChild<QDialogButtonBox *>(QStringLiteral("buttons"))->button(QDialogButtonBox::Ok)->click();
        },
        8000);
    if (queue.runs().size() < 1000) {
        std::fprintf(stderr, "of 500 VMs %lld were imported\n", static_cast<long long>(queue.runs().size()) - 500);
        return 1;
    }
    const Json told{ { "start_s", firstPaint.at }, { "start_processor_s", firstPaint.processor },
        { "memory_rows_mb", memoryOfRows }, { "memory_mb", memoryOfLines }, { "memory_peak_mb", memory("VmHWM") },
        { "stalls_ms", scenario.stalls() }, { "stalls_processor_ms", scenario.work() } };
    std::printf("%s\n", told.dump().c_str());
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    undock::gui::useOneArena(); // as the program does
    WatchedApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("openclaw-undock"));
    const QStringList words = QCoreApplication::arguments();
    if (words.size() == 5 && words.at(1) == QLatin1String("prepare"))
        return prepare(words.at(2), words.at(3).toInt(), words.at(4).toInt());
    if (words.size() == 4 && words.at(1) == QLatin1String("show"))
        return show(application, words.at(2), words.at(3).toInt());
    std::fprintf(stderr, "usage: undock-window-bench prepare FOLDER ROWS LINES | show FOLDER LINES\n");
    return 2;
}
