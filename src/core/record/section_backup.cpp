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
    section.heading = t("backup-and-checks-folder-sha256");
    section.required = true;

    const JobStory *archive = story.newest(StepRole::MakesBackup);
    section.hasEvidence = archive && archive->job->green();
    if (!archive) {
        section.paragraph(t("no-backup-yet"));
        addWords(section, story, { section.id });
        return section;
    }
    const Facts &facts = archive->job->facts;
    section.paragraph(Inline(t("backup-folder")) + quoted(facts.value(u"backup_dir"))
        + Inline(t("in-the-vm-mode-700-sums-in")) + quoted(QStringLiteral("SHA256SUMS.txt"))
        + Inline(t("bracket-close")));

    std::vector<std::vector<Inline>> rows{ { Inline(t("file")), Inline(t("size")), Inline(QStringLiteral("sha256")) } };
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
        items.push_back(Inline(t("did-not-exist")) + quoted(missing));
    const auto told = [&](const JobStory *job, const QString &name, const Inline &more) {
        if (job)
            items.push_back(Inline(name + story.outcome(*job->job)) + more);
    };
    if (const JobStory *verify = story.newest(StepRole::ProvesBackup)) {
        told(verify, t("sums-listing-and-content-against-the-source"),
            Inline(t("and-entries-verified") + verify->job->facts.value(u"verified") + t("changed-while-archiving")
                + verify->job->facts.value(u"changed_count")));
    } else {
        items.push_back(t("not-verified-yet"));
    }
    if (supplement) {
        told(supplement, t("supplement-after-the-stop"),
            Inline(t("and-files") + supplement->job->facts.value(u"supplement_files")
                + (supplement->job->facts.value(u"equal") == QLatin1String("yes")
                        ? t("archives-and-supplement-equal-the-source")
                        : QString())));
    }
    if (const JobStory *manifest = story.newest(StepRole::ListsSource)) {
        const Facts &listed = manifest->job->facts;
        told(manifest, t("manifest-of-the-source"),
            Inline(t("and-files") + listed.value(u"files") + t("comma") + story.size(listed.number(u"bytes"))
                + t("sha256"))
                + quoted(listed.value(u"manifest_sha256")));
    }
    if (const JobStory *saved = story.newest(StepRole::SavesContainers))
        told(saved, t("containers-logs-and-layers"),
            Inline(QStringLiteral(" ")) + quoted(saved->job->facts.value(u"saved")));
    for (const QString &snapshot : { state.fact(u"snapshot") }) {
        if (!snapshot.isEmpty())
            items.push_back(Inline(t("what-users-wrote-since-the-cutover")) + quoted(snapshot));
    }
    section.list(std::move(items));
    addWords(section, story, { section.id });
    return section;
}

} // namespace undock
