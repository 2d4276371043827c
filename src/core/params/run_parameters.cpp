#include "core/params/run_parameters.h"

#include "core/params/grammar.h"

namespace undock {

namespace {

struct Field {
    QLatin1String name;
    QLatin1String fallback;
};

// The order here is the order of columns, JSON keys and messages.
constexpr Field allFields[] = {
    { QLatin1String("vmid"), {} },
    { QLatin1String("ip"), {} },
    { QLatin1String("node"), {} },
    { QLatin1String("panel_tag"), QLatin1String("v2026.02.20-r4") },
    { QLatin1String("panel_repo"), QLatin1String("Bianshumeng/openclaw-panel-public") },
    { QLatin1String("openclaw_version"), QLatin1String("same") },
    { QLatin1String("gateway_mode"), QLatin1String("local") },
    { QLatin1String("order"), QLatin1String("procedure") },
    { QLatin1String("installer_url"), QLatin1String("https://openclaw.ai/install.sh") },
    { QLatin1String("panel_source"), QLatin1String("https://api.github.com") },
    { QLatin1String("npm_registry"), {} },
    { QLatin1String("installer_sha256"), {} },
    { QLatin1String("panel_sha256"), {} },
    { QLatin1String("steady_seconds"), QLatin1String("4") },
    { QLatin1String("least_free_mib"), QLatin1String("512") },
    // No fallback: a made-up name would stand in a record. The fronts offer the login name.
    { QLatin1String("operator"), {} },
};

/// Takes the given values one by one and gathers what is wrong with them.
class FieldReader {
public:
    explicit FieldReader(const QMap<QString, QString> &fields)
        : m_fields(fields)
    {
    }

    template <class T, class Parse> std::optional<T> optional(const char *name, Parse parse)
    {
        const QString text = valueOf(QString::fromLatin1(name));
        if (text.isEmpty())
            return std::nullopt;
        Result<T> parsed = parse(text);
        if (parsed)
            return *parsed;
        errors.push_back(parsed.error());
        return std::nullopt;
    }

    template <class T, class Parse> std::optional<T> required(const char *name, Parse parse)
    {
        const QString field = QString::fromLatin1(name);
        if (valueOf(field).isEmpty()) {
            errors.push_back(grammar::refuse("field-missing", field, "this field is needed", "fill it in").value());
            return std::nullopt;
        }
        return optional<T>(name, parse);
    }

    std::optional<SourceUrl> url(const char *name, bool isRequired)
    {
        const auto parse = [name](QStringView text) { return SourceUrl::parse(text, QString::fromLatin1(name)); };
        return isRequired ? required<SourceUrl>(name, parse) : optional<SourceUrl>(name, parse);
    }

    std::optional<Sha256Sum> sum(const char *name)
    {
        return optional<Sha256Sum>(
            name, [name](QStringView text) { return Sha256Sum::parse(text, QString::fromLatin1(name)); });
    }

