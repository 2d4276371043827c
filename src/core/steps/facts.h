#pragma once

#include "core/base/json.h"
#include "core/verdict/verdict.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

namespace undock {

/// What a step reported: `key=value` lines, keys may repeat. Hostile input:
/// values may be anything, keys are kept only if they match [a-z0-9_-]{1,64}.
class Facts {
public:
    static constexpr qsizetype maxBytes = 4 * 1024 * 1024;

    /// Undoes the percent-encoding of the guest's `fact` function.
    static Facts parse(const QByteArray &bytes);
    static Facts fromJson(const Json &pairs);
    Json toJson() const;

    /// The last value of `key`, or empty.
    QString value(QStringView key) const;
    bool has(QStringView key) const;
    qint64 number(QStringView key, qint64 fallback = 0) const;
    QStringList all(QStringView key) const;
    void add(const QString &key, const QString &text) { m_pairs.emplace_back(key, text); }
    const std::vector<std::pair<QString, QString>> &pairs() const { return m_pairs; }

private:
    std::vector<std::pair<QString, QString>> m_pairs;
};

/// `warning=CODE TEXT`, `failure=CODE TEXT`.
struct CodedText {
    QString code;
    QString text;
};
CodedText parseCodedText(const QString &value);

/// `finding=LEVEL CODE TEXT` of stage A.
struct Finding {
    enum class Level { Fine, Attention, Blocks };
    Level level = Level::Fine;
    QString code;
    QString text;
};
std::vector<Finding> findingsOf(const Facts &facts);
QString findingLevelName(Finding::Level level);

/// One row of the acceptance table: `check=ID|critical|verdict|expected|found[|before]`. What was
/// seen before is missing in older runs, and where there is nothing to compare with. The first line
/// of `found` is the sentence; those below it are the lines that differ.
struct CheckRow {
    QString id;
    bool critical = false;
    Verdict verdict = Verdict::Unknown;
    QString expected;
    QString found;
    QString before = {};

    QString foundSentence() const;
    QStringList foundLines() const;
};
/// With its phrases (core/text/phrase.h) as people read them.
CheckRow inEnglish(const CheckRow &row);
/// Rows that do not parse become critical rows with verdict Unknown: nothing is dropped silently.
std::vector<CheckRow> checksOf(const Facts &facts);
Json toJson(const CheckRow &row);
CheckRow checkFromJson(const Json &row);

} // namespace undock
