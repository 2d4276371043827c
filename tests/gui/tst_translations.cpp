#include "core/steps/step.h"
#include "gui/text/code_texts.h"
#include "gui/text/language.h"

#include <QApplication>
#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace undock;
using namespace undock::gui;

namespace {

const QString source = QStringLiteral(UNDOCK_SOURCE_DIR);

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsUnfinished()
    {
        const QDir folder(source + QStringLiteral("/translations"));
        const QStringList files = folder.entryList({ QStringLiteral("*.ts") });
        QCOMPARE(files.size(), 2);
        for (const QString &file : files) {
            const QByteArray text = read(folder.filePath(file));
            QVERIFY2(!text.contains("type=\"unfinished\""), qPrintable(file));
            QVERIFY2(!text.contains("type=\"vanished\""), qPrintable(file));
            QVERIFY2(!text.contains("type=\"obsolete\""), qPrintable(file));
        }
    }

    void placesThatTheEngineNamesAreChinese()
    {
        Language::use(QStringLiteral("zh_CN"));
        const std::pair<const char *, const char *> places[] = { { "line 12", "第 12 行" },
            { "ledger line 3", "台账第 3 行" }, { "line 4, column 15", "第 4 行第 15 列" },
            { "/root/a line.json", "/root/a line.json" }, { "--from", "--from" } };
        for (const auto &[english, chinese] : places)
            QCOMPARE(CodeTexts::place(QLatin1String(english)), QString::fromUtf8(chinese));
        const ErrorText shown = ErrorText::of(
            { Error::Kind::BadInput, QStringLiteral("csv-quote"), QStringLiteral("x"), QStringLiteral("line 12"), {} });
        QVERIFY2(shown.details.contains(QStringLiteral("第 12 行")), qPrintable(shown.details));
        Language::use(QStringLiteral("en"));
        QCOMPARE(CodeTexts::place(QStringLiteral("line 12")), QStringLiteral("line 12"));
    }

    void everyTextOfTheSourcesIsThere()
    {
        const QString lupdate = QStringLiteral("/usr/lib/qt6/bin/lupdate");
        if (!QFile::exists(lupdate))
            QSKIP("lupdate is not installed (qt6-l10n-tools)");
        QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("zh.ts"));
        QVERIFY(QFile::copy(source + QStringLiteral("/translations/openclaw-undock_zh_CN.ts"), copy));
        QProcess process;
        process.setWorkingDirectory(source);
        process.start(lupdate,
            { QStringLiteral("-silent"), QStringLiteral("-locations"), QStringLiteral("none"), QStringLiteral("-I"),
                QStringLiteral("src"), QStringLiteral("src/gui"), QStringLiteral("ui"), QStringLiteral("-ts"), copy });
        QVERIFY(process.waitForFinished(60000));
        const QString text = QString::fromUtf8(read(copy));
        static const QRegularExpression missing(
            QStringLiteral("<source>([^<]*)</source>\\s*(?:<comment>[^<]*</comment>\\s*)?<translation "
                           "type=\"(unfinished|vanished)\""));
        auto found = missing.globalMatch(text);
        QStringList texts;
        while (found.hasNext())
            texts << found.next().captured(1);
        QVERIFY2(texts.isEmpty(), qPrintable(texts.join(QLatin1Char('\n'))));
    }

    void placeholdersSurvive()
    {
        const QString text = QString::fromUtf8(read(source + QStringLiteral("/translations/openclaw-undock_zh_CN.ts")));
        static const QRegularExpression message(
            QStringLiteral("<source>([^<]*)</source>\\s*<translation>(.*?)</translation>"),
            QRegularExpression::DotMatchesEverythingOption);
        static const QRegularExpression place(QStringLiteral("%(?:[1-9]|n)"));
        auto messages = message.globalMatch(text);
        int checked = 0;
        while (messages.hasNext()) {
            const auto match = messages.next();
            auto places = place.globalMatch(match.captured(1));
            while (places.hasNext()) {
                const QString wanted = places.next().captured();
                QVERIFY2(match.captured(2).contains(wanted), qPrintable(match.captured(1)));
            }
            ++checked;
        }
        QVERIFY(checked > 300);
    }

    void everyStepHasAChineseTitle()
    {
        const auto catalog = StepCatalog::builtIn();
        QVERIFY(catalog.has_value());
        Language::use(QStringLiteral("zh_CN"));
        for (const Step &step : catalog->all()) {
            QVERIFY2(
                CodeTexts::step(step.id) != step.title && CodeTexts::step(step.id) != step.id, qPrintable(step.id));
        }
        Language::use(QStringLiteral("en"));
    }
};

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
