#include "core/config/config_diff.h"

#include <QTest>

using namespace undock;
using Kind = Change::Kind;

static Json json(const char *text)
{
    return Json::parse(text);
}

class ConfigDiff : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void what_stands_under_a_secrets_name_is_known_as_one();
    void changes_are_named_by_pointer_in_order();
    void equal_documents_have_no_changes_data();
    void equal_documents_have_no_changes();
    void one_and_one_point_nought_differ();
    void a_changed_secret_is_seen_but_not_shown();
    void secret_looking_values_are_masked_data();
    void secret_looking_values_are_masked();
};

void ConfigDiff::changes_are_named_by_pointer_in_order()
{
    const auto changes = configChanges(json(R"({"a":1,"b":{"c":[1,2,3],"d":"x"},"gone":null,"t":{"x":1}})"),
        json(R"({"a":2,"b":{"c":[1,5],"d":"x","e/f":true},"t":[1]})"));
    const std::vector<Change> expected{
        { Kind::Changed, QStringLiteral("/a"), QStringLiteral("1"), QStringLiteral("2") },
        { Kind::Changed, QStringLiteral("/b/c/1"), QStringLiteral("2"), QStringLiteral("5") },
        { Kind::Removed, QStringLiteral("/b/c/2"), QStringLiteral("3"), QString() },
        { Kind::Added, QStringLiteral("/b/e~1f"), QString(), QStringLiteral("true") },
        { Kind::Removed, QStringLiteral("/gone"), QStringLiteral("null"), QString() },
        { Kind::Changed, QStringLiteral("/t"), QStringLiteral("{\"x\":1}"), QStringLiteral("[1]") },
    };
    QVERIFY(changes == expected);
}

void ConfigDiff::equal_documents_have_no_changes_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("same") << QByteArray(R"({"a":[1,{"b":null}]})") << QByteArray(R"({"a":[1,{"b":null}]})");
    QTest::newRow("other order") << QByteArray(R"({"a":1,"b":2})") << QByteArray(R"({"b":2,"a":1})");
}

void ConfigDiff::equal_documents_have_no_changes()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QVERIFY(configChanges(json(before), json(after)).empty());
    Json signedNumber = Json::object();
    signedNumber["a"] = 28789; // what code assigns is signed, what is read is not
    QVERIFY(configChanges(json(R"({"a":28789})"), signedNumber).empty());
}

void ConfigDiff::one_and_one_point_nought_differ()
{
    QCOMPARE(configChanges(json("[1]"), json("[1.0]")).size(), size_t(1));
}

void ConfigDiff::a_changed_secret_is_seen_but_not_shown()
{
    const auto changes = configChanges(json(R"({"token":"LABSECRET1"})"), json(R"({"token":"LABSECRET2"})"));
    QCOMPARE(changes.size(), size_t(1));
    QVERIFY(changes[0].secret);
    QCOMPARE(changes[0].before, QStringLiteral("\"[redacted]\""));
    QCOMPARE(changes[0].after, QStringLiteral("\"[redacted]\""));
    QVERIFY(!configChanges(json(R"({"a":1})"), json(R"({"a":2})"))[0].secret);
}

void ConfigDiff::secret_looking_values_are_masked_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("shown");
    const auto row
        = [](const char *given, const char *shown) { QTest::newRow(given) << QByteArray(given) << QByteArray(shown); };
    row(R"({"apiKey":"x"})", R"({"apiKey":"[redacted]"})");
    row(R"({"apiKey":"${KEY}"})", R"({"apiKey":"${KEY}"})");
    row(R"({"apiKey":"${KEY} and more"})", R"({"apiKey":"[redacted]"})");
    row(R"({"github_token":""})", R"({"github_token":""})");
    row(R"({"tokens":{"a":["x",{"b":"y"}]}})", R"({"tokens":{"a":["[redacted]",{"b":"[redacted]"}]}})");
    row(R"({"maxTokens":4096,"token":7,"key":true})", R"({"maxTokens":4096,"token":7,"key":true})");
    row(R"({"password":123456})", R"({"password":"[redacted]"})");
    row(R"({"url":"https://u:p@h/x"})", R"({"url":"https://[redacted]@h/x"})");
    row(R"({"headers":{"Authorization":"Bearer x"}})", R"({"headers":{"Authorization":"[redacted]"}})");
    row(R"({"args":["--api-key=abc","plain"]})", R"({"args":["--api-key=[redacted]","plain"]})");
    row(R"({"auth":{"mode":"token"}})", R"({"auth":{"mode":"token"}})");
}

void ConfigDiff::secret_looking_values_are_masked()
{
    QFETCH(QByteArray, given);
    QTEST(compactJson(maskedConfig(json(given))), "shown");
}

// Outside the class: moc does not read a raw string that spans lines.
void ConfigDiff::what_stands_under_a_secrets_name_is_known_as_one()
{
    const Json config = Json::parse(R"({"gateway":{"auth":{"mode":"token","token":"tok-0123456789"}},
        "models":{"providers":{"x":{"apiKey":"sk-live","baseUrl":"https://x.example/v1"}}},
        "channels":{"telegram":{"botToken":"${TELEGRAM}"}},"credentials":{"type":"oauth","refresh":"r-1234567"},
        "plain":"nothing"})");
    QCOMPARE(secretsOfConfig(config),
        (QStringList{ QStringLiteral("tok-0123456789"), QStringLiteral("sk-live"), QStringLiteral("r-1234567") }));
}

QTEST_APPLESS_MAIN(ConfigDiff)
#include "tst_config_diff.moc"
