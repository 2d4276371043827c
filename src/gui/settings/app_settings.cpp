#include "gui/settings/app_settings.h"

#include "core/params/run_parameters.h"
#include "engine/records/signing_setting.h"
#include "engine/store/run_store.h"

#include <QDir>

#include <algorithm>

namespace undock::gui {

AppSettings::AppSettings(const QString &dataFolder, QObject *parent)
    : QObject(parent)
    , m_dataFolder(dataFolder)
    , m_store(QDir(dataFolder).filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
{
}

DeskSettings AppSettings::desk() const
{
    DeskSettings desk;
    desk.dataFolder = m_dataFolder;
    m_store.beginGroup(QStringLiteral("desk"));
    desk.recordsFolder
        = m_store.value(QStringLiteral("records"), QDir(m_dataFolder).filePath(QStringLiteral("用户小鸡去 Docker 化")))
              .toString();
    desk.recordLanguage = m_store.value(QStringLiteral("record_language"), desk.recordLanguage).toString();
    desk.knownHosts = m_store.value(QStringLiteral("known_hosts")).toString();
    desk.identity = m_store.value(QStringLiteral("identity")).toString();
    desk.jumpHost = m_store.value(QStringLiteral("jump_host")).toString();
    desk.ledger = m_store.value(QStringLiteral("ledger")).toString();
    desk.workers = std::clamp(m_store.value(QStringLiteral("workers"), desk.workers).toInt(), 1, 3);
    desk.canary = m_store.value(QStringLiteral("canary"), desk.canary).toBool();
    desk.rollBackByItself = m_store.value(QStringLiteral("roll_back_by_itself"), desk.rollBackByItself).toBool();
    desk.acknowledged = m_store.value(QStringLiteral("acknowledged")).toStringList();
    m_store.endGroup();
    const SigningSetting signing = SigningSetting::in(m_store);
    desk.signAlways = signing.always;
    desk.signingKey = signing.key;
    for (const SavedNode &node : nodes()) {
        if (const auto target = NodeTarget::parse(node.target))
            desk.logins[target->toString()] = { node.identity, node.jumpHost };
    }
    return desk;
}

void AppSettings::setDesk(const DeskSettings &desk)
{
    m_store.beginGroup(QStringLiteral("desk"));
    m_store.setValue(QStringLiteral("records"), desk.recordsFolder);
    m_store.setValue(QStringLiteral("record_language"), desk.recordLanguage);
    m_store.setValue(QStringLiteral("known_hosts"), desk.knownHosts);
    m_store.setValue(QStringLiteral("identity"), desk.identity);
    m_store.setValue(QStringLiteral("jump_host"), desk.jumpHost);
    m_store.setValue(QStringLiteral("ledger"), desk.ledger);
    m_store.setValue(QStringLiteral("workers"), desk.workers);
    m_store.setValue(QStringLiteral("canary"), desk.canary);
    m_store.setValue(QStringLiteral("roll_back_by_itself"), desk.rollBackByItself);
    m_store.setValue(QStringLiteral("acknowledged"), desk.acknowledged);
    m_store.endGroup();
    SigningSetting{ desk.signAlways, desk.signingKey }.write(m_store);
    Q_EMIT changed();
}

QList<SavedNode> AppSettings::nodes() const
{
    QList<SavedNode> nodes;
    const int count = m_store.beginReadArray(QStringLiteral("nodes"));
    for (int i = 0; i < count; ++i) {
        m_store.setArrayIndex(i);
        SavedNode node;
        node.target = m_store.value(QStringLiteral("target")).toString();
        node.jumpHost = m_store.value(QStringLiteral("jump_host")).toString();
        node.identity = m_store.value(QStringLiteral("identity")).toString();
        node.keepSecrets = m_store.value(QStringLiteral("keep_secrets"), true).toBool();
        nodes << node;
    }
    m_store.endArray();
    return nodes;
}

void AppSettings::setNodes(const QList<SavedNode> &nodes)
{
    m_store.remove(QStringLiteral("nodes"));
    m_store.beginWriteArray(QStringLiteral("nodes"), int(nodes.size()));
    for (int i = 0; i < nodes.size(); ++i) {
        m_store.setArrayIndex(i);
        m_store.setValue(QStringLiteral("target"), nodes[i].target);
        m_store.setValue(QStringLiteral("jump_host"), nodes[i].jumpHost);
        m_store.setValue(QStringLiteral("identity"), nodes[i].identity);
        m_store.setValue(QStringLiteral("keep_secrets"), nodes[i].keepSecrets);
    }
    m_store.endArray();
    Q_EMIT changed();
}

void AppSettings::rememberNode(const SavedNode &node)
{
    QList<SavedNode> all = nodes();
    all.removeIf([&](const SavedNode &known) { return known.target == node.target; });
    all.prepend(node);
    setNodes(all);
}

bool AppSettings::keepsSecret(const SecretPrompt &prompt) const
{
    const QList<SavedNode> known = nodes();
    return std::none_of(known.begin(), known.end(), [&](const SavedNode &node) {
        const auto target = NodeTarget::parse(node.target);
        const bool meant = prompt.kind == SecretPrompt::Kind::Passphrase ? prompt.of == node.identity
            : prompt.kind == SecretPrompt::Kind::Password                ? target && prompt.of == target->toString()
                                                                         : false;
        return meant && !node.keepSecrets;
    });
}

SavedNode AppSettings::node(const QString &target) const
{
    for (const SavedNode &known : nodes()) {
        if (known.target == target)
            return known;
    }
    SavedNode fresh;
    fresh.target = target;
    return fresh;
}

QString AppSettings::value(const QString &key) const
{
    if (const QString given = m_thisStart.value(key); !given.isEmpty())
        return given;
    const QString stored = m_store.value(QStringLiteral("values/") + key).toString();
    if (!stored.isEmpty())
        return stored;
    const FieldRow *row = fieldNamed(key);
    return row ? defaultFor(row->field) : QString();
}

QString AppSettings::operatorName() const
{
    const QString name = value(Field::Operator);
    return name.isEmpty() ? defaultOperatorName() : name;
}

QMap<QString, QString> AppSettings::startValues() const
{
    QMap<QString, QString> values;
    for (const FieldRow &row : fieldTable())
        values.insert(nameOf(row.field), row.field == Field::Operator ? operatorName() : value(row.field));
    return values;
}

void AppSettings::setValue(Field field, const QString &value)
{
    if (rowOf(field).kept == Kept::ThisStart)
        setForThisStart(nameOf(field), value);
    else
        setValue(nameOf(field), value);
}

void AppSettings::setForThisStart(const QString &key, const QString &value)
{
    m_thisStart.insert(key, value);
    Q_EMIT changed();
}

void AppSettings::setValue(const QString &key, const QString &value)
{
    m_thisStart.remove(key);
    m_store.setValue(QStringLiteral("values/") + key, value);
    Q_EMIT changed();
}

QByteArray AppSettings::state(const QString &name) const
{
    return m_store.value(QStringLiteral("windows/") + name).toByteArray();
}

void AppSettings::setState(const QString &name, const QByteArray &state)
{
    m_store.setValue(QStringLiteral("windows/") + name, state);
}

} // namespace undock::gui
