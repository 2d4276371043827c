#include "core/params/field.h"
#include "core/record/sections.h"

namespace undock {

namespace {

using Row = std::vector<Inline>;

class KeyTable {
public:
    KeyTable(const Words &t, const char *zh = "项目", const char *en = "Item")
        : m_rows{ Row{ Inline(t(zh, en)), Inline(t("内容", "Value")) } }
    {
    }
    void add(const QString &name, const Inline &value)
    {
        if (!value.isEmpty())
            m_rows.push_back({ Inline(name), value });
    }
    std::vector<Row> take() { return std::move(m_rows); }

private:
    std::vector<Row> m_rows;
};

Inline listed(const QStringList &values)
{
    Inline text;
    for (const QString &value : values) {
        if (value.isEmpty())
            continue;
        if (!text.isEmpty())
            text += Inline(QStringLiteral(", "));
        text += quoted(value);
    }
    return text;
}

Inline ports(const RunStory &story)
{
    const Words &t = story.t();
    const RunState &state = story.state();
    Inline text;
    const auto add = [&](const QString &name, const QString &fact) {
        const QString value = state.fact(fact);
        if (value.isEmpty())
            return;
        if (!text.isEmpty())
            text += Inline(t("；", "; "));
        text += Inline(name + QLatin1Char(' ')) + quoted(value);
    };
    add(t("管理入口", "panel"), QStringLiteral("port_panel"));
    add(t("网关入口", "gateway"), QStringLiteral("port_gateway"));
    add(QStringLiteral("SSH"), QStringLiteral("port_ssh"));
    add(t("端口块", "block"), QStringLiteral("port_block"));
    return text;
}

void addReads(KeyTable &table, const RunStory &story)
{
    for (const Json &read : story.state().reads()) {
        if (!read.contains("files") || !read["files"].is_array())
            continue;
        for (const Json &file : read["files"]) {
            table.add(story.t()("已读文件", "Read beforehand"),
                quoted(stringAt(file, "name")) + Inline(QStringLiteral(" sha256 ")) + quoted(stringAt(file, "sha256"))
                    + Inline(QStringLiteral(" (")) + said(stringAt(read, "by")) + Inline(QStringLiteral(")")));
        }
    }
}

void addHands(KeyTable &table, const RunStory &story)
{
    const Words &t = story.t();
    for (const JournalEvent *event : story.all(event::lease)) {
        const QString action = stringAt(event->data, "action");
        if (action != QLatin1String("taken-over") && action != QLatin1String("adopted")
            && action != QLatin1String("lost"))
            continue;
        const QString what = action == QLatin1String("lost") ? t("失去占用", "lease lost")
            : action == QLatin1String("adopted")             ? t("由另一桌面接手", "adopted by another desk")
                                                             : t("接管占用", "lease taken over");
        Inline told = Inline(story.time(event->at) + QLatin1Char(' ')) + said(stringAt(event->data, "holder"));
        if (const QString reason = stringAt(event->data, "reason"); !reason.isEmpty())
            told = told + Inline(QStringLiteral(": ")) + said(reason);
        if (!stringAt(event->data, "accepted_copy").isEmpty())
            told = told
                + Inline(t("；节点不能证明小鸡里的日志副本，操作者按名接受了它",
                    "; nothing proved the copy of the journal in the VM, and it was accepted by name"));
        table.add(what, told);
    }
    for (const JournalEvent *event : story.all(event::resumed)) {
        table.add(t("继续执行", "Resumed"),
            Inline(story.time(event->at) + QLatin1Char(' ')) + said(stringAt(event->data, keyOf(Field::Operator)))
                + Inline(QStringLiteral(" @ ")) + quoted(stringAt(event->data, "host")));
    }
}

void addBefore(RecordSection &section, const RunStory &story)
{
    const Words &t = story.t();
    const JobStory *scan = story.newest(StepRole::Scans);
    if (!scan)
        return;
    const Facts &facts = scan->job->facts;
    section.heading2(t("迁移前状态", "State before"));
    const size_t first = section.blocks.size();
    KeyTable table(t);
    table.add(t("系统", "System"), listed({ facts.value(u"os"), facts.value(u"kernel") }));
    table.add(t("容器", "Containers"), listed(facts.all(u"container")));
    table.add(t("容器内 OpenClaw", "OpenClaw in the container"), quoted(facts.value(u"container_version")));
    table.add(t("容器内 Node", "Node in the container"), quoted(facts.value(u"container_node")));
    table.add(QStringLiteral("Docker"), quoted(facts.value(u"docker_server")));
    for (const char *part : { "openclaw", "panel", "compose", "ssh", "opt" }) {
        const QString name = QLatin1String(part);
        const QString bytes = facts.value(QStringLiteral("size_") + name);
        if (bytes.isEmpty())
            continue;
        table.add(t("数据 ", "Data ") + name,
            Inline(story.size(bytes.toLongLong()))
                + Inline(t("，文件 ", ", files ") + facts.value(QStringLiteral("files_") + name)));
    }
    if (facts.has(u"disk_free"))
        table.add(t("磁盘余量 / 需要", "Disk free / needed"),
            Inline(story.size(facts.number(u"disk_free")) + QStringLiteral(" / ")
                + story.size(facts.number(u"disk_needed"))));
    table.add(t("监听", "Listening"), listed(facts.all(u"listener")));
    table.add(t("Docker 版的应答（验收与回滚以此为准）",
                  "How Docker's version answered (what acceptance and rollback go by)"),
        listed(facts.all(u"answered")));
    table.add(QStringLiteral("openclaw.json"), quoted(facts.value(u"config_state")));
    table.add(t("原有 /root/.openclaw", "/root/.openclaw before"), value(facts.value(u"target_state"), story));
    table.add(t("残留的 openclaw / node", "Leftover openclaw / node"),
        value(facts.value(u"openclaw_bin"), story) + Inline(QStringLiteral(" / "))
            + value(facts.value(u"node_bin"), story));
    table.add(t("容器层改动", "Changes in the container's layer"), listed(facts.all(u"layer_changes")));
    table.add(t("调用 docker exec 的地方", "What calls docker exec"), listed(facts.all(u"docker_caller")));
    section.table(table.take());
    section.foldFrom(
        first, t("扫描看到的机器、容器、数据与应答", "The machine, containers, data and answers that the scan saw"));

    std::vector<Inline> findings;
    for (const JobStory &job : story.jobs()) {
        const JobStory *newest = story.newest(job.job->step); // none where it never ran
        if (job.job->stage != Stage::A || !newest || newest->job != job.job)
            continue;
        for (const Finding &finding : findingsOf(job.job->facts)) {
            if (finding.level == Finding::Level::Fine)
                continue;
            const bool blocks = finding.level == Finding::Level::Blocks;
            findings.push_back(Inline(blocks ? t("阻断：", "blocks: ") : t("注意：", "attention: "))
                + told(finding.text, story) + Inline(QStringLiteral(" (")) + quoted(finding.code)
                + Inline(QStringLiteral(")")));
        }
    }
    section.list(std::move(findings));
}

} // namespace

RecordSection basicsSection(const RunStory &story)
{
    const Words &t = story.t();
    const RunState &state = story.state();
    const Json &created = state.created();
    RecordSection section;
    section.id = QStringLiteral("basics");
    section.heading = t("基本信息（机器、执行人、执行时间）", "Basic information (machine, operator, times)");
    section.required = true;
    section.hasEvidence = !state.run().isEmpty();

    KeyTable table(t);
    const QString name = state.fact(u"vm_name");
    table.add(t("小鸡 VMID", "VM"),
        quoted(state.vmid()) + (name.isEmpty() ? Inline() : Inline(QStringLiteral(" ")) + quoted(name)));
    table.add(t("主机名", "Host name"), quoted(state.fact(u"hostname")));
    const QString ip = state.fact(u"ip");
    table.add(t("内网 IP", "Inner address"), quoted(ip.isEmpty() ? state.asked(Field::Ip) : ip));
    table.add(t("母机", "Node"), quoted(state.node()));
    table.add(t("公网端口", "Public ports"), ports(story));
    table.add(t("执行人", "Operator"),
        said(state.operatorName()) + Inline(QStringLiteral(" @ ")) + quoted(stringAt(created, "host")));
    table.add(t("开始时间", "Begun"), Inline(story.time(state.startedAt()) + QLatin1Char(' ') + story.zoneName()));
    table.add(t("最近事件", "Newest event"), Inline(story.time(state.lastEventAt())));
    if (state.startedAt().isValid())
        table.add(t("历时", "Took"), Inline(story.duration(state.startedAt().msecsTo(state.lastEventAt()))));
    const bool early = state.asked(Field::Order) == nameOf(Order::Early);
    table.add(t("顺序", "Order"),
        Inline(early ? t("提前准备（缩短停机）", "prepare early (a shorter outage)")
                     : t("按 SOP 顺序", "the procedure's")));
    table.add(t("面板发布", "Panel release"),
        quoted(state.asked(Field::PanelTag)) + Inline(QStringLiteral(" ")) + quoted(state.asked(Field::PanelRepo)));
    table.add(t("要求的 OpenClaw 版本", "OpenClaw asked for"), quoted(state.asked(Field::OpenclawVersion)));
    table.add(
        t("程序", "Program"), quoted(stringAt(created, "program") + QLatin1Char(' ') + stringAt(created, "version")));
    table.add(t("运行编号", "Run"), quoted(state.run()));
    addReads(table, story);
    addHands(table, story);
    section.table(table.take());
    addBefore(section, story);
    addWords(section, story, { section.id });
    return section;
}

} // namespace undock
