#include "core/gate/deletion.h"
#include "core/text/code_words.h"
#include "core/text/phrase.h"

#include <QRegularExpression>
#include <QTest>

using namespace undock;

namespace {

const QString en = QStringLiteral("en");
const QString zh = QStringLiteral("zh_CN");
const QString full = QStringLiteral("slots-full");

bool hasChinese(const QString &text)
{
    static const QRegularExpression han(QStringLiteral("\\p{Han}"));
    return text.contains(han);
}

} // namespace

class TestCodeWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCodeHasATitleInEachLanguage()
    {
        QCOMPARE(codeTitle(full, en), QStringLiteral("All three slots of the node are taken."));
        QVERIFY(hasChinese(codeTitle(full, zh)));
        QVERIFY(hasChinese(codeCure(full, zh)));
        QVERIFY2(hasChinese(checkTitle(QStringLiteral("one-gateway"), zh)), "checks");
        for (const DeletionCondition &condition : evaluateDeletion({}).conditions)
            QVERIFY2(hasChinese(conditionTitle(condition.id, zh)), qPrintable(condition.id));
    }
    void whatALanguageLacksIsInEnglish()
    {
        QCOMPARE(codeTitle(full, QStringLiteral("xx")), codeTitle(full, en));
        QCOMPARE(checkTitle(QStringLiteral("one-gateway"), QStringLiteral("xx")),
            checkTitle(QStringLiteral("one-gateway"), en));
    }
    void whatNobodyKnowsHasNoWords()
    {
        const QString odd = QStringLiteral("no-such-code");
        QCOMPARE(codeTitle(odd, zh), QString());
        QCOMPARE(codeCure(odd, zh), QString());
        QCOMPARE(checkTitle(odd, zh), QString());
        QCOMPARE(codeText(odd, {}, zh), odd);
        QCOMPARE(codeText(odd, QStringLiteral(" it rains "), zh), QStringLiteral("it rains"));
    }
    void theSendersWordsWinWhereTheyAreInTheLanguage()
    {
        const QString said = phrase("clock-ahead", { { "seconds", 312 } });
        QVERIFY(codeText(QStringLiteral("clock-off"), said, zh).contains(QStringLiteral("312")));
        QVERIFY(hasChinese(codeText(QStringLiteral("clock-off"), said, zh)));
        QVERIFY(codeText(QStringLiteral("clock-off"), said, en).contains(QStringLiteral("312 s ahead")));
        // An older journal's sentence: as it is in English, by the code's title elsewhere.
        const QString sentence = QStringLiteral("The clock is 312 s ahead.");
        QCOMPARE(codeText(QStringLiteral("clock-off"), sentence, en), sentence);
        QCOMPARE(codeText(QStringLiteral("clock-off"), sentence, zh), codeTitle(QStringLiteral("clock-off"), zh));
        QCOMPARE(codeText(QStringLiteral("clock-off"), {}, en), codeTitle(QStringLiteral("clock-off"), en));
    }
};

QTEST_APPLESS_MAIN(TestCodeWords)
#include "tst_code_words.moc"
