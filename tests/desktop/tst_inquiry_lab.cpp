// "Test connection" against a node and a guest agent that are real: each trouble is made, told
// apart, and taken back.

#include "gui/app/gui_prompter.h"
#include "gui/desk/engine_inquiry.h"
#include "lab/cpp/lab.h"

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace undock;
using namespace undock::gui;
using remote::Lab;

namespace {

struct Trusting : Prompter {
    bool trustHost(const QString &, const QString &) override { return true; }
    std::optional<QString> secret(const SecretPrompt &) override { return std::nullopt; }
};

bool onNode(const QString &script)
{
    return Lab::run(
        { QStringLiteral("node"), QStringLiteral("--"), QStringLiteral("bash"), QStringLiteral("-c"), script });
}
bool inGuest(const QString &script)
{
    return Lab::run({ QStringLiteral("exec"), Lab::vmid(0), QStringLiteral("--"), QStringLiteral("bash"),
        QStringLiteral("-c"), script });
}

} // namespace

class TestInquiryLab : public QObject {
    Q_OBJECT

    QTemporaryDir m_data;
    Trusting m_prompter;

    NodeReport test(const QString &target, const QString &identity, const QString &knownHosts = {})
    {
        AppSettings settings(m_data.path());
        DeskSettings desk = settings.desk();
        desk.knownHosts = knownHosts.isEmpty() ? qEnvironmentVariable("LAB_KNOWN_HOSTS") : knownHosts;
        settings.setDesk(desk);
        EngineInquiry inquiry(settings, m_prompter);
        QSignalSpy spy(&inquiry, &NodeInquiry::tested);
        SavedNode node;
        node.target = target;
        node.identity = identity;
        inquiry.test(node, Lab::vmid(0));
        if (!spy.wait(90000))
            return {};
        return spy.first().first().value<NodeReport>();
    }
    NodeReport test() { return test(qEnvironmentVariable("LAB_NODE"), qEnvironmentVariable("LAB_IDENTITY")); }
    static QString codeOf(const std::optional<Error> &error) { return error ? error->code : QString(); }

private Q_SLOTS:
    void initTestCase()
    {
        if (!Lab::isThere())
            QSKIP("no lab (LAB_NODE)");
    }

    void whatIsWellIsToldSo()
    {
        const NodeReport report = test();
        QCOMPARE(codeOf(report.error), QString());
        QCOMPARE(codeOf(report.vmError), QString());
        QCOMPARE(report.vmid, Lab::vmid(0));
        QVERIFY(report.vms >= 1);
        QVERIFY(report.fingerprint.startsWith(QLatin1String("SHA256:")));
    }

    void aPortWhereNobodyListensRefuses()
    {
        QCOMPARE(codeOf(test(QStringLiteral("root@127.0.0.1:1"), qEnvironmentVariable("LAB_IDENTITY")).error),
            QStringLiteral("refused"));
    }

    void aFrozenNodeDoesNotAnswer()
    {
        QVERIFY(Lab::run({ QStringLiteral("faults"), QStringLiteral("node"), QStringLiteral("freeze") }));
        const NodeReport report = test();
        QVERIFY(Lab::run({ QStringLiteral("faults"), QStringLiteral("node"), QStringLiteral("unfreeze") }));
        QCOMPARE(codeOf(report.error), QStringLiteral("connect-timeout"));
    }

    void aChangedHostKeyStopsEverything()
    {
        const QString key = m_data.filePath(QStringLiteral("other"));
        QCOMPARE(QProcess::execute(QStringLiteral("ssh-keygen"),
                     { QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"), QStringLiteral("-N"),
                         QString(), QStringLiteral("-f"), key }),
            0);
        QFile open(key + QStringLiteral(".pub"));
        QVERIFY(open.open(QIODevice::ReadOnly));
        const QByteArray line = qEnvironmentVariable("LAB_NODE").section(u'@', 1).toUtf8() + ' ' + open.readAll();
        QFile known(m_data.filePath(QStringLiteral("known_hosts")));
        QVERIFY(known.open(QIODevice::WriteOnly));
        known.write(line);
        known.close();
        const NodeReport report
            = test(qEnvironmentVariable("LAB_NODE"), qEnvironmentVariable("LAB_IDENTITY"), known.fileName());
        QCOMPARE(codeOf(report.error), QStringLiteral("host-key-changed"));
        // The same key is none that the node knows.
        QCOMPARE(codeOf(test(qEnvironmentVariable("LAB_NODE"), key).error), QStringLiteral("auth-failed"));
    }

