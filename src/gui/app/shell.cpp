#include "gui/app/shell.h"

#include "core/params/field.h"
#include "gui/app/about_dialog.h"
#include "gui/help/guide_window.h"
#include "gui/housekeeping/housekeeping_dialog.h"
#include "gui/queue/discover_dialog.h"
#include "gui/queue/import_dialog.h"
#include "gui/queue/occupancy_dialog.h"
#include "gui/queue/read_dialog.h"
#include "gui/queue/start_later_dialog.h"
#include "gui/records/records_window.h"
#include "gui/settings/settings_dialog.h"
#include "gui/text/language.h"

#include "engine/store/run_store.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>

namespace undock::gui {

Shell::Shell(Queue &queue, AppSettings &settings, NodeInquiry &nodes, Questions &questions, QObject *parent)
    : QObject(parent)
    , m_queue(queue)
    , m_settings(settings)
    , m_nodes(nodes)
    , m_questions(questions)
    , m_model(queue)
    , m_contacts(queue)
    , m_outputs(queue)
    , m_shop{ queue, settings, m_model, m_outputs, nodes, questions }
    , m_bundles(queue.prompter())
    , m_window(std::make_unique<MainWindow>(queue, settings, m_model, m_outputs, questions))
{
    qApp->installEventFilter(&m_tips);
    // The command line may have worked meanwhile.
    connect(qApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive)
            m_queue.readOn();
    });
    MainWindow *window = m_window.get();
    connect(window, &MainWindow::addWanted, this, [this] { addVm(); });
    connect(window, &MainWindow::discoverWanted, this, [this] { discover(); });
    connect(window, &MainWindow::importWanted, this, [this](const QString &file) { import(file); });
    connect(window, &MainWindow::recordsWanted, this, [this](const QString &run) { records(run); });
    connect(window, &MainWindow::guideWanted, this, [this] { guide(); });
    connect(window, &MainWindow::occupancyWanted, this,
        [this](const QString &node, const QString &vmid) { occupancy(node, vmid); });
    connect(window, &MainWindow::housekeepingWanted, this, [this](const QString &run) { housekeeping(run); });
    connect(window, &MainWindow::aboutWanted, this, [this] { about(); });
    connect(window, &MainWindow::labWanted, this, &Shell::tryLab);
    if (LabTrial::isPossible())
        window->offerLab();
    connect(window, &MainWindow::settingsWanted, this, [this] { openSettings(); });
    connect(window, &MainWindow::wizardWanted, this, [this](const QString &run, int page) { openWizard(run, page); });
    connect(window, &MainWindow::startWanted, this, [this](const QStringList &runs) { start(runs, {}); });
    connect(window, &MainWindow::startLaterWanted, this, [this](const QStringList &runs) {
        auto *dialog = new StartLaterDialog(int(runs.size()), m_window.get());
        connect(dialog, &QDialog::accepted, this, [this, dialog, runs] { start(runs, dialog->when()); });
        dialog->open();
    });
    connect(window, &MainWindow::languageChosen, this, [this](const QString &language) {
        m_settings.setValue(QStringLiteral("language"), language);
        useLanguage(language);
    });
    connect(window, &MainWindow::themeChosen, this, [this](Theme::Choice theme) {
        m_settings.setValue(QStringLiteral("theme"), Theme::nameOf(theme));
        useTheme(theme);
    });
    // Also a node that became known: its key and jump host are the queue's way there.
    connect(&settings, &AppSettings::changed, this, [this] { m_queue.setSettings(m_settings.desk()); });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &Shell::updateNodeStatus);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &Shell::updateNodeStatus);
    connect(&queue, &Queue::taskFinished, this, &Shell::updateNodeStatus);
    connect(&m_contacts, &NodeContacts::changed, this, &Shell::updateNodeStatus);
    // Released, or seen to be gone, by whomever: the banner and the deletions go by the newest word.
    connect(&m_nodes, &NodeInquiry::occupied, this,
        [this](const NodeOccupancy &seen) { m_queue.noteHolds(seen.node, seen.holds); });
    updateNodeStatus();
}

Shell::~Shell()
{
    delete m_records; // its search ends before what it reads
}

void Shell::updateNodeStatus()
{
    const struct {
        Tone tone;
        QChar mark; // also told by its shape
        QString word;
    } told[] = { { Tone::Neutral, u'○', tr("not connected") }, { Tone::Failed, u'✕', tr("no answer") },
        { Tone::Accent, u'◐', tr("connecting…") }, { Tone::Passed, u'●', tr("connected") },
        { Tone::Unknown, u'?', tr("answer lost") } };
    m_model.flush();
    QStringList nodes;
    for (const auto &[node, contact] : m_contacts.nodes(m_model.rows())) {
        const auto &[tone, mark, word] = told[int(contact)];
        nodes << QStringLiteral("%1 <span style=\"color:%2\">%3</span> %4")
                     .arg(node.toHtmlEscaped(), Theme::color(tone).name(), mark, word.toHtmlEscaped());
    }
    m_window->setNodeStatus(
        nodes.isEmpty() ? tr("no node yet").toHtmlEscaped() : nodes.join(QLatin1String(" &nbsp;·&nbsp; ")));
}

