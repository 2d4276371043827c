#include "core/record/svg_page.h"
#include "core/record/time_axis.h"
#include "core/record/timeline_svg.h"
#include "journals/journal_builder.h"
#include "journals/recorded_run.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <QTimeZone>
#include <QXmlStreamReader>

#include <algorithm>

using namespace undock;
using Moment = TimelineMoment::Kind;
using Span = TimelineSpan::Kind;

namespace {

/// A whole migration, with what the probe in the VM measured.
JournalBuilder migrated()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("ABC");
    const qint64 down = run.now().toMSecsSinceEpoch();
    run.wait(60).stages("DEFG");
    const qint64 up = run.now().toMSecsSinceEpoch();
    run.event(event::outage, { { "which", "gateway" }, { "from_ms", down }, { "to_ms", up }, { "source", "probe" } })
        .event(
            event::outage, { { "which", "panel" }, { "from_ms", down }, { "to_ms", up - 5000 }, { "source", "probe" } })
        .stages("H")
        .acceptance(true);
    return run;
}

Timeline lineOf(const JournalBuilder &run, const char *language = "en")
{
    RecordOptions options;
    options.language = QLatin1String(language);
    return timelineOf(RunStory(run.events(), withOwnCatalog(options)));
}

std::vector<Moment> kindsOf(const Timeline &line)
{
    std::vector<Moment> kinds;
    for (const TimelineMoment &moment : line.moments)
        kinds.push_back(moment.kind);
    return kinds;
}

QString pictureOf(const JournalBuilder &run, const char *language = "en")
{
    RecordOptions options;
    options.language = QLatin1String(language);
    return timelineSvg(run.events(), options);
}

/// Its texts, in order; empty where it is no XML.
QStringList textsOf(const QString &svg)
{
    QStringList texts;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == QLatin1String("text"))
            texts << reader.readElementText();
    }
    return reader.hasError() ? QStringList() : texts;
}

bool says(const QStringList &texts, const QString &part)
{
    return std::any_of(texts.begin(), texts.end(), [&](const QString &text) { return text.contains(part); });
}

} // namespace

/// One look tells what happened when, and how long users waited.
class TimelineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theMomentsThatCount();
    void bothOutagesWithTheirLengths();
    void withoutAProbeTheStepsTell();
    void whatWasTriedAgainCounts();
    void aStartThatSwitchedNothingIsNoFirstStart();
    void aRollbackBringsDockerBack();
    void aRollbackTakesTheGatewayAwayASecondTime();
    void troubleIsToldByItsStep();
    void pausesAndLossesLast();
    void whatWaitsItsTurnDidNotBegin();
    void theGuestsClockIsBroughtToTheDesks();
    void longWaitsAreCutOut();
    void placesNeverGoBack();
    void itsTextIsTextInBothLanguages();
    void nothingLeavesThePage();
    void hostileWordsStayWords();
    void aBatchHasAllUnderEachOther();
    void aJournalOfNothingHasAPicture();
    void writesPicturesToBeLookedAt();
};

void TimelineTest::theMomentsThatCount()
{
    JournalBuilder run = migrated();
    run.wait(3600).userAccepts().wait(60).stages("I").finished("deleted");
    const Timeline line = lineOf(run);
    QCOMPARE(kindsOf(line),
        (std::vector{
            Moment::Stop, Moment::FirstStart, Moment::AcceptanceGreen, Moment::UserAccepted, Moment::Deletion }));
    QCOMPARE(line.moments[3].text, QStringLiteral("韩梅梅"));
    // Each at the step that did it.
    for (const auto &[kind, stage] : { std::pair(Moment::Stop, Stage::C), std::pair(Moment::FirstStart, Stage::G),
             std::pair(Moment::Deletion, Stage::I) }) {
        const auto moment = std::find_if(
            line.moments.begin(), line.moments.end(), [&](const TimelineMoment &one) { return one.kind == kind; });
        QVERIFY(std::any_of(line.steps.begin(), line.steps.end(), [&](const TimelineStep &step) {
            return step.stage == stage && (step.from == moment->at || step.to == moment->at);
        }));
    }
}

