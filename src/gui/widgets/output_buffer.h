#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <deque>

namespace undock::gui {

/// The last lines of a run's output. What falls out of it is still in the
/// journal; only what is shown is bounded.
class OutputBuffer : public QObject {
    Q_OBJECT
public:
    static constexpr int maxLines = 200'000;
    static constexpr qsizetype maxLineLength = 4'000;

    enum class Kind : quint8 { Output, Heading, Trouble };
    struct Line {
        QString text;
        int columns = 0; ///< width in character cells
        Kind kind = Kind::Output;
    };

    explicit OutputBuffer(int limit = maxLines, QObject *parent = nullptr);

    /// Output as it comes, in pieces; a line is complete at its newline.
    void append(const QString &text);
    void appendLine(const QString &text, Kind kind);
    void clear();

    qint64 dropped() const { return m_dropped; }
    int lineCount() const { return int(m_lines.size()); }
    const Line &line(int position) const { return m_lines[std::size_t(position)]; }
    QString text() const;

    static int columnsOf(QStringView text);

Q_SIGNALS:
    /// At most ten times a second; `removed` lines fell out at the front since the last one.
    void changed(int removed);

private:
    void push(QString text, Kind kind);
    void schedule();

    int m_limit;
    std::deque<Line> m_lines;
    bool m_open = false; ///< the last line has no newline yet
    qint64 m_dropped = 0;
    int m_removed = 0;
    QTimer m_batch;
};

} // namespace undock::gui
