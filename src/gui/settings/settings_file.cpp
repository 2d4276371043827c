#include "gui/settings/settings_file.h"

#include "core/params/source_changes.h"
#include "core/text/display_safe.h"
#include "core/text/phrase.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace undock::gui {

namespace {

constexpr char kind[] = "openclaw-undock settings";
constexpr qint64 mostBytes = 1024 * 1024;

// What travels beside the start values of fields (FieldRow::kept).
constexpr const char *others[] = { "language", "theme", "procedure_file", "baseline_file", "notifications" };

std::vector<QByteArray> travellingValues()
{
    std::vector<QByteArray> names(std::begin(others), std::end(others));
    for (const FieldRow &row : fieldTable()) {
        if (row.kept == Kept::InSettingsFile)
            names.emplace_back(row.name);
    }
    return names;
}

struct DeskText {
    const char *name;
    QString DeskSettings::*field;
};
constexpr DeskText deskTexts[] = { { "records", &DeskSettings::recordsFolder },
    { "record_language", &DeskSettings::recordLanguage }, { "known_hosts", &DeskSettings::knownHosts },
    { "identity", &DeskSettings::identity }, { "jump_host", &DeskSettings::jumpHost },
    { "ledger", &DeskSettings::ledger }, { "signing_key", &DeskSettings::signingKey } };

bool acceptable(const QString &key, const QString &value)
{
    if (value.isEmpty())
        return true;
    if (const FieldRow *row = fieldNamed(key))
        return row->check(value).has_value(); // an address with a login in it is refused, too
    if (key == QLatin1String("record_language"))
        return value == QLatin1String("zh") || value == QLatin1String("en");
    if (key == QLatin1String("jump_host"))
        return NodeTarget::parse(value).has_value();
    return displaySafe(value) == value && !value.contains(QLatin1Char('\n')) && value.size() < 4096;
}

/// Everything known of `from` that is fit goes to `take`; the rest is named.
template <typename Take> void takeText(const Json &from, const char *key, QStringList &leftOut, const Take &take)
{
    if (!from.contains(key))
        return;
    const QString name = QLatin1String(key);
    const QString value = stringAt(from, key);
    if (from[key].is_string() && acceptable(name, value))
        take(value);
    else
        leftOut << name;
}

QList<SavedNode> nodesIn(const Json &file, QStringList &leftOut)
{
    QList<SavedNode> nodes;
    const Json list = valueAt(file, "nodes");
    if (!list.is_array())
        return nodes;
    for (const Json &one : list) {
        const SavedNode node{ stringAt(one, "target"), stringAt(one, "jump_host"), stringAt(one, "identity"),
            boolAt(one, "keep_secrets", true) };
        if (!NodeTarget::parse(node.target) || !acceptable(QStringLiteral("jump_host"), node.jumpHost)
            || !acceptable(QStringLiteral("identity"), node.identity)) {
            leftOut << displayLine(node.target, 80);
            continue;
        }
        nodes << node;
    }
    return nodes;
}

void takeNodes(AppSettings &settings, const Json &file, QStringList &leftOut)
{
    if (!valueAt(file, "nodes").is_array())
        return;
    QList<SavedNode> nodes = settings.nodes();
    for (const SavedNode &node : nodesIn(file, leftOut)) {
        nodes.removeIf([&](const SavedNode &known) { return known.target == node.target; });
        nodes << node;
    }
    settings.setNodes(nodes);
}

QString shown(const QString &value)
{
    return value.isEmpty() ? QStringLiteral("–") : displayLine(value, 200);
}

} // namespace

