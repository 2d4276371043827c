#pragma once

#include <QApplication>
#include <QEvent>
#include <QPointer>
#include <QTest>
#include <QTimer>
#include <QWidget>
#include <QWindow>

namespace undock::gui::test {

/// Hands that have no mouse. Keys go to whichever window has the keyboard, as the display's
/// own do, and from there to whatever has the focus: nothing is reached by its name but by
/// walking to it.
class Keyboard {
public:
    static QString whereItIs()
    {
        QStringList path;
        for (const QWidget *widget = QApplication::focusWidget(); widget; widget = widget->parentWidget())
            path.prepend(widget->objectName().isEmpty() ? QString::fromLatin1(widget->metaObject()->className())
                                                        : widget->objectName());
        return path.join(QLatin1Char('/'));
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(window(), key, with);
    }
    static void type(const QString &text)
    {
        for (const QChar letter : text)
            QTest::sendKeyEvent(QTest::Click, window(), Qt::Key_unknown, QString(letter), Qt::NoModifier);
    }
    /// In place of what stands in the field.
    static void enter(const QString &text)
    {
        press(Qt::Key_A, Qt::ControlModifier);
        press(Qt::Key_Delete);
        type(text);
    }
    /// Tab, and Tab again, until the focus is in the widget of that name.
    static void walkTo(const QString &name, Qt::Key key = Qt::Key_Tab)
    {
        QStringList seen;
        for (int i = 0; i < 80; ++i) {
            if (has(name))
                return;
            seen << whereItIs().section(QLatin1Char('/'), -1);
            press(key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
        }
        qFatal("Tab does not lead to %s: %s", qPrintable(name), qPrintable(seen.join(QStringLiteral(" > "))));
    }
    /// Walks there and presses Space.
    static void push(const QString &name)
    {
        walkTo(name);
        press(Qt::Key_Space);
    }
    static void fill(const QString &name, const QString &text)
    {
        walkTo(name);
        enter(text);
    }

private:
    static bool has(const QString &name)
    {
        for (const QWidget *widget = QApplication::focusWidget(); widget; widget = widget->parentWidget()) {
            if (widget->objectName() == name)
                return true;
            // The line of an editable box is the box; whatever else holds the focus is meant by its own name.
            if (!widget->objectName().startsWith(QLatin1String("qt_")) && !widget->objectName().isEmpty())
                break;
            if (widget->isWindow())
                break;
        }
        return false;
    }
    static QWindow *window()
    {
        QWindow *window = nullptr;
        [[maybe_unused]] const bool there
            = QTest::qWaitFor([&] { return (window = QGuiApplication::focusWindow()) != nullptr; }, 10'000);
        if (!window)
            qFatal("no window has the keyboard");
        return window;
    }
};

/// What a desk's window manager does about the keyboard, on a display that has none: a window that
/// opens has it, and gives it back to the one it was opened from.
class FocusGiver : public QObject {
    Q_OBJECT
public:
    FocusGiver() { qApp->installEventFilter(this); }

protected:
    bool eventFilter(QObject *object, QEvent *event) override
    {
        auto *widget = qobject_cast<QWidget *>(object);
        if (widget && widget->isWindow() && (event->type() == QEvent::Show || event->type() == QEvent::Hide)
            && (widget->windowType() == Qt::Window || widget->windowType() == Qt::Dialog)) {
            QTimer::singleShot(0, this, [this] { give(); });
        }
        return false;
    }

private:
    static void give()
    {
        QWidget *top = QApplication::activeModalWidget();
        for (QWidget *window : QApplication::topLevelWidgets()) {
            if (top || !window->isVisible() || window->windowType() == Qt::Popup)
                continue;
            // Children are above their parents.
            bool covered = false;
            for (const QWidget *other : QApplication::topLevelWidgets())
                covered = covered
                    || (other->isVisible() && other->parentWidget() && other->parentWidget()->window() == window
                        && (other->windowType() == Qt::Window || other->windowType() == Qt::Dialog));
            if (!covered)
                top = window;
        }
        if (top)
            top->activateWindow();
    }
};

} // namespace undock::gui::test
