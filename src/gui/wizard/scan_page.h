#pragma once

#include "gui/wizard/wizard_page.h"

#include <memory>

namespace Ui {
class ScanPage;
}

namespace undock::gui {

class FindingsModel;

/// Page 3: what stage A found.
class ScanPage : public WizardPage {
    Q_OBJECT
public:
    explicit ScanPage(WizardState &wizardState);
    ~ScanPage() override;
    void initializePage() override;
    bool isComplete() const override;

protected:
    void retranslate() override;

private:
    std::unique_ptr<Ui::ScanPage> m_ui;
    void show();
    void scan();
    FindingsModel *m_findings;
};

} // namespace undock::gui
