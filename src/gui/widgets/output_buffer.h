#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <deque>

namespace undock::gui {

/// The last lines of an output, fit to be shown. A plain value: it may be filled in one
/// thread and shown in another.
class OutputLines {
public:
    static constexpr int maxLines = 200'000;
    static constexpr qsizetype maxLineLength = 4'000;

    enum class Kind : quint8 { Output, Heading, Trouble };
    struct Line {
        QString text;
        int columns = 0; ///< width in character cells
        Kind kind = Kind::Output;
    };

    explicit OutputLines(int limit = maxLines)
        : m_limit(limit)
    {
    }
    /// Output as it comes, in pieces; a line is complete at its newline.
    void append(const QString &text);
    void appendLine(const QString &text, Kind kind);

    qint64 dropped() const { return m_dropped; }
    int count() const { return int(m_lines.size()); }
    const Line &at(int position) const { return m_lines[std::size_t(position)]; }

    static int columnsOf(QStringView text);

private:
    void push(QString text, Kind kind);

    int m_limit;
    std::deque<Line> m_lines;
    bool m_open = false; ///< the last line has no newline yet
    qint64 m_dropped = 0;
};

/// OutputLines that tell their views when they change. What falls out of them is still in
/// the journal; only what is shown is bounded.
class OutputBuffer : public QObject {
    Q_OBJECT
public:
    using Kind = OutputLines::Kind;
    using Line = OutputLines::Line;

    explicit OutputBuffer(int limit = OutputLines::maxLines, QObject *parent = nullptr);

    /// `change` is given the lines; whoever shows them is told afterwards.
    template <class Change> void edit(Change change)
    {
        change(m_lines);
        schedule();
    }
    void append(const QString &text);
    /// Other lines in place of all that is here, at the price of a move.
    void replace(OutputLines lines);

    /// More of what is known already is still being read.
    bool isLoading() const { return m_loading; }
    void setLoading(bool loading);

    qint64 dropped() const { return m_lines.dropped(); }
    int lineCount() const { return m_lines.count(); }
    const Line &line(int position) const { return m_lines.at(position); }
    QString text() const;

Q_SIGNALS:
    /// At most ten times a second, and when lines were replaced; `removed` lines fell out at the front since the
    /// last one.
    void changed(int removed);

private:
    void schedule();
    void tell();

    OutputLines m_lines;
    bool m_loading = false;
    qint64 m_told = 0; ///< how many had been dropped at the last changed()
    QTimer m_batch;
};

} // namespace undock::gui
