#include "engine/run/run_values.h"
#include "gui/queue/checks_model.h"
#include "gui/queue/discover_model.h"
#include "gui/queue/import_model.h"
#include "gui/queue/queue_filter.h"
#include "gui/queue/queue_model.h"
#include "gui/queue/step_tree_model.h"
#include "gui/records/records_model.h"
#include "gui/text/language.h"
#include "gui/widgets/icons.h"
#include "gui/wizard/findings_model.h"
#include "gui/wizard/plan_model.h"
#include "gui/wizard/read_model.h"
#include "support/sample_desk.h"
#include "support/sample_inquiry.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <ctime>

using namespace undock;
using namespace undock::gui;
using namespace undock::gui::test;

namespace {

/// The time this program worked: what else the machine does is not our stall.
class CpuTime {
public:
    qint64 elapsed() const { return qint64(std::clock() - m_begun) * 1000 / CLOCKS_PER_SEC; }

private:
    std::clock_t m_begun = std::clock();
};

using Tester = QAbstractItemModelTester;
constexpr auto strict = Tester::FailureReportingMode::QtTest;

JournalBuilder waiting(const QString &vmid, const QDateTime &start)
{
    return JournalBuilder(vmid, QStringLiteral("vm"), start);
}

} // namespace

class TestModels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theQueueKeepsTheModelRules()
    {
        SampleDesk desk;
        QueueModel model(desk);
        Tester tester(&model, strict);
        QueueFilter filter;
        filter.setSourceModel(&model);
        Tester filterTester(&filter, strict);
        desk.fill();
        model.flush();
        QCOMPARE(model.rowCount(), 9);
        desk.append(desk.runs().at(4), event::end, { { "job", "99-none" } });
        model.flush();
        QVERIFY(desk.leaveOut(desk.runs().last()));
        QCOMPARE(model.rowCount(), 8);
        filter.setGroup(RowGroup::Failed);
        QCOMPARE(filter.rowCount(), model.count(RowGroup::Failed));
        filter.setGroup(std::nullopt);
        filter.setText(QStringLiteral("260219-03"));
        QCOMPARE(filter.rowCount(), 1);
    }

    void rowsSayWhereTheyStand()
    {
        SampleDesk desk;
        desk.fill();
        QueueModel model(desk);
        const auto &rows = model.rows();
        QVERIFY(rows[0].working);
        QCOMPARE(rows[0].group, RowGroup::Working);
        QCOMPARE(rows[0].marks[4], StageState::Mark::Running);
        QVERIFY(rows[0].outageRunning);
        QCOMPARE(rows[2].group, RowGroup::WantsPerson);
        QCOMPARE(rows[3].group, RowGroup::Failed);
        QCOMPARE(rows[3].marks[7], StageState::Mark::Failed);
        QCOMPARE(rows[4].phase, RunState::Phase::Failed);
        QCOMPARE(rows[6].group, RowGroup::Done);
        QCOMPARE(rows[6].percent, 100);
        QVERIFY(rows[8].reason.startsWith(QLatin1String("scheduled for ")));
        desk.work(desk.runs().at(3));
        QVERIFY(desk.request(desk.runs().at(2), { Task::Kind::Scan, {}, {}, {}, {}, {}, false }));
        model.flush();
        QCOMPARE(rows[2].reason, QStringLiteral("waits for a free worker"));
        QCOMPARE(rows[0].ports, QStringLiteral("10101 10102 10100"));
    }

    void chattyWorkersAreToldInBatches()
    {
        SampleDesk desk;
        desk.fill();
        QueueModel model(desk);
        QSignalSpy spy(&model, &QAbstractItemModel::dataChanged);
        const QString run = desk.runs().at(4);
        auto journal = desk.store().open(run);
        QVERIFY(journal.has_value());
        for (int i = 0; i < 1000; ++i) {
            QVERIFY((*journal)->append(
                event::output, { { "job", "01-a-scan" }, { "offset", i }, { "bytes", 1 }, { "text", "x\n" } }));
        }
        (*journal).reset();
        QSignalSpy told(&desk, &Queue::eventAppended);
        desk.readOn();
        for (int i = 0; i < 1000; ++i)
            Q_EMIT desk.progress(run, QStringLiteral("99-none"), i, 1000, QStringLiteral("bytes"));
        SampleDesk::hear();
        QCOMPARE(told.count(), 1000);
        QTRY_VERIFY(spy.count() >= 1);
        QVERIFY2(spy.count() <= 3, qPrintable(QString::number(spy.count())));
    }

    void fiveHundredRowsStayQuick()
    {
        SampleDesk desk;
        const QDateTime now = QDateTime::currentDateTimeUtc();
        for (int i = 0; i < 500; ++i) {
            JournalBuilder told = waiting(QString::number(1000 + i), now);
            told.scan().upTo('G');
            desk.putFile(told.run(), told.events());
        }
        desk.load();
        QCOMPARE(desk.runs().size(), 500);
        for (int i = 0; i < 3; ++i)
            desk.work(desk.runs().at(i));
        QueueModel model(desk);
        CpuTime timer;
        for (int i = 0; i < 3; ++i)
            Q_EMIT desk.waitingChanged(desk.runs().at(i));
        model.flush();
        for (int row = 0; row < 40; ++row) {
            for (int column = 0; column < QueueModel::ColumnCount; ++column)
                model.index(row, column).data();
        }
        QVERIFY2(timer.elapsed() < 50, qPrintable(QString::number(timer.elapsed())));
    }

    void stepsGrowWithoutLosingTheirPlace()
    {
        SampleDesk desk;
        desk.fill();
        StepTreeModel model;
        Tester tester(&model, strict);
        const QString run = desk.runs().at(2);
        model.show(desk.state(run));
        QCOMPARE(model.rowCount(), migrationStages);
        const QPersistentModelIndex stage = model.index(4, 0);
        const int before = model.rowCount(stage);
        desk.append(run, event::begin,
            { { "job", "77-e-config" }, { "step", "e-config" }, { "stage", "E" }, { "effect", "switches" } });
        model.show(desk.state(run));
        QVERIFY(stage.isValid());
        QCOMPARE(model.rowCount(stage), before + 1);
        model.show(desk.state(desk.runs().at(7)));
        QCOMPARE(model.rowCount(), migrationStages + 1); // a rollback is there
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void failedChecksStandFirst()
    {
        JournalBuilder run = waiting(QStringLiteral("300"), QDateTime::currentDateTimeUtc());
        run.scan().upTo('G').checked(false);
        ChecksModel model;
        Tester tester(&model, strict);
        model.show(run.state().acceptanceRows());
        QCOMPARE(model.count(Verdict::Failed), 2);
        QCOMPARE(model.count(Verdict::Unknown), 1);
        QCOMPARE(model.index(0, ChecksModel::Verdict_).data().toString(), QStringLiteral("failed"));
        QCOMPARE(model.index(2, ChecksModel::Verdict_).data().toString(), QStringLiteral("unknown"));
    }

    void whatTheProgramItselfWroteIsToldInTheWindowsLanguage()
    {
        CheckRow row;
        row.expected = QStringLiteral("@least-mib-free least=512");
        row.found = QStringLiteral("what nobody knows");
        ChecksModel model;
        model.show({ row });
        Language::use(QStringLiteral("zh_CN"));
        QCOMPARE(model.index(0, ChecksModel::Expected).data().toString(), QStringLiteral("至少剩余 512 MiB"));
        QCOMPARE(model.index(0, ChecksModel::Expected).data(Qt::ToolTipRole).toString(),
            QStringLiteral("at least 512 MiB free"));
        QCOMPARE(model.index(0, ChecksModel::Found).data().toString(), row.found);
        Language::use(QStringLiteral("en"));
        QCOMPARE(model.index(0, ChecksModel::Expected).data().toString(), QStringLiteral("at least 512 MiB free"));
    }

    void theLinesThatDifferUnfoldBelowTheirCheck()
    {
        CheckRow row;
        row.verdict = Verdict::Failed;
        row.found = QStringLiteral("@lines-differ count=2\n- a: b\n+ a: c");
        row.before = QStringLiteral("5 lines");
        CheckRow plain;
        plain.verdict = Verdict::Passed;
        plain.found = QStringLiteral("as before");
        ChecksModel model;
        Tester tester(&model, strict);
        QTreeView view;
        model.showIn(&view);
        model.show({ plain, row });
        QCOMPARE(model.rowCount(), 2);
        const QModelIndex failed = model.index(0, ChecksModel::Check);
        QCOMPARE(model.index(0, ChecksModel::Found).data().toString(), QStringLiteral("2 lines differ"));
        QCOMPARE(model.index(0, ChecksModel::Before).data().toString(), row.before);
        QCOMPARE(model.rowCount(failed), 2);
        QCOMPARE(model.index(1, 0, failed).data().toString(), QStringLiteral("+ a: c"));
        QCOMPARE(model.index(1, 0, failed).parent(), failed);
        QCOMPARE(model.rowCount(model.index(1, ChecksModel::Check)), 0);
        QVERIFY(view.isExpanded(failed));
        QVERIFY(view.isFirstColumnSpanned(1, failed));
        model.show({ plain });
        QCOMPARE(model.rowCount(model.index(0, ChecksModel::Check)), 0);
    }

    void aMarkOnASelectedRowIsStillTold()
    {
        for (const char *name : { "mark-passed", "mark-warning", "mark-failed", "mark-unknown" }) {
            const QImage image
                = Icons::get(QLatin1String(name), Tone::Passed).pixmap(32, 32, QIcon::Selected).toImage();
            QSet<QRgb> colours;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    if (qAlpha(image.pixel(x, y)) == 255)
                        colours << image.pixel(x, y);
            QVERIFY2(colours.contains(QApplication::palette().color(QPalette::Highlight).rgb()), name);
        }
    }

    void findingsBlockFirst()
    {
        FindingsModel model;
        Tester tester(&model, strict);
        JournalBuilder maker = waiting(QStringLiteral("300"), QDateTime::currentDateTimeUtc());
        maker.scan(true, true);
        model.show(RunState::of(maker.events()));
        QCOMPARE(model.count(Finding::Level::Blocks), 1);
        QCOMPARE(model.count(Finding::Level::Attention), 3);
        QVERIFY(model.index(0, FindingsModel::Text).data().toString().contains(QLatin1String("409.6 MiB")));
        QVERIFY(!model.advice(0).isEmpty());
    }

    void thePlanShowsEveryStepWithItsValues()
    {
        PlanModel model;
        Tester tester(&model, strict);
        JournalBuilder maker = waiting(QStringLiteral("300"), QDateTime::currentDateTimeUtc());
        maker.scan();
        const RunState state = RunState::of(maker.events());
        const auto parameters = runParametersFromJson(state.params());
        QVERIFY2(parameters.has_value(), qPrintable(parameters ? QString() : describe(parameters.error())));
        model.show(state);
        QVERIFY(model.rowCount() >= 8);
        bool secretShown = false;
        int steps = 0;
        for (int stage = 0; stage < model.rowCount(); ++stage) {
            const QModelIndex parent = model.index(stage, 0);
            for (int row = 0; row < model.rowCount(parent); ++row) {
                const Step *step = model.step(model.index(row, 0, parent));
                QVERIFY(step && !step->script.isEmpty());
                QVERIFY(!model.effectLine(*step).isEmpty());
                const StepValues sent = runValues(*parameters, state, {})(*step);
                for (const PlanModel::Value &value : model.values(*step)) {
                    QVERIFY2(!value.text.isEmpty(), qPrintable(value.name));
                    // What is shown is what will be sent.
                    if (!value.secret && sent.contains(value.name) && !sent[value.name].isEmpty())
                        QCOMPARE(value.text.toUtf8(), sent[value.name]);
                    secretShown = secretShown || (value.secret && !value.text.startsWith(QLatin1String("secret")));
                }
                ++steps;
            }
        }
        QVERIFY(steps >= 15);
        QVERIFY(!secretShown);
        QVERIFY(!model.sizeLine().isEmpty());
        QVERIFY(!model.headroomShort());
    }

    void filesAreAskedForOncePerVersion()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("sop.md"));
        const auto write = [&](const char *text) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        };
        write("# first");
        SampleDesk desk;
        desk.put(waiting(QStringLiteral("102"), QDateTime::currentDateTimeUtc()));
        ReadModel model(desk);
        Tester tester(&model, strict);
        model.load(path, {}, {}, {});
        QVERIFY(model.wantsReading());
        QVERIFY(desk.confirmRead(desk.runs().first(), model.confirmation()));
        SampleDesk::hear();
        model.load(path, {}, {}, {});
        QVERIFY(!model.wantsReading());
        write("# second");
        model.load(path, {}, {}, {});
        QVERIFY(model.wantsReading());
        model.load(folder.filePath(QStringLiteral("none.md")), {}, {}, {});
        QVERIFY(model.anyProblem());
    }

    void earlierRecordsOfTheVmAreAmongWhatIsRead()
    {
        QTemporaryDir folder;
        for (const char *name :
            { "2026-02-20_102_去Docker直装迁移记录.md", "2026-02-20_1021_去Docker直装迁移记录.md" }) {
            QFile file(folder.filePath(QString::fromUtf8(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(name);
        }
        SampleDesk desk;
        ReadModel model(desk);
        model.load({}, {}, folder.path(), QStringLiteral("102"));
        QCOMPARE(model.rowCount(), 1);
    }

    void aVmInTheQueueIsNotOfferedAgain()
    {
        SampleInquiry nodes;
        nodes.fill();
        DiscoverModel model;
        Tester tester(&model, strict);
        model.show(nodes.vms, { QStringLiteral("102") });
        model.chooseAllWithoutObjection();
        QCOMPARE(int(model.chosen().size()), 11); // 14 less: in the queue, stopped, no agent
        QVERIFY(!model.setData(model.index(0, 0), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(model.setData(model.index(9, 0), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(int(model.chosen().size()), 12);
    }

    void badLinesAreShownAndLeftOut()
    {
        ImportModel model;
        Tester tester(&model, strict);
        const QMap<QString, QString> defaults{ { QStringLiteral("node"), QStringLiteral("root@node-1.example") },
            { QStringLiteral("operator"), QStringLiteral("lin") } };
        model.read("vmid,ip\n201,10.10.10.61\n20x,10.10.10.62\n201,10.10.10.61\n", defaults);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(int(model.good().size()), 1);
        QCOMPARE(model.badCount(), 2);
        QVERIFY(model.index(1, ImportModel::Problem).data().toString().contains(QLatin1String("vmid")));
    }

    void recordsAreFoundByWhatStandsInThem()
    {
        SampleDesk desk;
        desk.fill();
        RecordsModel model(desk);
        Tester tester(&model, strict);
        QCOMPARE(model.rowCount(), 9);
        const auto hits = [&] {
            int found = 0;
            for (int row = 0; row < model.rowCount(); ++row)
                found += model.isFound(row) ? 1 : 0;
            return found;
        };
        QCOMPARE(hits(), 9);
        model.search(QStringLiteral("ADDED 127 PACKAGES"));
        QTRY_VERIFY(hits() > 0 && hits() < 9);
        model.search(QStringLiteral("stands nowhere"));
        QTRY_COMPARE(hits(), 0);
        model.search(QStringLiteral("Added 127"));
        model.search(QString()); // the newer word counts, whatever is found meanwhile
        QCOMPARE(hits(), 9);
        QTest::qWait(0);
        QCOMPARE(hits(), 9);
    }

    void recordsAreFilteredByWhatTheyAre()
    {
        QTemporaryDir folder;
        QFile byHand(folder.filePath(QStringLiteral("2026-01-18_205_去Docker直装迁移记录.md")));
        QVERIFY(byHand.open(QIODevice::WriteOnly));
        byHand.write("# 205\n- 母机：node-9\n- OpenClaw 版本：2026.1.5\n## 结论\n成功，shim without node\n");
        byHand.close();
        SampleDesk desk;
        desk.fill();
        DeskSettings settings = desk.settings();
        settings.recordsFolder = folder.path();
        desk.setSettings(settings);
        RecordsModel model(desk);
        Tester tester(&model, strict);
        QTRY_COMPARE(model.rowCount(), 10); // those written by hand come in beside the runs
        const auto hits = [&] {
            QStringList vms;
            for (int row = 0; row < model.rowCount(); ++row) {
                if (model.isFound(row))
                    vms << model.index(row, RecordsModel::Vmid).data().toString();
            }
            return vms;
        };
        const int hand = model.rowOf(byHand.fileName());
        QVERIFY(hand >= 0);
        QCOMPARE(model.run(hand), QString());
        QVERIFY(model.index(hand, RecordsModel::Outcome).data().toString().contains(QStringLiteral("成功")));
        QVERIFY(model.index(hand, RecordsModel::Outage).data().toString().isEmpty());
        QVERIFY(model.nodes().contains(QLatin1String("node-9")));
        QVERIFY(model.versions().contains(QLatin1String("2026.1.5")));
        RecordQuery query;
        query.version = QStringLiteral("2026.1.5");
        model.setQuery(query);
        QCOMPARE(hits(), QStringList{ QStringLiteral("205") });
        query = {};
        query.text = QStringLiteral("SHIM WITHOUT");
        model.setQuery(query);
        QTRY_COMPARE(hits(), QStringList{ QStringLiteral("205") });
        query = {};
        query.outcomes = { RunState::Phase::RolledBack };
        model.setQuery(query);
        for (int row = 0; row < model.rowCount(); ++row) {
            QCOMPARE(model.isFound(row),
                !model.run(row).isEmpty() && desk.state(model.run(row)).phase() == RunState::Phase::RolledBack);
        }
        query = {};
        query.to = QDate(2026, 2, 1);
        model.setQuery(query);
        QCOMPARE(hits(), QStringList{ QStringLiteral("205") });
    }
};

QTEST_MAIN(TestModels)
#include "tst_models.moc"
