#include "core/config/json_text.h"
#include "core/config/openclaw_config.h"
#include "core/config/panel_config.h"
#include "core/steps/facts.h"
#include "core/text/phrase.h"
#include "unit/config/reference.h"
#include "unit/config/transform_cases.h"

#include <QTest>

using namespace undock;

static PanelRepo repo()
{
    return *PanelRepo::parse(u"Bianshumeng/openclaw-panel-public");
}

namespace {

/// The notes as people read them.
QStringList told(const TransformResult &result)
{
    QStringList notes;
    for (const QString &note : result.notes)
        notes << codedInWords(note, QStringLiteral("en"));
    return notes;
}

} // namespace

class Transforms : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void without_corrections_the_bytes_are_those_of_the_procedure();
    void what_the_procedure_gives_up_on_is_refused();
    void an_unset_mode_becomes_local();
    void an_existing_mode_stays_and_is_noted();
    void state_paths_are_rewritten_where_a_path_is_meant();
    void other_traces_of_the_container_are_named();
    void addresses_of_docker_become_the_guest_s_where_they_are_dialled();
    void doing_it_twice_changes_nothing_more();
    void notes_and_changes_never_hold_a_secret();
    void a_stale_log_path_is_replaced();
    void the_panels_own_settings_stay();
    void a_missing_panel_configuration_is_made();
    void an_abandoned_folder_is_named();
    void a_bad_number_is_refused_with_its_place();
};

void Transforms::without_corrections_the_bytes_are_those_of_the_procedure()
{
    Reference python;
    for (const QByteArray &text : openclawTexts())
        python.add("openclaw", text);
    for (const QByteArray &text : panelTexts())
        python.add("panel", text, "Bianshumeng/openclaw-panel-public");
    if (!python.run())
        QSKIP("python3 is not here to compare with");
    QVERIFY(openclawTexts().size() + panelTexts().size() >= 40);
    for (qsizetype i = 0; i < openclawTexts().size(); ++i) {
        const auto ours = transformOpenclawConfig(openclawTexts()[i], GatewayMode::Remote);
        QVERIFY2(ours.has_value() && python.at(i), openclawTexts()[i].constData());
        QCOMPARE(ours->newText, *python.at(i));
    }
    for (qsizetype i = 0; i < panelTexts().size(); ++i) {
        const auto ours = transformPanelConfig(panelTexts()[i], repo());
        QVERIFY2(ours.has_value(), panelTexts()[i].constData());
        QCOMPARE(ours->newText, *python.at(openclawTexts().size() + i));
    }
}

void Transforms::what_the_procedure_gives_up_on_is_refused()
{
    Reference python;
    for (const QByteArray &text : brokenOpenclawTexts())
        python.add("openclaw", text);
    const bool compared = python.run();
    for (qsizetype i = 0; i < brokenOpenclawTexts().size(); ++i) {
        const QByteArray &text = brokenOpenclawTexts()[i];
        QVERIFY2(!transformOpenclawConfig(text, GatewayMode::Local), text.constData());
        QVERIFY2(!compared || !python.at(i), text.constData());
    }
    QCOMPARE(transformOpenclawConfig(R"({"gateway":{"remote":"x"}})", GatewayMode::Local).error().where,
        QStringLiteral("/gateway/remote"));
    QCOMPARE(transformPanelConfig(QByteArray(R"({"log":7})"), repo()).error().where, QStringLiteral("/log"));
}

void Transforms::an_unset_mode_becomes_local()
{
    const auto result = transformOpenclawConfig("{}", GatewayMode::Local);
    QCOMPARE(result->newText, QByteArray(madeFromNothing));
    QVERIFY(result->notes.isEmpty());
}

void Transforms::an_existing_mode_stays_and_is_noted()
{
    const auto result = transformOpenclawConfig(R"({"gateway":{"mode":"remote","bind":"lan"}})", GatewayMode::Local);
    QVERIFY(result->after["gateway"]["mode"] == "remote");
    QCOMPARE(result->notes.size(), 2);
    QVERIFY(told(*result)[0].startsWith(QStringLiteral("kept-mode /gateway/mode: stays")));
    QVERIFY(told(*result)[1].startsWith(QStringLiteral("kept-bind ")));
    QVERIFY(told(*transformOpenclawConfig("{}", GatewayMode::Remote))[0].contains(QStringLiteral("as chosen")));
}

