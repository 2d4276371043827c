#include "core/queuefile/queue_file.h"

#include "core/ledger/csv_table.h"
#include "core/ledger/ledger_columns.h"
#include "core/params/source_changes.h"
#include "core/text/phrase.h"

#include <QSet>

#include <algorithm>

namespace undock {

namespace {

constexpr int mostRows = 10'000;

tl::unexpected<Error> refuse(const char *code, const QString &what, const QString &cure)
{
    return fail(Error::Kind::BadInput, QString::fromLatin1(code), what, QString(), cure);
}

/// What a column is about: a parameter, or what people call the VM (no parameter). Nothing where it is foreign.
struct Column {
    std::optional<Field> field;
    bool isName = false;
};

/// What a heading means: a field's name, or a heading of the ledger.
Column columnOf(const QString &heading)
{
    QString plain = heading.trimmed().toLower();
    plain.replace(u'-', u'_').replace(u' ', u'_');
    if (const FieldRow *row = fieldNamed(plain))
        return { row->field, false };
    for (const FieldRow &row : fieldTable()) {
        if (row.heading && findColumn(*row.heading, { heading }) == 0)
            return { row.field, false };
    }
    return { std::nullopt, findColumn(LedgerColumn::Name, { heading }) == 0 };
}

/// The columns of a text without headings; the VM's name comes last.
std::vector<Column> bareColumns()
{
    std::vector<Column> columns;
    for (int position = 1;; ++position) {
        const auto &rows = fieldTable();
        const auto row
            = std::find_if(rows.begin(), rows.end(), [&](const FieldRow &one) { return one.bareColumn == position; });
        if (row == rows.end())
            break;
        columns.push_back({ row->field, false });
    }
    columns.push_back({ std::nullopt, true });
    return columns;
}

QString bareHeadings()
{
    QStringList names;
    for (const Column &column : bareColumns())
        names << (column.field ? nameOf(*column.field) : QStringLiteral("name"));
    return names.join(QStringLiteral(", "));
}

/// Blanks become commas in a text that has no other separator, as pasted lines often do.
QByteArray withSeparators(const QByteArray &text)
{
    QByteArray result;
    const auto lines = text.split('\n');
    for (const QByteArray &line : lines) {
        const bool isComment = line.trimmed().startsWith('#');
        if (!isComment && (line.contains(',') || line.contains(';') || line.contains('\t') || line.contains('"')))
            return text;
        result += (isComment ? QByteArray("#") : line.simplified().replace(' ', ',')) + '\n';
    }
    return result;
}

bool isPassedOver(const CsvTable::Record &record)
{
    const bool blank = std::all_of(record.cells.begin(), record.cells.end(),
        [](const CsvTable::Cell &cell) { return cell.value.trimmed().isEmpty(); });
    return blank || record.cells.front().value.trimmed().startsWith(u'#');
}

/// The columns by a first line of names; nothing when it is not one.
std::optional<std::vector<Column>> readHeadings(const CsvTable::Record &record)
{
    std::vector<Column> columns;
    for (const CsvTable::Cell &cell : record.cells)
        columns.push_back(columnOf(cell.value));
    const bool named
        = std::any_of(columns.begin(), columns.end(), [](const Column &column) { return column.field == Field::Vmid; });
    return named ? std::optional(columns) : std::nullopt;
}

class QueueFileReader {
public:
    explicit QueueFileReader(const QMap<QString, QString> &defaults)
        : m_defaults(defaults)
    {
    }

    QueueRow read(const CsvTable::Record &record)
    {
        QueueRow row;
        row.line = record.line;
        for (qsizetype i = 0; i < record.cells.size(); ++i)
            take(row, i, record.cells[i].value.trimmed());
        check(row);
        return row;
    }

    std::vector<Column> columns = bareColumns();
    bool hasHeadings = false;

private:
    void take(QueueRow &row, qsizetype column, const QString &value)
    {
        if (value.isEmpty())
            return;
        const auto at = static_cast<size_t>(column);
        const Column meant = at < columns.size() ? columns[at] : Column();
        if (meant.isName)
            row.name = value;
        else if (meant.field)
            row.fields.insert(nameOf(*meant.field), value);
        else if (!hasHeadings)
            row.problems.push_back({ Error::Kind::BadInput, QStringLiteral("queue-extra-column"),
                phrase("queue-extra-column"), QString(), phrase("cure-name-columns") });
    }

    void check(QueueRow &row)
    {
        QMap<QString, QString> fields = m_defaults;
        for (auto it = row.fields.cbegin(); it != row.fields.cend(); ++it)
            fields[it.key()] = it.value();
        const auto made = makeRunParameters(fields);
        if (!made) {
            row.problems.insert(row.problems.end(), made.error().begin(), made.error().end());
            return;
        }
        const QString key = made->node.toString() + QLatin1Char(' ') + made->vmid.toString();
        if (m_seen.contains(key))
            row.problems.push_back({ Error::Kind::BadInput, QStringLiteral("queue-vm-twice"), phrase("queue-vm-twice"),
                nameOf(Field::Vmid), phrase("cure-one-of-two-lines") });
        m_seen.insert(key);
        if (row.problems.empty())
            row.parameters = *made;
    }

    const QMap<QString, QString> &m_defaults;
    QSet<QString> m_seen;
};

} // namespace

QString QueueFile::foreignSources(const QMap<QString, QString> &defaults) const
{
    // The release is a column that every list has; the rest is what a row can slip in beside it.
    std::vector<Field> fields;
    for (const Field field : sourceFields()) {
        if (rowOf(field).bareColumn == 0)
            fields.push_back(field);
    }
    QStringList told;
    QMap<QString, QStringList> vms;
    for (const QueueRow &row : rows) {
        if (!row.parameters)
            continue;
        for (const SourceChange &change : sourceChanges(defaults, toFields(*row.parameters), fields)) {
            const QString line = describeSourceChanges({ change });
            if (!vms.contains(line))
                told << line;
            vms[line] << row.parameters->vmid.toString();
        }
    }
    for (QString &line : told) {
        QStringList of = vms.value(line);
        const qsizetype more = of.size() - 10;
        if (more > 0)
            of = of.mid(0, 10) << QStringLiteral("+%1").arg(more);
        line += QStringLiteral("  [VM %1]").arg(of.join(QStringLiteral(", ")));
    }
    return told.join(QLatin1Char('\n'));
}

bool QueueFile::isValid() const
{
    return std::all_of(rows.begin(), rows.end(), [](const QueueRow &row) { return row.problems.empty(); });
}

Result<QueueFile> parseQueue(const QByteArray &text, const QMap<QString, QString> &defaults)
{
    const auto table = CsvTable::parse(withSeparators(text));
    if (!table)
        return tl::make_unexpected(table.error());
    QueueFile queue;
    QueueFileReader reader(defaults);
    bool first = true;
    for (const CsvTable::Record &record : table->records()) {
        if (isPassedOver(record))
            continue;
        const auto headings = first ? readHeadings(record) : std::nullopt;
        first = false;
        if (headings) {
            reader.columns = *headings;
            reader.hasHeadings = true;
            continue;
        }
        if (queue.rows.size() == mostRows)
            return refuse("queue-too-long", phrase("queue-too-long"), phrase("cure-split-it"));
        queue.rows.append(reader.read(record));
    }
    if (queue.rows.isEmpty())
        return refuse(
            "queue-empty", phrase("queue-empty"), phrase("cure-queue-lines", { { "columns", bareHeadings() } }));
    return queue;
}

} // namespace undock
