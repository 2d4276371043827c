#pragma once

#include "core/journal/event.h"
#include "core/record/document.h"
#include "core/record/evidence.h"

#include <QMap>
#include <QTimeZone>

namespace undock {

class StepCatalog;

struct RecordOptions {
    QString language = QStringLiteral("zh"); ///< "zh" or "en"
    /// The operator's; invalid: the one the run began in (`zone_minutes` of run-created).
    QTimeZone timeZone;
    /// Scripts to show beside their values; nullptr: those of this program. A script whose
    /// hash differs from what ran is named by its hash and not shown.
    const StepCatalog *catalog = nullptr;
    /// What the operator wrote by hand in an earlier writing of this record, by place.
    QMap<QString, QString> handWritten;
    /// Of the evidence this record goes with; left out where the journal is not a file.
    std::optional<EvidenceSeal> seal;
    /// The run's picture is drawn, too: for what is written, not for what is only searched.
    bool picture = false;
};

/// With this program's own scripts where the options name none.
RecordOptions withOwnCatalog(RecordOptions options);

/// The record of a run, from its journal and nothing else: at any time, also in the middle
/// of the run, after a failure or a rollback, and then it says so.
Record makeRecord(const std::vector<JournalEvent> &events, const RecordOptions &options = {});

/// Makes every text of a record safe to show: one line, no control or reordering characters, no
/// secret. makeRecord and makeBatchSummary have done it.
void makeSafe(Record &record);

} // namespace undock
