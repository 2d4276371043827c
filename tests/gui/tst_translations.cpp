#include "core/gate/deletion.h"
#include "core/steps/step.h"
#include "gui/text/code_texts.h"
#include "gui/text/language.h"
#include "journals/step_codes.h"

#include <QApplication>
#include <QDir>
#include <QDirIterator>
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
        QVERIFY(checked > 500);
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
        for (const DeletionCondition &condition : evaluateDeletion({}).conditions)
            QVERIFY2(CodeTexts::condition(condition.id) != condition.id, qPrintable(condition.id));
        Language::use(QStringLiteral("en"));
    }

    void everyCodeOfTheStepsHasAChineseText()
    {
        QStringList unknown;
        int seen = 0;
        for (const auto kind : { stepcodes::Kind::Finding, stepcodes::Kind::Warning, stepcodes::Kind::Failure }) {
            for (const QString &name : stepcodes::all(kind)) {
                const QString code = name.section(QLatin1Char(' '), -1);
                // What the desk could not ask the node is an error of the way there: the next test's.
                if (code == QLatin1String("*"))
                    continue;
                ++seen;
                if (!CodeTexts::knows(code))
                    unknown << code;
            }
        }
        unknown.removeDuplicates();
        QVERIFY(seen > 250);
        QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(QLatin1Char(' '))));
    }

    void everyErrorOfTheEngineHasAChineseText()
    {
        static const QRegularExpression error(
            QStringLiteral("(?:Kind::\\w+,\\s*|refused\\()QStringLiteral\\(\"([a-z]+(?:-[a-z0-9]+)*)\"\\)"));
        static const QRegularExpression ofQm(QStringLiteral("QmTrouble::\\w+, \"(qm-[a-z-]+)\""));
        QStringList unknown;
        int seen = 0;
        for (const char *layer : { "/src/core", "/src/remote", "/src/engine", "/src/secrets" }) {
            QDirIterator files(
                source + QLatin1String(layer), { QStringLiteral("*.cpp") }, QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString text = QString::fromUtf8(read(files.next()));
                for (const QRegularExpression &expression : { error, ofQm }) {
                    auto codes = expression.globalMatch(text);
                    while (codes.hasNext()) {
                        const QString code = codes.next().captured(1);
                        ++seen;
                        if (!CodeTexts::knows(code))
                            unknown << code;
                    }
                }
            }
        }
        static const QRegularExpression ofNode(QStringLiteral("refuse ([a-z]+(?:-[a-z0-9]+)+) "));
        const QDir node(source + QStringLiteral("/resources/node"));
        for (const QString &file : node.entryList(QDir::Files)) {
            auto codes = ofNode.globalMatch(QString::fromUtf8(read(node.filePath(file))));
            while (codes.hasNext()) {
                const QString code = codes.next().captured(1);
                if (!CodeTexts::knows(code))
                    unknown << code;
            }
        }
        unknown.removeDuplicates();
        QVERIFY(seen > 100);
        QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(QLatin1Char(' '))));
    }

    void everyCheckOfTheAcceptanceHasAChineseTitle()
    {
        Language::use(QStringLiteral("zh_CN"));
        QStringList unknown;
        for (const QString &id : stepcodes::all(stepcodes::Kind::Check)) {
            // The page at a path of its own is the gateway's alone, whichever ports the loop beside it goes through.
            static const QStringList fine{ QStringLiteral("http-gateway-base-path-28080") };
            if (!id.contains(QLatin1Char('*')) && !fine.contains(id) && CodeTexts::check(id) == id)
                unknown << id;
        }
        for (const char *id : { "listeners-18080", "listeners-18789", "listeners-28080", "listeners-28789" }) {
            if (CodeTexts::check(QLatin1String(id)) == QLatin1String(id))
                unknown << QLatin1String(id);
        }
        QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(QLatin1Char(' '))));
        Language::use(QStringLiteral("en"));
    }

    void everyReasonToWaitHasAChineseText()
    {
        static const QRegularExpression reason(QStringLiteral("text = tr\\(\"([^\"]+)\"\\)"));
        Language::use(QStringLiteral("zh_CN"));
        auto reasons
            = reason.globalMatch(QString::fromUtf8(read(source + QStringLiteral("/src/engine/queue/queue_work.cpp"))));
        QStringList unknown;
        int seen = 0;
        while (reasons.hasNext()) {
            const QString text
                = reasons.next().captured(1).replace(QStringLiteral("%1"), QStringLiteral("2026-02-20T02:00:00"));
            ++seen;
            static const QRegularExpression chinese(QStringLiteral("\\p{Han}"));
            if (!CodeTexts::waiting(text).contains(chinese))
                unknown << text;
        }
        QVERIFY(seen >= 6);
        QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(QLatin1Char(';'))));
        Language::use(QStringLiteral("en"));
    }
};

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
