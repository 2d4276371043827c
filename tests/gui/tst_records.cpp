#include "gui/records/record_export.h"
#include "gui/records/record_pdf.h"
#include "support/sample_desk.h"

#include "core/record/record.h"
#include "core/record/timeline_svg.h"
#include "engine/records/write_record.h"
#include "engine/store/run_store.h"

#include "journals/recorded_run.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace undock;
using namespace undock::gui;
using undock::gui::test::SampleDesk;

/// Records as files that others open.
class RecordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesEachForm();
    void aPdfHasPagesAndChineseText();
    void aTallPictureHasAsManyPagesAsItNeeds();
    void saysWhereItCouldNotWrite();
    void writesTheRunsOfAGivenDesk();
};

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void RecordsTest::writesEachForm()
{
    QTemporaryDir folder;
    SampleDesk desk;
    desk.fill();
    const QString run = desk.runs().constFirst();
    for (const auto form : { RecordExport::Form::Markdown, RecordExport::Form::Html, RecordExport::Form::Pdf }) {
        const QString path = folder.filePath(QStringLiteral("record.") + RecordExport::suffix(form));
        const auto written = RecordExport::writeRun(desk, run, form, path);
        QVERIFY2(written.has_value(), written ? "" : qPrintable(describe(written.error())));
        QVERIFY(contentOf(path).size() > 1000);
    }
    QVERIFY(contentOf(folder.filePath(QStringLiteral("record.pdf"))).startsWith("%PDF-"));
    const auto summary = RecordExport::writeSummary(desk, desk.runs(), folder.path());
    QVERIFY(summary.has_value());
    QVERIFY(contentOf(*summary).startsWith("%PDF-"));
}

void RecordsTest::aPdfHasPagesAndChineseText()
{
    QTemporaryDir folder;
    SampleDesk desk;
    desk.fill();
    RecordOptions options;
    const Record record = makeRecord(desk.events(desk.runs().constFirst()), options);
    const QString path = folder.filePath(QStringLiteral("record.pdf"));
    QVERIFY(writePdf(record, path).has_value());
    const QByteArray pdf = contentOf(path);
    QVERIFY(pdf.contains("/Type /Page\n") || pdf.contains("/Type /Page ") || pdf.count("/Type /Page") >= 2);
    QVERIFY(pdf.contains("/Title")); // named in the reader's window
    QVERIFY(pdf.contains("/FontFile")); // glyphs travel with it: it reads the same without our fonts
}

void RecordsTest::aTallPictureHasAsManyPagesAsItNeeds()
{
    QTemporaryDir folder;
    const auto pagesOf = [&](int vms) {
        Record record;
        record.title = QStringLiteral("x");
        record.timelineSvg
            = batchTimelineSvg(std::vector(size_t(vms), RecordedRun::named("whole").events()), RecordOptions());
        const QString path = folder.filePath(QStringLiteral("%1.pdf").arg(vms));
        return writePdf(record, path) ? contentOf(path).count("/Type /Page\n") : -1;
    };
    const auto few = pagesOf(10);
    QCOMPARE(few, 2); // the text's own and one
    QCOMPARE(pagesOf(40), 3);
    QVERIFY(pagesOf(120) > pagesOf(40)); // not smaller than can be read
}

void RecordsTest::saysWhereItCouldNotWrite()
{
    SampleDesk desk;
    desk.fill();
    const QString path = QStringLiteral("/nonexistent-folder/record.pdf");
    const auto written = RecordExport::writeRun(desk, desk.runs().constFirst(), RecordExport::Form::Pdf, path);
    QVERIFY(!written.has_value());
    QCOMPARE(written.error().code, QStringLiteral("file-not-written"));
    QCOMPARE(written.error().where, path);
}

/// UNDOCK_DATA=FOLDER UNDOCK_OUT=FOLDER tst_records writesTheRunsOfAGivenDesk: to look at real ones.
void RecordsTest::writesTheRunsOfAGivenDesk()
{
    const QString out = qEnvironmentVariable("UNDOCK_OUT");
    DeskSettings settings;
    settings.dataFolder = qEnvironmentVariable("UNDOCK_DATA");
    if (settings.dataFolder.isEmpty() || out.isEmpty())
        QSKIP("no desk given");
    for (const QString &run : RunStore(settings.dataFolder).runs()) {
        for (const char *language : { "zh", "en" }) {
            settings.recordLanguage = QLatin1String(language);
            const auto record = recordOf(settings, run);
            QVERIFY(record.has_value());
            QVERIFY(writePdf(
                *record, QDir(out).filePath(run + QLatin1Char('.') + settings.recordLanguage + QStringLiteral(".pdf")))
                        .has_value());
        }
    }
}

QTEST_MAIN(RecordsTest)
#include "tst_records.moc"
