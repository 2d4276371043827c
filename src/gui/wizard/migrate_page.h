#pragma once

#include "gui/wizard/wizard_page.h"

#include <memory>

class QPushButton;

namespace Ui {
class MigratePage;
}

namespace undock::gui {

/// Page 5: stages B to G at work.
class MigratePage : public WizardPage {
    Q_OBJECT
public:
    explicit MigratePage(WizardState &wizardState);
    ~MigratePage() override;
    void initializePage() override;
    bool isComplete() const override;

protected:
    void retranslate() override;

private:
    std::unique_ptr<Ui::MigratePage> m_ui;
    void show();
    QPushButton *m_acknowledge;
};

} // namespace undock::gui
