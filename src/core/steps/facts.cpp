#include "core/steps/facts.h"

#include "core/text/phrase.h"

#include <QRegularExpression>

namespace undock {

namespace {

QString percentDecoded(const QByteArray &bytes)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(bytes));
}

} // namespace

Facts Facts::parse(const QByteArray &bytes)
{
    static const QRegularExpression keyGrammar(QStringLiteral("^[a-z0-9_-]{1,64}$"));
    Facts facts;
    for (const QByteArray &line : bytes.left(maxBytes).split('\n')) {
        const qsizetype equals = line.indexOf('=');
        if (equals < 1)
            continue;
        const QString key = QString::fromLatin1(line.left(equals));
        if (!keyGrammar.match(key).hasMatch())
            continue;
        // A check's fields are encoded one by one: decoding the whole would blur where they end.
        const QByteArray value = line.mid(equals + 1);
        facts.add(key, key == QLatin1String("check") ? QString::fromUtf8(value) : percentDecoded(value));
    }
    return facts;
}

Facts Facts::fromJson(const Json &pairs)
{
    Facts facts;
    if (!pairs.is_array())
        return facts;
    for (const Json &pair : pairs) {
        if (pair.is_array() && pair.size() == 2 && pair[0].is_string() && pair[1].is_string())
            facts.add(toQt(pair[0].get<std::string>()), toQt(pair[1].get<std::string>()));
    }
    return facts;
}

Json Facts::toJson() const
{
    Json pairs = Json::array();
    for (const auto &[key, text] : m_pairs)
        pairs.push_back(Json::array({ toStd(key), toStd(text) }));
    return pairs;
}

QString Facts::value(QStringView key) const
{
    for (auto pair = m_pairs.rbegin(); pair != m_pairs.rend(); ++pair) {
        if (pair->first == key)
            return pair->second;
    }
    return {};
}

bool Facts::has(QStringView key) const
{
    for (const auto &pair : m_pairs) {
        if (pair.first == key)
            return true;
    }
    return false;
}

qint64 Facts::number(QStringView key, qint64 fallback) const
{
    bool numeric = false;
    const qint64 parsed = value(key).toLongLong(&numeric);
    return numeric ? parsed : fallback;
}

QStringList Facts::all(QStringView key) const
{
    QStringList values;
    for (const auto &pair : m_pairs) {
        if (pair.first == key)
            values << pair.second;
    }
    return values;
}

CodedText parseCodedText(const QString &value)
{
    const qsizetype space = value.indexOf(QLatin1Char(' '));
    return space < 0 ? CodedText{ value, {} } : CodedText{ value.left(space), value.mid(space + 1) };
}

QString findingLevelName(Finding::Level level)
{
    switch (level) {
    case Finding::Level::Fine:
        return QStringLiteral("fine");
    case Finding::Level::Attention:
        return QStringLiteral("attention");
    case Finding::Level::Blocks:
        break;
    }
    return QStringLiteral("blocks");
}

std::vector<Finding> findingsOf(const Facts &facts)
{
    std::vector<Finding> findings;
    for (const QString &value : facts.all(u"finding")) {
        const CodedText levelled = parseCodedText(value);
        const CodedText coded = parseCodedText(levelled.text);
        // An unknown level is treated as the worst: a hostile or newer guest must not look fine.
        Finding::Level level = Finding::Level::Blocks;
        for (const Finding::Level known : { Finding::Level::Fine, Finding::Level::Attention }) {
            if (findingLevelName(known) == levelled.code)
                level = known;
        }
        findings.push_back({ level, coded.code, coded.text });
    }
    return findings;
}

std::vector<CheckRow> checksOf(const Facts &facts)
{
    std::vector<CheckRow> rows;
    for (const QString &value : facts.all(u"check")) {
        const QStringList parts = value.split(QLatin1Char('|'));
        CheckRow row;
        row.critical = true;
        row.id = percentDecoded(parts.value(0).toUtf8());
        if (parts.size() == 5 || parts.size() == 6) {
            row.critical = parts[1] == QLatin1String("critical");
            row.verdict = verdictFromName(parts[2]).value_or(Verdict::Unknown);
            row.expected = percentDecoded(parts[3].toUtf8());
            row.found = percentDecoded(parts[4].toUtf8());
            row.before = percentDecoded(parts.value(5).toUtf8());
        } else {
            row.found = QStringLiteral("unreadable row");
        }
        rows.push_back(row);
    }
    return rows;
}

QString CheckRow::foundSentence() const
{
    return found.section(QLatin1Char('\n'), 0, 0);
}

CheckRow inEnglish(const CheckRow &row)
{
    CheckRow english = row;
    for (QString *text : { &english.expected, &english.found, &english.before })
        *text = inEnglish(*text);
    return english;
}

QStringList CheckRow::foundLines() const
{
    return found.split(QLatin1Char('\n')).mid(1);
}

Json toJson(const CheckRow &row)
{
    Json told = { { "id", toStd(row.id) }, { "critical", row.critical }, { "verdict", toStd(verdictName(row.verdict)) },
        { "expected", toStd(row.expected) }, { "found", toStd(row.found) } };
    if (!row.before.isEmpty())
        told["before"] = toStd(row.before);
    return told;
}

CheckRow checkFromJson(const Json &row)
{
    return { stringAt(row, "id"), boolAt(row, "critical", true),
        verdictFromName(stringAt(row, "verdict")).value_or(Verdict::Unknown), stringAt(row, "expected"),
        stringAt(row, "found"), stringAt(row, "before") };
}

} // namespace undock
