#include "core/record/html.h"

namespace undock {

namespace {

const char style[] = R"(
body { font-family: "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; font-size: 10.5pt; line-height: 1.5;
       color: #1b1f24; background: #ffffff; max-width: 60em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 17pt; } h2 { font-size: 13.5pt; margin-top: 1.6em; border-bottom: 1px solid #d0d7de; } h3 { font-size: 11.5pt; }
p.summary { border-left: 4px solid #2f6fb3; padding: 0.3em 0.8em; background: #f3f6fa; }
table { border-collapse: collapse; width: 100%; margin: 0.6em 0; }
th, td { border: 1px solid #d0d7de; padding: 3px 8px; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #f3f6fa; white-space: nowrap; }
td:first-child { min-width: 9.5em; }
code, pre { font-family: "Noto Sans Mono CJK SC", "DejaVu Sans Mono", Consolas, monospace; font-size: 9pt; }
pre { background: #f6f8fa; padding: 0.6em; white-space: pre-wrap; overflow-wrap: anywhere; }
details { margin: 0.3em 0; } summary { cursor: pointer; }
figure.timeline { margin: 1em 0; break-inside: avoid; } figure.timeline svg { max-width: 100%; max-height: 250mm; height: auto; }
div.words { border: 1px dashed #8c959f; padding: 0.3em 0.8em; white-space: pre-wrap; }
@page { size: A4; margin: 16mm 14mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt; color: #6b7480; } }
@media print { body { margin: 0; max-width: none; } h2, h3, summary { break-after: avoid; } tr { break-inside: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; } }
)";

QString inlineHtml(const Inline &text)
{
    QString out;
    for (const Inline::Part &part : text.parts)
        out += part.code ? QStringLiteral("<code>%1</code>").arg(part.text.toHtmlEscaped()) : part.text.toHtmlEscaped();
    return out;
}

QString cells(const std::vector<Inline> &row, const QString &tag)
{
    QString out = QStringLiteral("<tr>");
    for (const Inline &cell : row)
        out += QLatin1Char('<') + tag + QLatin1Char('>') + inlineHtml(cell) + QStringLiteral("</") + tag
            + QLatin1Char('>');
    return out + QStringLiteral("</tr>\n");
}

QString tableHtml(const std::vector<std::vector<Inline>> &rows, bool paper)
{
    // Qt takes borders from attributes only.
    QString out = paper ? QStringLiteral("<table width=\"100%\" border=\"1\" cellspacing=\"0\" cellpadding=\"3\" "
                                         "style=\"border-collapse:collapse;border-color:#c9d1d9\">\n<thead>")
                        : QStringLiteral("<table>\n<thead>");
    for (size_t n = 0; n < rows.size(); ++n) {
        out += cells(rows[n], n == 0 ? QStringLiteral("th") : QStringLiteral("td"));
        if (n == 0)
            out += QStringLiteral("</thead>\n<tbody>\n");
    }
    return out + QStringLiteral("</tbody></table>\n");
}

QString blocksHtml(const std::vector<Block> &blocks, bool paper)
{
    QString out;
    for (const Block &block : blocks) {
        switch (block.kind) {
        case Block::Kind::Heading:
            out += QStringLiteral("<h3>") + inlineHtml(block.text) + QStringLiteral("</h3>\n");
            break;
        case Block::Kind::Paragraph:
            out += QStringLiteral("<p>") + inlineHtml(block.text) + QStringLiteral("</p>\n");
            break;
        case Block::Kind::List:
            out += QStringLiteral("<ul>\n");
            for (const Inline &item : block.items)
                out += QStringLiteral("<li>") + inlineHtml(item) + QStringLiteral("</li>\n");
            out += QStringLiteral("</ul>\n");
            break;
        case Block::Kind::Table:
            out += tableHtml(block.rows, paper);
            break;
        case Block::Kind::Code:
            out += QStringLiteral("<pre>") + block.code.toHtmlEscaped() + QStringLiteral("</pre>\n");
            break;
        case Block::Kind::Fold:
            out += paper ? QStringLiteral("<p class=\"fold\">") + inlineHtml(block.text) + QStringLiteral("</p>\n")
                    + blocksHtml(block.blocks, paper)
                         : QStringLiteral("<details><summary>") + inlineHtml(block.text)
                    + QStringLiteral("</summary>\n") + blocksHtml(block.blocks, paper) + QStringLiteral("</details>\n");
            break;
        case Block::Kind::Words:
            if (!block.code.trimmed().isEmpty())
                out += QStringLiteral("<div class=\"words\">") + block.code.trimmed().toHtmlEscaped()
                    + QStringLiteral("</div>\n");
            break;
        }
    }
    return out;
}

QString page(const Record &record, const QString &css, bool paper)
{
    const QString language = record.language == QLatin1String("en") ? QStringLiteral("en") : QStringLiteral("zh-CN");
    // Appended, not substituted: what a machine said may hold a %1 of its own.
    QString out = QStringLiteral("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"") + language
        + QStringLiteral(
            "\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width\"/>\n<title>")
        + record.title.toHtmlEscaped() + QStringLiteral("</title>\n<style>") + css
        + QStringLiteral("</style>\n</head>\n<body>\n<h1>") + record.title.toHtmlEscaped()
        + QStringLiteral("</h1>\n<p class=\"summary\">") + inlineHtml(record.summary) + QStringLiteral("</p>\n");
    if (!record.firstPage.empty())
        out += tableHtml(record.firstPage, paper);
    // Qt's rich text knows no SVG; on paper the picture has a page of its own.
    if (!paper && !record.timelineSvg.isEmpty())
        out += QStringLiteral("<figure class=\"timeline\">\n") + record.timelineSvg + QStringLiteral("</figure>\n");
    int number = 0;
    for (const RecordSection &section : record.sections) {
        const QString count = section.required ? QStringLiteral("%1. ").arg(++number) : QString();
        out += QStringLiteral("<h2>") + count + section.heading.toHtmlEscaped() + QStringLiteral("</h2>\n")
            + blocksHtml(section.blocks, paper);
    }
    return out + QStringLiteral("</body>\n</html>\n");
}

} // namespace

QString toHtml(const Record &record)
{
    return page(record, QLatin1String(style), false);
}

QString toPaperHtml(const Record &record, const QString &style)
{
    return page(record, style, true);
}

} // namespace undock
