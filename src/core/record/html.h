#pragma once

#include "core/record/document.h"

namespace undock {

/// The record as one self-contained HTML page, fit for the screen and for paper (folds
/// are open when printed).
QString toHtml(const Record &record);

/// The same for Qt's rich text, which knows neither folds nor much of CSS: folds are open, tables
/// have their borders as attributes and heads that are repeated on each page.
QString toPaperHtml(const Record &record, const QString &style);

} // namespace undock
