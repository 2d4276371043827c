#include "core/record/markdown.h"

#include "core/base/hash.h"
#include "core/record/words.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace undock {

namespace {

const QString markerStart = QStringLiteral("<!-- openclaw-undock ");

QString escaped(const QString &text)
{
    static const QString special = QStringLiteral("\\`*_[]<>|~$#!");
    QString out;
    out.reserve(text.size() + 8);
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        if (c == QLatin1Char('&')) {
            out += QStringLiteral("&amp;");
        } else if (c == QLatin1Char('\n')) {
            out += QLatin1Char(' ');
        } else if (c == QLatin1Char(':') && text.mid(at + 1, 2) == QLatin1String("//")) {
            out += QStringLiteral("&#58;"); // else renderers make a link of it
        } else {
            if (special.contains(c))
                out += QLatin1Char('\\');
            out += c;
        }
    }
    return out;
}

qsizetype longestRun(const QString &text, QChar of)
{
    qsizetype longest = 0, run = 0;
    for (const QChar c : text) {
        run = c == of ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

QString codeSpan(QString text)
{
    text.replace(QLatin1Char('\n'), QLatin1Char(' '));
    const QString fence(longestRun(text, QLatin1Char('`')) + 1, QLatin1Char('`'));
    const bool pad = text.startsWith(QLatin1Char('`')) || text.endsWith(QLatin1Char('`'));
    const QString space = pad ? QStringLiteral(" ") : QString();
    return fence + space + text + space + fence;
}

QString inlineText(const Inline &text, bool inTable = false)
{
    QString out;
    for (const Inline::Part &part : text.parts) {
        QString piece = part.code ? codeSpan(part.text) : escaped(part.text);
        if (inTable && part.code)
            piece.replace(QLatin1Char('|'), QStringLiteral("\\|"));
        out += piece;
    }
    // What would begin a list or an underline at the start of a line.
    static const QRegularExpression opening(QStringLiteral("^\\s*(?:[-+](?=\\s|$)|[-=]+\\s*$|\\d+[.)](?=\\s|$))"));
    if (const auto match = opening.match(out); !inTable && match.hasMatch())
        out.insert(match.capturedEnd() - 1, QLatin1Char('\\'));
    return out;
}

QString htmlText(const Inline &text)
{
    QString out;
    for (const Inline::Part &part : text.parts)
        out += part.code ? QStringLiteral("<code>%1</code>").arg(part.text.toHtmlEscaped()) : part.text.toHtmlEscaped();
    return out;
}

QString fencedCode(QString code)
{
    // A line of a machine must not pass for one of our markers.
    code.replace(QLatin1String("<!--"), QLatin1String("<! --"));
    const QString fence(std::max<qsizetype>(3, longestRun(code, QLatin1Char('`')) + 1), QLatin1Char('`'));
    return fence + QStringLiteral("text\n") + code
        + (code.endsWith(QLatin1Char('\n')) ? QString() : QStringLiteral("\n")) + fence + QStringLiteral("\n\n");
}

QString table(const std::vector<std::vector<Inline>> &rows)
{
    QString out;
    const size_t columns = rows.front().size();
    for (size_t n = 0; n < rows.size(); ++n) {
        out += QLatin1Char('|');
        for (size_t column = 0; column < columns; ++column)
            out += QLatin1Char(' ') + (column < rows[n].size() ? inlineText(rows[n][column], true) : QString())
                + QStringLiteral(" |");
        out += QLatin1Char('\n');
        if (n == 0)
            out += QLatin1Char('|') + QStringLiteral(" --- |").repeated(static_cast<qsizetype>(columns))
                + QLatin1Char('\n');
    }
    return out + QLatin1Char('\n');
}

QString words(const Block &block, const Words &t)
{
    const QString hint = t("write-below");
    const QString text = block.code.trimmed();
    return markerStart + QStringLiteral("words=%1 begin: %2 -->\n").arg(block.id, hint) + text
        + (text.isEmpty() ? QString() : QStringLiteral("\n")) + markerStart
        + QStringLiteral("words=%1 end -->\n\n").arg(block.id);
}

QString blocksText(const std::vector<Block> &blocks, const Words &t)
{
    QString out;
    for (const Block &block : blocks) {
        switch (block.kind) {
        case Block::Kind::Heading:
            out += QStringLiteral("### ") + inlineText(block.text) + QStringLiteral("\n\n");
            break;
        case Block::Kind::Paragraph:
            out += inlineText(block.text) + QStringLiteral("\n\n");
            break;
        case Block::Kind::List:
            for (const Inline &item : block.items)
                out += QStringLiteral("- ") + inlineText(item) + QLatin1Char('\n');
            out += QLatin1Char('\n');
            break;
        case Block::Kind::Table:
            out += table(block.rows);
            break;
        case Block::Kind::Code:
            out += fencedCode(block.code);
            break;
        case Block::Kind::Fold:
            out += QStringLiteral("<details>\n<summary>") + htmlText(block.text) + QStringLiteral("</summary>\n\n")
                + blocksText(block.blocks, t) + QStringLiteral("</details>\n\n");
            break;
        case Block::Kind::Words:
            out += words(block, t);
            break;
        }
    }
    return out;
}

const QRegularExpression &wordsPattern()
{
    static const QRegularExpression pattern(
        QStringLiteral(
            "^<!-- openclaw-undock words=([a-z-]+) begin[^\\n]*-->\\n(.*?)^<!-- openclaw-undock words=\\1 end -->$"),
        QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
    return pattern;
}

/// The text with the operator's places emptied, and without the line that holds its hash.
QString generatedPart(QString markdown)
{
    static const QRegularExpression hashLine(
        QStringLiteral("^<!-- openclaw-undock sha256=[^\\n]*$\\n?"), QRegularExpression::MultilineOption);
    markdown.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    markdown.replace(wordsPattern(), QStringLiteral("[\\1]"));
    markdown.remove(hashLine);
    return markdown.trimmed();
}

QString hashMarker(const QString &markdown)
{
    return markerStart + QStringLiteral("sha256=%1 -->").arg(sha256Hex(generatedPart(markdown).toUtf8()));
}

} // namespace

QString runMarker(const QString &run)
{
    QString safe;
    for (const QChar c : run) {
        if (c.unicode() < 0x80 && (c.isLetterOrNumber() || c == QLatin1Char('-')))
            safe += c;
    }
    return markerStart + QStringLiteral("run=%1 -->").arg(safe);
}

QString toMarkdown(const Record &record)
{
    const Words t(record.language);
    // A summary of many runs is nobody's record: it has no marker, and nothing takes it for one.
    QString out = (record.run.isEmpty() ? QString() : runMarker(record.run) + QLatin1Char('\n'))
        + (record.sealMarker.isEmpty() ? QString() : record.sealMarker + QLatin1Char('\n')) + QStringLiteral("# ")
        + escaped(record.title) + QStringLiteral("\n\n> ") + inlineText(record.summary) + QStringLiteral("\n\n");
    if (!record.firstPage.empty())
        out += table(record.firstPage);
    if (!record.timelineFile.isEmpty())
        out += QStringLiteral("![") + t("timeline-picture") + QStringLiteral("](")
            + QString::fromLatin1(QUrl::toPercentEncoding(record.timelineFile)) + QStringLiteral(")\n\n");
    int number = 0;
    for (const RecordSection &section : record.sections) {
        const QString count = section.required ? QStringLiteral("%1. ").arg(++number) : QString();
        out += QStringLiteral("## ") + count + escaped(section.heading) + QStringLiteral("\n\n")
            + blocksText(section.blocks, t);
    }
    return out + hashMarker(out) + QLatin1Char('\n');
}

bool isRecordOf(const QString &markdown, const QString &run)
{
    return markdown.section(QLatin1Char('\n'), 0, 0).trimmed() == runMarker(run);
}

QMap<QString, QString> handWritten(const QString &markdown)
{
    QString text = markdown;
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    QMap<QString, QString> found;
    for (auto matches = wordsPattern().globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        if (const QString words = match.captured(2).trimmed(); !words.isEmpty())
            found.insert(match.captured(1), words);
    }
    return found;
}

bool untouchedOutsideWords(const QString &markdown)
{
    return markdown.contains(hashMarker(markdown));
}

} // namespace undock
