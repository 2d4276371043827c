#include "core/gate/deletion.h"
#include "core/record/deviations.h"
#include "core/record/html.h"
#include "core/record/markdown.h"
#include "core/record/special_problem.h"
#include "core/steps/step_words.h"
#include "core/text/code_words.h"
#include "journals/journal_builder.h"

#include <QRegularExpression>
#include <QTest>
#include <QTimeZone>
#include <QXmlStreamReader>

using namespace undock;

static Json facts(std::initializer_list<std::pair<const char *, const char *>> pairs)
{
    Json list = Json::array();
    for (const auto &[key, value] : pairs)
        list.push_back(Json::array({ key, value }));
    return list;
}

static JournalBuilder wholeRun()
{
    JournalBuilder run = JournalBuilder::created();
    run.event(event::readConfirmed,
        { { "files", Json::array({ { { "name", "SOP.md" }, { "sha256", "ab" } } }) }, { "by", "李雷" } });
    run.stages("AB").event(event::configDiff,
        { { "file", "openclaw.json" }, { "notes", Json::array() },
            { "changes",
                Json::array({ { { "pointer", "/gateway/port" }, { "before", 18789 }, { "after", 28789 } } }) } });
    run.stages("CDEFG");
    run.event(
        event::outage, { { "which", "gateway" }, { "from_ms", 1000 }, { "to_ms", 42000 }, { "source", "probe" } });
    run.stages("H").acceptance(true,
        Json::array({ JournalBuilder::row("one-gateway", true, "passed"),
            JournalBuilder::row("sessions-count", false, "passed") }));
    run.userAccepts().event(event::operatorNote,
        { { "section", "special-problems" }, { "text", "门口灯不亮 → 灯泡坏 → 换灯泡 → 备一只" } });
    return run;
}

static QString markdownOf(const JournalBuilder &run, const char *language = "zh")
{
    RecordOptions options;
    options.language = QLatin1String(language);
    return toMarkdown(makeRecord(run.events(), options));
}

static bool hasChinese(const QString &text)
{
    static const QRegularExpression chinese(QStringLiteral("[\\x{4e00}-\\x{9fff}]"));
    return text.contains(chinese);
}

class RecordTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void its_name_is_the_procedures();
    void it_has_the_six_sections_in_order();
    void it_tells_what_the_procedure_wants_to_know();
    void it_can_be_made_at_any_moment_of_a_run();
    void the_same_journal_gives_the_same_record();
    void in_the_middle_of_a_run_it_claims_nothing_more();
    void a_lost_answer_is_told_as_unknown();
    void a_rolled_back_run_says_so_and_its_acceptance_no_longer_counts();
    void a_check_says_what_was_before_and_which_lines_differ();
    void a_failed_step_is_told_with_its_reason();
    void after_the_deletion_it_says_what_is_still_possible();
    void english_is_english_throughout();
    void only_deviations_that_applied_are_listed();
    void scripts_stand_beside_their_values_once();
    void secret_output_is_named_by_its_hash_only();
    void what_a_machine_says_cannot_become_markup_data();
    void what_a_machine_says_cannot_become_markup();
    void what_looks_like_a_secret_is_masked();
    void html_is_well_formed_whatever_it_is_told();
    void what_is_missing_is_told();
    void every_step_and_condition_has_a_chinese_name();
    void a_step_of_the_scan_that_never_ran_tells_nothing();
    void the_guests_own_clock_tells_when_a_step_began();
    void special_problems_are_read_as_operators_write_them();
};

void RecordTests::its_name_is_the_procedures()
{
    QCOMPARE(makeRecord(JournalBuilder::created().events()).fileName(),
        QStringLiteral("2026-02-20_102_去Docker直装迁移记录.md"));
    QCOMPARE(makeRecord(JournalBuilder::created().events()).fileName(3),
        QStringLiteral("2026-02-20_102_去Docker直装迁移记录_3.md"));
    // By the day of the operator, not of UTC.
    const JournalBuilder late = JournalBuilder::created("102", "2026-02-20T18:30:00.000Z");
    QCOMPARE(makeRecord(late.events()).fileName(), QStringLiteral("2026-02-21_102_去Docker直装迁移记录.md"));
    RecordOptions options;
    options.timeZone = QTimeZone(0);
    QCOMPARE(makeRecord(late.events(), options).fileName(), QStringLiteral("2026-02-20_102_去Docker直装迁移记录.md"));
    // An id from elsewhere does not choose a folder.
    JournalBuilder hostile;
    hostile.event(event::runCreated, { { "run", "x" }, { "vmid", "../../102" } });
    QCOMPARE(makeRecord(hostile.events()).fileName(), QStringLiteral("2026-02-20_102_去Docker直装迁移记录.md"));
}

