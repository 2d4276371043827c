#include "engine/run/connection.h"
#include "gui/app/shell.h"
#include "gui/text/language.h"
#include "gui/widgets/field_editors.h"
#include "support/sample_desk.h"
#include "support/sample_inquiry.h"
#include "support/silent_questions.h"
#include "unit/support/uncommon_fields.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QGroupBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

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
    Shell shell{ desk, settings, nodes, questions };

    Fixture()
    {
        nodes.fill();
        settings.setValue(QStringLiteral("node"), QStringLiteral("root@node-1.example"));
        settings.setValue(QStringLiteral("operator"), QStringLiteral("lin"));
    }
    RunWizard *at(const JournalBuilder &maker, int page)
    {
        desk.put(maker);
        RunWizard *wizard = shell.openWizard(maker.run(), page);
        return wizard;
    }
};

template <class Widget> Widget *on(RunWizard *wizard, const char *name)
{
    auto *widget = wizard->currentPage()->findChild<Widget *>(QLatin1String(name));
    if (!widget)
        qFatal("no widget %s", name);
    return widget;
}

QString noticeOf(RunWizard *wizard, const char *name)
{
    auto *notice = on<QFrame>(wizard, name);
    QStringList texts;
    for (const QLabel *label : notice->findChildren<QLabel *>())
        texts << label->text();
    return notice->isHidden() ? QString() : texts.join(QLatin1Char('\n'));
}

JournalBuilder run(const QString &vmid)
{
    return JournalBuilder(vmid, QStringLiteral("vm-") + vmid, QDateTime::currentDateTimeUtc().addSecs(-600));
}

/// Every fact that the conditions of a deletion ask the journal for.
JournalBuilder ready()
{
    JournalBuilder maker = run(QStringLiteral("107"));
    maker.scan().upTo('G').checked(true);
    return maker;
}

} // namespace

