// The node's own scripts, run for real on this machine in a node's place.
#include "core/base/error_codes.h"
#include "core/text/phrase.h"
#include "remote/node/holds.h"
#include "remote/node/journal_sums.h"
#include "remote/node/lease.h"
#include "remote/node/node_facts.h"
#include "remote/node/node_qm.h"
#include "remote/node/shared_file.h"

#include "unit/remote/local_node.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>

#include <thread>

#include <unistd.h>

using namespace undock;
using namespace undock::remote;
using namespace std::chrono_literals;

namespace {

using Kind = Error::Kind;

Vmid vm(const char *number)
{
    return *Vmid::parse(QString::fromLatin1(number));
}

template <class R> QString codeOf(const R &result)
{
    return result ? QStringLiteral("done") : result.error().code;
}

HoldRequest hold(const char *vmid, const char *run = "r1")
{
    return { vm(vmid), QString::fromLatin1(run), QStringLiteral("李雷"), QStringLiteral("desk"),
        QStringLiteral("panel did not answer") };
}

const QByteArray notThere = "echo \"Configuration file 'nodes/n/qemu-server/101.conf' does not exist\" >&2; exit 2";
const QByteArray bin = "${UNDOCK_NODE_PATH}";
const QByteArray finished = "cat >" + bin + "/../got; printf '%s\\n' \"$*\" >" + bin + "/../args\n"
    + "echo '{\"exitcode\":0,\"exited\":1,\"out-data\":\"hello\"}'";

} // namespace

class NodeScriptsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<LocalNode> m_node;

    Result<QByteArray> call(const QByteArray &input, std::optional<DeletionGuard> guard = {})
    {
        NodeQm qm(m_node->shell);
        return qm.call(vm("101"), input, 5s, guard, {});
    }
    /// A holder of a VM's lease, as lease.sh leaves it.
    std::unique_ptr<Conversation> holdLease(
        const QByteArray &run, QByteArray *granted = nullptr, const QByteArray &vmid = "101")
    {
        auto talk = m_node->exec.open(NodeShell::command(false));
        const auto input = NodeShell::input(
            QStringLiteral("lease"), { "hold", vmid, run, "0", "plain", "me", "desk", "test", "" }, {});
        (*talk)->write(*input, 5s, {});
        QByteArray out;
        for (int i = 0; i < 100 && !out.contains('\n'); ++i)
            out += (*talk)->read(100ms, {})->out;
        if (granted)
            *granted = out;
        return std::move(*talk);
    }

