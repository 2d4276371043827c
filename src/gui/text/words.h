#pragma once

#include "core/run/run_state.h"
#include "gui/widgets/theme.h"

#include <QCoreApplication>

namespace undock::gui {

/// The program's vocabulary as people read it, in the language of the moment.
class Words {
    Q_DECLARE_TR_FUNCTIONS(undock::gui::Words)
public:
    static QString stage(Stage stage); ///< "Backup"
    static QString stageLine(Stage stage); ///< "B  Backup"
    static QString verdict(Verdict verdict);
    static QString mark(StageState::Mark mark);
    static QString phase(RunState::Phase phase);
    static QString effect(Effect effect); ///< "adds, changes nothing in use"
    static QString effectWord(Effect effect); ///< "adds"
    static QString findingLevel(Finding::Level level);
    static QString outcome(const QString &name);

    /// "0:14", "12:05", "1:02:03"; "–" for nothing.
    static QString clock(std::optional<qint64> ms);
    static QString bytes(qint64 count);
    static QString amount(qint64 done, qint64 total, const QString &unit);
    static QString dateTime(const QDateTime &at);

    static Tone tone(Verdict verdict);
    static Tone tone(StageState::Mark mark);
    static Tone tone(Finding::Level level);
    static QString icon(StageState::Mark mark); ///< name of the mark's drawing
    static QString icon(Finding::Level level);
    static StageState::Mark markOf(const JobState &job);
};

} // namespace undock::gui