class TestWizard : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { Language::use(QStringLiteral("en")); }

    void readingComesFirstAndIsJournaled()
    {
        Fixture f;
        RunWizard *wizard = f.shell.addVm({ { QStringLiteral("vmid"), QStringLiteral("112") } });
        QCOMPARE(wizard->currentId(), int(RunWizard::Read));
        QVERIFY(!wizard->button(QWizard::NextButton)->isEnabled());
        on<QCheckBox>(wizard, "read")->click();
        QVERIFY(wizard->button(QWizard::NextButton)->isEnabled());
        wizard->next();
        QCOMPARE(wizard->currentId(), int(RunWizard::Node));
        wizard->next();
        QCOMPARE(wizard->currentId(), int(RunWizard::Scan));
        QCOMPARE(f.desk.runs().size(), 1);
        QCOMPARE(f.desk.state(f.desk.runs().first()).reads().size(), std::size_t(1));
        QCOMPARE(f.desk.begun.last().task.kind, Task::Kind::Scan);
    }

    /// The page's fields are the table's: none without an editor, and what is typed arrives.
    void thePageOffersEachFieldThatTheTableGivesIt()
    {
        Fixture f;
        RunWizard *wizard = f.shell.addVm({ { QStringLiteral("vmid"), QStringLiteral("112") } });
        on<QCheckBox>(wizard, "read")->click();
        wizard->next();
        on<QGroupBox>(wizard, "sourcesBox")->setChecked(true); // what is hidden hears no keys
        QWidget *page = wizard->currentPage();
        FieldEditors editors(*page);
        for (const FieldRow &row : fieldTable()) {
            QVERIFY2(editors.has(row.field) == isIn(Editor::Wizard, row), row.name);
            if (!editors.has(row.field))
                continue;
            QCOMPARE(editors.value(row.field), wizard->models().form.value(row.field));
            if (auto *line = qobject_cast<QLineEdit *>(editors.editor(row.field))) {
                line->selectAll();
                QTest::keyClicks(line, uncommon(row.field));
            } else {
                editors.show(row.field, uncommon(row.field));
            }
            QCOMPARE(wizard->models().form.value(row.field), uncommon(row.field));
            if (auto *label
                = page->findChild<QLabel *>(editors.editor(row.field)->objectName() + QStringLiteral("Error"))) {
                wizard->models().form.set(row.field, QStringLiteral("-\n"));
                QVERIFY2(!label->isHidden() && !label->text().isEmpty(), row.name);
                wizard->models().form.set(row.field, uncommon(row.field));
                QVERIFY2(label->isHidden(), row.name);
            }
        }
    }

    void openingARunNeverSaysThatSomethingWasRead()
    {
        Fixture f;
        QTemporaryFile procedure;
        QVERIFY(procedure.open() && procedure.write("old") > 0 && procedure.flush());
        f.settings.setValue(QStringLiteral("procedure_file"), procedure.fileName());
        // Nothing was sent yet: it waits for the tick.
        JournalBuilder fresh = run(QStringLiteral("130"));
        RunWizard *wizard = f.at(fresh, RunWizard::Scan);
        QCOMPARE(wizard->currentId(), int(RunWizard::Read));
        QVERIFY(!wizard->button(QWizard::NextButton)->isEnabled());
        QVERIFY(f.desk.state(fresh.run()).reads().empty());
        QTest::keyClick(on<QCheckBox>(wizard, "read"), Qt::Key_Space);
        QTest::mouseClick(wizard->button(QWizard::NextButton), Qt::LeftButton);
        QCOMPARE(wizard->currentId(), int(RunWizard::Node));
        SampleDesk::hear();
        QCOMPARE(f.desk.state(fresh.run()).reads().size(), std::size_t(1));
        // Once is enough.
        wizard->back();
        wizard->next();
        SampleDesk::hear();
        QCOMPARE(f.desk.state(fresh.run()).reads().size(), std::size_t(1));

        // A newer version was not read, whatever was ticked before; what has begun is reached all the same.
        QVERIFY(procedure.write("new") > 0 && procedure.flush());
        JournalBuilder begun = run(QStringLiteral("131"));
        begun.event(event::readConfirmed,
            { { "files", Json::array({ { { "name", "procedure.md" }, { "sha256", "5f3a" } } }) }, { "by", "lin" } });
        begun.scan().upTo('G').checked(false);
        wizard = f.at(begun, -1);
        QCOMPARE(wizard->currentId(), int(RunWizard::Acceptance));
        QCOMPARE(f.desk.state(begun.run()).reads().size(), std::size_t(1));
        while (wizard->currentId() > RunWizard::Read)
            wizard->back();
        QVERIFY(!on<QCheckBox>(wizard, "read")->isChecked());
        QVERIFY(wizard->button(QWizard::NextButton)->isEnabled());
        QTest::keyClick(on<QCheckBox>(wizard, "read"), Qt::Key_Space);
        QTest::mouseClick(wizard->button(QWizard::NextButton), Qt::LeftButton);
        SampleDesk::hear();
        QCOMPARE(f.desk.state(begun.run()).reads().size(), std::size_t(2));
    }

    void anotherSourceIsSeenWithoutUnfoldingAnything()
    {
        for (const QString &registry : { QString(), QStringLiteral("https://npm.example/") }) {
            Fixture f;
            RunWizard *wizard = f.shell.addVm(
                { { QStringLiteral("vmid"), QStringLiteral("112") }, { QStringLiteral("npm_registry"), registry } });
            on<QCheckBox>(wizard, "read")->click();
            wizard->next();
            QCOMPARE(on<QLineEdit>(wizard, "npmRegistry")->isVisibleTo(wizard), !registry.isEmpty());
            QCOMPARE(on<QLineEdit>(wizard, "npmRegistry")->text(), registry);
        }
    }

    void goingBackKeepsWhatWasTyped()
    {
        Fixture f;
        RunWizard *wizard = f.shell.addVm({ { QStringLiteral("vmid"), QStringLiteral("112") } });
        on<QCheckBox>(wizard, "read")->click();
        wizard->next();
        auto *repo = on<QLineEdit>(wizard, "panelRepo");
        repo->clear();
        QTest::keyClicks(repo, QStringLiteral("someone/panel"));
        wizard->back();
        wizard->next();
        QCOMPARE(on<QLineEdit>(wizard, "panelRepo")->text(), QStringLiteral("someone/panel"));
    }

    void aBadFieldIsToldBesideItself()
    {
        Fixture f;
        RunWizard *wizard = f.shell.addVm({ { QStringLiteral("vmid"), QStringLiteral("112") } });
        on<QCheckBox>(wizard, "read")->click();
        wizard->next();
        auto *ip = on<QLineEdit>(wizard, "ip");
        QTest::keyClicks(ip, QStringLiteral("10.10.10.999"));
        QVERIFY(!on<QLabel>(wizard, "ipError")->text().isEmpty());
        QVERIFY(!wizard->button(QWizard::NextButton)->isEnabled());
        ip->clear();
        QTest::keyClicks(ip, QStringLiteral("10.10.10.21"));
        QVERIFY(on<QLabel>(wizard, "ipError")->text().isEmpty());
        QVERIFY(wizard->button(QWizard::NextButton)->isEnabled());
    }

    void theNodeContradictsAWrongAddress()
    {
        Fixture f;
        RunWizard *wizard = f.shell.addVm({ { QStringLiteral("vmid"), QStringLiteral("112") } });
        on<QCheckBox>(wizard, "read")->click();
        wizard->next();
        on<QPushButton>(wizard, "lookUp")->click();
        QVERIFY(on<QLabel>(wizard, "foundName")->text().contains(QLatin1String("vm-260219-11")));
        auto *ip = on<QLineEdit>(wizard, "ip");
        QTest::keyClicks(ip, QStringLiteral("10.10.10.99"));
        QVERIFY(noticeOf(wizard, "lookupResult").contains(QLatin1String("10.10.10.21")));
        QVERIFY(!wizard->button(QWizard::NextButton)->isEnabled());
    }

    void eachWizardTakesItsOwnAnswersOnly()
    {
        Fixture f;
        f.nodes.silent = true;
        const auto open = [&](const char *vmid) {
            RunWizard *wizard = f.shell.addVm({ { QStringLiteral("vmid"), QLatin1String(vmid) } });
            QTest::keyClick(on<QCheckBox>(wizard, "read"), Qt::Key_Space);
            QTest::mouseClick(wizard->button(QWizard::NextButton), Qt::LeftButton);
            return wizard;
        };
        RunWizard *first = open("112");
        RunWizard *second = open("113");
        const auto waits = [](RunWizard *wizard) { return on<QWidget>(wizard, "testing")->isVisible(); };
        const auto press = [](RunWizard *wizard, const char *button) {
            QTest::mouseClick(on<QPushButton>(wizard, button), Qt::LeftButton);
        };
        press(first, "test");
        QVERIFY(waits(first) && !on<QPushButton>(first, "test")->isEnabled());
        QVERIFY(!waits(second));
        // The second's question ends the first's, which nobody answers any more.
        press(second, "lookUp");
        QVERIFY(!waits(first) && on<QPushButton>(first, "test")->isEnabled());
        QVERIFY(!on<QPushButton>(second, "lookUp")->isEnabled());
        Q_EMIT f.nodes.lookedUp(f.nodes.vms.at(11));
        QVERIFY(on<QLabel>(second, "foundName")->text().contains(f.nodes.vms.at(11).name));
        QCOMPARE(on<QLabel>(first, "foundName")->text(), QStringLiteral("–"));

        // Another VM is typed while the answer is on its way.
        press(second, "lookUp");
        on<QLineEdit>(second, "vmid")->selectAll();
        QTest::keyClicks(on<QLineEdit>(second, "vmid"), QStringLiteral("114"));
        QVERIFY(noticeOf(second, "lookupResult").isEmpty());
        Q_EMIT f.nodes.lookedUp(f.nodes.vms.at(11));
        QCOMPARE(on<QLabel>(second, "foundName")->text(), QStringLiteral("–"));
        QVERIFY(on<QPushButton>(second, "lookUp")->isEnabled());

        // And so another node: it was not the one that answered.
        press(first, "test");
        on<QComboBox>(first, "node")->lineEdit()->selectAll();
        QTest::keyClicks(on<QComboBox>(first, "node"), QStringLiteral("root@node-2.example"));
        Q_EMIT f.nodes.tested(f.nodes.report);
        QVERIFY(!waits(first) && on<QPushButton>(first, "test")->isEnabled());
        QVERIFY(noticeOf(first, "testResult").isEmpty());
        QVERIFY(f.settings.nodes().isEmpty());
        // A failure is told where it was asked for.
        press(second, "lookUp");
        Q_EMIT f.nodes.failed({ Error::Kind::NotReached, QStringLiteral("no-route"), QStringLiteral("x"), {}, {} });
        QVERIFY(!noticeOf(second, "lookupResult").isEmpty());
        QVERIFY(noticeOf(first, "lookupResult").isEmpty());
    }

    void eachNodeKeepsItsOwnWay()
    {
        Fixture f;
        f.settings.rememberNode({ QStringLiteral("root@node-1.example"), {}, QStringLiteral("/keys/one"), true });
        RunWizard *wizard = f.shell.addVm({ { QStringLiteral("vmid"), QStringLiteral("112") } });
        on<QCheckBox>(wizard, "read")->setChecked(true);
        wizard->next();
        on<QComboBox>(wizard, "node")->setEditText(QStringLiteral("root@node-2.example:2222"));
        on<QLineEdit>(wizard, "identity")->setText(QStringLiteral("/keys/two"));
        on<QLineEdit>(wizard, "jumpHost")->setText(QStringLiteral("lin@gate.example"));
        on<QComboBox>(wizard, "panelTag")->setEditText(QStringLiteral("v2026.02.20-r4"));
        on<QLineEdit>(wizard, "ip")->setText(QStringLiteral("10.10.10.21"));
        wizard->next();
        QCOMPARE(wizard->currentId(), int(RunWizard::Scan));
        const DeskSettings desk = f.desk.settings();
        const NodeAccess first = desk.accessTo(*NodeTarget::parse(QStringLiteral("root@node-1.example")));
        QCOMPARE(first.identity, QStringLiteral("/keys/one"));
        QCOMPARE(first.jumpHost, QString());
        const NodeAccess second = desk.accessTo(*NodeTarget::parse(QStringLiteral("root@node-2.example:2222")));
        QCOMPARE(second.identity, QStringLiteral("/keys/two"));
        QCOMPARE(second.jumpHost, QStringLiteral("lin@gate.example"));
        QCOMPARE(desk.accessTo(*NodeTarget::parse(QStringLiteral("root@node-3.example"))).identity, desk.identity);
    }

    void troubleOfTheConnection_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("ofVm");
        for (const char *code : { "no-route", "refused", "host-key-changed", "auth-failed", "not-a-proxmox-node" })
            QTest::newRow(code) << QString::fromLatin1(code) << false;
        for (const char *code :
            { "qm-no-agent", "qm-agent-silent", "qm-exec-disabled", "qm-vm-stopped", "qm-no-such-vm" })
            QTest::newRow(code) << QString::fromLatin1(code) << true;
    }

    void troubleOfTheConnection()
    {
        QFETCH(QString, code);
        QFETCH(bool, ofVm);
        Fixture f;
        (ofVm ? f.nodes.report.vmError : f.nodes.error)
            = Error{ Error::Kind::NotReached, code, QStringLiteral("english"), QStringLiteral("node-1.example"), {} };
        RunWizard *wizard = f.shell.addVm({ { QStringLiteral("vmid"), QStringLiteral("112") } });
        on<QCheckBox>(wizard, "read")->click();
        wizard->next();
        Language::use(QStringLiteral("zh_CN"));
        on<QPushButton>(wizard, "test")->click();
        const QString told = noticeOf(wizard, "testResult");
        QVERIFY2(told.contains(CodeTexts::text(code, QString())), qPrintable(told));
        QVERIFY2(told.contains(CodeTexts::cure(code)), qPrintable(told));
        QVERIFY(!CodeTexts::cure(code).isEmpty());
    }

    void blockingFindingsStopHere()
    {
        Fixture f;
        JournalBuilder maker = run(QStringLiteral("120"));
        maker.scan(true, true);
        RunWizard *wizard = f.at(maker, RunWizard::Scan);
        QCOMPARE(wizard->currentId(), int(RunWizard::Scan));
        QVERIFY(!wizard->button(QWizard::NextButton)->isEnabled());
        QVERIFY(noticeOf(wizard, "notice").contains(QLatin1String("block")));
        on<QPushButton>(wizard, "scanAgain")->click();
        QCOMPARE(f.desk.begun.last().task.kind, Task::Kind::Scan);
    }

    void thePlanShowsScriptsAndBothDifferences()
    {
        Fixture f;
        JournalBuilder maker = run(QStringLiteral("121"));
        maker.scan();
        RunWizard *wizard = f.at(maker, RunWizard::Plan);
        QCOMPARE(wizard->currentId(), int(RunWizard::Plan));
        QVERIFY(on<QPlainTextEdit>(wizard, "script")->toPlainText().contains(QLatin1String("#: id:")));
        QCOMPARE(on<QTreeView>(wizard, "openclawDiff")->model()->rowCount(), 6);
        QCOMPARE(on<QTreeView>(wizard, "panelDiff")->model()->rowCount(), 5);
        QVERIFY(f.desk.begun.isEmpty());
    }

    void aDiskThatIsTooSmallIsToldWithTheNumbers()
    {
        Fixture f;
        JournalBuilder roomy = run(QStringLiteral("121"));
        roomy.scan();
        QVERIFY(noticeOf(f.at(roomy, RunWizard::Plan), "notice").isEmpty());
        JournalBuilder small = run(QStringLiteral("122"));
        small.scan().pass(QStringLiteral("a-scan"), 1,
            Json::array({ { "disk_free", "536870912" }, { "disk_needed", "2147483648" } }));
        const QString told = noticeOf(f.at(small, RunWizard::Plan), "notice");
        QVERIFY2(told.contains(QLatin1String("too small")), qPrintable(told));
        QVERIFY2(told.contains(QLatin1String("2.0 GB needed, 512.0 MB free")), qPrintable(told));
    }

    void aWarningIsAcknowledgedByName()
    {
        Fixture f;
        JournalBuilder maker = run(QStringLiteral("122"));
        maker.scan().upTo('C').warn("d-install", "not-latest");
        RunWizard *wizard = f.at(maker, RunWizard::Migrate);
        QVERIFY(noticeOf(wizard, "notice").contains(QLatin1String("not-latest")));
        on<QPushButton>(wizard, "acknowledge")->click();
        QVERIFY(f.desk.state(maker.run()).latest(u"d-install")->acknowledged.contains(QStringLiteral("not-latest")));
        QCOMPARE(f.desk.begun.last().task.kind, Task::Kind::Migrate);
    }

    void stopAndRollBackIsThereOnceDockerIsStopped()
    {
        Fixture f;
        JournalBuilder maker = run(QStringLiteral("123"));
        maker.scan().upTo('B');
        RunWizard *wizard = f.at(maker, RunWizard::Migrate);
        QVERIFY(!on<QPushButton>(wizard, "rollBack")->isEnabled());
        JournalBuilder stopped = run(QStringLiteral("124"));
        stopped.scan().upTo('C').atWork(QStringLiteral("d-install"));
        wizard = f.at(stopped, RunWizard::Migrate);
        f.desk.work(stopped.run());
        QTRY_VERIFY(on<QPushButton>(wizard, "rollBack")->isEnabled());
        QTRY_VERIFY(on<QPushButton>(wizard, "pause")->isEnabled());
        on<QPushButton>(wizard, "pause")->click();
        // What is paused is not tried again when its node is away.
        QSignalSpy putOff(&f.desk, &Queue::taskPutOff);
        f.desk.end(stopped.run(), SampleDesk::away());
        QVERIFY(putOff.isEmpty());
        f.desk.work(stopped.run());
        QTRY_VERIFY(on<QPushButton>(wizard, "rollBack")->isEnabled());
        on<QPushButton>(wizard, "rollBack")->click();
        f.desk.end(stopped.run());
        QTRY_VERIFY(!f.desk.begun.isEmpty());
        QCOMPARE(f.desk.begun.last().run, stopped.run());
        QCOMPARE(f.desk.begun.last().task.kind, Task::Kind::RollBack);
    }

    void whatWaitsSaysWhyAndCanBeWithdrawn()
    {
        Fixture f;
        JournalBuilder maker = run(QStringLiteral("126"));
        maker.scan().upTo('B');
        f.desk.pauseAll();
        RunWizard *wizard = f.at(maker, RunWizard::Migrate);
        QVERIFY(f.desk.request(maker.run(), { Task::Kind::Migrate, {}, {}, {}, {}, {}, false }));
        QTRY_VERIFY(noticeOf(wizard, "notice").contains(QLatin1String("not begun yet")));
        QVERIFY(noticeOf(wizard, "notice").contains(QLatin1String("the queue is paused")));
        on<QPushButton>(wizard, "pause")->click();
        f.desk.resumeAll();
        QVERIFY(f.desk.begun.isEmpty());
    }

    void aLostAnswerCanBeResumed()
    {
        Fixture f;
        JournalBuilder maker = run(QStringLiteral("125"));
        maker.scan().upTo('C').atWork(QStringLiteral("d-install"));
        maker.event(event::unknown,
            { { "job", toStd(maker.lastJob()) }, { "code", "link-lost" }, { "why", "the connection broke" } });
        RunWizard *wizard = f.at(maker, RunWizard::Migrate);
        QVERIFY(noticeOf(wizard, "notice").contains(QLatin1String("nothing is run twice")));
        on<QPushButton>(wizard, "start")->click();
        QCOMPARE(f.desk.begun.last().task.kind, Task::Kind::Migrate);
    }

    void aFailedAcceptanceSaysWhatItPauses()
    {
        Fixture f;
        JournalBuilder maker = run(QStringLiteral("126"));
        maker.scan().upTo('G').checked(false);
        RunWizard *wizard = f.at(maker, RunWizard::Acceptance);
        QVERIFY(noticeOf(wizard, "notice").contains(QLatin1String("no Docker is deleted on any VM")));
        QVERIFY(!wizard->button(QWizard::NextButton)->isEnabled());
        on<QPushButton>(wizard, "again")->click();
        QCOMPARE(f.desk.begun.last().task.kind, Task::Kind::CheckAgain);
        f.desk.end(maker.run());
        QTRY_VERIFY(on<QPushButton>(wizard, "rollBack")->isEnabled());
        on<QPushButton>(wizard, "rollBack")->click();
        QCOMPARE(f.desk.begun.last().task.kind, Task::Kind::RollBack);
    }

    void deletionIsDarkUntilItsConditionsHold()
    {
        Fixture f;
        JournalBuilder maker = ready();
        RunWizard *wizard = f.at(maker, RunWizard::Deletion);
        QVERIFY(!on<QPushButton>(wizard, "deleteDocker")->isEnabled());
        QVERIFY(on<QPushButton>(wizard, "deleteDocker")->toolTip().contains(QLatin1String("acceptance")));
        QVERIFY(on<QTreeView>(wizard, "conditions")->model()->rowCount() >= 10);
        // Who accepted has to be said.
        QVERIFY(!on<QPushButton>(wizard, "accept")->isEnabled());
        QTest::keyClicks(on<QLineEdit>(wizard, "by"), QStringLiteral("Mr Wang"));
        QVERIFY(!on<QPushButton>(wizard, "accept")->isEnabled()); // and what was tried
        QTest::keyClicks(on<QLineEdit>(wizard, "tried"), QStringLiteral("old chat"));
        QVERIFY(on<QPushButton>(wizard, "accept")->isEnabled());
        on<QPushButton>(wizard, "accept")->click();
        QCOMPARE(f.desk.begun.last().task.kind, Task::Kind::Accept);
        QCOMPARE(f.desk.begun.last().task.by, QStringLiteral("Mr Wang"));
    }

    void whatWasTypedSurvivesGoingBackAndForth()
    {
        Fixture f;
        RunWizard *wizard = f.at(ready(), RunWizard::Deletion);
        auto *when = on<QDateTimeEdit>(wizard, "when");
        when->setFocus();
        when->setSelectedSection(QDateTimeEdit::YearSection);
        QTest::keyClick(when, Qt::Key_Down);
        const QDateTime typed = when->dateTime();
        QVERIFY(typed < QDateTime::currentDateTime().addDays(-300));
        QTest::keyClicks(on<QLineEdit>(wizard, "by"), QStringLiteral("Mr Wang"));
        QTest::keyClicks(on<QLineEdit>(wizard, "note"), QStringLiteral("all there"));
        QTest::mouseClick(wizard->button(QWizard::BackButton), Qt::LeftButton);
        QCOMPARE(wizard->currentId(), int(RunWizard::Acceptance));
        QTest::mouseClick(wizard->button(QWizard::NextButton), Qt::LeftButton);
        QCOMPARE(wizard->currentId(), int(RunWizard::Deletion));
        QCOMPARE(when->dateTime(), typed);
        QCOMPARE(on<QLineEdit>(wizard, "by")->text(), QStringLiteral("Mr Wang"));
        QCOMPARE(on<QLineEdit>(wizard, "note")->text(), QStringLiteral("all there"));
    }

    void anInterruptedDeletionCanBeFinished()
    {
        Fixture f;
        JournalBuilder maker = ready();
        maker.wait(1200).userAccepts().pass(QStringLiteral("i-save")).pass(QStringLiteral("i-delete"));
        RunWizard *wizard = f.at(maker, RunWizard::Deletion);
        auto *finish = on<QPushButton>(wizard, "deleteDocker");
        QVERIFY(finish->isVisible() && finish->isEnabled());
        QCOMPARE(finish->text(), QStringLiteral("&Finish the deletion"));
        QVERIFY(!on<QPushButton>(wizard, "deleteImages")->isVisible());
        QVERIFY(noticeOf(wizard, "notice").contains(QLatin1String("did not come to its end")));
        QTest::mouseClick(finish, Qt::LeftButton);
        QVERIFY(f.questions.asked.isEmpty()); // it deletes nothing more
        QCOMPARE(f.desk.begun.size(), 1);
        QCOMPARE(f.desk.begun.last().task.kind, Task::Kind::DeleteDocker);
        f.desk.end(maker.run());
        f.desk.append(maker.run(), event::finished, { { "outcome", "deleted" }, { "detail", "" } });
        Q_EMIT f.desk.taskFinished(maker.run(), f.desk.begun.last().task, {});
        QTRY_VERIFY(!finish->isVisible());
        QVERIFY(on<QPushButton>(wizard, "deleteImages")->isVisible());
        QVERIFY(noticeOf(wizard, "notice").contains(QLatin1String("still there")));
    }

    void deletedImagesAreNotSaidToBeThere()
    {
        Fixture f;
        JournalBuilder maker = ready();
        maker.wait(1200)
            .userAccepts()
            .pass(QStringLiteral("i-save"))
            .pass(QStringLiteral("i-delete"))
            .pass(QStringLiteral("i-check"))
            .event(event::finished, { { "outcome", "deleted" }, { "detail", "" } })
            .pass(QStringLiteral("i-images"));
        RunWizard *wizard = f.at(maker, RunWizard::Deletion);
        QVERIFY2(noticeOf(wizard, "notice").contains(QLatin1String("images are deleted too")),
            qPrintable(noticeOf(wizard, "notice")));
        QVERIFY(!on<QPushButton>(wizard, "deleteImages")->isVisible());
        QVERIFY(!on<QPushButton>(wizard, "deleteDocker")->isVisible());
    }

    void aHoldKeepsTheButtonDark()
    {
        Fixture f;
        JournalBuilder maker = ready();
        maker.wait(1200).userAccepts();
        f.nodes.here = sampleOccupancy(); // what the node says as it is asked again
        f.desk.setHolds(f.nodes.here.holds);
        RunWizard *wizard = f.at(maker, RunWizard::Deletion);
        QVERIFY(!on<QPushButton>(wizard, "deleteDocker")->isEnabled());
        // Nothing else was in the way.
        f.desk.setHolds({});
        QTRY_VERIFY(on<QPushButton>(wizard, "deleteDocker")->isEnabled());
    }

    void whatTheUserGetsCanBeCopied()
    {
        Fixture f;
        RunWizard *wizard = f.at(ready(), RunWizard::Deletion);
        on<QToolButton>(wizard, "copyTunnel")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), on<QLineEdit>(wizard, "tunnel")->text());
        QVERIFY(on<QLineEdit>(wizard, "address")->text().contains(QLatin1String("10101")));
    }

    void laterLeavesTheRunInTheQueue()
    {
        Fixture f;
        JournalBuilder maker = ready();
        RunWizard *wizard = f.at(maker, RunWizard::Deletion);
        on<QPushButton>(wizard, "later")->click();
        QVERIFY(f.desk.runs().contains(maker.run()));
        QVERIFY(f.desk.begun.isEmpty());
    }

    void theOperatorsWordsAreKept()
    {
        Fixture f;
        JournalBuilder maker = ready();
        RunWizard *wizard = f.at(maker, RunWizard::Record);
        on<QPlainTextEdit>(wizard, "special")
            ->setPlainText(QStringLiteral("port taken → old unit → stopped it → look first"));
        on<QPushButton>(wizard, "save")->click();
        SampleDesk::hear();
        const auto notes = f.desk.state(maker.run()).notes();
        QCOMPARE(notes.size(), std::size_t(1));
        QCOMPARE(stringAt(notes.front(), "section"), QStringLiteral("special-problems"));
        on<QPushButton>(wizard, "save")->click();
        SampleDesk::hear();
        QCOMPARE(f.desk.state(maker.run()).notes().size(), std::size_t(1)); // nothing new, nothing written
    }

    void theLanguageChangesWhileItIsOpen()
    {
        Fixture f;
        RunWizard *wizard = f.at(ready(), RunWizard::Deletion);
        Language::use(QStringLiteral("zh_CN"));
        QCoreApplication::processEvents();
        QVERIFY(wizard->windowTitle().contains(QStringLiteral("小鸡")));
        QCOMPARE(on<QPushButton>(wizard, "later")->text(), QStringLiteral("以后再说(&L)"));
        Language::use(QStringLiteral("en"));
    }

    void everyPageIsReachableFromWhereARunStands()
    {
        Fixture f;
        f.desk.fill();
        const int expected[] = { RunWizard::Migrate, RunWizard::Migrate, RunWizard::Deletion, RunWizard::Acceptance,
            RunWizard::Migrate, RunWizard::Deletion, RunWizard::Record, RunWizard::Record, RunWizard::Scan };
        for (int i = 0; i < 9; ++i)
            QCOMPARE(RunWizard::pageFor(f.desk.state(f.desk.runs().at(i))), expected[i]);
    }
};

QTEST_MAIN(TestWizard)
#include "tst_wizard.moc"
