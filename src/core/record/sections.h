#pragma once

#include "core/record/run_story.h"

namespace undock {

// One function a section; each fills in what the journal has, and says where it has nothing.
RecordSection basicsSection(const RunStory &story);
RecordSection backupSection(const RunStory &story);
RecordSection actionsSection(const RunStory &story);
RecordSection evidenceSection(const RunStory &story);
RecordSection risksSection(const RunStory &story);
RecordSection lessonsSection(const RunStory &story);
RecordSection notesSection(const RunStory &story);

/// Where the run stands, in one sentence.
Inline summaryOf(const RunStory &story);
/// How it can be taken back from where it stands.
std::vector<Inline> waysBack(const RunStory &story);

// Whatever ends in a record is made safe to show in one place (record.cpp); these two only
// say how it stands there.

/// A value of a machine, quoted.
Inline quoted(const QString &value);
/// Somebody's words in a sentence.
Inline said(const QString &text);
/// A value that may be one of our own words ("absent"): that in words, anything else quoted.
Inline value(const QString &value, const RunStory &story);
/// What this program wrote into the journal, in the record's language (core/text/phrase.h).
Inline told(const QString &text, const RunStory &story);
/// The same with a code: what an older journal has in English only is told by the code's title, the English behind it.
Inline told(const CodedText &coded, const RunStory &story);
/// Appends what the operator noted for this section, and the place for words by hand.
void addWords(RecordSection &section, const RunStory &story, const QStringList &noteSections);

} // namespace undock
