#pragma once

#include "gui/settings/app_settings.h"
#include "gui/settings/settings_file.h"
#include "gui/settings/webhook_box.h"
#include "gui/widgets/field_editors.h"
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
    /// However it is closed without saving, what was only previewed is taken back.
    void reject() override;

Q_SIGNALS:
    void languageChosen(const QString &language);
    void themeChosen(undock::gui::Theme::Choice theme);
    void secretsForgotten(const undock::gui::SavedNode &node);
    /// `address` empty: the kept one stays.
    void webhookKept(const QString &form, const QString &address);
    void webhookTestWanted(const QString &form, const QString &address, undock::gui::WebhookBox *box);

protected:
    void changeEvent(QEvent *event) override;

private:
    void load();
    void save();
    void retranslate();
    void checkSources();
    /// Marks what cannot be a node or a jump host, and tells the first one; false when there is any.
    bool checkNodes();
    /// The nodes can be kept; else their tab is shown, with the cure.
    bool maySave();
    void showNodes();
    void exportSettings();
    void importSettings();
    void takeImported();
    std::unique_ptr<Ui::SettingsDialog> m_ui;
    std::unique_ptr<FieldEditors> m_editors;
    AppSettings &m_settings;
    QStandardItemModel *m_nodes;
    WebhookBox *m_webhook = nullptr;
    QPushButton *m_export;
    QPushButton *m_import;
    QPushButton *m_takeOver; ///< beside what an imported file would change of trust
    std::optional<SettingsFile> m_imported;
    QString m_importedFrom;
    bool m_retranslating = false;
    bool m_nodesRefused = false; ///< from then on each change is looked at
};

} // namespace undock::gui
