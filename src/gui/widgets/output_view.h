#pragma once

#include "gui/widgets/output_buffer.h"

#include <QAbstractScrollArea>
#include <QPointer>

#include <vector>

namespace undock::gui {

/// Shows an OutputBuffer. Paints only the lines in sight, so that its size does
/// not matter. Follows new lines only while the last one is in sight.
class OutputView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit OutputView(QWidget *parent = nullptr);

    void setBuffer(OutputBuffer *buffer);
    OutputBuffer *buffer() const { return m_buffer; }
    bool atBottom() const;
    bool hasSelection() const { return m_anchor != m_cursor; }
    QString selectedText() const;
    void setPlaceholder(const QString &text);
    /// Selects the next occurrence; false when there is none.
    bool find(const QString &text, bool backwards);

public Q_SLOTS:
    void setWrap(bool wrap);
    void copy();
    void selectAll();
    void toBottom();

Q_SIGNALS:
    void atBottomChanged(bool atBottom);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Place {
        qint64 line = 0; ///< counted from the first line ever, so that it survives what falls out
        qsizetype column = 0;
        friend auto operator<=>(const Place &, const Place &) = default;
    };
    void layoutRows();
    int rowHeight() const;
    int columnsInSight() const;
    /// Line and first character of a visual row.
    std::pair<int, qsizetype> lineAt(int row) const;
    Place placeAt(const QPoint &position) const;
    qsizetype nextBreak(const QString &text, qsizetype from) const;
    void scrollTo(qint64 line);
    void onChanged(int removed);

    QPointer<OutputBuffer> m_buffer;
    QString m_placeholder;
    bool m_wrap = false;
    bool m_follow = true;
    std::vector<int> m_rowStarts; ///< with wrapping: first visual row of each line, and the total at the end
    Place m_anchor;
    Place m_cursor;
};

} // namespace undock::gui
