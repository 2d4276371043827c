#include "gui/app/options.h"

#include <QStandardPaths>

namespace undock::gui {

namespace {

// Option → key of AppSettings.
constexpr std::pair<const char *, const char *> plain[] = {
    { "node", "node" },
    { "vmid", "vmid" },
    { "ip", "ip" },
    { "panel-tag", "panel_tag" },
    { "panel-repo", "panel_repo" },
    { "openclaw-version", "openclaw_version" },
    { "gateway-mode", "gateway_mode" },
    { "order", "order" },
    { "operator", "operator" },
    { "installer-url", "installer_url" },
    { "panel-source", "panel_source" },
    { "npm-registry", "npm_registry" },
    { "steady-seconds", "steady_seconds" },
    { "least-free", "least_free_mib" },
    { "procedure", "procedure_file" },
    { "baseline", "baseline_file" },
    { "language", "language" },
    { "theme", "theme" },
};

} // namespace

Options::Options()
{
    m_parser.setApplicationDescription(
        QStringLiteral("Moves OpenClaw on Proxmox VMs from Docker to a direct install."));
    m_parser.addHelpOption();
    m_parser.addVersionOption();
    for (const auto &[option, key] : plain)
        m_parser.addOption(
            { QLatin1String(option), QStringLiteral("start value of this field"), QLatin1String(option) });
    m_parser.addOption(
        { QStringLiteral("data-dir"), QStringLiteral("folder of runs and settings"), QStringLiteral("folder") });
    m_parser.addOption({ QStringLiteral("identity"), QStringLiteral("private key file"), QStringLiteral("file") });
    m_parser.addOption(
        { QStringLiteral("known-hosts"), QStringLiteral("file of trusted host keys"), QStringLiteral("file") });
    m_parser.addOption({ { QStringLiteral("jump-host"), QStringLiteral("jump") },
        QStringLiteral("user@host to go through"), QStringLiteral("target") });
    m_parser.addOption(
        { QStringLiteral("ledger"), QStringLiteral("the operator's table, CSV"), QStringLiteral("file") });
    m_parser.addOption({ QStringLiteral("records"), QStringLiteral("folder of records"), QStringLiteral("folder") });
    m_parser.addOption({ QStringLiteral("startup-time"), QStringLiteral("print how long the start took, and quit") });
    m_parser.addOption({ QStringLiteral("picture"), QStringLiteral("save a picture of the window, and quit"),
        QStringLiteral("file") });
}

void Options::read(const QStringList &arguments)
{
    m_parser.process(arguments);
}

QString Options::dataFolder() const
{
    const QString given = m_parser.value(QStringLiteral("data-dir"));
    return given.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : given;
}

void Options::applyTo(AppSettings &settings) const
{
    for (const auto &[option, key] : plain) {
        if (!m_parser.isSet(QLatin1String(option)))
            continue;
        // Which VM is meant is no setting of this desk: the next start would offer it for another one.
        const bool ofOneVm = QLatin1String(key) == QLatin1String("vmid") || QLatin1String(key) == QLatin1String("ip");
        if (ofOneVm)
            settings.setForThisStart(QLatin1String(key), m_parser.value(QLatin1String(option)));
        else
            settings.setValue(QLatin1String(key), m_parser.value(QLatin1String(option)));
    }
    DeskSettings desk = settings.desk();
    const std::pair<const char *, QString *> places[]
        = { { "identity", &desk.identity }, { "known-hosts", &desk.knownHosts }, { "jump-host", &desk.jumpHost },
              { "ledger", &desk.ledger }, { "records", &desk.recordsFolder } };
    bool changed = false;
    for (const auto &[option, place] : places) {
        if (m_parser.isSet(QLatin1String(option))) {
            *place = m_parser.value(QLatin1String(option));
            changed = true;
        }
    }
    if (changed)
        settings.setDesk(desk);
    if (m_parser.isSet(QStringLiteral("node"))) {
        SavedNode node = settings.node(m_parser.value(QStringLiteral("node")));
        if (m_parser.isSet(QStringLiteral("identity")))
            node.identity = desk.identity;
        if (m_parser.isSet(QStringLiteral("jump-host")))
            node.jumpHost = desk.jumpHost;
        settings.rememberNode(node);
    }
}

} // namespace undock::gui
