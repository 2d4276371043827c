#include "engine/queue/schedule.h"

#include <QTest>

using namespace undock;
using Why = Wait::Why;

namespace {

const QDateTime now = QDateTime::fromString(QStringLiteral("2026-02-20T01:30:00Z"), Qt::ISODate);

Candidate asks(const char *vm)
{
    Candidate candidate;
    candidate.run = QStringLiteral("run of ") + QLatin1String(vm);
    candidate.vm = *VmId::parse(u"root@192.0.2.1", QLatin1String(vm).toString());
    candidate.pending = true;
    candidate.migrates = true;
    return candidate;
}

Candidate works(const char *vm)
{
    Candidate candidate = asks(vm);
    candidate.pending = false;
    candidate.working = true;
    return candidate;
}

/// Stands in the queue, wants nothing.
Candidate rests(const char *vm)
{
    Candidate candidate = asks(vm);
    candidate.pending = candidate.migrates = false;
    return candidate;
}

/// The VMs that begin, in their order.
QString started(const std::vector<Candidate> &candidates, const ScheduleRules &rules)
{
    const Schedule schedule = makeSchedule(candidates, rules, now);
    QStringList vms;
    for (const QString &run : schedule.start)
        vms << run.mid(7);
    return vms.join(QLatin1Char(' '));
}

std::vector<Why> waits(const std::vector<Candidate> &candidates, const ScheduleRules &rules)
{
    std::vector<Why> all;
    for (const Wait &wait : makeSchedule(candidates, rules, now).waits)
        all.push_back(wait.why);
    return all;
}

constexpr ScheduleRules two{ 2, false, false };
constexpr ScheduleRules canary{ 3, false, true };

} // namespace

class ScheduleTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void as_many_begin_as_there_are_workers_in_the_order_of_the_queue()
    {
        const std::vector<Candidate> four{ asks("101"), asks("102"), asks("103"), asks("104") };
        QCOMPARE(started(four, two), QStringLiteral("101 102"));
        QCOMPARE(started(four, { 1, false, false }), QStringLiteral("101"));
        QCOMPARE(started(four, { 9, false, false }), QStringLiteral("101 102 103"));
        QCOMPARE(waits(four, two), (std::vector<Why>{ Why::Nothing, Why::Nothing, Why::Worker, Why::Worker }));
        QCOMPARE(started({ asks("101"), works("102"), asks("103") }, two), QStringLiteral("101"));
    }
    void two_runs_of_one_vm_never_work_together()
    {
        QCOMPARE(started({ asks("101"), asks("101") }, two), QStringLiteral("101"));
        QCOMPARE(started({ works("101"), asks("101") }, two), QString());
        QCOMPARE(waits({ works("101"), asks("101") }, two).back(), Why::SameVm);
    }
    void what_waits_for_its_time_or_its_node_holds_no_worker()
    {
        Candidate later = asks("101");
        later.notBefore = now.addSecs(60);
        Candidate unreachable = asks("102");
        unreachable.retryAt = now.addSecs(5);
        QCOMPARE(started({ later, unreachable, asks("103"), asks("104") }, two), QStringLiteral("103 104"));
        later.notBefore = now;
        unreachable.retryAt = now.addSecs(-1);
        QCOMPARE(started({ later, unreachable }, two), QStringLiteral("101 102"));
    }
    void a_paused_queue_begins_nothing_and_says_that_a_person_is_waited_for()
    {
        const Schedule schedule = makeSchedule({ asks("101"), asks("102") }, { 3, true, false }, now);
        QVERIFY(schedule.start.empty());
        for (const Wait &wait : schedule.waits) {
            QCOMPARE(wait.why, Why::Paused);
            QVERIFY(!wait.endsByItself());
        }
    }
    void one_goes_first_and_the_rest_after_its_acceptance()
    {
        QCOMPARE(started({ asks("101"), asks("102"), asks("103") }, canary), QStringLiteral("101"));
        const Schedule behind = makeSchedule({ works("101"), asks("102") }, canary, now);
        QCOMPARE(behind.waits.back().why, Why::Canary);
        QVERIFY(behind.waits.back().endsByItself());
        Candidate passed = rests("101");
        passed.proven = true;
        QCOMPARE(started({ passed, asks("102"), asks("103") }, canary), QStringLiteral("102 103"));
    }
    void when_the_first_did_not_pass_the_rest_wait_for_a_person()
    {
        Candidate ended = rests("101");
        ended.unproven = true;
        const Schedule schedule = makeSchedule({ ended, asks("102"), asks("103") }, canary, now);
        QVERIFY(schedule.start.empty());
        QCOMPARE(schedule.waits.back().why, Why::CanaryEnded);
        QVERIFY(!schedule.waits.back().endsByItself());
        // Without the rule, or when it has left the queue, they begin; it may itself be gone on with.
        QCOMPARE(started({ ended, asks("102") }, two), QStringLiteral("102"));
        QCOMPARE(started({ asks("102"), asks("103") }, canary), QStringLiteral("102"));
        Candidate again = asks("101");
        again.unproven = true;
        QCOMPARE(started({ asks("102"), again, asks("103") }, canary), QStringLiteral("101"));
        // Not even two of them keep each other waiting.
        Candidate other = asks("102");
        other.unproven = true;
        QCOMPARE(started({ again, other }, canary), QStringLiteral("101"));
    }
    void a_vm_whose_docker_is_stopped_waits_for_no_canary()
    {
        Candidate inTheMiddle = asks("102");
        inTheMiddle.stopped = true;
        QCOMPARE(started({ works("101"), inTheMiddle, asks("103") }, canary), QStringLiteral("102"));
        Candidate ended = rests("101");
        ended.unproven = true;
        QCOMPARE(started({ ended, inTheMiddle, asks("103") }, canary), QStringLiteral("102"));
    }
    void other_work_than_a_migration_waits_for_no_canary()
    {
        Candidate scan = asks("102");
        scan.migrates = false;
        QCOMPARE(started({ works("101"), scan, asks("103") }, canary), QStringLiteral("102"));
    }
};

QTEST_APPLESS_MAIN(ScheduleTests)
#include "tst_schedule.moc"
