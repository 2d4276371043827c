#include "core/base/on_all_cores.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace undock {

void onAllCores(
    qsizetype count, const std::function<void(qsizetype n)> &work, const std::function<void(qsizetype n)> &told)
{
    std::atomic<qsizetype> next = 0;
    const auto takePart = [&](bool tells) {
        for (qsizetype n = next++; n < count; n = next++) {
            if (tells && told)
                told(n);
            work(n);
        }
    };
    std::vector<std::jthread> helpers;
    const auto wanted = std::min<qsizetype>(count, qsizetype(std::max(1U, std::thread::hardware_concurrency())));
    for (qsizetype n = 1; n < wanted; ++n)
        helpers.emplace_back([&] { takePart(false); });
    takePart(true);
}

} // namespace undock
