#include "core/ledger/csv_table.h"

#include "core/text/phrase.h"

#include <QStringDecoder>
#include <QStringEncoder>

#include <algorithm>

namespace undock {

namespace {

constexpr qsizetype mostBytes = 16 * 1024 * 1024;

tl::unexpected<Error> badTable(const char *code, const QString &what, const QString &where, const QString &cure)
{
    return fail(Error::Kind::BadInput, QString::fromLatin1(code), what, where, cure);
}

tl::unexpected<Error> badLine(const char *code, const QString &what, int line, const QString &cure)
{
    return badTable(code, what, QStringLiteral("line %1").arg(line), cure);
}

bool isUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(bytes);
    return !decoder.hasError();
}

/// The separator that occurs most in the first line that is not empty; a comma when none does.
char findSeparator(const QByteArray &bytes, qsizetype start)
{
    qsizetype counts[3] = { 0, 0, 0 };
    const char separators[3] = { ',', ';', '\t' };
    bool quoted = false;
    bool any = false;
    for (qsizetype i = start; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (c == '"')
            quoted = !quoted;
        if (!quoted && (c == '\n' || c == '\r')) {
            if (any)
                break;
            continue;
        }
        any = true;
        for (int s = 0; s < 3 && !quoted; ++s)
            counts[s] += c == separators[s];
    }
    return separators[std::max_element(counts, counts + 3) - counts];
}

/// Goes through the bytes once. Separators, quotes and line ends are ASCII
/// bytes that occur in no multi-byte character of UTF-8 or GB18030.
class Scanner {
public:
    Scanner(const QByteArray &bytes, qsizetype start, char separator)
        : m_bytes(bytes)
        , m_at(start)
        , m_separator(separator)
    {
    }

    bool atEnd() const { return m_at >= m_bytes.size(); }

    Result<CsvTable::Record> record(QList<QByteArray> &values)
    {
        CsvTable::Record record;
        record.line = m_line;
        values.clear();
        while (true) {
            QByteArray value;
            const auto cell = this->cell(value);
            if (!cell)
                return tl::make_unexpected(cell.error());
            record.cells.append(*cell);
            values.append(value);
            if (atEnd() || m_bytes[m_at] != m_separator)
                break;
            ++m_at;
        }
        record.end = m_at;
        lineEnd();
        return record;
    }

private:
    bool endsCell() const
    {
        return atEnd() || m_bytes[m_at] == m_separator || m_bytes[m_at] == '\n' || m_bytes[m_at] == '\r';
    }

    Result<CsvTable::Cell> cell(QByteArray &value)
    {
        CsvTable::Cell cell;
        cell.begin = m_at;
        cell.quoted = !atEnd() && m_bytes[m_at] == '"';
        if (cell.quoted) {
            if (auto done = quotedCell(value); !done)
                return tl::make_unexpected(done.error());
        } else {
            while (!endsCell())
                ++m_at;
            value = m_bytes.mid(cell.begin, m_at - cell.begin);
        }
        cell.end = m_at;
        return cell;
    }

    Done quotedCell(QByteArray &value)
    {
        const int began = m_line;
        for (++m_at; !atEnd(); ++m_at) {
            const char c = m_bytes[m_at];
            if (c != '"') {
                m_line += c == '\n';
                value += c;
            } else if (m_at + 1 < m_bytes.size() && m_bytes[m_at + 1] == '"') {
                value += '"';
                ++m_at;
            } else {
                ++m_at;
                if (!endsCell())
                    return badLine(
                        "csv-text-after-quote", phrase("csv-text-after-quote"), m_line, phrase("cure-quote-cell"));
                return {};
            }
        }
        return badLine("csv-open-quote", phrase("csv-open-quote"), began, phrase("cure-close-it"));
    }

    void lineEnd()
    {
        if (!atEnd() && m_bytes[m_at] == '\r')
            ++m_at;
        if (!atEnd() && m_bytes[m_at] == '\n')
            ++m_at;
        ++m_line;
    }

    const QByteArray &m_bytes;
    qsizetype m_at;
    char m_separator;
    int m_line = 1;
};

} // namespace

bool beginsFormula(QStringView text)
{
    if (text.isEmpty())
        return false;
    if (QStringView(u"\t\r\n").contains(text.front()))
        return true;
    const QStringView seen = text.trimmed();
    return !seen.isEmpty() && QStringView(u"=+-@\uFF1D\uFF0B\uFF0D\uFF20\u2212").contains(seen.front());
}

