#pragma once

#include "support/keyboard.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTimer>

namespace undock::gui::test {

/// The one who sits before the program: answers its modal boxes by what they show, with
/// real events, and notes which there were.
class Person : public QObject {
    Q_OBJECT
public:
    QString vmid = qEnvironmentVariable("LAB_VMIDS").section(u' ', 0, 0); ///< typed where a deletion asks which VM
    QString passphrase; ///< typed where a secret is asked for
    bool keeps = true; ///< in the keychain
    bool quits = true;
    bool byKeyboard = false; ///< never touches a mouse
    QStringList asked; ///< "HostKeyDialog", "SecretDialog", …

    Person()
    {
        m_look.setInterval(100);
        connect(&m_look, &QTimer::timeout, this, &Person::look);
        m_look.start();
    }

private:
    template <class Widget> static Widget *in(QWidget *box, const char *name)
    {
        auto *widget = box->findChild<Widget *>(QLatin1String(name));
        if (!widget)
            qFatal("no %s in %s", name, qPrintable(box->objectName()));
        return widget;
    }

    void look()
    {
        QWidget *box = QApplication::activeModalWidget();
        if (!box || !box->isVisible() || box == m_answered)
            return;
        m_answered = box;
        const QString name = box->objectName();
        asked << name;
        if (byKeyboard) {
            typeInto(name);
            return;
        }
        if (name == QLatin1String("HostKeyDialog")) {
            QVERIFY(!in<QPushButton>(box, "act")->isEnabled()); // comparing comes first
            QTest::keyClick(in<QCheckBox>(box, "compared"), Qt::Key_Space);
            QTest::mouseClick(in<QPushButton>(box, "act"), Qt::LeftButton);
        } else if (name == QLatin1String("SecretDialog")) {
            QTest::keyClicks(in<QLineEdit>(box, "secret"), passphrase);
            in<QAbstractButton>(box, keeps ? "keepInKeychain" : "keepUntilQuit")->click();
            QTest::keyClick(in<QLineEdit>(box, "secret"), Qt::Key_Return);
        } else if (name == QLatin1String("DeletionDialog")) {
            QVERIFY(!in<QPushButton>(box, "act")->isEnabled());
            QTest::keyClicks(in<QLineEdit>(box, "typed"), vmid);
            QTest::mouseClick(in<QPushButton>(box, "act"), Qt::LeftButton);
        } else if (name == QLatin1String("ReadDialog")) {
            QTest::keyClick(in<QCheckBox>(box, "read"), Qt::Key_Space);
            QTest::mouseClick(in<QPushButton>(box, "act"), Qt::LeftButton);
        } else if (name == QLatin1String("QuitDialog")) {
            QTest::mouseClick(in<QPushButton>(box, quits ? "act" : "stay"), Qt::LeftButton);
        } else {
            qFatal("nobody knows what to do with %s", qPrintable(name));
        }
    }

    void typeInto(const QString &name) const
    {
        if (name == QLatin1String("HostKeyDialog")) {
            Keyboard::push(QStringLiteral("compared"));
            Keyboard::push(QStringLiteral("act"));
        } else if (name == QLatin1String("DeletionDialog")) {
            Keyboard::fill(QStringLiteral("typed"), vmid);
            Keyboard::push(QStringLiteral("act"));
        } else {
            qFatal("nobody knows what to type into %s", qPrintable(name));
        }
    }

    QTimer m_look;
    QPointer<QWidget> m_answered;
};

} // namespace undock::gui::test
