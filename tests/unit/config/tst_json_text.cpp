#include "core/config/json_text.h"
#include "unit/config/reference.h"

#include <QTest>

#include <cmath>
#include <cstring>
#include <random>

using namespace undock;

class JsonTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void texts_are_written_as_python_writes_them();
    void floats_are_written_as_python_writes_them();
    void random_documents_are_written_as_python_writes_them();
    void what_would_not_survive_is_refused_with_its_place_data();
    void what_would_not_survive_is_refused_with_its_place();
    void numbers_that_survive_are_taken_data();
    void numbers_that_survive_are_taken();
    void a_byte_order_mark_is_passed_over();
    void bombs_are_refused_quickly();
    void pointers_are_escaped();
};

static const QByteArrayList &documents()
{
    static const QByteArrayList list{ "{}", "[]", "null", "true", "\"text\"", "0", "-0", "-0.0", "0.0", "1.0", "1e5",
        "1E+5", "1e15", "1e16", "1e22", "1e23", "1e-4", "1e-5", "0.1", "123456789.123", "1.7976931348623157e308",
        "5e-324", "2.5e-300", "1.50", "100e-2", "9007199254740993", "9223372036854775807", "-9223372036854775808",
        "18446744073709551615", "{\"a\":{},\"b\":[]}", "[[],[[]],{\"x\":[1,2,{}]}]", "{\"b\":1,\"a\":2,\"A\":3,\"\":4}",
        R"("\u0000\u0001\u001f\b\f\n\r\t\"\\\/\u007f\u0080\u2028\ufeff")", "\"中文 😀\"", R"("\u4e2d\ud83d\ude00")",
        "  [ 1 ,\t2\r\n]  ", R"({"emoji 😀": "\ud83e\udd80"})" };
    return list;
}

void JsonTextTest::texts_are_written_as_python_writes_them()
{
    Reference python;
    for (const QByteArray &text : documents())
        python.add("text", text);
    if (!python.run())
        QSKIP("python3 is not here to compare with");
    for (qsizetype i = 0; i < documents().size(); ++i) {
        const auto parsed = parseJsonText(documents()[i]);
        QVERIFY2(parsed.has_value(), documents()[i].constData());
        QVERIFY(python.at(i).has_value());
        QCOMPARE(jsonText(*parsed), *python.at(i));
    }
}

void JsonTextTest::floats_are_written_as_python_writes_them()
{
    std::mt19937_64 random(42);
    QByteArray text = "[0.5";
    std::vector<double> values{ 0.5 };
    while (values.size() < 20000) {
        const quint64 bits = random();
        double value = 0;
        std::memcpy(&value, &bits, sizeof value);
        if (values.size() % 2 == 0) // every second one of an everyday size
            value = static_cast<double>(bits % 1'000'000'000) / static_cast<double>(1 + bits % 977) * 1e-3;
        if (!std::isfinite(value))
            continue;
        values.push_back(value);
        const QByteArray spelling = QByteArray::number(value, 'g', 17);
        text += ',' + spelling + (spelling.contains('.') || spelling.contains('e') ? "" : ".0");
    }
    Reference python;
    python.add("text", text + ']');
    if (!python.run())
        QSKIP("python3 is not here to compare with");
    Json list = Json::array();
    for (const double value : values)
        list.push_back(value);
    QVERIFY(python.at(0).has_value());
    QCOMPARE(jsonText(list).split('\n'), python.at(0)->split('\n'));
}

namespace {

/// Documents as a program would write them, with every kind of value and awkward texts.
class Documents {
public:
    Json make(int depth = 0)
    {
        switch (m_random() % (depth < 5 ? 9 : 6)) {
        case 0:
            return nullptr;
        case 1:
            return m_random() % 2 == 0;
        case 2:
            return static_cast<qint64>(m_random());
        case 3:
            return static_cast<double>(m_random() % 100000) / 64.0 * (m_random() % 2 == 0 ? 1e20 : 1e-9);
        case 4:
        case 5:
            return text();
        case 6:
            return list(depth);
        default:
            return object(depth);
        }
    }

private:
    std::string text()
    {
        static const char *const parts[]
            = { "a", "中", "😀", "\"", "\\", "/", "\n", "\t", "\x01", "\x7f", "\u2028", " " };
        std::string result;
        for (auto count = m_random() % 6; count > 0; --count)
            result += parts[m_random() % std::size(parts)];
        return result;
    }

    Json list(int depth)
    {
        Json result = Json::array();
        for (auto count = m_random() % 4; count > 0; --count)
            result.push_back(make(depth + 1));
        return result;
    }

    Json object(int depth)
    {
        Json result = Json::object();
        for (auto count = m_random() % 5; count > 0; --count)
            result[text()] = make(depth + 1);
        return result;
    }

    std::mt19937_64 m_random{ 7 };
};

} // namespace

void JsonTextTest::random_documents_are_written_as_python_writes_them()
{
    Documents documentSource;
    Reference python;
    std::vector<QByteArray> texts;
    for (int i = 0; i < 2000; ++i) {
        texts.push_back(QByteArray::fromStdString(documentSource.make().dump(i % 3 - 1, ' ', i % 2 == 0)));
        python.add("text", texts.back());
    }
    if (!python.run())
        QSKIP("python3 is not here to compare with");
    for (size_t i = 0; i < texts.size(); ++i) {
        const auto parsed = parseJsonText(texts[i]);
        QVERIFY2(parsed.has_value(), texts[i].constData());
        QCOMPARE(jsonText(*parsed), *python.at(static_cast<qsizetype>(i)));
        QCOMPARE(jsonText(*parseJsonText(jsonText(*parsed))), jsonText(*parsed));
    }
}

void JsonTextTest::what_would_not_survive_is_refused_with_its_place_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("where");
    const auto row = [](const char *text, const char *code, const char *where) {
        QTest::newRow(text) << QByteArray(text) << QString::fromLatin1(code) << QString::fromLatin1(where);
    };
    row(R"({"a":{"b":[1,18446744073709551616]}})", "json-number", "/a/b/1");
    row("-9223372036854775809", "json-number", "");
    row(R"({"a":1e400})", "json-number", "/a");
    row(R"({"a":1e-400})", "json-number", "/a");
    row(R"({"x":0,"a":0.1000000000000000055511151231257827})", "json-number", "/a");
    row("[9007199254740993.0]", "json-number", "/0");
    row("[12345678901234567.5]", "json-number", "/0");
    row("[1,2,1.00000000000000000001]", "json-number", "/2");
    row(R"({"a":"\ud800"})", "json-string", "/a");
    row(R"({"a":["x","\udc00"]})", "json-string", "/a/1");
    row(R"({"a":"\ud800\u0041"})", "json-string", "/a");
    row("{\"a\":\"\xff\"}", "json-string", "/a");
    row(R"({"a":{"b":1,"c":2,"b":3}})", "json-duplicate-key", "/a/b");
    row(R"({"a/b":{"~":1,"~":1}})", "json-duplicate-key", "/a~1b/~0");
    row(R"({"a":NaN})", "json-syntax", "/a");
    row(R"({"a":-Infinity})", "json-syntax", "/a");
    row(R"({"a":1,})", "json-syntax", "/a");
    row("{\"a\":1} // c", "json-syntax", "");
    row("{'a':1}", "json-syntax", "");
    row("", "json-syntax", "");
    row("{\"a\":\"\n\"}", "json-syntax", "/a");
    row("[01]", "json-syntax", "/1");
}

