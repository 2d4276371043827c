#include "gui/text/code_texts.h"
#include "gui/widgets/output_view.h"
#include "gui/widgets/run_output.h"
#include "support/sample_desk.h"

#include <QScrollBar>
#include <QTest>

#include <ctime>
#include <memory>

using namespace undock::gui;

namespace {

/// The time this program worked: what else the machine does is not our stall.
class CpuTime {
public:
    qint64 elapsed() const { return qint64(std::clock() - m_begun) * 1000 / CLOCKS_PER_SEC; }

private:
    std::clock_t m_begun = std::clock();
};

} // namespace

class TestOutput : public QObject {
    Q_OBJECT

    /// A run with so many pieces of output, each of so many lines that name the VM.
    static QString put(test::SampleDesk &desk, const QString &vmid, int pieces, int lines)
    {
        JournalBuilder maker(vmid, QStringLiteral("vm"), QDateTime::currentDateTimeUtc());
        maker.event(undock::event::begin, { { "job", "01-b-archive" }, { "step", "b-archive" }, { "stage", "B" } });
        for (int piece = 0; piece < pieces; ++piece) {
            QString text;
            for (int line = 0; line < lines; ++line)
                text += QStringLiteral("%1: line %2\n").arg(vmid).arg(piece * lines + line);
            maker.event(undock::event::output, { { "job", "01-b-archive" }, { "text", undock::toStd(text) } });
        }
        desk.put(maker);
        return maker.run();
    }

private Q_SLOTS:
    void linesComeInPieces()
    {
        OutputBuffer buffer;
        buffer.append(QStringLiteral("one\ntw"));
        buffer.append(QStringLiteral("o\nthree"));
        QCOMPARE(buffer.lineCount(), 3);
        QCOMPARE(buffer.line(1).text, QStringLiteral("two"));
        QCOMPARE(buffer.line(2).text, QStringLiteral("three"));
    }

    void nothingOfATerminalGetsThrough()
    {
        OutputBuffer buffer;
        buffer.append(QStringLiteral("\x1b[31mred\x1b[0m \u202egnp.exe\u0007\nbar 10%\rbar 90%\n"));
        QCOMPARE(buffer.line(0).text, QStringLiteral("red gnp.exe"));
        QCOMPARE(buffer.line(1).text, QStringLiteral("bar 90%"));
    }

    void theHeadingsOfAChainComeAsItsJobsDo()
    {
        const QStringList steps{ QStringLiteral("c-probe"), QStringLiteral("c-policy"), QStringLiteral("c-stop") };
        test::SampleDesk desk;
        const JournalBuilder maker(QStringLiteral("102"), QStringLiteral("vm"), QDateTime::currentDateTimeUtc());
        desk.put(maker);
        RunOutput outputs(desk);
        const auto shown = outputs.of(maker.run());
        QTRY_VERIFY(!shown->isLoading());
        const auto job = [](const QString &step) { return "01-" + undock::toStd(step); };
        for (const QString &step : steps)
            desk.append(maker.run(), undock::event::begin,
                { { "job", job(step) }, { "step", undock::toStd(step) }, { "stage", "C" } });
        QCOMPARE(shown->lineCount(), 1);
        for (const QString &step : steps)
            desk.append(maker.run(), undock::event::end, { { "job", job(step) }, { "state", "passed" } });
        QCOMPARE(shown->lineCount(), int(steps.size()));
        for (int i = 0; i < steps.size(); ++i)
            QVERIFY2(shown->line(i).text.endsWith(CodeTexts::step(steps[i])), qPrintable(shown->line(i).text));
    }

    void aLongJournalIsReadBesideTheWindow()
    {
        test::SampleDesk desk;
        const QString run = put(desk, QStringLiteral("102"), 1000, 250);
        RunOutput outputs(desk);
        const auto shown = outputs.of(run);
        QVERIFY(shown->isLoading()); // the window has it back before a line was read
        QCOMPARE(shown->lineCount(), 0);
        // What comes meanwhile is in the journal as well, and stands there once.
        desk.append(run, undock::event::output, { { "job", "01-b-archive" }, { "text", "the last line\n" } });
        QTRY_VERIFY(!shown->isLoading());
        QCOMPARE(shown->lineCount(), OutputLines::maxLines);
        QCOMPARE(shown->line(shown->lineCount() - 1).text, QStringLiteral("the last line"));
        QCOMPARE(shown->line(shown->lineCount() - 2).text, QStringLiteral("102: line 249999"));
        QCOMPARE(shown->line(0).text, QStringLiteral("102: line 50001"));
    }

    void anEventReadFromTheJournalAddsNothingWhenItArrivesLate()
    {
        test::SampleDesk desk;
        const QString run = put(desk, QStringLiteral("102"), 1, 3);
        RunOutput outputs(desk);
        const auto shown = outputs.of(run);
        QTRY_VERIFY(!shown->isLoading());
        const int lines = shown->lineCount();
        Q_EMIT desk.eventAppended(run, desk.events(run).back());
        QCOMPARE(shown->lineCount(), lines);
        desk.append(run, undock::event::output, { { "job", "01-b-archive" }, { "text", "new\n" } });
        QCOMPARE(shown->lineCount(), lines + 1);
    }

