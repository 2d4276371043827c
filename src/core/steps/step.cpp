#include "core/steps/step.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>

namespace undock {

namespace {

Error headerError(const QString &file, int line, const QString &what)
{
    return { Error::Kind::BadInput, QStringLiteral("step-header"), what, QStringLiteral("%1:%2").arg(file).arg(line),
        QStringLiteral("see docs/architecture.md, how to add a step") };
}

std::optional<Effect> effectFromName(QStringView name)
{
    for (const Effect effect : { Effect::Reads, Effect::Adds, Effect::Switches, Effect::Deletes }) {
        if (effectName(effect) == name)
            return effect;
    }
    return std::nullopt;
}

QStringList words(const QString &text)
{
    return text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

QString effectName(Effect effect)
{
    switch (effect) {
    case Effect::Reads:
        return QStringLiteral("reads");
    case Effect::Adds:
        return QStringLiteral("adds");
    case Effect::Switches:
        return QStringLiteral("switches");
    case Effect::Deletes:
        break;
    }
    return QStringLiteral("deletes");
}

Result<Step> parseStep(const QString &fileName, const QByteArray &script)
{
    static const QRegularExpression field(QStringLiteral("^#: ([a-z-]+):\\s*(.*)$"));
    static const QStringList required{ QStringLiteral("id"), QStringLiteral("stage"), QStringLiteral("title"),
        QStringLiteral("effect"), QStringLiteral("time-limit"), QStringLiteral("undone-by"), QStringLiteral("params"),
        QStringLiteral("facts"), QStringLiteral("secret-output") };
    static const QString secretParams = QStringLiteral("secret-params");

    QMap<QString, QString> fields;
    int lineNumber = 0;
    for (const QByteArray &raw : script.split('\n')) {
        ++lineNumber;
        const QString line = QString::fromUtf8(raw);
        if (lineNumber == 1 && line.startsWith(QLatin1String("#!")))
            continue;
        if (!line.startsWith(QLatin1String("#:")))
            break;
        const auto match = field.match(line);
        const QString key = match.captured(1);
        if (!match.hasMatch() || (!required.contains(key) && key != secretParams))
            return tl::make_unexpected(headerError(fileName, lineNumber, QStringLiteral("unknown field: ") + line));
        if (fields.contains(key))
            return tl::make_unexpected(headerError(fileName, lineNumber, QStringLiteral("field stands twice: ") + key));
        fields.insert(key, match.captured(2).trimmed());
    }
    for (const QString &key : required) {
        if (!fields.contains(key))
            return tl::make_unexpected(headerError(fileName, 1, QStringLiteral("missing field: ") + key));
    }

    const auto stage = stageFromName(fields[QStringLiteral("stage")]);
    const auto effect = effectFromName(fields[QStringLiteral("effect")]);
    bool numeric = false;
    const int limit = fields[QStringLiteral("time-limit")].toInt(&numeric);
    if (fields[QStringLiteral("id")] + QStringLiteral(".sh") != fileName)
        return tl::make_unexpected(headerError(fileName, 1, QStringLiteral("id differs from the file's name")));
    if (!stage)
        return tl::make_unexpected(headerError(fileName, 1, QStringLiteral("stage is not one of A to I, R or K")));
    if (!effect)
        return tl::make_unexpected(
            headerError(fileName, 1, QStringLiteral("effect is not reads, adds, switches or deletes")));
    if (!numeric || limit < 1 || limit > 24 * 3600)
        return tl::make_unexpected(headerError(fileName, 1, QStringLiteral("time-limit is not 1 to 86400 seconds")));

    const QString secretOutput = fields[QStringLiteral("secret-output")];
    if (secretOutput != QLatin1String("yes") && secretOutput != QLatin1String("no"))
        return tl::make_unexpected(headerError(fileName, 1, QStringLiteral("secret-output is neither yes nor no")));
    for (const char *said : { "title", "undone-by" }) {
        if (fields[QLatin1String(said)].isEmpty())
            return tl::make_unexpected(
                headerError(fileName, 1, QStringLiteral("%1 is empty").arg(QLatin1String(said))));
    }
    // These become file names in the guest.
    static const QRegularExpression nameGrammar(QStringLiteral("^[a-z][a-z0-9_]{0,63}$"));
    for (const QString &name : words(fields[QStringLiteral("params")]) + words(fields[QStringLiteral("facts")])) {
        if (!nameGrammar.match(name).hasMatch())
            return tl::make_unexpected(headerError(fileName, 1, QStringLiteral("not a name: ") + name));
    }

    Step step;
    step.id = fields[QStringLiteral("id")];
    step.stage = *stage;
    step.title = fields[QStringLiteral("title")];
    step.effect = *effect;
    step.timeLimitSeconds = limit;
    step.undoneBy = fields[QStringLiteral("undone-by")];
    step.params = words(fields[QStringLiteral("params")]);
    step.secretParams = words(fields.value(secretParams));
    step.facts = words(fields[QStringLiteral("facts")]);
    step.secretOutput = secretOutput == QLatin1String("yes");
    step.script = script;
    for (const QString &name : step.secretParams) {
        if (!step.params.contains(name))
            return tl::make_unexpected(
                headerError(fileName, 1, QStringLiteral("secret parameter not among params: ") + name));
    }
    return step;
}

Result<StepCatalog> StepCatalog::builtIn()
{
    StepCatalog catalog;
    const QDir folder(QStringLiteral(":/steps"));
    for (const QString &name : folder.entryList({ QStringLiteral("*.sh") }, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return fail(Error::Kind::Failed, QStringLiteral("step-unreadable"), file.errorString(), name);
        auto step = parseStep(name, file.readAll());
        if (!step)
            return tl::make_unexpected(step.error());
        catalog.m_steps.push_back(std::move(*step));
    }
    std::stable_sort(
        catalog.m_steps.begin(), catalog.m_steps.end(), [](const Step &a, const Step &b) { return a.stage < b.stage; });
    return catalog;
}

const Step *StepCatalog::find(QStringView id) const
{
    for (const Step &step : m_steps) {
        if (step.id == id)
            return &step;
    }
    return nullptr;
}

} // namespace undock
