#include "core/run/run_identity.h"

#include "core/params/field.h"
#include "core/text/display_safe.h"
#include "core/text/phrase.h"

#include <QRegularExpression>

namespace undock {

namespace {

tl::unexpected<Error> ofAnother(const QString &what, const char *field)
{
    return fail(Error::Kind::Refused, QStringLiteral("journal-of-another"), what, QLatin1String(field),
        phrase("cure-journal-of-another"));
}

QString shown(const QString &value)
{
    return value.isEmpty() ? phrase("nothing") : displayLine(value, 80);
}

/// What stands there is somebody else's text, never a phrase.
PhraseValue::Kind kindOf(const QString &value)
{
    return value.isEmpty() ? PhraseValue::Kind::Said : PhraseValue::Kind::Plain;
}

/// The VM's number stands as text or as a number, by where it stands.
QString plainText(const Json &object, const char *key)
{
    const Json value = valueAt(object, key);
    return value.is_number_integer() ? toQt(value.dump()) : stringAt(object, key);
}

std::optional<NodeTarget> nodeIn(const QString &text)
{
    const auto target = NodeTarget::parse(text);
    return target ? std::optional(*target) : std::nullopt;
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
    return fail(Error::Kind::BadInput, QStringLiteral("bad-run"), phrase("bad-run"), QStringLiteral("run"),
        phrase("cure-run-name"));
}

QString vmidOfRun(const QString &run)
{
    return run.section(QLatin1Char('-'), 0, 0);
}

Done checkRunIdentity(const std::vector<JournalEvent> &events, const RunClaim &claim)
{
    if (events.empty() || !events.front().is(event::runCreated))
        return ofAnother(phrase("journal-without-start"), "run-created");
    for (size_t i = 0; i < events.size(); ++i) {
        if (i > 0 && events[i].is(event::runCreated)) {
            return ofAnother(phrase("journal-starts-twice", { { "line", events[i].seq } }), "run-created");
        }
        if (!isJobName(valueAt(events[i].data, "job")))
            return ofAnother(phrase("journal-job-foreign", { { "line", events[i].seq } }), "job");
    }
    const Json &created = events.front().data;
    const QString run = stringAt(created, "run");
    if (const Done named = checkRunName(run); !named)
        return ofAnother(phrase("journal-of-run", { { "run", shown(run), kindOf(run) } }), "run");
    if (!claim.run.isEmpty() && run != claim.run)
        return ofAnother(
            phrase("journal-of-other-run", { { "run", shown(run), kindOf(run) }, { "wanted", claim.run } }), "run");

    const QString vmid = plainText(created, keyOf(Field::Vmid));
    const Json params = valueAt(created, "params");
    const QString wanted = claim.vm ? claim.vm->vmid.toString() : vmidOfRun(run);
    if (!Vmid::parse(vmid) || vmidOfRun(run) != vmid || vmid != wanted) {
        return ofAnother(phrase("journal-of-other-vm", { { "vmid", shown(vmid), kindOf(vmid) }, { "wanted", wanted } }),
            keyOf(Field::Vmid));
    }
    const QString itsVmid = plainText(params, keyOf(Field::Vmid));
    if (itsVmid != vmid) {
        return ofAnother(
            phrase("journal-of-two-vms", { { "vmid", vmid }, { "other", shown(itsVmid), kindOf(itsVmid) } }),
            keyOf(Field::Vmid));
    }
    const QString itsNode = stringAt(created, keyOf(Field::Node));
    const auto node = nodeIn(itsNode);
    if (!node || (claim.vm && *node != claim.vm->node)) {
        return ofAnother(claim.vm ? phrase("journal-of-other-node",
                             { { "node", shown(itsNode), kindOf(itsNode) }, { "wanted", claim.vm->node.toString() } })
                                  : phrase("journal-of-no-node", { { "node", shown(itsNode), kindOf(itsNode) } }),
            keyOf(Field::Node));
    }
    const QString paramsNode = stringAt(params, keyOf(Field::Node));
    if (nodeIn(paramsNode) != node) {
        return ofAnother(phrase("journal-of-two-nodes",
                             { { "node", node->toString() }, { "other", shown(paramsNode), kindOf(paramsNode) } }),
            keyOf(Field::Node));
    }
    return {};
}

} // namespace undock