    void whatWasBegunForAnEarlierChoiceIsDropped()
    {
        test::SampleDesk desk;
        QStringList runs;
        for (int vmid = 102; vmid < 112; ++vmid)
            runs << put(desk, QString::number(vmid), 40, 250);
        RunOutput outputs(desk);
        // From VM to VM, faster than any of them can be read; then back to the first.
        std::weak_ptr<OutputBuffer> first = outputs.of(runs.first());
        for (const QString &run : std::as_const(runs))
            outputs.of(run);
        QVERIFY(first.expired());
        const auto again = outputs.of(runs.first());
        const auto other = outputs.of(runs.last());
        QTRY_VERIFY(!again->isLoading() && !other->isLoading());
        for (const auto &[shown, vmid] : { std::pair{ again, "102" }, std::pair{ other, "111" } }) {
            QCOMPARE(shown->lineCount(), 10'001); // with the heading, and nothing twice
            for (int i = 1; i < shown->lineCount(); ++i)
                QVERIFY2(shown->line(i).text.startsWith(QLatin1String(vmid)), qPrintable(shown->line(i).text));
        }
    }

    void whatIsInSightIsNotDropped()
    {
        test::SampleDesk desk;
        RunOutput outputs(desk);
        const QString inSight = put(desk, QStringLiteral("102"), 1, 3);
        const auto shown = outputs.of(inSight);
        for (int vmid = 103; vmid < 120; ++vmid)
            outputs.of(put(desk, QString::number(vmid), 1, 3));
        QTRY_VERIFY(!shown->isLoading());
        const int lines = shown->lineCount();
        desk.append(inSight, undock::event::output, { { "job", "01-b-archive" }, { "text", "goes on\n" } });
        QCOMPARE(shown->lineCount(), lines + 1);
        QCOMPARE(outputs.of(inSight), shown);
    }

    void theProgramMayEndWhileAJournalIsRead()
    {
        test::SampleDesk desk;
        const QString run = put(desk, QStringLiteral("102"), 400, 250);
        std::weak_ptr<OutputBuffer> shown;
        {
            RunOutput outputs(desk);
            shown = outputs.of(run);
        }
        QCoreApplication::processEvents();
        QVERIFY(shown.expired());
    }

    void itIsARing()
    {
        OutputBuffer buffer(100);
        for (int i = 0; i < 250; ++i)
            buffer.append(QStringLiteral("line %1\n").arg(i));
        QCOMPARE(buffer.lineCount(), 100);
        QCOMPARE(buffer.dropped(), 150);
        QCOMPARE(buffer.line(0).text, QStringLiteral("line 150"));
    }

    void aLongLineIsBounded()
    {
        OutputBuffer buffer;
        buffer.append(QString(3'000'000, QLatin1Char('x')));
        QVERIFY(buffer.line(0).text.size() <= OutputLines::maxLineLength + 2);
    }

    void wideCharactersCountTwice() { QCOMPARE(OutputLines::columnsOf(u"小鸡 102"), 8); }

    void twoHundredThousandLinesStaySmooth()
    {
        OutputBuffer buffer;
        QString text;
        for (int i = 0; i < 200'000; ++i)
            text += QStringLiteral("line %1 of a long output that somebody will want to read\n").arg(i);
        buffer.append(text);
        OutputView view;
        view.resize(800, 400);
        view.show();
        CpuTime timer;
        view.setBuffer(&buffer);
        view.grab();
        QVERIFY2(timer.elapsed() < 150, qPrintable(QString::number(timer.elapsed())));
        timer = CpuTime();
        view.verticalScrollBar()->setValue(100'000);
        view.grab();
        QVERIFY2(timer.elapsed() < 50, qPrintable(QString::number(timer.elapsed())));
        timer = CpuTime();
        view.setWrap(true);
        view.grab();
        QVERIFY2(timer.elapsed() < 100, qPrintable(QString::number(timer.elapsed())));
    }

    void itFollowsOnlyAtTheBottom()
    {
        OutputBuffer buffer;
        OutputView view;
        view.resize(400, 200);
        view.setBuffer(&buffer);
        view.show();
        for (int i = 0; i < 200; ++i)
            buffer.append(QStringLiteral("line\n"));
        QTRY_VERIFY(view.verticalScrollBar()->maximum() > 100);
        QVERIFY(view.atBottom());
        view.verticalScrollBar()->setValue(10);
        buffer.append(QStringLiteral("more\n"));
        QTest::qWait(200);
        QCOMPARE(view.verticalScrollBar()->value(), 10);
        view.toBottom();
        buffer.append(QStringLiteral("more\n"));
        QTest::qWait(200);
        QVERIFY(view.atBottom());
    }

    void searchWrapsAround()
    {
        OutputBuffer buffer;
        buffer.append(QStringLiteral("alpha\nbeta\nAlphabet\n"));
        OutputView view;
        view.setBuffer(&buffer);
        QVERIFY(view.find(QStringLiteral("alpha"), false));
        QCOMPARE(view.selectedText(), QStringLiteral("alpha"));
        QVERIFY(view.find(QStringLiteral("alpha"), false));
        QCOMPARE(view.selectedText(), QStringLiteral("Alpha"));
        QVERIFY(view.find(QStringLiteral("alpha"), false));
        QCOMPARE(view.selectedText(), QStringLiteral("alpha"));
        QVERIFY(view.find(QStringLiteral("alpha"), true));
        QCOMPARE(view.selectedText(), QStringLiteral("Alpha"));
        QVERIFY(!view.find(QStringLiteral("gamma"), false));
        view.selectAll();
        QCOMPARE(view.selectedText(), QStringLiteral("alpha\nbeta\nAlphabet"));
    }
};

QTEST_MAIN(TestOutput)
#include "tst_output.moc"
