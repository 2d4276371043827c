#include "gui/text/code_texts.h"

#include "core/steps/step_words.h"
#include "core/steps/word_files.h"
#include "core/text/code_words.h"
#include "core/text/phrase.h"
#include "gui/text/language.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace undock::gui {

namespace {

bool english()
{
    return Language::current() == QLatin1String(englishWords);
}

} // namespace

QString CodeTexts::step(const QString &id)
{
    return stepTitle(id, Language::current());
}

QString CodeTexts::check(const QString &id)
{
    const QString title = checkTitle(id, Language::current());
    return title.isEmpty() ? id : title;
}

QString CodeTexts::text(const QString &code, const QString &told)
{
    return codeText(code, told, Language::current());
}

QString CodeTexts::said(const QString &text)
{
    return inWords(text, Language::current());
}

QString CodeTexts::cure(const QString &code)
{
    return codeCure(code, Language::current());
}

QString CodeTexts::condition(const QString &id)
{
    const QString title = conditionTitle(id, Language::current());
    return title.isEmpty() ? id : title;
}

QString CodeTexts::place(const QString &where)
{
    struct Form {
        QRegularExpression english;
        const char *text;
    };
    const auto form = [](const char *pattern, const char *text) {
        return Form{ QRegularExpression(QRegularExpression::anchoredPattern(QLatin1String(pattern))), text };
    };
    static const Form forms[]
        = { form("(.*[:,] )?line (\\d+), column (\\d+)", QT_TRANSLATE_NOOP("Places", "%1line %2, column %3")),
              form("ledger line (\\d+)", QT_TRANSLATE_NOOP("Places", "ledger, line %1")),
              form("(.*[:,] )?line (\\d+)", QT_TRANSLATE_NOOP("Places", "%1line %2")) };
    for (const Form &one : forms) {
        const auto match = one.english.match(where);
        if (!match.hasMatch())
            continue;
        QString text = QCoreApplication::translate("Places", one.text);
        for (int n = 1; n <= one.english.captureCount(); ++n)
            text.replace(QStringLiteral("%%1").arg(n), match.captured(n));
        return text;
    }
    return where;
}

ErrorText ErrorText::of(const Error &error)
{
    ErrorText text;
    text.what = CodeTexts::text(error.code, error.what);
    switch (error.kind) {
    case Error::Kind::BadInput:
        text.safe = QCoreApplication::translate("Errors", "Nothing was sent.");
        break;
    case Error::Kind::Refused:
        text.safe = QCoreApplication::translate("Errors", "Nothing was done.");
        break;
    case Error::Kind::NotReached:
        text.safe = QCoreApplication::translate("Errors", "The other side was not asked; nothing changed.");
        break;
    case Error::Kind::Unknown:
        text.safe = QCoreApplication::translate("Errors",
            "Whether it happened is not known yet. What runs in the VM goes on by itself; asking again is safe.");
        break;
    case Error::Kind::Failed:
        text.safe = QCoreApplication::translate("Errors", "The step did not succeed; the way back is open.");
        break;
    }
    // What the error itself advises knows the place and the values; an older journal's is English only.
    const QString advice = CodeTexts::said(error.cure);
    text.todo = CodeTexts::cure(error.code);
    if (text.todo.isEmpty() || (!advice.isEmpty() && (english() || advice != error.cure.trimmed())))
        text.todo = advice;
    text.details
        = QStringLiteral("%1: %2%3")
              .arg(error.code, inEnglish(error.what),
                  error.where.isEmpty() ? QString() : QStringLiteral(" [%1]").arg(CodeTexts::place(error.where)));
    return text;
}

QString ErrorText::plain() const
{
    return QStringList({ what, safe, todo, details })
        .filter(QRegularExpression(QStringLiteral(".")))
        .join(QLatin1Char('\n'));
}

QString ErrorText::html() const
{
    QString html = QStringLiteral("<p><b>%1</b></p><p>%2</p>").arg(what.toHtmlEscaped(), safe.toHtmlEscaped());
    if (!todo.isEmpty())
        html += QStringLiteral("<p>%1</p>").arg(todo.toHtmlEscaped());
    return html;
}

} // namespace undock::gui
