#pragma once

#include "core/base/result.h"
#include "core/record/document.h"

namespace undock::gui {

/// The record on A4 pages, title and page number at the foot of each. Qt 6.4 cannot write
/// bookmarks into a PDF; the sections are numbered instead. Errors: Failed `file-not-written`.
Done writePdf(const Record &record, const QString &path);

} // namespace undock::gui
