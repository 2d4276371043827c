#include "gui/widgets/output_view.h"

#include "gui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFontDatabase>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace undock::gui {

namespace {

constexpr int margin = 8;

} // namespace

OutputView::OutputView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    setFont(font);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setBackgroundRole(QPalette::Base);
    setFocusPolicy(Qt::StrongFocus);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        const bool now = atBottom();
        if (now != m_follow) {
            m_follow = now;
            Q_EMIT atBottomChanged(now);
        }
    });
}

void OutputView::setBuffer(OutputBuffer *buffer)
{
    if (m_buffer)
        disconnect(m_buffer, nullptr, this, nullptr);
    m_buffer = buffer;
    m_anchor = m_cursor = {};
    m_follow = true;
    if (m_buffer)
        connect(m_buffer, &OutputBuffer::changed, this, &OutputView::onChanged);
    layoutRows();
    toBottom();
    viewport()->update();
}

void OutputView::setPlaceholder(const QString &text)
{
    m_placeholder = text;
    viewport()->update();
}

int OutputView::rowHeight() const
{
    return fontMetrics().height() + 2;
}

int OutputView::columnsInSight() const
{
    const int cell = std::max(1, fontMetrics().horizontalAdvance(QLatin1Char('0')));
    return std::max(10, (viewport()->width() - 2 * margin) / cell);
}

bool OutputView::atBottom() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum();
}

void OutputView::layoutRows()
{
    const int lines = m_buffer ? m_buffer->lineCount() : 0;
    int rows = lines;
    m_rowStarts.clear();
    if (m_wrap) {
        const int width = columnsInSight();
        m_rowStarts.reserve(std::size_t(lines) + 1);
        rows = 0;
        for (int i = 0; i < lines; ++i) {
            m_rowStarts.push_back(rows);
            rows += std::max(1, (m_buffer->line(i).columns + width - 1) / width);
        }
        m_rowStarts.push_back(rows);
        horizontalScrollBar()->setRange(0, 0);
    } else {
        int widest = 0;
        // Only what can be seen decides how far one can scroll sideways.
        const int first = verticalScrollBar()->value();
        for (int i = first; i < std::min(lines, first + 200); ++i)
            widest = std::max(widest, m_buffer->line(i).columns);
        const int cell = fontMetrics().horizontalAdvance(QLatin1Char('0'));
        horizontalScrollBar()->setRange(0, std::max(0, widest * cell + 2 * margin - viewport()->width()));
        horizontalScrollBar()->setPageStep(viewport()->width());
        horizontalScrollBar()->setSingleStep(cell * 4);
    }
    const int page = std::max(1, (viewport()->height() - margin) / rowHeight());
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(1);
    const bool follow = m_follow;
    verticalScrollBar()->setRange(0, std::max(0, rows - page));
    if (follow)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void OutputView::onChanged(int removed)
{
    if (!m_follow && removed > 0 && !m_wrap)
        verticalScrollBar()->setValue(std::max(0, verticalScrollBar()->value() - removed));
    if (!isVisible()) // laid out when it is shown again
        return;
    layoutRows();
    viewport()->update();
}

std::pair<int, qsizetype> OutputView::lineAt(int row) const
{
    if (!m_wrap || m_rowStarts.empty())
        return { row, 0 };
    const auto after = std::upper_bound(m_rowStarts.begin(), m_rowStarts.end(), row);
    const int line = int(after - m_rowStarts.begin()) - 1;
    if (!m_buffer || line >= m_buffer->lineCount())
        return { m_buffer ? m_buffer->lineCount() : 0, 0 };
    qsizetype from = 0;
    const QString &text = m_buffer->line(line).text;
    for (int i = m_rowStarts[std::size_t(line)]; i < row; ++i)
        from = nextBreak(text, from);
    return { line, from };
}

qsizetype OutputView::nextBreak(const QString &text, qsizetype from) const
{
    if (!m_wrap)
        return text.size();
    const int width = columnsInSight();
    // Common case: every character is one cell wide.
    int columns = 0;
    qsizetype i = from;
    while (i < text.size()) {
        const qsizetype step = text[i].isHighSurrogate() && i + 1 < text.size() ? 2 : 1;
        const int cells = OutputLines::columnsOf(QStringView(text).mid(i, step));
        if (columns + cells > width)
            break;
        columns += cells;
        i += step;
    }
    return std::max(i, std::min(from + 1, text.size()));
}

void OutputView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), palette().color(QPalette::Base));
    if (!m_buffer || m_buffer->lineCount() == 0) {
        if (m_buffer && m_buffer->isLoading())
            return; // not empty, only not read yet
        painter.setFont(QApplication::font());
        painter.setPen(Theme::secondaryText());
        painter.drawText(
            viewport()->rect().adjusted(16, 16, -16, -16), Qt::AlignCenter | Qt::TextWordWrap, m_placeholder);
        return;
    }
    const int height = rowHeight();
    const int ascent = fontMetrics().ascent() + 1;
    const int x = margin - (m_wrap ? 0 : horizontalScrollBar()->value());
    const auto [selectionFrom, selectionTo] = std::minmax(m_anchor, m_cursor);
    int y = margin / 2;
    int row = verticalScrollBar()->value();
    auto [line, from] = lineAt(row);
    while (y < viewport()->height() && line < m_buffer->lineCount()) {
        const OutputBuffer::Line &shown = m_buffer->line(line);
        const qsizetype to = nextBreak(shown.text, from);
        const QString piece = shown.text.mid(from, to - from);
        QColor color = palette().color(QPalette::Text);
        QFont drawn = font();
        if (shown.kind == OutputBuffer::Kind::Heading) {
            color = Theme::color(Tone::Accent);
            drawn.setBold(true);
        } else if (shown.kind == OutputBuffer::Kind::Trouble) {
            color = Theme::color(Tone::Failed);
        }
        const qint64 absolute = m_buffer->dropped() + line;
        if (hasSelection() && absolute >= selectionFrom.line && absolute <= selectionTo.line) {
            const qsizetype first = absolute == selectionFrom.line
                ? std::clamp(selectionFrom.column - from, qsizetype(0), piece.size())
                : 0;
            const qsizetype last = absolute == selectionTo.line
                ? std::clamp(selectionTo.column - from, qsizetype(0), piece.size())
                : piece.size();
            const int left = x + fontMetrics().horizontalAdvance(piece.left(first));
            const int right = absolute == selectionTo.line ? x + fontMetrics().horizontalAdvance(piece.left(last))
                                                           : viewport()->width();
            QColor fill = palette().color(QPalette::Highlight);
            fill.setAlphaF(0.30F);
            if (right > left)
                painter.fillRect(QRect(left, y, right - left, height), fill);
        }
        painter.setFont(drawn);
        painter.setPen(color);
        painter.drawText(x, y + ascent, piece);
        y += height;
        if (to >= shown.text.size()) {
            ++line;
            from = 0;
        } else {
            from = to;
        }
    }
}

