#pragma once

#include "engine/queue/queue.h"

namespace undock::gui {

/// What a job left behind, as rows for a table and the script that ran.
struct Evidence {
    struct Row {
        enum class Kind { Value, Fact, Warning, Failure, Hash };
        Kind kind = Kind::Fact;
        QString name;
        QString text;
    };
    QString title;
    QString script; ///< the program's own copy; empty when this version has no such step
    bool scriptDiffers = false; ///< the journal's hash is another one: an older program ran it
    std::vector<Row> rows;

    static Evidence of(const JobState &job);
};

} // namespace undock::gui
