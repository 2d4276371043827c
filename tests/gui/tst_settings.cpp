#include "engine/records/signing_setting.h"
#include "gui/app/options.h"
#include "gui/settings/settings_dialog.h"
#include "gui/settings/settings_file.h"
#include "gui/widgets/field_editors.h"
#include "gui/widgets/file_choice.h"
#include "unit/support/uncommon_fields.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace undock;
using namespace undock::gui;

/// Settings that travel to another desk, without a secret.
class SettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void travelWhole();
    void neverCarryALogin();
    void takeNothingThatIsNotFit();
    void tellWhatTheyWouldChangeOfTrust();
    void anImportWaitsUntilItsChangesOfTrustWereSeen();
    void refuseWhatIsNoSettings();
    void keepNoVmThatWasGivenAtTheStart();
    void takeEachFieldFromItsOption();
    void carryEachFieldThatTheTableSaysTravels();
    void offerEachFieldThatTheTableGivesThem();
};

namespace {

bool put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void SettingsTest::travelWhole()
{
    QTemporaryDir folder;
    AppSettings here(folder.filePath(QStringLiteral("here")));
    DeskSettings desk = here.desk();
    desk.workers = 3;
    desk.canary = true;
    desk.signAlways = true;
    desk.signingKey = QStringLiteral("/keys/me.pub");
    desk.ledger = QStringLiteral("node:/root/台账.csv");
    here.setDesk(desk);
    here.setNodes(
        { { QStringLiteral("root@192.0.2.1"), QStringLiteral("ops@192.0.2.9"), QStringLiteral("/keys/id"), false } });
    here.setValue(QStringLiteral("npm_registry"), QStringLiteral("https://mirror.example/npm"));
    here.setValue(QStringLiteral("steady_seconds"), QStringLiteral("60"));
    here.setState(QStringLiteral("main"), "geometry of this desk");
    const QString path = folder.filePath(QStringLiteral("settings.json"));
    QVERIFY(writeSettingsFile(here, path).has_value());
    QVERIFY(!contentOf(path).contains("geometry"));

    AppSettings there(folder.filePath(QStringLiteral("there")));
    there.setNodes({ { QStringLiteral("root@192.0.2.7"), {}, {}, true } });
    const auto file = SettingsFile::read(path);
    QVERIFY(file.has_value());
    QCOMPARE(file->apply(there), QStringList());
    QCOMPARE(there.desk().workers, 3);
    QCOMPARE(there.desk().canary, true);
    QCOMPARE(there.desk().signAlways, true);
    QCOMPARE(there.desk().signingKey, desk.signingKey);
    // The command line reads the same.
    QVERIFY(SigningSetting::in(here.dataFolder()).always);
    QCOMPARE(SigningSetting::in(here.dataFolder()).key, desk.signingKey);
    QCOMPARE(there.desk().ledger, desk.ledger);
    QCOMPARE(there.value(QStringLiteral("npm_registry")), QStringLiteral("https://mirror.example/npm"));
    QCOMPARE(there.value(QStringLiteral("steady_seconds")), QStringLiteral("60"));
    QCOMPARE(there.nodes().size(), 2); // nothing that was there is lost
    QVERIFY(there.nodes().contains(here.nodes().constFirst()));
}

void SettingsTest::neverCarryALogin()
{
    QTemporaryDir folder;
    AppSettings here(folder.path());
    here.setValue(QStringLiteral("npm_registry"), QStringLiteral("https://user:hunter2@mirror.example/npm"));
    const QString path = folder.filePath(QStringLiteral("settings.json"));
    QVERIFY(writeSettingsFile(here, path).has_value());
    QVERIFY(!contentOf(path).contains("hunter2"));
}

void SettingsTest::takeNothingThatIsNotFit()
{
    QTemporaryDir folder;
    AppSettings settings(folder.path());
    const QString path = folder.filePath(QStringLiteral("settings.json"));
    QVERIFY(put(path, R"json({"kind": "openclaw-undock settings", "format": 1,
        "desk": {"workers": 900, "record_language": "xx", "jump_host": "a b; c", "records": 7},
        "nodes": [{"target": "root@192.0.2.1; reboot"}, {"target": "root@192.0.2.2"}],
        "values": {"installer_url": "javascript:alert(1)", "operator": "someone else", "theme": "dark"}})json"));
    const auto file = SettingsFile::read(path);
    QVERIFY(file.has_value());
    const QStringList leftOut = file->apply(settings);
    for (const char *name : { "record_language", "jump_host", "records", "installer_url" })
        QVERIFY2(leftOut.contains(QLatin1String(name)), name);
    QCOMPARE(leftOut.size(), 5); // and the node
    QCOMPARE(settings.desk().workers, 3);
    QCOMPARE(settings.desk().recordLanguage, QStringLiteral("zh"));
    QCOMPARE(settings.nodes().size(), 1);
    QCOMPARE(settings.value(QStringLiteral("theme")), QStringLiteral("dark"));
    QVERIFY(settings.value(QStringLiteral("operator")) != QStringLiteral("someone else"));
}

void SettingsTest::tellWhatTheyWouldChangeOfTrust()
{
    QTemporaryDir folder;
    AppSettings settings(folder.path());
    settings.setNodes({ { QStringLiteral("root@192.0.2.1"), {}, QStringLiteral("/keys/ours"), true } });
    const QString path = folder.filePath(QStringLiteral("settings.json"));
    QVERIFY(put(path, R"json({"kind": "openclaw-undock settings", "format": 1,
        "desk": {"known_hosts": "/tmp/theirs", "jump_host": "ops@192.0.2.66", "workers": 3},
        "nodes": [{"target": "root@192.0.2.1", "identity": "/keys/theirs"}, {"target": "root@192.0.2.2"}],
        "values": {"installer_url": "http:\/\/192.0.2.66/i.sh", "npm_registry": "https:\/\/192.0.2.66/npm",
            "theme": "dark"}})json"));
    const auto file = SettingsFile::read(path);
    QVERIFY(file.has_value());
    const QStringList told = file->changesOfTrust(settings).split(QLatin1Char('\n'));
    QCOMPARE(told.size(), 5);
    QCOMPARE(told[0], QStringLiteral("known_hosts: – → /tmp/theirs"));
    QCOMPARE(told[1], QStringLiteral("jump_host: – → ops@192.0.2.66"));
    QCOMPARE(told[2], QStringLiteral("root@192.0.2.1 identity: /keys/ours → /keys/theirs"));
    QVERIFY(told[3].endsWith(QStringLiteral("→ http://192.0.2.66/i.sh (plain http)")));
    QVERIFY(told[4].startsWith(QStringLiteral("npm_registry: ")));
    QCOMPARE(settings.desk().knownHosts, QString()); // told, and not taken

    file->apply(settings);
    QCOMPARE(settings.desk().knownHosts, QStringLiteral("/tmp/theirs"));
    QCOMPARE(file->changesOfTrust(settings), QString());
}

void SettingsTest::anImportWaitsUntilItsChangesOfTrustWereSeen()
{
    QTemporaryDir folder;
    AppSettings settings(folder.path());
    const QString path = folder.filePath(QStringLiteral("settings.json"));
    QVERIFY(put(path, R"json({"kind": "openclaw-undock settings", "format": 1,
        "desk": {"known_hosts": "/tmp/theirs"}, "values": {"theme": "dark"}})json"));
    struct Chosen final : FileChoice {
        QString path;
        QString open(QWidget *, const QString &, const QString &, const QString &) override { return path; }
    } choice;
    choice.path = path;
    FileChoice::replace(&choice);
    SettingsDialog dialog(settings);
    auto *takeOver = dialog.findChild<QPushButton *>(QStringLiteral("takeOver"));
    QVERIFY(takeOver && takeOver->isHidden());
    for (auto *button : dialog.findChildren<QPushButton *>()) {
        if (button->text().contains(QStringLiteral("mport")))
            button->click();
    }
    FileChoice::replace(nullptr);
    QVERIFY(!takeOver->isHidden());
    QCOMPARE(settings.desk().knownHosts, QString());
    takeOver->click();
    QCOMPARE(settings.desk().knownHosts, QStringLiteral("/tmp/theirs"));
    QVERIFY(takeOver->isHidden());
}

void SettingsTest::refuseWhatIsNoSettings()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("settings.json"));
    for (const char *bytes : { "", "[]", "{\"kind\": \"other\"}", "{" }) {
        QVERIFY(put(path, bytes));
        const auto read = SettingsFile::read(path);
        QVERIFY2(!read.has_value(), bytes);
        QCOMPARE(read.error().code, QStringLiteral("settings-unreadable"));
    }
}

