#include "core/record/machine_words.h"

#include "core/record/machine_words_table.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

#include <optional>

namespace undock {

namespace {

/// One sentence of ours with places in it, ready to be recognised.
struct Sentence {
    QRegularExpression pattern;
    QString chinese;
};

QRegularExpression patternOf(const char *english)
{
    QStringList parts = QString::fromUtf8(english).split(QLatin1Char('*'));
    for (QString &part : parts)
        part = QRegularExpression::escape(part);
    return QRegularExpression(QRegularExpression::anchoredPattern(parts.join(QStringLiteral("(.*?)"))),
        QRegularExpression::DotMatchesEverythingOption);
}

struct Tables {
    QHash<QString, QString> whole; ///< sentences without places
    std::vector<Sentence> sentences;

    Tables()
    {
        for (const MachineSentence &one : machineSentences) {
            const QString english = QString::fromUtf8(one.english);
            if (english.contains(QLatin1Char('*')))
                sentences.push_back({ patternOf(one.english), QString::fromUtf8(one.chinese) });
            else
                whole.insert(english, QString::fromUtf8(one.chinese));
        }
    }
};

std::optional<QString> sentence(const QString &english)
{
    static const Tables tables;
    if (const auto known = tables.whole.constFind(english); known != tables.whole.constEnd())
        return *known;
    for (const Sentence &one : tables.sentences) {
        const auto match = one.pattern.match(english);
        if (!match.hasMatch())
            continue;
        // Split at the places, not substituted: what a machine said may hold a %1 of its own.
        static const QRegularExpression place(QStringLiteral("%([1-9])"));
        QString chinese;
        qsizetype from = 0;
        for (auto places = place.globalMatch(one.chinese); places.hasNext();) {
            const auto at = places.next();
            chinese += QStringView(one.chinese).mid(from, at.capturedStart() - from);
            const QString value = match.captured(at.captured(1).toInt());
            // A value may be a sentence of ours, too ("running", "nothing").
            chinese += tables.whole.value(value, value);
            from = at.capturedEnd();
        }
        return chinese + one.chinese.mid(from);
    }
    return {};
}

/// The list with the pieces that are known translated; nothing unless one is (`every`: all are).
std::optional<QString> pieces(const QString &english, const QString &between, const QString &chineseBetween, bool every)
{
    if (!english.contains(between))
        return {};
    QStringList told;
    int known = 0;
    for (const QString &piece : english.split(between)) {
        const auto chinese = sentence(piece);
        known += chinese ? 1 : 0;
        told << chinese.value_or(piece);
    }
    if (known == 0 || (every && known < told.size()))
        return {};
    return told.join(chineseBetween);
}

} // namespace

QString machineWords(const QString &english, const Words &words)
{
    const QString text = english.trimmed();
    if (words.english() || text.isEmpty())
        return text;
    const QString semicolon = QStringLiteral("; "), comma = QStringLiteral(", ");
    const QString chineseSemicolon = QStringLiteral("；"), chineseComma = QStringLiteral("，");
    // A place of one sentence would swallow the next: a list of ours is taken apart first.
    if (const auto told = pieces(text, semicolon, chineseSemicolon, true))
        return *told;
    if (const auto told = sentence(text))
        return *told;
    if (const auto told = pieces(text, semicolon, chineseSemicolon, false))
        return *told;
    return pieces(text, comma, chineseComma, false).value_or(text);
}

} // namespace undock
