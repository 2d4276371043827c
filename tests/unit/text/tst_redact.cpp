#include "core/text/redact.h"
#include "core/text/secret_forms.h"

#include <QElapsedTimer>
#include <QTest>

using namespace undock;

static const QByteArray secret("LABSECRET/t\"ok+en é");

class Redact : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void known_secrets_are_masked_in_every_form_data();
    void known_secrets_are_masked_in_every_form();
    void base64_of_a_login_with_the_secret_is_masked();
    void short_secrets_mask_nothing();
    void a_secret_inside_another_leaves_no_rest();
    void telling_names_are_masked_data();
    void telling_names_are_masked();
    void harmless_text_stays_data();
    void harmless_text_stays();
    void redacting_again_changes_nothing();
    void other_bytes_survive();
    void hostile_text_takes_no_longer_than_its_length();
    void names_of_secrets_are_told_from_counts_data();
    void names_of_secrets_are_told_from_counts();
};

void Redact::known_secrets_are_masked_in_every_form_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("plain") << secret;
    QTest::newRow("JSON") << QByteArray("LABSECRET/t\\\"ok+en é");
    QTest::newRow("JSON, ASCII only") << QByteArray("LABSECRET/t\\\"ok+en \\u00e9");
    QTest::newRow("JSON, slashes and upper case") << QByteArray("LABSECRET\\/t\\\"ok+en \\u00E9");
    QTest::newRow("address") << QByteArray("LABSECRET%2Ft%22ok%2Ben%20%C3%A9");
    QTest::newRow("address, lower case, plus") << QByteArray("LABSECRET%2ft%22ok%2ben+%c3%a9");
    QTest::newRow("hexadecimal") << secret.toHex();
    QTest::newRow("base64") << secret.toBase64(QByteArray::OmitTrailingEquals).chopped(1);
}

void Redact::known_secrets_are_masked_in_every_form()
{
    QFETCH(QByteArray, written);
    const QByteArray result = Redactor({ secret }).redact("<" + written + ">");
    QCOMPARE(result, QByteArray("<[redacted]>"));
}

void Redact::base64_of_a_login_with_the_secret_is_masked()
{
    const Redactor redactor({ "hunter2hunter2" });
    for (const char *around : { "a", "ab", "abc", "admin:", "admin1:" }) {
        for (const auto option : { QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding }) {
            const QByteArray encoded = (QByteArray(around) + "hunter2hunter2" + around).toBase64(option);
            const QByteArray result = redactor.redact(encoded);
            QVERIFY2(result.contains(redactedMark), encoded.constData());
            // What is left must not decode to more than a fragment of the secret.
            QVERIFY(!QByteArray::fromBase64(QByteArray(result).replace(redactedMark, "")).contains("unter2hunter"));
        }
    }
}

void Redact::short_secrets_mask_nothing()
{
    QCOMPARE(Redactor({ "", "abc" }).redact(QByteArray("abc abc")), QByteArray("abc abc"));
}

void Redact::a_secret_inside_another_leaves_no_rest()
{
    QCOMPARE(Redactor({ "inner-part", "outer-inner-part-outer" }).redact(QByteArray("x outer-inner-part-outer y")),
        QByteArray("x [redacted] y"));
}

void Redact::telling_names_are_masked_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(expected);
    };
    row(R"({"apiKey": "abc def", "x": 1})", R"({"apiKey": "[redacted]", "x": 1})");
    row(R"({"botToken":"1234"})", R"({"botToken":"[redacted]"})");
    row(R"("{\"apiKey\": \"abc\"}")", R"("{\"apiKey\": \"[redacted]\"}")");
    row("OPENCLAW_GATEWAY_TOKEN=abc123 next", "OPENCLAW_GATEWAY_TOKEN=[redacted] next");
    row("TOKEN=\"a b c\" next", "TOKEN=[redacted] next");
    row("password: hunter2\nuser: x", "password: [redacted]\nuser: x");
    row("https://h/?token=abc&x=1", "https://h/?token=[redacted]&x=1");
    row("https://user:pass@host/", "https://[redacted]@host/");
    row("Authorization: Basic dXNlcjpwYXNz", "Authorization: Basic [redacted]");
    row("authorization: Bearer abc.def", "authorization: Bearer [redacted]");
    row("sent Bearer abcdef0123456789", "sent Bearer [redacted]");
    // In a phrase's argument (phrase.h) a blank is %20.
    row("@said text=authorization:%20Bearer%20abc.def", "@said text=authorization:%20Bearer%20[redacted]");
    row("@said text=sent%20Bearer%20abcdef0123456789 by=me", "@said text=sent%20Bearer%20[redacted] by=me");
    row("@said text=with%20password:%20hunter22 by=me", "@said text=with%20password:%20[redacted] by=me");
    row("@said text=the%20key%20sk-abcdefghijklmnop1234 by=me", "@said text=the%20key%20[redacted] by=me");
    row("@said text=at%20https://u:p4ssw0rd@host by=me", "@said text=at%20https://[redacted]@host by=me");
    row("key sk-abcdefghijklmnopqrst end", "key [redacted] end");
    row("ghp_abcdefghijklmnopqrstuvwxyz0123456789", "[redacted]");
    row("bot 123456789:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA ok", "bot [redacted] ok");
    row("eyJhbGciOiJI.eyJzdWIiOiIx.c2ln", "[redacted]");
    row("-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\nbnNz\n-----END OPENSSH PRIVATE KEY-----\nafter",
        "[redacted]\nafter");
    row("-----BEGIN PRIVATE KEY-----\ncut off", "[redacted]");
}

