#include "core/base/error_codes.h"
#include "core/text/code_words.h"
#include "engine/run/worker.h"

#include <QTest>

using namespace undock;
using Kind = Error::Kind;

/// What the program does about an error by itself is one table, whoever asks.
class ErrorCodes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void time_heals_a_way_that_is_broken_but_no_refusal()
    {
        for (const char *code : { "refused", "no-route", "connect-timeout", "connect-failed", "key-exchange-failed",
                 "link-lost", "peer-silent", "jump-failed", "dns", "cluster-down" })
            QVERIFY2(timeHeals(error(Kind::NotReached, code)), code);
        for (const char *code : { "auth-failed", "host-key-changed", "identity-unreadable", "no-such-vm",
                 "qm-no-such-vm", "vm-moved", "login-shell-stuck", "" })
            QVERIFY2(!timeHeals(error(Kind::NotReached, code)), code);
    }

    void the_queue_waits_only_where_nothing_was_asked()
    {
        for (const char *code : { "refused", "jump-failed", "cluster-down", "link-lost" }) {
            QVERIFY2(worthWaitingFor({ TaskOutcome::Kind::Unknown, error(Kind::NotReached, code) }), code);
            QVERIFY2(!worthWaitingFor({ TaskOutcome::Kind::Unknown, error(Kind::Unknown, code) }), code);
        }
        QVERIFY(worthWaitingFor({ TaskOutcome::Kind::Refused, error(Kind::Refused, "slots-full") }));
        QVERIFY(!worthWaitingFor({ TaskOutcome::Kind::Refused, error(Kind::NotReached, "auth-failed") }));
    }

    /// One mapping, for tasks and for the command line's exit codes: 1 failed, 2 bad input, 3 unknown, 4 refused.
    void an_error_ends_a_task_by_what_is_known_of_its_effect()
    {
        const auto ends = [](Kind kind) { return int(TaskOutcome::of(error(kind, "some-code")).kind); };
        QCOMPARE(ends(Kind::Failed), 1);
        QCOMPARE(ends(Kind::BadInput), 2);
        QCOMPARE(ends(Kind::Unknown), 3);
        QCOMPARE(ends(Kind::NotReached), 3);
        QCOMPARE(ends(Kind::Refused), 4);
        QCOMPARE(TaskOutcome::of(error(Kind::Refused, "slots-full")).error.code, QStringLiteral("slots-full"));
    }

    void what_a_person_may_accept_is_not_tried_again()
    {
        for (const char *code : { "copy-unproven", "sources-differ" }) {
            const Error told = error(Kind::Refused, code);
            QVERIFY2(personMayAccept(told) && !waitsForItsTurn(told) && !timeHeals(told), code);
        }
    }

    void the_table_has_words_for_each_of_its_codes()
    {
        for (const char *code : { "slots-full", "vm-taken", "lease-lost", overdueCode, "output-withheld",
                 "config-changed", "container-changed", "interrupted", "died", "copy-unproven" })
            QVERIFY2(!codeTitle(QString::fromLatin1(code), QStringLiteral("en")).isEmpty(), code);
    }

private:
    static Error error(Kind kind, const char *code) { return { kind, QString::fromLatin1(code), {}, {}, {} }; }
};

QTEST_APPLESS_MAIN(ErrorCodes)
#include "tst_error_codes.moc"
