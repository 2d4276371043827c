// Pictures of every page and dialog in both languages and both themes:
//   undock-screenshots FOLDER [PAGE…]

#include "gui/queue/main_window.h"
#include "gui/queue/queue_model.h"
#include "gui/settings/app_settings.h"
#include "gui/text/language.h"
#include "gui/widgets/icons.h"
#include "gui/widgets/run_output.h"
#include "support/sample_desk.h"
#include "support/silent_questions.h"

#include <QApplication>
#include <QDir>
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
    void take(QWidget &window, const QString &page)
    {
        if (!wants(page))
            return;
        window.show();
        QTest::qWait(60);
        QCoreApplication::sendPostedEvents();
        const QString path = QStringLiteral("%1/%2-%3-%4.png")
                                 .arg(m_folder, Language::current(), Theme::isDark() ? QStringLiteral("dark") : QStringLiteral("light"), page);
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

void takeAll(Camera &camera)
{
    QTemporaryDir data;
    AppSettings settings(data.path());
    SilentQuestions questions;
    SampleDesk desk;
    QueueModel model(desk);
    RunOutput outputs(desk);
    {
        SampleDesk nothing;
        QueueModel none(nothing);
        RunOutput noOutputs(nothing);
        MainWindow window(nothing, settings, none, noOutputs, questions);
        window.setNodeStatus(QStringLiteral("root@node-1.example"), Tone::Passed);
        camera.take(window, QStringLiteral("queue-empty"));
    }
    desk.fill();
    model.flush();
    MainWindow window(desk, settings, model, outputs, questions);
    window.setNodeStatus(QStringLiteral("root@node-1.example"), Tone::Passed);
    camera.take(window, QStringLiteral("queue"));
    auto *tabs = window.findChild<QTabWidget *>(QStringLiteral("tabs"));
    window.selectRun(desk.order.at(3));
    tabs->setCurrentIndex(1);
    camera.take(window, QStringLiteral("evidence"));
    tabs->setCurrentIndex(2);
    camera.take(window, QStringLiteral("checks"));
    tabs->setCurrentIndex(3);
    camera.take(window, QStringLiteral("ways-back"));
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
