#pragma once

#include <QString>

namespace undock {

// What the stable codes mean: the sections "codes", "checks", "conditions" and "documents" of the catalogue
// (resources/words). Windows, command line and record ask here. `language` is "en" or "zh_CN"; what a language lacks is
// in English.

/// A finding, warning, failure or error code in one sentence without its values; empty for a code that nobody knows.
QString codeTitle(const QString &code, const QString &language);
/// What to do about it; empty where the catalogue has no advice.
QString codeCure(const QString &code, const QString &language);
/// The best words there are: the sender's in the language, else the code's title, else the sender's as they came. The
/// sender's are a phrase (core/text/phrase.h), or an English sentence in older journals.
QString codeText(const QString &code, const QString &told, const QString &language);
/// What a record, a bundle or an instruction says between its values; the key itself for one that nobody knows.
QString documentText(const QString &key, const QString &language);
/// A check of the acceptance, and a condition of the deletion; empty for one that nobody knows.
QString checkTitle(const QString &id, const QString &language);
QString conditionTitle(const QString &id, const QString &language);

} // namespace undock
