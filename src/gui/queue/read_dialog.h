#pragma once

#include "gui/wizard/read_model.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ReadDialog;
}

namespace undock::gui {

/// The queue's form of the wizard's first page: asked before the first start of a version of the files.
class ReadDialog : public QDialog {
    Q_OBJECT
public:
    explicit ReadDialog(ReadModel &model, QWidget *parent = nullptr);
    ~ReadDialog() override;

private:
    std::unique_ptr<Ui::ReadDialog> m_ui;
};

} // namespace undock::gui
