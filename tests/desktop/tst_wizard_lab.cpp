// The whole wizard against a VM of the lab, through the program's own windows: on a display,
// with a keychain that is real (with-lab, xvfb-run, with-keyring). Halfway the program is
// killed; what is started after it goes on.

#include "support/lab_desk.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextDocumentFragment>

#include <csignal>
#include <unistd.h>

using namespace undock;
using namespace undock::gui;
using namespace undock::gui::test;

namespace {

constexpr int aPage = 60'000;
constexpr int aMigration = 900'000; // on a machine that has other things to do

const QString passphrase = QStringLiteral("kept-in-the-keychain-only");

QByteArray journalIn(const QString &folder)
{
    QDirIterator files(folder, { QStringLiteral("journal.jsonl") }, QDir::Files, QDirIterator::Subdirectories);
    if (!files.hasNext())
        return {};
    QFile file(files.next());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool hasEnded(const QString &folder, const QString &step)
{
    for (const QByteArray &line : journalIn(folder).split('\n')) {
        const Json event = Json::parse(line.begin(), line.end(), nullptr, false);
        if (event.is_object() && stringAt(event, "type") == QLatin1String("end") && event.contains("data")
            && stringAt(event["data"], "job").endsWith(step))
            return true;
    }
    return false;
}

QByteArray guest(const QString &script)
{
    QByteArray out;
    Lab::run({ QStringLiteral("exec"), Lab::vmid(0), QStringLiteral("--"), QStringLiteral("bash"), QStringLiteral("-c"),
                 script },
        &out);
    return out;
}

} // namespace

/// What the killed program did: from the empty window to the middle of a migration.
class FirstProgram : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fromTheEmptyWindowIntoTheMigration()
    {
        const QString folder = qEnvironmentVariable("UNDOCK_TEST_DESK");
        Person person;
        person.passphrase = passphrase;
        LabDesk desk(folder,
            { QStringLiteral("--language"), QStringLiteral("zh_CN"), QStringLiteral("--operator"),
                QStringLiteral("lin") });

        LabDesk::click(desk.inWindow<QPushButton>("emptyAdd"));
        QTRY_VERIFY(desk.wizard());
        QCOMPARE(desk.wizard()->currentId(), int(RunWizard::Read));
        LabDesk::type(desk.on<QLineEdit>("vmid"), Lab::vmid(0));
        QVERIFY(!desk.next()->isEnabled()); // reading is confirmed, not assumed
        QTest::keyClick(desk.on<QCheckBox>("read"), Qt::Key_Space);
        desk.goOn();

        QVERIFY(!desk.next()->isEnabled());
        LabDesk::type(desk.on<QComboBox>("node")->lineEdit(), qEnvironmentVariable("LAB_NODE"));
        LabDesk::type(desk.on<QLineEdit>("identity"), folder + QStringLiteral("/identity"));
        LabDesk::type(desk.on<QComboBox>("panelTag")->lineEdit(), qEnvironmentVariable("LAB_PANEL_TAG"));
        desk.on<QGroupBox>("sourcesBox")->setChecked(true);
        const QStringList sources = qEnvironmentVariable("LAB_SOURCES").split(u' ');
        const std::pair<const char *, const char *> fields[] = { { "installerUrl", "--installer-url" },
            { "panelSource", "--panel-source" }, { "npmRegistry", "--npm-registry" } };
        for (const auto &[field, option] : fields)
            LabDesk::type(desk.on<QLineEdit>(field), sources.value(sources.indexOf(QLatin1String(option)) + 1));

        LabDesk::click(desk.on<QPushButton>("test"));
        QTRY_VERIFY_WITH_TIMEOUT(
            desk.on<QPushButton>("test")->isEnabled() && !desk.notice("testResult").isEmpty(), aPage);
        QVERIFY2(desk.notice("testResult").contains(QLatin1String("SHA256:")), qPrintable(desk.notice("testResult")));
        QCOMPARE(person.asked, QStringList({ QStringLiteral("HostKeyDialog"), QStringLiteral("SecretDialog") }));

