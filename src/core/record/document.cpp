#include "core/record/document.h"

#include <algorithm>

namespace undock {

bool Inline::isEmpty() const
{
    return std::all_of(parts.begin(), parts.end(), [](const Part &part) { return part.text.trimmed().isEmpty(); });
}

void RecordSection::list(std::vector<Inline> items)
{
    if (items.empty())
        return;
    Block block;
    block.kind = Block::Kind::List;
    block.items = std::move(items);
    blocks.push_back(std::move(block));
}

void RecordSection::foldFrom(size_t first, const Inline &line)
{
    if (first >= blocks.size())
        return;
    Block fold;
    fold.kind = Block::Kind::Fold;
    fold.text = line;
    const auto begin = blocks.begin() + static_cast<std::ptrdiff_t>(first);
    fold.blocks.assign(std::make_move_iterator(begin), std::make_move_iterator(blocks.end()));
    blocks.erase(begin, blocks.end());
    blocks.push_back(std::move(fold));
}

void RecordSection::table(std::vector<std::vector<Inline>> rows)
{
    if (rows.size() < 2)
        return;
    Block block;
    block.kind = Block::Kind::Table;
    block.rows = std::move(rows);
    blocks.push_back(std::move(block));
}

QString Record::fileName(int number) const
{
    QString digits;
    for (const QChar c : vmid) {
        // The id of an adopted journal comes from elsewhere; a file name takes its digits only.
        if (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
            digits += c;
    }
    const QString suffix = number > 1 ? QStringLiteral("_%1").arg(number) : QString();
    return QStringLiteral("%1_%2_去Docker直装迁移记录%3.md").arg(day.toString(Qt::ISODate), digits.left(12), suffix);
}

const RecordSection *Record::section(QStringView id) const
{
    for (const RecordSection &section : sections) {
        if (section.id == id)
            return &section;
    }
    return nullptr;
}

std::vector<RecordGap> recordMissing(const Record &record)
{
    std::vector<RecordGap> gaps;
    for (const RecordSection &section : record.sections) {
        if (!section.required)
            continue;
        if (!section.hasEvidence)
            gaps.push_back({ section.id, section.heading, RecordGap::What::Evidence });
        // What was special about this machine, and how to keep it from happening again, no journal knows.
        else if (section.id == QLatin1String("lessons") && !section.hasWords)
            gaps.push_back({ section.id, section.heading, RecordGap::What::Words });
    }
    return gaps;
}

} // namespace undock