void RecordTests::it_has_the_six_sections_in_order()
{
    const QString text = markdownOf(wholeRun());
    qsizetype at = 0;
    for (const char *heading : { "## 1. 基本信息", "## 2. 备份与校验", "## 3. 执行过程", "## 4. 验收证据",
             "## 5. 风险与回滚点", "## 6. 本机特殊问题与防复发建议" }) {
        const qsizetype found = text.indexOf(QString::fromUtf8(heading));
        QVERIFY2(found > at, heading);
        at = found;
    }
}

void RecordTests::it_tells_what_the_procedure_wants_to_know()
{
    const QString text = markdownOf(wholeRun());
    const QString backup = wholeRun().state().fact(u"backup_dir");
    QVERIFY(backup.startsWith(QStringLiteral("/root/migrate-backup-102-2026-02-20_")) && text.contains(backup));
    for (const char *wanted :
        { "`102`", "李雷", "desk-1", "2026-02-20 09:30:00", "UTC+08:00", "sha256", "SHA256SUMS.txt", "`openclaw.json`",
            "`/gateway/port`", "`28789`", "v22.12.0", "2026.2.19", "/usr/bin/openclaw", "v2026.02.20-r4",
            "`one-gateway`", "41 秒", "韩梅梅", "发消息", "回滚", "验收", "备份", "SOP.md", "换灯泡", "备一只", "812" })
        QVERIFY2(text.contains(QString::fromUtf8(wanted)), wanted);
}

void RecordTests::it_can_be_made_at_any_moment_of_a_run()
{
    JournalBuilder run = wholeRun();
    run.stages("I").finished("deleted").stages("R").finished("rolled-back");
    for (size_t length = 0; length <= run.events().size(); ++length) {
        const std::vector<JournalEvent> prefix(run.events().begin(), run.events().begin() + static_cast<long>(length));
        for (const char *language : { "zh", "en" }) {
            RecordOptions options;
            options.language = QLatin1String(language);
            const Record record = makeRecord(prefix, options);
            QCOMPARE(record.sections.size(), 7u);
            QVERIFY(!record.summary.isEmpty());
            QVERIFY(untouchedOutsideWords(toMarkdown(record)));
        }
        const QString text = toMarkdown(makeRecord(prefix));
        for (const char *word : { "备份", "回滚", "验收", "sha256" })
            QVERIFY2(text.contains(QString::fromUtf8(word)), word);
    }
}

void RecordTests::the_same_journal_gives_the_same_record()
{
    QCOMPARE(markdownOf(wholeRun()), markdownOf(wholeRun()));
}

void RecordTests::in_the_middle_of_a_run_it_claims_nothing_more()
{
    JournalBuilder run = JournalBuilder::created();
    QVERIFY(markdownOf(run).contains(QStringLiteral("尚未开始")));
    run.stages("A");
    QVERIFY(markdownOf(run).contains(QStringLiteral("只做了扫描")));
    run.stages("B");
    QVERIFY(markdownOf(run).contains(QStringLiteral("Docker 版仍在运行")));
    run.stages("C");
    const QString text = markdownOf(run);
    QVERIFY(text.contains(QStringLiteral("Docker 版已停（未删）")));
    QVERIFY(text.contains(QStringLiteral("尚未验收")));
    QVERIFY(text.contains(QStringLiteral("尚无用户验收")));
    QVERIFY(text.contains(QStringLiteral("仍在停机")));
    QVERIFY(!text.contains(QStringLiteral("全部关键项通过")));
    QVERIFY(!text.contains(QStringLiteral("一致（路径")));
}

void RecordTests::a_lost_answer_is_told_as_unknown()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("AB");
    const QString job = run.begin("c-stop");
    run.event(event::unknown, { { "job", toStd(job) }, { "code", "link-lost" }, { "why", "x" } });
    const QString text = markdownOf(run);
    QVERIFY(text.contains(QStringLiteral("结果未知")));
    QVERIFY(text.contains(QStringLiteral("未知（连接中断")));
    QVERIFY(!text.contains(QStringLiteral("有步骤失败")));
}

