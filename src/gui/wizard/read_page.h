#pragma once

#include "gui/wizard/wizard_page.h"

#include <memory>

namespace Ui {
class ReadPage;
}

namespace undock::gui {

/// Page 1: the documents that are read before anything is done.
class ReadPage : public WizardPage {
    Q_OBJECT
public:
    explicit ReadPage(WizardState &wizardState);
    ~ReadPage() override;
    void initializePage() override;
    bool isComplete() const override;
    bool validatePage() override;

protected:
    void retranslate() override;

private:
    std::unique_ptr<Ui::ReadPage> m_ui;
    void reload();
    void showDocument(int row);
    void choose(const QString &key);
};

} // namespace undock::gui
