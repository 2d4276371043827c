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
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

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
    void allTextOfAPdfIsText_data();
    void allTextOfAPdfIsText();
    void saysWhereItCouldNotWrite();
    void writesTheRunsOfAGivenDesk();
};

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The text that another program finds in the PDF, without spaces; empty where it could not be read.
QString readByOthers(const QString &pdf)
{
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), { QStringLiteral("-raw"), pdf, QStringLiteral("-") });
    reader.waitForFinished(-1); // of poppler-utils
    return QString::fromUtf8(reader.readAllStandardOutput()).remove(QRegularExpression(QStringLiteral("\\s")));
}

/// Whether the text stands there. Of characters that share a glyph (a dash and a dash of a figure's width, a Chinese
/// character and a radical) Qt names the one with the smallest number.
bool holds(const QString &read, const QString &text)
{
    QString pattern, bare = text;
    for (const QChar c : bare.remove(QLatin1Char(' ')))
        pattern += c.unicode() < 0x80
            ? QRegularExpression::escape(QString(c))
            : QLatin1Char('[') + c + QStringLiteral("\\x{2010}-\\x{2015}\\x{2e80}-\\x{2fdf}]");
    return QRegularExpression(pattern).match(read).hasMatch();
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

void RecordsTest::allTextOfAPdfIsText_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("zh") << QStringLiteral("zh");
    QTest::newRow("en") << QStringLiteral("en");
}

void RecordsTest::allTextOfAPdfIsText()
{
    QFETCH(QString, language);
    RecordOptions options;
    options.language = language;
    Record record = makeRecord(RecordedRun::named("whole").events(), options);
    record.timelineSvg = timelineSvg(RecordedRun::named("whole").events(), options);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("record.pdf"));
    QVERIFY(writePdf(record, path));
    const QString read = readByOthers(path);
    QVERIFY2(holds(read, record.title), qPrintable(read.left(400)));
    QXmlStreamReader picture(record.timelineSvg);
    int texts = 0;
    while (!picture.atEnd()) {
        picture.readNext();
        if (!picture.isStartElement() || picture.name() != QLatin1String("text"))
            continue;
        const QString text = picture.readElementText();
        QVERIFY2(holds(read, text),
            qPrintable(text + QLatin1Char(10) + read.mid(read.lastIndexOf(QStringLiteral("timelineof")), 300)));
        ++texts;
    }
    QVERIFY(texts > 20);
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