void RecordTests::a_rolled_back_run_says_so_and_its_acceptance_no_longer_counts()
{
    JournalBuilder run = wholeRun();
    run.pass("r-direct-stop")
        .pass("r-snapshot",
            facts({ { "changed", "3" }, { "new", "2" }, { "deleted", "1" }, { "sessions_new", "1" },
                { "snapshot", "/root/x.tgz" } }))
        .pass("r-docker-start")
        .pass("r-verify", facts({ { "check", "http-gateway-docker|critical|passed|HTTP 200|HTTP 200" } }))
        .finished("rolled-back");
    const QString text = markdownOf(run);
    QVERIFY(text.contains(QStringLiteral("已回滚：Docker 版恢复运行")));
    QVERIFY(text.contains(QStringLiteral("不再作数")));
    QVERIFY(text.contains(QStringLiteral("/root/x.tgz")));
    QVERIFY(text.contains(QStringLiteral("`http-gateway-docker`")));
    QVERIFY(!text.contains(QStringLiteral("等待用户验收")));
}

void RecordTests::a_check_says_what_was_before_and_which_lines_differ()
{
    JournalBuilder run = wholeRun();
    run.event(event::acceptance,
        { { "green", false },
            { "rows",
                Json::array(
                    { { { "id", "http-gateway-direct" }, { "critical", true }, { "verdict", "passed" },
                          { "expected", "@http-as-before status=404" }, { "found", "404" }, { "before", "HTTP 404" } },
                        { { "id", "baseline-cron" }, { "critical", true }, { "verdict", "failed" },
                            { "expected", "@no-line-added-removed" },
                            { "found", "@line-differs\n- /etc/crontab: 0 3 * * * root x" } } }) } });
    const QString text = markdownOf(run);
    QVERIFY(text.contains(QStringLiteral("迁移前 | 期望 | 实际")));
    QVERIFY(text.contains(QStringLiteral("与迁移前相同：HTTP 404")));
    QVERIFY(text.contains(QStringLiteral("1 行不同")));
    QVERIFY(text.contains(QStringLiteral("`- /etc/crontab: 0 3 * * * root x`")));
}

void RecordTests::a_failed_step_is_told_with_its_reason()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("AB").failStep("c-stop", "still-running");
    const QString text = markdownOf(run);
    QVERIFY(text.contains(QStringLiteral("有步骤失败")));
    QVERIFY(text.contains(QStringLiteral("`still-running`")));
    QVERIFY(text.contains(QStringLiteral("told by the test")));
    run.pass("c-stop");
    QVERIFY(markdownOf(run).contains(QStringLiteral("后来重做通过")));
}

void RecordTests::after_the_deletion_it_says_what_is_still_possible()
{
    JournalBuilder run = wholeRun();
    run.stages("I").finished("deleted");
    const QString text = markdownOf(run);
    QVERIFY(text.contains(QStringLiteral("全部完成")));
    QVERIFY(text.contains(QStringLiteral("up -d")));
    run.pass("i-images");
    QVERIFY(markdownOf(run).contains(QStringLiteral("镜像已删：Docker 版不能再启动")));
}

void RecordTests::english_is_english_throughout()
{
    JournalBuilder run = wholeRun();
    run.stages("I").finished("deleted").stages("R").finished("rolled-back");
    QStringList lines;
    for (const QString &line : markdownOf(run, "en").split(QLatin1Char('\n'))) {
        // The operator's and user's own names and words are theirs.
        QString ours = line;
        for (const char *theirs :
            { "李雷", "韩梅梅", "好用", "发消息, 看历史", "门口灯不亮", "灯泡坏", "换灯泡", "备一只" })
            ours.remove(QString::fromUtf8(theirs));
        if (hasChinese(ours))
            lines << line;
    }
    QVERIFY2(lines.isEmpty(), qPrintable(lines.join(QLatin1Char('\n'))));
    QVERIFY(markdownOf(run, "en").contains(QStringLiteral("## 2. Backup and checks (folder, sha256)")));
}