void SettingsTest::keepNoVmThatWasGivenAtTheStart()
{
    QTemporaryDir folder;
    {
        AppSettings settings(folder.path());
        Options options;
        options.read({ QStringLiteral("openclaw-undock"), QStringLiteral("--vmid"), QStringLiteral("102"),
            QStringLiteral("--ip"), QStringLiteral("192.0.2.11"), QStringLiteral("--order"), QStringLiteral("early"),
            QStringLiteral("--jump"), QStringLiteral("root@gate.example") });
        options.applyTo(settings);
        QCOMPARE(settings.value(QStringLiteral("vmid")), QStringLiteral("102"));
        QCOMPARE(settings.value(QStringLiteral("ip")), QStringLiteral("192.0.2.11"));
    }
    AppSettings next(folder.path());
    QCOMPARE(next.value(QStringLiteral("vmid")), QString());
    QCOMPARE(next.value(QStringLiteral("ip")), QString());
    QCOMPARE(next.value(QStringLiteral("order")), QStringLiteral("early"));
    QCOMPARE(next.desk().jumpHost, QStringLiteral("root@gate.example")); // as the command line calls it
}

void SettingsTest::takeEachFieldFromItsOption()
{
    for (const FieldRow &row : fieldTable()) {
        QTemporaryDir folder;
        {
            AppSettings settings(folder.path());
            Options options;
            options.read({ QStringLiteral("openclaw-undock"), QStringLiteral("--") + QLatin1String(row.option),
                uncommon(row.field) });
            options.applyTo(settings);
            QCOMPARE(settings.value(row.field), uncommon(row.field));
            QCOMPARE(settings.startValues().value(nameOf(row.field)), uncommon(row.field));
        }
        const bool kept = AppSettings(folder.path()).value(row.field) == uncommon(row.field);
        QVERIFY2(kept == (row.kept != Kept::ThisStart), row.name);
    }
}

