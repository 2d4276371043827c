#include "gui/app/dialog_questions.h"
#include "gui/app/gui_prompter.h"
#include "gui/app/options.h"
#include "gui/app/shell.h"
#include "gui/app/sleep_guard.h"
#include "gui/desk/engine_inquiry.h"
#include "gui/desk/queue_desk.h"
#include "gui/text/language.h"
#include "gui/widgets/icons.h"
#include "secrets/keychain_store.h"
#include "secrets/session_store.h"
#include "undock_version.h"

#include <QApplication>
#include <QDir>
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
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("openclaw-undock"));
    QCoreApplication::setApplicationVersion(QStringLiteral(UNDOCK_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("openclaw-undock"));
    QApplication::setWindowIcon(Icons::application());
    QApplication::setQuitOnLastWindowClosed(true);

    Options options;
    options.process(application);
    if (!QDir().mkpath(options.dataFolder())) {
        std::fprintf(stderr, "openclaw-undock: the folder cannot be made: %s\n", qPrintable(options.dataFolder()));
        return 2;
    }
    AppSettings settings(options.dataFolder());
    options.applyTo(settings);
    Language::use(settings.value(QStringLiteral("language")));
    Theme::apply(application, Theme::choiceFromName(settings.value(QStringLiteral("theme"))));

    DialogQuestions questions;
    secrets::KeychainStore keychain;
    secrets::SessionStore session;
    GuiPrompter prompter(questions, keychain, session);
    Queue queue(settings.desk(), prompter);
    queue.load();
    QueueDesk desk(queue);
    EngineInquiry inquiry(settings, prompter);
    const SleepGuard awake(desk);
    Shell shell(desk, settings, inquiry, questions);
    prompter.setWindow(&shell.window());
    QObject::connect(&shell, &Shell::secretsForgotten, &keychain, [&](const SavedNode &node) {
        for (const QString &key : { secrets::passwordKey(node.target), secrets::passphraseKey(node.identity) }) {
            keychain.remove(key, [](const Done &) { });
            session.remove(key, [](const Done &) { });
        }
    });
    shell.window().show();
    if (options.isSet("startup-time")) {
        QTimer::singleShot(0, &application, [&] {
            std::printf("startup-ms %lld\n", static_cast<long long>(sinceStart.elapsed()));
            QCoreApplication::quit();
        });
    }
    const int code = QApplication::exec();
    // Workers that wait for a person must be able to end.
    prompter.decline();
    return code;
}
