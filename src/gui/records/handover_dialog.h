#pragma once

#include "engine/queue/queue.h"

#include <QDialog>

#include <memory>

namespace Ui {
class HandoverDialog;
}

namespace undock::gui {

/// The two texts for whoever comes after a migration, in the language chosen, to be copied.
class HandoverDialog : public QDialog {
    Q_OBJECT
public:
    HandoverDialog(const Queue &queue, const QString &run, QWidget *parent = nullptr);
    ~HandoverDialog() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void tell();
    void retranslate();
    std::unique_ptr<Ui::HandoverDialog> m_ui;
    const Queue &m_queue;
    QString m_run;
};

} // namespace undock::gui
