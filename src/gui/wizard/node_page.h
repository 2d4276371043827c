#pragma once

#include "gui/wizard/wizard_page.h"

#include <memory>

namespace Ui {
class NodePage;
}

namespace undock::gui {

/// Page 2: which node, which VM, which versions.
class NodePage : public WizardPage {
    Q_OBJECT
public:
    explicit NodePage(WizardState &wizardState);
    ~NodePage() override;
    void initializePage() override;
    bool isComplete() const override;
    bool validatePage() override;

protected:
    void retranslate() override;

private:
    std::unique_ptr<Ui::NodePage> m_ui;
    void bind();
    void show();
    void showErrors();
    void showFound();
    SavedNode savedNode() const;
    void listReleases();
    bool m_showing = false;
};

} // namespace undock::gui
