#include "gui/text/words.h"

#include <QLocale>

namespace undock::gui {

QString Words::stage(Stage stage)
{
    switch (stage) {
    case Stage::A:
        return tr("Scan");
    case Stage::B:
        return tr("Backup");
    case Stage::C:
        return tr("Stop Docker");
    case Stage::D:
        return tr("Install OpenClaw");
    case Stage::E:
        return tr("Move the data");
    case Stage::F:
        return tr("Deploy the panel");
    case Stage::G:
        return tr("Start the services");
    case Stage::H:
        return tr("Acceptance");
    case Stage::I:
        return tr("Delete Docker");
    case Stage::Rollback:
        return tr("Rollback");
    case Stage::Housekeeping:
        break;
    }
    return tr("Housekeeping");
}

QString Words::stageLine(Stage stage)
{
    return stageName(stage) + QStringLiteral("  ") + Words::stage(stage);
}

QString Words::verdict(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Passed:
        return tr("passed");
    case Verdict::Warning:
        return tr("warning");
    case Verdict::Failed:
        return tr("failed");
    case Verdict::Unknown:
        break;
    }
    return tr("unknown");
}

QString Words::mark(StageState::Mark mark)
{
    switch (mark) {
    case StageState::Mark::Pending:
        return tr("not yet");
    case StageState::Mark::Running:
        return tr("running");
    case StageState::Mark::Passed:
        return tr("passed");
    case StageState::Mark::Warning:
        return tr("warning");
    case StageState::Mark::Failed:
        return tr("failed");
    case StageState::Mark::Unknown:
        break;
    }
    return tr("unknown");
}

QString Words::phase(RunState::Phase phase)
{
    switch (phase) {
    case RunState::Phase::Created:
        return tr("not begun");
    case RunState::Phase::Scanned:
        return tr("scanned, nothing changed");
    case RunState::Phase::UnderWay:
        return tr("under way");
    case RunState::Phase::Failed:
        return tr("a step failed: retry or roll back");
    case RunState::Phase::AcceptanceFailed:
        return tr("acceptance failed: check again or roll back");
    case RunState::Phase::AwaitingUser:
        return tr("awaits the user's acceptance");
    case RunState::Phase::Accepted:
        return tr("accepted: Docker may be deleted");
    case RunState::Phase::Deleting:
        return tr("deleting Docker");
    case RunState::Phase::Deleted:
        return tr("done, Docker deleted");
    case RunState::Phase::RollingBack:
        return tr("rolling back");
    case RunState::Phase::RolledBack:
        return tr("rolled back, Docker's version answers");
    case RunState::Phase::RollbackFailed:
        break;
    }
    return tr("rollback failed: needs attention now");
}

QString Words::effect(Effect effect)
{
    switch (effect) {
    case Effect::Reads:
        return tr("reads only");
    case Effect::Adds:
        return tr("adds, changes nothing in use");
    case Effect::Switches:
        return tr("switches what is in use");
    case Effect::Deletes:
        break;
    }
    return tr("deletes");
}

QString Words::effectWord(Effect effect)
{
    switch (effect) {
    case Effect::Reads:
        return tr("reads");
    case Effect::Adds:
        return tr("adds");
    case Effect::Switches:
        return tr("switches");
    case Effect::Deletes:
        break;
    }
    return tr("deletes");
}

QString Words::findingLevel(Finding::Level level)
{
    switch (level) {
    case Finding::Level::Fine:
        return tr("fine");
    case Finding::Level::Attention:
        return tr("attention");
    case Finding::Level::Blocks:
        break;
    }
    return tr("blocks");
}

QString Words::outcome(const QString &name)
{
    if (name == QLatin1String("migrated"))
        return tr("migrated");
    if (name == QLatin1String("deleted"))
        return tr("done, Docker deleted");
    if (name == QLatin1String("rolled-back"))
        return tr("rolled back");
    if (name == QLatin1String("refused"))
        return tr("refused");
    return name;
}