void Redact::telling_names_are_masked()
{
    QFETCH(QByteArray, text);
    QTEST(Redactor().redact(text), "expected");
}

void Redact::harmless_text_stays_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : { "token_sha256=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
             R"({"maxTokens": 4096, "contextTokens": 200000})", "token: missing", "TOKEN=${OPENCLAW_GATEWAY_TOKEN}",
             R"({"apiKey": "${LAB_MODEL_KEY}"})", "nginx asks for Basic authentication", "http://127.0.0.1:28789/",
             "sha256 1771545600:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "root@192.0.2.10",
             "unauthorized: device token mismatch", "the keyboard: german", "/root/.openclaw/credentials/x", "" })
        QTest::newRow(text) << QByteArray(text);
}

void Redact::harmless_text_stays()
{
    QFETCH(QByteArray, text);
    QCOMPARE(Redactor().redact(text), text);
}

void Redact::redacting_again_changes_nothing()
{
    const Redactor redactor({ secret });
    const QByteArray text = R"({"apiKey": "abc", "password": 'x'} token=abc Authorization: Basic abc= )"
                            "https://u:p@h/ Bearer abcdef0123456789 password: x "
        + secret;
    const QByteArray once = redactor.redact(text);
    QCOMPARE(redactor.redact(once), once);
    QVERIFY(!once.contains("abc"));
}

void Redact::other_bytes_survive()
{
    QByteArray all;
    for (int byte = 0; byte < 256; ++byte)
        all += static_cast<char>(byte);
    QCOMPARE(Redactor({ secret }).redact(all + secret + all), all + "[redacted]" + all);
    QCOMPARE(Redactor({ secret }).redact(QStringLiteral("中文 ") + QString::fromUtf8(secret)),
        QStringLiteral("中文 [redacted]"));
}

void Redact::hostile_text_takes_no_longer_than_its_length()
{
    const Redactor redactor({ secret });
    for (const char *part :
        { "token", "a", "-", "-----BEGIN PRIVATE KEY-----", "\"token\": \"\\", "basic a", "http://a",
            "bearer aaaaaaaaaaaaaaaa", "sk-", "eyJaaaaaaaaaa.", "password:    ", "1", "authorization: " }) {
        const QByteArray text = QByteArray(part).repeated(static_cast<qsizetype>(1'000'000 / qstrlen(part)));
        QElapsedTimer timer;
        timer.start();
        const QByteArray result = redactor.redact(text);
        QVERIFY2(timer.elapsed() < 5000, part);
        QVERIFY(!result.isEmpty());
    }
}

void Redact::names_of_secrets_are_told_from_counts_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("secret");
    for (const char *name : { "token", "apiKey", "OPENAI_API_KEY", "botToken", "clientSecret", "Password", "passwd",
             "cookie", "Authorization", "privateKey", "credentials", "tokens" })
        QTest::newRow(name) << QString::fromLatin1(name) << true;
    for (const char *name : { "maxTokens", "contextTokens", "token_sha256", "tokenCount", "keyboard", "port", "mode",
             "workspace", "reserveTokensFloor" })
        QTest::newRow(name) << QString::fromLatin1(name) << false;
}

void Redact::names_of_secrets_are_told_from_counts()
{
    QFETCH(QString, name);
    QTEST(isSecretName(name), "secret");
}

QTEST_APPLESS_MAIN(Redact)
#include "tst_redact.moc"
