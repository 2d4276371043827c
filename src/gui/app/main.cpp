#include "core/params/field.h"
#include "engine/store/guard_process.h"
#include "gui/app/dialog_questions.h"
#include "gui/app/one_arena.h"
#include "gui/app/options.h"
#include "gui/app/program.h"
#include "gui/widgets/icons.h"
#include "undock_version.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <cstdio>
#include <cstring>

using namespace undock;
using namespace undock::gui;

int main(int argc, char **argv)
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    // Told without a display: a package's check, or a colleague over SSH, has none.
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--version") == 0 || std::strcmp(argv[i], "-v") == 0) {
            std::puts("openclaw-undock " UNDOCK_VERSION_TEXT);
            return 0;
        }
    }
    undock::guardProcess();
    undock::gui::useOneArena();
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("openclaw-undock"));
    QCoreApplication::setApplicationVersion(QStringLiteral(UNDOCK_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("openclaw-undock"));
    QApplication::setWindowIcon(Icons::application());
    QApplication::setQuitOnLastWindowClosed(true);

    Options options;
    options.read(QCoreApplication::arguments());
    if (const Done ours = ownFolder(options.dataFolder()); !ours) {
        std::fprintf(stderr, "openclaw-undock: %s\n", qUtf8Printable(describe(ours.error())));
        return 2;
    }
    DialogQuestions questions;
    Program program(options, questions);
    program.window().show();
    // Started for one VM: its wizard is what is wanted, unless the queue has it already.
    if (options.isSet(Field::Vmid) || options.isSet("picture"))
        program.queue().load(); // waits for the runs
    if (options.isSet(Field::Vmid) && program.queue().runs().isEmpty())
        program.shell().addVm();
    if (options.isSet("startup-time")) {
        QTimer::singleShot(0, &application, [&] {
            std::printf("startup-ms %lld\n", static_cast<long long>(sinceStart.elapsed()));
            QCoreApplication::quit();
        });
    }
    if (options.isSet("picture")) {
        QTimer::singleShot(0, &application, [&] {
            const bool saved = program.window().grab().save(options.value("picture"));
            if (!saved)
                std::fputs("openclaw-undock: the picture could not be written\n", stderr);
            QCoreApplication::exit(saved ? 0 : 1);
        });
    }
    return QApplication::exec();
}
