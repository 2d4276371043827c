#include "remote/ssh/host_key.h"

#include "core/text/phrase.h"
#include "remote/ssh/ssh_handle.h"

#include <QFile>

#include <memory>

namespace undock::remote {
namespace {

struct HostKey {
    QString type;
    QString fingerprint;
};

Result<HostKey> hostKeyOf(const SshHandle &handle)
{
    ssh_key raw = nullptr;
    if (ssh_get_server_publickey(handle.session, &raw) != SSH_OK)
        return fail(Error::Kind::NotReached, QStringLiteral("host-key-error"), phrase("host-key-none"), handle.where);
    const std::unique_ptr<ssh_key_struct, decltype(&ssh_key_free)> key(raw, &ssh_key_free);
    unsigned char *hash = nullptr;
    size_t size = 0;
    if (ssh_get_publickey_hash(key.get(), SSH_PUBLICKEY_HASH_SHA256, &hash, &size) != SSH_OK)
        return fail(
            Error::Kind::NotReached, QStringLiteral("host-key-error"), phrase("host-key-unhashed"), handle.where);
    char *text = ssh_get_fingerprint_hash(SSH_PUBLICKEY_HASH_SHA256, hash, size);
    ssh_clean_pubkey_hash(&hash);
    HostKey found{ QString::fromLatin1(ssh_key_type_to_char(ssh_key_type(key.get()))), QString::fromLatin1(text) };
    ssh_string_free_char(text);
    return found;
}

using KeyPointer = std::unique_ptr<ssh_key_struct, decltype(&ssh_key_free)>;
using EntryPointer = std::unique_ptr<ssh_knownhosts_entry, decltype(&ssh_knownhosts_entry_free)>;

QString option(const SshHandle &handle, ssh_options_e which)
{
    char *path = nullptr;
    if (ssh_options_get(handle.session, which, &path) != SSH_OK || !path)
        return {};
    QString text = QString::fromLocal8Bit(path);
    ssh_string_free_char(path);
    return text;
}

QString knownHostsPath(const SshHandle &handle)
{
    const QString path = option(handle, SSH_OPTIONS_KNOWNHOSTS);
    return path.isEmpty() ? QStringLiteral("known_hosts") : path;
}

bool isTheirs(const ssh_knownhosts_entry *entry, ssh_key key)
{
    return entry && entry->publickey && ssh_key_cmp(entry->publickey, key, SSH_KEY_CMP_PUBLIC) == 0;
}

/// The stored key itself, compared here: a library that was told not to be strict calls every key known.
bool isStored(const SshHandle &handle, ssh_key key)
{
    ssh_knownhosts_entry *raw = nullptr;
    const auto found = ssh_session_get_known_hosts_entry(handle.session, &raw);
    const EntryPointer entry(raw, &ssh_knownhosts_entry_free);
    return found == SSH_KNOWN_HOSTS_OK && isTheirs(entry.get(), key);
}

/// The library passes over `@revoked` lines.
bool isRevoked(const SshHandle &handle, ssh_key key)
{
    unsigned int port = 22;
    ssh_options_get_port(handle.session, &port);
    QString host = option(handle, SSH_OPTIONS_HOST).toLower();
    if (port != 22)
        host = QStringLiteral("[%1]:%2").arg(host).arg(port);
    for (const ssh_options_e which : { SSH_OPTIONS_KNOWNHOSTS, SSH_OPTIONS_GLOBAL_KNOWNHOSTS }) {
        QFile file(option(handle, which));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        while (!file.atEnd()) {
            const QByteArray line = file.readLine(64 * 1024).simplified();
            if (!line.startsWith("@revoked "))
                continue;
            ssh_knownhosts_entry *raw = nullptr;
            ssh_known_hosts_parse_line(host.toUtf8().constData(), line.mid(9).constData(), &raw);
            const EntryPointer entry(raw, &ssh_knownhosts_entry_free);
            if (isTheirs(entry.get(), key))
                return true;
        }
    }
    return false;
}

HostKeyStanding standingOf(const SshHandle &handle)
{
    ssh_key raw = nullptr;
    if (ssh_get_server_publickey(handle.session, &raw) != SSH_OK)
        return HostKeyStanding::Error;
    const KeyPointer key(raw, &ssh_key_free);
    const auto said = ssh_session_is_known_server(handle.session);
    if (isRevoked(handle, key.get()))
        return HostKeyStanding::Revoked;
    switch (said) {
    case SSH_KNOWN_HOSTS_OK:
        return isStored(handle, key.get()) ? HostKeyStanding::Known : HostKeyStanding::Error;
    case SSH_KNOWN_HOSTS_UNKNOWN:
    case SSH_KNOWN_HOSTS_NOT_FOUND:
        return HostKeyStanding::FirstContact;
    case SSH_KNOWN_HOSTS_CHANGED:
        return HostKeyStanding::Changed;
    case SSH_KNOWN_HOSTS_OTHER:
        return HostKeyStanding::OtherType;
    case SSH_KNOWN_HOSTS_ERROR:
        break;
    }
    return HostKeyStanding::Error;
}

} // namespace

std::optional<Error> hostKeyObjection(
    HostKeyStanding standing, const QString &host, const QString &fingerprint, const QString &knownHosts)
{
    using Kind = Error::Kind;
    switch (standing) {
    case HostKeyStanding::Known:
    case HostKeyStanding::FirstContact:
        return {};
    case HostKeyStanding::Changed:
        return Error{ Kind::NotReached, QStringLiteral("host-key-changed"),
            phrase("host-key-changed", { { "fingerprint", fingerprint } }), host,
            phrase("cure-host-key-changed", { { "path", knownHosts } }) };
    case HostKeyStanding::OtherType:
        return Error{ Kind::NotReached, QStringLiteral("host-key-other-type"),
            phrase("host-key-other-type", { { "fingerprint", fingerprint } }), host,
            phrase("cure-host-key-other-type", { { "path", knownHosts } }) };
    case HostKeyStanding::Revoked:
        return Error{ Kind::NotReached, QStringLiteral("host-key-revoked"),
            phrase("host-key-revoked", { { "fingerprint", fingerprint } }), host,
            phrase("cure-host-key-revoked", { { "path", knownHosts } }) };
    case HostKeyStanding::Error:
        break;
    }
    return Error{ Kind::NotReached, QStringLiteral("host-key-error"),
        phrase("host-key-unchecked", { { "path", knownHosts } }), host, phrase("cure-known-hosts-form") };
}

Done verifyHostKey(SshHandle &handle, Prompter &prompter)
{
    const auto key = hostKeyOf(handle);
    if (!key)
        return tl::make_unexpected(key.error());
    handle.login.hostKeyType = key->type;
    handle.login.hostKeyFingerprint = key->fingerprint;

    const HostKeyStanding standing = standingOf(handle);
    if (const auto objection = hostKeyObjection(standing, handle.where, key->fingerprint, knownHostsPath(handle)))
        return tl::make_unexpected(*objection);
    if (standing == HostKeyStanding::Known)
        return {};
    if (!prompter.hostKeyFirstContact(handle.where, key->type, key->fingerprint))
        return fail(Error::Kind::NotReached, QStringLiteral("host-key-rejected"),
            phrase("host-key-rejected", { { "fingerprint", key->fingerprint } }), handle.where,
            phrase("cure-compare-fingerprint"));
    if (ssh_session_update_known_hosts(handle.session) != SSH_OK)
        return fail(Error::Kind::NotReached, QStringLiteral("known-hosts-unwritable"),
            phrase("host-key-not-stored", { { "said", handle.lastWords() } }), knownHostsPath(handle),
            phrase("cure-known-hosts-writable"));
    return {};
}

} // namespace undock::remote
