#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace undock::cli {

/// One command: what follows the program's name.
struct Command {
    const char *name;
    const char *summary;
    int (*run)(const QStringList &arguments); ///< arguments[0] is the program's name
};

const std::vector<Command> &commands();

int discoverCommand(const QStringList &arguments);
int scanCommand(const QStringList &arguments);
int planCommand(const QStringList &arguments);
int migrateCommand(const QStringList &arguments);
int resumeCommand(const QStringList &arguments);
int checkCommand(const QStringList &arguments);
int acceptCommand(const QStringList &arguments);
int deleteCommand(const QStringList &arguments);
int rollbackCommand(const QStringList &arguments);
int statusCommand(const QStringList &arguments);
int waitCommand(const QStringList &arguments);
int recordCommand(const QStringList &arguments);
int leasesCommand(const QStringList &arguments);
int holdsCommand(const QStringList &arguments);
int housekeepingCommand(const QStringList &arguments);
int ledgerCommand(const QStringList &arguments);
int leaveOutCommand(const QStringList &arguments);
int arrangeCommand(const QStringList &arguments);
int retireNodeCommand(const QStringList &arguments);
int notifyCommand(const QStringList &arguments);
int queueCommand(const QStringList &arguments);

} // namespace undock::cli
