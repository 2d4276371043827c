// The queue's window with a batch: found on the node, chosen, started together, as many at a time as there are
// workers; then each user's word, each deletion, and the records of all handed over.

#include "support/lab_desk.h"

#include "gui/queue/discover_dialog.h"
#include "gui/records/records_window.h"
#include "gui/support/into_folder.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QMenu>
#include <QTemporaryDir>
#include <QToolButton>

using namespace undock;
using namespace undock::gui;
using namespace undock::gui::test;

namespace {

constexpr int aTask = 300'000;
constexpr int aBatch = 2'400'000;

} // namespace

class TestQueueLab : public QObject {
    Q_OBJECT
    QTemporaryDir m_data;
    Person m_person;
    std::unique_ptr<LabDesk> m_desk;
    bool m_stuck = false;
    const QStringList m_vmids = qEnvironmentVariable("LAB_VMIDS").split(u' ');
    const int m_workers = std::min(3, int(m_vmids.size()));

    Queue &queue() const { return m_desk->program->queue(); }
    int inPhase(RunState::Phase phase) const
    {
        int count = 0;
        for (const QString &run : queue().runs())
            count += queue().state(run).phase() == phase && !queue().working(run);
        return count;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!Lab::isThere())
            QSKIP("no lab (LAB_NODE)");
        const QStringList options{ QStringLiteral("--node"), qEnvironmentVariable("LAB_NODE"),
            QStringLiteral("--identity"), qEnvironmentVariable("LAB_IDENTITY"), QStringLiteral("--panel-tag"),
            qEnvironmentVariable("LAB_PANEL_TAG"), QStringLiteral("--order"), QStringLiteral("early"),
            QStringLiteral("--operator"), QStringLiteral("lin"), QStringLiteral("--language"), QStringLiteral("en") };
        m_desk = std::make_unique<LabDesk>(m_data.path(), options);
        DeskSettings settings = queue().settings();
        settings.workers = m_workers;
        queue().setSettings(settings);
    }
    void init()
    {
        if (m_stuck)
            QSKIP("the step before did not get through");
    }
    void cleanup() { m_stuck = m_stuck || QTest::currentTestFailed(); }

    void aBatchRunsAsManyAtATimeAsThereAreWorkersAndWaitsForItsUsers()
    {
        LabDesk::click(m_desk->inWindow<QPushButton>("emptyDiscover"));
        auto *discover = m_desk->program->window().findChild<DiscoverDialog *>();
        QVERIFY(discover);
        auto *vms = discover->findChild<QTreeView *>(QStringLiteral("vms"));
        LabDesk::click(discover->findChild<QPushButton *>(QStringLiteral("ask")));
        QTRY_VERIFY_WITH_TIMEOUT(vms->model()->rowCount() >= m_vmids.size(), 60000);
        LabDesk::click(discover->findChild<QPushButton *>(QStringLiteral("chooseAll")));
        LabDesk::click(
            discover->findChild<QDialogButtonBox *>(QStringLiteral("buttons"))->button(QDialogButtonBox::Ok));

        auto *rows = m_desk->inWindow<QTreeView>("queue");
        const int count = int(m_vmids.size());
        QCOMPARE(rows->model()->rowCount(), count);
        int most = 0;
        connect(&queue(), &Queue::taskStarted, this, [&] { most = std::max(most, queue().busyWorkers()); });
        rows->selectAll();
        m_desk->inWindow<QAction>("actionStart")->trigger();

        // Paused and let go again: what was under way goes on by itself.
        QTRY_VERIFY_WITH_TIMEOUT(!queue().state(queue().runs().front()).jobs().empty(), aTask);
        auto *pause = m_desk->inWindow<QAction>("actionPauseAll");
        pause->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(queue().busyWorkers(), 0, aTask);
        for (const QString &run : queue().runs())
            QCOMPARE(queue().waitingFor(run), QStringLiteral("@waits-paused"));
        pause->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(inPhase(RunState::Phase::AwaitingUser), count, aBatch);
        QCOMPARE(m_person.asked, QStringList({ QStringLiteral("HostKeyDialog"), QStringLiteral("ReadDialog") }));
        QCOMPARE(most, m_workers);
        QTRY_VERIFY(m_desk->inWindow<QToolButton>("chipWantsPerson")->text().contains(QString::number(count)));
    }

    void eachUserAcceptsAndEachDockerIsDeleted()
    {
        auto *rows = m_desk->inWindow<QTreeView>("queue");
        for (int row = 0; row < rows->model()->rowCount(); ++row) {
            const QString run = queue().runs().at(row);
            m_person.asked.clear();
            m_person.vmid = queue().state(run).vmid();
            rows->clearSelection();
            QModelIndex index;
            for (int i = 0; i < rows->model()->rowCount() && !index.isValid(); ++i) {
                for (int column = 0; column < rows->model()->columnCount() && !index.isValid(); ++column) {
                    const QModelIndex cell = rows->model()->index(i, column);
                    if (cell.data().toString() == m_person.vmid)
                        index = cell;
                }
            }
            QVERIFY2(index.isValid(), qPrintable(m_person.vmid));
            rows->scrollTo(index);
            const QPoint place = rows->visualRect(index).center();
            QTest::mouseClick(rows->viewport(), Qt::LeftButton, {}, place);
            QTest::mouseDClick(rows->viewport(), Qt::LeftButton, {}, place);
            QTRY_VERIFY(m_desk->wizard());
            while (m_desk->wizard()->currentId() < RunWizard::Deletion) {
                QTRY_VERIFY_WITH_TIMEOUT(m_desk->next()->isEnabled(), aTask);
                m_desk->goOn();
            }
            QVERIFY(!m_desk->on<QPushButton>("deleteDocker")->isEnabled());
            LabDesk::type(m_desk->on<QLineEdit>("by"), QStringLiteral("Li Lei"));
            LabDesk::type(m_desk->on<QLineEdit>("tried"), QStringLiteral("old chat, new message, panel"));
            LabDesk::click(m_desk->on<QPushButton>("accept"));
            QTRY_VERIFY_WITH_TIMEOUT(m_desk->on<QPushButton>("deleteDocker")->isEnabled(), aTask);
            LabDesk::click(m_desk->on<QPushButton>("deleteDocker"));
            QCOMPARE(m_person.asked, QStringList({ QStringLiteral("DeletionDialog") }));
            QTRY_COMPARE_WITH_TIMEOUT(queue().state(run).phase(), RunState::Phase::Deleted, aTask);
            QTRY_VERIFY_WITH_TIMEOUT(m_desk->next()->isEnabled() && !queue().working(run), aTask);
            m_desk->goOn();
            LabDesk::click(m_desk->wizard()->button(QWizard::FinishButton));
            QTRY_VERIFY(!m_desk->wizard());
        }
        QCOMPARE(inPhase(RunState::Phase::Deleted), int(m_vmids.size()));
    }

    void theRecordsOfAllAreExportedInEachForm()
    {
        m_desk->inWindow<QAction>("actionRecords")->trigger();
        RecordsWindow *records = nullptr;
        for (QWidget *window : QApplication::topLevelWidgets()) {
            if (auto *found = qobject_cast<RecordsWindow *>(window))
                records = found;
        }
        QVERIFY(records);
        auto *runs = records->findChild<QTreeView *>(QStringLiteral("runs"));
        QCOMPARE(runs->model()->rowCount(), int(m_vmids.size()));
        runs->setFocus();
        QTest::keyClick(runs, Qt::Key_A, Qt::ControlModifier);
        const QString out = m_data.filePath(QStringLiteral("handed-over"));
        QVERIFY(QDir().mkpath(out));
        IntoFolder choice(out);
        for (QAction *action : records->findChild<QToolButton *>(QStringLiteral("export_"))->menu()->actions())
            action->trigger();
        QMap<QString, int> forms;
        for (const QFileInfo &file : QDir(out).entryInfoList(QDir::Files)) {
            QVERIFY2(file.size() > 100, qPrintable(file.fileName()));
            ++forms[file.suffix()];
        }
        const int count = int(m_vmids.size());
        // Each run in each form, the table, the timeline of all, and the summary twice.
        QCOMPARE(forms,
            (QMap<QString, int>{ { QStringLiteral("md"), count + 1 }, { QStringLiteral("html"), count },
                { QStringLiteral("pdf"), count + 1 }, { QStringLiteral("csv"), 1 }, { QStringLiteral("svg"), 1 },
                { QStringLiteral("zip"), count } }));
        records->close();
    }
};

QTEST_MAIN(TestQueueLab)
#include "tst_queue_lab.moc"
