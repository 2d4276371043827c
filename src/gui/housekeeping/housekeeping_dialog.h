#pragma once

#include "core/housekeeping/leftover.h"
#include "engine/queue/queue.h"

#include <QDialog>

#include <memory>

class QSortFilterProxyModel;

namespace Ui {
class HousekeepingDialog;
}

namespace undock::gui {

class LeftoversModel;
class Questions;

/// What migrations left behind in a VM, and the removal of what the operator names. Nothing is
/// chosen beforehand; the VM asks everything again when something is to go.
class HousekeepingDialog : public QDialog {
    Q_OBJECT
public:
    HousekeepingDialog(Queue &queue, Questions &questions, const QString &run, QWidget *parent = nullptr);
    ~HousekeepingDialog() override;

    void list();

protected:
    void changeEvent(QEvent *event) override;

private:
    void request(const Task &task);
    void refresh();
    void choose();
    void remove();
    void retranslate();
    std::vector<Leftover> chosen() const;

    std::unique_ptr<Ui::HousekeepingDialog> m_ui;
    Queue &m_queue;
    Questions &m_questions;
    QString m_run;
    LeftoversModel *m_model;
    QSortFilterProxyModel *m_sorted;
    bool m_asked = false; ///< what this window asked for is not done
};

} // namespace undock::gui
