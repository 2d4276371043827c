#include "core/params/run_parameters.h"

#include <QSet>
#include <QTest>

using namespace undock;
using Fields = QMap<QString, QString>;

static Fields enough()
{
    return { { QStringLiteral("vmid"), QStringLiteral("102") },
        { QStringLiteral("node"), QStringLiteral("root@192.0.2.10") },
        { QStringLiteral("operator"), QStringLiteral("李雷") } };
}

static QStringList places(const std::vector<Error> &errors)
{
    QStringList list;
    for (const Error &error : errors)
        list += error.where;
    return list;
}

class RunParametersTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void what_is_not_given_gets_the_procedures_default();
    void every_bad_field_is_reported_at_once();
    void vmid_node_and_operator_must_be_given();
    void an_unknown_field_is_reported();
    void fields_and_json_give_the_same_back();
    void json_keeps_the_order_of_fields();
    void json_of_a_newer_version_is_read();
    void json_from_before_there_were_thresholds_is_read();
    void json_of_a_wrong_shape_is_refused();
};

void RunParametersTest::what_is_not_given_gets_the_procedures_default()
{
    const auto made = makeRunParameters(enough());
    QVERIFY(made.has_value());
    QCOMPARE(made->vmid.value(), 102);
    QVERIFY(!made->ip);
    QCOMPARE(made->panelTag.toString(), QStringLiteral("v2026.02.20-r4"));
    QCOMPARE(made->panelRepo.toString(), QStringLiteral("Bianshumeng/openclaw-panel-public"));
    QCOMPARE(made->openclawVersion.kind(), OpenclawVersion::Kind::Same);
    QCOMPARE(made->gatewayMode, GatewayMode::Local);
    QCOMPARE(made->order, Order::Procedure);
    QCOMPARE(made->installerUrl.toString(), QStringLiteral("https://openclaw.ai/install.sh"));
    QCOMPARE(made->panelSource.toString(), QStringLiteral("https://api.github.com"));
    QVERIFY(!made->npmRegistry);
    QCOMPARE(made->steadySeconds, 4);
    QCOMPARE(made->leastFreeMib, 512);
}

void RunParametersTest::every_bad_field_is_reported_at_once()
{
    Fields fields;
    for (const QString &name : runParameterFields())
        fields[name] = QStringLiteral("-\n$(id)");
    const auto made = makeRunParameters(fields);
    QVERIFY(!made);
    QCOMPARE(places(made.error()), runParameterFields());
}

void RunParametersTest::vmid_node_and_operator_must_be_given()
{
    const auto made = makeRunParameters({ { QStringLiteral("vmid"), QString() } });
    QVERIFY(!made);
    QCOMPARE(places(made.error()),
        QStringList({ QStringLiteral("vmid"), QStringLiteral("node"), QStringLiteral("operator") }));
    for (const Error &error : made.error())
        QCOMPARE(error.code, QStringLiteral("field-missing"));
}

void RunParametersTest::an_unknown_field_is_reported()
{
    Fields fields = enough();
    fields[QStringLiteral("panel-tag")] = QStringLiteral("v1");
    const auto made = makeRunParameters(fields);
    QVERIFY(!made);
    QCOMPARE(places(made.error()), QStringList(QStringLiteral("panel-tag")));
}

static RunParameters everythingSet()
{
    Fields fields = enough();
    fields[QStringLiteral("ip")] = QStringLiteral("10.10.10.14");
    fields[QStringLiteral("npm_registry")] = QStringLiteral("http://10.10.10.1:4873");
    fields[QStringLiteral("installer_sha256")] = QString(64, QLatin1Char('a'));
    fields[QStringLiteral("panel_sha256")] = QString(64, QLatin1Char('0'));
    fields[QStringLiteral("order")] = QStringLiteral("early");
    fields[QStringLiteral("gateway_mode")] = QStringLiteral("remote");
    fields[QStringLiteral("openclaw_version")] = QStringLiteral("2026.2.19");
    fields[QStringLiteral("steady_seconds")] = QStringLiteral("90");
    fields[QStringLiteral("least_free_mib")] = QStringLiteral("2048");
    return *makeRunParameters(fields);
}

void RunParametersTest::fields_and_json_give_the_same_back()
{
    for (const RunParameters &parameters : { everythingSet(), *makeRunParameters(enough()) }) {
        QVERIFY(*makeRunParameters(toFields(parameters)) == parameters);
        QVERIFY(*runParametersFromJson(nlohmann::ordered_json::parse(toJson(parameters).dump())) == parameters);
    }
}

void RunParametersTest::json_keeps_the_order_of_fields()
{
    const auto json = toJson(everythingSet());
    QStringList keys;
    for (const auto &item : json.items())
        keys += QString::fromStdString(item.key());
    QCOMPARE(keys, runParameterFields());
    QVERIFY(json["vmid"].is_number_integer());
    QVERIFY(toJson(*makeRunParameters(enough()))["ip"].is_null());
}

void RunParametersTest::json_of_a_newer_version_is_read()
{
    auto json = toJson(everythingSet());
    json["invented_later"] = { 1, 2 };
    QVERIFY(*runParametersFromJson(json) == everythingSet());
}

void RunParametersTest::json_from_before_there_were_thresholds_is_read()
{
    auto json = toJson(*makeRunParameters(enough()));
    json.erase("steady_seconds");
    json.erase("least_free_mib");
    QVERIFY(*runParametersFromJson(json) == *makeRunParameters(enough()));
}

void RunParametersTest::json_of_a_wrong_shape_is_refused()
{
    QCOMPARE(runParametersFromJson(nlohmann::ordered_json::array()).error().code, QStringLiteral("not-an-object"));
    auto json = toJson(everythingSet());
    json["order"] = { "early" };
    QCOMPARE(runParametersFromJson(json).error().where, QStringLiteral("order"));
    json["order"] = 1;
    QCOMPARE(runParametersFromJson(json).error().code, QStringLiteral("bad-order"));
    json = toJson(everythingSet());
    json["vmid"] = 102.5;
    QCOMPARE(runParametersFromJson(json).error().code, QStringLiteral("field-type"));
}

QTEST_APPLESS_MAIN(RunParametersTest)
#include "tst_run_parameters.moc"
