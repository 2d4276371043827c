#pragma once

#include <QByteArray>
#include <QByteArrayList>

/// Configurations in which no correction of the printed procedure shows:
/// the mode is asked to be remote, and nothing names the container's places.
inline const QByteArrayList &openclawTexts()
{
    static const QByteArrayList list{
        "{}",
        R"({"gateway":{}})",
        R"({"gateway":{"port":18789}})",
        R"({"gateway":{"mode":"local"}})",
        R"({"gateway":{"mode":"remote","remote":{"url":"ws://192.0.2.1:1","token":"x"}}})",
        R"({"gateway":{"mode":"","bind":""}})",
        R"({"gateway":{"mode":null,"bind":null}})",
        R"({"gateway":{"mode":0,"bind":false}})",
        R"({"gateway":{"mode":[],"bind":{}}})",
        R"({"gateway":{"mode":0.0,"bind":-0.0}})",
        R"({"gateway":{"bind":"lan"}})",
        R"({"gateway":{"bind":["lan"],"mode":{"x":1}}})",
        R"({"gateway":{"bind":true,"mode":7}})",
        R"({"gateway":{"controlUi":{}}})",
        R"({"gateway":{"controlUi":{"allowedOrigins":[]}}})",
        R"({"gateway":{"controlUi":{"allowedOrigins":null}}})",
        R"({"gateway":{"controlUi":{"allowedOrigins":""}}})",
        R"({"gateway":{"controlUi":{"allowedOrigins":{}}}})",
        R"({"gateway":{"controlUi":{"allowedOrigins":0}}})",
        R"({"gateway":{"controlUi":{"allowedOrigins":["*"]}}})",
        R"({"gateway":{"controlUi":{"allowedOrigins":["http://localhost:18789"]}}})",
        R"({"gateway":{"controlUi":{"allowedOrigins":["http://localhost:18789","http://127.0.0.1:18789",1,null]}}})",
        R"({"gateway":{"controlUi":{"allowedOrigins":["https://a.example"],"enabled":true,"basePath":"/x"}}})",
        R"({"gateway":{"auth":{"mode":"token","token":"LABSECRET"},"port":1,"trustedProxies":["127.0.0.1"]}})",
        R"({"z":1,"gateway":{"remote":{}},"a":[1,2,3]})",
        R"({"meta":{"lastTouchedVersion":"2026.2.19"},"agents":{"defaults":{"workspace":"/root/ws"},"list":[]}})",
        R"({"models":{"providers":{"lab":{"baseUrl":"http://10.10.10.1:9/v1","apiKey":"${LAB_MODEL_KEY}"}}}})",
        R"({"channels":{"telegram":{"botToken":"x","groups":{"*":{"requireMention":true}}}}})",
        "{\"emoji 😀\":\"中文\",\"esc\":\"\\u0001\\u2028\\\"\\\\/\"}",
        R"({"numbers":[1e16,-0.0,1.0,1e-7,0.1,12345678901234567,1e5,18446744073709551615]})",
        "{\"empty\":{},\"list\":[],\"deep\":[[[[{\"a\":[{}]}]]]]}",
        "  {\t\"gateway\" : {\r\n \"port\" : 28789 , \"mode\":\"local\" } }  ",
        R"({"gateway":{"port":"28789","remote":{"url":"ws://127.0.0.1:28789"},"mode":"local","bind":"loopback"}})",
        R"({"path":"~/.openclaw","dir":"/root/.openclaw/x"})",
        R"({"gateway":{"tailscale":{"mode":"off"},"reload":{"mode":"hybrid"}},"plugins":{"entries":{}}})",
    };
    return list;
}

/// Ones in which the printed procedure gives up; ours refuse.
inline const QByteArrayList &brokenOpenclawTexts()
{
    static const QByteArrayList list{ R"({"gateway":null})", R"({"gateway":[]})", R"({"gateway":{"remote":"x"}})",
        R"({"gateway":{"controlUi":[]}})", "[]", "7", R"({"gateway":{"controlUi":{"allowedOrigins":{"a":1}}}})",
        R"({"gateway":{"controlUi":{"allowedOrigins":true}}})", "{", "" };
    return list;
}

inline const QByteArrayList &panelTexts()
{
    static const QByteArrayList list{
        "{}",
        R"({"panel":{"listen_host":"0.0.0.0","listen_port":8080,"container_name":"openclaw-panel"}})",
        R"({"runtime":{"mode":"docker","x":1},"a":1})",
        R"({"docker":{"enabled":true,"socket":"/var/run/docker.sock"}})",
        R"({"log":{"source":"docker","lines":200}})",
        R"({"log":{"file_path":"/root/.openclaw/logs/gateway.log"}})",
        R"({"update":{"github_token":"LABSECRET-github","channel":"stable"}})",
        R"({"update":{"github_token":null}})",
        R"({"reverse_proxy":{"enabled":true,"host":"panel.example","ports":[80,443]},"openclaw":{"gateway_port":18789}})",
        R"({"openclaw":{"container_name":"openclaw-gateway","image_repo":"openclaw/openclaw"},"theme":"深色 😀"})",
    };
    return list;
}

inline constexpr char madeFromNothing[] = R"({
  "gateway": {
    "port": 28789,
    "bind": "loopback",
    "mode": "local",
    "remote": {
      "url": "ws://127.0.0.1:28789"
    },
    "controlUi": {
      "allowedOrigins": [
        "http://127.0.0.1:18789",
        "http://localhost:18789"
      ]
    }
  }
}
)";
