#include "core/base/wipe.h"
#include "core/text/phrase.h"
#include "remote/ssh/chosen_agent.h"
#include "remote/ssh/key_file.h"
#include "remote/ssh/socket.h"
#include "remote/ssh/ssh_handle.h"

#include <QDir>
#include <QFileInfo>
#include <QStringList>

#include <cstring>
#include <memory>

namespace undock::remote {
namespace {

using namespace std::chrono_literals;
using KeyPointer = std::unique_ptr<ssh_key_struct, decltype(&ssh_key_free)>;

constexpr auto exchangeLimit = 20s;
constexpr int attempts = 3;

struct Login {
    SshHandle &handle;
    const SshOptions &options;
    Prompter &prompter;
    const std::stop_token &stop;
    QString userAtHost;
    QStringList tried;
};

/// One exchange with the peer: an SSH_AUTH_ value, or why the login cannot go on.
template <class Step> Result<int> exchange(Login &login, Step step)
{
    int result = SSH_AUTH_ERROR;
    switch (repeat(login.handle, SSH_AUTH_AGAIN, result, exchangeLimit, login.stop, step)) {
    case Waited::Stopped:
        return fail(Error::Kind::NotReached, QStringLiteral("stopped"), phrase("login-stopped"), login.handle.where);
    case Waited::TimedOut:
        login.handle.broken = true;
        return fail(Error::Kind::NotReached, QStringLiteral("connect-timeout"), phrase("login-silent"),
            login.handle.where, phrase("cure-node-load-network"));
    case Waited::Done:
        break;
    }
    if (const auto broken = login.handle.jumpTrouble(); broken && result == SSH_AUTH_ERROR)
        return tl::make_unexpected(*broken);
    if (result == SSH_AUTH_ERROR && !ssh_is_connected(login.handle.session))
        return fail(Error::Kind::NotReached, QStringLiteral("auth-failed"),
            phrase("login-cut-off", { { "said", login.handle.lastWords() } }), login.handle.where,
            phrase("cure-name-identity"));
    return result;
}

struct PassphraseRequest {
    Prompter *prompter;
    QString file;
    int attempt = 0;
    bool asked = false;
    bool given = false;
};

int givePassphrase(const char *, char *buffer, size_t size, int, int, void *data)
{
    auto &request = *static_cast<PassphraseRequest *>(data);
    request.asked = true;
    auto phrase = request.prompter->passphrase(request.file, request.attempt);
    request.given = phrase && size_t(phrase->size()) < size;
    if (!request.given)
        return -1;
    std::memcpy(buffer, phrase->constData(), size_t(phrase->size()));
    buffer[phrase->size()] = '\0';
    wipe(*phrase);
    return 0;
}

/// Whether the peer would take this key, as far as its public half is known.
Result<bool> worthTrying(Login &login, const QString &file)
{
    const QByteArray blob = publicBlob(file);
    ssh_key raw = nullptr;
    if (blob.isEmpty()
        || ssh_pki_import_pubkey_base64(
               blob.toBase64().constData(), ssh_key_type_from_name(keyTypeOf(blob).constData()), &raw)
            != SSH_OK)
        return true;
    const KeyPointer key(raw, &ssh_key_free);
    const auto answer
        = exchange(login, [&] { return ssh_userauth_try_publickey(login.handle.session, nullptr, key.get()); });
    if (!answer)
        return tl::make_unexpected(answer.error());
    return *answer == SSH_AUTH_SUCCESS || *answer == SSH_AUTH_PARTIAL;
}

/// The private key, with its passphrase asked for as often as is reasonable. Null: not to be had.
KeyPointer loadKey(Login &login, const QString &file)
{
    KeyPointer key(nullptr, &ssh_key_free);
    for (int attempt = 1; attempt <= attempts; ++attempt) {
        PassphraseRequest request{ &login.prompter, file, attempt };
        ssh_key raw = nullptr;
        const int done
            = ssh_pki_import_privkey_file(file.toLocal8Bit().constData(), nullptr, &givePassphrase, &request, &raw);
        if (done == SSH_OK) {
            key.reset(raw);
            return key;
        }
        if (!request.asked || !request.given)
            break;
    }
    return key;
}

/// The agent's keys: with a file named, that key alone or first.
Result<int> tryAgent(Login &login, std::unique_ptr<ChosenAgent> chosen)
{
    login.handle.login.method = QStringLiteral("agent");
    login.tried << QStringLiteral("agent");
    if (chosen) {
        const int socket = chosen->takeSocket();
        if (ssh_set_agent_socket(login.handle.session, socket) != SSH_OK) {
            closeSocket(socket);
            return SSH_AUTH_ERROR;
        }
    }
    return exchange(login, [&] { return ssh_userauth_agent(login.handle.session, nullptr); });
}

Result<int> tryKeyFile(Login &login, const QString &file)
{
    const auto worth = worthTrying(login, file);
    if (!worth)
        return tl::make_unexpected(worth.error());
    login.handle.login.method = QStringLiteral("key");
    login.tried << QStringLiteral("key ") + file;
    if (!*worth)
        return SSH_AUTH_DENIED;
    const KeyPointer key = loadKey(login, file);
    if (!key) {
        login.tried.last() += QStringLiteral(" (it could not be opened)");
        return SSH_AUTH_DENIED;
    }
    return exchange(login, [&] { return ssh_userauth_publickey(login.handle.session, nullptr, key.get()); });
}

/// The key that the user's ssh configuration names for this host, if it names one.
QString configuredKey(const Login &login)
{
    const QString folder = QDir::homePath() + QStringLiteral("/.ssh/");
    char *configured = nullptr;
    if (ssh_options_get(login.handle.session, SSH_OPTIONS_IDENTITY, &configured) != SSH_OK || !configured)
        return {};
    const QString file = QString::fromLocal8Bit(configured).replace(QLatin1String("%d/"), folder);
    ssh_string_free_char(configured);
    return QFileInfo::exists(file) ? file : QString();
}

QStringList keyFiles(const Login &login)
{
    const QString folder = QDir::homePath() + QStringLiteral("/.ssh/");
    QStringList files{ configuredKey(login) };
    for (const char *name : { "id_ed25519", "id_ecdsa", "id_rsa" })
        files << folder + QLatin1String(name);
    files.removeDuplicates();
    files.removeIf([](const QString &file) { return file.isEmpty() || !QFileInfo::exists(file); });
    return files;
}

bool opensWithoutAsking(const QString &file)
{
    ssh_key raw = nullptr;
    const auto never = [](const char *, char *, size_t, int, int, void *) { return -1; };
    const int done = ssh_pki_import_privkey_file(file.toLocal8Bit().constData(), nullptr, never, nullptr, &raw);
    const KeyPointer key(raw, &ssh_key_free);
    return done == SSH_OK;
}

/// A key that was named is offered alone, whoever signs with it: each other key uses up one of the few tries that a
/// server gives (six by default). With a passphrase, the agent is asked first whether it holds that same key.
Result<int> tryNamedKey(Login &login, const QString &file)
{
    if (login.options.useAgent && !opensWithoutAsking(file)) {
        if (auto chosen = ChosenAgent::open(publicBlob(file), ChosenAgent::Others::Hidden)) {
            const auto answer = tryAgent(login, std::move(chosen));
            if (!answer || *answer != SSH_AUTH_ERROR)
                return answer;
            // The agent did not sign (it is locked, or somebody said no): the file itself is there still.
        }
    }
    return tryKeyFile(login, file);
}

Result<int> tryPublicKeys(Login &login)
{
    const auto isEnough = [](const Result<int> &answer) {
        return !answer || *answer == SSH_AUTH_SUCCESS || *answer == SSH_AUTH_PARTIAL;
    };
    if (!login.options.identity.isEmpty()) {
        auto answer = tryNamedKey(login, login.options.identity);
        if (const QString own = configuredKey(login);
            !isEnough(answer) && login.options.configuredKeyToo && !own.isEmpty() && own != login.options.identity)
            answer = tryNamedKey(login, own);
        return isEnough(answer) ? answer : Result<int>(SSH_AUTH_DENIED);
    }
    if (login.options.useAgent) {
        const auto answer
            = tryAgent(login, ChosenAgent::open(publicBlob(configuredKey(login)), ChosenAgent::Others::Behind));
        if (isEnough(answer))
            return answer;
    }
    const QStringList files = keyFiles(login);
    for (const QString &file : files) {
        const auto answer = tryKeyFile(login, file);
        if (isEnough(answer))
            return answer;
    }
    return SSH_AUTH_DENIED;
}

Result<int> answerQuestions(Login &login)
{
    ssh_session session = login.handle.session;
    QList<LoginQuestion> questions;
    for (int i = 0; i < std::min(ssh_userauth_kbdint_getnprompts(session), 16); ++i) {
        char echo = 0;
        const char *text = ssh_userauth_kbdint_getprompt(session, unsigned(i), &echo);
        questions << LoginQuestion{ showable(text), echo != 0 };
    }
    if (questions.isEmpty())
        return SSH_AUTH_INFO; // an information without a question: go on
    auto answers = login.prompter.keyboardInteractive(login.userAtHost, showable(ssh_userauth_kbdint_getname(session)),
        showable(ssh_userauth_kbdint_getinstruction(session)), questions);
    if (!answers || answers->size() != questions.size())
        return SSH_AUTH_DENIED;
    for (int i = 0; i < answers->size(); ++i) {
        ssh_userauth_kbdint_setanswer(session, unsigned(i), (*answers)[i].constData());
        wipe((*answers)[i]);
    }
    return SSH_AUTH_INFO;
}

Result<int> tryKeyboardInteractive(Login &login)
{
    login.handle.login.method = QStringLiteral("keyboard-interactive");
    login.tried << login.handle.login.method;
    for (int attempt = 1; attempt <= attempts; ++attempt) {
        Result<int> answer = SSH_AUTH_INFO;
        for (int round = 0; round < 8 && answer && *answer == SSH_AUTH_INFO; ++round) {
            answer = exchange(login, [&] { return ssh_userauth_kbdint(login.handle.session, nullptr, nullptr); });
            if (!answer || *answer != SSH_AUTH_INFO)
                break;
            answer = answerQuestions(login);
            if (answer && *answer == SSH_AUTH_DENIED)
                return answer; // nobody wanted to answer
        }
        if (!answer || *answer != SSH_AUTH_DENIED)
            return answer;
    }
    return SSH_AUTH_DENIED;
}

Result<int> tryPassword(Login &login)
{
    login.handle.login.method = QStringLiteral("password");
    login.tried << login.handle.login.method;
    for (int attempt = 1; attempt <= attempts; ++attempt) {
        auto password = login.prompter.password(login.userAtHost, attempt);
        if (!password)
            return SSH_AUTH_DENIED;
        const auto answer = exchange(
            login, [&] { return ssh_userauth_password(login.handle.session, nullptr, password->constData()); });
        wipe(*password);
        if (!answer || *answer != SSH_AUTH_DENIED)
            return answer;
    }
    return SSH_AUTH_DENIED;
}

/// What the peer offers, each once; after a partial success it offers what is still needed.
Result<int> tryOffered(Login &login)
{
    int used = 0;
    Result<int> answer = SSH_AUTH_DENIED;
    for (int round = 0; round < 4; ++round) {
        const int offered = ssh_userauth_list(login.handle.session, nullptr) & ~used;
        if (offered & SSH_AUTH_METHOD_PUBLICKEY) {
            used |= SSH_AUTH_METHOD_PUBLICKEY;
            answer = tryPublicKeys(login);
        } else if (offered & SSH_AUTH_METHOD_INTERACTIVE) {
            used |= SSH_AUTH_METHOD_INTERACTIVE;
            answer = tryKeyboardInteractive(login);
        } else if (offered & SSH_AUTH_METHOD_PASSWORD) {
            used |= SSH_AUTH_METHOD_PASSWORD;
            answer = tryPassword(login);
        } else {
            break;
        }
        if (!answer || *answer == SSH_AUTH_SUCCESS)
            break;
    }
    return answer;
}

} // namespace

Done authenticate(SshHandle &handle, const NodeTarget &target, const SshOptions &options, Prompter &prompter,
    const std::stop_token &stop)
{
    if (!options.identity.isEmpty() && !QFileInfo(options.identity).isReadable())
        return fail(Error::Kind::NotReached, QStringLiteral("identity-unreadable"), phrase("identity-unreadable"),
            options.identity, phrase("cure-path-permissions"));
    Login login{ handle, options, prompter, stop, target.toString(), {} };
    handle.login.method = QStringLiteral("none");
    auto answer = exchange(login, [&] { return ssh_userauth_none(handle.session, nullptr); });
    if (answer && *answer != SSH_AUTH_SUCCESS)
        answer = tryOffered(login);
    if (!answer)
        return tl::make_unexpected(answer.error());
    if (*answer == SSH_AUTH_SUCCESS)
        return {};
    handle.login.method.clear();
    return fail(Error::Kind::NotReached, QStringLiteral("auth-failed"),
        login.tried.isEmpty() ? phrase("login-nothing-offered")
                              : phrase("login-refused", { { "tried", login.tried.join(QStringLiteral(", ")) } }),
        handle.where, phrase("cure-give-key"));
}

} // namespace undock::remote
