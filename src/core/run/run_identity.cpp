#include "core/run/run_identity.h"

#include "core/params/field.h"
#include "core/params/node_target.h"
#include "core/params/vmid.h"
#include "core/text/display_safe.h"

#include <QRegularExpression>

namespace undock {

namespace {

tl::unexpected<Error> ofAnother(const QString &what, const char *field)
{
    return fail(Error::Kind::Refused, QStringLiteral("journal-of-another"), what, QLatin1String(field),
        QStringLiteral("nothing was done; the run's folder was copied or changed by somebody: keep it for looking at, "
                       "and begin a new run"));
}

QString shown(const QString &value)
{
    return value.isEmpty() ? QStringLiteral("nothing") : displayLine(value, 80);
}

/// The VM's number stands as text or as a number, by where it stands.
QString plainText(const Json &object, const char *key)
{
    const Json value = valueAt(object, key);
    return value.is_number_integer() ? toQt(value.dump()) : stringAt(object, key);
}

QString canonicalNode(const QString &text)
{
    const auto target = NodeTarget::parse(text);
    return target ? target->toString() : QString();
}

bool isJobName(const Json &value)
{
    static const QRegularExpression grammar(
        QRegularExpression::anchoredPattern(QStringLiteral("[0-9]{1,6}-[a-z0-9][a-z0-9-]{0,60}")));
    return value.is_null() || (value.is_string() && grammar.match(toQt(value.get<std::string>())).hasMatch());
}

} // namespace

Done checkRunName(const QString &run)
{
    static const QRegularExpression grammar(
        QRegularExpression::anchoredPattern(QStringLiteral("[1-9][0-9]{2,8}-[0-9]{8}-[0-9]{6}-[0-9a-f]{4,16}")));
    if (grammar.match(run).hasMatch())
        return {};
    return fail(Error::Kind::BadInput, QStringLiteral("bad-run"), QStringLiteral("this is not a run's name"),
        QStringLiteral("run"), QStringLiteral("runs are named as 'status' shows them: 101-20260220-093000-1a2b"));
}

QString vmidOfRun(const QString &run)
{
    return run.section(QLatin1Char('-'), 0, 0);
}

Done checkRunIdentity(const std::vector<JournalEvent> &events, const RunClaim &claim)
{
    if (events.empty() || !events.front().is(event::runCreated))
        return ofAnother(QStringLiteral("the journal does not begin with the making of a run"), "run-created");
    for (size_t i = 0; i < events.size(); ++i) {
        if (i > 0 && events[i].is(event::runCreated)) {
            return ofAnother(
                QStringLiteral("line %1 of the journal makes a run a second time").arg(events[i].seq), "run-created");
        }
        if (!isJobName(valueAt(events[i].data, "job")))
            return ofAnother(QStringLiteral("line %1 names a job as none is named").arg(events[i].seq), "job");
    }
    const Json &created = events.front().data;
    const QString run = stringAt(created, "run");
    if (const Done named = checkRunName(run); !named)
        return ofAnother(QStringLiteral("the journal is of run %1").arg(shown(run)), "run");
    if (!claim.run.isEmpty() && run != claim.run)
        return ofAnother(QStringLiteral("the journal is of run %1, not of %2").arg(shown(run), claim.run), "run");

    const QString vmid = plainText(created, keyOf(Field::Vmid));
    const Json params = valueAt(created, "params");
    if (!Vmid::parse(vmid) || vmidOfRun(run) != vmid || (!claim.vmid.isEmpty() && vmid != claim.vmid)) {
        return ofAnother(QStringLiteral("the journal is of VM %1, the run is one of VM %2")
                             .arg(shown(vmid), claim.vmid.isEmpty() ? vmidOfRun(run) : claim.vmid),
            keyOf(Field::Vmid));
    }
    if (plainText(params, keyOf(Field::Vmid)) != vmid) {
        return ofAnother(QStringLiteral("the journal is of VM %1, its parameters are of VM %2")
                             .arg(vmid, shown(plainText(params, keyOf(Field::Vmid)))),
            keyOf(Field::Vmid));
    }
    const QString node = canonicalNode(stringAt(created, keyOf(Field::Node)));
    if (node.isEmpty() || (!claim.node.isEmpty() && node != canonicalNode(claim.node))) {
        return ofAnother(QStringLiteral("the journal is of node %1, not of %2")
                             .arg(shown(stringAt(created, keyOf(Field::Node))),
                                 claim.node.isEmpty() ? QStringLiteral("any") : claim.node),
            keyOf(Field::Node));
    }
    if (canonicalNode(stringAt(params, keyOf(Field::Node))) != node) {
        return ofAnother(QStringLiteral("the journal is of node %1, its parameters are of node %2")
                             .arg(node, shown(stringAt(params, keyOf(Field::Node)))),
            keyOf(Field::Node));
    }
    return {};
}

} // namespace undock
