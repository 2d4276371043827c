#include "core/record/deviations.h"

#include "core/steps/step.h"

#include <algorithm>

namespace undock {

namespace {

bool reported(const JobStory *job, const QString &fact)
{
    static const QStringList nothing{ QString(), QStringLiteral("0"), QStringLiteral("no") };
    return job && !nothing.contains(job->job->facts.value(fact));
}

bool applied(const StepDeviation &deviation, const Step &step, const RunStory &story)
{
    const JobStory *job = story.newest(step.id);
    if (!job)
        return false;
    const JobStory *other = deviation.other ? story.newest(*deviation.other) : nullptr;
    const auto parameter = [&] { return stringAt(story.state().params(), deviation.name.toLatin1().constData()); };
    using When = StepDeviation::When;
    switch (deviation.when) {
    case When::Ran:
        return true;
    case When::Reported:
        return reported(job, deviation.name);
    case When::OtherReported:
        return reported(other, deviation.name);
    case When::ParameterIs:
        return parameter() == deviation.value;
    case When::ParameterIsNot:
        return parameter() != deviation.value;
    case When::RanAfter:
        break;
    }
    return other && job->job->begun > other->job->begun;
}

bool appliedAnywhere(const QString &id, const RunStory &story)
{
    const std::vector<Step> &steps = StepCatalog::own().all();
    return std::any_of(steps.begin(), steps.end(), [&](const Step &step) {
        return std::any_of(step.deviations.begin(), step.deviations.end(),
            [&](const StepDeviation &one) { return one.id == id && applied(one, step, story); });
    });
}

} // namespace

std::vector<DeviationWords> deviationsOf(const RunStory &story)
{
    std::vector<DeviationWords> found = deviationWords(story.t().catalogue());
    std::erase_if(found, [&](const DeviationWords &one) { return !appliedAnywhere(one.id, story); });
    return found;
}

} // namespace undock