        LabDesk::click(desk.on<QPushButton>("lookUp"));
        QTRY_VERIFY_WITH_TIMEOUT(desk.on<QLabel>("foundIp")->text().startsWith(QLatin1String("10.10.10.")), aPage);
        QVERIFY(desk.on<QLabel>("foundPorts")->text().contains(QRegularExpression(QStringLiteral("\\d{5}"))));
        desk.goOn();

        QTRY_VERIFY_WITH_TIMEOUT(desk.next()->isEnabled(), 5 * aPage);
        QVERIFY(desk.on<QTreeView>("findings")->model()->rowCount() > 5);
        desk.goOn();

        auto *steps = desk.on<QTreeView>("steps");
        QVERIFY(steps->model()->rowCount() >= 8);
        for (const char *diff : { "openclawDiff", "panelDiff" })
            QVERIFY2(desk.on<QTreeView>(diff)->model()->rowCount() > 0, diff);
        desk.goOn();

        QVERIFY(!desk.next()->isEnabled());
        LabDesk::click(desk.on<QPushButton>("start"));
        QTRY_VERIFY_WITH_TIMEOUT(hasEnded(folder, QStringLiteral("c-policy")), aMigration);
        ::kill(::getpid(), SIGKILL); // containers are just being stopped
    }
};

class TestWizardLab : public QObject {
    Q_OBJECT