private Q_SLOTS:
    void init() { m_node = std::make_unique<LocalNode>(); }
    void cleanup() { m_node.reset(); }

    void valuesAreNeverReadAsCode()
    {
        const QByteArray evil = "$(touch /tmp/undock-evil)`id`';\"\n\\ -n";
        QVERIFY(placeHold(m_node->shell,
            { vm("101"), QStringLiteral("r1"), QString::fromUtf8(evil), QStringLiteral("h"), QString::fromUtf8(evil) },
            true));
        const auto list = holds(m_node->shell);
        QVERIFY(list);
        QCOMPARE(list->size(), 1);
        QCOMPARE(list->first().holder, QString::fromUtf8(evil).replace(u'\n', u' '));
        QVERIFY(!QFileInfo::exists(QStringLiteral("/tmp/undock-evil")));
    }

    void aScriptThatIsCutOffDoesNothing()
    {
        const auto input
            = NodeShell::input(QStringLiteral("hold"), { "place", "101", "r1", "definite", "a", "b", "c" }, {});
        // Everything up to, but without, the NUL that ends the script.
        const QByteArray cut = input->first(input->indexOf('\0'));
        ExecLimits limits;
        const auto result = m_node->exec.exec(NodeShell::command(false), cut, limits, {});
        QVERIFY(result);
        QVERIFY(result->exit != 0);
        QCOMPARE(result->err, NodeShell::readyMark.toByteArray());
        QVERIFY(!QFileInfo::exists(m_node->rootPath()));
    }

    void aScriptWhoseBeginningWasTakenDoesNothing()
    {
        // A startup file with a `read` in it takes the first line.
        const auto input
            = NodeShell::input(QStringLiteral("hold"), { "place", "101", "r1", "definite", "a", "b", "c" }, {}, "12ab");
        const QByteArray rest = input->sliced(input->indexOf('\n') + 1);
        const auto result = m_node->exec.exec(NodeShell::command(false), rest, ExecLimits(), {});
        QVERIFY(result);
        QCOMPARE(result->exit, 96);
        QVERIFY(!QFileInfo::exists(m_node->rootPath()));
    }

    void argumentsThatAreCutOffDoNothing()
    {
        QByteArray input
            = *NodeShell::input(QStringLiteral("hold"), { "place", "101", "r1", "definite", "a", "b", "c" }, {});
        input.chop(1);
        const auto result = m_node->exec.exec(NodeShell::command(false), input, ExecLimits(), {});
        QCOMPARE(result->exit, 64);
        QVERIFY(!QFileInfo::exists(m_node->rootPath() + QStringLiteral("/holds")));
    }

    void malformedArgumentsDoNothing_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QByteArrayList>("arguments");
        const QByteArray sum(64, 'a');
        const std::pair<const char *, QByteArrayList> wrong[]{
            { "qm-call", { "101;id", "5", "5" } },
            { "qm-call", { "101", "five", "5" } },
            { "qm-call", { "101", "5", "-5" } },
            { "hold", { "place", "x", "r1", "definite", "a", "b", "c" } },
            { "hold", { "place", "101", "../r1", "definite", "a", "b", "c" } },
            { "hold", { "place", "101", "r1", "forever", "a", "b", "c" } },
            { "hold", { "lift", "101", "../r1", "1" } },
            { "hold", { "lift", "101", "r1", "one" } },
            { "hold", { "resolve", "101", "../r1", "1" } },
            { "hold", { "resolve", "101", "r1", "one" } },
            { "hold", { "drop", "101" } },
            { "lease", { "hold", "x", "r1", "0", "plain", "me", "desk", "test", "" } },
            { "lease", { "hold", "101", "../r1", "0", "plain", "me", "desk", "test", "" } },
            { "lease", { "hold", "101", "r1", "none", "plain", "me", "desk", "test", "" } },
            { "lease", { "override", "x", "me", "why" } },
            { "lease", { "steal", "101" } },
            { "journal-sum", { "sent", "x", "r1", "1", sum } },
            { "journal-sum", { "sent", "101", "../r1", "1", sum } },
            { "journal-sum", { "sent", "101", "r1", "one", sum } },
            { "journal-sum", { "sent", "101", "r1", "1", "aa" } },
            { "journal-sum", { "forget", "101" } },
            { "node-facts", { "x" } },
            { "shared-file", { "write", "/etc/hostname" } },
        };
        for (const auto &[script, arguments] : wrong)
            QTest::addRow("%s %s", script, arguments.join(' ').left(40).constData())
                << QString::fromLatin1(script) << arguments;
    }
    void malformedArgumentsDoNothing()
    {
        QFETCH(QString, script);
        QFETCH(QByteArrayList, arguments);
        m_node->setQm("touch " + bin + "/../was-called");
        const auto input = NodeShell::input(script, arguments, {});
        QVERIFY(input);
        const auto result = m_node->exec.exec(NodeShell::command(false), *input, ExecLimits(), {});
        QVERIFY(result);
        QCOMPARE(result->exit, 64);
        QVERIFY(!QFileInfo::exists(m_node->path(QStringLiteral("was-called"))));
        for (const char *kept : { "holds", "cards", "live", "generations", "journals", "calls", "overrides" }) {
            const QDir folder(m_node->rootPath() + QLatin1Char('/') + QLatin1String(kept));
            QCOMPARE(folder.entryList(QDir::NoDotAndDotDot | QDir::AllEntries), QStringList());
        }
    }

    void aScriptShowsThatItIsAliveAsLongAsItRuns()
    {
        const auto talk = holdLease("r1");
        QByteArray said;
        while (!said.contains("undock-node: tick")) { // the first comes after some seconds
            const auto piece = talk->read(100ms, {});
            QVERIFY2(piece, "it ended without a sign of life");
            said += piece->err;
        }
    }

    void aNodeWithoutQmIsNamed()
    {
        // qm is not installed where this test runs.
        QCOMPARE(codeOf(call("x")), QStringLiteral("not-a-proxmox-node"));
        QCOMPARE(codeOf(nodeFacts(m_node->shell, vm("101"))), QStringLiteral("not-a-proxmox-node"));
    }

    void theGuestsInputArrivesByteForByte()
    {
        m_node->setQm(finished);
        const QByteArray input = QByteArray("a\0b\n\xff", 5) + QByteArray(100000, 'z');
        QCOMPARE(call(input).value(), QByteArray("hello"));
        QCOMPARE(m_node->read(QStringLiteral("got")), input);
        QCOMPARE(m_node->read(QStringLiteral("args")),
            QByteArray("guest exec 101 --timeout 5 --pass-stdin 1 -- /bin/bash -s\n"));
    }

    void callsToOneVmTakeTurns()
    {
        m_node->setQm(
            "cat >/dev/null; mkdir \"$UNDOCK_NODE_PATH/busy\" || exit 9; sleep 0.3; rmdir \"$UNDOCK_NODE_PATH/busy\"\n"
            "echo '{\"exitcode\":0,\"exited\":1}'");
        std::vector<std::thread> callers;
        std::atomic<int> good = 0;
        for (int i = 0; i < 4; ++i)
            callers.emplace_back([&] {
                LocalExec exec;
                NodeShell shell(exec, false);
                if (NodeQm(shell).call(vm("101"), "x", 5s, {}, {}))
                    ++good;
            });
        for (auto &caller : callers)
            caller.join();
        QCOMPARE(good.load(), 4);
    }

    void qmsTroublesKeepTheirMeaning_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        const auto error
            = [](const char *text) { return QByteArray("cat >/dev/null; echo \"") + text + "\" >&2; exit 255"; };
        QTest::newRow("no agent") << error("No QEMU guest agent configured") << int(Kind::NotReached);
        QTest::newRow("no such vm") << error("Configuration file 'nodes/n/qemu-server/101.conf' does not exist")
                                    << int(Kind::NotReached);
        QTest::newRow("cluster down") << QByteArray(
            "cat >/dev/null; echo 'ipcc_send_rec[1] failed: Connection refused' >&2\n"
            "echo 'Unable to load access control list: Connection refused' >&2; exit 111")
                                      << int(Kind::NotReached);
        QTest::newRow("got timeout") << error("VM 101 qga command 'guest-exec' failed - got timeout")
                                     << int(Kind::Unknown);
        QTest::newRow("pid only") << QByteArray(
            "cat >/dev/null; echo '{\"pid\":12}'; echo 'timeout reached, returning pid' >&2")
                                  << int(Kind::Unknown);
        QTest::newRow("result gone") << error("Agent error: PID ld does not exist") << int(Kind::Unknown);
        QTest::newRow("killed") << QByteArray("kill -9 $$") << int(Kind::Unknown);
        QTest::newRow("garbage") << QByteArray("cat >/dev/null; echo garbage") << int(Kind::Unknown);
    }
    void qmsTroublesKeepTheirMeaning()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, kind);
        m_node->setQm(body);
        const auto answer = call("x");
        QVERIFY(!answer);
        QCOMPARE(int(answer.error().kind), kind);
    }

    void signsOfLifeAreNotPartOfTheAnswer()
    {
        m_node->setQm(
            "cat >/dev/null; sleep 5; echo '{\"exitcode\":0,\"exited\":1,\"out-data\":\"late\"}'; echo x >&2");
        QCOMPARE(call("x").value(), QByteArray("late"));
    }

    void theLastSignOfLifeDelaysNobody()
    {
        m_node->setQm(finished);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(call("x"));
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }

    void aDeletionNeedsALiveLease()
    {
        m_node->setQm(finished);
        QCOMPARE(codeOf(call("x", DeletionGuard{ QStringLiteral("r1"), 1 })), QStringLiteral("lease-not-held"));
        auto lease = holdLease("r1");
        QVERIFY(call("x", DeletionGuard{ QStringLiteral("r1"), 1 }));
        QCOMPARE(codeOf(call("x", DeletionGuard{ QStringLiteral("r2"), 1 })), QStringLiteral("lease-not-held"));
        QCOMPARE(codeOf(call("x", DeletionGuard{ QStringLiteral("r1"), 2 })), QStringLiteral("lease-not-held"));
        lease.reset(); // the card stays, its program is gone
        QCOMPARE(codeOf(call("x", DeletionGuard{ QStringLiteral("r1"), 1 })), QStringLiteral("lease-not-held"));
        QCOMPARE(call("x", DeletionGuard{ QStringLiteral("r1"), 1 }).error().kind, Kind::Refused);
    }

    void anyHoldOnTheNodeStopsADeletion()
    {
        m_node->setQm(finished);
        auto lease = holdLease("r1");
        QVERIFY(placeHold(m_node->shell, hold("205", "r9"), false));
        const auto answer = call("x", DeletionGuard{ QStringLiteral("r1"), 1 });
        QCOMPARE(codeOf(answer), QStringLiteral("hold-present"));
        QVERIFY(answer.error().what.contains(QStringLiteral("205")));
        QVERIFY(call("x")); // what does not delete is not stopped
        QCOMPARE(codeOf(liftHold(m_node->shell, vm("205"), QStringLiteral("r9"), 1)), QStringLiteral("lease-not-held"));
        auto other = holdLease("r9", nullptr, "205");
        QVERIFY(liftHold(m_node->shell, vm("205"), QStringLiteral("r9"), 1));
        QVERIFY(call("x", DeletionGuard{ QStringLiteral("r1"), 1 }));
    }

    void whoWasTakenOverLiftsNoHold()
    {
        auto lease = holdLease("r1");
        QVERIFY(placeHold(m_node->shell, hold("101"), false));
        QCOMPARE(codeOf(liftHold(m_node->shell, vm("101"), QStringLiteral("r1"), 2)), QStringLiteral("lease-not-held"));
        QCOMPARE(codeOf(liftHold(m_node->shell, vm("101"), QStringLiteral("r2"), 1)), QStringLiteral("lease-not-held"));
        QCOMPARE(holds(m_node->shell)->size(), 1);
        QVERIFY(liftHold(m_node->shell, vm("101"), QStringLiteral("r1"), 1));
        QVERIFY(holds(m_node->shell)->isEmpty());
    }

    void theNodeKnowsTheCopiesThatAreInAVmOrOnTheirWay()
    {
        const auto sum = [](char c) { return QByteArray(64, c); };
        const auto kept = [&] { return journalSums(m_node->shell, vm("101"))->sums.join(' '); };
        QVERIFY(journalSums(m_node->shell, vm("101"))->run.isEmpty());
        auto lease = holdLease("r1");
        const auto tell = [&](char c, CopyIs state, const char *run = "r1") {
            return codeOf(keepJournalSum(m_node->shell, vm("101"), QLatin1String(run), 1, sum(c), state));
        };
        QCOMPARE(tell('a', CopyIs::Sent), QStringLiteral("done"));
        QCOMPARE(tell('a', CopyIs::Arrived), QStringLiteral("done"));
        QCOMPARE(journalSums(m_node->shell, vm("101"))->run, QStringLiteral("r1"));
        QCOMPARE(kept(), sum('a'));
        // Until it is known to have arrived, the one before may be the one that lies there.
        QCOMPARE(tell('b', CopyIs::Sent), QStringLiteral("done"));
        QCOMPARE(kept(), sum('a') + ' ' + sum('b'));
        QCOMPARE(tell('c', CopyIs::Sent), QStringLiteral("done"));
        QCOMPARE(tell('c', CopyIs::Sent), QStringLiteral("done"));
        QCOMPARE(kept(), sum('a') + ' ' + sum('b') + ' ' + sum('c'));
        QCOMPARE(tell('c', CopyIs::Arrived), QStringLiteral("done"));
        QCOMPARE(kept(), sum('c'));
        // Nobody but the node's root reads or writes it, and another VM's copies are not this one's.
        const QFileInfo file(m_node->rootPath() + QStringLiteral("/journals/101"));
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        QCOMPARE(QFile::permissions(file.path()) & others, QFile::Permissions());
        QCOMPARE(file.permissions() & others, QFile::Permissions());
        QVERIFY(journalSums(m_node->shell, vm("102"))->run.isEmpty());
        // A run that begins is the VM's newest one from then on.
        lease.reset();
        QTRY_VERIFY2_WITH_TIMEOUT(!leases(m_node->shell)->first().live, "waited for the holder to let go", 20000);
        QVERIFY(overrideLease(m_node->shell, vm("101"), QStringLiteral("li"), QStringLiteral("its desk is gone")));
        QByteArray granted;
        lease = holdLease("r2", &granted);
        QVERIFY2(granted.startsWith("granted 3 "), granted.constData());
        QVERIFY(keepJournalSum(m_node->shell, vm("101"), QStringLiteral("r2"), 3, sum('d'), CopyIs::Sent));
        QCOMPARE(journalSums(m_node->shell, vm("101"))->run, QStringLiteral("r2"));
        QCOMPARE(kept(), sum('d'));
    }

    void manyCopiesThatNeverArriveTakeNoRoomWithoutEnd()
    {
        QDir().mkpath(m_node->rootPath() + QStringLiteral("/journals"));
        auto lease = holdLease("r1");
        QByteArrayList many;
        for (int i = 0; i < 64; ++i)
            many << QByteArray::number(i).rightJustified(64, '0');
        LocalNode::write(
            m_node->rootPath() + QStringLiteral("/journals/101"), "run: r1\nsums: " + many.join(' ') + '\n');
        const QByteArray newest(64, 'f');
        QVERIFY(keepJournalSum(m_node->shell, vm("101"), QStringLiteral("r1"), 1, newest, CopyIs::Sent));
        const auto kept = journalSums(m_node->shell, vm("101"));
        QCOMPARE(kept->sums.size(), 64);
        QCOMPARE(kept->sums.first(), many.first()); // the one that did arrive
        QCOMPARE(kept->sums.last(), newest);
        QVERIFY(!kept->sums.contains(many[1]));
    }

    void whoDoesNotHoldTheVmVouchesForNoCopy()
    {
        const QByteArray sum(64, 'a');
        const auto tell = [&](const char *run, qint64 generation, const QByteArray &what) {
            return codeOf(
                keepJournalSum(m_node->shell, vm("101"), QLatin1String(run), generation, what, CopyIs::Arrived));
        };
        QCOMPARE(tell("r1", 1, sum), QStringLiteral("lease-not-held"));
        auto lease = holdLease("r1");
        QCOMPARE(tell("r1", 2, sum), QStringLiteral("lease-not-held"));
        QCOMPARE(tell("r2", 1, sum), QStringLiteral("lease-not-held"));
        for (const QByteArray &malformed : { QByteArray(), QByteArray(63, 'a'), QByteArray(64, 'A'),
                 "a\nrun: r9\n" + QByteArray(56, 'a'), QByteArray(65, 'a') })
            QCOMPARE(tell("r1", 1, malformed), QStringLiteral("node-script-failed"));
        QVERIFY(!QFileInfo::exists(m_node->rootPath() + QStringLiteral("/journals/101")));
        QCOMPARE(tell("r1", 1, sum), QStringLiteral("done"));
    }

    void aLinkInTheLedgersFolderIsNeitherFollowedNorWritten()
    {
        m_node->write(m_node->path(QStringLiteral("ledger.csv")), "a\n");
        m_node->write(m_node->path(QStringLiteral("victim")), "theirs\n");
        const QString path = m_node->path(QStringLiteral("ledger.csv"));
        const auto before = readSharedFile(m_node->shell, path);
        QVERIFY(before);
        QVERIFY(QFile::link(m_node->path(QStringLiteral("victim")), path + QStringLiteral(".lock")));
        QCOMPARE(codeOf(swapSharedFile(m_node->shell, path, before->sha256, "b\n")), QStringLiteral("file-locked"));
        QCOMPARE(m_node->read(QStringLiteral("ledger.csv")), QByteArray("a\n"));
        QVERIFY(QFile::remove(path + QStringLiteral(".lock")));
        QVERIFY(swapSharedFile(m_node->shell, path, before->sha256, "b\n"));
        QCOMPARE(m_node->read(QStringLiteral("ledger.csv")), QByteArray("b\n"));
        QCOMPARE(m_node->read(QStringLiteral("victim")), QByteArray("theirs\n"));
    }

    void theStateOnTheNodeIsNobodyElses()
    {
        const QString root = m_node->rootPath();
        QVERIFY(placeHold(m_node->shell, hold("101"), true));
        QVERIFY(QFile::setPermissions(
            root, QFile::permissions(root) | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther));
        QVERIFY(placeHold(m_node->shell, hold("102"), true));
        QCOMPARE(
            QFile::permissions(root) & (QFileDevice::ReadOther | QFileDevice::WriteOther), QFileDevice::Permissions());
        if (::geteuid() != 0)
            QSKIP("only root can give a folder away");
        QCOMPARE(::chown(QFile::encodeName(root).constData(), 65534, 65534), 0);
        QCOMPARE(codeOf(placeHold(m_node->shell, hold("103"), true)), QStringLiteral("state-not-ours"));
        QCOMPARE(::chown(QFile::encodeName(root).constData(), 0, 0), 0);
    }

    void whoWasTakenOverResolvesNoHold()
    {
        QVERIFY(placeHold(m_node->shell, hold("101"), true));
        QCOMPARE(
            codeOf(resolveHold(m_node->shell, vm("101"), QStringLiteral("r1"), 1)), QStringLiteral("lease-not-held"));
        auto lease = holdLease("r1");
        for (const auto &[run, generation] : { std::pair<const char *, qint64>{ "r2", 1 }, { "r1", 2 } })
            QCOMPARE(codeOf(resolveHold(m_node->shell, vm("101"), QLatin1String(run), generation)),
                QStringLiteral("lease-not-held"));
        QVERIFY(!holds(m_node->shell)->first().releasable());
        QVERIFY(resolveHold(m_node->shell, vm("101"), QStringLiteral("r1"), 1));
        QVERIFY(holds(m_node->shell)->first().releasable());
    }

    void aNewAcceptanceOpensAgainWhatWasResolved()
    {
        auto lease = holdLease("r1");
        m_node->setQm("echo 'name: x'");
        QVERIFY(placeHold(m_node->shell, hold("101"), true));
        QVERIFY(resolveHold(m_node->shell, vm("101"), QStringLiteral("r1"), 1));
        QVERIFY(placeHold(m_node->shell, hold("101", "r2"), false));
        QVERIFY(holds(m_node->shell)->first().definite);
        QCOMPARE(codeOf(releaseHold(m_node->shell, vm("101"), QStringLiteral("me"), QStringLiteral("because"))),
            QStringLiteral("hold-unresolved"));
    }

    void aHoldWaitsForADeletionThatIsBeingSent()
    {
        m_node->setQm(
            "cat >/dev/null; touch \"$UNDOCK_NODE_PATH/../sending\"; sleep 1.5; touch \"$UNDOCK_NODE_PATH/../sent\"\n"
            "echo '{\"exitcode\":0,\"exited\":1}'");
        auto lease = holdLease("r1");
        std::thread deletion([] {
            LocalExec exec;
            NodeShell shell(exec, false);
            (void)NodeQm(shell).call(vm("101"), "x", 5s, DeletionGuard{ QStringLiteral("r1"), 1 }, {});
        });
        while (!QFileInfo::exists(m_node->path(QStringLiteral("sending"))))
            QTest::qWait(20);
        QVERIFY(placeHold(m_node->shell, hold("205"), true));
        const bool sentBefore = QFileInfo::exists(m_node->path(QStringLiteral("sent")));
        deletion.join();
        QVERIFY(sentBefore);
    }

    void aHoldEndsOnlyAsItMay()
    {
        auto lease = holdLease("r1");
        m_node->setQm("echo 'name: x'");
        const auto &shell = &m_node->shell;
        QVERIFY(placeHold(*shell, hold("101"), true));
        QVERIFY(placeHold(*shell, hold("101", "r2"), false)); // a new attempt begins
        QVERIFY(holds(*shell)->first().definite);
        QCOMPARE(codeOf(releaseHold(*shell, vm("101"), QStringLiteral("me"), QStringLiteral("because"))),
            QStringLiteral("hold-unresolved"));
        QVERIFY(resolveHold(*shell, vm("101"), QStringLiteral("r1"), 1));
        QVERIFY(holds(*shell)->first().releasable());
        QCOMPARE(codeOf(releaseHold(*shell, vm("101"), QStringLiteral("me"), QStringLiteral("  "))),
            QStringLiteral("reason-missing"));
        QVERIFY(releaseHold(*shell, vm("101"), QStringLiteral("me"), QStringLiteral("because")));
        QVERIFY(holds(*shell)->isEmpty());
        QCOMPARE(codeOf(releaseHold(*shell, vm("101"), QStringLiteral("me"), QStringLiteral("x"))),
            QStringLiteral("no-hold"));
        QCOMPARE(QDir(m_node->rootPath() + QStringLiteral("/holds-ended")).entryList(QDir::Files).size(), 1);
    }

    void aNewFailureUndoesAnEarlierResolution()
    {
        auto lease = holdLease("r1");
        const auto &shell = &m_node->shell;
        QVERIFY(placeHold(*shell, hold("101"), true));
        QVERIFY(resolveHold(*shell, vm("101"), QStringLiteral("r1"), 1));
        QVERIFY(placeHold(*shell, hold("101", "r2"), true));
        QVERIFY(!holds(*shell)->first().releasable());
    }

    void aHoldIsReleasedOnlyOfAVmThatIsNowhere_data()
    {
        QTest::addColumn<QByteArray>("qm");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("says");
        const QString list = QStringLiteral("pve/.vmlist");
        const QByteArray others = R"({"version":9,"ids":{"1010":{"node":"n","type":"qemu","version":3}}})";
        const QByteArray absent = notThere;
        QTest::newRow("gone") << absent << list << others << QStringLiteral("done") << QString();
        QTest::newRow("moved") << absent << QStringLiteral("pve/nodes/pve2/qemu-server/101.conf")
                               << QByteArray("x: 1\n") << QStringLiteral("vm-moved") << QStringLiteral("pve2");
        QTest::newRow("moved, says the list")
            << absent << list
            << QByteArray("{\n\"version\": 5,\n\"ids\": {\n\"101\": { \"node\": \"pve3\", "
                          "\"type\": \"qemu\", \"version\": 4 }}\n\n}\n")
            << QStringLiteral("vm-moved") << QStringLiteral("pve3");
        QTest::newRow("a container's number")
            << absent << QStringLiteral("pve/nodes/n/lxc/101.conf") << QByteArray("x: 1\n")
            << QStringLiteral("vm-is-container") << QStringLiteral("container");
        QTest::newRow("a container's, says the list")
            << absent << list << QByteArray(R"({"ids":{"101":{"type":"lxc","node":"pve2"}}})")
            << QStringLiteral("vm-is-container") << QStringLiteral("pve2");
        QTest::newRow("no list") << absent << QStringLiteral("pve/other") << QByteArray()
                                 << QStringLiteral("vm-place-unread") << QStringLiteral(".vmlist");
        QTest::newRow("an empty list") << absent << list << QByteArray() << QStringLiteral("vm-place-unread")
                                       << QStringLiteral("cannot be read");
        QTest::newRow("the cluster restarts")
            << QByteArray("echo 'ipcc_send_rec[1] failed: Connection refused' >&2\n") + absent << list << others
            << QStringLiteral("vm-place-unread") << QStringLiteral("ipcc_send_rec");
        QTest::newRow("another failure") << QByteArray("echo 'snapshot x does not exist' >&2; exit 255") << list
                                         << others << QStringLiteral("vm-place-unread") << QStringLiteral("255");
        QTest::newRow("it is here") << QByteArray("echo 'name: x'") << list << others
                                    << QStringLiteral("hold-unresolved") << QStringLiteral("still exists");
    }
    void aHoldIsReleasedOnlyOfAVmThatIsNowhere()
    {
        QFETCH(QByteArray, qm);
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        QFETCH(QString, says);
        m_node->setQm(qm);
        m_node->setFile(file, content);
        QVERIFY(placeHold(m_node->shell, hold("101"), true));
        const auto released
            = releaseHold(m_node->shell, vm("101"), QStringLiteral("me"), QStringLiteral("VM was destroyed"));
        QTEST(codeOf(released), "code");
        QCOMPARE(holds(m_node->shell)->isEmpty(), released.has_value());
        QVERIFY2(released || inEnglish(released.error().what).contains(says), qPrintable(describe(released.error())));
    }

    void aNodeCutOffFromItsClusterKnowsNothingOfTheOthers()
    {
        m_node->setQm(notThere);
        m_node->setFile(QStringLiteral("pve/.vmlist"), R"({"ids":{}})");
        m_node->setFile(QStringLiteral("pve/.members"), R"({"cluster":{ "name": "c", "nodes": 3, "quorate": 0 }})");
        QVERIFY(placeHold(m_node->shell, hold("101"), true));
        QCOMPARE(codeOf(releaseHold(m_node->shell, vm("101"), QStringLiteral("me"), QStringLiteral("because"))),
            QStringLiteral("vm-place-unread"));
        m_node->setFile(QStringLiteral("pve/.members"), R"({"cluster":{ "name": "c", "nodes": 3, "quorate": 1 }})");
        QVERIFY(releaseHold(m_node->shell, vm("101"), QStringLiteral("me"), QStringLiteral("because")));
    }

    void aHoldThatNeverResolvesIsOverriddenByNameAndReason()
    {
        const QString li = QStringLiteral("李雷");
        m_node->setQm("echo 'agent: 1'\n"); // the VM is there
        QCOMPARE(codeOf(overrideHold(m_node->shell, vm("101"), li, QStringLiteral("why"))), QStringLiteral("no-hold"));
        QVERIFY(placeHold(m_node->shell, hold("101"), true));
        QCOMPARE(codeOf(releaseHold(m_node->shell, vm("101"), li, QStringLiteral("why"))),
            QStringLiteral("hold-unresolved"));
        for (const auto &[name, reason] : { std::pair(li, QStringLiteral("  ")), std::pair(QString(), li) }) {
            QCOMPARE(codeOf(overrideHold(m_node->shell, vm("101"), name, reason)), QStringLiteral("reason-missing"));
            QCOMPARE(holds(m_node->shell)->size(), 1);
        }
        QVERIFY(overrideHold(m_node->shell, vm("101"), li, QStringLiteral("the VM never answers")));
        QVERIFY(holds(m_node->shell)->isEmpty());
        const QString kept = QString::fromUtf8(m_node->read(QStringLiteral("root/overrides")));
        QVERIFY2(
            kept.contains(QStringLiteral("hold of VM 101 overridden by 李雷: the VM never answers")), qPrintable(kept));
    }

    void aLeaseWhoseProgramIsGoneIsOverriddenByNameAndReason()
    {
        const QString li = QStringLiteral("李雷");
        QByteArray granted;
        auto talk = holdLease("r1", &granted);
        QVERIFY(granted.startsWith("granted 1 "));
        QCOMPARE(
            codeOf(overrideLease(m_node->shell, vm("101"), li, QStringLiteral("why"))), QStringLiteral("lease-live"));
        talk.reset();
        QTRY_VERIFY2_WITH_TIMEOUT(!leases(m_node->shell)->first().live, "waited for the holder to let go", 20000);
        LocalNode::write(m_node->rootPath() + QStringLiteral("/cards/101"),
            "vmid: 101\nrun: r1\njob: unknown 07-e-copy\ngeneration: 1\n");
        QCOMPARE(codeOf(overrideLease(m_node->shell, vm("101"), li, QString())), QStringLiteral("reason-missing"));
        QVERIFY(overrideLease(m_node->shell, vm("101"), li, QStringLiteral("the VM never answers")));
        QVERIFY(leases(m_node->shell)->isEmpty());
        QVERIFY(m_node->read(QStringLiteral("root/overrides")).contains("lease of VM 101"));
        // Whoever comes next stands above what the former one may still send.
        auto next = holdLease("r2", &granted);
        QVERIFY2(granted.startsWith("granted 3 "), granted.constData());
    }

    void aJobThatIsOverdueTakesNoSlotAndKeepsItsCard()
    {
        for (const char *number : { "110", "111", "112" }) {
            QDir().mkpath(m_node->rootPath() + QStringLiteral("/cards"));
            LocalNode::write(m_node->rootPath() + QStringLiteral("/cards/") + QLatin1String(number),
                QByteArray("vmid: ") + number + "\nrun: r1\njob: overdue 07-e-copy\ngeneration: 1\n");
        }
        QVERIFY(!leases(m_node->shell)->first().occupiesSlot());
        QByteArray granted;
        auto talk = holdLease("r1", &granted);
        QVERIFY2(granted.startsWith("granted "), granted.constData());
    }

    void whatCannotBeReadIsTheStrongerMark()
    {
        QVERIFY(parseHold("garbage\xff\n").definite);
        QVERIFY(parseLeaseCard("job: \x1b[31m\n").occupiesSlot());
        QVERIFY(!parseLeaseCard("job: none\n").occupiesSlot());
        QVERIFY(!parseLeaseCard("job: finished 07-b-archive\n").occupiesSlot());
    }

    void allVmsAreToldInOneCall()
    {
        QByteArray list = "      VMID NAME                 STATUS     MEM(MB)    BOOTDISK(GB) PID\\n";
        for (int vmid = 101; vmid <= 115; ++vmid)
            list += "       " + QByteArray::number(vmid)
                + " vm name              running    4096              32.00 1\\n";
        m_node->setQm("printf '%s\\n' \"$*\" >>" + bin + "/../calls\n" + "case $1 in list) printf '" + list + "' ;;\n"
            + "config) [ \"$2\" != 107 ] || { echo 'unable to read it' >&2; exit 2; }\n"
            + "printf 'agent: 1\\nname: vm%s\\n' \"$2\" ;; esac\n");
        const auto overview = nodeOverview(m_node->shell);
        QVERIFY2(overview.has_value(), qPrintable(codeOf(overview)));
        QCOMPARE(overview->configs.size(), 14);
        QCOMPARE(overview->configs.value(115), QByteArray("agent: 1\nname: vm115\n"));
        QCOMPARE(overview->troubles.value(107), QStringLiteral("unable to read it"));
        QCOMPARE(m_node->read(QStringLiteral("calls")).trimmed().split('\n').size(), 16);
        QCOMPARE(m_node->shell.traffic().calls, 1);
    }

    void theFactsOfANode()
    {
        m_node->setQm(
            "case $* in list) echo LIST ;; 'config 101 --current') echo 'name: vm' ;;\n"
            "'config 101') echo 'name: pending' ;; 'status 101') echo 'status: running' ;; *) exit 3 ;; esac");
        const auto facts = nodeFacts(m_node->shell, vm("101"));
        QVERIFY2(facts, facts ? "" : qPrintable(describe(facts.error())));
        QCOMPARE(facts->config, QByteArray("name: vm\n")); // the values in force, not those that wait
        QCOMPARE(facts->status, QByteArray("status: running\n"));
        QCOMPARE(facts->list, QByteArray("LIST\n"));
        QVERIFY(facts->clockMs > 1600000000000);
        QVERIFY(!facts->hostName.isEmpty());
        QVERIFY(facts->addresses.isEmpty()); // the guest is not asked without need
    }

    void whatQmSaysBesideItsAnswerIsNoPartOfIt()
    {
        m_node->setQm(
            "echo 'perl: warning: Setting locale failed.' >&2\n"
            "case $1 in list) echo LIST ;; config) echo 'name: vm' ;; status) echo 'status: running' ;; esac");
        const auto facts = nodeFacts(m_node->shell, vm("101"));
        QVERIFY(facts);
        QCOMPARE(facts->config, QByteArray("name: vm\n"));
        QCOMPARE(facts->list, QByteArray("LIST\n"));
    }

    void whatANodeDoesNotTellIsNotEmpty()
    {
        m_node->setQm("echo 'something new' >&2; exit 2");
        const auto facts = nodeFacts(m_node->shell, vm("101"));
        QVERIFY(facts);
        QCOMPARE(facts->vmTrouble, QStringLiteral("something new"));
        QCOMPARE(facts->listTrouble, QStringLiteral("something new"));
        QCOMPARE(facts->statusTrouble, QStringLiteral("something new"));
        QVERIFY(facts->vmPlace.kind == VmPlace::Kind::Unread);
        QVERIFY(facts->vmPlace.why.contains(QStringLiteral("something new")));
        m_node->setQm("exit 9");
        QVERIFY(!nodeFacts(m_node->shell, vm("101"))->listTrouble.isEmpty());
    }

    void whereAVmIsThatTheNodeDoesNotHave()
    {
        using Kind = VmPlace::Kind;
        m_node->setQm("case $1 in list) echo LIST ;; *) " + notThere + " ;; esac");
        const auto place = [this] { return nodeFacts(m_node->shell, vm("101"))->vmPlace; };
        QVERIFY(place().kind == Kind::Unread);
        m_node->setFile(QStringLiteral("pve/.vmlist"), R"({"ids":{"102":{"node":"n","type":"qemu"}}})");
        QVERIFY(place().kind == Kind::Gone);
        m_node->setFile(QStringLiteral("pve/nodes/pve2/qemu-server/101.conf"), "x: 1\n");
        QVERIFY(place().kind == Kind::OtherNode);
        QCOMPARE(place().node, QStringLiteral("pve2"));
        QFile::remove(m_node->path(QStringLiteral("pve/nodes/pve2/qemu-server/101.conf")));
        m_node->setFile(QStringLiteral("pve/nodes/pve1/lxc/101.conf"), "x: 1\n");
        QVERIFY(place().kind == Kind::Container);
        QCOMPARE(place().node, QStringLiteral("pve1"));
    }

    void aClusterFileSystemThatRestartsIsTriedAgain()
    {
        m_node->setQm("echo 'ipcc_send_rec[1] failed: Connection refused' >&2\n"
                      "echo 'Unable to load access control list: Connection refused' >&2; exit 111");
        const auto facts = nodeFacts(m_node->shell, vm("101"));
        QCOMPARE(codeOf(facts), QStringLiteral("cluster-down"));
        QCOMPARE(facts.error().kind, Kind::NotReached);
        QVERIFY(timeHeals(facts.error()));
        QCOMPARE(codeOf(call("x")), QStringLiteral("cluster-down"));
    }

    void theGuestsOwnAddressesAreAskedForInItsTurn()
    {
        m_node->setQm(
            "case $* in list) echo LIST ;; 'config 101 --current') echo 'name: vm' ;;\n"
            "'status 101') echo 'status: running' ;;\n"
            "'guest cmd 101 network-get-interfaces') flock -n \"$UNDOCK_NODE_ROOT/calls/101\" true && exit 9\n"
            "echo '[]' ;; esac");
        const auto facts = nodeFacts(m_node->shell, vm("101"), {}, true);
        QVERIFY(facts);
        QCOMPARE(facts->addresses, QByteArray("[]\n"));
    }

    void bothIptablesAreRead()
    {
        m_node->setQm("true");
        const QByteArray warning = "# Warning: iptables-legacy tables present, use iptables-legacy to see them";
        m_node->setProgram(QStringLiteral("iptables"),
            "[ \"$1\" = -V ] && { echo 'iptables v1.8.9 (nf_tables)'; exit; }\n"
            "echo '"
                + warning
                + "' >&2\n"
                  "echo '-A PREROUTING -p tcp -m tcp --dport 10200 -j DNAT --to-destination 10.10.10.14:22'");
        m_node->setProgram(QStringLiteral("iptables-legacy"),
            "echo '-A PREROUTING -p tcp -m tcp --dport 10201 -j DNAT --to-destination 10.10.10.14:18080'");
        m_node->setProgram(QStringLiteral("nft"), "true");
        m_node->setFile(QStringLiteral("proc-net/ip_tables_names"), "filter\nnat\n");
        auto facts = nodeFacts(m_node->shell, {});
        QVERIFY(facts && facts->natKnown);
        QCOMPARE(facts->natSaid, QStringList{ QString::fromLatin1(warning) });
        QCOMPARE(natRules(*facts).forwards.size(), 2);
        QVERIFY(natRules(*facts).unread.isEmpty());

        // Asked where it has no such table, iptables-legacy would make one.
        m_node->setFile(QStringLiteral("proc-net/ip_tables_names"), "filter\n");
        facts = nodeFacts(m_node->shell, {});
        QCOMPARE(natRules(*facts).forwards.size(), 1);
        QVERIFY(natRules(*facts).unread.isEmpty());

        m_node->setFile(QStringLiteral("proc-net/ip_tables_names"), "nat\n");
        m_node->setProgram(
            QStringLiteral("iptables-legacy"), "echo 'Permission denied (you must be root)' >&2; exit 3");
        facts = nodeFacts(m_node->shell, {});
        QCOMPARE(natRules(*facts).unread, QStringList{ QStringLiteral("Permission denied (you must be root)") });
    }

    void portMappingsThatCouldNotBeReadAreNotNone()
    {
        m_node->setQm("true");
        m_node->setProgram(
            QStringLiteral("iptables"), "echo 'Another app is currently holding the xtables lock.' >&2; exit 4");
        m_node->setProgram(QStringLiteral("nft"), "true");
        const auto facts = nodeFacts(m_node->shell, {});
        QVERIFY(facts && !facts->natKnown);
        QVERIFY(facts->natTrouble.contains(QStringLiteral("xtables lock")));
        QVERIFY(!natRules(*facts).unread.isEmpty());
    }

    void rulesThatNoIptablesShowsAreNamed()
    {
        m_node->setQm("true");
        m_node->setProgram(QStringLiteral("iptables"), "[ \"$1\" != -V ] || echo 'iptables v1.8.9 (nf_tables)'");
        m_node->setProgram(QStringLiteral("nft"),
            "printf 'table ip nat {\\n\\tchain PREROUTING {\\n\\t\\ttcp dport 1 dnat to 10.10.10.14:22\\n\\t}\\n}\\n"
            "table inet bots {\\n\\tchain pre {\\n\\t\\ttcp dport 10200 dnat ip to 10.10.10.14:22\\n\\t}\\n}\\n'");
        const auto facts = nodeFacts(m_node->shell, {});
        QVERIFY(facts);
        QCOMPARE(natRules(*facts).unread, QStringList{ QStringLiteral("tcp dport 10200 dnat ip to 10.10.10.14:22") });
    }

    void aSharedFileChangesOnlyFromWhatWasRead()
    {
        const QString path = m_node->path(QStringLiteral("台账 with space.csv"));
        LocalNode::write(path, "a,b\r\n");
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
        const auto file = readSharedFile(m_node->shell, path);
        QVERIFY2(file, file ? "" : qPrintable(describe(file.error())));
        QCOMPARE(file->content, QByteArray("a,b\r\n"));
        const QByteArray next("\xef\xbb\xbf"
                              "a,\0c\r\n",
            9);
        QVERIFY(swapSharedFile(m_node->shell, path, file->sha256, next));
        QCOMPARE(readSharedFile(m_node->shell, path)->content, next);
        QCOMPARE(codeOf(swapSharedFile(m_node->shell, path, file->sha256, "x")), QStringLiteral("file-changed"));
        QVERIFY(QFileInfo(path).permissions() & QFile::ReadGroup);
        QCOMPARE(codeOf(readSharedFile(m_node->shell, path + QStringLiteral("x"))), QStringLiteral("no-such-file"));
        QCOMPARE(codeOf(readSharedFile(m_node->shell, QStringLiteral("relative"))), QStringLiteral("no-such-file"));
        QCOMPARE(QDir(m_node->path(QString())).entryList({ QStringLiteral("*.tmp.*") }).size(), 0);
    }

    void onlyOneOfManyWritersWins()
    {
        const QString path = m_node->path(QStringLiteral("ledger.csv"));
        LocalNode::write(path, "0");
        const QByteArray sum = readSharedFile(m_node->shell, path)->sha256;
        std::atomic<int> won = 0;
        std::vector<std::thread> writers;
        for (int i = 0; i < 4; ++i)
            writers.emplace_back([&, i] {
                LocalExec exec;
                NodeShell shell(exec, false);
                if (swapSharedFile(shell, path, sum, QByteArray::number(i + 1)))
                    ++won;
            });
        for (auto &writer : writers)
            writer.join();
        QCOMPARE(won.load(), 1);
    }

    void noWordBeyondAsciiReachesQm_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<bool>("goes");
        QTest::newRow("ascii") << QByteArray("a 'b' $(c)\n~\t") << true;
        QTest::newRow("Chinese") << QByteArray("小鸡") << false;
        QTest::newRow("Latin-1") << QByteArray("caf\xe9") << false;
        QTest::newRow("one byte") << QByteArray("\x80") << false;
        QTest::newRow("the last byte") << QByteArray("a\xff") << false;
    }
    void noWordBeyondAsciiReachesQm()
    {
        QFETCH(QByteArray, word);
        QFETCH(bool, goes);
        m_node->setQm("touch \"$UNDOCK_NODE_PATH/../called\"");
        // prelude.sh, and behind it the call as any script makes it.
        QByteArray input = *NodeShell::input(QStringLiteral("shared-file"), { word }, {});
        const auto body = input.lastIndexOf("#!/bin/bash");
        input.replace(body, input.indexOf('\0') - body, "qm guest exec 101 -- \"$1\"\n");
        const auto result = m_node->exec.exec(NodeShell::command(false), input, ExecLimits(), {});
        QVERIFY(result);
        QCOMPARE(result->exit, goes ? 0 : 98);
        QCOMPARE(QFileInfo::exists(m_node->path(QStringLiteral("called"))), goes);
    }

    void everyCallOfQmGoesThroughTheOneFunction()
    {
        // It shadows the program's name. What would go around it: a path, or a program that starts another.
        static const QRegularExpression around(QStringLiteral(
            R"((?m)^(?!\s*#).*(?:[/]qm\b|\b(?:command|exec|timeout|nice|nohup|xargs|env|flock\s+\S+|setsid|sudo|type -P)\s+qm\b))"));
        const QDir folder(QStringLiteral(UNDOCK_SOURCE_DIR "/resources/node"));
        QStringList found;
        for (const QString &name : folder.entryList({ QStringLiteral("*.sh") })) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (auto match = around.globalMatch(QString::fromUtf8(file.readAll())); match.hasNext();)
                found << name + QStringLiteral(": ") + match.next().captured().trimmed();
        }
        QCOMPARE(found.filter(QRegularExpression(QStringLiteral("type -P qm"))).size() + 1, found.size());
        QVERIFY2(found.contains(QStringLiteral("prelude.sh: command qm")), qPrintable(found.join(u'\n')));
    }

    void everyScriptPassesShellcheck()
    {
        QProcess check;
        const QDir folder(QStringLiteral(UNDOCK_SOURCE_DIR "/resources/node"));
        QStringList files;
        for (const QString &name : folder.entryList({ QStringLiteral("*.sh") }))
            files << folder.filePath(name);
        check.start(QStringLiteral("shellcheck"), files);
        if (!check.waitForStarted())
            QSKIP("shellcheck is not installed");
        check.waitForFinished();
        QVERIFY2(check.exitCode() == 0, check.readAllStandardOutput());
    }
};

QTEST_GUILESS_MAIN(NodeScriptsTest)
#include "tst_node_scripts.moc"
