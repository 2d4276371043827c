#pragma once

#include <QDateTime>
#include <QDialog>

#include <memory>

namespace Ui {
class StartLaterDialog;
}

namespace undock::gui {

/// When a migration may begin at the earliest.
class StartLaterDialog : public QDialog {
    Q_OBJECT
public:
    explicit StartLaterDialog(int runs, QWidget *parent = nullptr);
    ~StartLaterDialog() override;
    QDateTime when() const;

private:
    std::unique_ptr<Ui::StartLaterDialog> m_ui;
};

} // namespace undock::gui
