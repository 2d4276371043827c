#pragma once

#include "gui/wizard/wizard_page.h"

#include <memory>

class QStandardItemModel;

namespace Ui {
class DeletionPage;
}

namespace undock::gui {

/// Page 7: the user's acceptance and the deletion of Docker.
class DeletionPage : public WizardPage {
    Q_OBJECT
public:
    explicit DeletionPage(WizardState &wizardState);
    ~DeletionPage() override;
    void initializePage() override;
    bool isComplete() const override;

protected:
    void retranslate() override;

private:
    std::unique_ptr<Ui::DeletionPage> m_ui;
    void show();
    void showConditions();
    void accept();
    void deleteDocker();
    void request(Task::Kind kind);
    /// The containers are gone, but what follows their deletion was interrupted.
    bool wantsFinishing() const;
    QStandardItemModel *m_conditions;
    QString m_filledFor; ///< the run whose hour was filled in
};

} // namespace undock::gui
