#include "gui/app/program.h"

#include "gui/app/options.h"
#include "gui/text/language.h"

#include <QApplication>

namespace undock::gui {

namespace {

/// Before the first window is made: what it shows depends on both.
AppSettings &dressed(AppSettings &settings, const Options &options)
{
    options.applyTo(settings);
    Language::use(settings.value(QStringLiteral("language")));
    Theme::apply(*qobject_cast<QApplication *>(QApplication::instance()),
        Theme::choiceFromName(settings.value(QStringLiteral("theme"))));
    return settings;
}

} // namespace

Program::Program(const Options &options, Questions &questions)
    : m_settings(options.dataFolder())
    , m_prompter(questions, m_keychain, m_session)
    , m_queue(dressed(m_settings, options).desk(), m_prompter)
    , m_inquiry(m_settings, m_prompter)
    , m_awake(m_queue)
    , m_shell((m_queue.load(), m_queue), m_settings, m_inquiry, questions)
    , m_webhook(m_queue, m_settings, m_keychain)
{
    m_prompter.setWindow(&m_shell.window());
    m_prompter.setUsuallyKept([this](const SecretPrompt &prompt) { return m_settings.keepsSecret(prompt); });
    QObject::connect(&m_shell, &Shell::webhookKept, &m_webhook, &WebhookLink::keep);
    QObject::connect(&m_shell, &Shell::webhookTestWanted, &m_webhook, &WebhookLink::test);
    QObject::connect(&m_webhook, &WebhookLink::failed, &m_shell,
        [this](const Error &error) { m_shell.window().say(ErrorText::of(error)); });
    QObject::connect(&m_shell, &Shell::secretsForgotten, &m_keychain, [this](const SavedNode &node) {
        const auto target = NodeTarget::parse(node.target); // as it is asked for, not as it was typed
        for (const QString &key : { secrets::passwordKey(target ? target->toString() : node.target),
                 secrets::passphraseKey(node.identity) }) {
            m_keychain.remove(key, [](const Done &) {});
            m_session.remove(key, [](const Done &) {});
        }
    });
}

Program::~Program()
{
    m_prompter.decline();
}

} // namespace undock::gui
