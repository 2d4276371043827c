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
    return { retold ? story.t()("%1（原文：%2）", "%1 (as told: %2)").arg(words, inEnglish(sentence)) : words };
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
    const auto direct = [&](const char *zh, const char *en) { return Inline(t(zh, en)); };
    switch (state.phase()) {
    case Phase::Created:
        return direct("尚未开始，小鸡未做任何改动。", "Not begun; nothing was changed on the VM.");
    case Phase::Scanned:
        return direct("只做了扫描，小鸡未做任何改动。", "Scanned only; nothing was changed on the VM.");
    case Phase::UnderWay:
        if (!state.unsettled().empty() && state.unsettled().front()->answerLost)
            return direct("连接中断，最近一步的结果未知，须再问小鸡后才能下结论。",
                "The link was lost; how the newest step ended is unknown until the VM is asked again.");
        return state.dockerStopped()
            ? direct("迁移进行中，Docker 版已停（未删）。", "Under way; Docker's version is stopped, not removed.")
            : direct("迁移进行中，Docker 版仍在运行。", "Under way; Docker's version still runs.");
    case Phase::Failed:
        return state.dockerDeleted()
            ? direct("删 Docker 收尾未完成，见第 5 节。", "The deletion did not come to its end; see section 5.")
            : state.dockerStopped() ? direct("有步骤失败：数据都在，但 Docker 版已停，机器人可能不可用；请继续或回滚。",
                  "A step failed: no data is lost, but Docker's version is stopped and the bot may be down; resume or "
                  "roll back.")
                                    : direct("有步骤失败，Docker 版仍在运行；可继续或回滚。",
                                        "A step failed, Docker's version still runs; resume or roll back.");
    case Phase::AcceptanceFailed:
        return direct("链路验收未通过，Docker 未删，可回滚。",
            "The acceptance failed; Docker is not removed, the way back is open.");
    case Phase::AwaitingUser:
        return direct("迁移完成，链路验收通过，等待用户验收；Docker 已停未删。",
            "Migrated, the acceptance is green, the user's acceptance is awaited; Docker is stopped, not removed.");
    case Phase::Accepted:
        return direct("迁移完成，用户已验收；Docker 已停未删。",
            "Migrated and accepted by the user; Docker is stopped, not removed.");
    case Phase::Deleting:
        return direct("正在删 Docker 收尾。", "Docker is being removed.");
    case Phase::Deleted:
        return direct(
            "全部完成：直装运行，Docker 容器已删。", "Done: it runs directly, Docker's containers are removed.");
    case Phase::RollingBack:
        return direct("正在回滚。", "Being rolled back.");
    case Phase::RolledBack:
        return state.deletionBegun() || state.dockerStopped() || state.latest(StepRole::ProvesDocker)
            ? direct("已回滚：Docker 版恢复运行。", "Rolled back: Docker's version runs again.")
            : direct("已取消：Docker 版未曾停过。", "Called off: Docker's version was never stopped.");
    case Phase::RollbackFailed:
        break;
    }
    return direct("回滚失败，须马上处理。", "The rollback failed; a person is needed at once.");
}

} // namespace undock