    std::vector<Error> errors;

private:
    QString valueOf(const QString &field) const
    {
        const QString given = m_fields.value(field);
        return given.isEmpty() ? defaultFor(field) : given;
    }
    const QMap<QString, QString> &m_fields;
};

} // namespace

QStringList runParameterFields()
{
    QStringList names;
    for (const Field &field : allFields)
        names += field.name;
    return names;
}

QString defaultFor(const QString &name)
{
    for (const Field &field : allFields) {
        if (field.name == name)
            return field.fallback;
    }
    return {};
}

tl::expected<RunParameters, std::vector<Error>> makeRunParameters(const QMap<QString, QString> &fields)
{
    FieldReader reader(fields);
    const auto vmid = reader.required<Vmid>("vmid", Vmid::parse);
    const auto ip = reader.optional<GuestIp>("ip", GuestIp::parse);
    const auto node = reader.required<NodeTarget>("node", NodeTarget::parse);
    const auto tag = reader.required<PanelTag>("panel_tag", PanelTag::parse);
    const auto repo = reader.required<PanelRepo>("panel_repo", PanelRepo::parse);
    const auto version = reader.required<OpenclawVersion>("openclaw_version", OpenclawVersion::parse);
    const auto mode = reader.required<GatewayMode>("gateway_mode", parseGatewayMode);
    const auto order = reader.required<Order>("order", parseOrder);
    const auto installer = reader.url("installer_url", true);
    const auto source = reader.url("panel_source", true);
    const auto registry = reader.url("npm_registry", false);
    const auto installerSum = reader.sum("installer_sha256");
    const auto panelSum = reader.sum("panel_sha256");
    const auto steady = reader.required<int>("steady_seconds", parseSteadySeconds);
    const auto least = reader.required<int>("least_free_mib", parseLeastFreeMib);
    const auto name = reader.required<OperatorName>("operator", OperatorName::parse);
    const QStringList known = runParameterFields();
    for (auto it = fields.keyBegin(); it != fields.keyEnd(); ++it) {
        if (!known.contains(*it))
            reader.errors.push_back(grammar::refuse(
                "field-unknown", *it, "there is no such field", "look at the list of fields for the right name")
                                        .value());
    }
    if (!reader.errors.empty())
        return tl::make_unexpected(std::move(reader.errors));
    return RunParameters{ *vmid, ip, *node, *tag, *repo, *version, *mode, *order, *installer, *source, registry,
        installerSum, panelSum, *steady, *least, *name };
}

QMap<QString, QString> toFields(const RunParameters &p)
{
    return {
        { QStringLiteral("vmid"), p.vmid.toString() },
        { QStringLiteral("ip"), p.ip ? p.ip->toString() : QString() },
        { QStringLiteral("node"), p.node.toString() },
        { QStringLiteral("panel_tag"), p.panelTag.toString() },
        { QStringLiteral("panel_repo"), p.panelRepo.toString() },
        { QStringLiteral("openclaw_version"), p.openclawVersion.toString() },
        { QStringLiteral("gateway_mode"), nameOf(p.gatewayMode) },
        { QStringLiteral("order"), nameOf(p.order) },
        { QStringLiteral("installer_url"), p.installerUrl.toString() },
        { QStringLiteral("panel_source"), p.panelSource.toString() },
        { QStringLiteral("npm_registry"), p.npmRegistry ? p.npmRegistry->toString() : QString() },
        { QStringLiteral("installer_sha256"), p.installerSha256 ? p.installerSha256->toString() : QString() },
        { QStringLiteral("panel_sha256"), p.panelSha256 ? p.panelSha256->toString() : QString() },
        { QStringLiteral("steady_seconds"), QString::number(p.steadySeconds) },
        { QStringLiteral("least_free_mib"), QString::number(p.leastFreeMib) },
        { QStringLiteral("operator"), p.operatorName.toString() },
    };
}

nlohmann::ordered_json toJson(const RunParameters &parameters)
{
    const auto fields = toFields(parameters);
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    for (const Field &field : allFields) {
        const std::string key(field.name.data(), static_cast<size_t>(field.name.size()));
        const QString value = fields.value(field.name);
        if (value.isEmpty())
            json[key] = nullptr;
        else
            json[key] = value.toStdString();
    }
    json["vmid"] = parameters.vmid.value();
    return json;
}

Result<RunParameters> runParametersFromJson(const nlohmann::ordered_json &json)
{
    if (!json.is_object())
        return grammar::refuse("not-an-object", QString(), "the parameters are not a JSON object");
    QMap<QString, QString> fields;
    for (const QString &name : runParameterFields()) {
        const auto found = json.find(name.toStdString());
        if (found == json.end() || found->is_null())
            continue;
        if (found->is_string())
            fields[name] = QString::fromStdString(found->get<std::string>());
        else if (found->is_number_integer())
            fields[name] = QString::fromStdString(found->dump());
        else
            return grammar::refuse("field-type", name, "this is neither text nor a whole number");
    }
    auto made = makeRunParameters(fields);
    if (!made)
        return tl::make_unexpected(made.error().front());
    return *std::move(made);
}

} // namespace undock