    QTemporaryDir m_data;
    Person m_person;
    std::unique_ptr<LabDesk> m_desk;
    bool m_stuck = false;

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
        // The lab's key, with a passphrase that the keychain is to keep.
        const QString identity = m_data.filePath(QStringLiteral("identity"));
        QVERIFY(QFile::copy(qEnvironmentVariable("LAB_IDENTITY"), identity));
        QFile::setPermissions(identity, QFile::ReadOwner | QFile::WriteOwner);
        QCOMPARE(QProcess::execute(QStringLiteral("ssh-keygen"),
                     { QStringLiteral("-q"), QStringLiteral("-p"), QStringLiteral("-P"), QString(),
                         QStringLiteral("-N"), passphrase, QStringLiteral("-f"), identity }),
            0);
    }

    void aKilledProgramWasInTheMiddleOfIt()
    {
        QProcess first;
        first.setProcessChannelMode(QProcess::ForwardedChannels);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("UNDOCK_TEST_DESK"), m_data.path());
        first.setProcessEnvironment(environment);
        first.start(QCoreApplication::applicationFilePath(), {});
        QVERIFY(first.waitForFinished(2 * aMigration));
        QCOMPARE(first.exitStatus(), QProcess::CrashExit);
        QVERIFY(hasEnded(m_data.path(), QStringLiteral("c-policy")));
        QVERIFY(!hasEnded(m_data.path(), QStringLiteral("g-start")));
    }

    void theRunIsThereAndResumeGoesOn()
    {
        // Nobody answers a passphrase now: it has to come from the keychain.
        m_person.passphrase = QStringLiteral("not this one");
        m_desk = std::make_unique<LabDesk>(
            m_data.path(), QStringList{ QStringLiteral("--language"), QStringLiteral("en") });
        auto *queue = m_desk->inWindow<QTreeView>("queue");
        QCOMPARE(queue->model()->rowCount(), 1);
        const QPoint row = queue->visualRect(queue->model()->index(0, 0)).center();
        QTest::mouseClick(queue->viewport(), Qt::LeftButton, {}, row);
        QTest::mouseDClick(queue->viewport(), Qt::LeftButton, {}, row);
        QTRY_VERIFY(m_desk->wizard());
        QCOMPARE(m_desk->wizard()->currentId(), int(RunWizard::Migrate));
        auto *resume = m_desk->on<QPushButton>("start");
        QTRY_VERIFY(resume->isEnabled());
        QVERIFY2(resume->text().contains(QLatin1String("sume")), qPrintable(resume->text()));
        QTest::keyClick(resume, Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->next()->isEnabled(), aMigration);
        QCOMPARE(m_person.asked, QStringList());
        // Asked again, never run twice: each step has one begin.
        QMap<QString, int> begins;
        for (const QByteArray &line : journalIn(m_data.path()).split('\n')) {
            const Json event = Json::parse(line.begin(), line.end(), nullptr, false);
            if (event.is_object() && stringAt(event, "type") == QLatin1String("begin"))
                ++begins[stringAt(event["data"], "step")];
        }
        for (auto step = begins.constBegin(); step != begins.constEnd(); ++step)
            QVERIFY2(step.value() == 1, qPrintable(step.key()));
        QCOMPARE(guest(QStringLiteral("docker ps -q | wc -l; systemctl is-active openclaw-gateway openclaw-panel")),
            QByteArray("0\nactive\nactive\n"));
    }

    void theAcceptanceIsGreen()
    {
        m_desk->goOn();
        auto *checks = m_desk->on<QTreeView>("checks");
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->next()->isEnabled(), aPage); // the VM is given back first
        QVERIFY(checks->model()->rowCount() > 30);
        QVERIFY(m_desk->notice("notice").contains(QLatin1String("green")));
        m_desk->goOn();
    }

    void theUsersWordOpensTheDeletion()
    {
        QVERIFY(!m_desk->on<QPushButton>("deleteDocker")->isEnabled());
        QVERIFY(m_desk->on<QLineEdit>("address")->text().startsWith(QLatin1String("http://")));
        LabDesk::type(m_desk->on<QLineEdit>("by"), QStringLiteral("Li Lei"));
        QVERIFY(!m_desk->on<QPushButton>("accept")->isEnabled()); // what was tried belongs to it
        LabDesk::type(m_desk->on<QLineEdit>("tried"), QStringLiteral("old chat, new message, panel"));
        QTest::keyClick(m_desk->on<QPushButton>("accept"), Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->on<QPushButton>("deleteDocker")->isEnabled(), 5 * aPage);
        QCOMPARE(guest(QStringLiteral("docker ps -aq | wc -l")), QByteArray("2\n"));
    }

    void deletingAsksForTheVmsNumberAndDeletes()
    {
        LabDesk::click(m_desk->on<QPushButton>("deleteDocker"));
        QCOMPARE(m_person.asked, QStringList({ QStringLiteral("DeletionDialog") }));
        QTRY_VERIFY_WITH_TIMEOUT(
            m_desk->on<QPushButton>("deleteImages")->isVisible() && m_desk->next()->isEnabled(), aMigration);
        QCOMPARE(
            guest(QStringLiteral("docker ps -aq | wc -l; ls -d /data/openclaw")), QByteArray("0\n/data/openclaw\n"));
    }

    void theRecordIsSavedWithTheOperatorsWords()
    {
        m_desk->goOn();
        QTest::keyClicks(m_desk->on<QPlainTextEdit>("special"), QStringLiteral("clock was slow"));
        QTest::keyClicks(m_desk->on<QPlainTextEdit>("prevention"), QStringLiteral("watch the clock"));
        LabDesk::click(m_desk->on<QPushButton>("save"));
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
        LabDesk::click(m_desk->wizard()->button(QWizard::FinishButton));
        QTRY_VERIFY(!m_desk->wizard());
    }

    void noSecretStandsInAnyFile()
    {
        QList<QByteArray> secrets{ passphrase.toUtf8() };
        secrets << guest(QStringLiteral("sed -n 's/^OPENCLAW_GATEWAY_TOKEN=//p' /opt/openclaw/.env | tr -d '\"\\n'"));
        secrets << guest(QStringLiteral(
            "sed -n 's/.*[Pp]ass[^:=]*[:=] *//p' /root/OPENCLAW_WEB_LOGIN.txt | head -n 1 | tr -d '\\n'"));
        for (const QByteArray &secret : std::as_const(secrets))
            QVERIFY2(secret.size() > 5, secret.constData());
        QDirIterator files(m_data.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int looked = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            ++looked;
            for (const QByteArray &secret : std::as_const(secrets))
                QVERIFY2(!content.contains(secret), qPrintable(file.fileName()));
        }
        QVERIFY(looked > 3);
    }

    void theProgramEndsWithoutAsking()
    {
        m_person.asked.clear();
        m_desk->program->window().close();
        QVERIFY(m_person.asked.isEmpty());
        m_desk.reset();
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("openclaw-undock"));
    if (qEnvironmentVariableIsSet("UNDOCK_TEST_DESK")) {
        FirstProgram first;
        return QTest::qExec(&first, argc, argv);
    }
    TestWizardLab whole;
    return QTest::qExec(&whole, argc, argv);
}

#include "tst_wizard_lab.moc"
