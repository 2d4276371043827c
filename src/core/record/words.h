#pragma once

#include "core/text/code_words.h"

namespace undock {

/// What a record, its picture and its bundle say between their values: the section "documents" of the catalogue
/// (resources/words), in the record's language. tests/checks/test_words.py fails for a key without words.
class Words {
public:
    explicit Words(const QString &language)
        : m_catalogue(language == QLatin1String("en") ? QStringLiteral("en") : QStringLiteral("zh_CN"))
    {
    }
    /// What a record's file and its markup call the language.
    QString language() const { return english() ? QStringLiteral("en") : QStringLiteral("zh"); }
    bool english() const { return m_catalogue == QLatin1String("en"); }
    /// The file of resources/words for this language.
    const QString &catalogue() const { return m_catalogue; }
    QString operator()(const char *key) const { return documentText(QLatin1String(key), m_catalogue); }

private:
    QString m_catalogue;
};

} // namespace undock
