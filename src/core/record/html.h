#pragma once

#include "core/record/document.h"

namespace undock {

/// The record as one self-contained HTML page, fit for the screen and for paper (folds
/// are open when printed). Also what Qt's rich text understands, for a PDF.
QString toHtml(const Record &record);

} // namespace undock
