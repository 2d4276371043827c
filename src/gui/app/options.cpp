#include "gui/app/options.h"

#include "core/params/field.h"

#include <QStandardPaths>

namespace undock::gui {

namespace {

// Option → key of AppSettings, help: beside the parameters of a run.
struct Plain {
    const char *option;
    const char *key;
    const char *help;
};
constexpr Plain plain[] = {
    { "procedure", "procedure_file", "The operator's own procedure file, to be read first." },
    { "baseline", "baseline_file", "The baseline document, to be read first." },
    { "language", "language", "Language of the windows: zh_CN or en." },
    { "theme", "theme", "system, light or dark." },
};

} // namespace

Options::Options()
{
    m_parser.setApplicationDescription(
        QStringLiteral("Moves OpenClaw on Proxmox VMs from Docker to a direct install."));
    m_parser.addHelpOption();
    m_parser.addVersionOption();
    for (const FieldRow &row : fieldTable())
        m_parser.addOption({ QLatin1String(row.option), optionHelp(row), QLatin1String(row.placeholder) });
    for (const Plain &one : plain)
        m_parser.addOption({ QLatin1String(one.option), QLatin1String(one.help), QLatin1String(one.option) });
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
    for (const FieldRow &row : fieldTable()) {
        if (isSet(row.option))
            settings.setValue(row.field, value(row.option));
    }
    for (const Plain &one : plain) {
        if (isSet(one.option))
            settings.setValue(QLatin1String(one.key), value(one.option));
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
    if (isSet(Field::Node)) {
        SavedNode node = settings.node(value(rowOf(Field::Node).option));
        if (m_parser.isSet(QStringLiteral("identity")))
            node.identity = desk.identity;
        if (m_parser.isSet(QStringLiteral("jump-host")))
            node.jumpHost = desk.jumpHost;
        settings.rememberNode(node);
    }
}

} // namespace undock::gui
