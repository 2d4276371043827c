#pragma once

#include "core/base/result.h"

#include <QString>

namespace undock::gui {

/// Words for the stable codes that steps and the engine speak in, from the catalogue (core/text/code_words.h) in the
/// window's language. What is not in the catalogue is shown as it came, in English: never hidden, never guessed.
class CodeTexts {
public:
    static QString step(const QString &id);
    static QString check(const QString &id);
    /// A finding, warning, failure or error code: the sender's own words where they are in the language, since they
    /// carry the values.
    static QString text(const QString &code, const QString &told);
    /// A phrase (core/text/phrase.h) in the window's language; any other text as it is.
    static QString said(const QString &text);
    /// What to do about it; empty when the catalogue has no advice.
    static QString cure(const QString &code);
    static QString condition(const QString &id);
    /// A place that the engine names ("line 12", "ledger line 3", "line 4, column 5"), translated; a path, a host or a
    /// field as it is.
    static QString place(const QString &where);
};

/// An error in the three parts that every window shows: what happened, what is
/// safe now, what to do.
struct ErrorText {
    QString what;
    QString safe;
    QString todo;
    QString details;

    static ErrorText of(const Error &error);
    QString plain() const;
    QString html() const;
};

} // namespace undock::gui
