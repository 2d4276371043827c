#pragma once

#include "core/journal/event.h"

#include <QByteArray>

#include <vector>

/// The events as a journal has them on disk, with a chain that holds; each keeps its moment.
QByteArray journalFileOf(const std::vector<undock::JournalEvent> &events);
