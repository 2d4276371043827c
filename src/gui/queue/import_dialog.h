#pragma once

#include "core/params/run_parameters.h"

#include <QDialog>
#include <QSet>

#include <memory>

class QCheckBox;

namespace Ui {
class ImportDialog;
}

namespace undock::gui {

class AppSettings;
class ImportModel;

/// Takes VMs from a CSV file or from pasted lines.
class ImportDialog : public QDialog {
    Q_OBJECT
public:
    ImportDialog(
        const AppSettings &settings, const QString &file, const QSet<VmId> &inQueue, QWidget *parent = nullptr);
    ~ImportDialog() override;

Q_SIGNALS:
    void chosen(const std::vector<undock::RunParameters> &parameters);

protected:
    void changeEvent(QEvent *event) override;

private:
    void open(const QString &path);
    void read();
    std::unique_ptr<Ui::ImportDialog> m_ui;
    const AppSettings &m_settings;
    QSet<VmId> m_inQueue;
    ImportModel *m_model;
    QCheckBox *m_accept; ///< shown while the list names sources of its own
    QString m_sources;
};

} // namespace undock::gui
