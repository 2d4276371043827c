#pragma once

#include "core/base/json.h"

#include <QFrame>

#include <vector>

class QLabel;
class QPushButton;

namespace undock::gui {

/// "No Docker is deleted": the cause, its node, and what ends it. Stands over
/// the whole window while a hold is in force and cannot be closed.
class HoldBanner : public QFrame {
    Q_OBJECT
public:
    explicit HoldBanner(QWidget *parent = nullptr);
    void show(const std::vector<Json> &holds);
    QString text() const;

Q_SIGNALS:
    void showRequested(const QString &node, const QString &vmid);
    void releaseRequested(const QString &node, const QString &vmid);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    std::vector<Json> m_holds;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_open;
    QPushButton *m_release;
};

} // namespace undock::gui
