#include "core/journal/reader.h"
#include "core/record/markdown.h"
#include "core/record/record.h"
#include "core/text/phrase.h"
#include "core/text/redact.h"
#include "journals/recorded_run.h"
#include "journals/step_codes.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace undock;

namespace {

bool hasChinese(const QString &text)
{
    static const QRegularExpression chinese(QStringLiteral("\\p{Han}"));
    return text.contains(chinese);
}

/// Every text of a journal that a record or a window shows in its reader's language, where it is a phrase.
QStringList sentences(const std::vector<JournalEvent> &events)
{
    QStringList told;
    for (const JournalEvent &event : events) {
        for (const Finding &finding : findingsOf(Facts::fromJson(valueAt(event.data, "facts"))))
            told << finding.text;
        for (const Json &warning : valueAt(event.data, "warnings"))
            told << stringAt(warning, "text");
        for (const Json &row : valueAt(event.data, "rows")) {
            const CheckRow check = checkFromJson(row);
            told << check.expected << check.foundSentence() << check.before;
        }
        for (const Json &condition : valueAt(event.data, "conditions"))
            told << stringAt(condition, "detail");
    }
    told.removeDuplicates();
    return told;
}

QString recordOf(const RecordedRun &run, const char *language)
{
    RecordOptions options;
    options.language = QLatin1String(language);
    return toMarkdown(makeRecord(run.events(), options));
}

} // namespace

/// What `./dev samples` recorded in the lab, read by the code that ships.
class RecordedRuns : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void there_is_one_of_each_kind();
    void its_chain_holds_and_nothing_of_a_machine_is_left_data() { eachSample(); }
    void its_chain_holds_and_nothing_of_a_machine_is_left();
    void it_tells_only_what_the_steps_still_send_data() { eachSample(); }
    void it_tells_only_what_the_steps_still_send();
    void every_prefix_of_it_replays_data() { eachSample(); }
    void every_prefix_of_it_replays();
    void its_record_has_one_language_throughout_data() { eachSample(); }
    void its_record_has_one_language_throughout();
    void on_another_vm_and_day_it_is_the_same_run();

private:
    static void eachSample()
    {
        QTest::addColumn<QString>("sample");
        for (const QString &name : RecordedRun::samples())
            QTest::newRow(qPrintable(name)) << name;
    }
};

void RecordedRuns::there_is_one_of_each_kind()
{
    QCOMPARE(RecordedRun::samples(),
        (QStringList{ QStringLiteral("retried"), QStringLiteral("rolled-back"), QStringLiteral("whole") }));
    const RunState whole = RecordedRun::named("whole").state();
    QVERIFY(whole.dockerDeleted() && whole.userAcceptance());
    QCOMPARE(phaseName(whole.phase()), QStringLiteral("deleted"));
    const RecordedRun back = RecordedRun::named("rolled-back");
    QCOMPARE(phaseName(back.state().phase()), QStringLiteral("rolled-back"));
    QCOMPARE(phaseName(back.after(event::acceptance).state().phase()), QStringLiteral("acceptance-failed"));
    const RecordedRun retried = RecordedRun::named("retried");
    QCOMPARE(phaseName(retried.state().phase()), QStringLiteral("awaiting-user"));
    QVERIFY(retried.after(event::paused).state().paused());
    QCOMPARE(phaseName(retried.afterStep("d-install").state().phase()), QStringLiteral("failed"));
}

void RecordedRuns::its_chain_holds_and_nothing_of_a_machine_is_left()
{
    QFETCH(QString, sample);
    QFile file(RecordedRun::pathOf(sample));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    const JournalContents contents = readJournal(bytes);
    QVERIFY2(!contents.damage, qPrintable(contents.damage ? contents.damage->what : QString()));
    QCOMPARE(contents.goodBytes, bytes.size());
    QVERIFY2(bytes.size() < 200 * 1024, "a sample is small");
    QCOMPARE(stringAt(contents.events.front().data, "node"), QStringLiteral("root@node-1.example"));
    QCOMPARE(stringAt(contents.events.front().data, "host"), QStringLiteral("desk-3"));
    // What looks like a secret was taken out before it was written.
    const Redactor redactor;
    for (const JournalEvent &event : contents.events) {
        const QString said = stringAt(event.data, "text");
        QCOMPARE(redactor.redact(said), said);
    }
}