void OutputView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layoutRows();
}

void OutputView::scrollContentsBy(int, int)
{
    viewport()->update();
}

OutputView::Place OutputView::placeAt(const QPoint &position) const
{
    if (!m_buffer || m_buffer->lineCount() == 0)
        return {};
    const int row = verticalScrollBar()->value() + std::max(0, position.y() - margin / 2) / rowHeight();
    auto [line, from] = lineAt(row);
    if (line >= m_buffer->lineCount()) {
        line = m_buffer->lineCount() - 1;
        return { m_buffer->dropped() + line, m_buffer->line(line).text.size() };
    }
    const QString &text = m_buffer->line(line).text;
    const QString piece = text.mid(from, nextBreak(text, from) - from);
    const int x = position.x() - margin + (m_wrap ? 0 : horizontalScrollBar()->value());
    qsizetype column = 0;
    while (column < piece.size() && fontMetrics().horizontalAdvance(piece.left(column + 1)) <= x + 3)
        ++column;
    return { m_buffer->dropped() + line, from + column };
}

void OutputView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_cursor = placeAt(event->pos());
    if (!(event->modifiers() & Qt::ShiftModifier))
        m_anchor = m_cursor;
    viewport()->update();
}

void OutputView::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    if (event->pos().y() < 0)
        verticalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepSub);
    else if (event->pos().y() > viewport()->height())
        verticalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepAdd);
    m_cursor = placeAt(event->pos());
    viewport()->update();
}

