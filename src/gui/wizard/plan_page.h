#pragma once

#include "gui/wizard/wizard_page.h"

#include <memory>

class QLabel;
class QStandardItemModel;

namespace Ui {
class PlanPage;
}

namespace undock::gui {

class PlanModel;

/// Page 4: everything that will run.
class PlanPage : public WizardPage {
    Q_OBJECT
public:
    explicit PlanPage(WizardState &wizardState);
    ~PlanPage() override;
    void initializePage() override;

protected:
    void retranslate() override;

private:
    std::unique_ptr<Ui::PlanPage> m_ui;
    void showStep();
    void showDiff(const QString &file, QStandardItemModel &model, QLabel &notes);
    PlanModel *m_plan;
    QStandardItemModel *m_values;
    QStandardItemModel *m_openclaw;
    QStandardItemModel *m_panel;
};

} // namespace undock::gui