void RecordedRuns::it_tells_only_what_the_steps_still_send()
{
    QFETCH(QString, sample);
    const RecordedRun run = RecordedRun::named(qPrintable(sample));
    for (const JournalEvent &event : run.events()) {
        try {
            stepcodes::refuseUnsent(event);
        } catch (const UnsentCode &unsent) {
            QFAIL(qPrintable(QStringLiteral("line %1: %2 (record it anew: ./dev samples %3)")
                                 .arg(event.seq)
                                 .arg(QString::fromUtf8(unsent.what()), sample)));
        }
    }
}

void RecordedRuns::every_prefix_of_it_replays()
{
    QFETCH(QString, sample);
    const RecordedRun run = RecordedRun::named(qPrintable(sample));
    RunState grown;
    std::vector<JournalEvent> prefix;
    for (const JournalEvent &event : run.events()) {
        prefix.push_back(event);
        grown.apply(event);
        const RunState whole = RunState::of(prefix);
        QCOMPARE(phaseName(grown.phase()), phaseName(whole.phase()));
        for (int stage = 0; stage <= migrationStages; ++stage)
            QVERIFY(grown.stage(static_cast<Stage>(stage)).mark == whole.stage(static_cast<Stage>(stage)).mark);
    }
    QVERIFY(grown.unsettled().empty());
}

void RecordedRuns::its_record_has_one_language_throughout()
{
    QFETCH(QString, sample);
    const RecordedRun run = RecordedRun::named(qPrintable(sample));
    // Written before phrases were: its English sentences are shown as they are, in every language.
    for (const QString &sentence : sentences(run.events()))
        QCOMPARE(inWords(sentence, QStringLiteral("zh_CN")), sentence.trimmed());

    const QString chinese = recordOf(run, "zh"), english = recordOf(run, "en");
    for (const QString &record : { chinese, english }) {
        static const QRegularExpression place(QStringLiteral("%(?:[1-9]|n)\\b"));
        QVERIFY2(!record.contains(place), qPrintable(place.match(record).captured()));
        QVERIFY(untouchedOutsideWords(record));
    }
    QStringList lines;
    for (const QString &line : english.split(QLatin1Char('\n'))) {
        // What the user said is in the user's own words.
        QString ours = line;
        for (const char *theirs : { "王先生", "聊天记录都在，能正常回复", "网页、Telegram" })
            ours.remove(QString::fromUtf8(theirs));
        if (hasChinese(ours))
            lines << line;
    }
    QVERIFY2(lines.isEmpty(), qPrintable(lines.join(QLatin1Char('\n'))));
}

void RecordedRuns::on_another_vm_and_day_it_is_the_same_run()
{
    const RecordedRun run = RecordedRun::named("whole");
    const QDateTime day = QDateTime::fromString(QStringLiteral("2026-02-20T10:00:00.000Z"), Qt::ISODateWithMs);
    const RecordedRun other = run.onVm(134, QStringLiteral("vm-260219-33")).endingAt(day);
    QCOMPARE(other.events().size(), run.events().size());
    const RunState was = run.state(), is = other.state();
    QCOMPARE(is.vmid(), QStringLiteral("134"));
    QVERIFY(is.run().startsWith(QStringLiteral("134-")));
    QCOMPARE(is.fact(u"vm_name"), QStringLiteral("vm-260219-33"));
    QCOMPARE(is.fact(u"ip"), QStringLiteral("10.10.10.44"));
    QCOMPARE(is.fact(u"port_ssh"), QStringLiteral("11700"));
    QCOMPARE(phaseName(is.phase()), phaseName(was.phase()));
    QCOMPARE(other.events().back().at, day);
    QCOMPARE(is.outageMs(u"gateway", day), was.outageMs(u"gateway", run.events().back().at));
    for (const JournalEvent &event : other.events())
        QVERIFY2(!compactJson(event.data).contains(run.run().toUtf8()), "no line names the other run");
}

QTEST_APPLESS_MAIN(RecordedRuns)
#include "tst_recorded_runs.moc"
