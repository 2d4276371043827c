#pragma once

#include "gui/widgets/field_editors.h"
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
    std::unique_ptr<FieldEditors> m_editors;
    void bind();
    void show();
    void showErrors();
    void showFound();
    SavedNode savedNode() const;
    enum class Question { None, Test, LookUp };
    void ask(Question question);
    /// The answer is this page's, and still about the VM that the form means. Ends the waiting.
    bool isAnswered(Question question);
    void showWaiting();
    void listReleases();
    /// What is waited for, and of whom it was asked.
    struct Asked {
        Question question = Question::None;
        SavedNode node;
        QString vmid;
    };
    Asked m_asked;
};

} // namespace undock::gui
