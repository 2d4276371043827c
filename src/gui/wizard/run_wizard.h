#pragma once

#include "gui/wizard/wizard_state.h"

#include <QWizard>

class QLabel;

namespace undock::gui {

/// One VM by hand, page after page. Closing it at any point leaves the run in the queue.
class RunWizard : public QWizard {
    Q_OBJECT
public:
    enum Page { Read, Node, Scan, Plan, Migrate, Acceptance, Deletion, Record, PageCount };

    explicit RunWizard(Workshop &shop, QWidget *parent = nullptr);

    /// A new run; fields that are known already are filled in.
    void begin(const QMap<QString, QString> &fields = {});
    /// An existing run, at `page` or (−1) where it stands.
    void open(const QString &run, int page = -1);
    WizardState &models() { return m_state; }
    static int pageFor(const RunState &state);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showSteps();
    WizardState m_state;
    QWidget *m_side;
    QList<QLabel *> m_steps;
    QLabel *m_machine;
};

} // namespace undock::gui
