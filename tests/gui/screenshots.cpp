// Pictures of every page and dialog in both languages and both themes:
//   undock-screenshots FOLDER [PAGE…]

#include "core/journal/writer.h"
#include "gui/app/about_dialog.h"
#include "gui/app/question_dialogs.h"
#include "gui/app/shell.h"
#include "gui/help/guide_window.h"
#include "gui/housekeeping/housekeeping_dialog.h"
#include "gui/queue/discover_dialog.h"
#include "gui/queue/import_dialog.h"
#include "gui/queue/occupancy_dialog.h"
#include "gui/queue/read_dialog.h"
#include "gui/queue/start_later_dialog.h"
#include "gui/records/bundle_dialog.h"
#include "gui/records/handover_dialog.h"
#include "gui/records/record_export.h"
#include "gui/records/records_window.h"
#include "gui/settings/settings_dialog.h"
#include "gui/text/language.h"
#include "support/sample_desk.h"
#include "support/sample_inquiry.h"
#include "support/silent_questions.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <cstdio>

using namespace undock;
using namespace undock::gui;
using namespace undock::gui::test;

namespace {

class Camera {
public:
    Camera(QString folder, QStringList only)
        : m_folder(std::move(folder))
        , m_only(std::move(only))
    {
    }
    bool wants(const QString &page) const { return m_only.isEmpty() || m_only.contains(page); }
    void take(QWidget &window, const QString &page, const QString &part = {})
    {
        if (!wants(page))
            return;
        window.show();
        QTest::qWait(60);
        QCoreApplication::sendPostedEvents();
        const QString path = QStringLiteral("%1/%2-%3-%4.png")
                                 .arg(m_folder, Language::current(),
                                     Theme::isDark() ? QStringLiteral("dark") : QStringLiteral("light"), page + part);
        if (!window.grab().save(path))
            std::fprintf(stderr, "cannot write %s\n", qPrintable(path));
        else
            ++m_taken;
    }
    int taken() const { return m_taken; }

private:
    QString m_folder;
    QStringList m_only;
    int m_taken = 0;
};

/// Everything the windows stand on, filled with runs that were recorded in the lab.
struct Studio {
    QTemporaryDir data;
    AppSettings settings{ data.path() };
    SilentQuestions questions;
    SampleDesk desk{ data.path() };
    SampleInquiry nodes;
    QString procedure;

