#include "core/record/record.h"
#include "core/record/timeline_svg.h"
#include "gui/widgets/timeline_view.h"
#include "journals/recorded_run.h"

#include <QHelpEvent>
#include <QSvgRenderer>
#include <QTest>
#include <QToolTip>

using namespace undock;
using namespace undock::gui;

/// The picture of a run in the details pane.
class TestTimelineView : public QObject {
    Q_OBJECT

    static QString picture()
    {
        RecordOptions options;
        options.language = QStringLiteral("en");
        return timelineSvg(RecordedRun::named("whole").events(), options);
    }
    /// What is told where the pointer rests on this place of the picture.
    static QString toldAt(QWidget *sheet, const QSvgRenderer &drawn, const QPointF &place)
    {
        const QPoint at = (place * sheet->width() / drawn.defaultSize().width()).toPoint();
        QHelpEvent help(QEvent::ToolTip, at, sheet->mapToGlobal(at));
        QApplication::sendEvent(sheet, &help);
        return QToolTip::text();
    }

private Q_SLOTS:
    void a_bar_tells_what_it_stands_for_at_each_zoom()
    {
        TimelineView view;
        view.resize(700, 500);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.showPicture(picture());
        QSvgRenderer drawn(picture().toUtf8());
        QVERIFY(drawn.elementExists(QStringLiteral("bar-1")));
        const QPointF bar = drawn.boundsOnElement(QStringLiteral("bar-1")).center();
        auto *sheet = view.findChild<QWidget *>(QStringLiteral("sheet"));
        QVERIFY(sheet);
        QVERIFY2(toldAt(sheet, drawn, bar).contains(QLatin1String("gateway"), Qt::CaseInsensitive),
            qPrintable(QToolTip::text()));
        const int before = sheet->width();
        QTest::keyClick(&view, Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(sheet->width() > before);
        QVERIFY(toldAt(sheet, drawn, bar).contains(QLatin1String("gateway"), Qt::CaseInsensitive));
    }
    void beside_the_bars_nothing_is_told()
    {
        TimelineView view;
        view.resize(700, 500);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.showPicture(picture());
        QSvgRenderer drawn(picture().toUtf8());
        auto *sheet = view.findChild<QWidget *>(QStringLiteral("sheet"));
        (void)toldAt(sheet, drawn, drawn.boundsOnElement(QStringLiteral("bar-1")).center());
        (void)toldAt(sheet, drawn, QPointF(4, 4));
        // A tooltip fades after a moment.
        QTRY_COMPARE(QToolTip::text(), QString());
    }
    void without_a_run_there_is_no_picture()
    {
        TimelineView view;
        view.showPicture({});
        QVERIFY(!view.findChild<QWidget *>(QStringLiteral("sheet"))->isVisibleTo(&view));
    }
};

QTEST_MAIN(TestTimelineView)
#include "tst_timeline_view.moc"