QString Words::clock(std::optional<qint64> ms)
{
    if (!ms)
        return QStringLiteral("–");
    const qint64 seconds = *ms / 1000;
    const QString tail = QStringLiteral("%1:%2")
                             .arg(seconds / 60 % 60, seconds >= 3600 ? 2 : 1, 10, QLatin1Char('0'))
                             .arg(seconds % 60, 2, 10, QLatin1Char('0'));
    return seconds >= 3600 ? QStringLiteral("%1:%2").arg(seconds / 3600).arg(tail) : tail;
}

QString Words::bytes(qint64 count)
{
    return QLocale().formattedDataSize(count, 1, QLocale::DataSizeTraditionalFormat);
}

QString Words::amount(qint64 done, qint64 total, const QString &unit)
{
    if (unit == QLatin1String("bytes"))
        return total > 0 ? tr("%1 of %2").arg(bytes(done), bytes(total)) : bytes(done);
    const QLocale locale;
    if (unit == QLatin1String("files"))
        return total > 0 ? tr("%1 of %2 files").arg(locale.toString(done), locale.toString(total))
                         : tr("%n file(s)", nullptr, int(done));
    if (unit == QLatin1String("seconds"))
        return total > 0 ? tr("%1 s, at most %2 s").arg(done).arg(total) : tr("%1 s").arg(done);
    return total > 0 ? tr("%1 of %2").arg(locale.toString(done), locale.toString(total)) : locale.toString(done);
}

QString Words::dateTime(const QDateTime &at)
{
    return at.isValid() ? at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) : QString();
}

Tone Words::tone(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Passed:
        return Tone::Passed;
    case Verdict::Warning:
        return Tone::Warning;
    case Verdict::Failed:
        return Tone::Failed;
    case Verdict::Unknown:
        break;
    }
    return Tone::Unknown;
}

Tone Words::tone(StageState::Mark mark)
{
    switch (mark) {
    case StageState::Mark::Pending:
        return Tone::Neutral;
    case StageState::Mark::Running:
        return Tone::Accent;
    case StageState::Mark::Passed:
        return Tone::Passed;
    case StageState::Mark::Warning:
        return Tone::Warning;
    case StageState::Mark::Failed:
        return Tone::Failed;
    case StageState::Mark::Unknown:
        break;
    }
    return Tone::Unknown;
}

Tone Words::tone(Finding::Level level)
{
    switch (level) {
    case Finding::Level::Fine:
        return Tone::Passed;
    case Finding::Level::Attention:
        return Tone::Warning;
    case Finding::Level::Blocks:
        break;
    }
    return Tone::Failed;
}

QString Words::icon(StageState::Mark mark)
{
    switch (mark) {
    case StageState::Mark::Pending:
        return QStringLiteral("mark-pending");
    case StageState::Mark::Running:
        return QStringLiteral("mark-running");
    case StageState::Mark::Passed:
        return QStringLiteral("mark-passed");
    case StageState::Mark::Warning:
        return QStringLiteral("mark-warning");
    case StageState::Mark::Failed:
        return QStringLiteral("mark-failed");
    case StageState::Mark::Unknown:
        break;
    }
    return QStringLiteral("mark-unknown");
}

QString Words::icon(Finding::Level level)
{
    switch (level) {
    case Finding::Level::Fine:
        return QStringLiteral("mark-passed");
    case Finding::Level::Attention:
        return QStringLiteral("mark-warning");
    case Finding::Level::Blocks:
        break;
    }
    return QStringLiteral("mark-failed");
}

StageState::Mark Words::markOf(const JobState &job)
{
    using Mark = StageState::Mark;
    if (!job.settled())
        return job.answerLost ? Mark::Unknown : Mark::Running;
    if (job.skipped())
        return Mark::Pending;
    switch (job.verdict) {
    case Verdict::Passed:
        return Mark::Passed;
    case Verdict::Warning:
        return Mark::Warning;
    case Verdict::Failed:
        return Mark::Failed;
    case Verdict::Unknown:
        break;
    }
    return Mark::Unknown;
}

} // namespace undock::gui
