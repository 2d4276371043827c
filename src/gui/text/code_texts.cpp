#include "gui/text/code_texts.h"

#include "core/steps/step_words.h"
#include "core/text/phrase.h"
#include "gui/text/language.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QLocale>
#include <QRegularExpression>

namespace undock::gui {

namespace {

struct Entry {
    const char *id;
    const char *text;
};

constexpr Entry checks[] = {
    { "services-sustained-gateway", QT_TRANSLATE_NOOP("Checks", "Gateway service stays up") },
    { "services-sustained-panel", QT_TRANSLATE_NOOP("Checks", "Panel service stays up") },
    { "http-panel-direct", QT_TRANSLATE_NOOP("Checks", "Panel answers directly") },
    { "http-gateway-direct", QT_TRANSLATE_NOOP("Checks", "Gateway answers directly") },
    { "http-panel-front-anonymous", QT_TRANSLATE_NOOP("Checks", "Panel through the front, without login") },
    { "http-gateway-front-anonymous", QT_TRANSLATE_NOOP("Checks", "Gateway through the front, without login") },
    { "http-panel-front-login", QT_TRANSLATE_NOOP("Checks", "Panel through the front, with login") },
    { "http-gateway-front-login", QT_TRANSLATE_NOOP("Checks", "Gateway through the front, with login") },
    { "websocket-front", QT_TRANSLATE_NOOP("Checks", "WebSocket through the front") },
    { "websocket-direct", QT_TRANSLATE_NOOP("Checks", "WebSocket directly") },
    { "http-gateway-healthz", QT_TRANSLATE_NOOP("Checks", "Gateway's /healthz") },
    { "http-gateway-readyz", QT_TRANSLATE_NOOP("Checks", "Gateway's /readyz") },
    { "http-gateway-base-path-28789", QT_TRANSLATE_NOOP("Checks", "Gateway's page at its own path, directly") },
    { "http-gateway-base-path-18789",
        QT_TRANSLATE_NOOP("Checks", "Gateway's page at its own path, through the front") },
    { "panel-sessions", QT_TRANSLATE_NOOP("Checks", "The panel's list of sessions") },
    { "panel-api-health", QT_TRANSLATE_NOOP("Checks", "Panel API: health") },
    { "panel-api-settings", QT_TRANSLATE_NOOP("Checks", "Panel API: settings") },
    { "panel-api-dashboard", QT_TRANSLATE_NOOP("Checks", "Panel API: dashboard") },
    { "panel-service-status", QT_TRANSLATE_NOOP("Checks", "Panel sees the gateway's service") },
    { "update-bot", QT_TRANSLATE_NOOP("Checks", "Update API: bot's version") },
    { "update-panel", QT_TRANSLATE_NOOP("Checks", "Update API: panel's version") },
    { "config-save-round-trip", QT_TRANSLATE_NOOP("Checks", "Saving the configuration changes nothing") },
    { "one-gateway", QT_TRANSLATE_NOOP("Checks", "Exactly one gateway runs") },
    { "no-user-unit", QT_TRANSLATE_NOOP("Checks", "No user's unit of OpenClaw is active") },
    { "token-unchanged", QT_TRANSLATE_NOOP("Checks", "Gateway token unchanged") },
    { "token-accepted", QT_TRANSLATE_NOOP("Checks", "The gateway accepts the token") },
    { "model-reachable", QT_TRANSLATE_NOOP("Checks", "Server of the model") },
    { "model-turn", QT_TRANSLATE_NOOP("Checks", "Question to the model") },
    { "model-answered", QT_TRANSLATE_NOOP("Checks", "Answer of the model") },
    { "gateway-mode", QT_TRANSLATE_NOOP("Checks", "Gateway mode") },
    { "sessions-count", QT_TRANSLATE_NOOP("Checks", "Session files, source and target") },
    { "workspace-count", QT_TRANSLATE_NOOP("Checks", "Workspace files, source and target") },
    { "user-data-counts", QT_TRANSLATE_NOOP("Checks", "User data counts, source and target") },
    { "copy-equality", QT_TRANSLATE_NOOP("Checks", "Data equal to the source before the first start") },
    { "source-unchanged", QT_TRANSLATE_NOOP("Checks", "Source untouched") },
    { "history-readable", QT_TRANSLATE_NOOP("Checks", "Old chat history can be read") },
    { "baseline-sshd", QT_TRANSLATE_NOOP("Checks", "SSH configuration unchanged") },
    { "baseline-nginx", QT_TRANSLATE_NOOP("Checks", "Front's configuration (nginx) unchanged") },
    { "baseline-firewall", QT_TRANSLATE_NOOP("Checks", "Firewall and NAT unchanged") },
    { "baseline-cron", QT_TRANSLATE_NOOP("Checks", "Cron unchanged") },
    { "baseline-nat", QT_TRANSLATE_NOOP("Checks", "The node's port mappings unchanged") },
    { "enabled-on-boot", QT_TRANSLATE_NOOP("Checks", "Services start at boot") },
    { "docker-stopped-policy-no", QT_TRANSLATE_NOOP("Checks", "Containers stopped, policy no") },
    { "disk-space", QT_TRANSLATE_NOOP("Checks", "Disk space left") },
    { "outside-panel", QT_TRANSLATE_NOOP("Checks", "Panel from outside, from this desk") },
    { "outside-gateway", QT_TRANSLATE_NOOP("Checks", "Gateway from outside, from this desk") },
    { "direct-services", QT_TRANSLATE_NOOP("Checks", "Direct services answer") },
    { "containers-gone", QT_TRANSLATE_NOOP("Checks", "Containers are gone") },
    { "data-untouched", QT_TRANSLATE_NOOP("Checks", "/data is untouched") },
    { "listeners-28080", QT_TRANSLATE_NOOP("Checks", "Panel listens on 28080") },
    { "listeners-28789", QT_TRANSLATE_NOOP("Checks", "Gateway listens on 28789") },
    { "listeners-18080", QT_TRANSLATE_NOOP("Checks", "Who listens on 18080") },
    { "listeners-18789", QT_TRANSLATE_NOOP("Checks", "Who listens on 18789") },
    { "docker-gateway", QT_TRANSLATE_NOOP("Checks", "Gateway's container runs") },
    { "docker-panel", QT_TRANSLATE_NOOP("Checks", "Panel's container runs") },
    { "docker-openclaw-gateway", QT_TRANSLATE_NOOP("Checks", "Gateway's container runs") },
    { "docker-openclaw-panel", QT_TRANSLATE_NOOP("Checks", "Panel's container runs") },
    { "direct-off-openclaw-gateway", QT_TRANSLATE_NOOP("Checks", "Direct gateway service is off") },
    { "direct-off-openclaw-panel", QT_TRANSLATE_NOOP("Checks", "Direct panel service is off") },
    { "http-panel-docker", QT_TRANSLATE_NOOP("Checks", "Docker's panel answers") },
    { "http-gateway-docker", QT_TRANSLATE_NOOP("Checks", "Docker's gateway answers") },
    // What a check is called that breaks down before it can tell of the parts.
    { "baseline", QT_TRANSLATE_NOOP("Checks", "What must not change") },
    { "http-direct", QT_TRANSLATE_NOOP("Checks", "Answers on the direct ports") },
    { "http-front-anonymous", QT_TRANSLATE_NOOP("Checks", "Answers of the front, without login") },
    { "http-front-login", QT_TRANSLATE_NOOP("Checks", "Answers of the front, with login") },
    { "http-health", QT_TRANSLATE_NOOP("Checks", "Health pages") },
    { "listeners", QT_TRANSLATE_NOOP("Checks", "Who listens on the ports") },
    { "panel-api", QT_TRANSLATE_NOOP("Checks", "Panel's interface") },
    { "services-sustained", QT_TRANSLATE_NOOP("Checks", "Services stay up") },
    { "websocket", QT_TRANSLATE_NOOP("Checks", "WebSocket") },
    { "checks-ran", QT_TRANSLATE_NOOP("Checks", "Every check was made") },
};

constexpr Entry codes[] = {
    { "no-such-vm", QT_TRANSLATE_NOOP("Codes", "There is no VM with this number on the node.") },
    { "vm-not-running", QT_TRANSLATE_NOOP("Codes", "The VM is not running.") },
    { "vm-config-unreadable", QT_TRANSLATE_NOOP("Codes", "The VM's configuration cannot be read.") },
    { "vm-moved", QT_TRANSLATE_NOOP("Codes", "The VM is on another node of the cluster.") },
    { "vm-is-container", QT_TRANSLATE_NOOP("Codes", "This number is a container's, not a VM's.") },
    { "vm-place-unread", QT_TRANSLATE_NOOP("Codes", "Whether the VM still exists cannot be read.") },
    { "vm-status-unread", QT_TRANSLATE_NOOP("Codes", "The node does not tell whether the VM runs.") },
    { "vm-locked", QT_TRANSLATE_NOOP("Codes", "The VM is locked on the node (backup or another operation).") },
    { "ip-conflict", QT_TRANSLATE_NOOP("Codes", "The given address is not the VM's.") },
    { "ip-unknown", QT_TRANSLATE_NOOP("Codes", "The node does not know the VM's address.") },
    { "ip-not-in-vm", QT_TRANSLATE_NOOP("Codes", "The VM itself has another address than the node has for it.") },
    { "nat-unknown", QT_TRANSLATE_NOOP("Codes", "The node's port mappings cannot be read.") },
    { "nat-missing", QT_TRANSLATE_NOOP("Codes", "Port mappings for this VM are missing on the node.") },
    { "nat-uncertain",
        QT_TRANSLATE_NOOP(
            "Codes", "Not all port mappings of the node can be read; one for this VM may be among them.") },
    { "nat-unread", QT_TRANSLATE_NOOP("Codes", "A port mapping of the node cannot be read.") },
    { "nat-conditional", QT_TRANSLATE_NOOP("Codes", "A port mapping holds for some connections only.") },
    { "nat-warned", QT_TRANSLATE_NOOP("Codes", "The node's iptables gave a warning.") },
    { "nat-doubled", QT_TRANSLATE_NOOP("Codes", "A port mapping stands twice.") },
    { "nat-contradicted", QT_TRANSLATE_NOOP("Codes", "Two port mappings contradict each other.") },
    { "nat-complete", QT_TRANSLATE_NOOP("Codes", "The node's port mappings for this VM are complete.") },
    { "ledger-agrees", QT_TRANSLATE_NOOP("Codes", "The ledger and the node's port mappings agree.") },
    { "ledger-row", QT_TRANSLATE_NOOP("Codes", "The ledger's row of this VM cannot be taken as it is.") },
    { "ledger-unreadable", QT_TRANSLATE_NOOP("Codes", "The ledger cannot be read.") },
    { "ledger-conflict", QT_TRANSLATE_NOOP("Codes", "The ledger and the node's NAT rules disagree.") },
    { "agent-not-configured", QT_TRANSLATE_NOOP("Codes", "The VM has no guest agent configured.") },
    { "disk-short",
        QT_TRANSLATE_NOOP("Codes", "There is not enough room on the disk for backup, copy and installation.") },
    { "disk-full", QT_TRANSLATE_NOOP("Codes", "There is not enough room on the disk.") },
    { "inodes-short", QT_TRANSLATE_NOOP("Codes", "Too few inodes are free.") },
    { "memory-low", QT_TRANSLATE_NOOP("Codes", "Little memory is available; the installation may be killed.") },
    { "arch-untried", QT_TRANSLATE_NOOP("Codes", "This machine type was not tried.") },
    { "os-untried", QT_TRANSLATE_NOOP("Codes", "This system is not a Debian that was tried.") },
    { "clock-off", QT_TRANSLATE_NOOP("Codes", "The VM's clock is wrong.") },
    { "config-include",
        QT_TRANSLATE_NOOP("Codes", "openclaw.json includes other files; only openclaw.json itself is adapted.") },
    { "config-json5",
        QT_TRANSLATE_NOOP("Codes", "openclaw.json is JSON5; it becomes plain JSON, comments are not kept.") },
    { "config-missing", QT_TRANSLATE_NOOP("Codes", "openclaw.json is missing or empty.") },
    { "config-broken", QT_TRANSLATE_NOOP("Codes", "openclaw.json cannot be read.") },
    { "config-ambiguous", QT_TRANSLATE_NOOP("Codes", "openclaw.json can be read in two ways.") },
    { "config-too-large", QT_TRANSLATE_NOOP("Codes", "A configuration is too large to be read.") },
    { "config-link", QT_TRANSLATE_NOOP("Codes", "A configuration is a link to another file of its folder.") },
    { "config-unreadable", QT_TRANSLATE_NOOP("Codes", "The configuration cannot be read.") },
    { "cache-not-root-s",
        QT_TRANSLATE_NOOP("Codes", "A cache in /tmp was not root's alone; it was moved aside and is not used.") },
    { "device-file", QT_TRANSLATE_NOOP("Codes", "There is a device file in the data; it is not copied.") },
    { "set-id-files",
        QT_TRANSLATE_NOOP("Codes", "Programs in the data run with their owner's rights; these bits are not copied.") },
    { "copy-exists", QT_TRANSLATE_NOOP("Codes", "Something stands where the copy was to be made.") },
    { "panel-config-missing",
        QT_TRANSLATE_NOOP("Codes", "The panel has no configuration; it starts with the procedure's settings.") },
    { "panel-config-broken", QT_TRANSLATE_NOOP("Codes", "The panel's configuration cannot be read.") },
    { "container-extra",
        QT_TRANSLATE_NOOP("Codes", "The project has one container more; it is stopped with the others.") },
    { "container-stopped", QT_TRANSLATE_NOOP("Codes", "A container does not run.") },
    { "container-missing",
        QT_TRANSLATE_NOOP("Codes", "A container is missing; nothing to migrate from, or it was migrated before.") },
    { "container-version", QT_TRANSLATE_NOOP("Codes", "The container's OpenClaw version is known.") },
    { "container-version-unknown", QT_TRANSLATE_NOOP("Codes", "The container's OpenClaw version could not be told.") },
    { "layer-changes",
        QT_TRANSLATE_NOOP(
            "Codes", "A container's own layer has changes that the direct install will not have; they are saved.") },
    { "docker-caller",
        QT_TRANSLATE_NOOP(
            "Codes", "Something in the VM calls docker; after the migration it does not reach the bot.") },
    { "docker-missing", QT_TRANSLATE_NOOP("Codes", "There is no Docker in the VM.") },
    { "docker-unreachable", QT_TRANSLATE_NOOP("Codes", "Docker's daemon does not answer.") },
    { "compose-missing",
        QT_TRANSLATE_NOOP(
            "Codes", "docker compose does not work in the VM; Docker's version could not be started again.") },
    { "compose-file-missing", QT_TRANSLATE_NOOP("Codes", "There is no compose file in /opt/openclaw.") },
    { "openclaw-shim", QT_TRANSLATE_NOOP("Codes", "A leftover openclaw is there that does not run; it is replaced.") },
    { "openclaw-installed", QT_TRANSLATE_NOOP("Codes", "OpenClaw is installed in the VM already.") },
    { "node-broken", QT_TRANSLATE_NOOP("Codes", "A node is there that does not run; it is replaced.") },
    { "login-missing",
        QT_TRANSLATE_NOOP("Codes", "The web login file is missing; checks with the login cannot be made.") },
    { "nginx-config", QT_TRANSLATE_NOOP("Codes", "nginx finds its own configuration wrong.") },
    { "baseline-unread",
        QT_TRANSLATE_NOOP("Codes", "Something that must not change could not be read and cannot be compared.") },
    { "panel-changes", QT_TRANSLATE_NOOP("Codes", "The panel's release changes; its pages may answer otherwise.") },
    { "answers-unread", QT_TRANSLATE_NOOP("Codes", "How this VM answers could not be looked at.") },
    { "answers-may-differ",
        QT_TRANSLATE_NOOP("Codes", "Another OpenClaw version is chosen: its pages may answer otherwise.") },
    { "front-in-docker",
        QT_TRANSLATE_NOOP(
            "Codes", "A front port is published by a container, which would not reach the direct version.") },
    { "nginx-missing", QT_TRANSLATE_NOOP("Codes", "There is no nginx in the VM.") },
    { "panel-source-limited", QT_TRANSLATE_NOOP("Codes", "The panel's source limits requests for now.") },
    { "panel-release", QT_TRANSLATE_NOOP("Codes", "The panel's release can be had.") },
    { "panel-tag-missing", QT_TRANSLATE_NOOP("Codes", "There is no such release of the panel.") },
    { "panel-unreachable", QT_TRANSLATE_NOOP("Codes", "The panel's release cannot be fetched.") },
    { "plain-http",
        QT_TRANSLATE_NOOP("Codes", "A source is fetched without TLS: whoever is on the way can change it.") },
    { "installer-changed", QT_TRANSLATE_NOOP("Codes", "The installer is another than for an earlier VM.") },
    { "installer-differs", QT_TRANSLATE_NOOP("Codes", "The installer is not the expected one; it was not run.") },
    { "panel-changed", QT_TRANSLATE_NOOP("Codes", "The panel's release has other bytes than for an earlier VM.") },
    { "panel-differs", QT_TRANSLATE_NOOP("Codes", "The panel's release is not the expected one; it was not run.") },
    { "panel-unmeasured", QT_TRANSLATE_NOOP("Codes", "The panel's release could not be held against its known sum.") },
    { "panel-lock-unfit",
        QT_TRANSLATE_NOOP("Codes", "The panel's lock file does not fit; its dependencies were installed without it.") },
    { "folder-not-ours", QT_TRANSLATE_NOOP("Codes", "The data folder belongs to another user.") },
    { "state-not-ours", QT_TRANSLATE_NOOP("Codes", "The node's state folder is not root's own.") },
    { "source-sums-unwritable", QT_TRANSLATE_NOOP("Codes", "The sources' sums could not be kept.") },
    { "bad-sha256", QT_TRANSLATE_NOOP("Codes", "This is not a SHA-256.") },
    { "installer-unreachable", QT_TRANSLATE_NOOP("Codes", "The installer cannot be fetched.") },
    { "registry-unreachable", QT_TRANSLATE_NOOP("Codes", "The package registry does not answer.") },
    { "registry-untold", QT_TRANSLATE_NOOP("Codes", "The package client's registry could not be asked.") },
    { "registry-unreadable", QT_TRANSLATE_NOOP("Codes", "The package registry's answer cannot be read.") },
    { "policy-always",
        QT_TRANSLATE_NOOP("Codes", "A container has the restart policy \"always\"; it is noted and set to no.") },
    { "port-unexpected", QT_TRANSLATE_NOOP("Codes", "A container does not publish the expected port.") },
    { "mount-unexpected", QT_TRANSLATE_NOOP("Codes", "A container's data is mounted from elsewhere.") },
    { "mount-nested",
        QT_TRANSLATE_NOOP("Codes",
            "A folder inside the gateway's state directory is mounted from elsewhere; it would not be moved.") },
    { "source-absent", QT_TRANSLATE_NOOP("Codes", "A folder is not there; the backup does without it and says so.") },
    { "source-is-link", QT_TRANSLATE_NOOP("Codes", "A source folder is a symbolic link.") },
    { "source-missing", QT_TRANSLATE_NOOP("Codes", "There is no /data/openclaw; nothing to migrate.") },
    { "target-exists", QT_TRANSLATE_NOOP("Codes", "/root/.openclaw is there already; it is moved aside and kept.") },
    { "environment-runs-code",
        QT_TRANSLATE_NOOP("Codes", "Variables that would make root run programs are not carried over.") },
    { "environment-of-image", QT_TRANSLATE_NOOP("Codes", "Variables that only the image sets are not carried over.") },
    { "environment-of-folder",
        QT_TRANSLATE_NOOP("Codes", "The container's working directory has an .env; it is carried over.") },
    { "environment-of-start",
        QT_TRANSLATE_NOOP("Codes", "The container's start script sets variables that are not carried over.") },
    { "environment-file", QT_TRANSLATE_NOOP("Codes", "A file that a variable names could not be copied.") },
    { "environment-file-there",
        QT_TRANSLATE_NOOP("Codes", "A file that a variable names is in the VM, at another path.") },
    { "environment-file-copied",
        QT_TRANSLATE_NOOP("Codes", "A file that a variable names is copied out of the container.") },
    { "environment-path-lost", QT_TRANSLATE_NOOP("Codes", "A variable names a path that the VM lacks.") },
    { "setting-elsewhere",
        QT_TRANSLATE_NOOP("Codes", "A variable leads OpenClaw to another place than the state directory.") },
    { "zone", QT_TRANSLATE_NOOP("Codes", "The direct gateway keeps the container's time zone.") },
    { "zone-carried",
        QT_TRANSLATE_NOOP("Codes", "The container's time zone differs from the VM's; it is carried over.") },
    { "zone-unread", QT_TRANSLATE_NOOP("Codes", "Which time zone the container is in could not be told.") },
    { "mount-socket", QT_TRANSLATE_NOOP("Codes", "The gateway can command Docker.") },
    { "mount-same", QT_TRANSLATE_NOOP("Codes", "A mount has the same path in the VM.") },
    { "mount-in-program", QT_TRANSLATE_NOOP("Codes", "A folder is mounted inside the container's own program.") },
    { "mount-volatile", QT_TRANSLATE_NOOP("Codes", "A mount's path is emptied at each boot of the VM.") },
    { "mount-beside", QT_TRANSLATE_NOOP("Codes", "A volume beside the state directory is not moved.") },
    { "mount-beside-folder",
        QT_TRANSLATE_NOOP(
            "Codes", "A folder is mounted beside the state directory; the direct gateway needs a link to it.") },
    { "mount-in-the-way",
        QT_TRANSLATE_NOOP("Codes", "Where the direct gateway looks for a mounted folder, something else stands.") },
    { "config-path-lost", QT_TRANSLATE_NOOP("Codes", "The configuration names a path that the VM has elsewhere.") },
    { "config-path-container",
        QT_TRANSLATE_NOOP("Codes", "The configuration names a path that only the container has.") },
    { "unit-folder-env",
        QT_TRANSLATE_NOOP("Codes", "/root/.env is there; the service starts elsewhere, so that it is not read.") },
    { "surroundings-unread", QT_TRANSLATE_NOOP("Codes", "The gateway's container could not be looked at.") },
    { "native-unread", QT_TRANSLATE_NOOP("Codes", "Compiled modules could not be read.") },
    { "native-musl", QT_TRANSLATE_NOOP("Codes", "Compiled modules of plugins will not load in the VM.") },
    { "native-abi", QT_TRANSLATE_NOOP("Codes", "Compiled modules of plugins are bound to one version of Node.") },
    { "native-fit", QT_TRANSLATE_NOOP("Codes", "Compiled modules of plugins fit.") },
    { "programs", QT_TRANSLATE_NOOP("Codes", "The VM has the programs that skills ask for.") },
    { "programs-missing", QT_TRANSLATE_NOOP("Codes", "The VM lacks programs that the container has.") },
    { "programs-unread", QT_TRANSLATE_NOOP("Codes", "Which programs the container has could not be told.") },
    { "address-known", QT_TRANSLATE_NOOP("Codes", "An address of Docker's is known in the VM, too.") },
    { "address-own", QT_TRANSLATE_NOOP("Codes", "An address means the container itself.") },
    { "address-lost", QT_TRANSLATE_NOOP("Codes", "An address exists only inside Docker.") },
    { "address-encrypted", QT_TRANSLATE_NOOP("Codes", "An encrypted address exists only inside Docker.") },
    { "address-silent", QT_TRANSLATE_NOOP("Codes", "What an address of Docker's leads to does not answer in the VM.") },
    { "address-changed", QT_TRANSLATE_NOOP("Codes", "An address of Docker's is replaced by one that works directly.") },
    { "address-by-hand",
        QT_TRANSLATE_NOOP("Codes", "An address of Docker's is to be changed by hand after the move.") },
    { "address-direct", QT_TRANSLATE_NOOP("Codes", "An address of Docker's was replaced.") },
    { "addresses-unread",
        QT_TRANSLATE_NOOP("Codes", "Addresses that exist only inside Docker could not be looked for.") },
    { "token-none", QT_TRANSLATE_NOOP("Codes", "The gateway asks callers for neither token nor password.") },
    { "token-not-carried", QT_TRANSLATE_NOOP("Codes", "The direct gateway would not find the token.") },
    { "token-called", QT_TRANSLATE_NOOP("Codes", "The token cannot be read; a call proves it.") },
    { "token-unresolved", QT_TRANSLATE_NOOP("Codes", "Which token the gateway takes could not be told.") },
    { "token-since-scan", QT_TRANSLATE_NOOP("Codes", "The gateway's token was changed since the scan.") },
    { "token-unproved", QT_TRANSLATE_NOOP("Codes", "The token was found, but not proved by a call.") },
    { "token-otherwise", QT_TRANSLATE_NOOP("Codes", "By the files the direct gateway's token would be another.") },
    { "command-script", QT_TRANSLATE_NOOP("Codes", "The container is started by a shell script.") },
    { "command-script-file", QT_TRANSLATE_NOOP("Codes", "The container is started by a program of its own.") },
    { "command-options",
        QT_TRANSLATE_NOOP("Codes", "The container starts the gateway with options that the service does not have.") },
    { "limits", QT_TRANSLATE_NOOP("Codes", "Limits of the compose file do not apply to the service.") },
    { "dns-own", QT_TRANSLATE_NOOP("Codes", "The container asks name servers of its own.") },
    { "port-extra", QT_TRANSLATE_NOOP("Codes", "The container publishes a further port.") },
    { "token-differs",
        QT_TRANSLATE_NOOP("Codes", "The configuration and the container name different gateway tokens.") },
    { "token-missing", QT_TRANSLATE_NOOP("Codes", "There is no gateway token; the gateway makes one of its own.") },
    { "user-unit", QT_TRANSLATE_NOOP("Codes", "A user's unit of OpenClaw is there; if it starts, two gateways run.") },
    { "version-newer",
        QT_TRANSLATE_NOOP(
            "Codes", "The chosen OpenClaw is newer than the container's; its first start changes data.") },
    { "version-unavailable", QT_TRANSLATE_NOOP("Codes", "This OpenClaw version is not in the package registry.") },
    { "version-unknown", QT_TRANSLATE_NOOP("Codes", "The version to keep could not be told.") },
    { "workspace-outside", QT_TRANSLATE_NOOP("Codes", "A workspace lies outside the state folder; it is not moved.") },
    { "leftover-paths", QT_TRANSLATE_NOOP("Codes", "Files of the user still name the old paths.") },
    { "already-direct", QT_TRANSLATE_NOOP("Codes", "This VM is migrated already.") },
    { "state-mixed", QT_TRANSLATE_NOOP("Codes", "Docker's version and a direct install are both there.") },
    { "other-gateway", QT_TRANSLATE_NOOP("Codes", "Another gateway runs in this VM.") },
    { "tools-missing", QT_TRANSLATE_NOOP("Codes", "Commands are missing in the VM.") },
    { "python-incomplete", QT_TRANSLATE_NOOP("Codes", "The VM's python3 lacks parts of its standard library.") },
    { "backup-damaged", QT_TRANSLATE_NOOP("Codes", "The backup's checksums do not fit.") },
    { "backup-gone", QT_TRANSLATE_NOOP("Codes", "The backup folder is not there any more.") },
    { "backup-exists", QT_TRANSLATE_NOOP("Codes", "The backup folder is there already and is not this run's.") },
    { "backup-incomplete", QT_TRANSLATE_NOOP("Codes", "The backup was never finished.") },
    { "archive-broken", QT_TRANSLATE_NOOP("Codes", "An archive of the backup cannot be read to its end.") },
    { "archive-differs", QT_TRANSLATE_NOOP("Codes", "The archives differ from the data they were made of.") },
    { "archive-missing", QT_TRANSLATE_NOOP("Codes", "An archive of the backup is missing.") },
    { "sum-differs", QT_TRANSLATE_NOOP("Codes", "An archive is not what was written: its sum differs.") },
    { "archive-failed", QT_TRANSLATE_NOOP("Codes", "The data could not be archived.") },
    { "bad-name", QT_TRANSLATE_NOOP("Codes", "That is not the name of a backup of openclaw.json.") },
    { "config-not-json", QT_TRANSLATE_NOOP("Codes", "A prepared configuration is not valid JSON.") },
    { "config-changed", QT_TRANSLATE_NOOP("Codes", "The configuration changed since it was read.") },
    { "panel-config-changed", QT_TRANSLATE_NOOP("Codes", "The panel's configuration changed since it was read.") },
    { "container-changed", QT_TRANSLATE_NOOP("Codes", "The gateway's container was made anew since it was read.") },
    { "lease-lost", QT_TRANSLATE_NOOP("Codes", "Another desk has this VM now, or its card was removed.") },
    { "journal-copy-stale", QT_TRANSLATE_NOOP("Codes", "The journal's copy in the VM was not renewed.") },
    { "containers-left", QT_TRANSLATE_NOOP("Codes", "Containers are still there.") },
    { "containers-ran-again",
        QT_TRANSLATE_NOOP(
            "Codes", "Docker's version ran again after its data was copied; going on takes the data anew.") },
    { "containers-running", QT_TRANSLATE_NOOP("Codes", "Containers run that should be stopped.") },
    { "containers-there", QT_TRANSLATE_NOOP("Codes", "The containers are still there.") },
    { "copy-differs", QT_TRANSLATE_NOOP("Codes", "The copy is not equal to the source.") },
    { "cutover-of-another", QT_TRANSLATE_NOOP("Codes", "The cutover mark belongs to another run.") },
    { "cutover-present", QT_TRANSLATE_NOOP("Codes", "What users wrote since the cutover is not saved yet.") },
    { "direct-not-up", QT_TRANSLATE_NOOP("Codes", "The direct services do not answer steadily.") },
    { "down-failed", QT_TRANSLATE_NOOP("Codes", "docker compose down failed.") },
    { "installer-busy", QT_TRANSLATE_NOOP("Codes", "Another installation runs in the VM.") },
    { "installer-failed", QT_TRANSLATE_NOOP("Codes", "The installer failed.") },
    { "installer-hung", QT_TRANSLATE_NOOP("Codes", "The installer did not end in time and was ended.") },
    { "installer-odd", QT_TRANSLATE_NOOP("Codes", "What was fetched is no script; nothing was installed.") },
    { "layer-not-saved", QT_TRANSLATE_NOOP("Codes", "The containers' logs and layers are not saved yet.") },
    { "no-containers", QT_TRANSLATE_NOOP("Codes", "There are no containers to stop.") },
    { "no-space", QT_TRANSLATE_NOOP("Codes", "There is no room for the copy.") },
    { "no-such-backup", QT_TRANSLATE_NOOP("Codes", "That backup of openclaw.json is not there.") },
    { "node-missing", QT_TRANSLATE_NOOP("Codes", "There is no node that runs after the installation.") },
    { "node-too-old", QT_TRANSLATE_NOOP("Codes", "The installed node is too old for this OpenClaw.") },
    { "openclaw-missing", QT_TRANSLATE_NOOP("Codes", "There is no openclaw that runs after the installation.") },
    { "wrong-version", QT_TRANSLATE_NOOP("Codes", "The installer brought another version than the one asked for.") },
    { "not-direct", QT_TRANSLATE_NOOP("Codes", "This VM does not run directly.") },
    { "not-disabled", QT_TRANSLATE_NOOP("Codes", "A direct service is still started at boot.") },
    { "not-placed", QT_TRANSLATE_NOOP("Codes", "The data in place is not what this run placed.") },
    { "not-proven", QT_TRANSLATE_NOOP("Codes", "The copy is not proven equal to the source.") },
    { "not-stopped", QT_TRANSLATE_NOOP("Codes", "A direct service does not stop.") },
    { "not-up", QT_TRANSLATE_NOOP("Codes", "The direct services do not get up.") },
    { "panel-broken", QT_TRANSLATE_NOOP("Codes", "The panel's program does not parse.") },
    { "panel-dependencies", QT_TRANSLATE_NOOP("Codes", "The panel's dependencies could not be installed.") },
    { "panel-is-link", QT_TRANSLATE_NOOP("Codes", "The panel's folder is a symbolic link.") },
    { "panel-runs", QT_TRANSLATE_NOOP("Codes", "The direct panel runs already.") },
    { "policy-not-set", QT_TRANSLATE_NOOP("Codes", "A restart policy could not be set.") },
    { "port-still-taken", QT_TRANSLATE_NOOP("Codes", "A port is still taken after the stop.") },
    { "port-taken", QT_TRANSLATE_NOOP("Codes", "A port is taken.") },
    { "restore-failed", QT_TRANSLATE_NOOP("Codes", "An archive could not be unpacked; nothing was changed.") },
    { "restore-differs", QT_TRANSLATE_NOOP("Codes", "What was unpacked differs from the manifest.") },
    { "snapshot-broken",
        QT_TRANSLATE_NOOP("Codes", "What users wrote since the cutover could not be saved completely.") },
    { "snapshot-failed", QT_TRANSLATE_NOOP("Codes", "What users wrote since the cutover could not be saved.") },
    { "snapshot-gone", QT_TRANSLATE_NOOP("Codes", "The rollback's snapshot is not there any more.") },
    { "source-changed",
        QT_TRANSLATE_NOOP("Codes", "The old data is not what it was when the containers were stopped.") },
    { "source-changes", QT_TRANSLATE_NOOP("Codes", "The source changes although the containers are stopped.") },
    { "source-moving", QT_TRANSLATE_NOOP("Codes", "The source is being written although the containers are stopped.") },
    { "source-unreadable", QT_TRANSLATE_NOOP("Codes", "The source cannot be read.") },
    { "staging-missing", QT_TRANSLATE_NOOP("Codes", "The staged copy is not there.") },
    { "still-running", QT_TRANSLATE_NOOP("Codes", "Containers did not stop; nothing was removed.") },
    { "target-gone", QT_TRANSLATE_NOOP("Codes", "/root/.openclaw is not there any more.") },
    { "target-replaced", QT_TRANSLATE_NOOP("Codes", "/root/.openclaw is not the directory that this run placed.") },
    { "unit-bad", QT_TRANSLATE_NOOP("Codes", "systemd cannot load a unit.") },
    { "unit-in-use", QT_TRANSLATE_NOOP("Codes", "A service of this name runs that was not made by this program.") },
    { "unit-missing", QT_TRANSLATE_NOOP("Codes", "A unit was not written by this program.") },
    { "unit-of-another",
        QT_TRANSLATE_NOOP("Codes", "A running unit was not written by this program; it is not touched.") },
    { "missing-parameter", QT_TRANSLATE_NOOP("Codes", "A step was not given its value: an error of the program.") },
    { "missing-state", QT_TRANSLATE_NOOP("Codes", "An earlier step left no result.") },
    { "acceptance-failed", QT_TRANSLATE_NOOP("Codes", "Critical checks failed.") },
    { "acceptance-unknown", QT_TRANSLATE_NOOP("Codes", "Critical checks could not be made.") },
    { "docker-not-back", QT_TRANSLATE_NOOP("Codes", "Docker's version does not answer as it should.") },
    { "environment-differs",
        QT_TRANSLATE_NOOP("Codes", "A service would not get the variables that the container had.") },
    { "environment-unproven", QT_TRANSLATE_NOOP("Codes", "The new environment file could not be tried.") },
    { "export-failed",
        QT_TRANSLATE_NOOP("Codes", "What is in a container's layer could not be saved; nothing was deleted.") },
    { "diff-failed", QT_TRANSLATE_NOOP("Codes", "docker diff failed; nothing was deleted.") },
    { "no-manifest", QT_TRANSLATE_NOOP("Codes", "The manifest does not cover the source.") },
    { "not-staging", QT_TRANSLATE_NOOP("Codes", "The target is no staging directory.") },
    { "release-broken", QT_TRANSLATE_NOOP("Codes", "The panel's tarball cannot be unpacked.") },
    { "release-odd", QT_TRANSLATE_NOOP("Codes", "The panel's tarball is not what a release looks like.") },
    { "supplement-broken", QT_TRANSLATE_NOOP("Codes", "The supplement cannot be read back.") },
    { "supplement-failed", QT_TRANSLATE_NOOP("Codes", "The supplement could not be written.") },
    { "token-changed", QT_TRANSLATE_NOOP("Codes", "The gateway's token would change.") },
    { "step-aborted", QT_TRANSLATE_NOOP("Codes", "The step ended before it was done.") },
    { "timed-out", QT_TRANSLATE_NOOP("Codes", "The step took longer than its limit and was ended.") },
    { "carry-conflicts", QT_TRANSLATE_NOOP("Codes", "Files were written by both versions; Docker's stand in place.") },
    { "environment-path", QT_TRANSLATE_NOOP("Codes", "A variable still names a place inside the container.") },
    { "environment-value", QT_TRANSLATE_NOOP("Codes", "A variable could not be carried over.") },
    { "unreadable-json", QT_TRANSLATE_NOOP("Codes", "A file is not valid JSON and was left as it is.") },
    { "image-in-use", QT_TRANSLATE_NOOP("Codes", "An image could not be removed.") },
    { "logs-incomplete", QT_TRANSLATE_NOOP("Codes", "A container's log could not be saved completely.") },
    { "not-latest", QT_TRANSLATE_NOOP("Codes", "The installed version is not the registry's latest.") },
    { "stop-complained", QT_TRANSLATE_NOOP("Codes", "docker stop reported an error.") },
    { "unit-dropins", QT_TRANSLATE_NOOP("Codes", "Someone else's settings change the unit.") },
    { "no-route", QT_TRANSLATE_NOOP("Codes", "The node cannot be reached: no route, or it does not answer.") },
    { "dns", QT_TRANSLATE_NOOP("Codes", "The node's name is not known to the name service.") },
    { "connect-timeout", QT_TRANSLATE_NOOP("Codes", "The node did not answer in time.") },
    { "connect-failed", QT_TRANSLATE_NOOP("Codes", "The connection to the node could not be made.") },
    { "key-exchange-failed", QT_TRANSLATE_NOOP("Codes", "The node's SSH could not be agreed with.") },
    { "jump-failed", QT_TRANSLATE_NOOP("Codes", "The jump host does not lead to the node.") },
    { "refused", QT_TRANSLATE_NOOP("Codes", "The node refuses connections on that port.") },
    { "host-key-changed",
        QT_TRANSLATE_NOOP(
            "Codes", "The node's host key is not the one that was trusted before. Everything stops here.") },
    { "host-key-other-type",
        QT_TRANSLATE_NOOP(
            "Codes", "The node shows a host key of another kind than the trusted one. Everything stops here.") },
    { "host-key-revoked",
        QT_TRANSLATE_NOOP("Codes", "The node's host key is marked as revoked. Everything stops here.") },
    { "host-key-rejected", QT_TRANSLATE_NOOP("Codes", "The node's host key was not trusted.") },
    { "host-key-error", QT_TRANSLATE_NOOP("Codes", "The node's host key could not be checked.") },
    { "known-hosts-unwritable", QT_TRANSLATE_NOOP("Codes", "The file of trusted host keys cannot be written.") },
    { "auth-failed", QT_TRANSLATE_NOOP("Codes", "The node accepts none of the offered logins.") },
    { "identity-unreadable", QT_TRANSLATE_NOOP("Codes", "The key file cannot be read.") },
    { "not-connected", QT_TRANSLATE_NOOP("Codes", "There is no connection to the node.") },
    { "channel-refused", QT_TRANSLATE_NOOP("Codes", "The node refused to run a command.") },
    { "link-lost", QT_TRANSLATE_NOOP("Codes", "The connection to the node was lost.") },
    { "peer-silent", QT_TRANSLATE_NOOP("Codes", "The node stopped answering.") },
    { "exec-timeout", QT_TRANSLATE_NOOP("Codes", "A command on the node did not end in time.") },
    { "stopped", QT_TRANSLATE_NOOP("Codes", "It was stopped on request.") },
    { "not-a-proxmox-node", QT_TRANSLATE_NOOP("Codes", "This host is not a Proxmox node: it has no qm.") },
    { "sudo-refused", QT_TRANSLATE_NOOP("Codes", "This user may not use sudo without a password on the node.") },
    { "declined", QT_TRANSLATE_NOOP("Codes", "The question was declined.") },
    { "held", QT_TRANSLATE_NOOP("Codes", "Deletion is paused: a hold is in force.") },
    { "hold-present", QT_TRANSLATE_NOOP("Codes", "Deletion is paused: a hold is in force.") },
    { "journal-of-another",
        QT_TRANSLATE_NOOP("Codes", "The run's folder holds the journal of another run, VM or node.") },
    { "copy-unproven",
        QT_TRANSLATE_NOOP(
            "Codes", "Nothing proves that a desk wrote the copy of the journal in the VM; it was not used.") },
    { "sources-differ", QT_TRANSLATE_NOOP("Codes", "What root would run comes from other sources than this desk's.") },
    { "bad-run", QT_TRANSLATE_NOOP("Codes", "This is not a run's name.") },
    { "run-of-another", QT_TRANSLATE_NOOP("Codes", "That run is one of another VM or node.") },
    { "journal-too-large", QT_TRANSLATE_NOOP("Codes", "The file is larger than any journal.") },
    { "ledger-not-set",
        QT_TRANSLATE_NOOP("Codes", "The change was made in another ledger than the one set on this desk.") },
    { "vm-taken", QT_TRANSLATE_NOOP("Codes", "Someone else works on this VM.") },
    { "slots-full", QT_TRANSLATE_NOOP("Codes", "All three slots of the node are taken.") },
    { "busy", QT_TRANSLATE_NOOP("Codes", "The VM is busy with a job of another run.") },
    { "lower-generation", QT_TRANSLATE_NOOP("Codes", "Another desk has taken this VM over.") },
    { "acceptance-not-green", QT_TRANSLATE_NOOP("Codes", "The acceptance is not green.") },
    { "already-deleted", QT_TRANSLATE_NOOP("Codes", "Docker is already deleted on this VM.") },
    { "run-left-out", QT_TRANSLATE_NOOP("Codes", "This run was taken off the list.") },
    { "node-in-use", QT_TRANSLATE_NOOP("Codes", "A run has changed a VM of this node and is not at its end.") },
    { "no-lease", QT_TRANSLATE_NOOP("Codes", "Nobody holds this VM.") },
    { "lease-live", QT_TRANSLATE_NOOP("Codes", "The program that holds this VM is connected.") },
    { "step-overdue",
        QT_TRANSLATE_NOOP("Codes", "The VM calls a step running, long after its time limit; nobody waits for it.") },
    { "cancel-unheard", QT_TRANSLATE_NOOP("Codes", "The VM was asked to end a step and still calls it running.") },
    { "output-withheld", QT_TRANSLATE_NOOP("Codes", "The VM says that a step ended and does not give its output.") },
    { "bad-backup-name", QT_TRANSLATE_NOOP("Codes", "That is not the name of a backup of openclaw.json.") },
    { "images-removed",
        QT_TRANSLATE_NOOP("Codes", "This run deleted Docker's images; Docker's version cannot be started any more.") },
    { "compose-broken", QT_TRANSLATE_NOOP("Codes", "docker compose does not accept the VM's compose files.") },
    { "config-unfit",
        QT_TRANSLATE_NOOP("Codes", "The gateway does not get up with this configuration; the one before is back.") },
    { "step-missing", QT_TRANSLATE_NOOP("Codes", "A step that stands before this one has not run.") },
    { "step-failed", QT_TRANSLATE_NOOP("Codes", "A step that stands before this one failed.") },
    { "step-unknown", QT_TRANSLATE_NOOP("Codes", "How an earlier step ended is not known yet.") },
    { "finding-blocks", QT_TRANSLATE_NOOP("Codes", "The scan found something that forbids to go on.") },
    { "rolled-back", QT_TRANSLATE_NOOP("Codes", "This run is on its way back; start a new one.") },
    { "docker-deleted", QT_TRANSLATE_NOOP("Codes", "Docker is already deleted on this VM.") },
    { "already-rolled-back", QT_TRANSLATE_NOOP("Codes", "This run is rolled back already.") },
    { "no-verified-backup", QT_TRANSLATE_NOOP("Codes", "This run has no verified backup.") },
    { "not-deleted-yet", QT_TRANSLATE_NOOP("Codes", "The images go only after the containers.") },
    { "nothing-to-accept", QT_TRANSLATE_NOOP("Codes", "The direct install has not been started on this VM.") },
    { "nothing-to-adopt", QT_TRANSLATE_NOOP("Codes", "No run was ever begun in this VM.") },
    { "rolling-back", QT_TRANSLATE_NOOP("Codes", "A rollback of this run is not finished.") },
    { "run-finished", QT_TRANSLATE_NOOP("Codes", "This run is finished.") },
    { "run-works", QT_TRANSLATE_NOOP("Codes", "The run is at work.") },
    { "scan-is-past", QT_TRANSLATE_NOOP("Codes", "This run has gone beyond its scan.") },
    { "no-such-run", QT_TRANSLATE_NOOP("Codes", "There is no such run.") },
    { "bundle-unwritable", QT_TRANSLATE_NOOP("Codes", "The evidence bundle could not be written.") },
    { "bundle-unreadable", QT_TRANSLATE_NOOP("Codes", "This is no evidence bundle, or it is damaged.") },
    { "bundle-not-proven",
        QT_TRANSLATE_NOOP(
            "Codes", "The bundle does not prove what it holds: something was changed, dropped or added.") },
    { "bundle-file-changed",
        QT_TRANSLATE_NOOP("Codes", "A file of the bundle is not what its index says: it was changed.") },
    { "bundle-file-missing", QT_TRANSLATE_NOOP("Codes", "A file that the bundle's index names is missing.") },
    { "bundle-file-added",
        QT_TRANSLATE_NOOP("Codes", "The bundle has a file that its index does not name: it was added.") },
    { "bundle-journal-broken",
        QT_TRANSLATE_NOOP("Codes", "Lines of the bundle's journal were changed, dropped or cut off.") },
    { "bundle-of-older-form",
        QT_TRANSLATE_NOOP("Codes", "This bundle is of an older form: a signature would not cover its record.") },
    { "ssh-keygen-missing",
        QT_TRANSLATE_NOOP("Codes", "There is no ssh-keygen on this desk, which makes and checks signatures.") },
    { "ssh-keygen-slow", QT_TRANSLATE_NOOP("Codes", "ssh-keygen gave no answer in time.") },
    { "not-signed", QT_TRANSLATE_NOOP("Codes", "The bundle was not signed.") },
    { "passphrase-declined", QT_TRANSLATE_NOOP("Codes", "The key's passphrase was not given; nothing was signed.") },
    { "signature-unread", QT_TRANSLATE_NOOP("Codes", "The signature could not be looked at: nothing is known of it.") },
    { "signature-wrong", QT_TRANSLATE_NOOP("Codes", "An earlier signature is not of this bundle's index.") },
    { "signed-already", QT_TRANSLATE_NOOP("Codes", "The bundle has a signature of this key already.") },
    { "signatures-full", QT_TRANSLATE_NOOP("Codes", "The bundle has as many signatures as it can hold.") },
    { "index-unwritable", QT_TRANSLATE_NOOP("Codes", "The index of the records folder could not be written.") },
    { "journal-damaged", QT_TRANSLATE_NOOP("Codes", "The journal was changed or is damaged.") },
    { "settings-unreadable", QT_TRANSLATE_NOOP("Codes", "These are no settings of this program.") },
    { "file-not-written", QT_TRANSLATE_NOOP("Codes", "The file could not be written.") },
    { "field-missing", QT_TRANSLATE_NOOP("Codes", "This field is needed.") },
    { "field-unknown", QT_TRANSLATE_NOOP("Codes", "There is no such field.") },
    { "bad-vmid", QT_TRANSLATE_NOOP("Codes", "A VM number has digits only, from 100 to 999999999.") },
    { "bad-ip", QT_TRANSLATE_NOOP("Codes", "This is not an IPv4 address that a VM can have.") },
    { "bad-node", QT_TRANSLATE_NOOP("Codes", "A node is written user@host or user@host:port.") },
    { "bad-user", QT_TRANSLATE_NOOP("Codes", "This is not a user name.") },
    { "bad-host", QT_TRANSLATE_NOOP("Codes", "This is not a host name or address.") },
    { "bad-port", QT_TRANSLATE_NOOP("Codes", "A port is a number from 1 to 65535.") },
    { "bad-panel-tag", QT_TRANSLATE_NOOP("Codes", "A release tag has letters, digits and . _ + - only.") },
    { "bad-panel-repo", QT_TRANSLATE_NOOP("Codes", "A repository is written owner/name.") },
    { "bad-openclaw-version", QT_TRANSLATE_NOOP("Codes", "Write same, latest, or a version such as 2026.2.19.") },
    { "bad-gateway-mode", QT_TRANSLATE_NOOP("Codes", "The mode is local or remote.") },
    { "bad-steady-seconds", QT_TRANSLATE_NOOP("Codes", "Services are watched for 4 to 300 seconds.") },
    { "bad-least-free", QT_TRANSLATE_NOOP("Codes", "The free space is a number of MiB, from 64 to 1048576.") },
    { "bad-order", QT_TRANSLATE_NOOP("Codes", "The order is procedure or early.") },
    { "bad-url", QT_TRANSLATE_NOOP("Codes", "This is not an https:// or http:// address without login and query.") },
    { "bad-operator", QT_TRANSLATE_NOOP("Codes", "A name has 1 to 100 printable characters.") },
    { "queue-empty", QT_TRANSLATE_NOOP("Codes", "There is no line in it.") },
    { "queue-too-long", QT_TRANSLATE_NOOP("Codes", "There are more than 10,000 lines.") },
    { "queue-extra-column", QT_TRANSLATE_NOOP("Codes", "There is a column too many.") },
    { "wrong-generation", QT_TRANSLATE_NOOP("Codes", "Another desk has taken this VM over.") },
    { "leftovers-not-listed", QT_TRANSLATE_NOOP("Codes", "What is to be removed was not listed just before.") },
    { "leftover-unknown", QT_TRANSLATE_NOOP("Codes", "That is not among what was listed.") },
    { "leftover-stays", QT_TRANSLATE_NOOP("Codes", "What was named must stay.") },
    { "foreign-item", QT_TRANSLATE_NOOP("Codes", "A migration leaves nothing at such a path.") },
    { "evidence-differs", QT_TRANSLATE_NOOP("Codes", "What the VM has as this output is not what the step wrote.") },
    { "item-kept", QT_TRANSLATE_NOOP("Codes", "What was named must stay.") },
    { "item-changed", QT_TRANSLATE_NOOP("Codes", "Something else stands there than what was listed.") },
    { "removal-failed", QT_TRANSLATE_NOOP("Codes", "It could not be removed to its end.") },
    { "no-cutover", QT_TRANSLATE_NOOP("Codes", "The direct version has not taken over.") },
    { "not-accepted", QT_TRANSLATE_NOOP("Codes", "The user's acceptance is not recorded.") },
    { "acceptance-old", QT_TRANSLATE_NOOP("Codes", "The acceptance is too old; it has to be run again.") },
    { "node-vanished", QT_TRANSLATE_NOOP("Codes", "The node that was installed is not there any more.") },
    { "openclaw-vanished", QT_TRANSLATE_NOOP("Codes", "The openclaw that was installed is not there any more.") },
    { "not-confirmed", QT_TRANSLATE_NOOP("Codes", "The deletion was not confirmed.") },
    { "direct-runs", QT_TRANSLATE_NOOP("Codes", "The direct services run already.") },
    { "images-gone", QT_TRANSLATE_NOOP("Codes", "Docker's images are gone; its version cannot come back.") },
    { "config-is-link", QT_TRANSLATE_NOOP("Codes", "openclaw.json is a symbolic link.") },
    { "queue-vm-twice", QT_TRANSLATE_NOOP("Codes", "This VM stands here twice.") },
    { "socket", QT_TRANSLATE_NOOP("Codes", "A socket or pipe lies in the data; it is not copied.") },
    { "disk", QT_TRANSLATE_NOOP("Codes", "There is room enough on the disk.") },
    { "version", QT_TRANSLATE_NOOP("Codes", "The wanted OpenClaw version can be had.") },
    { "installer", QT_TRANSLATE_NOOP("Codes", "The installer can be had.") },
    { "tools", QT_TRANSLATE_NOOP("Codes", "The commands that the migration needs are there.") },
    { "volume", QT_TRANSLATE_NOOP("Codes", "A container keeps data in a Docker volume, which is not moved.") },
    { "token", QT_TRANSLATE_NOOP("Codes", "The gateway accepts its token, as a call proved.") },
    { "front-18080", QT_TRANSLATE_NOOP("Codes", "nginx leads 18080 to the panel.") },
    { "front-18789", QT_TRANSLATE_NOOP("Codes", "nginx leads 18789 to the gateway.") },
    { "front-silent-18080", QT_TRANSLATE_NOOP("Codes", "Nothing listens on 18080, where nginx should.") },
    { "front-silent-18789", QT_TRANSLATE_NOOP("Codes", "Nothing listens on 18789, where nginx should.") },
    { "front-other-18080", QT_TRANSLATE_NOOP("Codes", "Something else than nginx holds 18080.") },
    { "front-other-18789", QT_TRANSLATE_NOOP("Codes", "Something else than nginx holds 18789.") },
    { "front-proxy-18080", QT_TRANSLATE_NOOP("Codes", "nginx's configuration does not show where 18080 leads.") },
    { "front-proxy-18789", QT_TRANSLATE_NOOP("Codes", "nginx's configuration does not show where 18789 leads.") },
    { "path-rewritten", QT_TRANSLATE_NOOP("Codes", "A path of the container was rewritten to its new place.") },
    { "old-path",
        QT_TRANSLATE_NOOP("Codes", "An old path is still named here; a link leads from there to the new place.") },
    { "container-path", QT_TRANSLATE_NOOP("Codes", "A path inside the container is named here.") },
    { "stale-log-path", QT_TRANSLATE_NOOP("Codes", "An old log path was replaced.") },
    { "included-file", QT_TRANSLATE_NOOP("Codes", "Another file is included here; it is not adapted.") },
    { "kept-mode", QT_TRANSLATE_NOOP("Codes", "The gateway's mode stays as it was.") },
    { "kept-bind", QT_TRANSLATE_NOOP("Codes", "The gateway's address stays as it was.") },
    { "byte-order-mark", QT_TRANSLATE_NOOP("Codes", "The byte order mark at the beginning was dropped.") },
    { "config-shape", QT_TRANSLATE_NOOP("Codes", "The configuration has something else here than an object.") },
    { "no-hold", QT_TRANSLATE_NOOP("Codes", "There is no hold on this VM.") },
    { "hold-unresolved",
        QT_TRANSLATE_NOOP("Codes", "Its acceptance has neither passed, nor was the VM rolled back, nor is it gone.") },
    { "reason-missing", QT_TRANSLATE_NOOP("Codes", "A hold is released with a reason only.") },
    { "journal-unreadable", QT_TRANSLATE_NOOP("Codes", "The run's journal cannot be read.") },
    { "journal-unwritable", QT_TRANSLATE_NOOP("Codes", "The run's journal cannot be written.") },
    { "journal-in-use", QT_TRANSLATE_NOOP("Codes", "Another program is working on this run.") },
    { "journal-broken", QT_TRANSLATE_NOOP("Codes", "The run's journal is damaged.") },
    { "data-folder-unwritable", QT_TRANSLATE_NOOP("Codes", "The program's data folder cannot be written.") },
    { "qm-still-running", QT_TRANSLATE_NOOP("Codes", "The command runs on in the VM.") },
    { "qm-config-unreadable", QT_TRANSLATE_NOOP("Codes", "The VM's configuration on the node cannot be read.") },
    { "qm-no-agent", QT_TRANSLATE_NOOP("Codes", "The VM has no guest agent configured.") },
    { "qm-vm-stopped", QT_TRANSLATE_NOOP("Codes", "The VM is not running.") },
    { "qm-agent-silent", QT_TRANSLATE_NOOP("Codes", "The guest agent does not run in the VM, or does not answer.") },
    { "qm-timeout", QT_TRANSLATE_NOOP("Codes", "The guest agent took too long to answer.") },
    { "qm-exec-disabled", QT_TRANSLATE_NOOP("Codes", "The guest agent is not allowed to run commands.") },
    { "qm-no-such-vm", QT_TRANSLATE_NOOP("Codes", "There is no VM with this number on the node.") },
    { "qm-no-socket", QT_TRANSLATE_NOOP("Codes", "The node cannot reach the VM's agent socket.") },
    { "qm-result-gone", QT_TRANSLATE_NOOP("Codes", "The command's result was already taken by another caller.") },
    { "qm-other", QT_TRANSLATE_NOOP("Codes", "The node's qm gave an answer that cannot be read.") },
    { "qm-list-unread", QT_TRANSLATE_NOOP("Codes", "The node does not list its VMs.") },
    { "cluster-down",
        QT_TRANSLATE_NOOP("Codes", "The node's cluster file system does not answer; nothing was asked.") },
    { "not-ascii",
        QT_TRANSLATE_NOOP("Codes", "A value for the node's qm has other characters than ASCII; it was not sent.") },
    { "step-header", QT_TRANSLATE_NOOP("Codes", "A step's header is not in order: an error of the program.") },
    { "steps-disagree", QT_TRANSLATE_NOOP("Codes", "The program's own steps do not fit together.") },
    { "words-amiss", QT_TRANSLATE_NOOP("Codes", "The program lacks words for its own steps.") },
    { "step-unreadable", QT_TRANSLATE_NOOP("Codes", "A step cannot be read: an error of the program.") },
    { "no-such-step", QT_TRANSLATE_NOOP("Codes", "There is no such step: an error of the program.") },
    { "vm-in-queue", QT_TRANSLATE_NOOP("Codes", "This VM is in the queue already.") },
    { "acceptance-undecided", QT_TRANSLATE_NOOP("Codes", "Some checks could not be decided.") },
    { "condition-unmet",
        QT_TRANSLATE_NOOP("Codes", "Not every condition of the deletion holds; nothing was deleted.") },
    { "not-asked", QT_TRANSLATE_NOOP("Codes", "The node was not asked.") },
    { "not-rolled-back", QT_TRANSLATE_NOOP("Codes", "Only after a rollback is there something to carry back.") },
    { "job-not-launched", QT_TRANSLATE_NOOP("Codes", "The VM has the job but does not run it.") },
    { "skipped", QT_TRANSLATE_NOOP("Codes", "The step was left out, because the one before it did not get through.") },
    { "warning-open", QT_TRANSLATE_NOOP("Codes", "A warning wants to be acknowledged by name.") },
    { "interrupted", QT_TRANSLATE_NOOP("Codes", "The program ended while it was at this.") },
    { "never-sent", QT_TRANSLATE_NOOP("Codes", "The link was lost before the VM began it.") },
    { "run-is-here", QT_TRANSLATE_NOOP("Codes", "This desk already has this run.") },
    { "pack-failed", QT_TRANSLATE_NOOP("Codes", "The job could not be packed.") },
    { "unpack-failed", QT_TRANSLATE_NOOP("Codes", "An answer could not be unpacked.") },
    { "guest-answer-empty",
        QT_TRANSLATE_NOOP("Codes", "The VM answered nothing; the request may have been carried out.") },
    { "guest-answer-foreign", QT_TRANSLATE_NOOP("Codes", "The node handed over the answer to another request.") },
    { "guest-answer-broken", QT_TRANSLATE_NOOP("Codes", "The VM's answer was cut off.") },
    { "no-runtime", QT_TRANSLATE_NOOP("Codes", "The VM does not find the job runtime that was sent.") },
    { "upload-failed", QT_TRANSLATE_NOOP("Codes", "The job could not be brought into the VM.") },
    { "bad-job", QT_TRANSLATE_NOOP("Codes", "A job is not in order: an error of the program.") },
    { "too-large", QT_TRANSLATE_NOOP("Codes", "A job is too large for the guest agent.") },
    { "node-answer-broken", QT_TRANSLATE_NOOP("Codes", "The node's answer cannot be read.") },
    { "lease-unsure",
        QT_TRANSLATE_NOOP("Codes", "The connection broke before the node confirmed that the VM is yours.") },
    { "lease-in-use", QT_TRANSLATE_NOOP("Codes", "This VM was asked for before.") },
    { "lease-not-held", QT_TRANSLATE_NOOP("Codes", "This desk does not hold the VM any more.") },
    { "lease-job-open", QT_TRANSLATE_NOOP("Codes", "The job of that card may still be running in the VM.") },
    { "bad-token", QT_TRANSLATE_NOOP("Codes", "A name for the card on the node is not in order.") },
    { "node-shell-failed", QT_TRANSLATE_NOOP("Codes", "A command on this desk could not be started.") },
    { "no-such-script", QT_TRANSLATE_NOOP("Codes", "A script for the node is missing: an error of the program.") },
    { "nul-in-argument", QT_TRANSLATE_NOOP("Codes", "A value holds a character that cannot be sent.") },
    { "node-script-failed", QT_TRANSLATE_NOOP("Codes", "A script on the node failed.") },
    { "login-shell-stuck", QT_TRANSLATE_NOOP("Codes", "The node's login shell did not get to the command.") },
    { "login-shell-prints", QT_TRANSLATE_NOOP("Codes", "The node's login shell prints before every answer.") },
    { "login-shell-slow", QT_TRANSLATE_NOOP("Codes", "The node's login shell is slow to get to a command.") },
    { "output-too-large", QT_TRANSLATE_NOOP("Codes", "The node answered more than can be taken.") },
    { "exit-unknown", QT_TRANSLATE_NOOP("Codes", "The command ended, but the node did not say how.") },
    { "keychain-unavailable", QT_TRANSLATE_NOOP("Codes", "There is no keychain service on this desk.") },
    { "keychain-denied", QT_TRANSLATE_NOOP("Codes", "The keychain did not allow it.") },
    { "keychain-failed", QT_TRANSLATE_NOOP("Codes", "The keychain failed.") },
    { "keychain-timeout", QT_TRANSLATE_NOOP("Codes", "The keychain did not answer in time.") },
    { "file-changed", QT_TRANSLATE_NOOP("Codes", "The file was changed by somebody else in between.") },
    { "ledger-row-changed",
        QT_TRANSLATE_NOOP("Codes", "Somebody changed this VM's row of the ledger since; it was left as it is.") },
    { "ledger-undo-inexact",
        QT_TRANSLATE_NOOP("Codes", "The row of the ledger would not be what it was before; it was left as it is.") },
    { "ledger-vmid-missing", QT_TRANSLATE_NOOP("Codes", "This VM has no row in the ledger.") },
    { "ledger-vmid-twice", QT_TRANSLATE_NOOP("Codes", "This VM has several rows in the ledger.") },
    { "ledger-no-vmid-column", QT_TRANSLATE_NOOP("Codes", "The ledger has no column for the VM's number.") },
    { "ledger-no-undo", QT_TRANSLATE_NOOP("Codes", "There is no change of the ledger to take back.") },
    { "vm-left", QT_TRANSLATE_NOOP("Codes", "This VM is still claimed by a program that is not connected any more.") },
    { "no-such-file", QT_TRANSLATE_NOOP("Codes", "There is no such file.") },
    { "file-too-large", QT_TRANSLATE_NOOP("Codes", "The file is larger than 8 MiB.") },
    { "file-locked", QT_TRANSLATE_NOOP("Codes", "Somebody else keeps the file locked.") },
    { "compose-none", QT_TRANSLATE_NOOP("Codes", "The gateway's container was not made by docker compose.") },
    { "compose-split", QT_TRANSLATE_NOOP("Codes", "The two containers belong to different compose projects.") },
    { "compose-other",
        QT_TRANSLATE_NOOP("Codes", "Another compose project was made from the same folder; it is left alone.") },
    { "compose-files-missing", QT_TRANSLATE_NOOP("Codes", "A file that the containers were made from is gone.") },
    { "compose-files-gone", QT_TRANSLATE_NOOP("Codes", "A file that the containers were made from is gone.") },
    { "compose-invalid", QT_TRANSLATE_NOOP("Codes", "docker compose cannot read the project of the containers.") },
    { "compose-service-missing",
        QT_TRANSLATE_NOOP("Codes", "The compose files do not have a container's service any more.") },
    { "compose-elsewhere",
        QT_TRANSLATE_NOOP(
            "Codes", "Files of the compose project lie outside /opt/openclaw; the backup does not hold them.") },
    { "compose-drift", QT_TRANSLATE_NOOP("Codes", "Made anew, the containers would not be as they are now.") },
    { "container-autoremove", QT_TRANSLATE_NOOP("Codes", "A container would vanish as soon as it stops (--rm).") },
    { "container-swarm",
        QT_TRANSLATE_NOOP("Codes", "A container belongs to a Docker swarm, which would start it again.") },
    { "data-shared", QT_TRANSLATE_NOOP("Codes", "Another container has the same data mounted.") },
    { "gateway-at-boot",
        QT_TRANSLATE_NOOP("Codes", "A stopped container would start a second gateway with Docker's daemon.") },
    { "user-unit-enabled", QT_TRANSLATE_NOOP("Codes", "A user's unit would start a second gateway at boot.") },
    { "boot-caller", QT_TRANSLATE_NOOP("Codes", "Something in the VM would bring Docker's version up by itself.") },
    { "docker-remover",
        QT_TRANSLATE_NOOP("Codes", "Something in the VM would remove the stopped containers or their images.") },
    { "container-reviver", QT_TRANSLATE_NOOP("Codes", "A container starts stopped containers again.") },
    { "mount-inside", QT_TRANSLATE_NOOP("Codes", "A mount lies inside the data; its content is copied.") },
    { "source-is-mount",
        QT_TRANSLATE_NOOP("Codes", "A source folder is a mount point; a restore could not move it aside.") },
    { "place-is-mount", QT_TRANSLATE_NOOP("Codes", "What has to be moved aside is a mount point.") },
    { "place-odd", QT_TRANSLATE_NOOP("Codes", "Something else stands where a folder or file has to be put.") },
    { "place-read-only", QT_TRANSLATE_NOOP("Codes", "Nothing can be written where it has to be.") },
    { "place-immutable", QT_TRANSLATE_NOOP("Codes", "What has to be changed is protected from changes.") },
    { "unit-masked", QT_TRANSLATE_NOOP("Codes", "A service of the direct install is masked.") },
    { "unit-foreign",
        QT_TRANSLATE_NOOP("Codes", "Somebody else's unit stands where the direct one goes; it is kept.") },
    { "unit-dropin",
        QT_TRANSLATE_NOOP("Codes", "Somebody else's settings would change a service of the direct install.") },
    { "service-trial", QT_TRANSLATE_NOOP("Codes", "systemd could not start a trial service.") },
    { "node-old", QT_TRANSLATE_NOOP("Codes", "The first node in the VM is too old for this OpenClaw.") },
    { "bad-snapshot-name", QT_TRANSLATE_NOOP("Codes", "The snapshot's name is malformed.") },
};

constexpr Entry cures[] = {
    { "vm-not-running", QT_TRANSLATE_NOOP("Cures", "Start the VM on the node, then look it up again.") },
    { "vm-locked", QT_TRANSLATE_NOOP("Cures", "Wait until that operation has ended, then scan again.") },
    { "ip-conflict", QT_TRANSLATE_NOOP("Cures", "Correct the address, or leave it empty.") },
    { "ip-unknown", QT_TRANSLATE_NOOP("Cures", "Enter the address by hand.") },
    { "nat-missing",
        QT_TRANSLATE_NOOP("Cures", "Compare with the ledger; NAT rules are only ever read by this program.") },
    { "nat-contradicted",
        QT_TRANSLATE_NOOP("Cures", "Decide on the node which rule is right; only the first one works.") },
    { "ledger-row-changed", QT_TRANSLATE_NOOP("Cures", "Look at the row, and set it by hand.") },
    { "ledger-conflict", QT_TRANSLATE_NOOP("Cures", "Find out which one is right before going on.") },
    { "agent-not-configured", QT_TRANSLATE_NOOP("Cures", "On the node: qm set VMID --agent 1, then restart the VM.") },
    { "disk-short", QT_TRANSLATE_NOOP("Cures", "Make room in the VM, then scan again.") },
    { "disk-full", QT_TRANSLATE_NOOP("Cures", "Make room in the VM, then scan again.") },
    { "inodes-short", QT_TRANSLATE_NOOP("Cures", "Remove small files that nobody needs, then scan again.") },
    { "clock-off", QT_TRANSLATE_NOOP("Cures", "Set it right: certificates and time stamps depend on it.") },
    { "config-broken", QT_TRANSLATE_NOOP("Cures", "Repair it in the VM, then scan again.") },
    { "config-unreadable", QT_TRANSLATE_NOOP("Cures", "Put a file in its place, then scan again.") },
    { "config-is-link", QT_TRANSLATE_NOOP("Cures", "Put a file in its place, then scan again.") },
    { "device-file", QT_TRANSLATE_NOOP("Cures", "Remove it, or move it out of the folder, then scan again.") },
    { "panel-config-broken", QT_TRANSLATE_NOOP("Cures", "Repair it in the VM, then scan again.") },
    { "container-version-unknown", QT_TRANSLATE_NOOP("Cures", "Choose the version yourself on the page before.") },
    { "docker-caller", QT_TRANSLATE_NOOP("Cures", "Tell its owner to change it.") },
    { "docker-unreachable",
        QT_TRANSLATE_NOOP("Cures", "Start it in the VM (systemctl start docker), then scan again.") },
    { "compose-missing", QT_TRANSLATE_NOOP("Cures", "Install the compose plugin, then scan again.") },
    { "panel-tag-missing", QT_TRANSLATE_NOOP("Cures", "Choose a release that exists.") },
    { "panel-unreachable", QT_TRANSLATE_NOOP("Cures", "Check the VM's network, or choose another source.") },
    { "installer-unreachable", QT_TRANSLATE_NOOP("Cures", "Check the VM's network, or choose another source.") },
    { "registry-unreachable", QT_TRANSLATE_NOOP("Cures", "Check the VM's network, or choose a mirror.") },
    { "version-newer", QT_TRANSLATE_NOOP("Cures", "To keep the data as it is, choose \"same\".") },
    { "version-unavailable", QT_TRANSLATE_NOOP("Cures", "Choose another version.") },
    { "version-unknown", QT_TRANSLATE_NOOP("Cures", "Choose a version.") },
    { "already-direct", QT_TRANSLATE_NOOP("Cures", "Accept it, delete Docker's rest, or roll back.") },
    { "state-mixed", QT_TRANSLATE_NOOP("Cures", "Roll the earlier run back first, or decide which one users are on.") },
    { "other-gateway", QT_TRANSLATE_NOOP("Cures", "Stop and disable it: two on one bot token disturb each other.") },
    { "tools-missing", QT_TRANSLATE_NOOP("Cures", "Install them, then scan again.") },
    { "python-incomplete", QT_TRANSLATE_NOOP("Cures", "Install it whole: apt-get install python3") },
    { "config-changed", QT_TRANSLATE_NOOP("Cures", "Scan again, so that the newest one is adapted.") },
    { "installer-busy", QT_TRANSLATE_NOOP("Cures", "Wait until it ends, then retry.") },
    { "source-moving", QT_TRANSLATE_NOOP("Cures", "Find out what writes there and stop it, then retry.") },
    { "no-route", QT_TRANSLATE_NOOP("Cures", "Check the address, the VPN and the node itself; then test again.") },
    { "dns", QT_TRANSLATE_NOOP("Cures", "Check the spelling, or use the address.") },
    { "connect-timeout",
        QT_TRANSLATE_NOOP("Cures", "Check the address, the VPN and the node itself; then test again.") },
    { "jump-failed", QT_TRANSLATE_NOOP("Cures", "Check the jump host and its access to the node.") },
    { "refused", QT_TRANSLATE_NOOP("Cures", "Check the port, and that sshd runs on the node.") },
    { "host-key-changed",
        QT_TRANSLATE_NOOP("Cures",
            "Ask whoever looks after the node whether it was reinstalled. Only then remove the old key from the "
            "known-hosts file.") },
    { "host-key-revoked", QT_TRANSLATE_NOOP("Cures", "Ask whoever looks after the node for its new key.") },
    { "host-key-other-type", QT_TRANSLATE_NOOP("Cures", "Ask whoever looks after the node; do not trust it blindly.") },
    { "auth-failed", QT_TRANSLATE_NOOP("Cures", "Choose a key the node knows, or enter the password again.") },
    { "identity-unreadable", QT_TRANSLATE_NOOP("Cures", "Choose another file, or enter its passphrase again.") },
    { "link-lost", QT_TRANSLATE_NOOP("Cures", "Resume: the VM is asked again, nothing is run twice.") },
    { "peer-silent", QT_TRANSLATE_NOOP("Cures", "Resume when it answers again.") },
    { "not-a-proxmox-node", QT_TRANSLATE_NOOP("Cures", "Enter the Proxmox host, not one of its VMs.") },
    { "sudo-refused", QT_TRANSLATE_NOOP("Cures", "Log in as root, or allow sudo without a password for this user.") },
    { "file-not-written", QT_TRANSLATE_NOOP("Cures", "Choose another folder, or see to its permissions.") },
    { "qm-no-agent", QT_TRANSLATE_NOOP("Cures", "On the node: qm set VMID --agent 1, then restart the VM.") },
    { "qm-vm-stopped", QT_TRANSLATE_NOOP("Cures", "Start the VM on the node, then test again.") },
    { "qm-agent-silent", QT_TRANSLATE_NOOP("Cures", "In the VM: install and start qemu-guest-agent.") },
    { "qm-timeout", QT_TRANSLATE_NOOP("Cures", "Wait a moment, then test again.") },
    { "qm-exec-disabled",
        QT_TRANSLATE_NOOP("Cures", "Allow guest-exec in the VM's /etc/qemu/qemu-ga.conf and restart the agent.") },
    { "qm-no-such-vm", QT_TRANSLATE_NOOP("Cures", "Check the VM's number, or discover what the node has.") },
    { "vm-moved", QT_TRANSLATE_NOOP("Cures", "Choose the node that has it now.") },
    { "cluster-down",
        QT_TRANSLATE_NOOP(
            "Cures", "Wait a moment: it may only be restarting. If it lasts, look at pve-cluster on the node.") },
    { "login-shell-stuck", QT_TRANSLATE_NOOP("Cures", "Look at root's .bashrc on the node: something in it waits.") },
    { "login-shell-prints",
        QT_TRANSLATE_NOOP("Cures", "Make `[ -t 1 ] || return` the first line of root's .bashrc on the node.") },
    { "login-shell-slow", QT_TRANSLATE_NOOP("Cures", "Look at root's .bashrc on the node.") },
    { "qm-no-socket", QT_TRANSLATE_NOOP("Cures", "Restart the VM once, so that its agent's channel is made.") },
    { "journal-copy-stale",
        QT_TRANSLATE_NOOP("Cures",
            "Nothing is needed: this desk's journal is whole, and the next task copies it into the VM again.") },
    { "hold-unresolved", QT_TRANSLATE_NOOP("Cures", "Run the acceptance again, or roll the VM back first.") },
    { "reason-missing", QT_TRANSLATE_NOOP("Cures", "Say why no data can be lost.") },
    { "journal-of-another",
        QT_TRANSLATE_NOOP("Cures", "Keep the folder for looking at, find out who made it, and begin a new run.") },
    { "copy-unproven",
        QT_TRANSLATE_NOOP("Cures",
            "Go on with the data folder of the desk that has the run; otherwise compare what the copy says, and accept "
            "it "
            "by name.") },
    { "sources-differ", QT_TRANSLATE_NOOP("Cures", "Compare them; accept them only if you know them.") },
    { "ledger-not-set", QT_TRANSLATE_NOOP("Cures", "Set that ledger in the settings, then undo again.") },
    { "vm-taken", QT_TRANSLATE_NOOP("Cures", "Wait, ask the colleague, or adopt the run with a reason.") },
    { "slots-full", QT_TRANSLATE_NOOP("Cures", "Wait until one of the three is free.") },
    { "vm-left", QT_TRANSLATE_NOOP("Cures", "Resume that run, ask the colleague, or adopt it with a reason.") },
};

constexpr Entry conditions[] = {
    { "gates-green", QT_TRANSLATE_NOOP("Conditions", "Stages A to H are green") },
    { "backup-verified", QT_TRANSLATE_NOOP("Conditions", "The backup was verified") },
    { "equality-proven", QT_TRANSLATE_NOOP("Conditions", "The moved data was proven equal to the source") },
    { "cutover-present", QT_TRANSLATE_NOOP("Conditions", "The direct version has taken over") },
    { "acceptance-green-now", QT_TRANSLATE_NOOP("Conditions", "The acceptance is green and was just run again") },
    { "user-accepted", QT_TRANSLATE_NOOP("Conditions", "The user's acceptance is recorded") },
    { "accepted-versions-current", QT_TRANSLATE_NOOP("Conditions", "The versions are those that the user accepted") },
    { "lease-held", QT_TRANSLATE_NOOP("Conditions", "This desk holds the VM") },
    { "all-nodes-asked", QT_TRANSLATE_NOOP("Conditions", "Every node of the queue could be asked") },
    { "no-hold-anywhere", QT_TRANSLATE_NOOP("Conditions", "No hold stands on any node") },
    { "not-deleted-yet", QT_TRANSLATE_NOOP("Conditions", "Docker was not deleted before") },
};

constexpr Entry waits[] = {
    { "waits for a free worker", QT_TRANSLATE_NOOP("Waiting", "waits for a free worker") },
    { "another run works on this VM", QT_TRANSLATE_NOOP("Waiting", "another run works on this VM") },
    { "waits until the first VM has passed its acceptance",
        QT_TRANSLATE_NOOP("Waiting", "waits until the first VM has passed its acceptance") },
    { "the first VM has not passed its acceptance: go on with it, or leave it out",
        QT_TRANSLATE_NOOP("Waiting", "the first VM has not passed its acceptance: go on with it, or leave it out") },
    { "the queue is paused", QT_TRANSLATE_NOOP("Waiting", "the queue is paused") },
    { "waits for a worker", QT_TRANSLATE_NOOP("Waiting", "waits for a worker") },
    { "paused", QT_TRANSLATE_NOOP("Waiting", "paused") },
};

template <std::size_t N> QHash<QString, const char *> indexOf(const Entry (&entries)[N])
{
    QHash<QString, const char *> index;
    for (const Entry &entry : entries)
        index.insert(QLatin1String(entry.id), entry.text);
    return index;
}

const QHash<QString, const char *> &codeIndex()
{
    static const auto index = indexOf(codes);
    return index;
}

QString translated(const char *context, const char *text)
{
    return QCoreApplication::translate(context, text);
}

bool english()
{
    return Language::current() == QLatin1String("en");
}

} // namespace

QString CodeTexts::step(const QString &id)
{
    return stepTitle(id, Language::current());
}

QString CodeTexts::check(const QString &id)
{
    static const auto index = indexOf(checks);
    const char *text = index.value(id);
    return text ? translated("Checks", text) : id;
}

QString CodeTexts::text(const QString &code, const QString &fallback)
{
    const QString told = said(fallback);
    // Words of the sender's that are in this language: they carry the values.
    if ((english() || told != fallback.trimmed()) && !fallback.isEmpty())
        return told;
    const char *text = codeIndex().value(code);
    if (text)
        return translated("Codes", text);
    return fallback.isEmpty() ? code : fallback;
}

QString CodeTexts::said(const QString &text)
{
    return inWords(text, Language::current());
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

bool CodeTexts::knows(const QString &code)
{
    return codeIndex().contains(code);
}

QString CodeTexts::waiting(const QString &text)
{
    static const QLatin1String scheduled("scheduled for ");
    if (text.startsWith(scheduled)) {
        const QDateTime at = QDateTime::fromString(text.mid(scheduled.size()), Qt::ISODate);
        return translated("Waiting", QT_TRANSLATE_NOOP("Waiting", "scheduled for %1"))
            .arg(QLocale().toString(at.toLocalTime(), QLocale::ShortFormat));
    }
    static const auto index = indexOf(waits);
    const char *known = index.value(text);
    return known ? translated("Waiting", known) : text;
}

ErrorText ErrorText::of(const Error &error)
{
    ErrorText text;
    text.what = CodeTexts::text(error.code, error.what);
    // Who it is with stands only in the sender's words.
    static const QStringList naming{ QStringLiteral("vm-taken"), QStringLiteral("vm-left"),
        QStringLiteral("slots-full"), QStringLiteral("lease-lost") };
    if (const qsizetype colon = error.what.indexOf(QLatin1String(": "));
        text.what != inEnglish(error.what) && colon > 0 && naming.contains(error.code))
        text.what += QLatin1Char(' ') + error.what.sliced(colon + 2);
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
        text.todo = CodeTexts::said(error.cure);
    text.details = QStringLiteral("%1: %2%3")
                       .arg(error.code, inEnglish(error.what),
                           error.where.isEmpty() ? QString() : QStringLiteral(" [%1]").arg(error.where));
    return text;
}

QString ErrorText::plain() const
{
    return QStringList({ what, safe, todo, details })
        .filter(QRegularExpression(QStringLiteral(".")))
        .join(QLatin1Char('\n'));
}

QString ErrorText::html() const
{
    QString html = QStringLiteral("<p><b>%1</b></p><p>%2</p>").arg(what.toHtmlEscaped(), safe.toHtmlEscaped());
    if (!todo.isEmpty())
        html += QStringLiteral("<p>%1</p>").arg(todo.toHtmlEscaped());
    return html;
}

} // namespace undock::gui
