#pragma once

#include <QDialog>

namespace undock::gui {

/// What this program is, which version, under which licence, and with what it was built.
class AboutDialog : public QDialog {
    Q_OBJECT
public:
    explicit AboutDialog(QWidget *parent = nullptr);
};

} // namespace undock::gui
