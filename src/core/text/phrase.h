#pragma once

#include <QString>

#include <initializer_list>

namespace undock {

// What this program says in a journal, a finding or a check travels as a phrase, not as a sentence:
//
//   @clock-ahead seconds=312              a code of the catalogue (resources/words, "said") and its arguments
//   @changed what=a%20file by=@the-user   spaces and % of a value are encoded, and an @ before it; one that begins with
//   @ is a phrase
//   @nothing-new @as-before               several phrases are a list
//
// Guests write them too (step_io.py, prelude.sh). Whatever is no phrase is text as it stands: output of other programs,
// numbers, and the English sentences of journals that are older than phrases.

/// An argument of a phrase.
struct PhraseValue {
    enum class Kind {
        Plain, ///< a number, a name, another program's output: the same in every language
        Said, ///< what may be a phrase itself; text that is none stays as it is
    };
    PhraseValue(const char *itsName, const QString &itsValue, Kind itsKind = Kind::Plain)
        : name(itsName)
        , value(itsValue)
        , kind(itsKind)
    {
    }
    PhraseValue(const char *itsName, qint64 number)
        : name(itsName)
        , value(QString::number(number))
    {
    }
    const char *name;
    QString value;
    Kind kind = Kind::Plain;
};

/// The phrase as it travels. The code has to be in the catalogue: tests/checks/test_phrases.py sees to it.
QString phrase(const char *code, std::initializer_list<PhraseValue> values = {});
/// A list of phrases and plain texts as one.
QString phraseList(const QStringList &texts);

/// What people read: every phrase of `text` in a language ("en", "zh_CN"; English where that language lacks it), only
/// in its first line, since the lines below are a guest's. Text that is no phrase, and a phrase with an unknown code,
/// a missing or a surplus argument, stay as they are. Hostile input: the result is text, never markup, and bounded.
QString inWords(const QString &text, const QString &language);
QString inEnglish(const QString &text);
/// The same for "CODE TEXT" and "LEVEL CODE TEXT", of which only the text is a phrase.
QString codedInWords(const QString &coded, const QString &language);

} // namespace undock