    Studio()
    {
        settings.rememberNode({ QStringLiteral("root@node-2.example"), {}, {}, true });
        settings.rememberNode(
            { QStringLiteral("root@node-1.example"), {}, QStringLiteral("/home/lin/.ssh/id_ed25519"), true });
        settings.setValue(QStringLiteral("node"), QStringLiteral("root@node-1.example"));
        settings.setValue(QStringLiteral("operator"), QStringLiteral("lin"));
        write(QStringLiteral("00_SOP.md"),
            "# 标准教程\n\n## 0. 结论\n\n1. 每个窗口开始前先读完本文件。\n2. 先备份，后停 Docker，不删。\n3. "
            "验收没通过前禁止删除容器。\n\n## 1. 背景\n\n统一迁移到直装模式，用户不感知底层变化。\n");
        write(QStringLiteral("baseline.md"), "# 结论与执行基线\n\n- 面板版本 `v2026.02.20-r4`\n");
        settings.setValue(QStringLiteral("procedure_file"), data.filePath(QStringLiteral("00_SOP.md")));
        settings.setValue(QStringLiteral("baseline_file"), data.filePath(QStringLiteral("baseline.md")));
        nodes.fill();
    }
    void write(const QString &name, const char *text)
    {
        QFile file(data.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
    }
};

void takeBundle(Camera &camera, Studio &studio, const QString &run)
{
    const auto path = RecordExport::writeBundle(studio.desk, run, studio.data.path());
    if (!path) {
        std::fprintf(stderr, "no bundle: %s\n", qPrintable(describe(path.error())));
        return;
    }
    BundleWork work(studio.desk.prompter());
    auto *bundle = new BundleDialog(studio.desk.settings(), work, *path);
    QEventLoop looked;
    QObject::connect(&work, &BundleWork::checked, &looked, &QEventLoop::quit);
    looked.exec();
    camera.take(*bundle, QStringLiteral("bundle"));
    delete bundle;
}

void takeQueue(Camera &camera, Studio &studio, Shell &shell)
{
    MainWindow &window = shell.window();
    camera.take(window, QStringLiteral("queue"));
    auto *tabs = window.findChild<QTabWidget *>(QStringLiteral("tabs"));
    window.selectRun(studio.desk.runs().at(3));
    tabs->setCurrentIndex(1);
    camera.take(window, QStringLiteral("evidence"));
    tabs->setCurrentIndex(2);
    camera.take(window, QStringLiteral("checks"));
    tabs->setCurrentIndex(3);
    camera.take(window, QStringLiteral("ways-back"));
    tabs->setCurrentWidget(window.findChild<QWidget *>(QStringLiteral("timelineTab")));
    camera.take(window, QStringLiteral("timeline"));
    window.say(ErrorText::of({ Error::Kind::NotReached, QStringLiteral("no-route"),
        QStringLiteral("connect to 192.0.2.10 port 22: no route to host"), QStringLiteral("root@node-1.example"),
        {} }));
    camera.take(window, QStringLiteral("queue-error"));
}

void takeWizard(Camera &camera, Studio &studio, Shell &shell)
{
    const QStringList pages{ QStringLiteral("read"), QStringLiteral("node"), QStringLiteral("scan"),
        QStringLiteral("plan"), QStringLiteral("migrate"), QStringLiteral("acceptance"), QStringLiteral("deletion"),
        QStringLiteral("record") };
    // Which of the sample runs shows a page best.
    const int runs[] = { 8, 8, 0, 0, 0, 3, 5, 6 };
    {
        RunWizard *wizard = shell.addVm({ { QStringLiteral("vmid"), QStringLiteral("112") } });
        camera.take(*wizard, QStringLiteral("wizard-1-read"));
        wizard->findChild<QCheckBox *>(QStringLiteral("read"))->setChecked(true);
        wizard->next();
        wizard->currentPage()->findChild<QPushButton *>(QStringLiteral("test"))->click();
        wizard->currentPage()->findChild<QPushButton *>(QStringLiteral("lookUp"))->click();
        camera.take(*wizard, QStringLiteral("wizard-2-node"));
        studio.nodes.error = Error{ Error::Kind::NotReached, QStringLiteral("host-key-changed"),
            QStringLiteral("the host key of node-1.example changed"), QStringLiteral("node-1.example"), {} };
        wizard->currentPage()->findChild<QPushButton *>(QStringLiteral("test"))->click();
        wizard->models().form.set(Field::Ip, QStringLiteral("10.10.10.999"));
        camera.take(*wizard, QStringLiteral("wizard-2-node-errors"));
        studio.nodes.error.reset();
        delete wizard;
    }
    for (int page = 2; page < 8; ++page) {
        const QString name = QStringLiteral("wizard-%1-%2").arg(page + 1).arg(pages.at(page));
        if (!camera.wants(name))
            continue;
        RunWizard *wizard = shell.openWizard(studio.desk.runs().at(runs[page]), page);
        QTest::qWait(1200); // speed and remaining time want a second look
        camera.take(*wizard, name);
        delete wizard;
    }
    const QString tooSmall = QStringLiteral("wizard-4-plan-short");
    if (camera.wants(tooSmall)) {
        JournalBuilder maker(
            QStringLiteral("114"), QStringLiteral("vm-260219-13"), QDateTime::currentDateTimeUtc().addSecs(-400));
        maker.scan().pass(QStringLiteral("a-scan"), 1,
            Json::array({ { "disk_free", "536870912" }, { "disk_needed", "2147483648" } }));
        studio.desk.put(maker);
        RunWizard *wizard = shell.openWizard(maker.run());
        camera.take(*wizard, tooSmall);
        delete wizard;
        (void)studio.desk.leaveOut(maker.run());
    }
    const QString finish = QStringLiteral("wizard-7-finish");
    if (camera.wants(finish)) {
        const RecordedRun deleted = RecordedRun::named("whole")
                                        .afterStep("i-delete")
                                        .onVm(113, QStringLiteral("vm-260219-12"))
                                        .endingAt(QDateTime::currentDateTimeUtc().addSecs(-60));
        studio.desk.put(deleted);
        RunWizard *wizard = shell.openWizard(deleted.run());
        camera.take(*wizard, finish);
        delete wizard;
        (void)studio.desk.leaveOut(deleted.run());
    }
}

void takeDialogs(Camera &camera, Studio &studio, Shell &shell)
{
    {
        DiscoverDialog *dialog = shell.discover();
        dialog->findChild<QPushButton *>(QStringLiteral("ask"))->click();
        dialog->findChild<QPushButton *>(QStringLiteral("chooseAll"))->click();
        camera.take(*dialog, QStringLiteral("discover"));
        delete dialog;
    }
    {
        ImportDialog *dialog = shell.import({});
        dialog->findChild<QPlainTextEdit *>(QStringLiteral("text"))
            ->setPlainText(
                QStringLiteral("vmid,ip,panel_tag,node,name\n201,10.10.10.61,v2026.02.20-r4,,bot-a\n202,10.10.10.62,,,"
                               "bot-b\n20x,10.10.10.63,,,bot-c\n204,10.10.10.999,,,bot-d\n201,10.10.10.61,,,bot-a\n102,"
                               "10.10.10.11,,,bot-e\n"));
        camera.take(*dialog, QStringLiteral("import"));
        delete dialog;
    }
    {
        SettingsDialog *dialog = shell.openSettings();
        const char *const tabs[] = { "nodes", "queue", "folders", "sources", "appearance" };
        for (int tab = 0; tab < 5; ++tab) {
            dialog->showTab(tab);
            camera.take(*dialog, QStringLiteral("settings-%1").arg(QLatin1String(tabs[tab])));
        }
        auto *model = dialog->findChild<QTreeView *>(QStringLiteral("nodes"))->model();
        model->setData(model->index(1, 0), QStringLiteral("node-2"));
        dialog->findChild<QDialogButtonBox *>(QStringLiteral("buttons"))->button(QDialogButtonBox::Ok)->click();
        camera.take(*dialog, QStringLiteral("settings-nodes-refused"));
        delete dialog;
    }
    {
        RecordsWindow *records = shell.records(studio.desk.runs().at(6));
        camera.take(*records, QStringLiteral("records"));
        HandoverDialog handover(studio.desk, studio.desk.runs().at(6));
        handover.show();
        camera.take(handover, QStringLiteral("handover"));
        if (camera.wants(QStringLiteral("bundle")))
            takeBundle(camera, studio, studio.desk.runs().at(6));
        delete records;
        GuideWindow *guide = shell.guide();
        camera.take(*guide, QStringLiteral("guide"));
        delete guide;
    }
    {
        const QString run = studio.desk.runs().at(6);
        sampleLeftovers(studio.desk, run);
        HousekeepingDialog *dialog = shell.housekeeping(run);
        auto *view = dialog->findChild<QTreeView *>(QStringLiteral("leftovers"));
        view->setCurrentIndex(view->model()->index(0, 0));
        camera.take(*dialog, QStringLiteral("housekeeping"));
        delete dialog;
    }
    if (camera.wants(QStringLiteral("menu-put-back"))) {
        auto *back = shell.window().findChild<QMenu *>(QStringLiteral("menuPutBack"));
        auto *queueMenu = qobject_cast<QMenu *>(back->parent());
        const QStringList left{ studio.desk.runs().at(2), studio.desk.runs().at(4) };
        for (const QString &run : left)
            (void)studio.desk.leaveOut(run);
        Q_EMIT queueMenu->aboutToShow();
        camera.take(*queueMenu, QStringLiteral("menu-put-back"));
        camera.take(*back, QStringLiteral("menu-put-back"), QStringLiteral("-runs"));
        back->hide();
        queueMenu->hide();
        for (const QString &run : left)
            (void)studio.desk.takeBack(run);
    }
    {
        studio.nodes.here = sampleOccupancy();
        OccupancyDialog *dialog = shell.occupancy(QStringLiteral("root@node-1.example"), QStringLiteral("105"));
        camera.take(*dialog, QStringLiteral("occupancy"));
        delete dialog;
        AboutDialog *about = shell.about();
        camera.take(*about, QStringLiteral("about"));
        delete about;
    }
    {
        HostKeyDialog dialog(
            QStringLiteral("node-1.example"), QStringLiteral("SHA256:4Zq8r0y0nYp1sVb7kQw2mXcT9dLhE6uJ3aFgN5oRiKs"));
        camera.take(dialog, QStringLiteral("host-key"));
    }
    {
        SecretDialog dialog(
            SecretPrompt::passphrase(QStringLiteral("/home/lin/.ssh/id_ed25519")), Questions::Keychain::Usual);
        camera.take(dialog, QStringLiteral("secret"));
    }
    {
        DeletionDialog dialog(QStringLiteral("107"),
            QCoreApplication::translate("undock::gui::DeletionPage",
                "Docker's two containers of this VM are removed for good. Every condition is asked again at that "
                "moment, and the acceptance is run once more."),
            { QCoreApplication::translate("undock::gui::DeletionPage", "/data/openclaw, /data/panel and /opt/openclaw"),
                QCoreApplication::translate("undock::gui::DeletionPage", "the backup in /root") });
        camera.take(dialog, QStringLiteral("delete"));
    }
    {
        QuitDialog dialog({ QStringLiteral("102  vm-260219-01"), QStringLiteral("103  vm-260219-02") });
        camera.take(dialog, QStringLiteral("quit"));
    }
    {
        StartLaterDialog dialog(4);
        camera.take(dialog, QStringLiteral("start-later"));
    }
    {
        ReadModel model(studio.desk);
        model.load(studio.settings.value(QStringLiteral("procedure_file")),
            studio.settings.value(QStringLiteral("baseline_file")), {}, {});
        ReadDialog dialog(model);
        camera.take(dialog, QStringLiteral("read-first"));
    }
}

void takeAll(Camera &camera)
{
    {
        Studio nothing;
        Shell shell(nothing.desk, nothing.settings, nothing.nodes, nothing.questions);
        camera.take(shell.window(), QStringLiteral("queue-empty"));
    }
    Studio studio;
    Shell shell(studio.desk, studio.settings, studio.nodes, studio.questions);
    studio.desk.fill();
    shell.window().show();
    takeQueue(camera, studio, shell);
    takeWizard(camera, studio, shell);
    takeDialogs(camera, studio, shell);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (argc < 2) {
        std::fputs("usage: undock-screenshots FOLDER [PAGE…]\n", stderr);
        return 2;
    }
    QDir().mkpath(QString::fromLocal8Bit(argv[1]));
    Camera camera(QString::fromLocal8Bit(argv[1]), QCoreApplication::arguments().mid(2));
    for (const QString &language : Language::available()) {
        for (const auto theme : { Theme::Choice::Light, Theme::Choice::Dark }) {
            Language::use(language);
            Theme::apply(application, theme);
            takeAll(camera);
        }
    }
    std::printf("%d pictures in %s\n", camera.taken(), argv[1]);
    return camera.taken() > 0 ? 0 : 1;
}
