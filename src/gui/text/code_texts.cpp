#include "gui/text/code_texts.h"

#include "gui/text/language.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

namespace undock::gui {

namespace {

struct Entry {
    const char *id;
    const char *text;
};

#define T(context, text) QT_TRANSLATE_NOOP(context, text)

constexpr Entry steps[] = {
    { "a-scan", T("Steps", "Scan the VM without changing it") },
    { "a-node", T("Steps", "Ask the node about the VM, its address and ports") },
    { "a-config", T("Steps", "Read both configurations") },
    { "b-archive", T("Steps", "Archive the four folders while the bot still runs") },
    { "b-verify", T("Steps", "Verify the archives against the source") },
    { "b-snapshot", T("Steps", "Take a VM snapshot on the node") },
    { "c-policy", T("Steps", "Note the restart policies and set them to no") },
    { "c-stop", T("Steps", "Stop Docker's containers, removing nothing") },
    { "c-supplement", T("Steps", "Back up what changed since the archive") },
    { "c-manifest", T("Steps", "List every source file with its checksum") },
    { "d-install", T("Steps", "Install Node and OpenClaw") },
    { "e-precopy", T("Steps", "Copy the data ahead of the stop") },
    { "e-copy", T("Steps", "Copy the data beside its new place and compare it") },
    { "e-environment", T("Steps", "Carry over the container's environment") },
    { "e-adapt", T("Steps", "Correct the paths inside the data") },
    { "e-config", T("Steps", "Put the new openclaw.json in place") },
    { "e-place", T("Steps", "Move the data to /root/.openclaw") },
    { "f-panel", T("Steps", "Deploy the panel's release") },
    { "f-config", T("Steps", "Write the panel's configuration") },
    { "g-units", T("Steps", "Write both systemd units") },
    { "g-start", T("Steps", "Start gateway and panel and watch them stay up") },
    { "h-checks", T("Steps", "Check the whole chain") },
    { "h-outside", T("Steps", "Check from outside, from this desk") },
    { "i-save", T("Steps", "Save Docker's logs and the container's own layer") },
    { "i-delete", T("Steps", "Delete Docker's containers") },
    { "i-images", T("Steps", "Remove Docker's two images") },
    { "i-check", T("Steps", "Check that everything still answers") },
    { "r-direct-stop", T("Steps", "Stop the direct services") },
    { "r-snapshot", T("Steps", "Save what users wrote since the cutover") },
    { "r-docker-start", T("Steps", "Start Docker's version again") },
    { "r-verify", T("Steps", "Prove that Docker's version answers") },
    { "r-carry-back", T("Steps", "Bring users' new data back into Docker's version") },
    { "r-restore", T("Steps", "Restore the source from the backup") },
    { "r-config", T("Steps", "Put back an earlier openclaw.json") },
    { "r-config-list", T("Steps", "List earlier versions of openclaw.json") },
};

constexpr Entry checks[] = {
    { "services-sustained-gateway", T("Checks", "Gateway service stays up") },
    { "services-sustained-panel", T("Checks", "Panel service stays up") },
    { "listener-28080", T("Checks", "Panel listens on 28080") },
    { "listener-28789", T("Checks", "Gateway listens on 28789") },
    { "listener-18080", T("Checks", "nginx listens on 18080") },
    { "listener-18789", T("Checks", "nginx listens on 18789") },
    { "listeners-28080", T("Checks", "Panel listens on 28080") },
    { "listeners-28789", T("Checks", "Gateway listens on 28789") },
    { "listeners-18080", T("Checks", "nginx listens on 18080") },
    { "listeners-18789", T("Checks", "nginx listens on 18789") },
    { "http-panel-direct", T("Checks", "Panel answers directly") },
    { "http-gateway-direct", T("Checks", "Gateway answers directly") },
    { "http-panel-front-anonymous", T("Checks", "Panel through nginx, without login") },
    { "http-gateway-front-anonymous", T("Checks", "Gateway through nginx, without login") },
    { "http-panel-front-login", T("Checks", "Panel through nginx, with login") },
    { "http-gateway-front-login", T("Checks", "Gateway through nginx, with login") },
    { "websocket-front", T("Checks", "WebSocket through nginx") },
    { "panel-api-health", T("Checks", "Panel API: health") },
    { "panel-api-settings", T("Checks", "Panel API: settings") },
    { "panel-api-dashboard", T("Checks", "Panel API: dashboard") },
    { "panel-service-status", T("Checks", "Panel sees the gateway's service") },
    { "update-bot", T("Checks", "Update API: bot's version") },
    { "update-panel", T("Checks", "Update API: panel's version") },
    { "config-save-round-trip", T("Checks", "Saving the configuration changes nothing") },
    { "one-gateway", T("Checks", "Exactly one gateway runs") },
    { "token-unchanged", T("Checks", "Gateway token unchanged") },
    { "sessions-count", T("Checks", "Session files, source and target") },
    { "workspace-count", T("Checks", "Workspace files, source and target") },
    { "copy-equality", T("Checks", "Data equal to the source before the first start") },
    { "source-unchanged", T("Checks", "Source untouched") },
    { "history-readable", T("Checks", "Old chat history can be read") },
    { "baseline-sshd", T("Checks", "SSH configuration unchanged") },
    { "baseline-nginx", T("Checks", "nginx configuration unchanged") },
    { "baseline-firewall", T("Checks", "Firewall unchanged") },
    { "enabled-on-boot", T("Checks", "Services start at boot") },
    { "docker-stopped-policy-no", T("Checks", "Containers stopped, policy no") },
    { "disk-space", T("Checks", "Disk space left") },
    { "outside-panel", T("Checks", "Panel from outside, from this desk") },
    { "outside-gateway", T("Checks", "Gateway from outside, from this desk") },
};

constexpr Entry codes[] = {
    // Reaching the node and the VM
    { "no-route", T("Codes", "The node cannot be reached: no route, or it does not answer.") },
    { "dns", T("Codes", "The node's name is not known to the name service.") },
    { "refused", T("Codes", "The node refuses connections on that port.") },
    { "timeout", T("Codes", "The node did not answer in time.") },
    { "host-key-changed", T("Codes", "The node's host key is not the one that was trusted before.") },
    { "host-key-rejected", T("Codes", "The node's host key was not trusted.") },
    { "host-key-other", T("Codes", "The node shows a host key of another kind than the trusted one.") },
    { "known-hosts-unreadable", T("Codes", "The file of trusted host keys cannot be read.") },
    { "auth-failed", T("Codes", "The node accepts none of the offered logins.") },
    { "link-lost", T("Codes", "The connection to the node was lost.") },
    { "not-proxmox", T("Codes", "This host is not a Proxmox node: it has no qm.") },
    { "no-such-vm", T("Codes", "There is no VM with this number on the node.") },
    { "vm-not-running", T("Codes", "The VM is not running.") },
    { "agent-not-configured", T("Codes", "The VM has no guest agent configured.") },
    { "agent-not-running", T("Codes", "The guest agent does not run in the VM.") },
    { "exec-disabled", T("Codes", "The guest agent does not allow commands to be run.") },
    { "sudo-refused", T("Codes", "This user may not use sudo without a password on the node.") },
    // What a person decided or a rule forbids
    { "declined", T("Codes", "The question was declined.") },
    { "held", T("Codes", "Deletion is paused: a hold is in force.") },
    { "lease-taken", T("Codes", "Someone else works on this VM.") },
    { "no-slot", T("Codes", "All three slots of the node are taken.") },
    { "field-missing", T("Codes", "This field is needed.") },
    { "field-unknown", T("Codes", "There is no such field.") },
    { "bad-vmid", T("Codes", "A VM number has digits only, from 100 to 999999999.") },
    { "bad-ip", T("Codes", "This is not an IPv4 address that a VM can have.") },
    { "bad-node", T("Codes", "A node is written user@host or user@host:port.") },
    { "bad-user", T("Codes", "This is not a user name.") },
    { "bad-host", T("Codes", "This is not a host name or address.") },
    { "bad-port", T("Codes", "A port is a number from 1 to 65535.") },
    { "bad-panel-tag", T("Codes", "A release tag has letters, digits and . _ + - only.") },
    { "bad-panel-repo", T("Codes", "A repository is written owner/name.") },
    { "bad-openclaw-version", T("Codes", "Write same, latest, or a version such as 2026.2.19.") },
    { "bad-gateway-mode", T("Codes", "The mode is local or remote.") },
    { "bad-order", T("Codes", "The order is procedure or early.") },
    { "bad-url", T("Codes", "This is not an https:// or http:// address without login and query.") },
    { "bad-operator", T("Codes", "A name has 1 to 100 printable characters.") },
    { "run-exists", T("Codes", "An unfinished run of this VM is already in the queue.") },
    { "run-works", T("Codes", "This run is working now.") },
    { "run-interrupted", T("Codes", "The VM was restarted while the step ran.") },
    { "step-aborted", T("Codes", "The step ended before it was done.") },
    { "timed-out", T("Codes", "The step took longer than its limit and was ended.") },
};

constexpr Entry cures[] = {
    { "no-route", T("Cures", "Check the address, the VPN and the node itself; then test again.") },
    { "dns", T("Cures", "Check the spelling, or use the address.") },
    { "refused", T("Cures", "Check the port, and that sshd runs on the node.") },
    { "host-key-changed", T("Cures", "Stop. Ask whoever looks after the node whether it was reinstalled. Only then remove the old key from the known-hosts file.") },
    { "auth-failed", T("Cures", "Choose a key the node knows, or enter the password again.") },
    { "not-proxmox", T("Cures", "Enter the Proxmox host, not one of its VMs.") },
    { "vm-not-running", T("Cures", "Start the VM on the node, then look it up again.") },
    { "agent-not-configured", T("Cures", "On the node: qm set VMID --agent 1, then restart the VM.") },
    { "agent-not-running", T("Cures", "In the VM: install and start qemu-guest-agent.") },
    { "exec-disabled", T("Cures", "Allow guest-exec in the VM's /etc/qemu/qemu-ga.conf and restart the agent.") },
    { "sudo-refused", T("Cures", "Log in as root, or allow sudo without a password for this user.") },
};

constexpr Entry conditions[] = {
    { "backup-verified", T("Conditions", "The backup was verified") },
    { "equality-proven", T("Conditions", "The moved data was proven equal to the source") },
    { "acceptance-green-now", T("Conditions", "The acceptance is green and was just run again") },
    { "acceptance-green", T("Conditions", "The acceptance is green") },
    { "user-accepted", T("Conditions", "The user's acceptance is recorded") },
    { "accepted-versions-current", T("Conditions", "The versions are those that the user accepted") },
    { "lease-held", T("Conditions", "This desk holds the VM") },
    { "no-hold-anywhere", T("Conditions", "No hold stands on any node") },
    { "all-nodes-asked", T("Conditions", "Every node of the queue could be asked") },
    { "cutover-present", T("Conditions", "The direct version has taken over") },
    { "not-deleted-yet", T("Conditions", "Docker was not deleted before") },
};

#undef T

template <std::size_t N> QHash<QString, const char *> indexOf(const Entry (&entries)[N])
{
    QHash<QString, const char *> index;
    for (const Entry &entry : entries)
        index.insert(QLatin1String(entry.id), entry.text);
    return index;
}

const QHash<QString, const char *> &stepIndex()
{
    static const auto index = indexOf(steps);
    return index;
}

const QHash<QString, const char *> &codeIndex()
{
    static const auto index = indexOf(codes);
    return index;
}

QString translated(const char *context, const char *text) { return QCoreApplication::translate(context, text); }

bool english() { return Language::current() == QLatin1String("en"); }

} // namespace

QString CodeTexts::step(const QString &id, const QString &fallback)
{
    if (english() && !fallback.isEmpty())
        return fallback;
    const char *text = stepIndex().value(id);
    return text ? translated("Steps", text) : fallback.isEmpty() ? id : fallback;
}

QString CodeTexts::check(const QString &id)
{
    static const auto index = indexOf(checks);
    const char *text = index.value(id);
    return text ? translated("Checks", text) : id;
}

QString CodeTexts::text(const QString &code, const QString &fallback)
{
    if (english() && !fallback.isEmpty())
        return fallback;
    const char *text = codeIndex().value(code);
    if (text)
        return translated("Codes", text);
    return fallback.isEmpty() ? code : fallback;
}

QString CodeTexts::cure(const QString &code)
{
    static const auto index = indexOf(cures);
    const char *text = index.value(code);
    return text ? translated("Cures", text) : QString();
}

QString CodeTexts::condition(const QString &id)
{
    static const auto index = indexOf(conditions);
    const char *text = index.value(id);
    return text ? translated("Conditions", text) : id;
}

bool CodeTexts::knowsStep(const QString &id) { return stepIndex().contains(id); }
bool CodeTexts::knows(const QString &code) { return codeIndex().contains(code); }

QString CodeTexts::waiting(const QString &text)
{
    static const Entry waits[] = {
        { "waits for a worker", QT_TRANSLATE_NOOP("Waiting", "waits for a worker") },
        { "waits for a slot on the node", QT_TRANSLATE_NOOP("Waiting", "waits for a slot on the node") },
        { "waits for the canary's acceptance", QT_TRANSLATE_NOOP("Waiting", "waits for the canary's acceptance") },
        { "the queue is paused", QT_TRANSLATE_NOOP("Waiting", "the queue is paused") },
        { "paused", QT_TRANSLATE_NOOP("Waiting", "paused") },
        { "paused by request", QT_TRANSLATE_NOOP("Waiting", "paused by request") },
        { "the node cannot be reached", QT_TRANSLATE_NOOP("Waiting", "the node cannot be reached") },
    };
    static const auto index = indexOf(waits);
    const char *known = index.value(text);
    return known ? translated("Waiting", known) : text;
}

ErrorText ErrorText::of(const Error &error)
{
    ErrorText text;
    text.what = CodeTexts::text(error.code, error.what);
    switch (error.kind) {
    case Error::Kind::BadInput:
        text.safe = QCoreApplication::translate("Errors", "Nothing was sent.");
        break;
    case Error::Kind::Refused:
        text.safe = QCoreApplication::translate("Errors", "Nothing was done.");
        break;
    case Error::Kind::NotReached:
        text.safe = QCoreApplication::translate("Errors", "The other side was not asked; nothing changed.");
        break;
    case Error::Kind::Unknown:
        text.safe = QCoreApplication::translate("Errors",
            "Whether it happened is not known yet. What runs in the VM goes on by itself; asking again is safe.");
        break;
    case Error::Kind::Failed:
        text.safe = QCoreApplication::translate("Errors", "The step did not succeed; the way back is open.");
        break;
    }
    text.todo = CodeTexts::cure(error.code);
    if (text.todo.isEmpty() || (english() && !error.cure.isEmpty()))
        text.todo = error.cure;
    text.details = QStringLiteral("%1: %2%3").arg(error.code, error.what,
        error.where.isEmpty() ? QString() : QStringLiteral(" [%1]").arg(error.where));
    return text;
}

QString ErrorText::plain() const
{
    return QStringList({ what, safe, todo, details }).filter(QRegularExpression(QStringLiteral("."))).join(QLatin1Char('\n'));
}

QString ErrorText::html() const
{
    QString html = QStringLiteral("<p><b>%1</b></p><p>%2</p>").arg(what.toHtmlEscaped(), safe.toHtmlEscaped());
    if (!todo.isEmpty())
        html += QStringLiteral("<p>%1</p>").arg(todo.toHtmlEscaped());
    return html;
}

} // namespace undock::gui
