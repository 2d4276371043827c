#pragma once

#include "gui/app/lab_trial.h"
#include "gui/desk/bundle_work.h"
#include "gui/queue/main_window.h"
#include "gui/queue/node_contacts.h"
#include "gui/queue/queue_model.h"
#include "gui/settings/webhook_box.h"
#include "gui/widgets/run_output.h"
#include "gui/widgets/whole_text_tip.h"
#include "gui/wizard/run_wizard.h"

#include <QPointer>

namespace undock::gui {

class AboutDialog;
class DiscoverDialog;
class ImportDialog;
class GuideWindow;
class HousekeepingDialog;
class OccupancyDialog;
class RecordsWindow;
class SettingsDialog;

/// Opens the windows and connects them with each other; the rules are elsewhere.
class Shell : public QObject {
    Q_OBJECT
public:
    Shell(Queue &queue, AppSettings &settings, NodeInquiry &nodes, Questions &questions, QObject *parent = nullptr);
    ~Shell() override;

    MainWindow &window() { return *m_window; }
    RunWizard *openWizard(const QString &run, int page = -1);
    RunWizard *addVm(const QMap<QString, QString> &fields = {});
    DiscoverDialog *discover();
    ImportDialog *import(const QString &file);
    RecordsWindow *records(const QString &run);
    GuideWindow *guide();
    SettingsDialog *openSettings();
    OccupancyDialog *occupancy(const QString &node = {}, const QString &vmid = {});
    HousekeepingDialog *housekeeping(const QString &run);
    AboutDialog *about();
    void useLanguage(const QString &language);
    void useTheme(Theme::Choice theme);

Q_SIGNALS:
    void secretsForgotten(const undock::gui::SavedNode &node);
    void webhookKept(const QString &form, const QString &address);
    void webhookTestWanted(const QString &form, const QString &address, undock::gui::WebhookBox *box);

private:
    void start(const QStringList &runs, const QDateTime &notBefore);
    void reallyStart(const QStringList &runs, const QDateTime &notBefore);
    /// One notice lists every VM that was not taken, with `refused` before: "VM 102 of …: why".
    void add(const std::vector<RunParameters> &parameters, QStringList refused = {}, std::size_t from = 0);
    static QString notTaken(const QString &node, const QString &vmid, const Error &why);
    void updateNodeStatus();
    void tryLab();

    Queue &m_queue;
    AppSettings &m_settings;
    NodeInquiry &m_nodes;
    Questions &m_questions;
    QueueModel m_model;
    NodeContacts m_contacts;
    RunOutput m_outputs;
    WholeTextTip m_tips;
    Workshop m_shop;
    BundleWork m_bundles;
    std::unique_ptr<MainWindow> m_window;
    QPointer<RecordsWindow> m_records;
    QPointer<GuideWindow> m_guide;
    std::unique_ptr<LabTrial> m_lab;
    QHash<QString, QPointer<RunWizard>> m_wizards;
};

} // namespace undock::gui
