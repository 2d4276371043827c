#include "gui/queue/main_actions.h"

#include "gui/text/language.h"
#include "gui/widgets/icons.h"
#include "gui/widgets/theme.h"

#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

namespace undock::gui {

MainActions::MainActions(const QString &theme, QWidget *window)
    : QObject(window)
{
    const auto make = [this, window](const char *name, const char *icon, const QKeySequence &keys = {}) {
        auto *action = new QAction(this);
        action->setObjectName(QLatin1String(name));
        if (icon)
            action->setIcon(Icons::get(QLatin1String(icon)));
        action->setShortcut(keys);
        window->addAction(action);
        return action;
    };
    add = make("actionAdd", "add", QKeySequence::New);
    discover = make("actionDiscover", "discover", QKeySequence(Qt::CTRL | Qt::Key_D));
    import = make("actionImport", "import", QKeySequence(Qt::CTRL | Qt::Key_I));
    occupancy = make("actionOccupancy", "user", QKeySequence(Qt::CTRL | Qt::Key_W));
    settings = make("actionSettings", "settings", QKeySequence(Qt::CTRL | Qt::Key_Comma));
    quit = make("actionQuit", "quit", QKeySequence(Qt::CTRL | Qt::Key_Q));
    wizard = make("actionWizard", "wizard");
    start = make("actionStart", "start", QKeySequence(Qt::Key_F5));
    startLater = make("actionStartLater", "clock");
    pause = make("actionPause", "pause", QKeySequence(Qt::Key_F6));
    retry = make("actionRetry", "retry", QKeySequence(Qt::CTRL | Qt::Key_R));
    rollBack = make("actionRollBack", "rollback");
    accept = make("actionAccept", "accept", QKeySequence(Qt::CTRL | Qt::Key_E));
    deleteDocker = make("actionDeleteDocker", "delete");
    record = make("actionRecord", "record", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    records = make("actionRecords", "records", QKeySequence(Qt::CTRL | Qt::Key_B));
    instruction = make("actionInstruction", "instruction", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    error = make("actionCopyError", "copy");
    undoLedger = make("actionUndoLedger", "rollback");
    housekeeping = make("actionHousekeeping", nullptr);
    leaveOut = make("actionLeaveOut", nullptr, QKeySequence::Delete);
    // The table's own key, once a stroke: elsewhere it belongs to what is typed, and held it would empty the list.
    leaveOut->setShortcutContext(Qt::WidgetShortcut);
    leaveOut->setAutoRepeat(false);
    window->removeAction(leaveOut);
    up = make("actionMoveUp", "up", QKeySequence(Qt::ALT | Qt::Key_Up));
    down = make("actionMoveDown", "down", QKeySequence(Qt::ALT | Qt::Key_Down));
    pauseAll = make("actionPauseAll", "pause", QKeySequence(Qt::SHIFT | Qt::Key_F6));
    pauseAll->setCheckable(true);
    details = make("actionDetails", nullptr, QKeySequence(Qt::Key_F4));
    details->setCheckable(true);
    details->setChecked(true);
    about = make("actionAbout", nullptr);
    guide = make("actionGuide", "book", QKeySequence(Qt::Key_F1));

    languages = new QActionGroup(this);
    for (const QString &language : Language::available()) {
        auto *action = new QAction(Language::displayName(language), languages);
        action->setCheckable(true);
        action->setData(language);
        action->setObjectName(QStringLiteral("language_") + language);
    }
    themes = new QActionGroup(this);
    for (const auto choice : { Theme::Choice::System, Theme::Choice::Light, Theme::Choice::Dark }) {
        auto *action = new QAction(themes);
        action->setCheckable(true);
        action->setData(int(choice));
        action->setObjectName(QStringLiteral("theme_") + Theme::nameOf(choice));
        action->setChecked(Theme::nameOf(choice) == theme || (choice == Theme::Choice::System && theme.isEmpty()));
    }
}

void MainActions::addTo(QMenuBar &bar)
{
    queueMenu = bar.addMenu(QString());
    queueMenu->addActions({ add, discover, import });
    backMenu = queueMenu->addMenu(QString());
    backMenu->setObjectName(QStringLiteral("menuPutBack"));
    queueMenu->addSeparator();
    queueMenu->addActions({ pauseAll, records, occupancy, settings });
    queueMenu->addSeparator();
    queueMenu->addAction(quit);
    vmMenu = bar.addMenu(QString());
    vmMenu->addActions({ wizard, start, startLater, pause, retry });
    vmMenu->addSeparator();
    vmMenu->addActions({ accept, deleteDocker, rollBack });
    vmMenu->addSeparator();
    vmMenu->addActions({ record, instruction, error, undoLedger, housekeeping });
    vmMenu->addSeparator();
    vmMenu->addActions({ up, down, leaveOut });
    m_viewMenu = bar.addMenu(QString());
    m_viewMenu->addAction(details);
    m_viewMenu->addSeparator();
    m_languageMenu = m_viewMenu->addMenu(QString());
    m_languageMenu->addActions(languages->actions());
    m_themeMenu = m_viewMenu->addMenu(QString());
    m_themeMenu->addActions(themes->actions());

    m_helpMenu = bar.addMenu(QString());
    m_helpMenu->addAction(guide);
    m_helpMenu->addAction(about);
}

void MainActions::addTo(QToolBar &bar)
{
    bar.addActions({ add, discover, import });
    bar.addSeparator();
    bar.addActions({ start, pause, retry });
    bar.addSeparator();
    bar.addActions({ wizard, accept, records });
    auto *spacer = new QWidget(&bar);
    spacer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar.addWidget(spacer);
    bar.addAction(settings);
    for (QAction *action : bar.actions()) {
        if (auto *button = qobject_cast<QToolButton *>(bar.widgetForAction(action)))
            button->setFocusPolicy(Qt::TabFocus);
    }
}

void MainActions::allow(const QSet<RunAction> &allowed)
{
    const std::pair<QAction *, RunAction> pairs[] = { { wizard, RunAction::OpenWizard }, { start, RunAction::Start },
        { startLater, RunAction::Start }, { pause, RunAction::Pause }, { retry, RunAction::Retry },
        { rollBack, RunAction::RollBack }, { accept, RunAction::Accept }, { deleteDocker, RunAction::DeleteDocker },
        { record, RunAction::OpenRecord }, { instruction, RunAction::CopyInstruction }, { error, RunAction::CopyError },
        { housekeeping, RunAction::Housekeeping }, { undoLedger, RunAction::UndoLedger },
        { leaveOut, RunAction::LeaveOut }, { up, RunAction::MoveUp }, { down, RunAction::MoveDown } };
    for (const auto &[action, what] : pairs)
        action->setEnabled(allowed.contains(what));
}

void MainActions::retranslate()
{
    const auto set = [](QAction *action, const QString &text, const QString &tip) {
        action->setText(text);
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        action->setToolTip(keys.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, keys));
    };
    set(add, tr("&Add VM…"), tr("Migrate one VM with the wizard"));
    set(discover, tr("&Discover…"), tr("Ask the node for its VMs"));
    set(import, tr("&Import…"), tr("Take VMs from a CSV file or pasted lines"));
    set(occupancy, tr("&Who works on the node…"),
        tr("Leases and holds on the node; release a hold, take a colleague's run over"));
    set(settings, tr("&Settings…"), tr("Nodes, folders, workers, language"));
    set(quit, tr("&Quit"), tr("Close the program"));
    set(wizard, tr("&Open wizard"), tr("This VM step by step"));
    set(start, tr("&Start"), tr("Queue the migration, stages A to H"));
    set(startLater, tr("Start &later…"), tr("Queue the migration for a later time"));
    set(pause, tr("&Pause"), tr("Pause after the step that runs now"));
    set(retry, tr("Re&try"), tr("Go on from the step that failed"));
    set(rollBack, tr("Roll &back…"), tr("Bring Docker's version back"));
    set(accept, tr("User's a&cceptance…"), tr("Record what the user said"));
    set(deleteDocker, tr("&Delete Docker…"), tr("The last stage, when all its conditions hold"));
    set(record, tr("Open &record"), tr("The record of this run"));
    set(records, tr("&Records"), tr("All runs and their records"));
    set(instruction, tr("Copy &instruction text"), tr("The procedure's instruction for another window or an AI"));
    set(error, tr("Copy &error"), tr("What failed, as text"));
    set(undoLedger, tr("U&ndo the ledger update…"), tr("Put back what this run changed in the operator's table"));
    set(housekeeping, tr("&Housekeeping…"), tr("Old backups and folders in the VM: list them, remove what you name"));
    set(leaveOut, tr("Lea&ve out"),
        tr("Take this VM off the list; its journal stays, and the menu “Queue” puts it back"));
    set(up, tr("Move &up"), tr("Earlier in the queue"));
    set(down, tr("Move do&wn"), tr("Later in the queue"));
    set(pauseAll, tr("&Pause the queue"), tr("Nothing new begins; what runs ends its step"));
    set(details, tr("&Details"), tr("Show the pane below the table"));
    set(about, tr("&About"), tr("Version and licence"));
    set(guide, tr("Operator's &guide"), tr("How to use this program"));
    m_helpMenu->setTitle(tr("&Help"));
    queueMenu->setTitle(tr("&Queue"));
    backMenu->setTitle(tr("Put &back on the list"));
    vmMenu->setTitle(tr("&VM"));
    m_viewMenu->setTitle(tr("Vie&w"));
    m_languageMenu->setTitle(tr("&Language"));
    m_themeMenu->setTitle(tr("&Theme"));
    const QString themeNames[] = { tr("As the &system"), tr("&Light"), tr("&Dark") };
    for (int i = 0; i < 3; ++i)
        themes->actions().at(i)->setText(themeNames[i]);
    for (QAction *action : languages->actions())
        action->setChecked(action->data().toString() == Language::current());
}

} // namespace undock::gui
