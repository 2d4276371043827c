// A migration from the empty window to the saved record, in English, with the keyboard alone:
// Tab, letters, Space, Enter and what menus and buttons underline. On a display, against a VM
// of the lab (with-lab, xvfb-run, with-keyring).

#include "support/keyboard.h"
#include "support/lab_desk.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTextDocumentFragment>

using namespace undock;
using namespace undock::gui;
using namespace undock::gui::test;

namespace {

constexpr int aPage = 60'000;
constexpr int aMigration = 600'000; // on a machine that has other things to do

/// The operator's table as it stands on the node; other people's rows and columns are in it.
const QString ledger = QStringLiteral("/root/bot-ledger.csv");

QByteArray onNode(const QString &script)
{
    QByteArray out;
    Lab::run(
        { QStringLiteral("node"), QStringLiteral("--"), QStringLiteral("bash"), QStringLiteral("-c"), script }, &out);
    return out;
}

QByteArray theLedger()
{
    return QByteArray::fromBase64(onNode(QStringLiteral("base64 -w0 ") + ledger));
}

/// Every place of the page that Tab leads to by its own account, and does not.
QStringList notReached(QWidget &window)
{
    QSet<QWidget *> reached;
    for (int i = 0; i < 120; ++i) {
        Keyboard::press(Qt::Key_Tab);
        reached << QApplication::focusWidget();
    }
    QStringList missed;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible() || !widget->isEnabled() || widget->window() != &window
            || !(widget->focusPolicy() & Qt::TabFocus) || reached.contains(widget))
            continue;
        QWidget *inside = widget;
        while (inside->focusProxy())
            inside = inside->focusProxy();
        if (!reached.contains(inside) && !reached.contains(widget->parentWidget()))
            missed << widget->objectName();
    }
    return missed;
}

} // namespace

class TestKeyboardLab : public QObject {
    Q_OBJECT

    QTemporaryDir m_data;
    FocusGiver m_focus;
    Person m_person;
    std::unique_ptr<LabDesk> m_desk;
    QByteArray m_ledger;
    QString m_told;
    const QString m_language = qEnvironmentVariable("UNDOCK_TEST_LANGUAGE", QStringLiteral("en"));
    bool m_stuck = false;

    void everythingIsReached()
    {
        const QStringList missed = notReached(*m_desk->wizard());
        QVERIFY2(missed.isEmpty(),
            qPrintable(QStringLiteral("page %1: %2").arg(m_desk->wizard()->currentId()).arg(missed.join(u' '))));
    }
    void goOn()
    {
        const int before = m_desk->wizard()->currentId();
        QVERIFY2(m_desk->next()->isEnabled(), qPrintable(QStringLiteral("page %1 does not let go").arg(before)));
        Keyboard::press(Qt::Key_N, Qt::AltModifier);
        QTRY_COMPARE(m_desk->wizard()->currentId(), before + 1);
    }

private Q_SLOTS:
    void init()
    {
        if (m_stuck)
            QSKIP("the step before did not get through");
    }
    void cleanup() { m_stuck = m_stuck || QTest::currentTestFailed(); }
    void initTestCase()
    {
        if (!Lab::isThere())
            QSKIP("no lab (LAB_NODE)");
        QVERIFY(QFile::copy(qEnvironmentVariable("LAB_IDENTITY"), m_data.filePath(QStringLiteral("identity"))));
        m_person.byKeyboard = true;
        m_ledger
            = "小鸡编号,状态,面板版本,密码\r\n" + Lab::vmid(0).toUtf8() + ",Docker,,swordfish\r\n999,Docker,,x\r\n";
        onNode(QStringLiteral("base64 -d > %1 <<< %2").arg(ledger, QString::fromLatin1(m_ledger.toBase64())));
        QCOMPARE(theLedger(), m_ledger);
    }

    void theEmptyWindowLeadsToTheWizard()
    {
        m_desk = std::make_unique<LabDesk>(m_data.path(),
            QStringList{ QStringLiteral("--language"), m_language, QStringLiteral("--operator"), QStringLiteral("lin"),
                QStringLiteral("--ledger"), QStringLiteral("node:") + ledger });
        Keyboard::push(QStringLiteral("emptyAdd"));
        QTRY_VERIFY(m_desk->wizard());
        QTRY_VERIFY(m_desk->wizard()->isActiveWindow());
    }

