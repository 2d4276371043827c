#include "core/record/machine_words.h"

#include <QRegularExpression>
#include <QTest>

using namespace undock;

/// What the program wrote in English stands in a Chinese record in Chinese.
class MachineWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sentences_data();
    void sentences();
    void leavesWhatNobodyKnows();
    void leavesEnglishRecordsAlone();
};

void MachineWordsTest::sentences_data()
{
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");
    const std::pair<const char *, const char *> cases[] = {
        { "none", "无" },
        { "active (running), process 12 then 12 of root, restarts 0 then 0",
            "运行中（运行中），进程 12 → 12，用户 root，重启次数 0 → 0" },
        { "332 entries as in the manifest", "与清单的 332 项一致" },
        { "200, ok True", "200，ok" },
        { "HTTP 404, as before", "与迁移前相同：HTTP 404" },
        { "nginx (nginx.service), as before", "与迁移前相同：nginx (nginx.service)" },
        { "6 session files in Docker, 2 of them lock files that are left out",
            "Docker 版 6 个会话文件，其中 2 个锁文件不迁" },
        { "2 lines differ that other programs change by themselves", "2 行不同，由其他程序自己改动" },
        { "openclaw-gateway exited, policy no; openclaw-panel exited, policy no",
            "openclaw-gateway 已退出，策略 no；openclaw-panel 已退出，策略 no" },
        { "openclaw-panel has 5 changes in its own layer, which the direct install will not have; they are saved "
          "before anything is "
          "deleted. What users need of them is to be installed in the guest.",
            "openclaw-panel 的容器层有 5 处改动，直装后没有；删除前会先保存。用户需要的部分请装到小鸡里。" },
        { "You gave 10.0.0.1, the node says 10.0.0.2 for this VM: one of the two is another machine.",
            "你给的是 10.0.0.1，母机记录的是 10.0.0.2：其中之一是另一台机器。" },
        // What a machine said goes through as it is, even if it looks like a place of ours.
        { "The ledger could not be read: %1 and %2", "读不到台账：%1 and %2" },
    };
    for (const auto &[english, chinese] : cases)
        QTest::newRow(english) << QString::fromUtf8(english) << QString::fromUtf8(chinese);
}

void MachineWordsTest::sentences()
{
    QFETCH(QString, english);
    QFETCH(QString, chinese);
    QCOMPARE(machineWords(english, Words(QStringLiteral("zh"))), chinese);
}

void MachineWordsTest::leavesWhatNobodyKnows()
{
    const QString strange = QStringLiteral("a message of some program, with a comma; and more");
    QCOMPARE(machineWords(strange, Words(QStringLiteral("zh"))), strange);
}

void MachineWordsTest::leavesEnglishRecordsAlone()
{
    QCOMPARE(machineWords(QStringLiteral("none"), Words(QStringLiteral("en"))), QStringLiteral("none"));
}

QTEST_GUILESS_MAIN(MachineWordsTest)
#include "tst_machine_words.moc"
