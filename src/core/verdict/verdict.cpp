#include "core/verdict/verdict.h"

namespace undock {

QString verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Passed:
        return QStringLiteral("passed");
    case Verdict::Warning:
        return QStringLiteral("warning");
    case Verdict::Failed:
        return QStringLiteral("failed");
    case Verdict::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

std::optional<Verdict> verdictFromName(QStringView name)
{
    for (const Verdict verdict : { Verdict::Passed, Verdict::Warning, Verdict::Failed, Verdict::Unknown }) {
        if (verdictName(verdict) == name)
            return verdict;
    }
    return std::nullopt;
}

QString stageName(Stage stage)
{
    if (stage == Stage::Rollback)
        return QStringLiteral("R");
    if (stage == Stage::Housekeeping)
        return QStringLiteral("K");
    return QString(QChar(static_cast<char16_t>(u'A' + static_cast<int>(stage))));
}

std::optional<Stage> stageFromName(QStringView name)
{
    if (name.size() != 1)
        return std::nullopt;
    const char16_t letter = name.front().unicode();
    if (letter == u'R')
        return Stage::Rollback;
    if (letter == u'K')
        return Stage::Housekeeping;
    if (letter >= u'A' && letter <= u'I')
        return static_cast<Stage>(letter - u'A');
    return std::nullopt;
}

} // namespace undock
