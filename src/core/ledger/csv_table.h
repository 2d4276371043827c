#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>

namespace undock {

/// Whether a spreadsheet would take a cell's text for a formula: it begins with one of `= + - @`, in their full-width
/// forms too (a Chinese desk's spreadsheet takes those for the same), or with what is skipped before them.
bool beginsFormula(QStringView text);

/// A CSV text that can be changed cell by cell without touching another byte.
///
/// Cells are spans of the original bytes: byte order mark, line ends, quoting,
/// blanks and columns nobody asked about stay exactly as they were. Commas,
/// semicolons and tabs are taken as separators, whichever the first line has most of.
/// UTF-8 with or without a mark, and GB18030 (what Excel in Chinese writes).
class CsvTable {
public:
    struct Cell {
        qsizetype begin = 0; ///< of the raw bytes, quotes included
        qsizetype end = 0;
        bool quoted = false;
        QString value; ///< unquoted
    };
    struct Record {
        int line = 1; ///< where it begins
        qsizetype end = 0; ///< before the line end
        QList<Cell> cells;
    };

    /// Errors, with the line named: `csv-encoding`, `csv-open-quote`,
    /// `csv-text-after-quote`, `csv-too-large` (over 16 MiB).
    static Result<CsvTable> parse(const QByteArray &bytes);

    const QByteArray &bytes() const { return m_bytes; }
    const QList<Record> &records() const { return m_records; }
    char separator() const { return m_separator; }

    /// Where a value comes from: a new one is held to what spreadsheets take for text; what stood
    /// in the table before may come back whatever it was.
    enum class Origin { New, StoodThere };

    /// The text with this one cell changed. A record that is too short is
    /// filled up with empty cells. Quotes are kept, and added where the value needs them.
    /// Errors: `csv-no-such-cell`; `csv-bad-value` for control characters, for
    /// what the file's encoding cannot hold, and for what beginsFormula().
    Result<QByteArray> withCell(
        qsizetype record, qsizetype column, const QString &value, Origin origin = Origin::New) const;

private:
    enum class Encoding { Utf8, Gb18030 };

    CsvTable() = default;
    Done readEncoding();
    Done readRecords();
    QString decode(const QByteArray &raw) const;
    Result<QByteArray> encodeCell(const QString &value, bool quoted, Origin origin) const;

    QByteArray m_bytes;
    QList<Record> m_records;
    Encoding m_encoding = Encoding::Utf8;
    qsizetype m_start = 0; ///< after the byte order mark
    char m_separator = ',';
};

} // namespace undock