void TimelineTest::bothOutagesWithTheirLengths()
{
    const JournalBuilder run = migrated();
    const Timeline line = lineOf(run);
    const TimelineSpan *gateway = line.newest(Span::GatewayDown), *panel = line.newest(Span::PanelDown);
    QVERIFY(gateway && panel);
    QVERIFY(gateway->measured && !gateway->open);
    QCOMPARE(gateway->from.msecsTo(gateway->to), *run.state().outageMs(u"gateway", run.now()));
    QCOMPARE(panel->from.msecsTo(panel->to), *run.state().outageMs(u"panel", run.now()));
    QVERIFY(gateway->to > panel->to);
    // The same outage, read again, is one.
    JournalBuilder again = migrated();
    const RunState state = again.state();
    for (const Json &outage : state.outages())
        again.event(event::outage, outage);
    QCOMPARE(lineOf(again).spans.size(), line.spans.size());
}

void TimelineTest::withoutAProbeTheStepsTell()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("ABC").wait(30).failStep("d-install", "installer-unreachable");
    const Timeline line = lineOf(run);
    const TimelineSpan *gateway = line.newest(Span::GatewayDown);
    QVERIFY(gateway);
    QVERIFY2(gateway->open, "Docker's version is stopped and nothing answers");
    QVERIFY(!gateway->measured);
    QCOMPARE(gateway->from.msecsTo(gateway->to), *run.state().outageMs(u"gateway", run.state().lastEventAt()));
    JournalBuilder untouched = JournalBuilder::created();
    untouched.stages("AB");
    QVERIFY(lineOf(untouched).spans.empty());
    QVERIFY(says(textsOf(pictureOf(untouched)), QStringLiteral("Nothing was stopped")));
}

void TimelineTest::whatWasTriedAgainCounts()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("AB")
        .failStep("c-policy", "policy-not-set")
        .wait(5)
        .failStep("c-policy", "policy-not-set")
        .wait(5)
        .pass("c-policy");
    std::vector<int> attempts;
    std::vector<Verdict> verdicts;
    for (const TimelineStep &step : lineOf(run).steps) {
        if (step.stage == Stage::C) {
            attempts.push_back(step.attempt);
            verdicts.push_back(step.verdict);
        }
    }
    QCOMPARE(attempts, (std::vector{ 1, 2, 3 }));
    QCOMPARE(verdicts, (std::vector{ Verdict::Failed, Verdict::Failed, Verdict::Passed }));
    const QStringList texts = textsOf(pictureOf(run));
    QVERIFY(says(texts, QStringLiteral("try 2, failed")));
    QVERIFY(says(texts, QStringLiteral("try 3")));
    // What is done again though it went well is no retry.
    JournalBuilder checked = migrated();
    checked.stages("H");
    QVERIFY(says(textsOf(pictureOf(checked)), QStringLiteral("again")));
    QVERIFY(!says(textsOf(pictureOf(checked)), QStringLiteral("try 2")));
}

void TimelineTest::aStartThatSwitchedNothingIsNoFirstStart()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("ABCDEF").pass("g-units").failStep("g-start", "port-taken").wait(20);
    QCOMPARE(kindsOf(lineOf(run)), (std::vector{ Moment::Stop }));
    run.pass("g-start");
    const Timeline line = lineOf(run);
    QCOMPARE(kindsOf(line), (std::vector{ Moment::Stop, Moment::FirstStart }));
    QCOMPARE(line.moments.back().at, line.steps.back().from);
}

void TimelineTest::aRollbackBringsDockerBack()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("ABCDEFGH").acceptance(false).wait(10).stages("R").finished("rolled-back");
    QCOMPARE(kindsOf(lineOf(run)),
        (std::vector{ Moment::Stop, Moment::FirstStart, Moment::AcceptanceFailed, Moment::BackInDocker }));
}

void TimelineTest::aRollbackTakesTheGatewayAwayASecondTime()
{
    const RecordedRun run = RecordedRun::named("rolled-back");
    RecordOptions options;
    options.language = QStringLiteral("en");
    const Timeline line = timelineOf(RunStory(run.events(), withOwnCatalog(options)));
    std::vector<TimelineSpan> down;
    std::copy_if(line.spans.begin(), line.spans.end(), std::back_inserter(down),
        [](const TimelineSpan &span) { return span.kind == Span::GatewayDown; });
    QCOMPARE(down.size(), size_t(2));
    QVERIFY(down[0].to < down[1].from && !down[1].open);
    const auto back = std::find_if(line.moments.begin(), line.moments.end(),
        [](const TimelineMoment &moment) { return moment.kind == Moment::BackInDocker; });
    QVERIFY(back != line.moments.end() && down[1].to <= back->at);
    QVERIFY2(down[1].from.msecsTo(down[1].to) > 5000, "it was down while Docker's version started");
    QVERIFY(says(textsOf(timelineSvg(run.events(), options)), QStringLiteral("1 min 39 s + ")));
    // The failed acceptance is told once, and in words.
    QVERIFY(!says(textsOf(timelineSvg(run.events(), options)), QStringLiteral("acceptance-failed")));
}

