#pragma once

#include "core/base/result.h"
#include "core/ledger/ledger_columns.h"

#include <QMap>
#include <QStringList>

#include <optional>
#include <vector>

namespace undock {

struct RunParameters;

/// A parameter of a run, in the order of JSON keys and messages. Its name, default and uses are one row of the table
/// in run_parameters.cpp; code that needs one field names it by this, so that a wrong name does not compile.
enum class Field {
    Vmid,
    Ip,
    Node,
    PanelTag,
    PanelRepo,
    OpenclawVersion,
    GatewayMode,
    Order,
    InstallerUrl,
    PanelSource,
    NpmRegistry,
    InstallerSha256,
    PanelSha256,
    SteadySeconds,
    LeastFreeMib,
    Operator,
};

enum class FieldGroup {
    Identity, ///< which VM
    Versions, ///< what is installed
    Procedure, ///< how the run goes
    Sources, ///< where the downloads come from
    Sums, ///< what a download must sum to
    Thresholds, ///< what the acceptance asks for
    Person, ///< who does it
};

/// How long a desk remembers the value.
enum class Kept {
    ThisStart, ///< it belongs to one VM: the next start does not offer it for another one
    OnDesk, ///< in the desk's settings
    InSettingsFile, ///< in the settings, also in those that travel to another desk
};

/// Where a window offers the value.
enum class Editor {
    None, ///< the command line and a queue file only
    Wizard,
    Settings,
    Both,
};

/// Whether the steps in the guest get the value.
enum class Sent {
    Never,
    IfGiven,
    Always, ///< also when it is empty: empty means something
};

/// One row of the table: everything the program knows of a parameter.
struct FieldRow {
    Field field;
    const char *name; ///< in JSON, settings, queue files, forms (property "field"), scripts, and as Error::where
    FieldGroup group;
    const char *fallback = ""; ///< what a field gets that is not given; empty: none
    int least = 0, most = 0; ///< range of a number; both 0: it is none
    const char *option; ///< of both programs, without its hyphens
    const char *placeholder; ///< of the option's value in the help
    const char *help; ///< {least}, {most} and {default} are filled in by optionHelp()
    Kept kept;
    Editor editor;
    Sent sent;
    const char *measured = ""; ///< fact of the scan that later steps get in place of the default
    bool confirmed = false; ///< it decides which code root runs in the VM: a change is shown and asked about
    int bareColumn = 0; ///< position in a queue file that has no headings, from 1; 0: only under its heading
    std::optional<LedgerColumn> heading = std::nullopt; ///< the ledger's headings name it in a queue file, too

    // From the member of RunParameters, see run_parameters.cpp.
    bool required = false; ///< has to be given, or has a default
    Done (*check)(QStringView text) = nullptr; ///< the field's grammar; errors name the field
    QString (*text)(const RunParameters &parameters) = nullptr; ///< the inverse; empty where it is absent
};

/// Whether the window with that editor (Wizard or Settings) offers the field.
inline bool isIn(Editor window, const FieldRow &row)
{
    return row.editor == window || row.editor == Editor::Both;
}

/// Every field, in the order of Field.
const std::vector<FieldRow> &fieldTable();
const FieldRow &rowOf(Field field);
/// nullptr where there is no field of that name.
const FieldRow *fieldNamed(QStringView name);

/// As JSON, settings, queue files and scripts call it.
QString nameOf(Field field);
/// The same for a JSON key.
const char *keyOf(Field field);
/// What a field gets that is not given; empty where there is no default (an empty `ip`, `npm_registry` or sum means
/// absent).
QString defaultFor(Field field);
/// What the programs' --help says of the field.
QString optionHelp(const FieldRow &row);
/// What people call the field, in a language ("en", "zh_CN").
QString fieldWords(Field field, const QString &language);

} // namespace undock
