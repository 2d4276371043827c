#include "core/record/sections.h"
#include "core/steps/step_words.h"
#include "core/text/code_words.h"

namespace undock {

std::vector<Inline> waysBack(const RunStory &story)
{
    const Words &t = story.t();
    const RunState &state = story.state();
    using Phase = RunState::Phase;
    std::vector<Inline> ways;
    const JobStory *images = story.newest(StepRole::DeletesImages);
    const bool imagesGone = images && (images->job->green() || !images->job->settled());
    const Phase phase = state.phase();

    if (phase == Phase::RolledBack) {
        ways.push_back(t("Docker 版已在运行，无须再回滚；要再迁移请新开一次。",
            "Docker's version runs; nothing is left to roll back. A new run migrates anew."));
        const JobStory *snapshot = story.newest(StepRole::SavesNewData);
        if (snapshot && snapshot->job->green() && snapshot->job->facts.value(u"changed") == QLatin1String("unknown")) {
            ways.push_back(
                Inline(t("切换后用户写入的数据未能归档，整个目录已保留；带回（carry-back）时会先从这里归档：",
                    "What users wrote since the cutover could not be made into an archive; the whole "
                    "directory is kept, and carrying back makes the archive from it first: "))
                + quoted(snapshot->job->facts.value(u"rolled_back")));
        } else if (snapshot && snapshot->job->green()) {
            ways.push_back(Inline(t("切换后用户写入的数据：改动 ", "What users wrote since the cutover: changed ")
                               + snapshot->job->facts.value(u"changed") + t("，新增 ", ", new ")
                               + snapshot->job->facts.value(u"new") + t("，删除 ", ", deleted ")
                               + snapshot->job->facts.value(u"deleted")
                               + t("；已保存，可带回（carry-back） ", "; saved, and can be carried back: "))
                + quoted(snapshot->job->facts.value(u"snapshot")));
        }
    } else if (imagesGone) {
        ways.push_back(t("镜像已删：Docker 版不能再启动。数据仍可从备份恢复。",
            "The images are gone: Docker's version cannot be started any more. The data can be restored from the "
            "backup."));
    } else if (state.deletionBegun()) {
        ways.push_back(t("容器已删（或可能已删），镜像还在：回滚会用镜像重新创建容器（docker compose up -d）。",
            "The containers are, or may be, removed and the images are there: a rollback makes the containers anew "
            "(docker compose up -d)."));
    } else if (state.dockerStopped()) {
        ways.push_back(t("一步回滚：停用并禁用直装服务，恢复重启策略，docker compose start，并证明 Docker 版应答。",
            "One step back: direct services stopped and disabled, policies restored, docker compose start, and "
            "Docker's version proven to answer."));
    } else {
        ways.push_back(t("Docker 版未停，无须回滚；已添加的文件不影响它。",
            "Docker's version was not stopped; nothing has to be rolled back, what was added does not touch it."));
    }
    if (const QString folder = state.fact(u"backup_dir"); !folder.isEmpty())
        ways.push_back(Inline(t("备份：", "Backup: ")) + quoted(folder)
            + Inline(t("（恢复前会先把现有目录移到一旁）", " (a restore first moves aside what is there)")));
    if (const JobStory *config = story.newest(StepRole::PlacesConfig); config && config->job->green()) {
        const QString backup = story.placed(config->job->facts.value(u"config_backup"));
        ways.push_back(Inline(t("只退配置、保持直装：用 ", "Configuration alone, staying direct: put back "))
            + quoted(backup.isEmpty()
                    ? t("/root/.openclaw/openclaw.json.bak.<时间>", "/root/.openclaw/openclaw.json.bak.<time>")
                    : backup));
    }
    return ways;
}

namespace {

std::vector<Inline> risks(const RunStory &story)
{
    const Words &t = story.t();
    const RunState &state = story.state();
    std::vector<Inline> items;
    for (const JobState *job : state.unsettled()) {
        items.push_back(Inline(t("结果未知的步骤：", "How this step ended is not known: ")) + quoted(job->job)
            + Inline(t("；小鸡里的任务会自己跑完，继续（resume）会去问结果。",
                "; the VM goes on by itself, and resume asks.")));
    }
    const JobStory *start = story.newest(StepRole::StartsDirect);
    if (state.dockerStopped() && !(start && start->job->green()) && state.phase() != RunState::Phase::RolledBack)
        items.push_back(t("Docker 版已停而直装尚未稳定运行：机器人此刻可能不可用。",
            "Docker's version is stopped and the direct one does not run steadily: the bot may be down at this "
            "moment."));
    if (state.cutoverDone() && !state.dockerDeleted())
        items.push_back(t("切换后用户写入的数据只在直装目录里；回滚会先保存它们，但不会自动并入 Docker 版。",
            "What users write since the cutover is in the direct state only; a rollback saves it first, but does not "
            "merge it by itself."));
    if (const JobStory *adapt = story.newest(StepRole::AdaptsPaths);
        adapt && adapt->job->facts.number(u"leftover_count") > 0) {
        items.push_back(Inline(t("仍提到旧路径的地方 ", "Places that still name the old path: ")
            + adapt->job->facts.value(u"leftover_count")));
        for (const QString &place : adapt->job->facts.all(u"leftover").mid(0, 10))
            items.push_back(quoted(place));
    }
    for (const JobStory &job : story.jobs()) {
        for (const CodedText &warning : job.job->warnings) {
            const bool accepted = job.job->acknowledged.contains(warning.code);
            items.push_back(quoted(job.job->job) + Inline(QStringLiteral(" ")) + quoted(warning.code)
                + Inline(QStringLiteral(" ")) + told(warning, story)
                + Inline(accepted ? t("（已确认）", " (accepted)") : t("（未确认）", " (not accepted)")));
        }
    }
    if (items.empty())
        items.push_back(t("没有已知的遗留风险。", "No remaining risk is known."));
    return items;
}

void addWayBackTable(RecordSection &section, const RunStory &story)
{
    const Words &t = story.t();
    std::vector<std::vector<Inline>> rows{ { Inline(t("任务", "Job")), Inline(t("做了什么", "What it did")),
        Inline(t("怎么退", "Taken back by")) } };
    for (const JobStory &job : story.jobs()) {
        if (job.job->effect != Effect::Reads && !job.job->neverRan())
            rows.push_back({ quoted(job.job->job), said(story.title(job.job->step)),
                said(stepWayBack(job.job->step, job.job->wayBack, t.catalogue())) });
    }
    if (rows.size() < 2)
        return;
    section.heading2(t("每一步的回滚点", "Way back of each step"));
    const size_t first = section.blocks.size();
    const size_t count = rows.size() - 1;
    section.table(std::move(rows));
    section.foldFrom(first, t("%1 个步骤", "%1 steps").arg(count));
}

void addHolds(RecordSection &section, const RunStory &story)
{
    const Words &t = story.t();
    std::vector<Inline> items;
    for (const JournalEvent *event : story.all(event::hold)) {
        const QString action = stringAt(event->data, "action");
        if (action == QLatin1String("provisional"))
            continue;
        const QString what = action == QLatin1String("set") ? t("暂停删 Docker", "hold set")
            : action == QLatin1String("lifted")             ? t("验收通过，解除暂停", "lifted by a pass")
            : action == QLatin1String("released")           ? t("人工解除暂停", "released by an operator")
                                                            : action;
        Inline line(story.time(event->at) + QLatin1Char(' ') + what);
        for (const char *field : { "cause", "reason" }) {
            if (const QString text = stringAt(event->data, field); !text.isEmpty())
                line += Inline(t("；", "; ")) + told(text, story);
        }
        items.push_back(line);
    }
    if (items.empty())
        return;
    section.heading2(t("暂停删 Docker 的记录", "Holds"));
    section.list(std::move(items));
}

void addConditions(RecordSection &section, const RunStory &story)
{
    const Words &t = story.t();
    const auto &asked = story.state().deletionConditions();
    if (!asked || !asked->contains("conditions") || !(*asked)["conditions"].is_array())
        return;
    section.heading2(t("删 Docker 的条件（最近一次）", "Conditions of the deletion (newest)"));
    std::vector<std::vector<Inline>> rows{ { Inline(t("条件", "Condition")), Inline(t("满足", "Met")),
        Inline(t("依据", "Found")) } };
    qsizetype missing = 0;
    for (const Json &one : (*asked)["conditions"]) {
        missing += boolAt(one, "met") ? 0 : 1;
        rows.push_back({ quoted(stringAt(one, "id"))
                + Inline(QLatin1Char(' ') + conditionTitle(stringAt(one, "id"), t.catalogue())),
            Inline(boolAt(one, "met") ? t("是", "yes") : t("否", "no")), told(stringAt(one, "detail"), story) });
    }
    const size_t first = section.blocks.size();
    const size_t count = rows.size() - 1;
    section.table(std::move(rows));
    if (missing == 0)
        section.foldFrom(first, t("%1 项全部满足", "all %1 met").arg(count));
}

} // namespace

RecordSection risksSection(const RunStory &story)
{
    const Words &t = story.t();
    RecordSection section;
    section.id = QStringLiteral("risks");
    section.heading = t("风险与回滚点", "Risks and ways back");
    section.required = true;
    section.hasEvidence = !story.jobs().empty();
    section.paragraph(Inline(t("结论：", "Conclusion: ")) + summaryOf(story));
    section.heading2(t("现在怎么回滚", "The way back now"));
    section.list(waysBack(story));
    section.heading2(t("遗留风险", "Remaining risks"));
    section.list(risks(story));
    addHolds(section, story);
    addConditions(section, story);
    addWayBackTable(section, story);
    addWords(section, story, { section.id });
    return section;
}

} // namespace undock
