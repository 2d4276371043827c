#pragma once

#include "core/params/run_parameters.h"
#include "engine/notify/webhook_target.h"
#include "engine/queue/desk_settings.h"

#include <QCommandLineParser>

#include <optional>

namespace undock::cli {

/// What every command understands, as given on the command line.
struct CommonOptions {
    QMap<QString, QString> fields; ///< run parameters by field name; only what was given
    bool isGiven(Field field) const { return fields.contains(nameOf(field)); }
    QString given(Field field) const { return fields.value(nameOf(field)); }
    DeskSettings desk;
    QString run; ///< --run: a run's id
    bool json = false;
    bool readConfirmed = false;
    int patienceSeconds = 0; ///< how long a full node or a busy VM is waited for
    QString procedureFile, baselineFile;
    std::optional<WebhookTarget> webhook; ///< --notify-file

    /// The VM that was named; empty where none was.
    QString vm() const;
    QString node() const; ///< likewise, as it was typed
    void setVm(const QString &vmid);
};

/// Adds the common options to a command's parser.
void addCommonOptions(QCommandLineParser &parser);
/// BadInput with the field's name for what cannot be used.
Result<CommonOptions> commonOptions(const QCommandLineParser &parser);

/// The run parameters, every bad field reported. `needed`: fields that this command cannot do without.
tl::expected<RunParameters, std::vector<Error>> runParameters(const CommonOptions &options);

} // namespace undock::cli
