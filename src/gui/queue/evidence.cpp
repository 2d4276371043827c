#include "gui/queue/evidence.h"

#include "core/base/hash.h"
#include "core/text/phrase.h"
#include "gui/text/code_texts.h"
#include "gui/text/language.h"
#include "gui/text/words.h"

namespace undock::gui {

namespace {

QString plain(const Json &value)
{
    return value.is_string() ? toQt(value.get<std::string>()) : QString::fromUtf8(compactJson(value));
}

} // namespace

Evidence Evidence::of(const JobState &job)
{
    Evidence evidence;
    evidence.title = CodeTexts::step(job.step);
    if (const Step *known = StepCatalog::own().find(job.step)) {
        evidence.script = QString::fromUtf8(known->script);
        evidence.scriptDiffers = !job.scriptSha256.isEmpty() && job.scriptSha256 != sha256Hex(known->script);
    }
    for (const auto &[name, value] : job.values.items())
        evidence.rows.push_back({ Row::Kind::Value, toQt(name), plain(value) });
    for (const auto &[key, text] : job.facts.pairs()) {
        if (key != QLatin1String("check") && key != QLatin1String("warning") && key != QLatin1String("failure"))
            evidence.rows.push_back({ Row::Kind::Fact, key, codedInWords(text, Language::current()) });
    }
    for (const CodedText &warning : job.warnings)
        evidence.rows.push_back({ Row::Kind::Warning, warning.code, CodeTexts::text(warning.code, warning.text) });
    if (job.failure)
        evidence.rows.push_back(
            { Row::Kind::Failure, job.failure->code, CodeTexts::text(job.failure->code, job.failure->text) });
    if (!job.outputSha256.isEmpty())
        evidence.rows.push_back({ Row::Kind::Hash, QStringLiteral("output"),
            QStringLiteral("%1, sha256 %2").arg(Words::bytes(job.outputBytes), job.outputSha256) });
    return evidence;
}

} // namespace undock::gui
