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
    /// This run's journal says already that these documents were read.
    bool isJournaled() const;
    /// Something was sent to the VM: a document that changed since must not stand before a way back.
    bool hasBegun() const;
    void showDocument(int row);
    void choose(const QString &key);
};

} // namespace undock::gui