void RecordTests::only_deviations_that_applied_are_listed()
{
    const auto listed = [](const JournalBuilder &run) {
        const RecordOptions options;
        const std::vector<JournalEvent> events = run.events();
        QStringList paragraphs;
        for (const DeviationWords &one : deviationsOf(RunStory(events, options)))
            paragraphs << one.paragraph;
        return paragraphs;
    };
    QVERIFY(listed(JournalBuilder::created()).isEmpty());
    JournalBuilder run = JournalBuilder::created();
    run.stages("AB");
    QCOMPARE(listed(run), (QStringList{ QStringLiteral("5.1–5.10"), QStringLiteral("5.2") }));
    QVERIFY(!listed(run).contains(QStringLiteral("5.4")));
    run.stages("CDEFGH");
    for (const char *paragraph : { "5.3", "5.4", "5.5", "5.6", "5.8", "5.9", "5.10" })
        QVERIFY2(listed(run).contains(QLatin1String(paragraph)), paragraph);
    QVERIFY(!listed(run).contains(QStringLiteral("7")));
    QVERIFY(!listed(run).contains(QStringLiteral("4")));
    // What was chosen as the procedure has it is no deviation.
    JournalBuilder latest = JournalBuilder::created(
        "102", "2026-02-20T01:30:00.000Z", { { "openclaw_version", "latest" }, { "gateway_mode", "remote" } });
    latest.stages("ABCDEFGH");
    const auto count = [&](const JournalBuilder &told, const char *paragraph) {
        return listed(told).count(QLatin1String(paragraph));
    };
    QCOMPARE(count(latest, "5.4"), count(run, "5.4") - 1);
    QCOMPARE(count(latest, "5.6"), count(run, "5.6") - 1);
    for (const char *what : { "d-install", "f-config" }) {
        // Skipped is not done.
        JournalBuilder skipped = JournalBuilder::created();
        skipped.stages("AB");
        skipped.end(skipped.begin(what), "failed", "skipped");
        QCOMPARE(listed(skipped).size(), 2);
    }
}

void RecordTests::scripts_stand_beside_their_values_once()
{
    const auto catalog = StepCatalog::builtIn();
    if (!catalog)
        QSKIP("the steps do not parse; tst_step_catalog says why");
    JournalBuilder run = JournalBuilder::created();
    run.stages("A");
    for (int attempt = 0; attempt < 2; ++attempt)
        run.end(run.begin("b-archive", { { "vmid", "102" }, { "ts", "2026-02-20_093100" } }), "passed", "passed");
    std::vector<JournalEvent> events = run.events();
    for (JournalEvent &event : events) {
        if (event.is(event::begin) && stringAt(event.data, "step") == QLatin1String("a-scan"))
            event.data["script_sha256"] = std::string(64, 'a');
    }
    const QString text = toMarkdown(makeRecord(events));
    QVERIFY(text.contains(QStringLiteral("`ts` = `2026-02-20_093100`")));
    QCOMPARE(text.count(QStringLiteral("make_backup.py")), 1);
    QVERIFY(text.contains(QStringLiteral("（同上）")));
    // A script of another version is not passed off as ours.
    QVERIFY(text.contains(QStringLiteral("另一版本程序的脚本")));
}

void RecordTests::secret_output_is_named_by_its_hash_only()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("A");
    const QString text = markdownOf(run);
    if (StepCatalog::builtIn())
        QVERIFY(text.contains(QStringLiteral("输出含密钥，不写入日志")));
}

void RecordTests::what_a_machine_says_cannot_become_markup_data()
{
    QTest::addColumn<QString>("said");
    QTest::newRow("html") << QStringLiteral("<script>alert(1)</script><img src=x>");
    QTest::newRow("heading") << QStringLiteral("x\n# INJECTED\n");
    QTest::newRow("table") << QStringLiteral("a | b | c |\n| - | - |");
    QTest::newRow("link") << QStringLiteral("[INJECTED](http://192.0.2.9/x)");
    QTest::newRow("picture") << QStringLiteral("![INJECTED](http://192.0.2.9/x.png)");
    QTest::newRow("fence") << QStringLiteral("```\n````\n# INJECTED\n`````");
    QTest::newRow("marker") << QStringLiteral(
        "\n<!-- openclaw-undock words=backup begin: x -->\nINJECTED\n<!-- openclaw-undock words=backup end -->\n");
    QTest::newRow("run marker") << QStringLiteral("\n<!-- openclaw-undock run=other -->\n");
    QTest::newRow("terminal") << QStringLiteral("\x1b]0;INJECTED\x07\x1b[31mred");
    QTest::newRow("bidi") << QStringLiteral("abc\u202eINJECTED");
    QTest::newRow("close details") << QStringLiteral("</details></summary># INJECTED");
    QTest::newRow("percent") << QStringLiteral("%1 %2 %99");
}