RunWizard *Shell::openWizard(const QString &run, int page)
{
    if (const auto open = m_wizards.value(run)) { // one VM, one wizard
        open->raise();
        open->activateWindow();
        return open;
    }
    auto *wizard = new RunWizard(m_shop, m_window.get());
    m_wizards.insert(run, wizard);
    wizard->open(run, page);
    wizard->show();
    return wizard;
}

RunWizard *Shell::addVm(const QMap<QString, QString> &fields)
{
    auto *wizard = new RunWizard(m_shop, m_window.get());
    wizard->begin(fields);
    wizard->show();
    return wizard;
}

DiscoverDialog *Shell::discover()
{
    QSet<VmId> here;
    for (const RunRow &row : m_model.rows()) {
        if (row.vm && row.phase != RunState::Phase::RolledBack)
            here << *row.vm;
    }
    auto *dialog = new DiscoverDialog(m_nodes, m_settings, here, m_window.get());
    connect(dialog, &DiscoverDialog::chosen, this, [this](const QString &node, const std::vector<FoundVm> &vms) {
        std::vector<RunParameters> all;
        QStringList refused;
        for (const FoundVm &vm : vms) {
            QMap<QString, QString> fields = m_settings.startValues();
            fields.insert(nameOf(Field::Node), node);
            fields.insert(nameOf(Field::Vmid), vm.vmid);
            fields.insert(nameOf(Field::Ip), vm.ip);
            const auto made = makeRunParameters(fields);
            if (made)
                all.push_back(*made);
            else
                refused << notTaken(node, vm.vmid, made.error().front());
        }
        add(all, refused);
    });
    dialog->show();
    return dialog;
}

ImportDialog *Shell::import(const QString &file)
{
    QSet<VmId> here;
    for (const RunRow &row : m_model.rows()) {
        if (row.vm && row.phase != RunState::Phase::RolledBack && row.phase != RunState::Phase::Deleted)
            here << *row.vm;
    }
    auto *dialog = new ImportDialog(m_settings, file, here, m_window.get());
    connect(
        dialog, &ImportDialog::chosen, this, [this](const std::vector<RunParameters> &parameters) { add(parameters); });
    dialog->show();
    return dialog;
}

GuideWindow *Shell::guide()
{
    if (!m_guide) {
        m_guide = new GuideWindow;
        m_guide->show();
    }
    m_guide->raise();
    m_guide->activateWindow();
    return m_guide;
}

OccupancyDialog *Shell::occupancy(const QString &node, const QString &vmid)
{
    auto *dialog = new OccupancyDialog(m_nodes, m_settings, m_window.get());
    connect(dialog, &OccupancyDialog::adopted, this, [this](const QString &run) {
        m_queue.load();
        m_window->selectRun(run);
        m_window->say(Tone::Passed, tr("The run was taken over"),
            tr("Its journal is here now. Start it to go on from where it stands; the VM is asked first."));
    });
    dialog->show();
    if (!node.isEmpty())
        dialog->showHold(node, vmid);
    return dialog;
}

HousekeepingDialog *Shell::housekeeping(const QString &run)
{
    if (run.isEmpty())
        return nullptr;
    auto *dialog = new HousekeepingDialog(m_queue, m_questions, run, m_window.get());
    dialog->show();
    if (!listedLeftovers(m_queue.state(run)))
        dialog->list();
    return dialog;
}

AboutDialog *Shell::about()
{
    auto *dialog = new AboutDialog(m_window.get());
    dialog->open();
    return dialog;
}

void Shell::tryLab()
{
    if (!m_lab) {
        m_lab = std::make_unique<LabTrial>();
        connect(m_lab.get(), &LabTrial::ready, this,
            [this](const QMap<QString, QString> &fields, const QString &identity, const QString &knownHosts) {
                m_window->setLabBusy(false);
                DeskSettings desk = m_settings.desk();
                desk.knownHosts = knownHosts;
                desk.identity = identity;
                m_settings.setDesk(desk);
                SavedNode node = m_settings.node(fields.value(nameOf(Field::Node)));
                node.identity = identity;
                m_settings.rememberNode(node);
                m_window->say(Tone::Passed, tr("The lab is up"),
                    tr("A node with one VM runs on this machine. ./dev lab down ends it."));
                addVm(fields);
            });
        connect(m_lab.get(), &LabTrial::failed, this, [this](const QString &why) {
            m_window->setLabBusy(false);
            m_window->say(Tone::Failed, tr("The lab could not be made"), why);
        });
    }
    m_window->setLabBusy(true);
    m_window->say(Tone::Accent, tr("The lab is being made"),
        tr("The first time it downloads what it needs, which takes some minutes."));
    m_lab->begin();
}

