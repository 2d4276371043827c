#include "core/queuefile/queue_file.h"

#include "core/ledger/csv_table.h"
#include "core/ledger/ledger_columns.h"
#include "core/params/source_changes.h"

#include <QSet>

#include <algorithm>

namespace undock {

namespace {

constexpr int mostRows = 10'000;

tl::unexpected<Error> refuse(const char *code, const char *what, const char *cure)
{
    return fail(Error::Kind::BadInput, QString::fromLatin1(code), QString::fromLatin1(what), QString(),
        QString::fromLatin1(cure));
}

QString nameField()
{
    return QStringLiteral("name");
}

/// The parameter that a heading names; empty when it names none.
QString fieldOf(const QString &heading)
{
    QString plain = heading.trimmed().toLower();
    plain.replace(u'-', u'_').replace(u' ', u'_');
    if (plain == nameField() || runParameterFields().contains(plain))
        return plain;
    const std::pair<LedgerColumn, const char *> known[] = {
        { LedgerColumn::Vmid, "vmid" },
        { LedgerColumn::Ip, "ip" },
        { LedgerColumn::PanelTag, "panel_tag" },
        { LedgerColumn::Node, "node" },
        { LedgerColumn::Name, "name" },
        { LedgerColumn::OpenclawVersion, "openclaw_version" },
    };
    for (const auto &[column, field] : known) {
        if (findColumn(column, { heading }) == 0)
            return QString::fromLatin1(field);
    }
    return {};
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
std::optional<QStringList> readHeadings(const CsvTable::Record &record)
{
    QStringList columns;
    for (const CsvTable::Cell &cell : record.cells)
        columns += fieldOf(cell.value);
    if (!columns.contains(QStringLiteral("vmid")))
        return std::nullopt;
    return columns;
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

    QStringList columns = { QStringLiteral("vmid"), QStringLiteral("ip"), QStringLiteral("panel_tag"),
        QStringLiteral("node"), nameField() };
    bool hasHeadings = false;

private:
    void take(QueueRow &row, qsizetype column, const QString &value)
    {
        if (value.isEmpty())
            return;
        const QString field = columns.value(column);
        if (field == nameField())
            row.name = value;
        else if (!field.isEmpty())
            row.fields.insert(field, value);
        else if (!hasHeadings)
            row.problems.push_back({ Error::Kind::BadInput, QStringLiteral("queue-extra-column"),
                QStringLiteral("there are more columns than are known"), QString(),
                QStringLiteral("add a first line that names the columns") });
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
            row.problems.push_back({ Error::Kind::BadInput, QStringLiteral("queue-vm-twice"),
                QStringLiteral("this VM stands in the queue already"), QStringLiteral("vmid"),
                QStringLiteral("leave one of the two lines") });
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
    QStringList fields = sourceFields();
    fields.removeAll(QStringLiteral("panel_tag"));
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
            return refuse("queue-too-long", "the queue has more than 10,000 lines", "split it");
        queue.rows.append(reader.read(record));
    }
    if (queue.rows.isEmpty())
        return refuse(
            "queue-empty", "the queue names no VM", "write one line for each: vmid, ip, panel_tag, node, name");
    return queue;
}

} // namespace undock
