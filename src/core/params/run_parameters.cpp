#include "core/params/run_parameters.h"

#include "core/params/grammar.h"
#include "core/steps/word_files.h"
#include "core/text/phrase.h"

#include <tuple>
#include <utility>

namespace undock {

namespace {

template <class T> struct Inner {
    using Type = T;
    static constexpr bool mayBeAbsent = false;
};
template <class T> struct Inner<std::optional<T>> {
    using Type = T;
    static constexpr bool mayBeAbsent = true;
};
template <class T> struct MemberOf;
template <class T> struct MemberOf<T RunParameters::*> {
    using Type = T;
};

QString textOf(int number)
{
    return QString::number(number);
}
QString textOf(GatewayMode mode)
{
    return nameOf(mode);
}
QString textOf(Order order)
{
    return nameOf(order);
}
template <class T> auto textOf(const T &value) -> decltype(QString(value.toString()))
{
    return value.toString();
}
template <class T> QString textOf(const std::optional<T> &value)
{
    return value ? textOf(*value) : QString();
}

/// A row with the member of RunParameters that holds its value, and the function that reads it.
template <auto Member, auto Parse> struct Typed : FieldRow {
    using Value = typename MemberOf<decltype(Member)>::Type;
    using Plain = typename Inner<Value>::Type;

    constexpr explicit Typed(FieldRow row)
        : FieldRow(std::move(row))
    {
        required = !Inner<Value>::mayBeAbsent;
        check = [](QStringView given) -> Done {
            const auto parsed = read(given);
            return parsed ? Done() : Done(tl::make_unexpected(parsed.error()));
        };
        text = [](const RunParameters &parameters) { return textOf(parameters.*Member); };
    }
    static Result<Plain> read(QStringView given);

    /// What is wrong goes to `errors`; the value is there unless it is.
    std::optional<Plain> take(const QMap<QString, QString> &fields, std::vector<Error> &errors) const
    {
        const QString where = QString::fromLatin1(name);
        const QString given = fields.value(where);
        const QString value = given.isEmpty() ? QString::fromLatin1(fallback) : given;
        if (value.isEmpty()) {
            if (required)
                errors.push_back(
                    grammar::refuse("field-missing", where, phrase("field-missing"), phrase("cure-fill-in")).value());
            return std::nullopt;
        }
        auto parsed = read(value);
        if (parsed)
            return *std::move(parsed);
        errors.push_back(parsed.error());
        return std::nullopt;
    }
    static Value settled(const std::optional<Plain> &taken)
    {
        if constexpr (Inner<Value>::mayBeAbsent)
            return taken;
        else
            return *taken;
    }
};

/// The one place where a parameter is declared.
constexpr std::tuple table{
    Typed<&RunParameters::vmid, Vmid::parse>({
        .field = Field::Vmid,
        .name = "vmid",
        .group = FieldGroup::Identity,
        .option = "vmid",
        .placeholder = "VMID",
        .help = "The VM's number on the node.",
        .kept = Kept::ThisStart,
        .editor = Editor::Wizard,
        .sent = Sent::IfGiven,
        .bareColumn = 1,
        .heading = LedgerColumn::Vmid,
    }),
    Typed<&RunParameters::ip, GuestIp::parse>({
        .field = Field::Ip,
        .name = "ip",
        .group = FieldGroup::Identity,
        .option = "ip",
        .placeholder = "ADDRESS",
        .help = "The VM's private address; may be left out where the node tells it.",
        .kept = Kept::ThisStart,
        .editor = Editor::Wizard,
        .sent = Sent::Never,
        .bareColumn = 2,
        .heading = LedgerColumn::Ip,
    }),
    Typed<&RunParameters::node, NodeTarget::parse>({
        .field = Field::Node,
        .name = "node",
        .group = FieldGroup::Identity,
        .option = "node",
        .placeholder = "user@host[:port]",
        .help = "The Proxmox node.",
        .kept = Kept::InSettingsFile,
        .editor = Editor::Wizard,
        .sent = Sent::Never,
        .bareColumn = 4,
        .heading = LedgerColumn::Node,
    }),
    Typed<&RunParameters::panelTag, PanelTag::parse>({
        .field = Field::PanelTag,
        .name = "panel_tag",
        .group = FieldGroup::Versions,
        .fallback = "v2026.02.20-r4",
        .option = "panel-tag",
        .placeholder = "TAG",
        .help = "The panel's release tag.",
        .kept = Kept::InSettingsFile,
        .editor = Editor::Both,
        .sent = Sent::IfGiven,
        .confirmed = true,
        .bareColumn = 3,
        .heading = LedgerColumn::PanelTag,
    }),
    Typed<&RunParameters::panelRepo, PanelRepo::parse>({
        .field = Field::PanelRepo,
        .name = "panel_repo",
        .group = FieldGroup::Versions,
        .fallback = "Bianshumeng/openclaw-panel-public",
        .option = "panel-repo",
        .placeholder = "OWNER/NAME",
        .help = "The panel's repository.",
        .kept = Kept::InSettingsFile,
        .editor = Editor::Both,
        .sent = Sent::IfGiven,
        .confirmed = true,
    }),
    Typed<&RunParameters::openclawVersion, OpenclawVersion::parse>({
        .field = Field::OpenclawVersion,
        .name = "openclaw_version",
        .group = FieldGroup::Versions,
        .fallback = "same",
        .option = "openclaw-version",
        .placeholder = "same|latest|X",
        .help = "Version to install; 'same' as the container runs.",
        .kept = Kept::InSettingsFile,
        .editor = Editor::Wizard,
        .sent = Sent::IfGiven,
        .measured = "container_version",
        .confirmed = true,
        .heading = LedgerColumn::OpenclawVersion,
    }),
    Typed<&RunParameters::gatewayMode, parseGatewayMode>({
        .field = Field::GatewayMode,
        .name = "gateway_mode",
        .group = FieldGroup::Procedure,
        .fallback = "local",
        .option = "gateway-mode",
        .placeholder = "local|remote",
        .help = "gateway.mode where the configuration has none.",
        .kept = Kept::InSettingsFile,
        .editor = Editor::Wizard,
        .sent = Sent::IfGiven,
    }),
    Typed<&RunParameters::order, parseOrder>({
        .field = Field::Order,
        .name = "order",
        .group = FieldGroup::Procedure,
        .fallback = "procedure",
        .option = "order",
        .placeholder = "procedure|early",
        .help = "'early' prepares before the stop: a shorter outage.",
        .kept = Kept::InSettingsFile,
        .editor = Editor::Both,
        .sent = Sent::IfGiven,
    }),
    Typed<&RunParameters::installerUrl, SourceUrl::parse>({
        .field = Field::InstallerUrl,
        .name = "installer_url",
        .group = FieldGroup::Sources,
        .fallback = "https://openclaw.ai/install.sh",
        .option = "installer-url",
        .placeholder = "URL",
        .help = "Where OpenClaw's installer comes from.",
        .kept = Kept::InSettingsFile,
        .editor = Editor::Both,
        .sent = Sent::IfGiven,
        .confirmed = true,
    }),
    Typed<&RunParameters::panelSource, SourceUrl::parse>({
        .field = Field::PanelSource,
        .name = "panel_source",
        .group = FieldGroup::Sources,
        .fallback = "https://api.github.com",
        .option = "panel-source",
        .placeholder = "URL",
        .help = "Base address of the panel's release API.",
        .kept = Kept::InSettingsFile,
        .editor = Editor::Both,
        .sent = Sent::IfGiven,
        .confirmed = true,
    }),
    Typed<&RunParameters::npmRegistry, SourceUrl::parse>({
        .field = Field::NpmRegistry,
        .name = "npm_registry",
        .group = FieldGroup::Sources,
        .option = "npm-registry",
        .placeholder = "URL",
        .help = "Package registry; the client's own default if left out.",
        .kept = Kept::InSettingsFile,
        .editor = Editor::Both,
        .sent = Sent::Always,
        .confirmed = true,
    }),
    Typed<&RunParameters::installerSha256, Sha256Sum::parse>({
        .field = Field::InstallerSha256,
        .name = "installer_sha256",
        .group = FieldGroup::Sums,
        .option = "installer-sha256",
        .placeholder = "SHA256",
        .help = "What the installer's bytes must sum to.",
        .kept = Kept::ThisStart,
        .editor = Editor::None,
        .sent = Sent::IfGiven,
        .measured = "installer_sum",
    }),
    Typed<&RunParameters::panelSha256, Sha256Sum::parse>({
        .field = Field::PanelSha256,
        .name = "panel_sha256",
        .group = FieldGroup::Sums,
        .option = "panel-sha256",
        .placeholder = "SHA256",
        .help = "What the panel's tarball must sum to.",
        .kept = Kept::ThisStart,
        .editor = Editor::None,
        .sent = Sent::IfGiven,
        .measured = "panel_sum",
    }),
    Typed<&RunParameters::steadySeconds, parseSteadySeconds>({
        .field = Field::SteadySeconds,
        .name = "steady_seconds",
        .group = FieldGroup::Thresholds,
        .fallback = "4",
        .least = leastSteadySeconds,
        .most = mostSteadySeconds,
        .option = "steady-seconds",
        .placeholder = "SECONDS",
        .help = "How long services must hold, {least} to {most}; default {default}.",
        .kept = Kept::InSettingsFile,
        .editor = Editor::Settings,
        .sent = Sent::IfGiven,
    }),
    Typed<&RunParameters::leastFreeMib, parseLeastFreeMib>({
        .field = Field::LeastFreeMib,
        .name = "least_free_mib",
        .group = FieldGroup::Thresholds,
        .fallback = "512",
        .least = leastFreeMibLow,
        .most = leastFreeMibHigh,
        .option = "least-free",
        .placeholder = "MiB",
        .help = "Free space below which the acceptance warns; default {default}.",
        .kept = Kept::InSettingsFile,
        .editor = Editor::Settings,
        .sent = Sent::IfGiven,
    }),
    // No fallback: a made-up name would stand in a record. The fronts offer the login name.
    Typed<&RunParameters::operatorName, OperatorName::parse>({
        .field = Field::Operator,
        .name = "operator",
        .group = FieldGroup::Person,
        .option = "operator",
        .placeholder = "NAME",
        .help = "Who does this, for the record; default the login name.",
        .kept = Kept::OnDesk,
        .editor = Editor::Both,
        .sent = Sent::Never,
    }),
};

template <auto Member, auto Parse>
Result<typename Typed<Member, Parse>::Plain> Typed<Member, Parse>::read(QStringView given)
{
    if constexpr (std::is_invocable_v<decltype(Parse), QStringView>) {
        return Parse(given);
    } else {
        // A type that several fields share is told which of them it reads.
        constexpr Field mine = std::get<Typed>(table).field;
        return Parse(given, nameOf(mine));
    }
}

constexpr size_t fieldCount = std::tuple_size_v<decltype(table)>;

template <size_t... I> constexpr bool standsInOrder(std::index_sequence<I...>)
{
    return ((std::get<I>(table).field == static_cast<Field>(I)) && ...);
}
static_assert(standsInOrder(std::make_index_sequence<fieldCount>()), "the rows stand in the order of Field");

template <size_t... I>
tl::expected<RunParameters, std::vector<Error>> make(const QMap<QString, QString> &fields, std::index_sequence<I...>)
{
    std::vector<Error> errors;
    const std::tuple taken{ std::get<I>(table).take(fields, errors)... }; // in braces: one after the other
    for (auto it = fields.keyBegin(); it != fields.keyEnd(); ++it) {
        if (!fieldNamed(*it))
            errors.push_back(
                grammar::refuse("field-unknown", *it, phrase("field-unknown"), phrase("cure-field-list")).value());
    }
    if (!errors.empty())
        return tl::make_unexpected(std::move(errors));
    return RunParameters{ std::get<I>(table).settled(std::get<I>(taken))... };
}

} // namespace

const std::vector<FieldRow> &fieldTable()
{
    static const std::vector<FieldRow> rows
        = std::apply([](const auto &...row) { return std::vector<FieldRow>{ row... }; }, table);
    return rows;
}

const FieldRow &rowOf(Field field)
{
    return fieldTable()[static_cast<size_t>(field)];
}

const FieldRow *fieldNamed(QStringView name)
{
    for (const FieldRow &row : fieldTable()) {
        if (name == QLatin1String(row.name))
            return &row;
    }
    return nullptr;
}

QString nameOf(Field field)
{
    return QString::fromLatin1(rowOf(field).name);
}

const char *keyOf(Field field)
{
    return rowOf(field).name;
}

QString defaultFor(Field field)
{
    return QString::fromLatin1(rowOf(field).fallback);
}

QString optionHelp(const FieldRow &row)
{
    QString help = QString::fromLatin1(row.help);
    help.replace(QLatin1String("{least}"), QString::number(row.least));
    help.replace(QLatin1String("{most}"), QString::number(row.most));
    return help.replace(QLatin1String("{default}"), QLatin1String(row.fallback));
}

QString fieldWords(Field field, const QString &language)
{
    const QString words = stringAt(valueAt(wordFile(language), "fields"), keyOf(field));
    return words.isEmpty() && language != QLatin1String(englishWords) ? fieldWords(field, QLatin1String(englishWords))
                                                                      : words;
}

QStringList runParameterFields()
{
    QStringList names;
    for (const FieldRow &row : fieldTable())
        names += QString::fromLatin1(row.name);
    return names;
}

tl::expected<RunParameters, std::vector<Error>> makeRunParameters(const QMap<QString, QString> &fields)
{
    return make(fields, std::make_index_sequence<fieldCount>());
}

QMap<QString, QString> toFields(const RunParameters &parameters)
{
    QMap<QString, QString> fields;
    for (const FieldRow &row : fieldTable())
        fields.insert(QString::fromLatin1(row.name), row.text(parameters));
    return fields;
}

nlohmann::ordered_json toJson(const RunParameters &parameters)
{
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    for (const FieldRow &row : fieldTable()) {
        const QString value = row.text(parameters);
        if (value.isEmpty())
            json[row.name] = nullptr;
        else
            json[row.name] = value.toStdString();
    }
    json[keyOf(Field::Vmid)] = parameters.vmid.value();
    return json;
}

Result<RunParameters> runParametersFromJson(const nlohmann::ordered_json &json)
{
    if (!json.is_object())
        return grammar::refuse("not-an-object", QString(), phrase("params-no-object"));
    QMap<QString, QString> fields;
    for (const FieldRow &row : fieldTable()) {
        const QString name = QString::fromLatin1(row.name);
        const auto found = json.find(row.name);
        if (found == json.end() || found->is_null())
            continue;
        if (found->is_string())
            fields[name] = QString::fromStdString(found->get<std::string>());
        else if (found->is_number_integer())
            fields[name] = QString::fromStdString(found->dump());
        else
            return grammar::refuse("field-type", name, phrase("field-type"));
    }
    auto made = makeRunParameters(fields);
    if (!made)
        return tl::make_unexpected(made.error().front());
    return *std::move(made);
}

} // namespace undock
