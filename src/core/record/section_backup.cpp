#include "core/record/sections.h"

namespace undock {

namespace {

/// "NAME SIZE SHA256", as the backup steps report each archive.
std::vector<Inline> archiveRow(const RunStory &story, const QString &fact)
{
    const QStringList parts = fact.split(QLatin1Char(' '));
    if (parts.size() < 3)
        return { quoted(fact), Inline(), Inline() };
    return { quoted(parts.mid(0, parts.size() - 2).join(QLatin1Char(' '))),
        Inline(story.size(parts[parts.size() - 2].toLongLong())), quoted(parts.last()) };
}

} // namespace

RecordSection backupSection(const RunStory &story)
{
    const Words &t = story.t();
    const RunState &state = story.state();
    RecordSection section;
    section.id = QStringLiteral("backup");
    section.heading = t("备份与校验（备份目录、sha256）", "Backup and checks (folder, sha256)");
    section.required = true;

    const JobStory *archive = story.newest(StepRole::MakesBackup);
    section.hasEvidence = archive && archive->job->green();
    if (!archive) {
        section.paragraph(t("尚未备份。", "No backup yet."));
        addWords(section, story, { section.id });
        return section;
    }
    const Facts &facts = archive->job->facts;
    section.paragraph(Inline(t("备份目录：", "Backup folder: ")) + quoted(facts.value(u"backup_dir"))
        + Inline(t("（小鸡内，权限 700；校验和在 ", " (in the VM, mode 700; sums in "))
        + quoted(QStringLiteral("SHA256SUMS.txt")) + Inline(t("）", ")")));

    std::vector<std::vector<Inline>> rows{ { Inline(t("文件", "File")), Inline(t("大小", "Size")),
        Inline(QStringLiteral("sha256")) } };
    for (const QString &one : facts.all(u"archive"))
        rows.push_back(archiveRow(story, one));
    const JobStory *supplement = story.newest(StepRole::CompletesBackup);
    if (supplement) {
        for (const QString &one : supplement->job->facts.all(u"supplement"))
            rows.push_back(archiveRow(story, one));
    }
    section.table(std::move(rows));

    std::vector<Inline> items;
    for (const QString &missing : facts.all(u"missing"))
        items.push_back(Inline(t("备份时不存在：", "did not exist: ")) + quoted(missing));
    const auto told = [&](const JobStory *job, const QString &name, const Inline &more) {
        if (job)
            items.push_back(Inline(name + story.outcome(*job->job)) + more);
    };
    if (const JobStory *verify = story.newest(StepRole::ProvesBackup)) {
        told(verify, t("sha256、清单与逐文件比对：", "sums, listing and content against the source: "),
            Inline(t("；核对条目 ", "; entries verified ") + verify->job->facts.value(u"verified")
                + t("，打包期间有变化 ", ", changed while archiving ") + verify->job->facts.value(u"changed_count")));
    } else {
        items.push_back(t("尚未校验。", "Not verified yet."));
    }
    if (supplement) {
        told(supplement, t("停机后的补充备份：", "Supplement after the stop: "),
            Inline(t("；文件 ", "; files ") + supplement->job->facts.value(u"supplement_files")
                + (supplement->job->facts.value(u"equal") == QLatin1String("yes")
                        ? t("；备份加补充与源数据一致", "; archives and supplement equal the source")
                        : QString())));
    }
    if (const JobStory *manifest = story.newest(StepRole::ListsSource)) {
        const Facts &listed = manifest->job->facts;
        told(manifest, t("源数据清单：", "Manifest of the source: "),
            Inline(t("；文件 ", "; files ") + listed.value(u"files") + t("，", ", ")
                + story.size(listed.number(u"bytes")) + t("，sha256 ", ", sha256 "))
                + quoted(listed.value(u"manifest_sha256")));
    }
    if (const JobStory *saved = story.newest(StepRole::SavesContainers))
        told(saved, t("容器日志与容器层改动：", "Containers' logs and layers: "),
            Inline(QStringLiteral(" ")) + quoted(saved->job->facts.value(u"saved")));
    for (const QString &snapshot : { state.fact(u"snapshot") }) {
        if (!snapshot.isEmpty())
            items.push_back(Inline(t("切换后数据的快照：", "What users wrote since the cutover: ")) + quoted(snapshot));
    }
    section.list(std::move(items));
    addWords(section, story, { section.id });
    return section;
}

} // namespace undock
