// Every window, in both languages: names for screen readers, buddies, mnemonics,
// reachable by Tab, and no text that does not fit. Run at 100 % and at 200 %.

#include "gui/app/about_dialog.h"
#include "gui/app/question_dialogs.h"
#include "gui/app/shell.h"
#include "gui/housekeeping/housekeeping_dialog.h"
#include "gui/queue/discover_dialog.h"
#include "gui/queue/import_dialog.h"
#include "gui/queue/occupancy_dialog.h"
#include "gui/queue/read_dialog.h"
#include "gui/queue/start_later_dialog.h"
#include "gui/records/records_window.h"
#include "gui/settings/settings_dialog.h"
#include "gui/text/language.h"
#include "support/sample_desk.h"
#include "support/sample_inquiry.h"
#include "support/silent_questions.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QGroupBox>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>

using namespace undock;
using namespace undock::gui;
using namespace undock::gui::test;

namespace {

bool ofQt(const QWidget *widget)
{
    return widget->objectName().startsWith(QLatin1String("qt_"))
        || widget->objectName().startsWith(QLatin1String("__qt"));
}

QString nameOf(const QWidget *widget)
{
    QStringList path;
    for (const QWidget *w = widget; w; w = w->parentWidget()) {
        if (!w->objectName().isEmpty() && !ofQt(w))
            path.prepend(w->objectName());
        if (w->isWindow())
            break;
    }
    return path.join(QLatin1Char('/'));
}

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

void checkFit(QWidget &window, QStringList &bad)
{
    const auto tooSmall = [&](const QWidget *widget, const QSize &wanted) {
        if (widget->width() + 1 < wanted.width() || widget->height() + 1 < wanted.height())
            bad << QStringLiteral("does not fit: %1 has %2x%3, wants %4x%5")
                       .arg(nameOf(widget))
                       .arg(widget->width())
                       .arg(widget->height())
                       .arg(wanted.width())
                       .arg(wanted.height());
    };
    for (QLabel *label : window.findChildren<QLabel *>()) {
        if (!label->isVisibleTo(&window) || label->text().isEmpty() || label->inherits("undock::gui::ElidedLabel"))
            continue;
        if (label->wordWrap())
            tooSmall(label, { 0, label->heightForWidth(label->width()) });
        else
            tooSmall(label, { label->sizeHint().width(), 0 });
    }
    for (QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
        if (button->isVisibleTo(&window) && !ofQt(button) && !button->text().isEmpty())
            tooSmall(button, { button->sizeHint().width(), button->sizeHint().height() });
    }
    if (window.width() > 1280 || window.height() > 720)
        bad << QStringLiteral("larger than 1280x720: %1 %2x%3")
                   .arg(nameOf(&window))
                   .arg(window.width())
                   .arg(window.height());
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

struct Fixture {
    QTemporaryDir data;
    AppSettings settings{ data.path() };
    SilentQuestions questions;
    SampleDesk desk;
    SampleInquiry nodes;
    Shell shell{ desk, settings, nodes, questions };
    Fixture()
    {
        nodes.fill();
        settings.setValue(QStringLiteral("node"), QStringLiteral("root@node-1.example"));
        settings.setValue(QStringLiteral("operator"), QStringLiteral("lin"));
        desk.fill();
        shell.window().show();
    }
};

} // namespace

class TestForms : public QObject {
    Q_OBJECT

    static void check(QWidget &window, const QString &what)
    {
        window.show();
        QTest::qWait(30);
        QStringList bad;
        checkNames(window, bad);
        checkMnemonics(window, bad);
        checkFit(window, bad);
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
        QStringList windows{ QStringLiteral("main"), QStringLiteral("discover"), QStringLiteral("import"),
            QStringLiteral("records"), QStringLiteral("host-key"), QStringLiteral("secret"), QStringLiteral("delete"),
            QStringLiteral("quit"), QStringLiteral("start-later"), QStringLiteral("read"), QStringLiteral("occupancy"),
            QStringLiteral("about"), QStringLiteral("housekeeping") };
        for (int tab = 0; tab < 5; ++tab)
            windows << QStringLiteral("details %1").arg(tab);
        for (int tab = 0; tab < 5; ++tab)
            windows << QStringLiteral("settings %1").arg(tab);
        for (int page = 0; page < RunWizard::PageCount; ++page)
            windows << QStringLiteral("wizard %1").arg(page);
        for (const QString &language : Language::available()) {
            for (const QString &window : windows)
                QTest::newRow(qPrintable(language + QLatin1Char(' ') + window)) << language << window;
        }
    }

