#include "journals/step_codes.h"

#include "core/plan/plan.h"
#include "core/steps/facts.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

using namespace undock;

namespace stepcodes {

namespace {

struct Sent {
    const char *step;
    const char *kind;
    const char *name; ///< `*`: a place that is chosen while the step runs
};

constexpr Sent table[] = {
#include "step_codes_table.inc"
};

const char *nameOf(Kind kind)
{
    switch (kind) {
    case Kind::Finding:
        return "finding";
    case Kind::Warning:
        return "warning";
    case Kind::Failure:
        return "failure";
    case Kind::Check:
        return "check";
    case Kind::Fact:
        break;
    }
    return "fact";
}

bool fits(const char *pattern, const QString &name)
{
    QString expression = QRegularExpression::escape(QLatin1String(pattern));
    expression.replace(QLatin1String("\\*"), QLatin1String("[a-z0-9_-]+"));
    return QRegularExpression(QRegularExpression::anchoredPattern(expression)).match(name).hasMatch();
}

/// Kept once it is known: the story of a whole run asks some hundred times.
bool looksUp(const QString &step, Kind kind, const QString &name)
{
    static QHash<QString, bool> known;
    const QString key = step + QLatin1Char('|') + QLatin1String(nameOf(kind)) + QLatin1Char('|') + name;
    if (const auto found = known.constFind(key); found != known.constEnd())
        return *found;
    bool sent = false;
    for (const Sent &one : table) {
        if (!sent && QLatin1String(one.kind) == QLatin1String(nameOf(kind))
            && (step.isEmpty() || QLatin1String(one.step) == step))
            sent = fits(one.name, name);
    }
    return known[key] = sent;
}

void refuse(const QString &step, Kind kind, const QString &name)
{
    if (!sends(step, kind, name))
        throw UnsentCode(
            toStd(QStringLiteral("no script sends the %1 '%2' in %3").arg(QLatin1String(nameOf(kind)), name, step)));
}

void refuseInEnd(const Json &data)
{
    const QString step = stringAt(data, "job").section(QLatin1Char('-'), 1);
    const Facts facts = Facts::fromJson(valueAt(data, "facts"));
    for (const auto &[key, value] : facts.pairs())
        refuseUnsentFact(step, key, value);
    if (data.contains("warnings")) {
        for (const Json &warning : data["warnings"])
            refuse(step, Kind::Warning, stringAt(warning, "code"));
    }
    // Where a job ended without a word of its own, its state stands in the code's place.
    if (data.contains("failure") && stringAt(data["failure"], "code") != stringAt(data, "state"))
        refuse(step, Kind::Failure, stringAt(data["failure"], "code"));
}

} // namespace

bool sends(const QString &step, Kind kind, const QString &name)
{
    return looksUp(step, kind, name);
}

bool anyStepSends(Kind kind, const QString &name)
{
    return looksUp({}, kind, name);
}

QStringList all(Kind kind)
{
    QStringList names;
    for (const Sent &one : table) {
        if (QLatin1String(one.kind) == QLatin1String(nameOf(kind)))
            names << QLatin1String(one.name);
    }
    names.removeDuplicates();
    return names;
}

void refuseUnsentFact(const QString &step, const QString &key, const QString &value)
{
    if (key == QLatin1String("finding"))
        refuse(step, Kind::Finding, value.section(QLatin1Char(' '), 0, 1));
    else if (key == QLatin1String("warning"))
        refuse(step, Kind::Warning, parseCodedText(value).code);
    else if (key == QLatin1String("failure"))
        refuse(step, Kind::Failure, parseCodedText(value).code);
    else if (key == QLatin1String("check"))
        refuse(step, Kind::Check, value.section(QLatin1Char('|'), 0, 0));
    else
        refuse(step, Kind::Fact, key);
}

void refuseUnsent(const JournalEvent &event)
{
    if (event.is(event::end)) {
        refuseInEnd(event.data);
    } else if (event.is(event::acceptance)) {
        for (const Json &row : event.data.value("rows", Json::array())) {
            const QString id = stringAt(row, "id");
            if (!sends(QLatin1String(outsideCheckStep), Kind::Check, id))
                refuse(QStringLiteral("h-checks"), Kind::Check, id);
        }
    } else if (event.is(event::acknowledged)) {
        const QString code = stringAt(event.data, "code");
        if (!anyStepSends(Kind::Warning, code))
            throw UnsentCode(toStd(QStringLiteral("no script sends the warning '%1'").arg(code)));
    }
}

} // namespace stepcodes
