#pragma once

#include <QString>

namespace undock {

/// Both languages stand side by side where they are used, so that neither is forgotten.
class Words {
public:
    explicit Words(const QString &language)
        : m_english(language == QLatin1String("en"))
    {
    }
    bool english() const { return m_english; }
    /// The file of resources/words for this language.
    QString catalogue() const { return m_english ? QStringLiteral("en") : QStringLiteral("zh_CN"); }
    QString operator()(const char *zh, const char *en) const { return QString::fromUtf8(m_english ? en : zh); }

private:
    bool m_english;
};

} // namespace undock
