#include "gui/queue/evidence.h"

#include "core/base/hash.h"
#include "gui/text/code_texts.h"
#include "gui/text/words.h"

namespace undock::gui {

namespace {

const StepCatalog &catalog()
{
    static const StepCatalog built = StepCatalog::builtIn().value_or(StepCatalog());
    return built;
}

QString plain(const Json &value)
{
    return value.is_string() ? toQt(value.get<std::string>()) : QString::fromUtf8(compactJson(value));
}

} // namespace

Evidence Evidence::of(const std::vector<JournalEvent> &events, const QString &job)
{
    Evidence evidence;
    for (const JournalEvent &event : events) {
        if (stringAt(event.data, "job") != job)
            continue;
        if (event.is(event::begin)) {
            const QString step = stringAt(event.data, "step");
            evidence.title = CodeTexts::step(step);
            if (const Step *known = catalog().find(step)) {
                evidence.script = QString::fromUtf8(known->script);
                const QString hash = stringAt(event.data, "script_sha256");
                evidence.scriptDiffers = !hash.isEmpty() && hash != sha256Hex(known->script);
            }
            if (event.data.contains("values") && event.data["values"].is_object()) {
                for (const auto &[name, value] : event.data["values"].items())
                    evidence.rows.push_back({ Row::Kind::Value, toQt(name), plain(value) });
            }
        } else if (event.is(event::end)) {
            const Facts facts = event.data.contains("facts") ? Facts::fromJson(event.data["facts"]) : Facts();
            for (const auto &[key, text] : facts.pairs()) {
                if (key != QLatin1String("check") && key != QLatin1String("warning") && key != QLatin1String("failure"))
                    evidence.rows.push_back({ Row::Kind::Fact, key, text });
            }
            if (event.data.contains("warnings") && event.data["warnings"].is_array()) {
                for (const Json &warning : event.data["warnings"])
                    evidence.rows.push_back({ Row::Kind::Warning, stringAt(warning, "code"),
                        CodeTexts::text(stringAt(warning, "code"), stringAt(warning, "text")) });
            }
            if (event.data.contains("failure"))
                evidence.rows.push_back({ Row::Kind::Failure, stringAt(event.data["failure"], "code"),
                    CodeTexts::text(
                        stringAt(event.data["failure"], "code"), stringAt(event.data["failure"], "text")) });
            const QString hash = stringAt(event.data, "out_sha256");
            if (!hash.isEmpty())
                evidence.rows.push_back({ Row::Kind::Hash, QStringLiteral("output"),
                    QStringLiteral("%1, sha256 %2").arg(Words::bytes(intAt(event.data, "out_bytes")), hash) });
        }
    }
    return evidence;
}

} // namespace undock::gui
