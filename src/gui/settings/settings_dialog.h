#pragma once

#include "gui/settings/app_settings.h"
#include "gui/widgets/theme.h"

#include <QDialog>

#include <memory>

class QPushButton;
class QStandardItemModel;

namespace Ui {
class SettingsDialog;
}

namespace undock::gui {

/// Everything the operator sets. Language and theme show at once and return on Cancel.
class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    explicit SettingsDialog(AppSettings &settings, QWidget *parent = nullptr);
    ~SettingsDialog() override;
    void showTab(int position);

Q_SIGNALS:
    void languageChosen(const QString &language);
    void themeChosen(undock::gui::Theme::Choice theme);
    void secretsForgotten(const undock::gui::SavedNode &node);

protected:
    void changeEvent(QEvent *event) override;

private:
    void load();
    void save();
    void retranslate();
    void checkSources();
    void showNodes();
    void exportSettings();
    void importSettings();
    std::unique_ptr<Ui::SettingsDialog> m_ui;
    AppSettings &m_settings;
    QStandardItemModel *m_nodes;
    QPushButton *m_export;
    QPushButton *m_import;
    bool m_retranslating = false;
};

} // namespace undock::gui
