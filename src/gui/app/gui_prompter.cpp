#include "gui/app/gui_prompter.h"

#include "core/base/wipe.h"

#include <QThread>

#include <utility>

namespace undock::gui {

struct GuiPrompter::Waiting {
    bool answered = false;
    bool trusted = false;
    std::optional<QString> secret;

    ~Waiting()
    {
        if (secret)
            wipe(*secret); // its worker was gone before the answer came
    }
};

namespace {

/// For a store that answers late: wiped as soon as nobody waits for it any more.
struct HeldSecret {
    QByteArray bytes;
    ~HeldSecret() { wipe(bytes); }
};

} // namespace

GuiPrompter::GuiPrompter(
    Questions &questions, secrets::SecretStore &keychain, secrets::SecretStore &session, QObject *parent)
    : QObject(parent)
    , m_questions(questions)
    , m_keychain(keychain)
    , m_session(session)
{
}

GuiPrompter::~GuiPrompter()
{
    decline();
}

void GuiPrompter::decline()
{
    const std::lock_guard lock(m_mutex);
    m_declining = true;
    m_changed.notify_all();
}

void GuiPrompter::ask(const std::shared_ptr<Waiting> &waiting, std::function<void()> question)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_declining)
            return;
    }
    if (QThread::currentThread() == thread()) {
        question();
        return;
    }
    // Queued, not blocking-queued: a worker must be able to leave when the program ends.
    QMetaObject::invokeMethod(this, std::move(question), Qt::QueuedConnection);
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return waiting->answered || m_declining; });
}

void GuiPrompter::oneAtATime(std::function<void()> box)
{
    m_queue << std::move(box);
    if (m_asking)
        return; // the box that is open goes on with this one
    m_asking = true;
    while (!m_queue.isEmpty())
        m_queue.takeFirst()();
    m_asking = false;
}

bool GuiPrompter::trustHost(const QString &host, const QString &fingerprint)
{
    auto waiting = std::make_shared<Waiting>();
    const auto box = [this, waiting, host, fingerprint] {
        const bool trusted = m_questions.trustHost(m_window, host, fingerprint);
        const std::lock_guard lock(m_mutex);
        waiting->trusted = trusted;
        waiting->answered = true;
        m_changed.notify_all();
    };
    ask(waiting, [this, box] { oneAtATime(box); });
    const std::lock_guard lock(m_mutex);
    return waiting->trusted;
}

QString GuiPrompter::keyOf(const SecretPrompt &prompt)
{
    switch (prompt.kind) {
    case SecretPrompt::Kind::Passphrase:
        return secrets::passphraseKey(prompt.of);
    case SecretPrompt::Kind::Password:
        return secrets::passwordKey(prompt.of);
    case SecretPrompt::Kind::Question:
        break; // it may want a one-time code: never kept
    }
    return {};
}

std::optional<QString> GuiPrompter::secret(const SecretPrompt &prompt)
{
    auto waiting = std::make_shared<Waiting>();
    ask(waiting, [=, this] { lookInStores(waiting, prompt); });
    const std::lock_guard lock(m_mutex);
    return std::exchange(waiting->secret, std::nullopt);
}

void GuiPrompter::lookInStores(const std::shared_ptr<Waiting> &waiting, const SecretPrompt &prompt)
{
    const QString key = keyOf(prompt);
    if (key.isEmpty() || prompt.attempt > 0) {
        askPerson(waiting, prompt);
        return;
    }
    const auto answer = [this, waiting](QByteArray &secret) {
        const std::lock_guard lock(m_mutex);
        waiting->secret = QString::fromUtf8(secret);
        wipe(secret);
        waiting->answered = true;
        m_changed.notify_all();
    };
    m_session.fetch(key, [=, this](Result<std::optional<QByteArray>> kept) {
        if (kept && *kept) {
            answer(**kept);
            return;
        }
        m_keychain.fetch(key, [=, this](Result<std::optional<QByteArray>> stored) {
            // No keychain is a normal state: then "until quit" is offered.
            m_keychainThere = stored.has_value() || stored.error().code != QLatin1String("keychain-unavailable");
            if (stored && *stored)
                answer(**stored);
            else
                askPerson(waiting, prompt);
        });
    });
}

void GuiPrompter::askPerson(const std::shared_ptr<Waiting> &waiting, const SecretPrompt &prompt)
{
    oneAtATime([=, this] { openBox(waiting, prompt); });
}

void GuiPrompter::openBox(const std::shared_ptr<Waiting> &waiting, const SecretPrompt &prompt)
{
    const QString key = keyOf(prompt);
    using Keychain = Questions::Keychain;
    const Keychain keychain = !m_keychainThere || key.isEmpty() ? Keychain::Absent
        : !m_usuallyKept || m_usuallyKept(prompt)               ? Keychain::Usual
                                                                : Keychain::Offered;
    auto given = m_questions.secret(m_window, prompt, keychain);
    if (given && !key.isEmpty()) {
        secrets::SecretStore &store = given->keep ? m_keychain : m_session;
        const std::shared_ptr<HeldSecret> held(new HeldSecret{ given->secret.toUtf8() });
        store.store(key, held->bytes, [this, key, held](const Done &stored) {
            if (!stored) // better asked once more tomorrow than kept in the clear
                m_session.store(key, held->bytes, [](const Done &) {});
        });
    }
    const std::lock_guard lock(m_mutex);
    waiting->secret = given ? std::optional(std::move(given->secret)) : std::nullopt;
    waiting->answered = true;
    m_changed.notify_all();
}

} // namespace undock::gui
