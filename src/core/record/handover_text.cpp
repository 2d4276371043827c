#include "core/record/handover_text.h"

#include "core/params/node_target.h"
#include "core/record/sections.h"
#include "core/text/display_safe.h"
#include "core/text/redact.h"
#include "guest_layout.h"

namespace undock {

namespace {

using Phase = RunState::Phase;

/// Tells by two numbers whether gateway and panel answer in the VM.
constexpr char askBoth[]
    = "curl -sS -o /dev/null -o /dev/null -w '%{http_code}\\n' http://127.0.0.1:" LAYOUT_GATEWAY_PORT_TEXT
      "/ http://127.0.0.1:" LAYOUT_PANEL_PORT_TEXT "/";

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
        text.line(t("hello-the-bot-on-vm") + vm + t("runs-as-it-did-before-it-was-not-moved-and"));
    } else {
        text.line(t("hello-the-bot-on-vm") + vm + t("no-longer-runs-in-docker-but-directly"));
        text.line(t("for-you-nothing-changed-address-login"));
    }
    text.item(t("address"), address.isEmpty() ? t("as-before") : address);
    if (const QString down = downtime(story); !down.isEmpty())
        text.item(t("it-was-down-for"), down);
    if (isDirect(state.phase())) {
        text.item(t("please-try"), t("log-in-to-the-panel-read-an-old-conversation"));
    }
    text.item(t("if-anything-is-not-as-it-was-tell"), who.isEmpty() ? t("whoever-sent-you-this") : who);
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
    text.line(t("vm-number") + handedValue(state.vmid() + QLatin1Char(' ') + state.fact(u"vm_name")) + t("on-node")
        + handedValue(state.node()) + t("and-run") + handedValue(state.run()));
    text.item(t("it-stands"), plainWords(summaryOf(story)));
    text.item(t("it-was-down-for-line"), downtime(story));
    if (direct) {
        text.item(t("versions-line"),
            QStringLiteral("OpenClaw ") + fact(u"openclaw_version") + t("and-panel") + fact(u"panel_tag")
                + t("and-node") + fact(u"node_version"));
        text.item(t("data-line"), t("root-openclaw-with-openclaw-json-dockers"));
        text.item(t("panel-line"), t("program-opt-openclaw-panel-configuration-etc"));
        text.item(t("services"), gateway + (panel.isEmpty() ? QString() : t("enumeration") + panel));
        if (!gateway.isEmpty()) {
            text.item(t("logs"),
                QStringLiteral("journalctl -u ") + gateway + QStringLiteral(" -e")
                    + (panel.isEmpty() ? QString()
                                       : QStringLiteral("; journalctl -u ") + panel + QStringLiteral(" -e")));
            text.item(t("is-it-well-ask"),
                QStringLiteral("systemctl status ") + gateway + QLatin1Char(' ') + panel + QStringLiteral("; ")
                    + QLatin1String(askBoth));
        }
    } else {
        text.item(t("is-it-well-ask"), QStringLiteral("docker ps; ") + QLatin1String(askBoth));
    }
    text.item(t("the-whole-acceptance-at-the-desk"),
        direct ? QStringLiteral("openclaw-undock-cli check --vmid ") + handedValue(state.vmid()) : QString());
    text.line(t("way-back-line"));
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
