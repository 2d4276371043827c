// The node's own scripts against the model that the deletion's proof is made with (tst_no_order_deletes_wrongly).
#include "unit/gate/node_rules.h"

#include "remote/node/holds.h"
#include "remote/node/node_qm.h"
#include "unit/remote/local_node.h"

using namespace undock;
using namespace undock::remote;
using namespace node_rules;
using namespace std::chrono_literals;

namespace {

const Vmid vmid = *Vmid::parse(QStringLiteral("101"));
const QString run = QStringLiteral("r1");

} // namespace

class NodeRulesTest : public QObject {
    Q_OBJECT

    std::unique_ptr<LocalNode> m_node;

    enum Event { Begins, Passes, Fails, IsLost, IsRolledBack, Disappears, Released, ReleasedWithoutReason, events };

    void vmExists(bool exists)
    {
        // What the cluster lists: only a VM that is nowhere in it is gone.
        m_node->setFile(QStringLiteral("pve/.vmlist"), R"({"ids":{}})");
        m_node->setQm(exists
                ? "echo 'agent: 1'\n"
                : "echo \"Configuration file 'nodes/pve/qemu-server/101.conf' does not exist\" >&2; exit 2\n");
    }
    Done place(bool definite)
    {
        return placeHold(m_node->shell,
            { vmid, run, QStringLiteral("li"), QStringLiteral("desk"), QStringLiteral("why") }, definite);
    }
    static QString codeOf(const Done &done) { return done ? QString() : done.error().code; }

    /// The event at the model and at the scripts; what each says where it refuses.
    std::pair<QString, QString> happens(Event event, HoldState &model)
    {
        const auto asked = [&](const Result<HoldState> &answer) {
            if (answer)
                model = *answer;
            return answer ? QString() : answer.error().code;
        };
        switch (event) {
        case Begins:
            model = acceptanceBegan(model);
            return { {}, codeOf(place(false)) };
        case Fails:
            model = acceptanceFailed(model);
            return { {}, codeOf(place(true)) };
        case Passes:
            model = acceptancePassed(model);
            return { {}, codeOf(liftHold(m_node->shell, vmid, run, 1)) };
        case IsLost:
            model = acceptanceUnknown(model);
            return {};
        case IsRolledBack:
            model = rolledBack(model);
            return { {}, codeOf(resolveHold(m_node->shell, vmid, run, 1)) };
        case Disappears:
            model = vmGone(model);
            vmExists(false);
            return {};
        case Released:
            return { asked(released(model, u"a reason")),
                codeOf(releaseHold(m_node->shell, vmid, QStringLiteral("li"), QStringLiteral("a reason"))) };
        case ReleasedWithoutReason:
            return { asked(released(model, u"  ")),
                codeOf(releaseHold(m_node->shell, vmid, QStringLiteral("li"), QStringLiteral("  "))) };
        case events:
            break;
        }
        return {};
    }

    /// What the node's mark says, in the model's words.
    HoldState onNode(HoldState model)
    {
        const auto list = holds(m_node->shell);
        if (!list || list->isEmpty())
            return {};
        HoldState seen{ list->first().definite ? HoldState::Kind::Definite : HoldState::Kind::Provisional,
            list->first().resolved.isEmpty() ? HoldState::Resolved::No : HoldState::Resolved::RolledBack };
        // That a VM is gone is asked of qm at the release and stands in no file.
        if (model.resolved == HoldState::Resolved::Gone)
            seen.resolved = HoldState::Resolved::Gone;
        return seen;
    }

private Q_SLOTS:
    void init()
    {
        m_node = std::make_unique<LocalNode>();
        vmExists(true);
        QDir().mkpath(m_node->rootPath() + QStringLiteral("/cards"));
        LocalNode::write(m_node->rootPath() + QStringLiteral("/cards/101"), "run: r1\ngeneration: 1\njob: none\n");
    }
    void cleanup() { m_node.reset(); }

    void the_scripts_keep_holds_as_the_model_says_data()
    {
        QTest::addColumn<QList<int>>("before");
        const QList<int> ways[]{ {}, { Begins }, { Fails }, { Begins, IsRolledBack }, { Fails, IsRolledBack },
            { Begins, Disappears }, { Fails, Disappears }, { Fails, IsRolledBack, Begins } };
        int number = 0;
        for (const QList<int> &way : ways)
            QTest::addRow("state %d", ++number) << way;
    }
    void the_scripts_keep_holds_as_the_model_says()
    {
        QFETCH(QList<int>, before);
        for (int event = 0; event < events; ++event) {
            cleanup();
            init();
            HoldState model;
            for (const int earlier : before)
                happens(static_cast<Event>(earlier), model);
            const auto [expected, said] = happens(static_cast<Event>(event), model);
            QVERIFY2(said == expected,
                qPrintable(QStringLiteral("event %1: '%2' instead of '%3'").arg(event).arg(said, expected)));
            QVERIFY2(onNode(model) == model, qPrintable(QStringLiteral("after event %1").arg(event)));
        }
    }

    void the_node_sends_a_deletion_as_the_model_says()
    {
        enum Card { None, OtherRun, OtherGeneration, OursDead, Ours };
        for (const bool marked : { false, true }) {
            for (const Card card : { None, OtherRun, OtherGeneration, OursDead, Ours }) {
                cleanup();
                init();
                m_node->setQm("cat >/dev/null; echo '{\"exitcode\":0,\"exited\":1,\"out-data\":\"sent\"}'\n");
                std::vector<NodeHolds::Mark> marks;
                if (marked) {
                    QVERIFY(placeHold(m_node->shell,
                        { *Vmid::parse(QStringLiteral("104")), QStringLiteral("r4"), QStringLiteral("li"),
                            QStringLiteral("desk"), QStringLiteral("why") },
                        true));
                    marks.push_back({ QStringLiteral("104"), QStringLiteral("why") });
                }
                std::optional<CardSeen> seen;
                std::unique_ptr<Conversation> live;
                if (card == None) {
                    QFile::remove(m_node->rootPath() + QStringLiteral("/cards/101"));
                } else {
                    seen = CardSeen{ card == OtherRun ? QStringLiteral("r9") : run, card == OtherGeneration ? 2 : 1,
                        card != OursDead };
                    LocalNode::write(m_node->rootPath() + QStringLiteral("/cards/101"),
                        "run: " + seen->run.toLatin1() + "\ngeneration: " + QByteArray::number(seen->generation)
                            + "\njob: none\n");
                    if (seen->live) {
                        QDir().mkpath(m_node->rootPath() + QStringLiteral("/live"));
                        auto talk = m_node->exec.open("exec 6>>\"" + m_node->rootPath().toLocal8Bit()
                            + "/live/101\"; flock 6; echo held; cat >/dev/null");
                        QVERIFY(talk);
                        live = std::move(*talk);
                        QByteArray out;
                        for (int i = 0; i < 100 && !out.contains("held"); ++i)
                            out += live->read(100ms, {})->out;
                        QVERIFY2(out.contains("held"), "waited for the lease's holder");
                    }
                }
                NodeQm qm(m_node->shell);
                const auto sent = qm.call(vmid, "x", 5s, DeletionGuard{ run, 1 }, {});
                const bool allowed = mayDelete(marks, seen, run, 1);
                QVERIFY2(sent.has_value() == allowed,
                    qPrintable(QStringLiteral("card %1, %2: %3")
                                   .arg(int(card))
                                   .arg(marked ? QStringLiteral("another hold") : QStringLiteral("no hold"),
                                       sent ? QStringLiteral("sent") : sent.error().code)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(NodeRulesTest)
#include "tst_node_rules.moc"