void TimelineTest::troubleIsToldByItsStep()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("ABC").event(
        event::trouble, { { "code", "installer-unreachable" }, { "what", "x" }, { "where", "d-install" } });
    QCOMPARE(lineOf(run, "zh").moments.back().text, QStringLiteral("安装 Node 与 OpenClaw (installer-unreachable)"));
}

void TimelineTest::pausesAndLossesLast()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("A").event(event::paused, { { "why", "asked to" } });
    const QDateTime paused = run.events().back().at;
    run.wait(90);
    const QString job = run.begin("b-archive");
    const QDateTime begun = run.events().back().at;
    run.event(event::unknown, { { "job", toStd(job) }, { "code", "link-lost" }, { "why", "no route" } });
    const QDateTime lost = run.events().back().at;
    run.wait(40).event(event::unknown, { { "job", toStd(job) }, { "code", "link-lost" }, { "why", "no route" } });
    run.wait(40).end(job, "passed", "passed");
    const Timeline line = lineOf(run);
    QCOMPARE(line.newest(Span::Paused)->from, paused);
    QCOMPARE(line.newest(Span::Paused)->to, begun);
    QCOMPARE(line.newest(Span::LinkLost)->from, lost);
    QCOMPARE(line.newest(Span::LinkLost)->to, run.events().back().at);
    QCOMPARE(line.spans.size(), size_t(2));
    QVERIFY(!line.newest(Span::LinkLost)->open);

    JournalBuilder still = JournalBuilder::created();
    still.stages("A")
        .event(event::paused, { { "why", "asked to" } })
        .wait(5)
        .event(event::operatorNote, Json::object());
    QVERIFY(lineOf(still).newest(Span::Paused)->open);
}

void TimelineTest::whatWaitsItsTurnDidNotBegin()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("AB").begin("c-policy");
    run.begin("c-stop");
    const Timeline line = lineOf(run);
    QCOMPARE(std::count_if(
                 line.steps.begin(), line.steps.end(), [](const TimelineStep &step) { return step.stage == Stage::C; }),
        1);
    QVERIFY(line.moments.empty());
    // Nor did what the guest never began.
    JournalBuilder refused = JournalBuilder::created();
    refused.stages("AB").end(refused.begin("c-stop"), "failed", "skipped");
    QVERIFY(lineOf(refused).moments.empty());
}

void TimelineTest::theGuestsClockIsBroughtToTheDesks()
{
    const qint64 behind = 7'200'000; // the VM's clock is two hours late
    JournalBuilder late = JournalBuilder::created();
    const QString only = late.begin("a-scan");
    const qint64 told = late.now().toMSecsSinceEpoch() - behind;
    late.end(only, "passed", "passed", Json::array(), { { "began_ms", told - 500 }, { "ended_ms", told } });
    const Timeline line = lineOf(late);
    QCOMPARE(line.steps.front().to, late.events().back().at);
    QCOMPARE(line.steps.front().from.msecsTo(line.steps.front().to), 500);
}

void TimelineTest::longWaitsAreCutOut()
{
    const QDateTime at = QDateTime::fromString(QStringLiteral("2026-02-20T01:30:00.000Z"), Qt::ISODateWithMs);
    const TimeAxis axis(
        { { at, at.addSecs(60) }, { at.addSecs(65), at.addSecs(120) }, { at.addDays(3), at.addDays(3).addSecs(30) } },
        0, 600);
    QCOMPARE(axis.cuts().size(), size_t(1));
    QCOMPARE(axis.cuts().front().ms, at.addSecs(120).msecsTo(at.addDays(3)));
    // Three days take less room than a minute of work.
    QVERIFY(axis.x(at.addDays(3)) - axis.x(at.addSecs(120)) < axis.x(at.addSecs(60)) - axis.x(at));
    const auto ticks = axis.ticks(QTimeZone::utc(), 80);
    QVERIFY(!ticks.empty());
    for (size_t n = 1; n < ticks.size(); ++n)
        QVERIFY2(ticks[n].x - ticks[n - 1].x >= 80, "labels that overlap are read by nobody");
}

