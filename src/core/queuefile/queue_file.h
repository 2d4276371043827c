#pragma once

#include "core/base/result.h"
#include "core/params/run_parameters.h"

#include <QByteArray>
#include <QList>
#include <QMap>

#include <optional>
#include <vector>

namespace undock {

/// One line of a queue: a VM that is to be migrated.
struct QueueRow {
    int line = 0;
    QString name; ///< what people call the VM; no parameter, may be empty
    QMap<QString, QString> fields; ///< as given, defaults not filled in
    std::optional<RunParameters> parameters; ///< there when `problems` is empty
    std::vector<Error> problems; ///< all of the line's, each with the field as `where`
};

struct QueueFile {
    QList<QueueRow> rows; ///< in the order of the lines
    bool isValid() const;
    /// What the rows install from that `defaults` (the fields in force) does not say, one difference a line with the
    /// VMs it is of; empty where there is none. Whoever takes the file shows it and asks.
    QString foreignSources(const QMap<QString, QString> &defaults) const;
};

/// Reads a queue from a CSV file or from pasted lines.
///
/// Columns are separated by commas, semicolons, tabs or, in a text with none
/// of these, blanks. A first line of names says which column is which: the
/// names of runParameterFields(), `name`, or the ledger's headings. Without
/// one the columns are `vmid, ip, panel_tag, node, name`. Empty lines and
/// lines that begin with `#` are passed over. What a line does not give comes
/// from `defaults`. A VM that stands twice for one node is a problem of the
/// second line. Errors of the whole: those of CsvTable, `queue-empty`, `queue-too-long` (over 10,000 rows).
/// Codes of a line's problems: those of makeRunParameters(), `queue-extra-column`, `queue-vm-twice`.
Result<QueueFile> parseQueue(const QByteArray &text, const QMap<QString, QString> &defaults);

} // namespace undock