void SettingsTest::carryEachFieldThatTheTableSaysTravels()
{
    QTemporaryDir folder;
    AppSettings here(folder.filePath(QStringLiteral("here")));
    for (const FieldRow &row : fieldTable())
        here.setValue(row.field, uncommon(row.field));
    const QString path = folder.filePath(QStringLiteral("settings.json"));
    QVERIFY(writeSettingsFile(here, path).has_value());
    AppSettings there(folder.filePath(QStringLiteral("there")));
    QCOMPARE(SettingsFile::read(path)->apply(there), QStringList());
    for (const FieldRow &row : fieldTable()) {
        const bool came = there.value(row.field) == uncommon(row.field);
        QVERIFY2(came == (row.kept == Kept::InSettingsFile), row.name);
        if (row.kept != Kept::InSettingsFile)
            continue;
        // A value that the field's own grammar refuses is left out by name.
        const QByteArray bad
            = R"({"kind": "openclaw-undock settings", "values": {")" + QByteArray(row.name) + R"(": "a b;c"}})";
        QVERIFY(put(path, bad));
        QCOMPARE(SettingsFile::read(path)->apply(there), QStringList(nameOf(row.field)));
        QVERIFY(writeSettingsFile(here, path).has_value());
    }
}

void SettingsTest::offerEachFieldThatTheTableGivesThem()
{
    QTemporaryDir folder;
    AppSettings settings(folder.path());
    SettingsDialog dialog(settings);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    FieldEditors editors(dialog);
    for (const FieldRow &row : fieldTable()) {
        QVERIFY2(editors.has(row.field) == isIn(Editor::Settings, row), row.name);
        if (!editors.has(row.field))
            continue;
        if (*row.fallback)
            QCOMPARE(editors.value(row.field), QString::fromLatin1(row.fallback));
        editors.show(row.field, uncommon(row.field));
    }
    dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    for (const FieldRow &row : fieldTable()) {
        if (isIn(Editor::Settings, row))
            QCOMPARE(settings.value(row.field), uncommon(row.field));
    }
}

QTEST_MAIN(SettingsTest)
#include "tst_settings.moc"
