#include "core/record/handover_text.h"
#include "engine/records/bundle_proof.h"
#include "engine/records/bundle_signature.h"
#include "engine/store/run_store.h"
#include "gui/app/shell.h"
#include "gui/housekeeping/housekeeping_dialog.h"
#include "gui/queue/discover_dialog.h"
#include "gui/queue/import_dialog.h"
#include "gui/queue/import_model.h"
#include "gui/queue/occupancy_dialog.h"
#include "gui/records/bundle_dialog.h"
#include "gui/records/handover_dialog.h"
#include "gui/records/records_window.h"
#include "gui/settings/settings_dialog.h"
#include "gui/text/language.h"
#include "gui/text/shown_text.h"
#include "gui/widgets/notice.h"
#include "gui/widgets/output_pane.h"
#include "gui/widgets/output_view.h"
#include "gui/widgets/undock_style.h"
#include "support/into_folder.h"
#include "support/sample_desk.h"
#include "support/sample_inquiry.h"
#include "support/silent_questions.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QDir>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

using namespace undock;
using namespace undock::gui;
using namespace undock::gui::test;

namespace {

struct Fixture {
    QTemporaryDir data;
    AppSettings settings{ data.path() };
    SilentQuestions questions;
    SampleDesk desk{ data.path() };
    SampleInquiry nodes;
    std::unique_ptr<Shell> shell;

    explicit Fixture(bool filled = true)
    {
        nodes.fill();
        settings.setValue(QStringLiteral("node"), QStringLiteral("root@node-1.example"));
        settings.setValue(QStringLiteral("operator"), QStringLiteral("lin"));
        if (filled)
            desk.fill();
        open();
    }
    void open()
    {
        shell.reset();
        shell = std::make_unique<Shell>(desk, settings, nodes, questions);
        shell->window().show();
    }
    template <class T> T *find(const char *name)
    {
        auto *found = shell->window().findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    /// A row of the table as it is filtered and sorted now.
    void click(int row, Qt::KeyboardModifiers modifiers = {})
    {
        auto *queue = find<QTreeView>("queue");
        const QPoint at = queue->visualRect(queue->model()->index(row, 0)).center();
        QTest::mouseClick(queue->viewport(), Qt::LeftButton, modifiers, at);
    }
};

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { Language::use(QStringLiteral("en")); }

    void anEmptyQueueOffersTheWaysIn()
    {
        Fixture f(false);
        QVERIFY(f.find<QPushButton>("emptyAdd")->isVisible());
        f.find<QPushButton>("emptyDiscover")->click();
        QVERIFY(f.shell->window().findChild<DiscoverDialog *>());
    }

    /// Nobody is told that there is no VM while the journals are being read.
    void theWindowIsThereBeforeTheRunsAreRead()
    {
        Fixture f(false);
        const int runs = 120;
        for (int vmid = 1001; vmid <= 1000 + runs; ++vmid) {
            const RecordedRun run = RecordedRun::named("whole").afterStep("b-verify").onVm(vmid, QStringLiteral("bot"));
            f.desk.putFile(run.run(), run.events());
        }
        f.desk.putFile(QStringLiteral("999-20260220-093000-00aa"), JournalBuilder::created("102").events());
        QSignalSpy loaded(&f.desk, &Queue::loaded);
        f.desk.loadBehind();
        f.open();
        auto *queue = f.find<QTreeView>("queue");
        QVERIFY(queue->isVisible());
        QVERIFY(!f.find<QPushButton>("emptyAdd")->isVisible());
        QCOMPARE(queue->model()->rowCount(), 0);
        QSignalSpy inserted(queue->model(), &QAbstractItemModel::rowsInserted);
        QVERIFY2(loaded.wait(60000), "waited for the journals to be read");
        QCOMPARE(queue->model()->rowCount(), runs);
        for (int row = 0; row < runs; ++row)
            QCOMPARE(queue->model()->index(row, 0).data().toString(), f.desk.state(f.desk.runs().at(row)).vmid());
        QVERIFY2(inserted.size() < runs, "they are taken in together");
        QVERIFY(queue->currentIndex().isValid());
        QTRY_VERIFY(f.find<QWidget>("noticeFrame")->isVisible()); // what is set aside is told then

        Fixture none(false);
        none.desk.loadBehind();
        none.open();
        QTRY_VERIFY(none.find<QPushButton>("emptyAdd")->isVisible());
    }

    void theHoldCannotBeMissed()
    {
        Fixture f;
        auto *banner = f.find<QFrame>("holdBanner");
        QVERIFY(banner->isVisible());
        f.find<QPushButton>("showHeldVm")->click();
        QCOMPARE(f.shell->window().selectedRuns(), QStringList{ f.desk.runs().at(3) });
        f.desk.setHolds({});
        QVERIFY(!banner->isVisible());
    }

    void theHeldVmIsTheOneOfItsNode()
    {
        Fixture f;
        JournalBuilder other(QStringLiteral("105"), QStringLiteral("other"), QDateTime::currentDateTimeUtc());
        other.on("root@node-2.example");
        f.desk.put(other);
        QTest::mouseClick(f.find<QPushButton>("showHeldVm"), Qt::LeftButton);
        QCOMPARE(f.shell->window().selectedRuns(), QStringList{ f.desk.runs().at(3) });
    }

