#include "core/text/phrase.h"

#include "core/steps/word_files.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

#include <optional>
#include <vector>

namespace undock {

namespace {

constexpr qsizetype mostPhrase = 16 * 1024; ///< characters
constexpr int mostParts = 64; ///< phrases of a list
constexpr int mostNested = 4;

struct PhraseWords {
    QHash<QString, QString> said;
    QString between; ///< the entries of a list
};

const PhraseWords &phraseWords(const QString &language)
{
    static const QHash<QString, PhraseWords> all = [] {
        QHash<QString, PhraseWords> read;
        for (const QString &name : wordLanguages()) {
            PhraseWords words;
            words.between = stringAt(wordFile(name), "between");
            const Json said = valueAt(wordFile(name), "said");
            for (const auto &[code, text] : said.items()) {
                if (text.is_string())
                    words.said.insert(toQt(code), toQt(text.get<std::string>()));
            }
            read.insert(name, words);
        }
        return read;
    }();
    static const PhraseWords none;
    const auto found = all.constFind(language);
    return found == all.constEnd() ? none : *found;
}

QString encodedValue(const QString &value)
{
    QString encoded;
    for (const QChar c : value) {
        const bool begins
            = encoded.isEmpty() && c == QLatin1Char('@'); // elsewhere it stays: user:password@host is masked
        const bool special = c.unicode() <= 0x20 || c.unicode() == 0x7f || c == QLatin1Char('%') || begins;
        if (special)
            encoded += QStringLiteral("%%1").arg(int(c.unicode()), 2, 16, QLatin1Char('0')).toUpper();
        else
            encoded += c;
    }
    return encoded;
}

QString decodedValue(const QString &value)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(value.toUtf8()));
}

struct PhrasePart {
    QString code;
    QHash<QString, QString> values; ///< as they travelled
};

/// Nothing when it is no phrase.
std::optional<std::vector<PhrasePart>> partsOf(const QString &text)
{
    if (!text.startsWith(QLatin1Char('@')) || text.size() > mostPhrase)
        return {};
    std::vector<PhrasePart> parts;
    for (const QString &word : text.split(QLatin1Char(' '))) {
        if (word.startsWith(QLatin1Char('@'))) {
            if (parts.size() >= mostParts)
                return {};
            parts.push_back({ word.sliced(1), {} });
            continue;
        }
        const qsizetype equals = word.indexOf(QLatin1Char('='));
        if (equals < 1 || parts.back().values.contains(word.left(equals)))
            return {};
        parts.back().values.insert(word.left(equals), word.sliced(equals + 1));
    }
    return parts;
}

/// The places of a text of the catalogue, `{name}`, one by one.
QRegularExpressionMatchIterator placesOf(const QString &text)
{
    static const QRegularExpression place(QStringLiteral("\\{([a-z][a-z0-9_]*)\\}"));
    return place.globalMatch(text);
}

std::optional<QString> phraseIn(const QString &text, const QString &language, int depth);

std::optional<QString> partIn(const PhrasePart &part, const QString &language, int depth)
{
    const PhraseWords &english = phraseWords(QLatin1String(englishWords));
    const auto known = english.said.constFind(part.code);
    if (known == english.said.constEnd())
        return {};
    // Which arguments there are is what the English text says; another language may leave one out.
    qsizetype shown = 0;
    QStringList seen;
    for (auto places = placesOf(*known); places.hasNext();) {
        const QString name = places.next().captured(1);
        if (seen.contains(name))
            continue;
        seen << name;
        if (!part.values.contains(name))
            return {};
        ++shown;
    }
    if (shown != part.values.size())
        return {};
    const QString text = phraseWords(language).said.value(part.code, *known);
    // Taken apart at the places, not substituted: a value may look like a place.
    QString told;
    qsizetype from = 0;
    for (auto places = placesOf(text); places.hasNext();) {
        const auto at = places.next();
        told += QStringView(text).sliced(from, at.capturedStart() - from);
        const QString value = part.values.value(at.captured(1));
        if (!value.startsWith(QLatin1Char('@'))) {
            told += decodedValue(value);
        } else {
            const QString nested = QLatin1Char('@') + decodedValue(value.sliced(1));
            told += phraseIn(nested, language, depth + 1).value_or(nested);
        }
        from = at.capturedEnd();
    }
    told += QStringView(text).sliced(from);
    return told;
}

std::optional<QString> phraseIn(const QString &text, const QString &language, int depth)
{
    const auto parts = depth > mostNested ? std::nullopt : partsOf(text);
    if (!parts)
        return {};
    QStringList told;
    for (const PhrasePart &part : *parts) {
        const auto words = partIn(part, language, depth);
        if (!words)
            return {};
        told << *words;
    }
    const QString &between = phraseWords(language).between;
    return told.join(between.isEmpty() ? phraseWords(QLatin1String(englishWords)).between : between);
}

} // namespace

QString phrase(const char *code, std::initializer_list<PhraseValue> values)
{
    QString said = QLatin1Char('@') + QLatin1String(code);
    for (const PhraseValue &one : values) {
        const bool nested = one.kind == PhraseValue::Kind::Said && partsOf(one.value);
        said += QLatin1Char(' ') + QLatin1String(one.name) + QLatin1Char('=');
        said += nested ? QLatin1Char('@') + encodedValue(one.value.sliced(1)) : encodedValue(one.value);
    }
    return said;
}

QString phraseList(const QStringList &texts)
{
    QStringList said;
    for (const QString &text : texts)
        said << (partsOf(text) ? text : phrase("plain", { { "text", text } }));
    return said.join(QLatin1Char(' '));
}

QString inWords(const QString &text, const QString &language)
{
    const QString plain = text.trimmed();
    const qsizetype end = plain.indexOf(QLatin1Char('\n'));
    const auto told = phraseIn(end < 0 ? plain : plain.left(end), language, 0);
    if (!told)
        return plain;
    return end < 0 ? *told : *told + plain.sliced(end);
}

QString inEnglish(const QString &text)
{
    return inWords(text, QLatin1String(englishWords));
}

QString codedInWords(const QString &coded, const QString &language)
{
    const qsizetype blank = coded.indexOf(QLatin1String(" @"));
    return blank < 0 ? inWords(coded, language) : coded.left(blank + 1) + inWords(coded.sliced(blank), language);
}

} // namespace undock
