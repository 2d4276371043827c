#pragma once

#include "gui/app/gui_prompter.h"
#include "gui/app/shell.h"
#include "gui/app/sleep_guard.h"
#include "gui/app/webhook_link.h"
#include "gui/desk/engine_inquiry.h"
#include "secrets/keychain_store.h"
#include "secrets/session_store.h"

namespace undock::gui {

class Options;

/// Everything the program is made of, in the order in which it depends on each other: the
/// one place where parts are put together. What runs in guests outlives it.
class Program {
public:
    /// `options` have been read; their data folder is there.
    Program(const Options &options, Questions &questions);
    /// Workers that wait for a person are let go first.
    ~Program();
    Program(const Program &) = delete;
    Program &operator=(const Program &) = delete;

    MainWindow &window() { return m_shell.window(); }
    Queue &queue() { return m_queue; }
    Shell &shell() { return m_shell; }

private:
    AppSettings m_settings;
    secrets::KeychainStore m_keychain;
    secrets::SessionStore m_session;
    GuiPrompter m_prompter;
    Queue m_queue;
    EngineInquiry m_inquiry;
    SleepGuard m_awake;
    Shell m_shell;
    WebhookLink m_webhook;
};

} // namespace undock::gui
