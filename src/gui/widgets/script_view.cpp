#include "gui/widgets/script_view.h"

#include "gui/widgets/theme.h"

#include <QEvent>
#include <QFontDatabase>
#include <QRegularExpression>
#include <QSyntaxHighlighter>

namespace undock::gui {

class ScriptView::Highlighter : public QSyntaxHighlighter {
public:
    explicit Highlighter(QTextDocument *document)
        : QSyntaxHighlighter(document)
    {
    }
    Syntax syntax = Syntax::Shell;

protected:
    void highlightBlock(const QString &text) override
    {
        if (syntax == Syntax::Json) {
            static const QRegularExpression key(QStringLiteral("\"(?:[^\"\\\\]|\\\\.)*\"(?=\\s*:)"));
            static const QRegularExpression value(QStringLiteral("\"(?:[^\"\\\\]|\\\\.)*\"(?!\\s*:)"));
            paint(text, value, Theme::color(Tone::Passed));
            paint(text, key, Theme::color(Tone::Accent));
            return;
        }
        static const QRegularExpression variable(QStringLiteral("\\$\\{?[A-Za-z_][A-Za-z0-9_]*\\}?|\\$[0-9@#?*]"));
        static const QRegularExpression quoted(QStringLiteral("'[^']*'|\"(?:[^\"\\\\]|\\\\.)*\""));
        static const QRegularExpression word(QStringLiteral(
            "\\b(if|then|else|elif|fi|for|while|until|do|done|case|esac|in|function|local|return|exit|set|trap)\\b"));
        static const QRegularExpression header(QStringLiteral("^#:.*$"));
        static const QRegularExpression comment(QStringLiteral("(?:^|(?<=\\s))#.*$"));
        paint(text, word, Theme::color(Tone::Accent));
        paint(text, quoted, Theme::color(Tone::Passed));
        paint(text, variable, Theme::color(Tone::Unknown));
        paint(text, comment, Theme::secondaryText());
        paint(text, header, Theme::color(Tone::Warning));
    }

private:
    void paint(const QString &text, const QRegularExpression &expression, const QColor &color)
    {
        auto matches = expression.globalMatch(text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            setFormat(int(match.capturedStart()), int(match.capturedLength()), color);
        }
    }
};

ScriptView::ScriptView(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_highlighter(new Highlighter(document()))
{
    setReadOnly(true);
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

void ScriptView::setScript(const QString &text, Syntax syntax)
{
    m_highlighter->syntax = syntax;
    setPlainText(text);
}

void ScriptView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter)
        m_highlighter->rehighlight();
}

} // namespace undock::gui
