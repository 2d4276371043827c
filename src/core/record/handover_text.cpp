#include "core/record/handover_text.h"

#include "core/params/node_target.h"
#include "core/record/sections.h"
#include "core/text/display_safe.h"
#include "core/text/redact.h"

namespace undock {

namespace {

using Phase = RunState::Phase;

/// A value of a machine or a person, on one line and without a secret.
QString handedValue(const QString &text)
{
    static const Redactor secrets;
    return displayLine(secrets.redact(text), 300);
}

QString plainWords(const Inline &text)
{
    QString plain;
    for (const Inline::Part &part : text.parts) {
        // The blanks between two parts belong to the sentence.
        plain += (part.text.startsWith(QLatin1Char(' ')) ? QStringLiteral(" ") : QString()) + handedValue(part.text)
            + (part.text.endsWith(QLatin1Char(' ')) ? QStringLiteral(" ") : QString());
    }
    return plain;
}

bool isDirect(Phase phase)
{
    return phase == Phase::AwaitingUser || phase == Phase::Accepted || phase == Phase::Deleting
        || phase == Phase::Deleted;
}

QString unitName(const RunState &state, QStringView fact)
{
    return handedValue(state.fact(fact)).section(QLatin1Char('/'), -1);
}

/// Lines of a text, each "- name: value"; what is not known is left out.
class HandedLines {
public:
    void line(const QString &text) { m_lines << text; }
    void item(const QString &name, const QString &value)
    {
        if (!value.trimmed().isEmpty())
            m_lines << QStringLiteral("- ") + name + value;
    }
    QString take() const { return m_lines.join(QLatin1Char('\n')) + QLatin1Char('\n'); }

private:
    QStringList m_lines;
};

QString downtime(const RunStory &story)
{
    const RunState &state = story.state();
    const auto ms = state.outageMs(u"gateway", state.lastEventAt());
    return ms ? story.duration(*ms) : QString();
}

QString userText(const RunStory &story)
{
    const Words &t = story.t();
    const RunState &state = story.state();
    const QString vm = handedValue(state.vmid() + QLatin1Char(' ') + state.fact(u"vm_name"));
    const QString address = panelAddress(state);
    const QString who = handedValue(state.operatorName());
    HandedLines text;
    if (!isDirect(state.phase())) {
        text.line(t("您好，小鸡 ", "Hello. The bot on VM ") + vm
            + t(" 的机器人照旧运行，这次没有换底座，您不用做什么。",
                " runs as it did before; it was not moved, and you need not do anything."));
    } else {
        text.line(t("您好，小鸡 ", "Hello. The bot on VM ") + vm
            + t(" 的机器人已从 Docker 换成直接运行。", " no longer runs in Docker but directly."));
        text.line(t("对您来说什么都没变：地址、登录、聊天记录、设置都和原来一样。",
            "For you nothing changed: address, login, conversations and settings are as before."));
    }
    text.item(t("地址：", "Address: "), address.isEmpty() ? t("和原来一样", "as before") : address);
    if (const QString down = downtime(story); !down.isEmpty())
        text.item(t("期间停机：", "It was down for: "), down);
    if (isDirect(state.phase())) {
        text.item(t("请试一试：", "Please try: "),
            t("登录面板，看一段以前的对话，发一条消息，改一项设置并保存。",
                "log in to the panel, read an old conversation, send a message, change a setting and save it."));
    }
    text.item(t("有哪里和原来不一样，请告诉：", "If anything is not as it was, tell: "),
        who.isEmpty() ? t("给您发这段话的人", "whoever sent you this") : who);
    return text.take();
}

QString operatorText(const RunStory &story)
{
    const Words &t = story.t();
    const RunState &state = story.state();
    const bool direct = isDirect(state.phase());
    const auto fact = [&](QStringView name) { return handedValue(state.fact(name)); };
    const QString gateway = unitName(state, u"gateway_unit"), panel = unitName(state, u"panel_unit");
    HandedLines text;
    text.line(t("小鸡 ", "VM ") + handedValue(state.vmid() + QLatin1Char(' ') + state.fact(u"vm_name"))
        + t("，母机 ", " on node ") + handedValue(state.node()) + t("，运行 ", ", run ") + handedValue(state.run()));
    text.item(t("现状：", "It stands: "), plainWords(summaryOf(story)));
    text.item(t("停机：", "It was down for: "), downtime(story));
    if (direct) {
        text.item(t("版本：", "Versions: "),
            QStringLiteral("OpenClaw ") + fact(u"openclaw_version") + t("，面板 ", ", panel ") + fact(u"panel_tag")
                + t("，Node ", ", Node ") + fact(u"node_version"));
        text.item(t("数据：", "Data: "),
            t("/root/.openclaw（openclaw.json 也在这里）；Docker 版的 /data/openclaw、/data/panel、/opt/openclaw "
              "原样未动",
                "/root/.openclaw, with openclaw.json; Docker's /data/openclaw, /data/panel and /opt/openclaw are as "
                "they were"));
        text.item(t("面板：", "Panel: "),
            t("程序 /opt/openclaw-panel，配置 /etc/openclaw-panel/panel.config.json",
                "program /opt/openclaw-panel, configuration /etc/openclaw-panel/panel.config.json"));
        text.item(t("服务：", "Services: "), gateway + (panel.isEmpty() ? QString() : t("、", ", ") + panel));
        if (!gateway.isEmpty()) {
            text.item(t("日志：", "Logs: "),
                QStringLiteral("journalctl -u ") + gateway + QStringLiteral(" -e")
                    + (panel.isEmpty() ? QString()
                                       : QStringLiteral("; journalctl -u ") + panel + QStringLiteral(" -e")));
            text.item(t("好不好，问它：", "Is it well? Ask: "),
                QStringLiteral("systemctl status ") + gateway + QLatin1Char(' ') + panel
                    + QStringLiteral(
                        "; curl -sS -o /dev/null -o /dev/null -w '%{http_code}\\n' http://127.0.0.1:28789/ "
                        "http://127.0.0.1:28080/"));
        }
    } else {
        text.item(t("好不好，问它：", "Is it well? Ask: "),
            QStringLiteral("docker ps; curl -sS -o /dev/null -o /dev/null -w '%{http_code}\\n' http://127.0.0.1:28789/ "
                           "http://127.0.0.1:28080/"));
    }
    text.item(t("完整验收（在装有本程序的电脑上）：", "The whole acceptance, at the desk: "),
        direct ? QStringLiteral("openclaw-undock-cli check --vmid ") + handedValue(state.vmid()) : QString());
    text.line(t("回滚：", "Way back:"));
    for (const Inline &way : waysBack(story))
        text.item(QString(), plainWords(way));
    return text.take();
}

} // namespace

QString panelAddress(const RunState &state)
{
    const auto node = NodeTarget::parse(state.node());
    QString host = node ? node->host() : state.node().section(QLatin1Char('@'), -1);
    if (host.contains(QLatin1Char(':')) && !host.startsWith(QLatin1Char('[')))
        host = QLatin1Char('[') + host + QLatin1Char(']');
    const QString port = state.fact(u"port_panel").section(QLatin1Char(' '), 0, 0).section(QLatin1Char(','), 0, 0);
    return port.isEmpty() ? QString() : displayLine(QStringLiteral("http://%1:%2/").arg(host, port), 200);
}

std::optional<HandoverText> handoverText(const std::vector<JournalEvent> &events, const RecordOptions &options)
{
    const RunStory story(events, options);
    const Phase phase = story.state().phase();
    if (!isDirect(phase) && phase != Phase::RolledBack)
        return std::nullopt;
    return HandoverText{ userText(story), operatorText(story) };
}

} // namespace undock
