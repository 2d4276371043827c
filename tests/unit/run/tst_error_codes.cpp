#include "core/base/error_codes.h"
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

private:
    static Error error(Kind kind, const char *code) { return { kind, QString::fromLatin1(code), {}, {}, {} }; }
};

QTEST_APPLESS_MAIN(ErrorCodes)
#include "tst_error_codes.moc"