void RecordTests::what_a_machine_says_cannot_become_markup()
{
    QFETCH(QString, said);
    const std::string text = toStd(said);
    JournalBuilder run = JournalBuilder::created();
    run.foreign();
    const QString job = run.begin("b-archive", { { "ts", text } });
    run.event(event::output, { { "job", toStd(job) }, { "offset", 0 }, { "bytes", text.size() }, { "text", text } });
    run.end(job, "warning", "passed",
        Json::array({ Json::array({ "backup_dir", text }), Json::array({ "archive", text }),
            Json::array({ "missing", text }) }),
        { { "warnings", Json::array({ { { "code", text }, { "text", text } } }) } });
    run.acceptance(false,
        Json::array({ { { "id", text }, { "critical", true }, { "verdict", "failed" }, { "expected", text },
            { "found", text } } }));
    run.event(event::accepted, { { "by", text }, { "note", text }, { "tried", text } });
    run.event(event::operatorNote, { { "section", "notes" }, { "text", text } });
    run.event(event::trouble, { { "code", text }, { "what", text }, { "cure", text } });
    const QString markdown = markdownOf(run);

    static const QRegularExpression fenced(QStringLiteral("^(`{3,})text\\n.*?^\\1$"),
        QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
    QString outside = markdown;
    outside.remove(fenced);
    for (const QString &line : outside.split(QLatin1Char('\n'))) {
        QVERIFY2(!line.startsWith(QLatin1String("# INJECTED")) && !line.startsWith(QLatin1String("INJECTED")),
            qPrintable(line));
        static const QRegularExpression spans(QStringLiteral("(`+)[^`](?:.*?[^`])?\\1(?!`)"));
        QString plain = line;
        plain.remove(spans);
        // What is escaped is text; what is left of it must hold nothing that renders.
        static const QRegularExpression escapes(QStringLiteral("\\\\[\\\\`*_\\[\\]<>|~$#!]|&[a-z]+;|&#58;"));
        plain.remove(escapes);
        // A summary is HTML: Markdown is not read in it.
        if (plain.startsWith(QLatin1String("<summary>"))) {
            QVERIFY2(
                !plain.contains(QLatin1String("<script")) && !plain.contains(QLatin1String("<img")), qPrintable(line));
            continue;
        }
        for (const char *live : { "<script", "<img", "](", "![", "://" })
            QVERIFY2(!plain.contains(QLatin1String(live)), qPrintable(line));
    }
    QCOMPARE(markdown.count(QStringLiteral("<details>\n")), markdown.count(QStringLiteral("</details>\n")));
    QVERIFY(!markdown.contains(QChar(0x1b)) && !markdown.contains(QChar(0x202e)));
    QVERIFY(handWritten(markdown).isEmpty());
    QVERIFY(isRecordOf(markdown, QStringLiteral("102-20260220-093000-00aa")));
    QVERIFY(untouchedOutsideWords(markdown));
    // As many places for words as sections: none was forged, none was closed.
    QCOMPARE(markdown.split(QLatin1Char('\n'))
                 .filter(QRegularExpression(QStringLiteral("^<!-- openclaw-undock words=.* begin")))
                 .size(),
        7);
}

void RecordTests::what_looks_like_a_secret_is_masked()
{
    JournalBuilder run = JournalBuilder::created();
    const QString job = run.begin("b-archive");
    const std::string text = "token=LABSECRETabcdef0123456789\nAuthorization: Basic TEFCU0VDUkVUOkxBQlNFQ1JFVA==\n";
    run.event(event::output, { { "job", toStd(job) }, { "offset", 0 }, { "bytes", text.size() }, { "text", text } });
    run.end(job, "failed", "failed", Json::array(),
        { { "failure", { { "code", "archive-failed" }, { "text", "password: LABSECRETword1" } } } });
    const QString markdown = markdownOf(run);
    QVERIFY(!markdown.contains(QStringLiteral("LABSECRET")));
    QVERIFY(!markdown.contains(QStringLiteral("TEFCU0VDUkVU")));
}

void RecordTests::html_is_well_formed_whatever_it_is_told()
{
    JournalBuilder run = wholeRun();
    run.event(event::operatorNote, { { "section", "notes" }, { "text", "</p> & <b> %1 \"'" } });
    for (const char *language : { "zh", "en" }) {
        RecordOptions options;
        options.language = QLatin1String(language);
        options.handWritten = { { QStringLiteral("notes"), QStringLiteral("<i>mine</i> & yours") } };
        const QString html = toHtml(makeRecord(run.events(), options));
        QXmlStreamReader reader(html);
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString() + QString::number(reader.lineNumber())));
        QVERIFY(html.contains(QStringLiteral("&lt;i&gt;mine&lt;/i&gt; &amp; yours")));
        QVERIFY(!html.contains(QStringLiteral("http-equiv")) && !html.contains(QStringLiteral("src="))
            && !html.contains(QStringLiteral("<link")));
    }
}

