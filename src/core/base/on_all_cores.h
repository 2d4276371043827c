#pragma once

#include <QtGlobal>

#include <functional>

namespace undock {

/// Calls `work(n)` once for each n of 0 … count − 1, several at a time, and returns when the last has ended. The
/// calling thread takes part; only it calls `told(n)`, before a call of its own. Neither may throw.
void onAllCores(
    qsizetype count, const std::function<void(qsizetype n)> &work, const std::function<void(qsizetype n)> &told = {});

} // namespace undock