Done writeSettingsFile(const AppSettings &settings, const QString &path)
{
    const DeskSettings desk = settings.desk();
    Json file = { { "kind", kind }, { "format", 1 } };
    for (const DeskText &one : deskTexts)
        file["desk"][one.name] = toStd(desk.*one.field);
    file["desk"]["workers"] = desk.workers;
    file["desk"]["canary"] = desk.canary;
    file["desk"]["roll_back_by_itself"] = desk.rollBackByItself;
    file["desk"]["sign_always"] = desk.signAlways;
    file["nodes"] = Json::array();
    for (const SavedNode &node : settings.nodes())
        file["nodes"].push_back({ { "target", toStd(node.target) }, { "jump_host", toStd(node.jumpHost) },
            { "identity", toStd(node.identity) }, { "keep_secrets", node.keepSecrets } });
    for (const QByteArray &key : travellingValues()) {
        // What cannot be taken in again is not given out: an address with a login in it.
        const QString name = QString::fromLatin1(key);
        if (const QString value = settings.value(name); acceptable(name, value))
            file["values"][key.toStdString()] = toStd(value);
    }
    const QByteArray bytes = QByteArray::fromStdString(file.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
    QSaveFile out(path);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit())
        return fail(Error::Kind::Failed, QStringLiteral("file-not-written"), out.errorString(), path,
            phrase("cure-choose-folder"));
    return {};
}

Result<SettingsFile> SettingsFile::read(const QString &path)
{
    QFile in(path);
    Json file;
    if (in.open(QIODevice::ReadOnly))
        file = parseJson(in.read(mostBytes + 1), mostBytes);
    if (!file.is_object() || stringAt(file, "kind") != QLatin1String(kind)) {
        return fail(Error::Kind::BadInput, QStringLiteral("settings-unreadable"), phrase("settings-foreign"), path,
            phrase("cure-settings-file"));
    }
    return SettingsFile(std::move(file));
}

QString SettingsFile::changesOfTrust(const AppSettings &settings) const
{
    QStringList lines;
    QStringList leftOut;
    const auto changed = [&](const QString &name, const QString &before, const QString &after) {
        if (before != after)
            lines << QStringLiteral("%1: %2 → %3").arg(name, shown(before), shown(after));
    };
    if (const Json saved = valueAt(m_file, "desk"); saved.is_object()) {
        const DeskSettings desk = settings.desk();
        for (const DeskText &one : deskTexts) {
            takeText(saved, one.name, leftOut,
                [&](const QString &value) { changed(QLatin1String(one.name), desk.*one.field, value); });
        }
    }
    for (const SavedNode &node : nodesIn(m_file, leftOut)) {
        const QList<SavedNode> known = settings.nodes();
        const auto before
            = std::find_if(known.begin(), known.end(), [&](const SavedNode &one) { return one.target == node.target; });
        const SavedNode none{ node.target, {}, {}, node.keepSecrets };
        const SavedNode &had = before == known.end() ? none : *before;
        changed(node.target + QStringLiteral(" jump_host"), had.jumpHost, node.jumpHost);
        changed(node.target + QStringLiteral(" identity"), had.identity, node.identity);
    }
    if (const Json saved = valueAt(m_file, "values"); saved.is_object()) {
        QMap<QString, QString> before, after;
        for (const Field field : sourceFields()) {
            before.insert(nameOf(field), settings.value(field));
            after.insert(nameOf(field), settings.value(field));
            takeText(saved, keyOf(field), leftOut, [&](const QString &value) { after.insert(nameOf(field), value); });
        }
        if (const QString sources = describeSourceChanges(sourceChanges(before, after)); !sources.isEmpty())
            lines << sources;
    }
    return lines.join(QLatin1Char('\n'));
}

QStringList SettingsFile::apply(AppSettings &settings) const
{
    QStringList leftOut;
    if (const Json saved = valueAt(m_file, "desk"); saved.is_object()) {
        DeskSettings desk = settings.desk();
        for (const DeskText &one : deskTexts)
            takeText(saved, one.name, leftOut, [&](const QString &value) { desk.*one.field = value; });
        desk.workers = int(std::clamp<qint64>(intAt(saved, "workers", desk.workers), 1, 3));
        desk.canary = boolAt(saved, "canary", desk.canary);
        desk.rollBackByItself = boolAt(saved, "roll_back_by_itself", desk.rollBackByItself);
        desk.signAlways = boolAt(saved, "sign_always", desk.signAlways);
        settings.setDesk(desk);
    }
    takeNodes(settings, m_file, leftOut);
    if (const Json saved = valueAt(m_file, "values"); saved.is_object()) {
        for (const QByteArray &key : travellingValues()) {
            takeText(saved, key.constData(), leftOut,
                [&](const QString &value) { settings.setValue(QString::fromLatin1(key), value); });
        }
    }
    return leftOut;
}

} // namespace undock::gui
