#include "core/record/sections.h"
#include "core/record/special_problem.h"

namespace undock {

namespace {

/// What the journal itself saw go wrong: the operator's starting point, not a replacement for their words.
std::vector<Inline> seen(const RunStory &story)
{
    const Words &t = story.t();
    std::vector<Inline> items;
    for (const JobStory &job : story.jobs()) {
        if (!job.job->failure || job.job->neverRan())
            continue;
        const JobStory *newest = story.newest(job.job->step);
        const bool passedLater = newest && newest->job != job.job && newest->job->green();
        items.push_back(quoted(job.job->job) + Inline(t("failed-because")) + quoted(job.job->failure->code)
            + Inline(QStringLiteral(" ")) + told(*job.job->failure, story)
            + Inline(passedLater ? t("passed-later") : QString()));
    }
    for (const Json &trouble : story.state().troubles()) {
        if (items.size() >= 40)
            break;
        items.push_back(quoted(stringAt(trouble, "code")) + Inline(QStringLiteral(" "))
            + told(CodedText{ stringAt(trouble, "code"), stringAt(trouble, "what") }, story)
            + (stringAt(trouble, "cure").isEmpty() ? Inline()
                                                   : Inline(t("what-to-do")) + told(stringAt(trouble, "cure"), story)));
    }
    for (const JournalEvent *event : story.all(event::torn))
        items.push_back(
            Inline(t("the-journals-last-line-was-cut-a-crash-and")) + quoted(stringAt(event->data, "kept_as")));
    return items;
}

} // namespace

RecordSection lessonsSection(const RunStory &story)
{
    const Words &t = story.t();
    RecordSection section;
    section.id = QStringLiteral("lessons");
    section.heading = t("special-problems-of-this-machine-and");
    section.required = true;
    section.hasEvidence = true;

    std::vector<std::vector<Inline>> rows{ { Inline(t("symptom")), Inline(t("cause")), Inline(t("handling")),
        Inline(t("prevention")) } };
    for (const Json &note : story.state().notes()) {
        if (stringAt(note, "section") != QLatin1String("special-problems")
            || stringAt(note, "text").trimmed().isEmpty())
            continue;
        const SpecialProblem problem = parseSpecialProblem(stringAt(note, "text"));
        rows.push_back(
            { said(problem.symptom), said(problem.cause), said(problem.handling), said(problem.prevention) });
        section.hasWords = true;
    }
    section.table(std::move(rows));
    std::vector<Inline> happened = seen(story);
    if (!happened.empty()) {
        section.heading2(t("what-went-wrong-on-the-way-as-journaled"));
        section.list(std::move(happened));
    }
    addWords(section, story, { section.id, QStringLiteral("prevention") });
    return section;
}

RecordSection notesSection(const RunStory &story)
{
    const Words &t = story.t();
    RecordSection section;
    section.id = QStringLiteral("notes");
    section.heading = t("notes");
    static const QStringList elsewhere{ QStringLiteral("basics"), QStringLiteral("backup"), QStringLiteral("actions"),
        QStringLiteral("evidence"), QStringLiteral("risks"), QStringLiteral("lessons"),
        QStringLiteral("special-problems"), QStringLiteral("prevention") };
    QStringList mine;
    // A section that nobody knows is still the operator's word: it stands here.
    for (const Json &note : story.state().notes()) {
        if (const QString name = stringAt(note, "section"); !elsewhere.contains(name) && !mine.contains(name))
            mine << name;
    }
    addWords(section, story, mine);
    section.hasEvidence = section.hasWords;
    return section;
}

} // namespace undock
