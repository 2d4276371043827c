#pragma once

#include "gui/wizard/wizard_page.h"

#include <memory>

namespace Ui {
class RecordPage;
}

namespace undock::gui {

/// Page 8: the record and the operator's words in it.
class RecordPage : public WizardPage {
    Q_OBJECT
public:
    explicit RecordPage(WizardState &wizardState);
    ~RecordPage() override;
    void initializePage() override;
    bool validatePage() override;

protected:
    void retranslate() override;
    void changeEvent(QEvent *event) override;

private:
    std::unique_ptr<Ui::RecordPage> m_ui;
    void show();
    void keepNotes();
    QString m_shownRun;
};

} // namespace undock::gui
