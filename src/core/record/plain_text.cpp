#include "core/record/plain_text.h"

namespace undock {

namespace {

QString plainInline(const Inline &text)
{
    QString plain;
    for (const Inline::Part &part : text.parts)
        plain += part.text;
    return plain;
}

void addRows(QStringList &lines, const std::vector<std::vector<Inline>> &rows)
{
    for (const std::vector<Inline> &row : rows) {
        for (const Inline &cell : row)
            lines << plainInline(cell);
    }
}

void addBlocks(QStringList &lines, const std::vector<Block> &blocks)
{
    for (const Block &block : blocks) {
        lines << plainInline(block.text);
        for (const Inline &item : block.items)
            lines << plainInline(item);
        addRows(lines, block.rows);
        lines << block.code.split(QLatin1Char('\n'));
        addBlocks(lines, block.blocks);
    }
}

} // namespace

QStringList plainLines(const Record &record)
{
    QStringList lines{ record.fileName(), record.title, plainInline(record.summary) };
    addRows(lines, record.firstPage);
    for (const RecordSection &section : record.sections) {
        lines << section.heading;
        addBlocks(lines, section.blocks);
    }
    lines.removeAll(QString());
    return lines;
}

} // namespace undock
