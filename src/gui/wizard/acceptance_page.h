#pragma once

#include "gui/wizard/wizard_page.h"

#include <memory>

namespace Ui {
class AcceptancePage;
}

namespace undock::gui {

class ChecksModel;

/// Page 6: the acceptance table.
class AcceptancePage : public WizardPage {
    Q_OBJECT
public:
    explicit AcceptancePage(WizardState &wizardState);
    ~AcceptancePage() override;
    void initializePage() override;
    bool isComplete() const override;

protected:
    void retranslate() override;

private:
    std::unique_ptr<Ui::AcceptancePage> m_ui;
    void show();
    ChecksModel *m_checks;
};

} // namespace undock::gui
