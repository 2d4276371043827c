#include "cli/commands/commands.h"
#include "cli/commands/support.h"
#include "core/config/config_backup.h"
#include "core/text/phrase.h"

namespace undock::cli {

int checkCommand(const QStringList &arguments)
{
    Task task;
    task.kind = Task::Kind::CheckAgain;
    return taskOnRun(arguments, QStringLiteral("Stage H: run the acceptance again."), task);
}

int acceptCommand(const QStringList &arguments)
{
    Task task;
    task.kind = Task::Kind::Accept;
    return taskOnRun(
        arguments, QStringLiteral("Record that the VM's user accepted the migration."), task,
        [](QCommandLineParser &parser) {
            addCheckOnly(parser);
            parser.addOption({ QStringLiteral("by"), QStringLiteral("Who accepted."), QStringLiteral("NAME") });
            parser.addOption({ QStringLiteral("note"), QStringLiteral("What was said."), QStringLiteral("TEXT") });
            parser.addOption({ QStringLiteral("tried"), QStringLiteral("What was tried."), QStringLiteral("TEXT") });
        },
        [](const QCommandLineParser &parser, Task &filled) -> Done {
            const auto by = OperatorName::parse(parser.value(QStringLiteral("by")));
            if (!by) {
                return fail(Error::Kind::BadInput, QStringLiteral("by-missing"), phrase("say-who-accepted"),
                    QStringLiteral("--by"), phrase("cure-users-name"));
            }
            filled.by = by->toString();
            filled.note = parser.value(QStringLiteral("note"));
            filled.tried = parser.value(QStringLiteral("tried"));
            return {};
        });
}

int deleteCommand(const QStringList &arguments)
{
    Task task;
    task.kind = Task::Kind::DeleteDocker;
    return taskOnRun(
        arguments,
        QStringLiteral(
            "Stage I: delete Docker's containers. Refused, with the missing condition, unless the backup is verified, "
            "the data proven equal, the acceptance green and re-run now, the user's acceptance recorded, the VM "
            "ours, and no hold anywhere."),
        task,
        [](QCommandLineParser &parser) {
            addCheckOnly(parser);
            parser.addOption({ QStringLiteral("images"),
                QStringLiteral("After Docker is deleted: remove the two images as well; Docker's version cannot come "
                               "back then.") });
        },
        [](const QCommandLineParser &parser, Task &filled) -> Done {
            if (parser.isSet(QStringLiteral("images")))
                filled.kind = Task::Kind::DeleteImages;
            return {};
        });
}

int rollbackCommand(const QStringList &arguments)
{
    Task task;
    task.kind = Task::Kind::RollBack;
    return taskOnRun(
        arguments, QStringLiteral("Bring Docker's version back from wherever the run stands."), task,
        [](QCommandLineParser &parser) {
            addCheckOnly(parser);
            parser.addOption(
                { QStringLiteral("reason"), QStringLiteral("Why, for the record."), QStringLiteral("TEXT") });
            parser.addOption({ QStringLiteral("carry-back"),
                QStringLiteral("After a rollback: bring what users wrote since the cutover into Docker's version.") });
            parser.addOption({ QStringLiteral("restore"),
                QStringLiteral(
                    "Also restore /data and /opt/openclaw from the verified backup; what is there is moved aside.") });
            parser.addOption({ QStringLiteral("config"),
                QStringLiteral("Stay direct, and put back this openclaw.json.bak.<time>."), QStringLiteral("FILE") });
            parser.addOption({ QStringLiteral("list-configs"),
                QStringLiteral("List the backups of openclaw.json that the VM has; changes nothing.") });
        },
        [](const QCommandLineParser &parser, Task &filled) -> Done {
            filled.note = parser.value(QStringLiteral("reason"));
            if (parser.isSet(QStringLiteral("carry-back")))
                filled.kind = Task::Kind::CarryBack;
            if (parser.isSet(QStringLiteral("restore")))
                filled.kind = Task::Kind::Restore;
            if (parser.isSet(QStringLiteral("list-configs")))
                filled.kind = Task::Kind::RestoreConfig;
            if (parser.isSet(QStringLiteral("config"))) {
                filled.kind = Task::Kind::RestoreConfig;
                filled.detail = parser.value(QStringLiteral("config"));
                if (!isConfigBackupName(filled.detail)) {
                    return fail(Error::Kind::BadInput, QStringLiteral("bad-backup-name"), phrase("backup-name-wrong"),
                        QStringLiteral("--config"), phrase("cure-list-configs"));
                }
            }
            return {};
        });
}

} // namespace undock::cli
