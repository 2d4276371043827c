// The queue's window with a batch: found on the node, chosen, started together, two at a time.

#include "support/lab_desk.h"

#include "gui/queue/discover_dialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QTemporaryDir>
#include <QToolButton>

using namespace undock;
using namespace undock::gui;
using namespace undock::gui::test;

class TestQueueLab : public QObject {
    Q_OBJECT
    QTemporaryDir m_data;

private Q_SLOTS:
    void aBatchRunsTwoAtATimeAndWaitsForItsUsers()
    {
        if (!Lab::isThere())
            QSKIP("no lab (LAB_NODE)");
        QStringList options{ QStringLiteral("--node"), qEnvironmentVariable("LAB_NODE"), QStringLiteral("--identity"),
            qEnvironmentVariable("LAB_IDENTITY"), QStringLiteral("--panel-tag"), qEnvironmentVariable("LAB_PANEL_TAG"),
            QStringLiteral("--order"), QStringLiteral("early"), QStringLiteral("--operator"), QStringLiteral("lin"),
            QStringLiteral("--language"), QStringLiteral("en") };
        Person person;
        LabDesk desk(m_data.path(), options + qEnvironmentVariable("LAB_SOURCES").split(u' '));

        LabDesk::click(desk.inWindow<QPushButton>("emptyDiscover"));
        auto *discover = desk.program->window().findChild<DiscoverDialog *>();
        QVERIFY(discover);
        auto *vms = discover->findChild<QTreeView *>(QStringLiteral("vms"));
        LabDesk::click(discover->findChild<QPushButton *>(QStringLiteral("ask")));
        QTRY_VERIFY_WITH_TIMEOUT(vms->model()->rowCount() >= 2, 60000);
        LabDesk::click(discover->findChild<QPushButton *>(QStringLiteral("chooseAll")));
        LabDesk::click(
            discover->findChild<QDialogButtonBox *>(QStringLiteral("buttons"))->button(QDialogButtonBox::Ok));

        auto *queue = desk.inWindow<QTreeView>("queue");
        const int count = int(qEnvironmentVariable("LAB_VMIDS").split(u' ').size());
        QCOMPARE(queue->model()->rowCount(), count);
        int most = 0;
        connect(&desk.program->queue(), &Queue::taskStarted, this,
            [&] { most = std::max(most, desk.program->queue().busyWorkers()); });
        queue->selectAll();
        desk.inWindow<QAction>("actionStart")->trigger();
        const auto awaiting = [&] {
            int waiting = 0;
            for (const QString &run : desk.program->queue().runs())
                waiting += desk.program->queue().state(run).phase() == RunState::Phase::AwaitingUser
                    && !desk.program->queue().working(run);
            return waiting;
        };
        QTRY_COMPARE_WITH_TIMEOUT(awaiting(), count, 2'400'000);
        QCOMPARE(person.asked, QStringList({ QStringLiteral("HostKeyDialog"), QStringLiteral("ReadDialog") }));
        QCOMPARE(most, 2);
        QTRY_VERIFY(desk.inWindow<QToolButton>("chipWantsPerson")->text().contains(QString::number(count)));
    }
};

QTEST_MAIN(TestQueueLab)
#include "tst_queue_lab.moc"