Result<CsvTable> CsvTable::parse(const QByteArray &bytes)
{
    if (bytes.size() > mostBytes)
        return badTable("csv-too-large", phrase("csv-too-large"), QString(), phrase("cure-right-file"));
    CsvTable table;
    table.m_bytes = bytes;
    if (auto done = table.readEncoding(); !done)
        return tl::make_unexpected(done.error());
    table.m_separator = findSeparator(bytes, table.m_start);
    if (auto done = table.readRecords(); !done)
        return tl::make_unexpected(done.error());
    return table;
}

Done CsvTable::readEncoding()
{
    const QString cure = phrase("cure-save-csv");
    if (m_bytes.startsWith("\xff\xfe") || m_bytes.startsWith("\xfe\xff") || m_bytes.contains('\0'))
        return badTable("csv-encoding", phrase("csv-no-text"), QString(), cure);
    if (isUtf8(m_bytes)) {
        m_start = m_bytes.startsWith("\xef\xbb\xbf") ? 3 : 0;
        return {};
    }
    QStringDecoder decoder("GB18030", QStringDecoder::Flag::Stateless);
    const QString decoded = decoder.isValid() ? QString(decoder(m_bytes)) : QString();
    if (!decoder.isValid() || decoder.hasError() || decoded.contains(QChar::ReplacementCharacter))
        return badTable("csv-encoding", phrase("csv-encoding-unknown"), QString(), cure);
    m_encoding = Encoding::Gb18030;
    return {};
}

Done CsvTable::readRecords()
{
    Scanner scanner(m_bytes, m_start, m_separator);
    QList<QByteArray> values;
    while (!scanner.atEnd()) {
        auto record = scanner.record(values);
        if (!record)
            return tl::make_unexpected(record.error());
        for (qsizetype i = 0; i < values.size(); ++i)
            record->cells[i].value = decode(values[i]);
        m_records.append(*std::move(record));
    }
    return {};
}

QString CsvTable::decode(const QByteArray &raw) const
{
    if (m_encoding == Encoding::Utf8)
        return QString::fromUtf8(raw);
    return QStringDecoder("GB18030", QStringDecoder::Flag::Stateless)(raw);
}

Result<QByteArray> CsvTable::encodeCell(const QString &value, bool quoted, Origin origin) const
{
    const QString field = QStringLiteral("value");
    const bool clean = value.isValidUtf16()
        && (origin == Origin::StoodThere || std::none_of(value.begin(), value.end(), [](QChar c) {
               return c.unicode() < 0x20 || c.unicode() == 0x7f;
           }));
    if (!clean)
        return badTable("csv-bad-value", phrase("csv-control-characters"), field, phrase("cure-one-line"));
    if (origin == Origin::New && beginsFormula(value))
        return badTable("csv-bad-value", phrase("csv-formula"), field, phrase("cure-begin-letter"));
    QByteArray text = value.toUtf8();
    if (m_encoding == Encoding::Gb18030) {
        QStringEncoder encoder("GB18030", QStringEncoder::Flag::Stateless);
        text = encoder(value);
        if (encoder.hasError())
            return badTable("csv-bad-value", phrase("csv-encoding-lacks"), field, phrase("cure-save-csv"));
    }
    const bool needsQuotes = text.contains(m_separator) || text.contains('"') || text != text.trimmed()
        || text.contains('\n') || text.contains('\r');
    if (quoted || needsQuotes)
        return '"' + text.replace('"', "\"\"") + '"';
    return text;
}

Result<QByteArray> CsvTable::withCell(qsizetype record, qsizetype column, const QString &value, Origin origin) const
{
    if (record < 0 || record >= m_records.size() || column < 0 || column > 1000)
        return badTable("csv-no-such-cell", phrase("csv-no-such-cell"), QString(), phrase("cure-read-table-again"));
    const Record &target = m_records[record];
    if (column < target.cells.size()) {
        const Cell &cell = target.cells[column];
        if (cell.value == value)
            return m_bytes;
        const auto text = encodeCell(value, cell.quoted, origin);
        if (!text)
            return text;
        return m_bytes.first(cell.begin) + *text + m_bytes.sliced(cell.end);
    }
    const auto text = encodeCell(value, false, origin);
    if (!text)
        return text;
    const QByteArray filling(column - target.cells.size() + 1, m_separator);
    return m_bytes.first(target.end) + filling + *text + m_bytes.sliced(target.end);
}

} // namespace undock
