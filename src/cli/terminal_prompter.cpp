#include "cli/terminal_prompter.h"

#include "cli/console.h"
#include "core/base/wipe.h"
#include "core/text/display_safe.h"
#include "core/text/phrase.h"

#include <QMutex>

namespace undock::cli {

namespace {

/// Two workers must not ask at the same time.
QMutex &onePerson()
{
    static QMutex mutex;
    return mutex;
}

bool nobodyIsThere = false;
std::optional<Error> firstUnanswered;

std::optional<QString> ask(const QString &question, bool echo, const QString &option, const QString &cure)
{
    const QMutexLocker lock(&onePerson());
    if (nobodyIsThere) {
        if (!firstUnanswered)
            firstUnanswered = Error{ Error::Kind::BadInput, QStringLiteral("question-unanswered"),
                phrase("question-stands", { { "question", question.trimmed() } }), option, cure };
        return {};
    }
    auto answer = askAtTerminal(displaySafe(question).toUtf8(), echo);
    if (!answer)
        return {};
    QString text = QString::fromUtf8(*answer);
    wipe(*answer);
    return text;
}

} // namespace

void TerminalPrompter::neverAsk()
{
    const QMutexLocker lock(&onePerson());
    nobodyIsThere = true;
}

std::optional<Error> TerminalPrompter::unanswered()
{
    const QMutexLocker lock(&onePerson());
    return firstUnanswered;
}

bool TerminalPrompter::confirm(const QString &question, const QString &option)
{
    const auto answer = ask(question + QStringLiteral(" [y/N] "), true, option,
        QStringLiteral("look at it, and give %1 if the answer is yes").arg(option));
    return answer
        && (answer->trimmed().compare(QLatin1String("y"), Qt::CaseInsensitive) == 0
            || answer->trimmed().compare(QLatin1String("yes"), Qt::CaseInsensitive) == 0);
}

bool TerminalPrompter::trustHost(const QString &host, const QString &fingerprintSha256)
{
    return confirm(QStringLiteral("First contact with %1.\nIts key's fingerprint is %2.\n"
                                  "Compare it with what the node's console shows. Trust and store it?")
                       .arg(host, fingerprintSha256),
        QStringLiteral("--known-hosts"));
}

std::optional<QString> TerminalPrompter::secret(const SecretPrompt &prompt)
{
    if (prompt.attempt > 2)
        return {};
    QString words = prompt.of;
    if (prompt.kind == SecretPrompt::Kind::Passphrase)
        words.prepend(QStringLiteral("passphrase of "));
    else if (prompt.kind == SecretPrompt::Kind::Password)
        words.prepend(QStringLiteral("password of "));
    return ask(
        (prompt.attempt > 0 ? QStringLiteral("That was not accepted. ") : QString()) + words + QStringLiteral(": "),
        prompt.echo, QStringLiteral("--identity"),
        QStringLiteral("use a key that an agent holds, or a key file without a passphrase"));
}

bool TerminalPrompter::acceptSources(const QString &differences)
{
    return confirm(QStringLiteral("What root will run in the VM comes from elsewhere than this desk says:\n%1\n"
                                  "Install from there?")
                       .arg(differences),
        QStringLiteral("--accept-sources"));
}

} // namespace undock::cli