void TimelineTest::placesNeverGoBack()
{
    const QDateTime at = QDateTime::fromString(QStringLiteral("2026-02-20T01:30:00.000Z"), Qt::ISODateWithMs);
    std::vector<TimeAxis::Busy> busy;
    quint32 state = 7;
    QDateTime now = at;
    for (int n = 0; n < 200; ++n) {
        state = state * 1664525 + 1013904223;
        now = now.addMSecs((state >> 8) % (n % 9 == 0 ? 40'000'000 : 30'000));
        busy.push_back({ now, now.addMSecs(state % 20'000) });
    }
    const TimeAxis axis(busy, 16, 704);
    double before = -1;
    for (QDateTime time = at.addSecs(-60); time < now.addSecs(3600); time = time.addSecs(120)) {
        const double x = axis.x(time);
        QVERIFY(x >= before && x >= 15.9 && x <= 704.1);
        before = x;
    }
}

void TimelineTest::itsTextIsTextInBothLanguages()
{
    JournalBuilder run = migrated();
    run.userAccepts();
    const QStringList english = textsOf(pictureOf(run)), chinese = textsOf(pictureOf(run, "zh"));
    for (const char *part : { "Gateway down", "Panel down", "Stop Docker", "Accepted by the user: 韩梅梅", "1 min" })
        QVERIFY2(says(english, QString::fromUtf8(part)), part);
    for (const char *part : { "网关停机", "面板停机", "停 Docker", "用户验收：韩梅梅", "1 分" })
        QVERIFY2(says(chinese, QString::fromUtf8(part)), part);
    QVERIFY(!says(chinese, QStringLiteral("Gateway")));
    // The length of the outage stands in words, not only as a bar.
    RecordOptions options;
    options.language = QStringLiteral("en");
    const RunStory story(run.events(), options);
    QVERIFY(says(english, story.duration(*run.state().outageMs(u"gateway", run.now()))));
}

void TimelineTest::nothingLeavesThePage()
{
    JournalBuilder run = migrated();
    run.wait(100'000).userAccepts().wait(100'000).stages("I");
    for (int n = 0; n < 30; ++n)
        run.wait(3000).event(event::trouble, { { "code", "node-away" }, { "what", "x" } });
    for (const char *language : { "en", "zh" }) {
        const QString svg = pictureOf(run, language);
        QXmlStreamReader reader(svg);
        double height = 0;
        while (!reader.atEnd()) {
            if (reader.readNext() != QXmlStreamReader::StartElement)
                continue;
            const auto number
                = [&](const char *name) { return reader.attributes().value(QLatin1String(name)).toDouble(); };
            if (reader.name() == QLatin1String("svg")) {
                height = number("height");
            } else if (reader.name() == QLatin1String("rect")) {
                QVERIFY(number("x") >= 0 && number("x") + number("width") <= SvgPage::pageWidth + 0.2);
                QVERIFY(number("y") + number("height") <= height + 0.2);
            } else if (reader.name() == QLatin1String("text")) {
                const double x = number("x"), size = number("font-size"), y = number("y");
                const QString anchor = reader.attributes().value(QLatin1String("text-anchor")).toString();
                const QString text = reader.readElementText();
                const double width = SvgPage::widthOf(text, size);
                const double left = anchor == QLatin1String("end") ? x - width
                    : anchor == QLatin1String("middle")            ? x - width / 2
                                                                   : x;
                QVERIFY2(left >= 0 && left + width <= SvgPage::pageWidth && y <= height, qPrintable(text));
            }
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    }
}

void TimelineTest::hostileWordsStayWords()
{
    JournalBuilder run = JournalBuilder::created();
    run.pass("a-node", Json::array({ Json::array({ "vm_name", "<script>alert(1)</script>\x1b[31m&\xef\xbf\xbe" }) }))
        .event(event::trouble, { { "code", "</text><image href='x'/>" }, { "what", "x" } })
        .event(event::accepted, { { "by", "password=hunter2hunter2 \xe2\x80\xae" } });
    const QString svg = pictureOf(run);
    QVERIFY(!svg.contains(QStringLiteral("<script")));
    QVERIFY(!svg.contains(QStringLiteral("<image")));
    QVERIFY(!svg.contains(QChar(0x1b)) && !svg.contains(QChar(0x202e)) && !svg.contains(QChar(0xfffe)));
    QVERIFY(!svg.contains(QStringLiteral("hunter2")));
    QVERIFY(says(textsOf(svg), QStringLiteral("<script>")));
}

void TimelineTest::aBatchHasAllUnderEachOther()
{
    std::vector<std::vector<JournalEvent>> runs;
    for (int n = 0; n < 40; ++n) {
        JournalBuilder run = JournalBuilder::created(std::to_string(100 + n).c_str());
        runs.push_back(n % 4 == 0 ? run.stages("AB").events() : run.stages("ABCDEFGH").acceptance(true).events());
    }
    RecordOptions options;
    options.language = QStringLiteral("en");
    const QStringList texts = textsOf(batchTimelineSvg(runs, options));
    for (int n = 0; n < 40; ++n)
        QVERIFY(says(texts, QStringLiteral("VM %1").arg(100 + n)));
    QCOMPARE(std::count_if(texts.begin(), texts.end(),
                 [](const QString &text) { return text.startsWith(QStringLiteral("down ")); }),
        30);
}

void TimelineTest::aJournalOfNothingHasAPicture()
{
    RecordOptions options;
    QVERIFY(!textsOf(timelineSvg(std::vector<JournalEvent>(), options)).isEmpty());
    QVERIFY(!textsOf(batchTimelineSvg({}, options)).isEmpty());
}

/// UNDOCK_OUT=FOLDER tst_timeline writesPicturesToBeLookedAt: those that a person has to see before a change of the
/// drawing is done, in both languages.
void TimelineTest::writesPicturesToBeLookedAt()
{
    const QString out = qEnvironmentVariable("UNDOCK_OUT");
    if (out.isEmpty())
        QSKIP("no folder given");
    JournalBuilder hard = JournalBuilder::created("103");
    hard.stages("AB").failStep("c-policy", "policy-not-set").wait(5).failStep("c-policy", "policy-not-set").wait(5);
    hard.pass("c-policy").event(event::paused, { { "why", "asked to" } }).wait(400);
    hard.pass("c-stop").pass("c-supplement").pass("c-manifest");
    const QString job = hard.begin("d-install");
    hard.wait(20).event(event::unknown, { { "job", toStd(job) }, { "code", "link-lost" }, { "why", "no route" } });
    hard.wait(45).end(job, "passed", "passed").stages("EFGH").acceptance(true).wait(7200).userAccepts();
    const QStringList kinds{ QStringLiteral("whole"), QStringLiteral("rolled-back"), QStringLiteral("retried") };
    std::vector<std::vector<JournalEvent>> forty;
    for (int n = 0; n < 40; ++n) {
        const QDateTime end = QDateTime(QDate(2026, 11, 30), QTime(9, 0), Qt::UTC).addSecs((n / 2) * 250 + n % 2 * 40);
        forty.push_back(
            RecordedRun::named(qPrintable(kinds[n % 7 == 3 ? 1
                                       : n % 11 == 5       ? 2
                                                           : 0]))
                .onVm(101 + n, QStringLiteral("vm-2602%1-%2").arg(n / 10 + 10).arg(n, 2, 10, QLatin1Char('0')))
                .endingAt(end)
                .events());
    }
    for (const char *language : { "zh", "en" }) {
        RecordOptions options;
        options.language = QLatin1String(language);
        const std::pair<const char *, QString> pictures[]
            = { { "short", timelineSvg(RecordedRun::named("whole").events(), options) },
                  { "hard", timelineSvg(hard.events(), options) },
                  { "rolled-back", timelineSvg(RecordedRun::named("rolled-back").events(), options) },
                  { "forty", batchTimelineSvg(forty, options) } };
        for (const auto &[name, svg] : pictures) {
            QFile file(QDir(out).filePath(QStringLiteral("%1-%2.svg").arg(QLatin1String(name), options.language)));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(svg.toUtf8()) > 0);
        }
    }
}

QTEST_GUILESS_MAIN(TimelineTest)
#include "tst_timeline.moc"
