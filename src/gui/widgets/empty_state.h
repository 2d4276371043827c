#pragma once

#include <QWidget>

class QLabel;
class QHBoxLayout;
class QPushButton;

namespace undock::gui {

/// What an empty place shows: what belongs there, and the buttons to bring it.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);
    void setIcon(const QString &name);
    void setText(const QString &title, const QString &explanation);
    QPushButton *addButton(const QString &objectName, bool primary = false);

protected:
    void changeEvent(QEvent *event) override;

private:
    void recolour();
    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QHBoxLayout *m_buttons;
};

} // namespace undock::gui
