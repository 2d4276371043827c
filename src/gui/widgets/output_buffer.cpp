#include "gui/widgets/output_buffer.h"

#include "gui/text/shown_text.h"

namespace undock::gui {

namespace {

bool isWide(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf) || (c >= 0xac00 && c <= 0xd7a3)
        || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60)
        || (c >= 0xffe0 && c <= 0xffe6) || (c >= 0x1f300 && c <= 0x1faff) || (c >= 0x20000 && c <= 0x3fffd);
}

/// Control characters and direction overrides would change how other text reads.
QString harmless(QStringView text)
{
    QString shown;
    shown.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (c == u'\t')
            shown += QStringLiteral("    ");
        else if (c == 0x1b) {
            // A terminal sequence: dropped up to its final letter.
            if (i + 1 < text.size() && text[i + 1] == u'[') {
                i += 2;
                while (i < text.size() && (text[i].unicode() < 0x40 || text[i].unicode() > 0x7e))
                    ++i;
            }
        } else if (c >= 0x20 && c != 0x7f && !(c >= 0x80 && c < 0xa0) && !(c >= 0x202a && c <= 0x202e)
            && !(c >= 0x2066 && c <= 0x2069))
            shown += QChar(c);
    }
    return shownText(shown);
}

} // namespace

int OutputLines::columnsOf(QStringView text)
{
    int columns = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size()) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        columns += isWide(c) ? 2 : 1;
    }
    return columns;
}

void OutputLines::push(QString text, Kind kind)
{
    if (text.size() > maxLineLength)
        text = text.left(maxLineLength) + QStringLiteral(" …");
    const int columns = columnsOf(text);
    m_lines.push_back({ std::move(text), columns, kind });
    if (int(m_lines.size()) > m_limit) {
        m_lines.pop_front();
        ++m_dropped;
    }
}

void OutputLines::append(const QString &text)
{
    qsizetype from = 0;
    while (from < text.size()) {
        const qsizetype newline = text.indexOf(QLatin1Char('\n'), from);
        const QStringView piece = QStringView(text).mid(from, newline < 0 ? -1 : newline - from);
        // A carriage return rewrites the line: only what stands after the last one counts.
        const qsizetype rewritten = piece.lastIndexOf(QLatin1Char('\r'), -2);
        const QString shown = harmless(rewritten < 0 ? piece : piece.mid(rewritten + 1));
        if (m_open && !m_lines.empty() && m_lines.back().kind == Kind::Output) {
            Line &last = m_lines.back();
            last.text = rewritten < 0 ? last.text + shown : shown;
            if (last.text.size() > maxLineLength)
                last.text.truncate(maxLineLength);
            last.columns = columnsOf(last.text);
        } else {
            push(shown, Kind::Output);
        }
        m_open = newline < 0;
        if (newline < 0)
            break;
        from = newline + 1;
    }
}

void OutputLines::appendLine(const QString &text, Kind kind)
{
    m_open = false;
    push(harmless(text), kind);
}

OutputBuffer::OutputBuffer(int limit, QObject *parent)
    : QObject(parent)
    , m_lines(limit)
{
    m_batch.setSingleShot(true);
    m_batch.setInterval(100);
    connect(&m_batch, &QTimer::timeout, this, &OutputBuffer::tell);
}

void OutputBuffer::append(const QString &text)
{
    m_lines.append(text);
    schedule();
}

void OutputBuffer::replace(OutputLines lines)
{
    m_lines = std::move(lines);
    m_told = m_lines.dropped();
    tell();
}

void OutputBuffer::setLoading(bool loading)
{
    m_loading = loading;
    schedule();
}

void OutputBuffer::tell()
{
    const int removed = int(m_lines.dropped() - m_told);
    m_told = m_lines.dropped();
    Q_EMIT changed(removed);
}

QString OutputBuffer::text() const
{
    QString all;
    for (int i = 0; i < m_lines.count(); ++i)
        all += m_lines.at(i).text + QLatin1Char('\n');
    return all;
}

void OutputBuffer::schedule()
{
    if (!m_batch.isActive())
        m_batch.start();
}

} // namespace undock::gui
