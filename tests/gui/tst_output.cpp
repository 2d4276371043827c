#include "gui/text/code_texts.h"
#include "gui/widgets/output_view.h"
#include "gui/widgets/run_output.h"
#include "support/sample_desk.h"

#include <QScrollBar>
#include <QTest>

#include <ctime>

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
        RunOutput outputs(desk);
        const OutputBuffer *shown = outputs.of(QStringLiteral("run"));
        for (const QString &step : steps)
            desk.append(QStringLiteral("run"), undock::event::begin,
                { { "job", undock::toStd(step) }, { "step", undock::toStd(step) }, { "stage", "C" } });
        QCOMPARE(shown->lineCount(), 1);
        for (const QString &step : steps)
            desk.append(
                QStringLiteral("run"), undock::event::end, { { "job", undock::toStd(step) }, { "state", "passed" } });
        QCOMPARE(shown->lineCount(), int(steps.size()));
        for (int i = 0; i < steps.size(); ++i)
            QVERIFY2(shown->line(i).text.endsWith(CodeTexts::step(steps[i])), qPrintable(shown->line(i).text));
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
        QVERIFY(buffer.line(0).text.size() <= OutputBuffer::maxLineLength + 2);
    }

    void wideCharactersCountTwice() { QCOMPARE(OutputBuffer::columnsOf(u"小鸡 102"), 8); }

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