void JsonTextTest::what_would_not_survive_is_refused_with_its_place()
{
    QFETCH(QByteArray, text);
    const auto parsed = parseJsonText(text);
    QVERIFY(!parsed);
    QTEST(parsed.error().code, "code");
    QTEST(parsed.error().where, "where");
    QCOMPARE(parsed.error().kind, Error::Kind::BadInput);
    QVERIFY(!parsed.error().cure.isEmpty());
}

void JsonTextTest::numbers_that_survive_are_taken_data()
{
    QTest::addColumn<QByteArray>("number");
    for (const char *number : { "1.10", "0.10e1", "10e-1", "1E2", "0e5", "-0e0", "0.0000", "0e99999999999999999999",
             "1.7976931348623157E+308", "4.9406564584124654e-324", "4.2249999999999997e+21", "0.10000000000000001",
             "100000000000000000000.0" })
        QTest::newRow(number) << QByteArray(number);
}

void JsonTextTest::numbers_that_survive_are_taken()
{
    QFETCH(QByteArray, number);
    QVERIFY(parseJsonText(number).has_value());
}

void JsonTextTest::a_byte_order_mark_is_passed_over()
{
    QCOMPARE(jsonText(*parseJsonText("\xef\xbb\xbf{\"a\":1}")), QByteArray("{\n  \"a\": 1\n}\n"));
}

void JsonTextTest::bombs_are_refused_quickly()
{
    QCOMPARE(parseJsonText(QByteArray(1'000'000, '[')).error().code, QStringLiteral("json-too-deep"));
    QCOMPARE(parseJsonText(QByteArray("{\"a\":").repeated(1'000'000)).error().code, QStringLiteral("json-too-deep"));
    QCOMPARE(parseJsonText(QByteArray(9 * 1024 * 1024, ' ')).error().code, QStringLiteral("json-too-large"));
    QVERIFY(parseJsonText(QByteArray(100, '[') + QByteArray(100, ']')));
    QByteArray wide = "{\"0\":0";
    for (int i = 1; i < 300'000; ++i)
        wide += ",\"" + QByteArray::number(i) + "\":0";
    QVERIFY(parseJsonText(wide + '}'));
}

void JsonTextTest::pointers_are_escaped()
{
    QCOMPARE(childPointer(QString(), QStringLiteral("a/b~c")), QStringLiteral("/a~1b~0c"));
}

QTEST_APPLESS_MAIN(JsonTextTest)
#include "tst_json_text.moc"
