#include "core/housekeeping/leftover.h"

#include "guest_layout.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace undock {

namespace {

constexpr Leftover::Kind kinds[] = { Leftover::Kind::Backup, Leftover::Kind::Before, Leftover::Kind::RolledBack,
    Leftover::Kind::PanelBefore, Leftover::Kind::Run, Leftover::Kind::Remains };

std::optional<Leftover::Kind> kindFromName(QStringView name)
{
    for (const Leftover::Kind kind : kinds) {
        if (leftoverKindName(kind) == name)
            return kind;
    }
    return std::nullopt;
}

QString orNothing(const QString &word)
{
    return word == QLatin1String("-") ? QString() : word;
}

/// `KIND REASON BYTES FILES CHANGED IDENTITY RUN PATH`
std::optional<Leftover> parse(const QString &line)
{
    static const QRegularExpression grammar(QRegularExpression::anchoredPattern(
        QStringLiteral("([a-z-]{1,20}) ([a-z-]{1,40}) ([0-9]{1,18}) ([0-9]{1,18}) ([0-9]{1,11}) ([0-9-]{1,60}) "
                       "([0-9a-f-]{1,64}) (/[A-Za-z0-9._/-]{1,200})")));
    const auto match = grammar.match(line);
    const auto kind = kindFromName(match.captured(1));
    if (!match.hasMatch() || !kind || !isLeftoverPath(match.captured(8)))
        return std::nullopt;
    Leftover found;
    found.kind = *kind;
    found.reason = orNothing(match.captured(2));
    found.bytes = match.captured(3).toLongLong();
    found.files = match.captured(4).toLongLong();
    found.changed = QDateTime::fromSecsSinceEpoch(match.captured(5).toLongLong(), QTimeZone::utc());
    found.identity = match.captured(6);
    found.run = orNothing(match.captured(7));
    found.path = match.captured(8);
    return found;
}

} // namespace

QString leftoverKindName(Leftover::Kind kind)
{
    switch (kind) {
    case Leftover::Kind::Backup:
        return QStringLiteral("backup");
    case Leftover::Kind::Before:
        return QStringLiteral("before");
    case Leftover::Kind::RolledBack:
        return QStringLiteral("rolled-back");
    case Leftover::Kind::PanelBefore:
        return QStringLiteral("panel-before");
    case Leftover::Kind::Run:
        return QStringLiteral("run");
    case Leftover::Kind::Remains:
        break;
    }
    return QStringLiteral("remains");
}

bool isLeftoverPath(QStringView path)
{
    static const QRegularExpression grammar = [] {
        const QString run = QStringLiteral("[1-9][0-9]{0,9}-[0-9]{8}-[0-9]{6}-[0-9a-f]{4}");
        const QString again = QStringLiteral("(?:-[0-9]{1,3})?");
        const QString going = QStringLiteral("(?:\\.undock-removing-)?");
        return QRegularExpression(QRegularExpression::anchoredPattern(
            QStringLiteral("/root/%3migrate-backup-[1-9][0-9]{0,9}-(?:[0-9]{4}-[0-9]{2}-[0-9]{2}_[0-9]{6}|[0-9]{14})"
                           "|/root/%3\\.openclaw\\.(?:before|rolledback)-%1%2"
                           "|/home/node/%3\\.openclaw\\.before-%1%2"
                           "|/opt/%3openclaw-panel\\.before-%1%2"
                           "|" LAYOUT_UNDOCK_ROOT "/runs/%3%1")
                .arg(run, again, going)));
    }();
    return grammar.match(path.toString()).hasMatch();
}

std::vector<Leftover> leftoversOf(const Facts &facts)
{
    std::vector<Leftover> found;
    for (const QString &line : facts.all(u"leftover")) {
        if (auto one = parse(line))
            found.push_back(std::move(*one));
    }
    return found;
}

std::optional<std::vector<Leftover>> listedLeftovers(const RunState &state)
{
    const std::vector<JobState> &jobs = state.jobs();
    for (auto job = jobs.rbegin(); job != jobs.rend(); ++job) {
        if (job->neverRan())
            continue;
        if (job->is(StepRole::ListsLeftovers) && job->green())
            return leftoversOf(job->facts);
        if (job->is(StepRole::RemovesLeftover))
            break; // what was listed before it is not what is there
    }
    return std::nullopt;
}

} // namespace undock
