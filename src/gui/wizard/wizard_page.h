#pragma once

#include "gui/wizard/wizard_state.h"

#include <QEvent>
#include <QWizardPage>

namespace undock::gui {

/// A page binds widgets to the models; it holds no rule. Going back keeps what was typed.
class WizardPage : public QWizardPage {
    Q_OBJECT
public:
    explicit WizardPage(WizardState &wizardState)
        : state(wizardState)
    {
    }
    void cleanupPage() override { }

protected:
    virtual void retranslate() = 0;
    /// Heads the reason that RunWatch::waitingFor() gives.
    static QString notBegunYet() { return tr("Asked for, and not begun yet"); }
    void changeEvent(QEvent *event) override
    {
        if (event->type() == QEvent::LanguageChange)
            retranslate();
        QWizardPage::changeEvent(event);
    }
    WizardState &state;
};

} // namespace undock::gui