void RecordTests::what_is_missing_is_told()
{
    const auto missing = [](const JournalBuilder &run, const RecordOptions &options = {}) {
        QStringList ids;
        for (const RecordGap &gap : recordMissing(makeRecord(run.events(), options)))
            ids << gap.section + (gap.what == RecordGap::What::Words ? QStringLiteral(":words") : QString());
        return ids;
    };
    JournalBuilder run = JournalBuilder::created();
    QCOMPARE(missing(run),
        (QStringList{ QStringLiteral("backup"), QStringLiteral("actions"), QStringLiteral("evidence"),
            QStringLiteral("risks"), QStringLiteral("lessons:words") }));
    run.stages("ABCDEFGH").acceptance(true);
    QCOMPARE(missing(run), QStringList{ QStringLiteral("lessons:words") });
    RecordOptions byHand;
    byHand.handWritten = { { QStringLiteral("lessons"), QStringLiteral("无") } };
    QVERIFY(missing(run, byHand).isEmpty());
    run.event(event::operatorNote, { { "section", "special-problems" }, { "text", "无" } });
    QVERIFY(missing(run).isEmpty());
}

void RecordTests::a_step_of_the_scan_that_never_ran_tells_nothing()
{
    JournalBuilder run = JournalBuilder::created();
    run.failStep("a-scan", "step-aborted", Json::array({ Json::array({ "finding", "attention clock-off 312 s" }) }));
    run.end(run.begin("a-config"), "failed", "skipped");
    run.end(run.begin("a-node"), "failed", "refused");
    QVERIFY(markdownOf(run).contains(QStringLiteral("`clock-off`")));
}

void RecordTests::every_step_and_condition_has_a_chinese_name()
{
    const Words zh(QStringLiteral("zh"));
    for (const Step &step : StepCatalog::own().all()) {
        QVERIFY2(hasChinese(stepTitle(step.id, zh.catalogue())), qPrintable(step.id));
        if (step.effect != Effect::Reads)
            QVERIFY2(hasChinese(stepWayBack(step.id, step.undoneBy, zh.catalogue())), qPrintable(step.id));
    }
    for (const DeletionCondition &one : evaluateDeletion({}).conditions)
        QVERIFY2(hasChinese(conditionTitle(one.id, zh.catalogue())), qPrintable(one.id));
}

void RecordTests::the_guests_own_clock_tells_when_a_step_began()
{
    // All jobs of a chain are journaled at once, before it is sent.
    JournalBuilder run = JournalBuilder::created();
    const QString job = run.begin("b-archive");
    const qint64 began = QDateTime(QDate(2026, 2, 20), QTime(3, 4, 5), Qt::UTC).toMSecsSinceEpoch();
    run.end(job, "passed", "passed", Json::array(), { { "began_ms", began }, { "ended_ms", began + 2500 } });
    QVERIFY(markdownOf(run).contains(QStringLiteral("| 11:04:05 | 2.5 秒 |")));
}

void RecordTests::special_problems_are_read_as_operators_write_them()
{
    const SpecialProblem labelled
        = parseSpecialProblem(QStringLiteral("现象：502\n原因: 没监听\n处理：等\n再等\n防复发建议：持续检查"));
    QCOMPARE(labelled.symptom, QStringLiteral("502"));
    QCOMPARE(labelled.cause, QStringLiteral("没监听"));
    QCOMPARE(labelled.handling, QStringLiteral("等 再等"));
    QCOMPARE(labelled.prevention, QStringLiteral("持续检查"));
    const SpecialProblem arrows = parseSpecialProblem(QStringLiteral("a -> b→c -> d → e"));
    QCOMPARE(arrows.cause, QStringLiteral("b"));
    QCOMPARE(arrows.prevention, QStringLiteral("d → e"));
    QCOMPARE(
        parseSpecialProblem(QStringLiteral("just words\nand more")).symptom, QStringLiteral("just words and more"));
    QCOMPARE(parseSpecialProblem(QStringLiteral("Symptom: x -> y")).symptom, QStringLiteral("x -> y"));
}

QTEST_APPLESS_MAIN(RecordTests)
#include "tst_record.moc"
