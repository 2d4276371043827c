#include "engine/run/configs.h"

#include "core/config/config_diff.h"
#include "core/config/json_text.h"
#include "core/config/openclaw_config.h"
#include "core/config/panel_config.h"
#include "core/text/phrase.h"

namespace undock {

namespace {

constexpr qint64 mostConfigs = 48 * 1024 * 1024;

Error unreadable(const QString &what)
{
    return { Error::Kind::Refused, QStringLiteral("config-unreadable"), what, stepOf(StepRole::ReadsConfigs),
        phrase("cure-configs-look") };
}

/// The step's document is one line; what it says for people stands around it.
Json documentIn(const QByteArray &output)
{
    const QList<QByteArray> lines = output.split('\n');
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        if (!line->startsWith('{'))
            continue;
        Json document = parseJson(*line, mostConfigs);
        if (document.is_object())
            return document;
    }
    return {};
}

/// The configuration's text as JSON: the original, or what OpenClaw's own JSON5 reader made of it.
std::optional<QByteArray> jsonTextOf(const Json &part)
{
    if (!part.is_object())
        return {};
    const char *key = boolAt(part, "converted") ? "json_b64" : "text_b64";
    return QByteArray::fromBase64(stringAt(part, key).toLatin1());
}

/// What must not be written down: what the guest knows of the environment and the login, and what stands under a name
/// that tells of a secret in the two configurations.
QByteArrayList secretsIn(
    const Json &document, const std::optional<QByteArray> &openclaw, const std::optional<QByteArray> &panel)
{
    constexpr qsizetype mostSecrets = 200;
    constexpr qsizetype shortest = 6;
    constexpr qsizetype longest = 8 * 1024;
    QByteArrayList found;
    const auto take = [&](const QByteArray &secret) {
        if (secret.size() >= shortest && secret.size() <= longest && found.size() < mostSecrets
            && !found.contains(secret))
            found << secret;
    };
    if (const Json known = valueAt(document, "known_b64"); known.is_array()) {
        for (const Json &one : known) {
            if (one.is_string())
                take(QByteArray::fromBase64(QByteArray::fromStdString(one.get<std::string>())));
        }
    }
    for (const auto &text : { openclaw, panel }) {
        const auto config = text ? parseJsonText(*text) : Result<Json>(Json());
        if (!config)
            continue;
        for (const QString &secret : secretsOfConfig(*config))
            take(secret.toUtf8());
    }
    return found;
}

/// The newest job that read the configurations, if there is one.
const JobState *readingIn(const RunSession &session)
{
    return session.state().latestGreen(StepRole::ReadsConfigs);
}

Done noteChanges(RunSession &session, const char *file, const TransformResult &result)
{
    Json changes = Json::array();
    for (const Change &change : result.changes) {
        changes.push_back({ { "pointer", toStd(change.pointer) }, { "before", toStd(change.before) },
            { "after", toStd(change.after) } });
    }
    Json notes = Json::array();
    for (const QString &text : result.notes)
        notes.push_back(toStd(text));
    const Json data = { { "file", file }, { "changes", changes }, { "notes", notes } };
    // Made again after a resume: what is the same need not stand there twice.
    for (const Json &known : session.state().configDiffs()) {
        if (known == data)
            return {};
    }
    return session.note(event::configDiff, data);
}

} // namespace

void recallSecrets(RunSession &session)
{
    const JobState *job = readingIn(session);
    const auto output = job ? session.wholeOutput(job->job, mostConfigs) : Result<QByteArray>(QByteArray());
    if (!job || !output)
        return;
    const Json document = documentIn(*output);
    const auto textOf = [&](const char *part) { return jsonTextOf(valueAt(document, part)); };
    session.know(secretsIn(document, textOf("openclaw"), textOf("panel")));
}

Done prepareConfigs(TaskContext &context)
{
    RunSession &session = context.session;
    const JobState *job = readingIn(session);
    if (!job)
        return tl::make_unexpected(unreadable(phrase("configs-unread")));
    const auto output = session.wholeOutput(job->job, mostConfigs);
    if (!output)
        return tl::make_unexpected(output.error());

    const Json document = documentIn(*output);
    const auto openclawText = document.contains("openclaw") ? jsonTextOf(document["openclaw"]) : std::nullopt;
    if (!openclawText)
        return tl::make_unexpected(unreadable(phrase("openclaw-json-unread")));
    const auto panelText = document.contains("panel") ? jsonTextOf(document["panel"]) : std::nullopt;
    session.know(secretsIn(document, openclawText, panelText));
    const JobState *scan = session.state().latestGreen(StepRole::Scans);
    const auto openclaw = transformOpenclawConfig(
        *openclawText, session.parameters().gatewayMode, scan ? addressChanges(scan->facts) : AddressChanges());
    if (!openclaw) {
        Error error = openclaw.error();
        error.kind = Error::Kind::Refused;
        error.where = QStringLiteral("openclaw.json ") + error.where;
        return tl::make_unexpected(error);
    }
    const auto panel = transformPanelConfig(panelText, session.parameters().panelRepo);
    if (!panel) {
        Error error = panel.error();
        error.kind = Error::Kind::Refused;
        error.where = QStringLiteral("panel.config.json ") + error.where;
        return tl::make_unexpected(error);
    }

    context.secrets.configNew = openclaw->newText;
    context.secrets.configSha256 = stringAt(document["openclaw"], "sha256");
    context.secrets.panelConfigNew = panel->newText;
    context.secrets.panelConfigSha256 = panelText ? stringAt(document["panel"], "sha256") : QStringLiteral("missing");
    if (const Done noted = noteChanges(session, "openclaw.json", *openclaw); !noted)
        return noted;
    return noteChanges(session, "panel.config.json", *panel);
}

} // namespace undock