    void windows()
    {
        QFETCH(QString, language);
        QFETCH(QString, window);
        Language::use(language);
        Fixture f;
        const QString kind = window.section(QLatin1Char(' '), 0, 0);
        const int number = window.section(QLatin1Char(' '), 1, 1).toInt();
        if (kind == QLatin1String("main") || kind == QLatin1String("details")) {
            f.shell.window().selectRun(f.desk.order.at(3));
            f.shell.window().findChild<QTabWidget *>(QStringLiteral("tabs"))->setCurrentIndex(number);
            check(f.shell.window(), window);
        } else if (kind == QLatin1String("wizard")) {
            if (number < 2) {
                RunWizard *wizard = f.shell.addVm({ { QStringLiteral("vmid"), QStringLiteral("112") } });
                if (number == 1) {
                    wizard->findChild<QCheckBox *>(QStringLiteral("read"))->setChecked(true);
                    wizard->next();
                    wizard->currentPage()->findChild<QPushButton *>(QStringLiteral("test"))->click();
                    wizard->currentPage()->findChild<QPushButton *>(QStringLiteral("lookUp"))->click();
                }
                check(*wizard, window);
                return;
            }
            const int runs[] = { 0, 0, 0, 0, 0, 3, 5, 6 };
            check(*f.shell.openWizard(f.desk.order.at(runs[number]), number), window);
        } else if (kind == QLatin1String("settings")) {
            SettingsDialog *dialog = f.shell.openSettings();
            dialog->showTab(number);
            check(*dialog, window);
        } else if (kind == QLatin1String("discover")) {
            DiscoverDialog *dialog = f.shell.discover();
            dialog->findChild<QPushButton *>(QStringLiteral("ask"))->click();
            check(*dialog, window);
        } else if (kind == QLatin1String("occupancy")) {
            f.nodes.here = sampleOccupancy();
            OccupancyDialog *dialog = f.shell.occupancy(QStringLiteral("root@node-1.example"), QStringLiteral("105"));
            check(*dialog, window);
        } else if (kind == QLatin1String("housekeeping")) {
            const QString run = f.desk.order.at(6);
            sampleLeftovers(f.desk, run);
            check(*f.shell.housekeeping(run), window);
        } else if (kind == QLatin1String("about")) {
            check(*f.shell.about(), window);
        } else if (kind == QLatin1String("import")) {
            check(*f.shell.import({}), window);
        } else if (kind == QLatin1String("records")) {
            RecordsWindow *records = f.shell.records({});
            check(*records, window);
            delete records;
        } else if (kind == QLatin1String("host-key")) {
            HostKeyDialog dialog(
                QStringLiteral("node-1.example"), QStringLiteral("SHA256:4Zq8r0y0nYp1sVb7kQw2mXcT9dLhE6uJ3aFgN5oRiKs"));
            check(dialog, window);
        } else if (kind == QLatin1String("secret")) {
            SecretDialog dialog(
                SecretPrompt::password(QStringLiteral("root@node-1.example"), 1), Questions::Keychain::Usual);
            check(dialog, window);
        } else if (kind == QLatin1String("delete")) {
            DeletionDialog dialog(QStringLiteral("107"), QStringLiteral("…"), { QStringLiteral("/data") });
            check(dialog, window);
        } else if (kind == QLatin1String("quit")) {
            QuitDialog dialog({ QStringLiteral("102") });
            check(dialog, window);
        } else if (kind == QLatin1String("start-later")) {
            StartLaterDialog dialog(3);
            check(dialog, window);
        } else {
            ReadModel model(f.desk);
            ReadDialog dialog(model);
            check(dialog, window);
        }
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
