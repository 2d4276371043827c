#include "gui/settings/settings_file.h"

#include <QFile>
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
    void refuseWhatIsNoSettings();
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
    const auto leftOut = readSettingsFile(there, path);
    QVERIFY(leftOut.has_value());
    QCOMPARE(*leftOut, QStringList());
    QCOMPARE(there.desk().workers, 3);
    QCOMPARE(there.desk().canary, true);
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
    const auto leftOut = readSettingsFile(settings, path);
    QVERIFY(leftOut.has_value());
    for (const char *name : { "record_language", "jump_host", "records", "installer_url" })
        QVERIFY2(leftOut->contains(QLatin1String(name)), name);
    QCOMPARE(leftOut->size(), 5); // and the node
    QCOMPARE(settings.desk().workers, 3);
    QCOMPARE(settings.desk().recordLanguage, QStringLiteral("zh"));
    QCOMPARE(settings.nodes().size(), 1);
    QCOMPARE(settings.value(QStringLiteral("theme")), QStringLiteral("dark"));
    QVERIFY(settings.value(QStringLiteral("operator")) != QStringLiteral("someone else"));
}

void SettingsTest::refuseWhatIsNoSettings()
{
    QTemporaryDir folder;
    AppSettings settings(folder.path());
    const QString path = folder.filePath(QStringLiteral("settings.json"));
    for (const char *bytes : { "", "[]", "{\"kind\": \"other\"}", "{" }) {
        QVERIFY(put(path, bytes));
        const auto read = readSettingsFile(settings, path);
        QVERIFY2(!read.has_value(), bytes);
        QCOMPARE(read.error().code, QStringLiteral("settings-unreadable"));
    }
}

QTEST_MAIN(SettingsTest)
#include "tst_settings.moc"
