#include "core/params/field.h"
#include "core/record/sections.h"

namespace undock {

namespace {

using Row = std::vector<Inline>;

class KeyTable {
public:
    KeyTable(const Words &t, const char *item = "item")
        : m_rows{ Row{ Inline(t(item)), Inline(t("content")) } }
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
            text += Inline(t("semicolon"));
        text += Inline(name + QLatin1Char(' ')) + quoted(value);
    };
    add(t("panel-port"), QStringLiteral("port_panel"));
    add(t("gateway-port"), QStringLiteral("port_gateway"));
    add(QStringLiteral("SSH"), QStringLiteral("port_ssh"));
    add(t("block"), QStringLiteral("port_block"));
    return text;
}

void addReads(KeyTable &table, const RunStory &story)
{
    for (const Json &read : story.state().reads()) {
        if (!read.contains("files") || !read["files"].is_array())
            continue;
        for (const Json &file : read["files"]) {
            table.add(story.t()("read-beforehand"),
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
        const QString what = action == QLatin1String("lost") ? t("lease-lost")
            : action == QLatin1String("adopted")             ? t("adopted-by-another-desk")
                                                             : t("lease-taken-over");
        Inline told = Inline(story.time(event->at) + QLatin1Char(' ')) + said(stringAt(event->data, "holder"));
        if (const QString reason = stringAt(event->data, "reason"); !reason.isEmpty())
            told = told + Inline(QStringLiteral(": ")) + said(reason);
        if (!stringAt(event->data, "accepted_copy").isEmpty())
            told = told + Inline(t("nothing-proved-the-copy-of-the-journal-in"));
        table.add(what, told);
    }
    for (const JournalEvent *event : story.all(event::resumed)) {
        table.add(t("resumed"),
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
    section.heading2(t("state-before"));
    const size_t first = section.blocks.size();
    KeyTable table(t);
    table.add(t("system"), listed({ facts.value(u"os"), facts.value(u"kernel") }));
    table.add(t("containers"), listed(facts.all(u"container")));
    table.add(t("openclaw-in-the-container"), quoted(facts.value(u"container_version")));
    table.add(t("node-in-the-container"), quoted(facts.value(u"container_node")));
    table.add(QStringLiteral("Docker"), quoted(facts.value(u"docker_server")));
    for (const char *part : { "openclaw", "panel", "compose", "ssh", "opt" }) {
        const QString name = QLatin1String(part);
        const QString bytes = facts.value(QStringLiteral("size_") + name);
        if (bytes.isEmpty())
            continue;
        table.add(t("data-of") + name,
            Inline(story.size(bytes.toLongLong()))
                + Inline(t("with-files") + facts.value(QStringLiteral("files_") + name)));
    }
    if (facts.has(u"disk_free"))
        table.add(t("disk-free-needed"),
            Inline(story.size(facts.number(u"disk_free")) + QStringLiteral(" / ")
                + story.size(facts.number(u"disk_needed"))));
    table.add(t("listening"), listed(facts.all(u"listener")));
    table.add(t("how-dockers-version-answered-what-acceptance"), listed(facts.all(u"answered")));
    table.add(QStringLiteral("openclaw.json"), quoted(facts.value(u"config_state")));
    table.add(t("root-openclaw-before"), value(facts.value(u"target_state"), story));
    table.add(t("leftover-openclaw-node"),
        value(facts.value(u"openclaw_bin"), story) + Inline(QStringLiteral(" / "))
            + value(facts.value(u"node_bin"), story));
    table.add(t("changes-in-the-containers-layer"), listed(facts.all(u"layer_changes")));
    table.add(t("what-calls-docker-exec"), listed(facts.all(u"docker_caller")));
    section.table(table.take());
    section.foldFrom(first, t("the-machine-containers-data-and-answers-that"));

    std::vector<Inline> findings;
    for (const JobStory &job : story.jobs()) {
        const JobStory *newest = story.newest(job.job->step); // none where it never ran
        if (job.job->stage != Stage::A || !newest || newest->job != job.job)
            continue;
        for (const Finding &finding : findingsOf(job.job->facts)) {
            if (finding.level == Finding::Level::Fine)
                continue;
            const bool blocks = finding.level == Finding::Level::Blocks;
            findings.push_back(Inline(blocks ? t("blocks") : t("attention")) + told(finding.text, story)
                + Inline(QStringLiteral(" (")) + quoted(finding.code) + Inline(QStringLiteral(")")));
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
    section.heading = t("basic-information-machine-operator-times");
    section.required = true;
    section.hasEvidence = !state.run().isEmpty();

    KeyTable table(t);
    const QString name = state.fact(u"vm_name");
    table.add(
        t("vmid-row"), quoted(state.vmid()) + (name.isEmpty() ? Inline() : Inline(QStringLiteral(" ")) + quoted(name)));
    table.add(t("host-name"), quoted(state.fact(u"hostname")));
    const QString ip = state.fact(u"ip");
    table.add(t("inner-address"), quoted(ip.isEmpty() ? state.asked(Field::Ip) : ip));
    table.add(t("node-row"), quoted(state.node()));
    table.add(t("public-ports"), ports(story));
    table.add(t("operator-row"),
        said(state.operatorName()) + Inline(QStringLiteral(" @ ")) + quoted(stringAt(created, "host")));
    table.add(t("begun-at"), Inline(story.time(state.startedAt()) + QLatin1Char(' ') + story.zoneName()));
    table.add(t("newest-event"), Inline(story.time(state.lastEventAt())));
    if (state.startedAt().isValid())
        table.add(t("took"), Inline(story.duration(state.startedAt().msecsTo(state.lastEventAt()))));
    const bool early = state.asked(Field::Order) == nameOf(Order::Early);
    table.add(t("order-row"), Inline(early ? t("prepare-early-a-shorter-outage") : t("the-procedures")));
    table.add(t("panel-release"),
        quoted(state.asked(Field::PanelTag)) + Inline(QStringLiteral(" ")) + quoted(state.asked(Field::PanelRepo)));
    table.add(t("openclaw-asked-for"), quoted(state.asked(Field::OpenclawVersion)));
    table.add(t("program"), quoted(stringAt(created, "program") + QLatin1Char(' ') + stringAt(created, "version")));
    table.add(t("run-id"), quoted(state.run()));
    addReads(table, story);
    addHands(table, story);
    section.table(table.take());
    addBefore(section, story);
    addWords(section, story, { section.id });
    return section;
}

} // namespace undock