RecordsWindow *Shell::records(const QString &run)
{
    if (!m_records) {
        m_records = new RecordsWindow(m_queue, m_bundles);
        m_records->show();
    }
    m_records->raise();
    m_records->activateWindow();
    if (!run.isEmpty())
        m_records->showRun(run);
    return m_records;
}

SettingsDialog *Shell::openSettings()
{
    auto *dialog = new SettingsDialog(m_settings, m_window.get());
    connect(dialog, &SettingsDialog::languageChosen, this, &Shell::useLanguage);
    connect(dialog, &SettingsDialog::themeChosen, this, &Shell::useTheme);
    connect(dialog, &SettingsDialog::secretsForgotten, this, &Shell::secretsForgotten);
    connect(dialog, &SettingsDialog::webhookKept, this, &Shell::webhookKept);
    connect(dialog, &SettingsDialog::webhookTestWanted, this, &Shell::webhookTestWanted);
    dialog->show();
    return dialog;
}

void Shell::useLanguage(const QString &language)
{
    Language::use(language.isEmpty() ? Language::ofSystem() : language);
    updateNodeStatus();
}

void Shell::useTheme(Theme::Choice theme)
{
    Theme::apply(*qobject_cast<QApplication *>(QApplication::instance()), theme);
}

QString Shell::notTaken(const QString &node, const QString &vmid, const Error &why)
{
    return tr("VM %1 of %2: %3").arg(vmid, node, ErrorText::of(why).what);
}

void Shell::add(const std::vector<RunParameters> &parameters, QStringList refused, std::size_t from)
{
    // Each gets a journal, on disk: a long list is taken bit by bit, and the window answers meanwhile.
    constexpr int mostMs = 20;
    QElapsedTimer spent;
    spent.start();
    for (std::size_t at = from; at < parameters.size(); ++at) {
        const RunParameters &one = parameters[at];
        if (const auto run = m_queue.add(one); !run)
            refused << notTaken(one.node.toString(), one.vmid.toString(), run.error());
        if (at + 1 < parameters.size() && spent.elapsed() >= mostMs) {
            QTimer::singleShot(0, this, [=, this] { add(parameters, refused, at + 1); });
            return;
        }
    }
    if (!refused.isEmpty()) {
        // A few are seen at once; a long list is folded, so that the table keeps its place.
        constexpr qsizetype seen = 5;
        m_window->say(Tone::Failed, tr("%n VM(s) were not taken into the queue", nullptr, int(refused.size())),
            refused.first(std::min(seen, refused.size())).join(QLatin1Char('\n')),
            refused.size() > seen ? refused.sliced(seen).join(QLatin1Char('\n')) : QString());
    }
    updateNodeStatus();
}

void Shell::start(const QStringList &runs, const QDateTime &notBefore)
{
    if (runs.isEmpty())
        return;
    auto *read = new ReadModel(m_queue);
    read->load(m_settings.value(QStringLiteral("procedure_file")), m_settings.value(QStringLiteral("baseline_file")),
        m_queue.settings().recordsFolder, runs.size() == 1 ? m_queue.state(runs.first()).vmid() : QString(),
        runs.size() == 1 ? runs.first() : QString());
    bool told = true; // without files of their own, once per run says it was read
    for (const QString &run : runs)
        told = told && !m_queue.state(run).reads().empty();
    if (told || !read->wantsReading()) {
        if (!told) {
            for (const QString &run : runs)
                (void)m_queue.confirmRead(run, read->confirmation());
        }
        delete read;
        reallyStart(runs, notBefore);
        return;
    }
    auto *dialog = new ReadDialog(*read, m_window.get());
    read->setParent(dialog);
    connect(dialog, &QDialog::accepted, this, [this, read, runs, notBefore] {
        for (const QString &run : runs) {
            if (const Done done = m_queue.confirmRead(run, read->confirmation()); !done)
                m_window->say(ErrorText::of(done.error()));
        }
        reallyStart(runs, notBefore);
    });
    dialog->open();
}

void Shell::reallyStart(const QStringList &runs, const QDateTime &notBefore)
{
    for (const QString &run : runs) {
        Task task;
        task.kind = Task::Kind::Migrate;
        if (const Done done = m_queue.request(run, task, notBefore); !done)
            m_window->say(ErrorText::of(done.error()));
    }
}

} // namespace undock::gui
