#pragma once

#include "core/base/result.h"
#include "core/params/run_parameters.h"
#include "core/run/run_state.h"

#include <QMap>

namespace undock {

/// What the two sources of a run gave last, anywhere from this desk; empty: never seen.
struct SourceSums {
    QString installer;
    QString panel;
};

/// The sums of what was installed from each address, in `<data folder>/source-sums`: one `sha256 address` a line, by
/// which a source whose bytes are others than for the last VM is told of before they run.
class SourceMemory {
public:
    explicit SourceMemory(const QString &dataFolder);

    SourceSums seenFor(const RunParameters &parameters) const;
    /// Keeps what this run installed, as its steps reported it. Failed `source-sums-unwritable`.
    Done remember(const RunParameters &parameters, const RunState &state);

private:
    QMap<QString, QString> read() const;
    QString m_path;
};

} // namespace undock
