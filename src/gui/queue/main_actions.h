#pragma once

#include "gui/queue/run_actions.h"

#include <QObject>

class QAction;
class QActionGroup;
class QMenu;
class QMenuBar;
class QToolBar;
class QWidget;

namespace undock::gui {

/// Every action of the main window, by name, picture, key and word; menus, toolbar and context menu share them.
/// What they do is connected by the window.
class MainActions : public QObject {
    Q_OBJECT
public:
    /// `theme`: the one that is chosen, by its name in the settings; empty for the system's.
    MainActions(const QString &theme, QWidget *window);

    /// Menus are filled once; retranslate() names them.
    void addTo(QMenuBar &bar);
    void addTo(QToolBar &bar);
    /// Of the actions on runs, those in `allowed` can be used.
    void allow(const QSet<RunAction> &allowed);
    void retranslate();

    QAction *add, *discover, *import, *occupancy, *settings, *quit;
    QAction *wizard, *start, *startLater, *pause, *retry, *rollBack, *accept, *deleteDocker;
    QAction *record, *records, *instruction, *error, *undoLedger, *housekeeping, *leaveOut, *up, *down;
    QAction *pauseAll, *details, *about, *guide;
    QActionGroup *languages; ///< each action's data is the language's code
    QActionGroup *themes; ///< each action's data is a Theme::Choice
    QMenu *vmMenu = nullptr; ///< all that can be done with the selected runs
    QMenu *queueMenu = nullptr;
    QMenu *backMenu = nullptr; ///< runs that were left out; filled by the window, as it is opened

private:
    QMenu *m_viewMenu = nullptr, *m_languageMenu = nullptr, *m_themeMenu = nullptr, *m_helpMenu = nullptr;
};

} // namespace undock::gui
