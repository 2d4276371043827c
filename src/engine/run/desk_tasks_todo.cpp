#include "engine/run/configs.h"
namespace undock {
Done prepareConfigs(TaskContext &) { return {}; }
}