void OutputView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Place at = placeAt(event->pos());
    m_anchor = { at.line, 0 };
    m_cursor = { at.line, m_buffer ? m_buffer->line(int(at.line - m_buffer->dropped())).text.size() : 0 };
    viewport()->update();
}

QString OutputView::selectedText() const
{
    if (!m_buffer || !hasSelection())
        return {};
    const auto [from, to] = std::minmax(m_anchor, m_cursor);
    QStringList lines;
    for (qint64 absolute = std::max(from.line, m_buffer->dropped()); absolute <= to.line; ++absolute) {
        const qint64 position = absolute - m_buffer->dropped();
        if (position >= m_buffer->lineCount())
            break;
        QString text = m_buffer->line(int(position)).text;
        if (absolute == to.line)
            text.truncate(to.column);
        if (absolute == from.line)
            text.remove(0, from.column);
        lines << text;
    }
    return lines.join(QLatin1Char('\n'));
}

void OutputView::copy()
{
    const QString text = hasSelection() ? selectedText() : m_buffer ? m_buffer->text() : QString();
    if (!text.isEmpty())
        QApplication::clipboard()->setText(text);
}

void OutputView::selectAll()
{
    if (!m_buffer || m_buffer->lineCount() == 0)
        return;
    const int last = m_buffer->lineCount() - 1;
    m_anchor = { m_buffer->dropped(), 0 };
    m_cursor = { m_buffer->dropped() + last, m_buffer->line(last).text.size() };
    viewport()->update();
}

void OutputView::toBottom()
{
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void OutputView::setWrap(bool wrap)
{
    if (m_wrap == wrap)
        return;
    const int line = lineAt(verticalScrollBar()->value()).first;
    m_wrap = wrap;
    layoutRows();
    if (!m_follow)
        scrollTo(line);
    viewport()->update();
}

void OutputView::scrollTo(qint64 line)
{
    const int row = m_wrap && line < qint64(m_rowStarts.size()) ? m_rowStarts[std::size_t(line)] : int(line);
    verticalScrollBar()->setValue(row);
}

bool OutputView::find(const QString &text, bool backwards)
{
    if (!m_buffer || text.isEmpty() || m_buffer->lineCount() == 0)
        return false;
    const int lines = m_buffer->lineCount();
    const auto [from, to] = std::minmax(m_anchor, m_cursor);
    int line = int(std::clamp<qint64>((backwards ? from.line : to.line) - m_buffer->dropped(), 0, lines - 1));
    qsizetype column = backwards ? from.column - 1 : to.column;
    for (int i = 0; i <= lines; ++i) {
        const QString &candidate = m_buffer->line(line).text;
        qsizetype at = -1;
        if (backwards)
            at = column < 0 ? -1 : candidate.lastIndexOf(text, column, Qt::CaseInsensitive);
        else
            at = candidate.indexOf(text, column, Qt::CaseInsensitive);
        if (at >= 0) {
            m_anchor = { m_buffer->dropped() + line, at };
            m_cursor = { m_buffer->dropped() + line, at + text.size() };
            const int page = verticalScrollBar()->pageStep();
            scrollTo(std::max(0, line - page / 2));
            viewport()->update();
            return true;
        }
        line = (line + (backwards ? lines - 1 : 1)) % lines;
        column = backwards ? m_buffer->line(line).text.size() : 0;
    }
    return false;
}

void OutputView::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::SelectAll))
        selectAll();
    else if (event->key() == Qt::Key_Up)
        bar->triggerAction(QAbstractSlider::SliderSingleStepSub);
    else if (event->key() == Qt::Key_Down)
        bar->triggerAction(QAbstractSlider::SliderSingleStepAdd);
    else if (event->key() == Qt::Key_PageUp)
        bar->triggerAction(QAbstractSlider::SliderPageStepSub);
    else if (event->key() == Qt::Key_PageDown)
        bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
    else if (event->key() == Qt::Key_Home)
        bar->setValue(0);
    else if (event->key() == Qt::Key_End)
        toBottom();
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void OutputView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    menu.addAction(hasSelection() ? tr("&Copy") : tr("&Copy all"), this, &OutputView::copy);
    menu.addAction(tr("Select &all"), this, &OutputView::selectAll);
    menu.exec(event->globalPos());
}

void OutputView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        layoutRows();
    QAbstractScrollArea::changeEvent(event);
}

} // namespace undock::gui
