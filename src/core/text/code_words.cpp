#include "core/text/code_words.h"

#include "core/steps/word_files.h"
#include "core/text/phrase.h"

#include <QHash>

namespace undock {

namespace {

struct WordsOfCodes {
    QHash<QString, QString> titles;
    QHash<QString, QString> cures;
    QHash<QString, QString> checks;
    QHash<QString, QString> conditions;
    QHash<QString, QString> documents;
};

QHash<QString, QString> textsOf(const Json &section)
{
    QHash<QString, QString> texts;
    for (const auto &[id, text] : section.items()) {
        if (text.is_string())
            texts.insert(toQt(id), toQt(text.get<std::string>()));
    }
    return texts;
}

WordsOfCodes readCodes(const QString &language)
{
    const Json &file = wordFile(language);
    WordsOfCodes words{ {}, {}, textsOf(valueAt(file, "checks")), textsOf(valueAt(file, "conditions")),
        textsOf(valueAt(file, "documents")) };
    const Json codes = valueAt(file, "codes");
    for (const auto &[code, said] : codes.items()) {
        words.titles.insert(toQt(code), stringAt(said, "title"));
        words.cures.insert(toQt(code), stringAt(said, "cure"));
    }
    return words;
}

/// What a language has under the id, else what English has.
QString inLanguage(QHash<QString, QString> WordsOfCodes::*section, const QString &id, const QString &language)
{
    static const QHash<QString, WordsOfCodes> all = [] {
        QHash<QString, WordsOfCodes> read;
        for (const QString &name : wordLanguages())
            read.insert(name, readCodes(name));
        return read;
    }();
    for (const QString &name : { language, QString(QLatin1String(englishWords)) }) {
        if (const auto words = all.constFind(name); words != all.constEnd()) {
            if (const QString text = ((*words).*section).value(id); !text.isEmpty())
                return text;
        }
    }
    return {};
}

} // namespace

QString codeTitle(const QString &code, const QString &language)
{
    return inLanguage(&WordsOfCodes::titles, code, language);
}

QString codeCure(const QString &code, const QString &language)
{
    return inLanguage(&WordsOfCodes::cures, code, language);
}

QString codeText(const QString &code, const QString &told, const QString &language)
{
    const QString words = inWords(told, language);
    const bool readable = language == QLatin1String(englishWords) || words != told.trimmed();
    if (readable && !words.isEmpty())
        return words;
    const QString title = codeTitle(code, language);
    return !title.isEmpty() ? title : words.isEmpty() ? code : words;
}

QString documentText(const QString &key, const QString &language)
{
    const QString text = inLanguage(&WordsOfCodes::documents, key, language);
    return text.isEmpty() ? key : text;
}

QString checkTitle(const QString &id, const QString &language)
{
    return inLanguage(&WordsOfCodes::checks, id, language);
}

QString conditionTitle(const QString &id, const QString &language)
{
    return inLanguage(&WordsOfCodes::conditions, id, language);
}

} // namespace undock
