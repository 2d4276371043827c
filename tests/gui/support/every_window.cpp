#include "support/every_window.h"

#include "gui/app/about_dialog.h"
#include "gui/app/question_dialogs.h"
#include "gui/housekeeping/housekeeping_dialog.h"
#include "gui/queue/discover_dialog.h"
#include "gui/queue/import_dialog.h"
#include "gui/queue/occupancy_dialog.h"
#include "gui/queue/read_dialog.h"
#include "gui/queue/start_later_dialog.h"
#include "gui/records/bundle_dialog.h"
#include "gui/records/handover_dialog.h"
#include "gui/records/records_window.h"
#include "gui/settings/settings_dialog.h"

#include <QCheckBox>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>

namespace undock::gui::test {

EveryWindow::EveryWindow()
{
    m_nodes.fill();
    m_settings.setValue(QStringLiteral("node"), QStringLiteral("root@node-1.example"));
    m_settings.setValue(QStringLiteral("operator"), QStringLiteral("lin"));
    m_desk.fill();
    m_shell.window().show();
}

EveryWindow::~EveryWindow() = default;

QStringList EveryWindow::names()
{
    QStringList windows{ QStringLiteral("main"), QStringLiteral("discover"), QStringLiteral("import"),
        QStringLiteral("records"), QStringLiteral("host-key"), QStringLiteral("secret"), QStringLiteral("delete"),
        QStringLiteral("quit"), QStringLiteral("start-later"), QStringLiteral("read"), QStringLiteral("occupancy"),
        QStringLiteral("about"), QStringLiteral("housekeeping"), QStringLiteral("handover"), QStringLiteral("bundle") };
    for (int tab = 0; tab < 5; ++tab)
        windows << QStringLiteral("details %1").arg(tab);
    for (int tab = 0; tab < 5; ++tab)
        windows << QStringLiteral("settings %1").arg(tab);
    for (int page = 0; page < RunWizard::PageCount; ++page)
        windows << QStringLiteral("wizard %1").arg(page);
    return windows;
}

QWidget *EveryWindow::own(QWidget *window)
{
    m_owned.reset(window);
    return window;
}

QWidget &EveryWindow::ofMain(int tab)
{
    m_shell.window().selectRun(m_desk.runs().at(3));
    m_shell.window().findChild<QTabWidget *>(QStringLiteral("tabs"))->setCurrentIndex(tab);
    return m_shell.window();
}

QWidget &EveryWindow::wizard(int page)
{
    if (page >= 2) {
        const int runs[] = { 0, 0, 0, 0, 0, 3, 5, 6 }; // which of the sample runs shows a page best
        return *m_shell.openWizard(m_desk.runs().at(runs[page]), page);
    }
    RunWizard *wizard = m_shell.addVm({ { QStringLiteral("vmid"), QStringLiteral("112") } });
    if (page == 1) {
        wizard->findChild<QCheckBox *>(QStringLiteral("read"))->setChecked(true);
        wizard->next();
        wizard->currentPage()->findChild<QPushButton *>(QStringLiteral("test"))->click();
        wizard->currentPage()->findChild<QPushButton *>(QStringLiteral("lookUp"))->click();
    }
    return *wizard;
}

QWidget &EveryWindow::open(const QString &name)
{
    const QString kind = name.section(QLatin1Char(' '), 0, 0);
    const int number = name.section(QLatin1Char(' '), 1, 1).toInt();
    QWidget *window = nullptr;
    if (kind == QLatin1String("main") || kind == QLatin1String("details")) {
        window = &ofMain(number);
    } else if (kind == QLatin1String("wizard")) {
        window = &wizard(number);
    } else if (kind == QLatin1String("settings")) {
        SettingsDialog *dialog = m_shell.openSettings();
        dialog->showTab(number);
        window = dialog;
    } else if (kind == QLatin1String("discover")) {
        window = m_shell.discover();
        window->findChild<QPushButton *>(QStringLiteral("ask"))->click();
    } else if (kind == QLatin1String("occupancy")) {
        m_nodes.here = sampleOccupancy();
        window = m_shell.occupancy(QStringLiteral("root@node-1.example"), QStringLiteral("105"));
    } else if (kind == QLatin1String("housekeeping")) {
        const QString run = m_desk.runs().at(6);
        sampleLeftovers(m_desk, run);
        window = m_shell.housekeeping(run);
    } else if (kind == QLatin1String("about")) {
        window = m_shell.about();
    } else if (kind == QLatin1String("import")) {
        window = m_shell.import({});
    } else if (kind == QLatin1String("records")) {
        window = own(m_shell.records({}));
    } else if (kind == QLatin1String("handover")) {
        window = own(new HandoverDialog(m_desk, m_desk.runs().at(6)));
    } else if (kind == QLatin1String("bundle")) {
        window = own(new BundleDialog(m_desk.settings(), m_bundles, QStringLiteral("/nowhere/2026-02-20_102.zip")));
    } else if (kind == QLatin1String("host-key")) {
        window = own(new HostKeyDialog(
            QStringLiteral("node-1.example"), QStringLiteral("SHA256:4Zq8r0y0nYp1sVb7kQw2mXcT9dLhE6uJ3aFgN5oRiKs")));
    } else if (kind == QLatin1String("secret")) {
        window = own(new SecretDialog(
            SecretPrompt::password(QStringLiteral("root@node-1.example"), 1), Questions::Keychain::Usual));
    } else if (kind == QLatin1String("delete")) {
        window = own(new DeletionDialog(QStringLiteral("107"), QStringLiteral("…"), { QStringLiteral("/data") }));
    } else if (kind == QLatin1String("quit")) {
        window = own(new QuitDialog({ QStringLiteral("102") }));
    } else if (kind == QLatin1String("start-later")) {
        window = own(new StartLaterDialog(3));
    } else {
        auto model = std::make_unique<ReadModel>(m_desk);
        window = own(new ReadDialog(*model));
        m_model = std::move(model);
    }
    window->show();
    QTest::qWait(30);
    return *window;
}

} // namespace undock::gui::test
