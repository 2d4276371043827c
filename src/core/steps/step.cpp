#include "core/steps/step.h"

#include "core/text/phrase.h"

#include <QMap>
#include <QRegularExpression>

namespace undock {

namespace {

Error headerError(const QString &file, int line, const QString &what)
{
    return { Error::Kind::BadInput, QStringLiteral("step-header"), what, QStringLiteral("%1:%2").arg(file).arg(line),
        phrase("cure-add-a-step") };
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

using Fields = QMap<QString, QString>;

const QStringList &requiredFields()
{
    static const QStringList names = words(QStringLiteral("id stage title effect time-limit undone-by params facts "
                                                          "secret-output"));
    return names;
}

const QStringList &optionalFields()
{
    static const QStringList names
        = words(QStringLiteral("secret-params place required role redo-on needs-nobody usually deviates"));
    return names;
}

Result<Fields> fieldsOf(const QString &fileName, const QByteArray &script)
{
    static const QRegularExpression field(QStringLiteral("^#: ([a-z-]+):\\s*(.*)$"));
    Fields fields;
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
        if (!match.hasMatch() || (!requiredFields().contains(key) && !optionalFields().contains(key)))
            return tl::make_unexpected(headerError(fileName, lineNumber, QStringLiteral("unknown field: ") + line));
        if (fields.contains(key))
            return tl::make_unexpected(headerError(fileName, lineNumber, QStringLiteral("field stands twice: ") + key));
        fields.insert(key, match.captured(2).trimmed());
    }
    for (const QString &key : requiredFields()) {
        if (!fields.contains(key))
            return tl::make_unexpected(headerError(fileName, 1, QStringLiteral("missing field: ") + key));
    }
    return fields;
}

/// Which place the step has in a migration and in the record; empty, or what is wrong with it.
QString readPart(Step &step, const Fields &fields)
{
    const auto places = parsePlaces(fields.value(QStringLiteral("place")));
    if (!places)
        return QStringLiteral("place is not CHAIN NUMBER or ORDER CHAIN NUMBER, separated by a comma and a blank");
    step.places = *places;
    for (const QString &word : words(fields.value(QStringLiteral("required")))) {
        if (word != QLatin1String("stage") && word != QLatin1String("early"))
            return QStringLiteral("required is neither stage nor early: ") + word;
        (word == QLatin1String("early") ? step.requiredEarly : step.requiredByStage) = true;
    }
    for (const QString &name : words(fields.value(QStringLiteral("role")))) {
        const auto role = stepRoleFromName(name);
        if (!role)
            return QStringLiteral("unknown role: ") + name;
        step.roles.push_back(*role);
    }
    step.redoOn = words(fields.value(QStringLiteral("redo-on")));
    step.needsNobody = words(fields.value(QStringLiteral("needs-nobody")));
    static const QRegularExpression codeGrammar(QStringLiteral("^[a-z][a-z0-9]*(-[a-z0-9]+)*$"));
    for (const QString &code : step.redoOn + step.needsNobody) {
        if (!codeGrammar.match(code).hasMatch())
            return QStringLiteral("not a code: ") + code;
    }
    if (const QString usually = fields.value(QStringLiteral("usually")); !usually.isEmpty()) {
        bool numeric = false;
        step.usualSeconds = usually.toInt(&numeric);
        if (!numeric || step.usualSeconds < 1 || step.usualSeconds > step.timeLimitSeconds)
            return QStringLiteral("usually is not 1 second to the time limit");
    }
    const auto deviations = parseDeviations(fields.value(QStringLiteral("deviates")));
    if (!deviations)
        return QStringLiteral("deviates is not understood: ") + fields.value(QStringLiteral("deviates"));
    step.deviations = *deviations;
    return {};
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
    const auto parsed = fieldsOf(fileName, script);
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const Fields &fields = *parsed;

    const auto stage = stageFromName(fields.value(QStringLiteral("stage")));
    const auto effect = effectFromName(fields.value(QStringLiteral("effect")));
    bool numeric = false;
    const int limit = fields.value(QStringLiteral("time-limit")).toInt(&numeric);
    if (fields.value(QStringLiteral("id")) + QStringLiteral(".sh") != fileName)
        return tl::make_unexpected(headerError(fileName, 1, QStringLiteral("id differs from the file's name")));
    if (!stage)
        return tl::make_unexpected(headerError(fileName, 1, QStringLiteral("stage is not one of A to I, R or K")));
    if (!effect)
        return tl::make_unexpected(
            headerError(fileName, 1, QStringLiteral("effect is not reads, adds, switches or deletes")));
    if (!numeric || limit < 1 || limit > 24 * 3600)
        return tl::make_unexpected(headerError(fileName, 1, QStringLiteral("time-limit is not 1 to 86400 seconds")));

    const QString secretOutput = fields.value(QStringLiteral("secret-output"));
    if (secretOutput != QLatin1String("yes") && secretOutput != QLatin1String("no"))
        return tl::make_unexpected(headerError(fileName, 1, QStringLiteral("secret-output is neither yes nor no")));
    for (const char *said : { "title", "undone-by" }) {
        if (fields.value(QLatin1String(said)).isEmpty())
            return tl::make_unexpected(
                headerError(fileName, 1, QStringLiteral("%1 is empty").arg(QLatin1String(said))));
    }
    static const QRegularExpression placeOfRole(QStringLiteral("\\{([^}]*)\\}"));
    for (auto named = placeOfRole.globalMatch(fields.value(QStringLiteral("undone-by"))); named.hasNext();) {
        if (const QString role = named.next().captured(1); !stepRoleFromName(role))
            return tl::make_unexpected(headerError(fileName, 1, QStringLiteral("undone-by: unknown role: ") + role));
    }
    // These become file names in the guest.
    static const QRegularExpression nameGrammar(QStringLiteral("^[a-z][a-z0-9_]{0,63}$"));
    for (const QString &name :
        words(fields.value(QStringLiteral("params"))) + words(fields.value(QStringLiteral("facts")))) {
        if (!nameGrammar.match(name).hasMatch())
            return tl::make_unexpected(headerError(fileName, 1, QStringLiteral("not a name: ") + name));
    }

    Step step;
    step.id = fields.value(QStringLiteral("id"));
    step.stage = *stage;
    step.title = fields.value(QStringLiteral("title"));
    step.effect = *effect;
    step.timeLimitSeconds = limit;
    step.undoneBy = fields.value(QStringLiteral("undone-by"));
    step.params = words(fields.value(QStringLiteral("params")));
    step.secretParams = words(fields.value(QStringLiteral("secret-params")));
    step.facts = words(fields.value(QStringLiteral("facts")));
    step.secretOutput = secretOutput == QLatin1String("yes");
    step.script = script;
    for (const QString &name : step.secretParams) {
        if (!step.params.contains(name))
            return tl::make_unexpected(
                headerError(fileName, 1, QStringLiteral("secret parameter not among params: ") + name));
    }
    if (const QString wrong = readPart(step, fields); !wrong.isEmpty())
        return tl::make_unexpected(headerError(fileName, 1, wrong));
    return step;
}

} // namespace undock
