#pragma once

#include "engine/notify/wait_watch.h"
#include "gui/queue/run_actions.h"
#include "gui/text/code_texts.h"
#include "gui/widgets/theme.h"

#include <QMainWindow>

#include <memory>

class QLabel;
class QSystemTrayIcon;
class QToolButton;

namespace Ui {
class MainWindow;
}

namespace undock::gui {

class AppSettings;
class MainActions;
class Questions;
class QueueFilter;
class QueueModel;
class RunOutput;

/// The queue: every VM in a row, what is known of the selected one below.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(Queue &queue, AppSettings &settings, QueueModel &model, RunOutput &outputs, Questions &questions,
        QWidget *parent = nullptr);
    ~MainWindow() override;

    QStringList selectedRuns() const;
    void selectRun(const QString &run);
    /// Something went wrong or needs a word: shown above the table, never in a box.
    void say(const ErrorText &error);
    void say(Tone tone, const QString &title, const QString &text, const QString &details = {});
    /// Offers the lab on the empty page, where this machine can have one.
    void offerLab();
    void setLabBusy(bool busy);
    /// The nodes and how each was last met; rich text, names escaped.
    void setNodeStatus(const QString &markup);

Q_SIGNALS:
    void addWanted();
    void discoverWanted();
    void importWanted(const QString &file);
    void recordsWanted(const QString &run);
    void housekeepingWanted(const QString &run);
    void settingsWanted();
    void guideWanted();
    void aboutWanted();
    void labWanted();
    /// `vmid`: the hold to be shown; empty for the whole node.
    void occupancyWanted(const QString &node, const QString &vmid);
    /// `page`: 0 … 7 of the wizard, −1 for where the run stands.
    void wizardWanted(const QString &run, int page);
    void startWanted(const QStringList &runs);
    void startLaterWanted(const QStringList &runs);
    void languageChosen(const QString &language);
    void themeChosen(undock::gui::Theme::Choice theme);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void connectActions();
    void connectMenus();
    void listLeftOut(QMenu &menu);
    void makeFilterChips();
    void connectDesk();
    void retranslate();
    /// Rows and actions as things are now, before a menu is built on them.
    void bringUpToDate();
    void updateActions();
    void updateCounts();
    void updateStatus();
    void tellSetAside();
    void updateHolds();
    void showSelected();
    void request(const QString &run, const Task &task);
    /// What failed is asked for again, whatever it was.
    void retry(const QString &run);
    void notify(const QString &text);
    void restoreSelection();
    void restoreState();
    void keepState();
    void copyInstruction();
    void copyError();
    void move(int by);

    std::unique_ptr<Ui::MainWindow> m_ui;
    MainActions *m_actions;
    Queue &m_queue;
    AppSettings &m_settings;
    QueueModel &m_model;
    Questions &m_questions;
    QueueFilter *m_filter;
    QList<QToolButton *> m_chips;
    WaitWatch m_waits;
    QLabel *m_nodeStatus;
    QLabel *m_workerStatus;
    QSystemTrayIcon *m_tray = nullptr;
    /// As things were when the model began to change.
    struct Place {
        QStringList selected;
        QString current;
        int row = 0; ///< of `current`
        bool empty = true;
    };
    Place m_before;
    bool m_rowsLeave = false; ///< what is selected or current changes by itself: nobody chose it
};

} // namespace undock::gui
