#include "engine/ledger/ledger_update.h"
#include "engine/run/connection.h"

#include "journals/journal_builder.h"
#include "unit/remote/local_node.h"

#include <QTest>

using namespace undock;

namespace {

struct Nobody final : Prompter {
    bool trustHost(const QString &, const QString &) override { return false; }
    std::optional<QString> secret(const SecretPrompt &) override { return {}; }
};

} // namespace

/// A table on this desk and the journal of a run over VM 102, with the program that ends whenever a test says so.
class LedgerUpdateTest : public QObject {
    Q_OBJECT

    static inline const QByteArray docker = "VMID,状态\n102,Docker\n103,Docker\n";
    static inline const QByteArray direct = "VMID,状态\n102,direct\n103,Docker\n";
    static inline const QByteArray deleted = "VMID,状态\n102,deleted\n103,Docker\n";

    std::unique_ptr<remote::LocalNode> m_node;
    std::unique_ptr<JournalWriter> m_journal;

    QString path() const { return m_node->path(QStringLiteral("ledger.csv")); }
    QByteArray table() const { return m_node->read(QStringLiteral("ledger.csv")); }
    void setTable(const QByteArray &bytes) { remote::LocalNode::write(path(), bytes); }
    QStringList told() const
    {
        QStringList types;
        for (const JournalEvent &event : m_journal->events())
            types << event.type;
        return types.mid(1);
    }
    RunState state() const { return RunState::of(m_journal->events()); }

    template <class F> auto with(F use)
    {
        const auto parameters = *runParametersFromJson(state().params());
        Nobody nobody;
        Connection connection(parameters.node, parameters.vmid, {}, nobody);
        RunControl control;
        const StepCatalog catalog = *StepCatalog::builtIn();
        RunSession session(*m_journal, catalog, parameters, connection, control, {});
        const QueueView queue;
        TaskContext context{ session, queue, QStringLiteral("test"), path(), {}, Reach::overSsh(), nobody };
        return use(context);
    }
    void update(const char *status)
    {
        with([&](TaskContext &context) { updateLedger(context, QString::fromLatin1(status)); });
    }
    TaskOutcome undo()
    {
        return with([](TaskContext &context) { return undoLedger(context); });
    }
    /// What is left when the program ends between its intention and the table's answer.
    void onlyIntend(const char *status)
    {
        update(status);
        std::vector<JournalEvent> events = m_journal->events();
        QCOMPARE(events.back().type, QLatin1String(event::ledger));
        events.pop_back();
        writeJournal(events);
        QVERIFY(state().ledgerIntended());
    }
    void writeJournal(const std::vector<JournalEvent> &events)
    {
        m_journal.reset();
        QFile::remove(m_node->path(QStringLiteral("journal.jsonl")));
        m_journal = *JournalWriter::open(m_node->path(QStringLiteral("journal.jsonl")));
        for (const JournalEvent &event : events)
            QVERIFY(m_journal->append(event.type.toLatin1().constData(), event.data));
    }

private Q_SLOTS:
    void init()
    {
        m_node = std::make_unique<remote::LocalNode>();
        writeJournal(JournalBuilder::created().events());
        setTable(docker);
    }
    void cleanup()
    {
        m_journal.reset();
        m_node.reset();
    }

    void the_intention_is_on_disk_before_the_table_changes()
    {
        QByteArray then;
        m_journal->setObserver([&](const JournalEvent &event) {
            if (event.is(event::ledgerIntended))
                then = table();
        });
        update("direct");
        QCOMPARE(then, docker);
        QCOMPARE(table(), direct);
        QCOMPARE(told(), (QStringList{ QStringLiteral("ledger-intended"), QStringLiteral("ledger") }));
        QVERIFY(!state().ledgerIntended());
    }

    void an_update_that_changes_nothing_is_not_told()
    {
        setTable(direct);
        update("direct");
        QCOMPARE(told(), QStringList());
    }

    void an_update_whose_end_was_not_journaled_can_be_taken_back()
    {
        update("direct");
        onlyIntend("deleted");
        QCOMPARE(table(), deleted);
        QCOMPARE(undo().kind, TaskOutcome::Kind::Succeeded);
        QCOMPARE(table(), direct);
        QCOMPARE(undo().kind, TaskOutcome::Kind::Succeeded);
        QCOMPARE(table(), docker);
        QCOMPARE(undo().error.code, QStringLiteral("ledger-no-undo"));
    }

    void an_update_that_was_never_made_takes_nothing_else_back_with_it()
    {
        update("direct");
        onlyIntend("deleted");
        setTable(direct);
        update("deleted");
        QCOMPARE(table(), deleted);
        QCOMPARE(undo().kind, TaskOutcome::Kind::Succeeded);
        QCOMPARE(table(), direct);
    }

    void an_update_whose_end_was_not_journaled_is_told_by_the_next_one()
    {
        onlyIntend("direct");
        update("direct");
        QCOMPARE(table(), direct);
        QVERIFY(!state().ledgerIntended());
        QCOMPARE(state().ledgerChanges().size(), 1u);
    }

    void a_row_that_somebody_changed_meanwhile_stays_theirs()
    {
        onlyIntend("direct");
        const QByteArray theirs = "VMID,状态\n102,ours\n103,Docker\n";
        setTable(theirs);
        QCOMPARE(undo().kind, TaskOutcome::Kind::Refused);
        QCOMPARE(table(), theirs);
    }
};

QTEST_GUILESS_MAIN(LedgerUpdateTest)
#include "tst_ledger_update.moc"
