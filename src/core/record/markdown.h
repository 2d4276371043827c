#pragma once

#include "core/record/document.h"

#include <QMap>

namespace undock {

/// The record as Markdown (CommonMark with tables). Whatever a machine said is escaped: it
/// cannot become a heading, a link, a picture or a marker.
QString toMarkdown(const Record &record);

/// The line by which a record is known to belong to a run, whatever its file is called.
QString runMarker(const QString &run);
/// Does this text begin as a record of that run?
bool isRecordOf(const QString &markdown, const QString &run);

/// What the operator wrote between the markers, by place; nothing of the generated text.
QMap<QString, QString> handWritten(const QString &markdown);
/// Was the text between the markers the only thing that changed since it was written?
/// False also when a marker is gone: then the whole file is worth keeping.
bool untouchedOutsideWords(const QString &markdown);

} // namespace undock
