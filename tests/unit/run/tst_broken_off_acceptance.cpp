#include "engine/run/acceptance.h"

#include <QTest>

using namespace undock;

namespace {

CheckRow after(const char *code)
{
    return brokenOffRow({ Error::Kind::Failed, QString::fromLatin1(code), QStringLiteral("what happened"), {}, {} });
}

} // namespace

class BrokenOffAcceptance : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRebootInTheMiddleDecidesNothing()
    {
        QCOMPARE(after("interrupted").verdict, Verdict::Unknown);
        QCOMPARE(after("died").verdict, Verdict::Unknown);
    }

    void whatTheStepItselfEndedIsAFailure()
    {
        for (const char *code : { "node-vanished", "timed-out", "step-aborted" })
            QCOMPARE(after(code).verdict, Verdict::Failed);
    }

    void undecidedOrFailedItIsNeverGreen()
    {
        QVERIFY(after("interrupted").critical);
        QCOMPARE(after("interrupted").found, QStringLiteral("what happened"));
    }
};

QTEST_GUILESS_MAIN(BrokenOffAcceptance)
#include "tst_broken_off_acceptance.moc"
