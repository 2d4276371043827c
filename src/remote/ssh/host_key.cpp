#include "remote/ssh/host_key.h"

#include "remote/ssh/ssh_handle.h"

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
        return fail(Error::Kind::NotReached, QStringLiteral("host-key-error"),
            QStringLiteral("The node showed no host key."), handle.where);
    const std::unique_ptr<ssh_key_struct, decltype(&ssh_key_free)> key(raw, &ssh_key_free);
    unsigned char *hash = nullptr;
    size_t size = 0;
    if (ssh_get_publickey_hash(key.get(), SSH_PUBLICKEY_HASH_SHA256, &hash, &size) != SSH_OK)
        return fail(Error::Kind::NotReached, QStringLiteral("host-key-error"),
            QStringLiteral("The node's host key cannot be hashed."), handle.where);
    char *text = ssh_get_fingerprint_hash(SSH_PUBLICKEY_HASH_SHA256, hash, size);
    ssh_clean_pubkey_hash(&hash);
    HostKey found{ QString::fromLatin1(ssh_key_type_to_char(ssh_key_type(key.get()))), QString::fromLatin1(text) };
    ssh_string_free_char(text);
    return found;
}

HostKeyStanding standingOf(const SshHandle &handle)
{
    switch (ssh_session_is_known_server(handle.session)) {
    case SSH_KNOWN_HOSTS_OK:
        return HostKeyStanding::Known;
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

QString knownHostsPath(const SshHandle &handle)
{
    char *path = nullptr;
    if (ssh_options_get(handle.session, SSH_OPTIONS_KNOWNHOSTS, &path) != SSH_OK || !path)
        return QStringLiteral("known_hosts");
    QString text = QString::fromLocal8Bit(path);
    ssh_string_free_char(path);
    return text;
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
            QStringLiteral("The host key is not the one stored for this host; the one shown now is %1. "
                           "Somebody may be listening in between, or the node was installed anew.")
                .arg(fingerprint),
            host,
            QStringLiteral("Ask whoever runs the node. Only when the new key is confirmed, remove the old "
                           "entry from %1 and connect again.")
                .arg(knownHosts) };
    case HostKeyStanding::OtherType:
        return Error{ Kind::NotReached, QStringLiteral("host-key-other-type"),
            QStringLiteral("The host is known by a key of another type; the one shown now is %1.").arg(fingerprint),
            host, QStringLiteral("Confirm the key with whoever runs the node, then add it to %1.").arg(knownHosts) };
    case HostKeyStanding::Error:
        break;
    }
    return Error{ Kind::NotReached, QStringLiteral("host-key-error"),
        QStringLiteral("The host key could not be checked against %1.").arg(knownHosts), host,
        QStringLiteral("Check that the file can be read and is well formed.") };
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
            QStringLiteral("This host is not known yet, and its key %1 was not confirmed.").arg(key->fingerprint),
            handle.where, QStringLiteral("Compare the fingerprint with the node's own, then confirm it."));
    if (ssh_session_update_known_hosts(handle.session) != SSH_OK)
        return fail(Error::Kind::NotReached, QStringLiteral("known-hosts-unwritable"),
            QStringLiteral("The confirmed host key could not be stored: ") + handle.lastWords(), knownHostsPath(handle),
            QStringLiteral("Make the file writable, or name another one."));
    return {};
}

} // namespace undock::remote
