#include "core/steps/word_files.h"
#include "core/text/phrase.h"
#include "core/text/redact.h"

#include <QTest>

using namespace undock;

namespace {

constexpr auto Said = PhraseValue::Kind::Said;

QString zh(const QString &text)
{
    return inWords(text, QStringLiteral("zh_CN"));
}

} // namespace

/// What travels as a code with arguments is read as a sentence in every language.
class PhraseTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_phrase_is_said_in_each_language();
    void a_value_goes_through_as_it_is_data();
    void a_value_goes_through_as_it_is();
    void a_phrase_stands_in_a_phrase();
    void several_are_a_list();
    void only_the_first_line_is_ours();
    void codes_stay_before_their_text();
    void what_does_not_fit_stays_as_it_came_data();
    void what_does_not_fit_stays_as_it_came();
    void a_language_without_words_falls_back();
    void there_is_an_end_to_nesting_and_to_lists();
    void a_secret_in_a_value_is_masked();
};

void PhraseTest::a_phrase_is_said_in_each_language()
{
    QCOMPARE(phrase("nothing-new"), QStringLiteral("@nothing-new"));
    QCOMPARE(inEnglish(phrase("nothing-new")), QStringLiteral("nothing new"));
    QCOMPARE(zh(phrase("nothing-new")), QStringLiteral("没有新内容"));
    const QString locked = phrase("vm-locked", { { "lock", QStringLiteral("backup") } });
    QCOMPARE(locked, QStringLiteral("@vm-locked lock=backup"));
    QCOMPARE(inEnglish(locked), QStringLiteral("The VM is locked by the node (backup); wait until that ends."));
    QCOMPARE(zh(locked), QStringLiteral("小鸡被母机锁定（backup），请等其结束。"));
    QCOMPARE(inEnglish(phrase("generation", { { "generation", 7 } })), QStringLiteral("generation 7"));
}

void PhraseTest::a_value_goes_through_as_it_is_data()
{
    QTest::addColumn<QString>("value");
    for (const char *value : { "", "a b", " ", "100 %", "%20", "%zz", "@no-answer", "a @none b", "{lock}", "%1", "x=y",
             "<b>x</b>", "两个词 €", "tab\tend", "@", "=" })
        QTest::newRow(value) << QString::fromUtf8(value);
}

void PhraseTest::a_value_goes_through_as_it_is()
{
    QFETCH(QString, value);
    const QString locked = phrase("vm-locked", { { "lock", value } });
    QVERIFY2(!locked.contains(QLatin1String("=@")) && !locked.contains(QLatin1String(" @")),
        "a value cannot begin a phrase");
    QCOMPARE(inEnglish(locked), QStringLiteral("The VM is locked by the node (%1); wait until that ends.").arg(value));
}

void PhraseTest::a_phrase_stands_in_a_phrase()
{
    const QString found = phrase("no-answer-because", { { "error", QStringLiteral("timed out after 2 s") } });
    const QString whole = phrase("check-undecided", { { "check", QStringLiteral("http") }, { "found", found, Said } });
    QCOMPARE(inEnglish(whole), QStringLiteral("http could not be checked (no answer (timed out after 2 s))"));
    QCOMPARE(zh(whole), QStringLiteral("http 没能检查（没有应答（timed out after 2 s））"));
    // What may be a phrase and is none stays text.
    const QString plain = phrase("check-undecided",
        { { "check", QStringLiteral("http") }, { "found", QStringLiteral("an old sentence @ home"), Said } });
    QCOMPARE(inEnglish(plain), QStringLiteral("http could not be checked (an old sentence @ home)"));
}

void PhraseTest::several_are_a_list()
{
    const QString list = phraseList({ phrase("nothing-new"), QStringLiteral("an old sentence"), phrase("as-before") });
    QCOMPARE(inEnglish(list), QStringLiteral("nothing new; an old sentence; as before"));
    QCOMPARE(zh(list), QStringLiteral("没有新内容；an old sentence；与迁移前相同"));
    QCOMPARE(inEnglish(phrase("acceptance-failed", { { "checks", list, Said } })),
        QStringLiteral("the acceptance failed: nothing new; an old sentence; as before"));
    QCOMPARE(phraseList({}), QString());
}