void Transforms::state_paths_are_rewritten_where_a_path_is_meant()
{
    const auto result = transformOpenclawConfig(R"({
        "agents": {"defaults": {"workspace": "/home/node/.openclaw/spaces/工作 区"},
                   "list": [{"id": "a", "workspace": "/home/node/.openclaw/a", "agentDir": "/home/node/.openclaw"}]},
        "session": {"store": "/home/node/.openclaw/s.json"},
        "skills": {"load": {"extraDirs": ["/home/node/.openclaw/skills", "/srv/skills", 7]}},
        "env": {"STATE_DIR": "/home/node/.openclaw"},
        "other": {"workspace": "/home/node/.openclaw-old"}})",
        GatewayMode::Local);
    const Json &after = result->after;
    QVERIFY(after["agents"]["defaults"]["workspace"] == "/root/.openclaw/spaces/工作 区");
    QVERIFY(after["agents"]["list"][0]["workspace"] == "/root/.openclaw/a");
    QVERIFY(after["agents"]["list"][0]["agentDir"] == "/root/.openclaw");
    QVERIFY(after["session"]["store"] == "/root/.openclaw/s.json");
    QVERIFY(after["skills"]["load"]["extraDirs"][0] == "/root/.openclaw/skills");
    QVERIFY(after["skills"]["load"]["extraDirs"][1] == "/srv/skills");
    QVERIFY(after["env"]["STATE_DIR"] == "/root/.openclaw");
    QVERIFY(after["other"]["workspace"] == "/home/node/.openclaw-old");
    QCOMPARE(told(*result).filter(QStringLiteral("path-rewritten ")).size(), 6);
    QVERIFY(told(*result).filter(QStringLiteral("old-path /other/workspace")).size() == 1);
}

void Transforms::other_traces_of_the_container_are_named()
{
    const auto result = transformOpenclawConfig(R"({
        "prompt": "look in /home/node/.openclaw/workspace first",
        "tools": {"dir": "/home/node/tools", "bin": "/app/skills/x", "no": "/apple"},
        "agents": {"$include": "./agents.json5"}})",
        GatewayMode::Local);
    QVERIFY(result->after["prompt"] == "look in /home/node/.openclaw/workspace first");
    QCOMPARE(result->notes.size(), 4);
    QVERIFY(told(*result)[0].startsWith(QStringLiteral("old-path /prompt:")));
    QVERIFY(told(*result)[1].startsWith(QStringLiteral("container-path /tools/dir:")));
    QVERIFY(told(*result)[2].startsWith(QStringLiteral("container-path /tools/bin:")));
    QVERIFY(told(*result)[3].startsWith(QStringLiteral("included-file /agents/$include:")));
}

void Transforms::addresses_of_docker_become_the_guest_s_where_they_are_dialled()
{
    const auto facts = Facts::fromJson(Json::array({ Json::array({ "address", "ollama:11434 127.0.0.1:21434" }),
        Json::array({ "address", "proxy 127.0.0.1:3128" }), Json::array({ "address", "x:1 evil.example:1" }),
        Json::array({ "address", "localhost:18789 127.0.0.1:28789" }), Json::array({ "other", "y:1 127.0.0.1:1" }) }));
    const AddressChanges changes = addressChanges(facts);
    QCOMPARE(changes.size(), size_t(3));
    const auto result
        = transformOpenclawConfig(R"({"models": {"providers": {"o": {"baseUrl": "http://u:p@OLLAMA:11434/v1"}}},
        "tools": ["http://proxy/x", "ollama:11434", "proxy", "http://my-ollama:11434", "http://ollama:114345", "http://proxy.example.com"],
        "gateway": {"controlUi": {"allowedOrigins": ["http://localhost:18789"]}, "trustedProxies": ["proxy"]}})",
            GatewayMode::Local, changes);
    QVERIFY(result.has_value());
    QVERIFY(result->after["models"]["providers"]["o"]["baseUrl"] == "http://u:p@127.0.0.1:21434/v1");
    QVERIFY(result->after["tools"]
        == Json::array({ "http://127.0.0.1:3128/x", "127.0.0.1:21434", "proxy", "http://my-ollama:11434",
            "http://ollama:114345", "http://proxy.example.com" }));
    QVERIFY(result->after["gateway"]["controlUi"]["allowedOrigins"][0] == "http://localhost:18789");
    const QStringList notes = told(*result).filter(QStringLiteral("address-direct "));
    QCOMPARE(notes.size(), 3);
    QCOMPARE(notes[0], QStringLiteral("address-direct /models/providers/o/baseUrl: now 127.0.0.1:21434"));
}

