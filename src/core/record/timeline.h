#pragma once

#include "core/record/run_story.h"

namespace undock {

/// One attempt of a step, when it really ran (not when its chain was sent).
struct TimelineStep {
    QString job;
    QString title;
    Stage stage = Stage::A;
    QDateTime from, to;
    Verdict verdict = Verdict::Unknown;
    bool open = false; ///< not ended as far as the journal knows
    int attempt = 1; ///< of this step in this run
    bool retried = false; ///< the attempt before was not green: this one was made because of it
};

/// Something that lasted.
struct TimelineSpan {
    enum class Kind { GatewayDown, PanelDown, Paused, LinkLost };
    Kind kind = Kind::Paused;
    QDateTime from, to;
    bool open = false; ///< goes on at the end of what the journal knows
    bool measured = true; ///< false: by the steps' own times, since no probe told
};

/// Something that happened at a point in time.
struct TimelineMoment {
    enum class Kind {
        Stop,
        FirstStart,
        AcceptanceGreen,
        AcceptanceFailed,
        UserAccepted,
        Deletion,
        BackInDocker,
        Trouble
    };
    Kind kind = Kind::Trouble;
    QDateTime at;
    QString text; ///< who, or what went wrong; safe to show, may be empty
};

/// What happened when in a run: what its picture is drawn from, and a part of no picture.
struct Timeline {
    QString run, vmid, name, node;
    QString outcome; ///< where the run stands, in one sentence
    QDateTime from, to;
    std::vector<TimelineStep> steps; ///< in the order in which they began
    std::vector<TimelineSpan> spans;
    std::vector<TimelineMoment> moments; ///< by time

    const TimelineSpan *newest(TimelineSpan::Kind kind) const;
};

/// From the journal alone; times of the VM's clock are brought to the desk's by the answers that came fastest.
Timeline timelineOf(const RunStory &story);

/// "扫描", "Stop Docker" …
QString stageTitle(Stage stage, const Words &t);
QString spanTitle(TimelineSpan::Kind kind, const Words &t);
QString momentTitle(TimelineMoment::Kind kind, const Words &t);

} // namespace undock
