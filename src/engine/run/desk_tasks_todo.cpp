#include "engine/run/configs.h"
#include "engine/run/tasks.h"
namespace undock {
Done prepareConfigs(TaskContext &) { return {}; }
TaskOutcome acceptByUser(TaskContext &, const Task &) { return {}; }
TaskOutcome deleteDocker(TaskContext &) { return {}; }
TaskOutcome deleteImages(TaskContext &, const Task &) { return {}; }
}
