#pragma once

#include "gui/app/dialog_questions.h"
#include "gui/app/options.h"
#include "gui/app/program.h"
#include "lab/cpp/lab.h"
#include "support/person.h"

#include <QComboBox>
#include <QDir>
#include <QFrame>
#include <QGroupBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTreeView>

namespace undock::gui::test {

using remote::Lab;

/// The whole program on a lab, put together as main() does it, and hands to use it with:
/// widgets by name, real events.
class LabDesk {
public:
    explicit LabDesk(const QString &folder, const QStringList &more = {})
    {
        Options options;
        QStringList arguments{ QStringLiteral("openclaw-undock"), QStringLiteral("--data-dir"), folder,
            QStringLiteral("--known-hosts"), folder + QStringLiteral("/known_hosts") };
        options.read(arguments + more);
        QDir().mkpath(options.dataFolder());
        program = std::make_unique<Program>(options, questions);
        program->window().show();
        QVERIFY(QTest::qWaitForWindowExposed(&program->window()));
    }

    RunWizard *wizard() const
    {
        for (QWidget *window : QApplication::topLevelWidgets()) {
            if (auto *one = qobject_cast<RunWizard *>(window); one && one->isVisible())
                return one;
        }
        return nullptr;
    }
    template <class Widget> Widget *on(const char *name) const
    {
        auto *widget = wizard()->currentPage()->findChild<Widget *>(QLatin1String(name));
        if (!widget)
            qFatal("no %s on page %d", name, wizard()->currentId());
        return widget;
    }
    template <class Widget> Widget *inWindow(const char *name) const
    {
        auto *widget = program->window().findChild<Widget *>(QLatin1String(name));
        if (!widget)
            qFatal("no %s in the window", name);
        return widget;
    }
    static void click(QWidget *widget) { QTest::mouseClick(widget, Qt::LeftButton); }
    static void type(QLineEdit *field, const QString &text)
    {
        field->setFocus();
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClicks(field, text);
    }
    QAbstractButton *next() const { return wizard()->button(QWizard::NextButton); }
    /// To the following page, by mouse; the page has to allow it.
    void goOn() const
    {
        const int before = wizard()->currentId();
        QVERIFY2(next()->isEnabled(), qPrintable(QStringLiteral("page %1 does not let go").arg(before)));
        click(next());
        QCOMPARE(wizard()->currentId(), before + 1);
    }
    /// Every text of a notice that is shown.
    QString notice(const char *name) const
    {
        auto *frame = on<QFrame>(name);
        QStringList texts;
        for (const QLabel *label : frame->findChildren<QLabel *>())
            texts << label->text();
        return frame->isVisible() ? texts.join(QLatin1Char('\n')) : QString();
    }

    DialogQuestions questions;
    std::unique_ptr<Program> program;
};

} // namespace undock::gui::test