    void aHostWithoutQmIsNoNode()
    {
        QVERIFY(onNode(QStringLiteral("q=$(command -v qm) && mv $q $q.away && echo $q.away >/run/qm-away")));
        const NodeReport report = test();
        QVERIFY(onNode(QStringLiteral("q=$(cat /run/qm-away) && mv $q ${q%.away}")));
        QCOMPARE(codeOf(report.error), QStringLiteral("not-a-proxmox-node"));
    }

    void anAgentThatIsNotConfigured()
    {
        const QString conf = QStringLiteral("/etc/pve/qemu-server/%1.conf").arg(Lab::vmid(0));
        QVERIFY(onNode(QStringLiteral("sed -i.kept '/^agent:/d' ") + conf));
        const NodeReport report = test();
        QVERIFY(onNode(QStringLiteral("mv %1.kept %1").arg(conf)));
        QCOMPARE(codeOf(report.error), QString());
        QCOMPARE(codeOf(report.vmError), QStringLiteral("qm-no-agent"));
    }

    void anAgentThatDoesNotRun()
    {
        QVERIFY(inGuest(QStringLiteral("systemctl stop qemu-guest-agent || systemctl stop lab-agent")));
        const NodeReport report = test();
        QVERIFY(inGuest(QStringLiteral("systemctl start qemu-guest-agent || systemctl start lab-agent")));
        QCOMPARE(codeOf(report.error), QString());
        QCOMPARE(codeOf(report.vmError), QStringLiteral("qm-agent-silent"));
    }

    void anAgentThatMayNotRunCommands()
    {
        QVERIFY(inGuest(
            QStringLiteral("mkdir -p /etc/qemu; printf '[general]\\nblock-rpcs=guest-exec\\n' >/etc/qemu/qemu-ga.conf; "
                           "systemctl restart qemu-guest-agent || systemctl restart lab-agent")));
        const NodeReport report = test();
        QVERIFY(inGuest(QStringLiteral(
            "rm /etc/qemu/qemu-ga.conf; systemctl restart qemu-guest-agent || systemctl restart lab-agent")));
        QCOMPARE(codeOf(report.vmError), QStringLiteral("qm-exec-disabled"));
    }

    void aVmThatIsStopped()
    {
        QVERIFY(onNode(QStringLiteral("qm stop ") + Lab::vmid(0)));
        const NodeReport report = test();
        QVERIFY(onNode(QStringLiteral("qm start ") + Lab::vmid(0)));
        QCOMPARE(codeOf(report.error), QString());
        QCOMPARE(codeOf(report.vmError), QStringLiteral("qm-vm-stopped"));
    }

    void aNewQuestionDoesNotWaitForTheOldOne()
    {
        // The old one waits for a person; were the new one to wait for it, nobody could answer.
        QVERIFY(Lab::run({ QStringLiteral("faults"), QStringLiteral("node"), QStringLiteral("freeze") }));
        AppSettings settings(m_data.path());
        EngineInquiry inquiry(settings, m_prompter);
        SavedNode node;
        node.target = qEnvironmentVariable("LAB_NODE");
        QSignalSpy spy(&inquiry, &NodeInquiry::tested);
        inquiry.test(node, {});
        node.target = QStringLiteral("root@127.0.0.1:1");
        inquiry.test(node, {});
        QVERIFY(spy.wait(5000));
        QCOMPARE(codeOf(spy.first().first().value<NodeReport>().error), QStringLiteral("refused"));
        QVERIFY(Lab::run({ QStringLiteral("faults"), QStringLiteral("node"), QStringLiteral("unfreeze") }));
        QCOMPARE(spy.size(), 1);
    }
};

QTEST_MAIN(TestInquiryLab)
#include "tst_inquiry_lab.moc"
