#pragma once

#include "core/journal/event.h"

#include <QStringList>

#include <vector>

namespace undock::gui {

/// A run's record as the windows show and export it.
struct RecordText {
    QString fileName;
    QString markdown;
    QString html; ///< for Qt's rich text, in the colours of the theme of the moment
    QStringList gaps; ///< headings of required sections that still lack the operator's words

    static RecordText of(const std::vector<JournalEvent> &events, const QString &language);
};

} // namespace undock::gui
