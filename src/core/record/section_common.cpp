#include "core/record/sections.h"
#include "core/text/code_words.h"
#include "core/text/phrase.h"

#include <QHash>

namespace undock {

Inline quoted(const QString &value)
{
    return Inline::code(value.trimmed());
}

Inline said(const QString &text)
{
    return { text.trimmed() };
}

Inline value(const QString &value, const RunStory &story)
{
    static const QHash<QString, QString> own{ { QStringLiteral("yes"), phrase("yes") },
        { QStringLiteral("no"), phrase("no") }, { QStringLiteral("none"), phrase("none") },
        { QStringLiteral("absent"), phrase("absent") }, { QStringLiteral("unknown"), phrase("unknown") },
        { QStringLiteral("unread"), phrase("unread") } };
    const QString text = own.value(value.trimmed(), value.trimmed());
    const QString words = inWords(text, story.t().catalogue());
    return words == value.trimmed() ? quoted(value) : Inline(words);
}

Inline told(const QString &text, const RunStory &story)
{
    return { inWords(text, story.t().catalogue()) };
}

Inline told(const CodedText &coded, const RunStory &story)
{
    const QString sentence = coded.text.trimmed();
    const QString words = codeText(coded.code, sentence, story.t().catalogue());
    // An older journal's English: not a word of it is lost behind the title.
    const bool retold
        = words == codeTitle(coded.code, story.t().catalogue()) && !sentence.isEmpty() && words != sentence;
    return { retold ? story.t()("as-told").arg(words, inEnglish(sentence)) : words };
}

void addWords(RecordSection &section, const RunStory &story, const QStringList &noteSections)
{
    std::vector<Inline> items;
    for (const Json &note : story.state().notes()) {
        if (noteSections.contains(stringAt(note, "section")) && !stringAt(note, "text").trimmed().isEmpty())
            items.push_back(said(stringAt(note, "text").simplified()));
    }
    section.hasWords = section.hasWords || !items.empty();
    section.list(std::move(items));
    Block place;
    place.kind = Block::Kind::Words;
    place.id = section.id;
    place.code = story.options().handWritten.value(section.id);
    section.hasWords = section.hasWords || !place.code.trimmed().isEmpty();
    section.blocks.push_back(std::move(place));
}

Inline summaryOf(const RunStory &story)
{
    using Phase = RunState::Phase;
    const Words &t = story.t();
    const RunState &state = story.state();
    const auto direct = [&](const char *words) { return Inline(t(words)); };
    switch (state.phase()) {
    case Phase::Created:
        return direct("not-begun-nothing-was-changed-on-the-vm");
    case Phase::Scanned:
        return direct("scanned-only-nothing-was-changed-on-the-vm");
    case Phase::UnderWay:
        if (!state.unsettled().empty() && state.unsettled().front()->answerLost)
            return direct("the-link-was-lost-how-the-newest-step-ended");
        return state.dockerStopped() ? direct("under-way-dockers-version-is-stopped-not")
                                     : direct("under-way-dockers-version-still-runs");
    case Phase::Failed:
        return state.dockerDeleted() ? direct("the-deletion-did-not-come-to-its-end-see")
            : state.dockerStopped()  ? direct("a-step-failed-no-data-is-lost-but-dockers")
                                     : direct("a-step-failed-dockers-version-still-runs");
    case Phase::AcceptanceFailed:
        return direct("the-acceptance-failed-docker-is-not-removed");
    case Phase::AwaitingUser:
        return direct("migrated-the-acceptance-is-green-the-users");
    case Phase::Accepted:
        return direct("migrated-and-accepted-by-the-user-docker-is");
    case Phase::Deleting:
        return direct("docker-is-being-removed");
    case Phase::Deleted:
        return direct("done-it-runs-directly-dockers-containers-are");
    case Phase::RollingBack:
        return direct("being-rolled-back");
    case Phase::RolledBack:
        return state.deletionBegun() || state.dockerStopped() || state.latest(StepRole::ProvesDocker)
            ? direct("rolled-back-dockers-version-runs-again")
            : direct("called-off-dockers-version-was-never-stopped");
    case Phase::RollbackFailed:
        break;
    }
    return direct("the-rollback-failed-a-person-is-needed-at");
}

} // namespace undock
