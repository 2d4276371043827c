#pragma once

#include <QPlainTextEdit>

namespace undock::gui {

/// A read-only script with highlighting for bash, or for JSON.
class ScriptView : public QPlainTextEdit {
    Q_OBJECT
public:
    enum class Syntax { Shell, Json };
    explicit ScriptView(QWidget *parent = nullptr);
    void setScript(const QString &text, Syntax syntax = Syntax::Shell);

protected:
    void changeEvent(QEvent *event) override;

private:
    class Highlighter;
    Highlighter *m_highlighter;
};

} // namespace undock::gui
