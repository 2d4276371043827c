#pragma once

#include "engine/run/prompter.h"
#include "gui/app/questions.h"
#include "secrets/secret_store.h"

#include <QObject>
#include <QPointer>
#include <QSet>
#include <QWidget>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace undock::gui {

/// Brings the workers' questions to the GUI's thread and waits for the answer.
/// A stored secret is tried once; one that the node refuses is asked for anew.
/// Lives in the GUI's thread; made before the queue and destroyed after it.
class GuiPrompter : public QObject, public Prompter {
    Q_OBJECT
public:
    GuiPrompter(
        Questions &questions, secrets::SecretStore &keychain, secrets::SecretStore &session, QObject *parent = nullptr);
    ~GuiPrompter() override;

    void setWindow(QWidget *window) { m_window = window; }
    /// Says of a question whether its answer is usually kept in the keychain; without it each is.
    void setUsuallyKept(std::function<bool(const SecretPrompt &)> usuallyKept)
    {
        m_usuallyKept = std::move(usuallyKept);
    }
    /// Answers no to everything that is asked now and later, so that workers can end.
    void decline();

    bool trustHost(const QString &host, const QString &fingerprintSha256) override;
    std::optional<QString> secret(const SecretPrompt &prompt) override;

private:
    struct Waiting; ///< a worker's question on its way
    void ask(const std::shared_ptr<Waiting> &waiting, std::function<void()> question);
    void lookInStores(const std::shared_ptr<Waiting> &waiting, const SecretPrompt &prompt);
    void askPerson(const std::shared_ptr<Waiting> &waiting, const SecretPrompt &prompt);
    void openBox(const std::shared_ptr<Waiting> &waiting, const SecretPrompt &prompt);
    void oneAtATime(std::function<void()> box);
    static QString keyOf(const SecretPrompt &prompt);

    Questions &m_questions;
    secrets::SecretStore &m_keychain;
    secrets::SecretStore &m_session;
    QPointer<QWidget> m_window;
    std::function<bool(const SecretPrompt &)> m_usuallyKept;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_declining = false;
    bool m_keychainThere = true;
    bool m_asking = false;
    QList<std::function<void()>> m_queue; ///< one box at a time
};

} // namespace undock::gui