    void readFirst()
    {
        Keyboard::fill(QStringLiteral("vmid"), Lab::vmid(0));
        everythingIsReached();
        QVERIFY(!m_desk->next()->isEnabled());
        Keyboard::push(QStringLiteral("read"));
        goOn();
    }

    void nodeAndVm()
    {
        Keyboard::fill(QStringLiteral("node"), qEnvironmentVariable("LAB_NODE"));
        Keyboard::fill(QStringLiteral("identity"), m_data.filePath(QStringLiteral("identity")));
        Keyboard::push(QStringLiteral("test"));
        QTRY_VERIFY_WITH_TIMEOUT(
            m_desk->on<QPushButton>("test")->isEnabled() && !m_desk->notice("testResult").isEmpty(), aPage);
        QVERIFY2(
            m_desk->notice("testResult").contains(QLatin1String("SHA256:")), qPrintable(m_desk->notice("testResult")));
        QCOMPARE(m_person.asked, QStringList{ QStringLiteral("HostKeyDialog") });
        Keyboard::push(QStringLiteral("lookUp"));
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->on<QLabel>("foundIp")->text().startsWith(QLatin1String("10.10.10.")), aPage);
        Keyboard::fill(QStringLiteral("panelTag"), qEnvironmentVariable("LAB_PANEL_TAG"));
        everythingIsReached();
        goOn();
    }

    void scan()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->next()->isEnabled(), 5 * aPage);
        auto *findings = m_desk->on<QTreeView>("findings");
        Keyboard::walkTo(QStringLiteral("findings"));
        const int row = findings->currentIndex().row();
        Keyboard::press(Qt::Key_Down);
        QCOMPARE(findings->currentIndex().row(), row + 1);
        everythingIsReached();
        goOn();
    }

    void planIsWalkedThroughWholly()
    {
        // Script, values, both differences: what is behind a tab comes with the arrow keys.
        Keyboard::walkTo(QStringLiteral("steps"));
        Keyboard::press(Qt::Key_Down);
        everythingIsReached();
        for (const char *diff : { "openclawDiff", "panelDiff" }) {
            Keyboard::walkTo(QStringLiteral("qt_tabwidget_tabbar"));
            Keyboard::press(Qt::Key_Right);
            Keyboard::walkTo(QLatin1String(diff));
            everythingIsReached();
        }
        // And all the way back.
        Keyboard::walkTo(QStringLiteral("qt_tabwidget_tabbar"), Qt::Key_Backtab);
        Keyboard::press(Qt::Key_Left);
        Keyboard::press(Qt::Key_Left);
        for (const char *place : { "values", "script", "steps", "qt_tabwidget_tabbar", "values" })
            Keyboard::walkTo(QLatin1String(place), Qt::Key_Backtab);
        goOn();
    }

    void migrate()
    {
        everythingIsReached();
        Keyboard::push(QStringLiteral("start"));
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->on<QPushButton>("pause")->isEnabled(), aPage);
        everythingIsReached();
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->next()->isEnabled(), aMigration);
        goOn();
    }

    void acceptance()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->next()->isEnabled(), aPage);
        const QString green
            = m_language == QLatin1String("en") ? QStringLiteral("green") : QStringLiteral("验收全部通过");
        QVERIFY2(m_desk->notice("notice").contains(green), qPrintable(m_desk->notice("notice")));
        everythingIsReached();
        goOn();
    }

    void theUsersWordThenTheDeletion()
    {
        Keyboard::fill(QStringLiteral("by"), QStringLiteral("Li Lei"));
        Keyboard::fill(QStringLiteral("tried"), QStringLiteral("old chat, new message, panel"));
        everythingIsReached();
        Keyboard::push(QStringLiteral("accept"));
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->on<QPushButton>("deleteDocker")->isEnabled(), 5 * aPage);
        m_person.asked.clear();
        Keyboard::push(QStringLiteral("deleteDocker"));
        QCOMPARE(m_person.asked, QStringList{ QStringLiteral("DeletionDialog") });
        QTRY_VERIFY_WITH_TIMEOUT(
            m_desk->on<QPushButton>("deleteImages")->isVisible() && m_desk->next()->isEnabled(), aMigration);
        QByteArray left;
        QVERIFY(Lab::run({ QStringLiteral("exec"), Lab::vmid(0), QStringLiteral("--"), QStringLiteral("bash"),
                             QStringLiteral("-c"), QStringLiteral("docker ps -aq | wc -l") },
            &left));
        QCOMPARE(left, QByteArray("0\n"));
        goOn();
    }

    void theRecordIsSaved()
    {
        Keyboard::walkTo(QStringLiteral("special"));
        Keyboard::type(QStringLiteral("clock was slow"));
        Keyboard::walkTo(QStringLiteral("prevention"));
        Keyboard::type(QStringLiteral("watch the clock"));
        everythingIsReached();
        Keyboard::push(QStringLiteral("save"));
        QString saved;
        for (const QLabel *label : m_desk->on<QFrame>("notice")->findChildren<QLabel *>()) {
            const QString said = QTextDocumentFragment::fromHtml(label->text()).toPlainText();
            if (said.endsWith(QLatin1String(".md")))
                saved = said.section(QLatin1Char('\n'), -1);
        }
        QFile record(saved);
        QVERIFY2(record.open(QIODevice::ReadOnly), qPrintable(saved));
        const QByteArray text = record.readAll();
        for (const char *word : { "clock was slow", "watch the clock", "Li Lei" })
            QVERIFY2(text.contains(word), word);
        Keyboard::press(Qt::Key_F, Qt::AltModifier);
        QTRY_VERIFY(!m_desk->wizard());
    }

    void theQueueShowsItAndQuits()
    {
        MainWindow &window = m_desk->program->window();
        QTRY_VERIFY(window.isActiveWindow());
        Keyboard::walkTo(QStringLiteral("queue"));
        Keyboard::press(Qt::Key_Home);
        QCOMPARE(window.selectedRuns().size(), 1);
        Keyboard::press(Qt::Key_Return);
        QTRY_VERIFY(m_desk->wizard());
        Keyboard::press(Qt::Key_Escape);
        QTRY_VERIFY(!m_desk->wizard());
        QTRY_VERIFY(window.isActiveWindow());
    }

    void whatTheLedgerWasToldIsTakenBack()
    {
        MainWindow &window = m_desk->program->window();
        const auto undo = [&] {
            Keyboard::press(Qt::Key_V, Qt::AltModifier); // the menu of the VM
            QTRY_VERIFY(QApplication::activePopupWidget());
            QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_N);
            auto *take = m_desk->inWindow<QPushButton>("takeWay");
            QTRY_VERIFY(take->hasFocus() && take->isEnabled());
            m_told = m_desk->inWindow<QLabel>("wayConsequence")->text();
            Keyboard::press(Qt::Key_Space);
        };
        const QByteArray deleted = theLedger();
        QVERIFY2(deleted.contains("直装，已删 Docker,v"), deleted.constData());
        QVERIFY(deleted.endsWith("swordfish\r\n999,Docker,,x\r\n"));
        undo();
        QVERIFY2(m_told.contains(QStringLiteral("状态: 直装，待用户验收 → 直装，已删 Docker")), qPrintable(m_told));
        QTRY_VERIFY_WITH_TIMEOUT(theLedger().contains("直装，待用户验收,v"), aPage);
        // Somebody writes into the row: it is theirs now.
        onNode(QStringLiteral("sed -i s/swordfish/other/ ") + ledger);
        const QByteArray theirs = theLedger();
        const QString run = window.selectedRuns().value(0);
        QTRY_VERIFY(!m_desk->program->queue().working(run));
        undo();
        QTRY_VERIFY_WITH_TIMEOUT(
            m_desk->program->queue().lastOutcome(run)->error.code == QLatin1String("ledger-row-changed"), aPage);
        QCOMPARE(theLedger(), theirs);
        onNode(QStringLiteral("sed -i s/other/swordfish/ ") + ledger);
        QTRY_VERIFY(!m_desk->program->queue().working(run));
        undo();
        QTRY_COMPARE_WITH_TIMEOUT(theLedger(), m_ledger, aPage);
        QTRY_VERIFY(!m_desk->program->queue().working(run));
    }

    void itQuits()
    {
        MainWindow &window = m_desk->program->window();
        Keyboard::press(Qt::Key_Q, Qt::ControlModifier);
        QTRY_VERIFY(!window.isVisible());
        m_desk.reset();
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("openclaw-undock"));
    TestKeyboardLab whole;
    return QTest::qExec(&whole, argc, argv);
}

#include "tst_keyboard_lab.moc"
