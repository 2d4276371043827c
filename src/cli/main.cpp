#include "cli/commands/commands.h"
#include "cli/terminal.h"
#include "core/text/phrase.h"
#include "engine/store/guard_process.h"
#include "undock_version.h"

#include <QCoreApplication>

#include <cstdio>

namespace {

void printUsage(FILE *stream)
{
    std::fputs("usage: openclaw-undock-cli COMMAND [options]\n\n", stream);
    for (const auto &command : undock::cli::commands())
        std::fprintf(stream, "  %-14s %s\n", command.name, command.summary);
    std::fputs("\nEach command tells its options with --help.\n"
               "exit codes: 0 succeeded, 1 failed and safe, 2 bad input, 3 unknown (resume to find out), 4 refused,\n"
               "            5 waits for a person\n",
        stream);
}

} // namespace

int main(int argc, char **argv)
{
    undock::guardProcess();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("openclaw-undock-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(UNDOCK_VERSION));

    const QStringList arguments = QCoreApplication::arguments();
    const QString name = arguments.value(1);
    if (name == QLatin1String("--version") || name == QLatin1String("-v")) {
        std::puts("openclaw-undock-cli " UNDOCK_VERSION_TEXT);
        return 0;
    }
    if (name == QLatin1String("--help") || name == QLatin1String("-h") || name == QLatin1String("help")) {
        printUsage(stdout);
        return 0;
    }
    for (const auto &command : undock::cli::commands()) {
        if (name == QLatin1String(command.name)) {
            QStringList rest = arguments;
            rest.removeAt(1);
            return command.run(rest);
        }
    }
    if (arguments.contains(QStringLiteral("--json"))) {
        undock::cli::Terminal(true).error({ undock::Error::Kind::BadInput, QStringLiteral("no-such-command"),
            undock::phrase("no-such-command", { { "command", name.left(60) } }), QStringLiteral("COMMAND"),
            undock::phrase("cure-commands-help") });
        return 2;
    }
    if (!name.isEmpty())
        std::fprintf(stderr, "no such command: %s\n\n", qUtf8Printable(name.left(60)));
    printUsage(stderr);
    return 2;
}