    void aVmOfAnotherNodeIsNotInTheQueueByItsNumber()
    {
        Fixture f;
        const qsizetype before = f.desk.runs().size();
        DiscoverDialog *dialog = f.shell->discover();
        auto *node = dialog->findChild<QComboBox *>(QStringLiteral("node"));
        auto *vms = dialog->findChild<QTreeView *>(QStringLiteral("vms"));
        const auto ask = [&](const char *which) {
            node->setEditText(QLatin1String(which));
            QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("ask")), Qt::LeftButton);
            QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("chooseAll")), Qt::LeftButton);
            return dialog->findChild<QLabel *>(QStringLiteral("count"))->text();
        };
        // 102 to 110 are in the queue, 109 rolled back; two of the others have something against them.
        QCOMPARE(ask("root@node-1.example:22"), QStringLiteral("4 chosen"));
        QVERIFY(!(vms->model()->flags(vms->model()->index(0, 0)) & Qt::ItemIsEnabled));
        QCOMPARE(ask("root@node-2.example"), QStringLiteral("12 chosen"));
        // What was found is of the node that was asked, whatever is typed since.
        node->setEditText(QStringLiteral("root@node-3.example"));
        QString from;
        connect(dialog, &DiscoverDialog::chosen, this, [&](const QString &asked) { from = asked; });
        auto *buttons = dialog->findChild<QDialogButtonBox *>(QStringLiteral("buttons"));
        QTest::mouseClick(buttons->button(QDialogButtonBox::Ok), Qt::LeftButton);
        QCOMPARE(from, QStringLiteral("root@node-2.example"));
        QTRY_COMPARE(f.desk.runs().size(), before + 12); // bit by bit
    }

    void actionsFollowTheSelection()
    {
        Fixture f;
        f.shell->window().selectRun(f.desk.runs().at(0)); // works
        QVERIFY(f.find<QAction>("actionPause")->isEnabled());
        QVERIFY(!f.find<QAction>("actionStart")->isEnabled());
        f.shell->window().selectRun(f.desk.runs().at(4)); // failed
        QVERIFY(f.find<QAction>("actionRetry")->isEnabled());
        f.find<QAction>("actionRetry")->trigger();
        QCOMPARE(f.desk.begun.last().task.kind, Task::Kind::Migrate);
        f.shell->window().selectRun(f.desk.runs().at(2)); // wants the user
        QVERIFY(f.find<QAction>("actionAccept")->isEnabled());
        QVERIFY(!f.find<QAction>("actionDeleteDocker")->isEnabled());
    }

    void whatFailedIsRetriedAndNothingElse()
    {
        Fixture f(false);
        const auto failed = [&](const char *vmid) {
            JournalBuilder maker(QLatin1String(vmid), QStringLiteral("vm"), QDateTime::currentDateTimeUtc());
            maker.scan().upTo('G').checked(true).wait(1200).userAccepts();
            return maker;
        };
        JournalBuilder rollback = failed("120");
        rollback.failStep("r-docker-start", "images-gone");
        JournalBuilder deletion = failed("121");
        deletion.pass(QStringLiteral("i-save")).failStep("i-delete", "down-failed");
        JournalBuilder before = failed("122");
        before.failStep("i-save", "backup-gone");
        for (const JournalBuilder &maker : { rollback, deletion, before })
            f.desk.put(maker);
        const auto retry = [&](const JournalBuilder &maker) {
            f.shell->window().selectRun(maker.run());
            QTest::keyClick(&f.shell->window(), Qt::Key_R, Qt::ControlModifier);
        };
        f.shell->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&f.shell->window()));
        retry(rollback);
        QCOMPARE(f.desk.begun.size(), 1);
        QCOMPARE(f.desk.begun.last().task.kind, Task::Kind::RollBack);
        for (const JournalBuilder &maker : { deletion, before }) {
            retry(maker);
            auto *wizard = f.shell->window().findChild<RunWizard *>();
            QVERIFY(wizard);
            QCOMPARE(wizard->currentId(), int(RunWizard::Deletion));
            delete wizard;
        }
        QCOMPARE(f.desk.begun.size(), 1);
    }

    void theOutputAndTheEvidenceAreThoseOfTheSelectedVm()
    {
        Fixture f;
        const auto *output = f.find<OutputPane>("output")->view();
        const auto shows = [&](const char *text) {
            for (int i = 0; output->buffer() && i < output->buffer()->lineCount(); ++i) {
                if (output->buffer()->line(i).text.contains(QLatin1String(text)))
                    return true;
            }
            return false;
        };
        // Chosen one after the other before the first was read.
        f.shell->window().selectRun(f.desk.runs().at(0));
        f.shell->window().selectRun(f.desk.runs().at(1));
        QTRY_VERIFY(shows("data-openclaw.tgz"));
        QVERIFY(!shows("agents/main/sessions"));
        QVERIFY(f.find<QLabel>("evidenceTitle")->text().contains(QLatin1String("b-archive")));
        QVERIFY(f.find<QTreeView>("facts")->model()->rowCount() > 0);
        f.shell->window().selectRun(f.desk.runs().at(0));
        QTRY_VERIFY(shows("agents/main/sessions"));
        QVERIFY(f.find<QLabel>("evidenceTitle")->text().contains(QLatin1String("e-copy")));
    }

    void thePaneStaysWithItsVmWhenTheRowIsFilteredAway()
    {
        Fixture f;
        const QString run = f.desk.runs().at(3); // 105: its acceptance failed
        const auto heading = [&] { return f.find<QLabel>("shownVm")->text(); };
        f.click(3);
        f.find<QAction>("actionRollBack")->trigger();
        QVERIFY2(heading().startsWith(QLatin1String("VM 105")), qPrintable(heading()));
        QVERIFY(heading().contains(QLatin1String("vm-260219-04")));
        QVERIFY(f.find<QPushButton>("takeWay")->text().contains(QLatin1String("VM 105")));
        // By what is typed, or because it comes into another group while something else joins the queue.
        QTest::mouseClick(f.find<QToolButton>("chipFailed"), Qt::LeftButton);
        QTest::keyClicks(f.find<QLineEdit>("filter"), QStringLiteral("106"));
        QCOMPARE(f.find<QTreeView>("queue")->model()->rowCount(), 1);
        f.desk.put(JournalBuilder(QStringLiteral("111"), QStringLiteral("vm-late"), QDateTime::currentDateTimeUtc()));
        QVERIFY(f.shell->window().selectedRuns().isEmpty());
        QVERIFY2(heading().startsWith(QLatin1String("VM 105")), qPrintable(heading()));
        QTest::mouseClick(f.find<QPushButton>("takeWay"), Qt::LeftButton);
        QCOMPARE(f.desk.begun.last().run, run);
        // A choice leads on, and takes nothing along that was chosen for the other.
        f.click(0);
        QVERIFY2(heading().startsWith(QLatin1String("VM 106")), qPrintable(heading()));
    }

    void anotherSelectedVmDoesNotTakeTheShownOnesPlace()
    {
        Fixture f;
        f.click(3);
        f.click(4, Qt::ControlModifier);
        const auto heading = [&] { return f.find<QLabel>("shownVm")->text(); };
        QVERIFY2(heading().startsWith(QLatin1String("VM 106")), qPrintable(heading()));
        QTest::keyClicks(f.find<QLineEdit>("filter"), QStringLiteral("105"));
        QCOMPARE(f.shell->window().selectedRuns(), QStringList{ f.desk.runs().at(3) });
        QVERIFY2(heading().startsWith(QLatin1String("VM 106")), qPrintable(heading()));
        f.click(0);
        QVERIFY2(heading().startsWith(QLatin1String("VM 105")), qPrintable(heading()));
    }

    void aHeldKeyLeavesOneRowOut()
    {
        Fixture f;
        f.shell->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&f.shell->window()));
        const QStringList before = f.desk.runs();
        auto *queue = f.find<QTreeView>("queue");
        f.click(5);
        // Elsewhere the key belongs to what is typed there.
        auto *filter = f.find<QLineEdit>("filter");
        filter->setFocus();
        QTest::keyClick(filter, Qt::Key_Delete);
        QVERIFY(f.desk.leftOut().isEmpty());
        queue->setFocus();
        const auto press = [&](bool repeated) {
            QTest::simulateEvent(queue, true, Qt::Key_Delete, Qt::NoModifier, QString(), repeated);
        };
        press(true);
        QVERIFY(f.desk.leftOut().isEmpty());
        press(false);
        press(true);
        press(false);
        QCOMPARE(f.desk.leftOut(), QStringList{ before.at(5) });
        QVERIFY(f.shell->window().selectedRuns().isEmpty());
        QCOMPARE(queue->currentIndex().row(), 5);
        QCOMPARE(f.find<QLabel>("shownVm")->text(), QStringLiteral("No VM is chosen"));
        // With a new choice it goes on.
        QTest::keyClick(queue, Qt::Key_Down);
        QCOMPARE(f.shell->window().selectedRuns(), QStringList{ before.at(7) });
        press(false);
        QCOMPARE(f.desk.leftOut(), (QStringList{ before.at(5), before.at(7) }));
    }

    void whatWasLeftOutIsPutBack()
    {
        Fixture f;
        auto *back = f.find<QMenu>("menuPutBack");
        const auto opened = [&] {
            auto *queueMenu = qobject_cast<QMenu *>(back->parent());
            Q_EMIT queueMenu->aboutToShow();
            return back->actions();
        };
        QVERIFY(opened().isEmpty());
        QVERIFY2(!back->isEnabled(), "nothing was left out");
        const QString run = f.desk.runs().at(5);
        f.click(5);
        f.find<QAction>("actionLeaveOut")->trigger();
        QVERIFY(!f.desk.runs().contains(run));
        const QList<QAction *> offered = opened();
        QVERIFY(back->isEnabled());
        QCOMPARE(offered.size(), 1);
        QVERIFY(offered.first()->text().contains(f.desk.state(run).vmid()));
        // One that is refused stays away, and why is said.
        const JournalBuilder other(f.desk.state(run).vmid(), QStringLiteral("vm"), QDateTime::currentDateTimeUtc());
        f.desk.put(other);
        offered.first()->trigger();
        QVERIFY(!f.desk.runs().contains(run));
        QVERIFY(f.find<QWidget>("noticeFrame")->isVisible());
        QVERIFY(f.desk.leaveOut(other.run()));
        opened().first()->trigger();
        QVERIFY(f.desk.runs().contains(run));
        QCOMPARE(f.shell->window().selectedRuns(), QStringList{ run });
        QCOMPARE(opened().size(), 1); // the other
    }

    void manyVmsAreTakenOneByOneIntoTheTable()
    {
        Fixture f;
        QSignalSpy resets(f.find<QTreeView>("queue")->model(), &QAbstractItemModel::modelReset);
        f.click(2);
        const QStringList chosen = f.shell->window().selectedRuns();
        const int before = f.find<QTreeView>("queue")->model()->rowCount();
        for (int vmid = 900; vmid < 920; ++vmid) {
            QMap<QString, QString> fields{ { QStringLiteral("vmid"), QString::number(vmid) },
                { QStringLiteral("node"), QStringLiteral("root@node-1.example") },
                { QStringLiteral("operator"), QStringLiteral("lin") } };
            QVERIFY(f.desk.add(*makeRunParameters(fields)).has_value());
        }
        QCOMPARE(f.find<QTreeView>("queue")->model()->rowCount(), before + 20);
        QCOMPARE(resets.count(), 0);
        QCOMPARE(f.shell->window().selectedRuns(), chosen);
    }

    void aVmThatTheFilterHidesIsShownWhenItIsAskedFor()
    {
        Fixture f;
        QTest::mouseClick(f.find<QToolButton>("chipDone"), Qt::LeftButton);
        f.find<QLineEdit>("filter")->setText(QStringLiteral("109"));
        QCOMPARE(f.find<QTreeView>("queue")->model()->rowCount(), 1);
        f.shell->window().selectRun(f.desk.runs().at(3));
        QCOMPARE(f.shell->window().selectedRuns(), QStringList{ f.desk.runs().at(3) });
        QCOMPARE(f.find<QTreeView>("queue")->model()->rowCount(), int(f.desk.runs().size()));
        f.shell->window().selectRun(QStringLiteral("no such run"));
        QCOMPARE(f.shell->window().selectedRuns(), QStringList{ f.desk.runs().at(3) });
    }

    void whatIsHalfWayIsNotLeftOutAndWhatWaitsCanBeStopped()
    {
        Fixture f;
        const auto allowed = [&](int row, const char *action) {
            f.click(row);
            return f.find<QAction>(action)->isEnabled();
        };
        QVERIFY(!allowed(3, "actionLeaveOut")); // its acceptance failed
        QVERIFY(!allowed(4, "actionLeaveOut")); // its bot is down
        QVERIFY(allowed(2, "actionLeaveOut"));
        QVERIFY(allowed(8, "actionLeaveOut"));
        QVERIFY(allowed(0, "actionPause")); // at work
        QVERIFY(allowed(8, "actionPause")); // waits for its moment
        QVERIFY(!allowed(2, "actionPause"));
    }

    void startingAsksForReadingFirst()
    {
        Fixture f;
        f.shell->window().selectRun(f.desk.runs().at(8));
        f.find<QAction>("actionStart")->trigger();
        QVERIFY(f.desk.begun.isEmpty());
        auto *dialog = f.shell->window().findChild<QDialog *>(QStringLiteral("ReadDialog"));
        QVERIFY(dialog);
        auto *act = dialog->findChild<QPushButton *>(QStringLiteral("act"));
        QVERIFY(!act->isEnabled());
        dialog->findChild<QCheckBox *>(QStringLiteral("read"))->click();
        act->click();
        QCOMPARE(f.desk.begun.size(), 1);
        QCOMPARE(f.desk.begun.first().task.kind, Task::Kind::Migrate);
        SampleDesk::hear();
        QVERIFY(!f.desk.state(f.desk.runs().at(8)).reads().empty());
    }

    void rollingBackTellsItsPriceFirst()
    {
        Fixture f;
        f.shell->window().selectRun(f.desk.runs().at(3));
        f.find<QAction>("actionRollBack")->trigger();
        QVERIFY(f.desk.begun.isEmpty());
        QCOMPARE(f.find<QTabWidget>("tabs")->currentIndex(), 3);
        QTest::keyClicks(f.find<QLineEdit>("wayReason"), QStringLiteral("502 at the front"));
        f.find<QPushButton>("takeWay")->click();
        QCOMPARE(f.desk.begun.last().task.kind, Task::Kind::RollBack);
        QCOMPARE(f.desk.begun.last().task.note, QStringLiteral("502 at the front"));
    }

    void theLedgersUpdateIsShownBeforeItIsTakenBack()
    {
        Fixture f;
        const QString run = f.desk.runs().at(6);
        f.shell->window().selectRun(run);
        QVERIFY(!f.find<QAction>("actionUndoLedger")->isEnabled());
        const auto told = [&](const char *before) {
            f.desk.append(run, event::ledger,
                { { "kind", "x" }, { "path", "/tmp/ledger.csv" }, { "row_before", "1" }, { "row_after", "2" },
                    { "changes",
                        Json::array({ { { "heading", "状态" }, { "before", before }, { "after", "new" } } }) } });
        };
        told("<b>Docker");
        // Though the row is not drawn anew yet, the menu that opens now offers it.
        QVERIFY(!f.find<QAction>("actionUndoLedger")->isEnabled());
        f.shell->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&f.shell->window()));
        QTest::keyClick(&f.shell->window(), Qt::Key_V, Qt::AltModifier);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_N);
        auto *take = f.find<QPushButton>("takeWay");
        QVERIFY(take->isEnabled());
        QCOMPARE(f.shell->window().focusWidget(), take);
        auto *price = f.find<QLabel>("wayConsequence");
        QVERIFY2(price->text().contains(QStringLiteral("状态: <b>Docker → new")), qPrintable(price->text()));
        QCOMPARE(price->textFormat(), Qt::PlainText);
        QVERIFY(f.desk.begun.isEmpty());
        // What comes in meanwhile is shown, and takes the keyboard from nobody.
        told("Podman");
        QTRY_VERIFY(price->text().contains(QStringLiteral("状态: Podman → new")));
        QCOMPARE(f.shell->window().focusWidget(), take);
        take->click();
        QCOMPARE(f.desk.begun.last().task.kind, Task::Kind::UndoLedger);
        QTRY_VERIFY(!f.desk.working(run)); // the desk's file is not there: nothing is taken back
        // The update before it is the next one, then there is none.
        f.desk.append(run, event::ledger, { { "kind", "undone" }, { "path", "/tmp/ledger.csv" } });
        QTRY_VERIFY(price->text().contains(QStringLiteral("状态: <b>Docker → new")));
        f.desk.append(run, event::ledger, { { "kind", "undone" }, { "path", "/tmp/ledger.csv" } });
        QTRY_VERIFY(!f.find<QAction>("actionUndoLedger")->isEnabled());
    }

    void anOrderThatIsNotKeptIsTold()
    {
        Fixture f;
        const QString run = f.desk.runs().at(2);
        f.click(2);
        f.find<QAction>("actionMoveUp")->trigger();
        QCOMPARE(f.desk.runs().at(1), run);
        QCOMPARE(f.find<QTreeView>("queue")->model()->index(1, 0).data(QueueModel::RunRole).toString(), run);
        QCOMPARE(f.shell->window().selectedRuns(), QStringList{ run });
        QVERIFY(!f.find<QWidget>("noticeFrame")->isVisible());
        const QString order = f.data.filePath(QStringLiteral("queue-order"));
        QVERIFY(QFile::remove(order) && QDir().mkpath(order)); // a file cannot take its place
        f.find<QAction>("actionMoveUp")->trigger();
        QCOMPARE(f.desk.runs().at(0), run);
        QCOMPARE(f.find<QTreeView>("queue")->model()->index(0, 0).data(QueueModel::RunRole).toString(), run);
        QVERIFY(f.find<QWidget>("noticeFrame")->isVisible());
        const QString told = f.find<QWidget>("noticeFrame")->findChild<Notice *>()->plainText();
        QVERIFY2(told.contains(QLatin1String("goes by this order until the program ends")), qPrintable(told));
    }

    void aRefusalIsTold()
    {
        Fixture f;
        const auto elsewhere = f.desk.store().open(f.desk.runs().at(4)); // another program has its journal
        QVERIFY(elsewhere.has_value());
        f.shell->window().selectRun(f.desk.runs().at(4));
        f.find<QAction>("actionRetry")->trigger();
        QVERIFY(f.find<QWidget>("noticeFrame")->isVisible());
    }

    void theInstructionCarriesTheParameters()
    {
        Fixture f;
        f.shell->window().selectRun(f.desk.runs().at(0));
        f.find<QAction>("actionInstruction")->trigger();
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY(text.contains(QLatin1String("102")));
        QVERIFY(text.contains(QLatin1String("v2026.02.20-r4")));
    }

    void quittingAsksOnlyWhileSomethingRuns()
    {
        Fixture f;
        f.questions.quits = false;
        QVERIFY(!f.shell->window().close());
        QCOMPARE(f.questions.asked, QStringList{ QStringLiteral("quit 2") });
        // What has just begun is asked about, and what has just ended is not, whatever is drawn yet.
        f.desk.work(f.desk.runs().at(3));
        QVERIFY(!f.shell->window().close());
        QCOMPARE(f.questions.asked.last(), QStringLiteral("quit 3"));
        for (int at : { 0, 1, 3 })
            f.desk.end(f.desk.runs().at(at));
        QVERIFY(f.shell->window().close());
        QCOMPARE(f.questions.asked.size(), 2);
        Fixture calm(false);
        QVERIFY(calm.shell->window().close());
        QVERIFY(calm.questions.asked.isEmpty());
    }

    void theNodesLampSaysHowItWasMet()
    {
        Fixture f;
        const QString run = f.desk.runs().at(4);
        const auto lamp = [&] { return f.find<QLabel>("nodeStatus")->text(); };
        QVERIFY2(lamp().contains(QLatin1String("</span> connected")), qPrintable(lamp())); // two are at work
        for (int at : { 0, 1 })
            f.desk.end(f.desk.runs().at(at));
        QVERIFY2(lamp().contains(QLatin1String("not connected")), qPrintable(lamp()));
        f.desk.work(run);
        QVERIFY2(lamp().contains(QLatin1String("connecting")), qPrintable(lamp()));
        JournalEvent lease;
        lease.type = QLatin1String(event::lease);
        Q_EMIT f.desk.eventAppended(run, lease);
        QVERIFY2(lamp().contains(QLatin1String("</span> connected")), qPrintable(lamp()));
        f.desk.end(run, SampleDesk::away());
        QVERIFY2(lamp().contains(QLatin1String("no answer")), qPrintable(lamp()));
    }

    void theLanguageIsSwitchedLive()
    {
        Fixture f;
        f.shell->useLanguage(QStringLiteral("zh_CN"));
        QCoreApplication::processEvents();
        QCOMPARE(f.find<QAction>("actionStart")->text(), QStringLiteral("开始(&S)"));
        QVERIFY(f.find<QToolButton>("chipWantsPerson")->text().contains(QStringLiteral("待人工")));
        f.shell->useLanguage(QStringLiteral("en"));
        QCoreApplication::processEvents();
        QCOMPARE(f.find<QAction>("actionStart")->text(), QStringLiteral("&Start"));
    }

    void discoveredVmsComeIntoTheQueue()
    {
        Fixture f(false);
        DiscoverDialog *dialog = f.shell->discover();
        dialog->findChild<QPushButton *>(QStringLiteral("ask"))->click();
        dialog->findChild<QPushButton *>(QStringLiteral("chooseAll"))->click();
        dialog->accept();
        Q_EMIT dialog->chosen(QStringLiteral("root@node-1.example"), { f.nodes.vms.front() });
        QCOMPARE(f.desk.runs().size(), 1);
    }

    void importedLinesComeIntoTheQueue()
    {
        Fixture f(false);
        ImportDialog *dialog = f.shell->import({});
        dialog->findChild<QPlainTextEdit *>(QStringLiteral("text"))
            ->setPlainText(QStringLiteral("vmid,ip\n201,10.10.10.61\nbad,x\n"));
        auto *buttons = dialog->findChild<QDialogButtonBox *>(QStringLiteral("buttons"));
        buttons->button(QDialogButtonBox::Ok)->click();
        QCOMPARE(f.desk.runs().size(), 1);
        QCOMPARE(f.desk.state(f.desk.runs().first()).vmid(), QStringLiteral("201"));
    }

    void sourcesOfAListAreTakenOnlyWhenTheyWereSeen()
    {
        Fixture f(false);
        ImportDialog *dialog = f.shell->import({});
        auto *text = dialog->findChild<QPlainTextEdit *>(QStringLiteral("text"));
        auto *add = dialog->findChild<QDialogButtonBox *>(QStringLiteral("buttons"))->button(QDialogButtonBox::Ok);
        auto *accept = dialog->findChild<QCheckBox *>(QStringLiteral("acceptSources"));
        text->setPlainText(QStringLiteral("vmid,ip\n201,10.10.10.61\n"));
        QVERIFY(accept->isHidden() && add->isEnabled());
        text->setPlainText(QStringLiteral("vmid,ip,installer_url\n201,10.10.10.61,http://192.0.2.66/i.sh\n"));
        QVERIFY(!accept->isHidden() && !add->isEnabled());
        QVERIFY(dialog->findChild<Notice *>(QStringLiteral("notice"))
                    ->plainText()
                    .contains(QStringLiteral("http://192.0.2.66/i.sh")));
        accept->click();
        QVERIFY(add->isEnabled());
        // Other sources than those that were agreed to.
        text->setPlainText(QStringLiteral("vmid,ip,installer_url\n201,10.10.10.61,http://192.0.2.67/i.sh\n"));
        QVERIFY(!add->isEnabled());
    }

    void labelsAndTooltipsShowMarksAsTheyStand()
    {
        Fixture f;
        // A tooltip is a label, too; the style sees each before it is shown.
        UndockStyle style;
        QLabel label(QStringLiteral("<b>VM</b><img src='/etc/passwd'>"));
        style.polish(&label);
        QCOMPARE(label.textFormat(), Qt::PlainText);
        QLabel marked;
        marked.setTextFormat(Qt::RichText);
        style.polish(&marked);
        QCOMPARE(marked.textFormat(), Qt::RichText);
        // Those that are made for marks say so.
        QCOMPARE(f.find<QLabel>("nodeStatus")->textFormat(), Qt::RichText);
    }

    void runsThatCannotBeReadAreTold()
    {
        Fixture f(false);
        f.desk.putFile(QStringLiteral("101-20260220-093000-00aa"), JournalBuilder::created("102").events());
        f.desk.load();
        f.open();
        const QString told = f.find<QWidget>("noticeFrame")->findChild<Notice *>()->plainText();
        QVERIFY2(told.contains(QStringLiteral("101-20260220-093000-00aa")), qPrintable(told));
    }

    void whatIsInTheQueueIsNotImportedAgain()
    {
        Fixture f;
        ImportDialog *dialog = f.shell->import({});
        auto *text = dialog->findChild<QPlainTextEdit *>(QStringLiteral("text"));
        QGuiApplication::clipboard()->setText(QStringLiteral("vmid,ip,node\n102,10.10.10.11,\n"
                                                             "102,10.10.10.11,root@node-2.example\n"
                                                             "109,10.10.10.18,\n201,10.10.10.61,\n"));
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("paste")), Qt::LeftButton);
        QVERIFY(!text->toPlainText().isEmpty());
        // Only the first is here: the second is of another node, and 109 was rolled back.
        auto *rows = dialog->findChild<QTreeView *>(QStringLiteral("rows"))->model();
        QCOMPARE(rows->index(0, ImportModel::Problem).data().toString(),
            QStringLiteral("vmid: ")
                + CodeTexts::text(QStringLiteral("vm-in-queue"), QStringLiteral("this VM is in the queue already")));
        for (int row : { 1, 2, 3 })
            QCOMPARE(rows->index(row, ImportModel::Problem).data().toString(), QStringLiteral("none"));
        auto *add = dialog->findChild<QDialogButtonBox *>(QStringLiteral("buttons"))->button(QDialogButtonBox::Ok);
        QVERIFY2(add->text().contains(QLatin1String("3 VMs")), qPrintable(add->text()));
        // Two more come in by another way before it is pressed: each is named, and why.
        for (const char *vmid : { "109", "201" })
            f.desk.put(JournalBuilder(QLatin1String(vmid), QStringLiteral("late"), QDateTime::currentDateTimeUtc()));
        const qsizetype before = f.desk.runs().size();
        QTest::mouseClick(add, Qt::LeftButton);
        QTRY_VERIFY(f.find<QWidget>("noticeFrame")->isVisible()); // bit by bit
        QCOMPARE(f.desk.runs().size(), before + 1);
        const QString told = f.find<QWidget>("noticeFrame")->findChild<Notice *>()->plainText();
        for (const char *part : { "2 VMs were not taken", "VM 109 of root@node-1.example: ", "VM 201 of " })
            QVERIFY2(told.contains(QLatin1String(part)), qPrintable(told));
    }

    void recordsAreExportedInEveryForm()
    {
        Fixture f;
        QTemporaryDir out;
        IntoFolder files(out.path());
        const QString run = f.desk.runs().at(6);
        RecordsWindow *window = f.shell->records(run);
        for (QAction *action : window->findChild<QToolButton *>(QStringLiteral("export_"))->menu()->actions())
            action->trigger();
        const QDir folder(out.path());
        for (const char *suffix : { "*.md", "*.html", "*.pdf", "*.csv" })
            QVERIFY2(!folder.entryList({ QLatin1String(suffix) }, QDir::Files).isEmpty(), suffix);
        const QStringList bundles = folder.entryList({ QStringLiteral("*.zip") }, QDir::Files);
        QCOMPARE(bundles.size(), 1);
        QVERIFY(verifyBundle(folder.filePath(bundles.first())).has_value());
        delete window;
    }

    void recordsAreFilteredInTheirWindow()
    {
        Fixture f;
        RecordsWindow *window = f.shell->records({});
        auto *runs = window->findChild<QTreeView *>(QStringLiteral("runs"));
        const int all = runs->model()->rowCount();
        auto *outcome = window->findChild<QComboBox *>(QStringLiteral("filterOutcome"));
        outcome->setCurrentIndex(outcome->findData(QStringLiteral("rolled-back")));
        QVERIFY(outcome->currentIndex() > 0);
        const int some = runs->model()->rowCount();
        QVERIFY2(some > 0 && some < all, qPrintable(QString::number(some)));
        window->findChild<QPushButton *>(QStringLiteral("filterClear"))->click();
        QCOMPARE(runs->model()->rowCount(), all);
        QTest::keyClicks(
            window->findChild<QLineEdit *>(QStringLiteral("filterVm")), f.desk.state(f.desk.runs().at(2)).vmid());
        QCOMPARE(runs->model()->rowCount(), 1);
        QVERIFY(window->findChild<QLabel *>(QStringLiteral("count"))->text().contains(QString::number(all)));
        delete window;
    }

    void bothTextsAreHandedOverInTheLanguageChosen()
    {
        Fixture f;
        const QString run = f.desk.runs().at(6);
        RecordsWindow *window = f.shell->records(run);
        window->findChild<QPushButton *>(QStringLiteral("handOver"))->click();
        auto *dialog = window->findChild<HandoverDialog *>();
        QVERIFY(dialog);
        auto *language = dialog->findChild<QComboBox *>(QStringLiteral("language"));
        auto *copyUser = dialog->findChild<QPushButton *>(QStringLiteral("copyUser"));
        for (const char *code : { "en", "zh" }) {
            language->setCurrentIndex(language->findData(QLatin1String(code)));
            RecordOptions options;
            options.language = QLatin1String(code);
            const auto text = handoverText(f.desk.events(run), options);
            QVERIFY(text.has_value());
            copyUser->click();
            QCOMPARE(QGuiApplication::clipboard()->text(), text->user);
            dialog->findChild<QPushButton *>(QStringLiteral("copyOperator"))->click();
            QCOMPARE(QGuiApplication::clipboard()->text(), text->nextOperator);
            QCOMPARE(
                dialog->findChild<QPlainTextEdit *>(QStringLiteral("forUser"))->toPlainText(), shownText(text->user));
        }
        delete dialog;
        const QStringList all = f.desk.runs();
        const auto early = std::find_if(
            all.begin(), all.end(), [&](const QString &one) { return !handoverText(f.desk.events(one)); });
        QVERIFY(early != all.end());
        window->showRun(*early);
        window->findChild<QPushButton *>(QStringLiteral("handOver"))->click();
        dialog = window->findChild<HandoverDialog *>();
        QVERIFY(dialog);
        QVERIFY(!dialog->findChild<QPushButton *>(QStringLiteral("copyUser"))->isEnabled());
        QVERIFY(!dialog->findChild<Notice *>()->plainText().isEmpty());
        delete window;
    }

    void everyBundleIsSignedWhereTheSettingsSaySo()
    {
        Fixture f;
        QTemporaryDir out;
        IntoFolder files(out.path());
        const QString run = f.desk.runs().at(6), key = out.filePath(QStringLiteral("key"));
        QCOMPARE(QProcess::execute(QStringLiteral("ssh-keygen"),
                     { QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"), QStringLiteral("-N"),
                         QString(), QStringLiteral("-f"), key }),
            0);
        DeskSettings settings = f.desk.settings();
        settings.signAlways = true;
        settings.signingKey = key;
        f.desk.setSettings(settings);
        RecordsWindow *window = f.shell->records(run);
        QAction *bundle = window->findChild<QToolButton *>(QStringLiteral("export_"))->menu()->actions().constLast();
        const QDir folder(out.path());
        const auto bundles = [&] { return folder.entryList({ QStringLiteral("*.zip") }, QDir::Files, QDir::Name); };
        const auto told = [&] { return window->findChild<Notice *>()->plainText(); };
        bundle->trigger();
        QCOMPARE(bundles().size(), 1);
        const QString first = folder.filePath(bundles().first());
        const auto signatures = [&](const QString &of) {
            const auto found = bundleSignatures(of, {});
            return found ? int(found->size()) : -1;
        };
        QTRY_VERIFY_WITH_TIMEOUT(told().contains(QLatin1String("SHA256:")), 30'000);
        QCOMPARE(signatures(first), 1);

        // The one who checked signs as well, in the window that says what holds.
        const QString second = out.filePath(QStringLiteral("second"));
        QCOMPARE(QProcess::execute(QStringLiteral("ssh-keygen"),
                     { QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"), QStringLiteral("-N"),
                         QString(), QStringLiteral("-f"), second }),
            0);
        BundleWork work(f.desk.prompter());
        BundleDialog dialog(f.desk.settings(), work, first);
        auto *list = dialog.findChild<QTreeWidget *>(QStringLiteral("signatures"));
        auto *sign = dialog.findChild<QPushButton *>(QStringLiteral("sign"));
        QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItemCount(), 1, 30'000);
        dialog.findChild<QLineEdit *>(QStringLiteral("key"))->setText(second);
        QTRY_VERIFY(sign->isEnabled());
        sign->click();
        QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItemCount(), 2, 30'000);
        QCOMPARE(signatures(first), 2);
        QTRY_VERIFY(sign->isEnabled());
        sign->click(); // twice with one key is refused, and told
        QTRY_VERIFY_WITH_TIMEOUT(sign->isEnabled(), 30'000);
        QCOMPARE(signatures(first), 2);

        // A key that cannot sign fails nothing: the bundle is there, and that it is not signed is told.
        QVERIFY(QFile::remove(key));
        bundle->trigger();
        QCOMPARE(bundles().size(), 2);
        QTRY_VERIFY_WITH_TIMEOUT(told().contains(RecordsWindow::tr("The bundle is there, and is not signed")), 30'000);
        QVERIFY(verifyBundle(folder.filePath(bundles().at(0))).has_value()
            && verifyBundle(folder.filePath(bundles().at(1))).has_value());
        delete window;
    }

    void thePreviewHasTheThemesColours()
    {
        Fixture f;
        auto *application = qobject_cast<QApplication *>(QCoreApplication::instance());
        const auto colour = [](const QTextEdit &preview) {
            QTextCursor cursor(preview.document());
            cursor.movePosition(QTextCursor::End);
            const QBrush brush = cursor.charFormat().foreground();
            return brush.style() == Qt::NoBrush ? preview.palette().color(QPalette::Text) : brush.color();
        };
        RecordsWindow *window = f.shell->records(f.desk.runs().at(6));
        auto *preview = window->findChild<QTextBrowser *>(QStringLiteral("preview"));
        for (const auto choice : { Theme::Choice::Dark, Theme::Choice::Light }) {
            Theme::apply(*application, choice);
            QCoreApplication::processEvents();
            const int paper = preview->palette().color(QPalette::Base).lightness();
            QCOMPARE(paper < 128, choice == Theme::Choice::Dark);
            QVERIFY(std::abs(paper - colour(*preview).lightness()) > 120);
        }
        delete window;
    }

    void aHoldIsReleasedOnlyWithAReason()
    {
        Fixture f;
        f.nodes.here = sampleOccupancy();
        f.desk.setHolds({ { { "vmid", 105 }, { "node", "root@node-1.example" }, { "reason", "x" } } });
        f.shell->window().findChild<QPushButton *>(QStringLiteral("releaseHold"))->click();
        auto *dialog = f.shell->window().findChild<OccupancyDialog *>();
        QVERIFY(dialog);
        auto *release = dialog->findChild<QPushButton *>(QStringLiteral("releaseHold"));
        QVERIFY(!release->isEnabled());
        QTest::keyClicks(
            dialog->findChild<QLineEdit *>(QStringLiteral("reason")), QStringLiteral("rolled back, user told"));
        QVERIFY(release->isEnabled());
        QVERIFY(!dialog->findChild<QPushButton *>(QStringLiteral("adopt"))->isEnabled());
        release->click();
        QVERIFY2(f.nodes.asked.contains(QStringLiteral("release 105 lin: rolled back, user told")),
            qPrintable(f.nodes.asked.join(u'\n')));
        QCOMPARE(dialog->findChild<QTreeView *>(QStringLiteral("holds"))->model()->rowCount(), 0);
    }

    void aColleaguesRunIsTakenOverWithAReason()
    {
        Fixture f;
        f.nodes.here = sampleOccupancy();
        OccupancyDialog *dialog = f.shell->occupancy(QStringLiteral("root@node-1.example"), {});
        auto *cards = dialog->findChild<QTreeView *>(QStringLiteral("cards"));
        QCOMPARE(cards->model()->rowCount(), 2);
        cards->setCurrentIndex(cards->model()->index(1, 0));
        auto *adopt = dialog->findChild<QPushButton *>(QStringLiteral("adopt"));
        QVERIFY(!adopt->isEnabled());
        QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("reason")), QStringLiteral("wang is ill"));
        adopt->click();
        QVERIFY2(
            f.nodes.asked.contains(QStringLiteral("adopt 104: wang is ill")), qPrintable(f.nodes.asked.join(u'\n')));
    }

    void aRunOfOtherSourcesIsTakenOverOnlyWhenTheyWereSeen()
    {
        Fixture f;
        f.nodes.here = sampleOccupancy();
        OccupancyDialog *dialog = f.shell->occupancy(QStringLiteral("root@node-1.example"), {});
        auto *cards = dialog->findChild<QTreeView *>(QStringLiteral("cards"));
        cards->setCurrentIndex(cards->model()->index(1, 0));
        auto *adopt = dialog->findChild<QPushButton *>(QStringLiteral("adopt"));
        QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("reason")), QStringLiteral("wang is ill"));
        const QString before = adopt->text();
        const QString differences = QStringLiteral("installer_url: https://a → http://b (plain http)");
        f.nodes.error = Error{ Error::Kind::Refused, QStringLiteral("sources-differ"), differences,
            QStringLiteral("VM 104"), {} };
        adopt->click();
        QVERIFY(adopt->text() != before);
        QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("consequence"))->text().contains(differences));
        f.nodes.error.reset();
        adopt->click();
        QVERIFY2(
            f.nodes.asked.contains(QStringLiteral("accepted ") + differences), qPrintable(f.nodes.asked.join(u'\n')));
    }

    void aRunWhoseCopyNothingProvesIsTakenOverOnlyByName()
    {
        Fixture f;
        f.nodes.here = sampleOccupancy();
        OccupancyDialog *dialog = f.shell->occupancy(QStringLiteral("root@node-1.example"), {});
        auto *cards = dialog->findChild<QTreeView *>(QStringLiteral("cards"));
        cards->setCurrentIndex(cards->model()->index(1, 0));
        auto *adopt = dialog->findChild<QPushButton *>(QStringLiteral("adopt"));
        QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("reason")), QStringLiteral("wang is ill"));
        const QString before = adopt->text();
        const QString copy = QStringLiteral("the copy's run: 104-20260220-093000-abcd\nSHA-256: 1234");
        const QString differences = QStringLiteral("installer_url: https://a → http://b (plain http)");
        const auto consequence = [&] { return dialog->findChild<QLabel *>(QStringLiteral("consequence"))->text(); };
        f.nodes.error = Error{ Error::Kind::Refused, QStringLiteral("copy-unproven"), copy, {}, {} };
        adopt->click();
        const QString unproven = adopt->text();
        QVERIFY(unproven != before);
        QVERIFY2(consequence().contains(copy), qPrintable(consequence()));
        QVERIFY(!f.nodes.asked.join(u'\n').contains(QStringLiteral("accepted")));
        // Then its sources: the one word stands while the other is asked for.
        f.nodes.error = Error{ Error::Kind::Refused, QStringLiteral("sources-differ"), differences, {}, {} };
        adopt->click();
        QVERIFY(f.nodes.asked.contains(QStringLiteral("accepted ") + copy));
        QVERIFY(adopt->text() != unproven && adopt->text() != before);
        f.nodes.error.reset();
        f.nodes.asked.clear();
        adopt->click();
        QVERIFY(f.nodes.asked.contains(QStringLiteral("accepted ") + copy));
        QVERIFY(f.nodes.asked.contains(QStringLiteral("accepted ") + differences));
    }

    void whatWasAcceptedOfOneVmIsNotAcceptedOfAnother()
    {
        Fixture f;
        f.nodes.here = sampleOccupancy();
        OccupancyDialog *dialog = f.shell->occupancy(QStringLiteral("root@node-1.example"), {});
        auto *cards = dialog->findChild<QTreeView *>(QStringLiteral("cards"));
        cards->setCurrentIndex(cards->model()->index(1, 0));
        auto *adopt = dialog->findChild<QPushButton *>(QStringLiteral("adopt"));
        QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("reason")), QStringLiteral("wang is ill"));
        const QString before = adopt->text();
        f.nodes.error = Error{ Error::Kind::Refused, QStringLiteral("copy-unproven"), QStringLiteral("one"), {}, {} };
        adopt->click();
        cards->setCurrentIndex(cards->model()->index(0, 0));
        QCOMPARE(adopt->text(), before);
        adopt->click();
        QVERIFY(!f.nodes.asked.join(u'\n').contains(QStringLiteral("accepted")));
    }

    void onlyWhatIsNamedAndMayGoIsRemoved()
    {
        Fixture f;
        const QString run = f.desk.runs().at(6);
        f.shell->window().selectRun(run);
        auto *action = f.shell->window().findChild<QAction *>(QStringLiteral("actionHousekeeping"));
        QVERIFY(action->isEnabled());
        action->trigger();
        auto *dialog = f.shell->window().findChild<HousekeepingDialog *>();
        QVERIFY(dialog);
        // Nothing is known yet: the VM is asked, and nothing can be removed.
        QCOMPARE(f.desk.begun.size(), 1);
        QVERIFY(f.desk.begun.first().task.kind == Task::Kind::ListLeftovers);
        auto *remove = dialog->findChild<QPushButton *>(QStringLiteral("remove"));
        auto *view = dialog->findChild<QTreeView *>(QStringLiteral("leftovers"));
        QVERIFY(!remove->isEnabled());
        f.desk.end(run);
        sampleLeftovers(f.desk, run);
        Q_EMIT f.desk.taskFinished(run, f.desk.begun.first().task, {});
        QCOMPARE(view->model()->rowCount(), 5);
        QVERIFY(view->selectionModel()->selectedRows().isEmpty());
        QVERIFY(!remove->isEnabled());

        const auto choose = [view](const QStringList &ends) {
            view->clearSelection();
            for (int row = 0; row < view->model()->rowCount(); ++row) {
                const QModelIndex path = view->model()->index(row, 1);
                if (std::any_of(ends.begin(), ends.end(),
                        [&](const QString &end) { return path.data().toString().contains(end); }))
                    view->selectionModel()->select(path, QItemSelectionModel::Select | QItemSelectionModel::Rows);
            }
        };
        choose({ QStringLiteral("2026-01-15"), QStringLiteral("2026-02-19") });
        QVERIFY(!remove->isEnabled());
        choose({ QStringLiteral("2026-01-15"), QStringLiteral("rolledback") });
        QVERIFY(remove->isEnabled());
        f.questions.deletes = false;
        remove->click();
        QCOMPARE(f.desk.begun.size(), 1);
        f.questions.deletes = true;
        remove->click();
        QCOMPARE(f.questions.asked.filter(QStringLiteral("deletion 108")).size(), 2);
        const Task &task = f.desk.begun.last().task;
        QVERIFY(task.kind == Task::Kind::RemoveLeftovers);
        QCOMPARE(task.items.size(), 2);
        QVERIFY(task.items.contains(QStringLiteral("/root/migrate-backup-108-2026-01-15_091500")));
        QVERIFY2(!remove->isEnabled(), "not twice while it works");
    }

    void helpSaysWhatThisIs()
    {
        Fixture f;
        auto *about = f.shell->window().findChild<QAction *>(QStringLiteral("actionAbout"));
        const QList<QAction *> menus = f.shell->window().menuBar()->actions();
        QVERIFY(std::any_of(menus.begin(), menus.end(),
            [about](QAction *menu) { return menu->menu() && menu->menu()->actions().contains(about); }));
        about->trigger();
        QVERIFY(f.shell->window().findChild<QDialog *>(QStringLiteral("AboutDialog")));
    }

    void aNodeThatCannotBeOneIsNotSavedAway()
    {
        Fixture f;
        f.settings.rememberNode({ QStringLiteral("root@node-1.example"), {}, {}, true });
        SettingsDialog *dialog = f.shell->openSettings();
        dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        auto *nodes = dialog->findChild<QTreeView *>(QStringLiteral("nodes"));
        auto *notice = dialog->findChild<Notice *>(QStringLiteral("nodesNotice"));
        auto *save = dialog->findChild<QDialogButtonBox *>(QStringLiteral("buttons"))->button(QDialogButtonBox::Ok);
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("addNode")), Qt::LeftButton);
        const auto type = [&](const char *text) {
            QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
            QTest::keyClicks(QApplication::focusWidget(), QLatin1String(text));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
            QCoreApplication::processEvents();
        };
        type("node two");
        dialog->showTab(4);
        QTest::mouseClick(save, Qt::LeftButton);
        QVERIFY(dialog->isVisible());
        QVERIFY(nodes->isVisible() && notice->isVisible());
        QVERIFY2(notice->plainText().contains(QLatin1String("Node, row 2"))
                && notice->plainText().contains(QLatin1String("root@192.0.2.10")),
            qPrintable(notice->plainText()));
        QCOMPARE(nodes->currentIndex().row(), 1);
        QVERIFY(!nodes->currentIndex().data(Qt::DecorationRole).value<QIcon>().isNull());
        QCOMPARE(f.settings.nodes().size(), 1);
        QTest::keyClick(nodes, Qt::Key_F2);
        type("root@node-2.example");
        QVERIFY(!notice->isVisible());
        QTest::mouseClick(save, Qt::LeftButton);
        QCOMPARE(f.settings.nodes().size(), 2);
        QCOMPARE(f.settings.nodes().last().target, QStringLiteral("root@node-2.example"));
    }

    void escapeTakesThePreviewBack()
    {
        Fixture f;
        f.settings.setValue(QStringLiteral("language"), QStringLiteral("en"));
        SettingsDialog *dialog = f.shell->openSettings();
        dialog->showTab(4);
        QTest::keyClick(dialog->findChild<QComboBox *>(QStringLiteral("language")), Qt::Key_Home);
        QCOMPARE(Language::current(), QStringLiteral("zh_CN"));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(!dialog->isVisible());
        QCOMPARE(Language::current(), QStringLiteral("en"));
    }

    void settingsAreKept()
    {
        Fixture f;
        SettingsDialog *dialog = f.shell->openSettings();
        dialog->findChild<QLineEdit *>(QStringLiteral("ledger"))->setText(QStringLiteral("/tmp/ledger.csv"));
        dialog->findChild<QDialogButtonBox *>(QStringLiteral("buttons"))->button(QDialogButtonBox::Ok)->click();
        QCOMPARE(f.desk.settings().ledger, QStringLiteral("/tmp/ledger.csv"));
        QCOMPARE(AppSettings(f.data.path()).desk().ledger, QStringLiteral("/tmp/ledger.csv"));
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