void PhraseTest::only_the_first_line_is_ours()
{
    QCOMPARE(inEnglish(QStringLiteral("@lines-differ count=2\n- @none\n+ a: c")),
        QStringLiteral("2 lines differ\n- @none\n+ a: c"));
}

void PhraseTest::codes_stay_before_their_text()
{
    const QString en = QStringLiteral("en");
    QCOMPARE(
        codedInWords(QStringLiteral("attention dns @nothing-new"), en), QStringLiteral("attention dns nothing new"));
    QCOMPARE(codedInWords(QStringLiteral("18080 nginx"), en), QStringLiteral("18080 nginx"));
    QCOMPARE(codedInWords(QStringLiteral("mail root @home"), en), QStringLiteral("mail root @home"));
}

void PhraseTest::what_does_not_fit_stays_as_it_came_data()
{
    QTest::addColumn<QString>("text");
    const QString big = QStringLiteral("@vm-locked lock=") + QString(20000, QLatin1Char('x'));
    for (const QString &text : { QStringLiteral("an old sentence, with a comma; and more"),
             QStringLiteral("@no-such-code"), QStringLiteral("@vm-locked"), QStringLiteral("@vm-locked lock=a more=b"),
             QStringLiteral("@vm-locked lock=a lock=b"), QStringLiteral("@vm-locked lock"),
             QStringLiteral("@vm-locked =a"), QStringLiteral("@vm-locked  lock=a"), QStringLiteral("@"),
             QStringLiteral("@ @"), QStringLiteral("@none=1"), QStringLiteral("@none and more"),
             QStringLiteral("@scope/package"), big })
        QTest::newRow(qPrintable(text.left(30))) << text;
}

void PhraseTest::what_does_not_fit_stays_as_it_came()
{
    QFETCH(QString, text);
    QCOMPARE(inEnglish(text), text);
    QCOMPARE(zh(text), text);
}

void PhraseTest::a_language_without_words_falls_back()
{
    QVERIFY(wordLanguages().contains(QStringLiteral("en")) && wordLanguages().contains(QStringLiteral("zh_CN")));
    QCOMPARE(inWords(phrase("nothing-new"), QStringLiteral("xx")), QStringLiteral("nothing new"));
}

void PhraseTest::there_is_an_end_to_nesting_and_to_lists()
{
    QString deep = phrase("none");
    for (int i = 0; i < 12; ++i)
        deep = phrase("plain", { { "text", deep, Said } });
    const QString told = inEnglish(deep);
    QVERIFY(told != QLatin1String("none") && told.startsWith(QLatin1Char('@')));
    QString many;
    for (int i = 0; i < 100; ++i)
        many += QStringLiteral("@none ");
    QCOMPARE(inEnglish(many), many.trimmed());
}

void PhraseTest::a_secret_in_a_value_is_masked()
{
    const Redactor redactor({ "p@ss w%rd", "@home alone" });
    const QString mask = QLatin1String(redactedMark);
    for (const char *value : { "it is p@ss w%rd", "@home alone" }) {
        const QString inner = phrase("vm-locked", { { "lock", QString::fromLatin1(value) } });
        const QString outer = phrase("check-undecided", { { "check", QStringLiteral("x") }, { "found", inner, Said } });
        for (const QString &text : { inner, outer }) {
            QVERIFY2(redactor.redact(text).contains(mask), qPrintable(text));
            QVERIFY(!inEnglish(redactor.redact(text)).contains(QString::fromLatin1(value).last(5)));
        }
    }
    const QString address = phrase("ledger-row", { { "why", QStringLiteral("http://user:hunter22@host/ fails") } });
    QVERIFY(!Redactor().redact(address).contains(QLatin1String("hunter22")));
}

QTEST_GUILESS_MAIN(PhraseTest)
#include "tst_phrase.moc"
