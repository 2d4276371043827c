// Every window, in both languages: names for screen readers, buddies, mnemonics,
// reachable by Tab, and no text that does not fit. Run at 100 % and at 200 %.

#include "gui/app/question_dialogs.h"
#include "gui/text/language.h"
#include "support/every_window.h"
#include "support/fit.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTabBar>
#include <QTest>
#include <QToolBar>

using namespace undock;
using namespace undock::gui;
using namespace undock::gui::test;

namespace {

void checkNames(QWidget &window, QStringList &bad)
{
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || ofQt(widget) || !widget->isVisibleTo(&window)
            || widget->objectName().isEmpty() || qobject_cast<QTabBar *>(widget))
            continue;
        if (qobject_cast<QLineEdit *>(widget)
            && (qobject_cast<QComboBox *>(widget->parentWidget())
                || qobject_cast<QAbstractSpinBox *>(widget->parentWidget())))
            continue; // the inside of a box that has its own name
        const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        const bool container
            = widget->inherits("QTabWidget") || widget->inherits("QMenuBar") || widget->inherits("QToolBar");
        if (!container && (!interface || interface->text(QAccessible::Name).isEmpty()))
            bad << QStringLiteral("no accessible name: %1").arg(nameOf(widget));
    }
    for (QLabel *label : window.findChildren<QLabel *>()) {
        if (label->text().contains(QLatin1Char('&')) && !label->text().contains(QLatin1Char('<')) && !label->buddy())
            bad << QStringLiteral("mnemonic without a buddy: %1").arg(nameOf(label));
    }
}

void checkMnemonics(QWidget &window, QStringList &bad)
{
    QMap<QString, QString> taken;
    const auto takeAs = [&](const QString &text, const QString &name) {
        const QString key = QKeySequence::mnemonic(text).toString();
        if (key.isEmpty())
            return;
        if (taken.contains(key) && taken.value(key) != name)
            bad << QStringLiteral("%1 twice: %2 and %3").arg(key, taken.value(key), name);
        taken.insert(key, name);
    };
    const auto take = [&](const QString &text, const QWidget *widget) { takeAs(text, nameOf(widget)); };
    for (const QMenuBar *bar : window.findChildren<QMenuBar *>()) {
        for (const QAction *action : bar->actions()) {
            takeAs(action->text(), QStringLiteral("menu ") + action->text());
            // Within a menu its own letters count: two of one kind only move a mark.
            QMap<QString, QString> inside;
            for (const QAction *entry : action->menu() ? action->menu()->actions() : QList<QAction *>()) {
                const QString key = QKeySequence::mnemonic(entry->text()).toString();
                if (!key.isEmpty() && inside.contains(key))
                    bad << QStringLiteral("%1 twice in a menu: %2 and %3").arg(key, inside.value(key), entry->text());
                inside.insert(key, entry->text());
            }
        }
    }
    for (const QTabBar *tabs : window.findChildren<QTabBar *>()) {
        for (int i = 0; tabs->isVisibleTo(&window) && i < tabs->count(); ++i)
            takeAs(tabs->tabText(i), QStringLiteral("tab ") + tabs->tabText(i));
    }
    for (QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
        if (button->isVisibleTo(&window) && !ofQt(button) && !qobject_cast<QToolBar *>(button->parentWidget()))
            take(button->text(), button);
    }
    for (QLabel *label : window.findChildren<QLabel *>()) {
        if (label->buddy() && label->isVisibleTo(&window))
            take(label->text(), label);
    }
}

void checkTabOrder(QWidget &window, QStringList &bad)
{
    // Every widget that takes the focus by Tab is in the chain of its window, once.
    QSet<QWidget *> seen;
    for (QWidget *widget = window.nextInFocusChain(); widget && widget != &window && !seen.contains(widget);
         widget = widget->nextInFocusChain())
        seen << widget;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->isVisibleTo(&window) && widget->window() == &window && (widget->focusPolicy() & Qt::TabFocus)
            && !ofQt(widget) && !seen.contains(widget))
            bad << QStringLiteral("not reached by Tab: %1").arg(nameOf(widget));
    }
}

} // namespace

class TestForms : public QObject {
    Q_OBJECT

    static void check(QWidget &window, const QString &what)
    {
        QStringList bad;
        checkNames(window, bad);
        checkMnemonics(window, bad);
        bad += misfits(window);
        checkTabOrder(window, bad);
        bad.removeDuplicates();
        QVERIFY2(bad.isEmpty(),
            qPrintable(
                QStringLiteral("%1 (%2):\n  %3").arg(what, Language::current(), bad.join(QStringLiteral("\n  ")))));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QAccessible::setActive(true);
        Theme::apply(*qobject_cast<QApplication *>(QApplication::instance()), Theme::Choice::Light);
    }

    void windows_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("window");
        for (const QString &language : Language::available()) {
            for (const QString &window : EveryWindow::names())
                QTest::newRow(qPrintable(language + QLatin1Char(' ') + window)) << language << window;
        }
    }

    void windows()
    {
        QFETCH(QString, language);
        QFETCH(QString, window);
        Language::use(language);
        EveryWindow windows;
        check(windows.open(window), window);
    }

    void theSafeButtonIsTheDefault()
    {
        Language::use(QStringLiteral("en"));
        HostKeyDialog key(QStringLiteral("h"), QStringLiteral("f"));
        DeletionDialog deletion(QStringLiteral("107"), {}, {});
        QuitDialog quit({});
        for (QDialog *dialog :
            { static_cast<QDialog *>(&key), static_cast<QDialog *>(&deletion), static_cast<QDialog *>(&quit) }) {
            QVERIFY(dialog->findChild<QPushButton *>(QStringLiteral("stay"))->isDefault());
            QVERIFY(!dialog->findChild<QPushButton *>(QStringLiteral("act"))->isDefault());
        }
        QVERIFY(!deletion.findChild<QPushButton *>(QStringLiteral("act"))->isEnabled());
        QTest::keyClicks(deletion.findChild<QLineEdit *>(QStringLiteral("typed")), QStringLiteral("107"));
        QVERIFY(deletion.findChild<QPushButton *>(QStringLiteral("act"))->isEnabled());
        QVERIFY(!key.findChild<QPushButton *>(QStringLiteral("act"))->isEnabled());
    }

    void statesAreToldByShapeToo()
    {
        QSet<QByteArray> drawings;
        for (const char *mark : { "pending", "running", "passed", "warning", "failed", "unknown" }) {
            QFile file(QStringLiteral(":/icons/mark-%1.svg").arg(QLatin1String(mark)));
            QVERIFY(file.open(QIODevice::ReadOnly));
            drawings << file.readAll();
        }
        QCOMPARE(drawings.size(), 6);
    }
};

QTEST_MAIN(TestForms)
#include "tst_forms.moc"
