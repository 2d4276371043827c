#include "cli/options.h"

#include "core/params/field.h"
#include "core/text/phrase.h"
#include "engine/store/run_store.h"

#include <QFileInfo>
#include <QStandardPaths>

namespace undock::cli {

namespace {

QString defaultDataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/openclaw-undock");
}

} // namespace

QString CommonOptions::vm() const
{
    return given(Field::Vmid);
}

QString CommonOptions::node() const
{
    return given(Field::Node);
}

void CommonOptions::setVm(const QString &vmid)
{
    fields.insert(nameOf(Field::Vmid), vmid);
}

void addCommonOptions(QCommandLineParser &parser)
{
    for (const FieldRow &row : fieldTable())
        parser.addOption({ QLatin1String(row.option), optionHelp(row), QLatin1String(row.placeholder) });
    const auto add = [&](const char *name, const char *help, const char *value = nullptr) {
        if (value)
            parser.addOption({ QLatin1String(name), QLatin1String(help), QLatin1String(value) });
        else
            parser.addOption({ QLatin1String(name), QLatin1String(help) });
    };
    add("identity",
        "Private key file, offered alone (by the agent if it holds it); otherwise the agent and the usual files.",
        "FILE");
    add("known-hosts", "Known hosts file; ~/.ssh/known_hosts otherwise.", "FILE");
    // By either name, as the windows' program takes it.
    parser.addOption({ { QStringLiteral("jump"), QStringLiteral("jump-host") }, QStringLiteral("Host to go through."),
        QStringLiteral("user@host[:port]") });
    add("ledger", "The operator's table of VMs and ports (CSV), or node:/path.", "FILE");
    add("records", "Folder for records.", "FOLDER");
    parser.addOption({ { QStringLiteral("record-language"), QStringLiteral("language") },
        QStringLiteral("Language of records: zh or en."), QStringLiteral("LANG") });
    add("data-dir", "Where runs and their journals are kept.", "FOLDER");
    add("run", "A run's id; otherwise the newest run of --vmid.", "RUN");
    add("ack", "Accept a warning by its code (may stand several times).", "CODE");
    add("procedure", "The operator's own procedure file, to be read first.", "FILE");
    add("baseline", "The baseline document, to be read first.", "FILE");
    add("read", "The procedure's files and the VM's earlier record were read.");
    add("json", "Print JSON Lines (docs/cli.md).");
    add("non-interactive", "Never ask: a question that no option answers is bad input.");
    add("notify-file",
        "Tell a webhook what needs a person: a JSON file of mode 600, { \"form\": "
        "\"json|dingtalk|wecom|telegram|ntfy\", "
        "\"address\": \"https://…\" }.",
        "FILE");
    add("patience", "Wait so long for a free slot of the node, for a VM that is worked on, or for the node; default 0.",
        "SECONDS");
}

Result<CommonOptions> commonOptions(const QCommandLineParser &parser)
{
    CommonOptions options;
    for (const FieldRow &row : fieldTable()) {
        const QString option = QLatin1String(row.option);
        if (parser.isSet(option))
            options.fields.insert(QLatin1String(row.name), parser.value(option));
    }
    if (!options.isGiven(Field::Operator))
        options.fields.insert(nameOf(Field::Operator), defaultOperatorName());

    const auto file = [&](const char *name) -> Result<QString> {
        const QString path = parser.value(QLatin1String(name));
        if (!path.isEmpty() && !QFileInfo(path).isReadable()) {
            return fail(Error::Kind::BadInput, QStringLiteral("file-unreadable"),
                phrase("file-cannot-be-read", { { "path", path } }), QStringLiteral("--") + QLatin1String(name),
                phrase("cure-readable-file"));
        }
        return path.isEmpty() ? path : QFileInfo(path).absoluteFilePath();
    };
    for (const auto &[name, target] : { std::pair<const char *, QString *>{ "identity", &options.desk.identity },
             { "procedure", &options.procedureFile }, { "baseline", &options.baselineFile } }) {
        const auto path = file(name);
        if (!path)
            return tl::make_unexpected(path.error());
        *target = *path;
    }
    options.desk.knownHosts = parser.value(QStringLiteral("known-hosts"));
    options.desk.jumpHost = parser.value(QStringLiteral("jump"));
    options.desk.ledger = parser.value(QStringLiteral("ledger"));
    options.desk.recordLanguage = parser.isSet(QStringLiteral("record-language"))
        ? parser.value(QStringLiteral("record-language"))
        : QStringLiteral("zh");
    if (options.desk.recordLanguage != QLatin1String("zh") && options.desk.recordLanguage != QLatin1String("en")) {
        return fail(Error::Kind::BadInput, QStringLiteral("bad-language"), phrase("no-such-language"),
            QStringLiteral("--record-language"), phrase("cure-language"));
    }
    options.desk.dataFolder = parser.isSet(QStringLiteral("data-dir"))
        ? QFileInfo(parser.value(QStringLiteral("data-dir"))).absoluteFilePath()
        : defaultDataFolder();
    if (parser.isSet(QStringLiteral("records")))
        options.desk.recordsFolder = QFileInfo(parser.value(QStringLiteral("records"))).absoluteFilePath();
    options.desk.acknowledged = parser.values(QStringLiteral("ack"));
    options.desk.program = QStringLiteral("openclaw-undock-cli");
    options.run = parser.value(QStringLiteral("run"));
    options.json = parser.isSet(QStringLiteral("json"));
    options.readConfirmed = parser.isSet(QStringLiteral("read"));
    if (parser.isSet(QStringLiteral("patience"))) {
        bool numeric = false;
        options.patienceSeconds = parser.value(QStringLiteral("patience")).toInt(&numeric);
        if (!numeric || options.patienceSeconds < 0) {
            return fail(Error::Kind::BadInput, QStringLiteral("bad-number"), phrase("no-seconds"),
                QStringLiteral("--patience"), phrase("cure-whole-seconds"));
        }
    }
    if (parser.isSet(QStringLiteral("notify-file"))) {
        const auto target = WebhookTarget::fromFile(parser.value(QStringLiteral("notify-file")));
        if (!target)
            return tl::make_unexpected(target.error());
        options.webhook = *target;
    }
    return options;
}

tl::expected<RunParameters, std::vector<Error>> runParameters(const CommonOptions &options)
{
    return makeRunParameters(options.fields);
}

} // namespace undock::cli