void Transforms::doing_it_twice_changes_nothing_more()
{
    for (const QByteArray &text : openclawTexts()) {
        const auto once = transformOpenclawConfig(text, GatewayMode::Local);
        const auto twice = transformOpenclawConfig(once->newText, GatewayMode::Local);
        QCOMPARE(twice->newText, once->newText);
        QVERIFY(twice->changes.empty());
    }
    for (const QByteArray &text : panelTexts()) {
        const auto once = transformPanelConfig(text, repo());
        const auto twice = transformPanelConfig(once->newText, repo());
        QCOMPARE(twice->newText, once->newText);
        QVERIFY(twice->changes.empty());
    }
}

void Transforms::notes_and_changes_never_hold_a_secret()
{
    const auto result = transformOpenclawConfig(
        R"({"gateway":{"mode":"remote","remote":{"url":"ws://LABSECRET:LABSECRET@h","token":"LABSECRET"}},
            "authTokenFile":"/home/node/.openclaw/LABSECRET","x":"/home/node LABSECRET"})",
        GatewayMode::Local);
    QVERIFY(result.has_value());
    QVERIFY(!result->changes.empty());
    QString shown = result->notes.join(u'\n');
    for (const Change &change : result->changes)
        shown += change.before + change.after;
    QVERIFY2(!shown.contains(QStringLiteral("LABSECRET")), qPrintable(shown));
    QVERIFY(result->newText.contains("LABSECRET"));
}

void Transforms::a_stale_log_path_is_replaced()
{
    const auto result = transformPanelConfig(QByteArray(R"({"log":{"file_path":"/var/log/x","lines":5}})"), repo());
    QVERIFY(result->after["log"]["file_path"] == "/root/.openclaw/logs/gateway.log");
    QVERIFY(result->after["log"]["lines"] == 5);
    QVERIFY(told(*result).front().startsWith(QStringLiteral("stale-log-path /log/file_path:")));
    QVERIFY(transformPanelConfig(QByteArray("{}"), repo())->notes.isEmpty());
}

void Transforms::the_panels_own_settings_stay()
{
    const auto result = transformPanelConfig(
        QByteArray(
            R"({"reverse_proxy":{"enabled":true},"update":{"github_token":"LABSECRET"},"panel":{"image_repo":"x"}})"),
        repo());
    QVERIFY(result->after["reverse_proxy"] == (Json{ { "enabled", true } }));
    QVERIFY(result->after["update"]["github_token"] == "LABSECRET");
    QVERIFY(result->after["panel"]["image_repo"] == "x");
    QVERIFY(result->after["update"]["panel_release_repo"] == "Bianshumeng/openclaw-panel-public");
}

void Transforms::a_missing_panel_configuration_is_made()
{
    const auto result = transformPanelConfig(std::nullopt, repo());
    QCOMPARE(result->newText, transformPanelConfig(QByteArray("{}"), repo())->newText);
    QVERIFY(result->after["runtime"]["mode"] == "systemd");
}

void Transforms::an_abandoned_folder_is_named()
{
    const auto result
        = transformPanelConfig(QByteArray(R"({"openclaw":{"gateway_media_root":"/data/openclaw/media"}})"), repo());
    QVERIFY(result->after["openclaw"]["gateway_media_root"] == "/data/openclaw/media");
    QVERIFY(told(*result).front().startsWith(QStringLiteral("old-path /openclaw/gateway_media_root:")));
}

void Transforms::a_bad_number_is_refused_with_its_place()
{
    const Error error = transformOpenclawConfig(R"({"a":{"b":[0,1e999]}})", GatewayMode::Local).error();
    QCOMPARE(error.where, QStringLiteral("/a/b/1"));
    QCOMPARE(error.code, QStringLiteral("json-number"));
}

QTEST_APPLESS_MAIN(Transforms)
#include "tst_transforms.moc"
