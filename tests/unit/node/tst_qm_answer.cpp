#include "core/node/qm_answer.h"

#include <QTest>

using namespace undock;
using State = QmAnswer::State;

class QmAnswerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_failed_guest_command_is_finished_though_qm_exits_zero();
    void empty_streams_have_no_key();
    void a_signal_is_told_from_an_exit();
    void cut_output_is_flagged();
    void a_timeout_leaves_the_command_running();
    void the_asynchronous_form_gives_a_pid();
    void known_troubles_are_recognised_data();
    void known_troubles_are_recognised();
    void noise_before_the_error_does_not_hide_it();
    void while_the_cluster_file_system_restarts_nothing_was_asked_data();
    void while_the_cluster_file_system_restarts_nothing_was_asked();
    void the_exit_code_of_perl_says_nothing_by_itself();
    void an_unreadable_answer_may_have_run_data();
    void an_unreadable_answer_may_have_run();
    void guest_text_that_looks_like_an_error_is_only_text();
    void double_encoding_is_undone_data();
    void double_encoding_is_undone();
    void every_byte_survives_the_double_encoding();
    void an_ascii_answer_is_the_same_from_every_release();
    void an_error_says_what_may_be_concluded();
    void qms_words_are_one_clean_line();
};

void QmAnswerTest::a_failed_guest_command_is_finished_though_qm_exits_zero()
{
    const auto answer
        = parseQmGuestExec("{\n   \"err-data\" : \"boom\\n\",\n   \"exitcode\" : 3,\n   \"exited\" : 1\n}\n", {}, 0);
    QCOMPARE(answer.state, State::Finished);
    QCOMPARE(answer.exitCode, 3);
    QCOMPARE(answer.signal, 0);
    QCOMPARE(answer.err, QByteArray("boom\n"));
}

void QmAnswerTest::empty_streams_have_no_key()
{
    const auto answer = parseQmGuestExec(R"({"exitcode":0,"exited":1})", {}, 0);
    QCOMPARE(answer.state, State::Finished);
    QCOMPARE(answer.exitCode, 0);
    QVERIFY(answer.out.isEmpty() && answer.err.isEmpty());
}

void QmAnswerTest::a_signal_is_told_from_an_exit()
{
    const auto answer = parseQmGuestExec(R"({"exited":1,"signal":9,"out-data":"x"})", {}, 0);
    QCOMPARE(answer.state, State::Finished);
    QCOMPARE(answer.signal, 9);
    QCOMPARE(answer.exitCode, -1);
}

void QmAnswerTest::cut_output_is_flagged()
{
    const auto answer = parseQmGuestExec(
        R"({"exitcode":0,"exited":true,"out-data":"x","out-truncated":1,"err-truncated":true})", {}, 0);
    QVERIFY(answer.outTruncated);
    QVERIFY(answer.errTruncated);
    QVERIFY(!parseQmGuestExec(R"({"exitcode":0,"exited":1,"out-truncated":0})", {}, 0).outTruncated);
}

void QmAnswerTest::a_timeout_leaves_the_command_running()
{
    const auto answer = parseQmGuestExec("{\n   \"pid\" : 12345\n}\n", "timeout reached, returning pid\n", 0);
    QCOMPARE(answer.state, State::StillRunning);
    QCOMPARE(answer.pid, 12345);
    QCOMPARE(troubleError(answer, {}).kind, Error::Kind::Unknown);
}

void QmAnswerTest::the_asynchronous_form_gives_a_pid()
{
    const auto answer = parseQmGuestExec(R"({"pid":7})", {}, 0);
    QCOMPARE(answer.state, State::StillRunning);
    QCOMPARE(answer.pid, 7);
}

void QmAnswerTest::known_troubles_are_recognised_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QmTrouble>("trouble");
    QTest::addColumn<bool>("mayHaveRun");
    const auto row = [](const char *text, QmTrouble trouble, bool mayHaveRun) {
        QTest::newRow(text) << QByteArray(text) << trouble << mayHaveRun;
    };
    row("No QEMU guest agent configured\n", QmTrouble::NoAgentConfigured, false);
    row("VM 102 is not running\n", QmTrouble::NotRunning, true);
    row("QEMU guest agent is not running\n", QmTrouble::AgentNotRunning, true);
    row("VM 102 qga command 'guest-exec' failed - got timeout\n", QmTrouble::GotTimeout, true);
    row("VM 102 qga command 'guest-exec-status' failed - got timeout\n", QmTrouble::GotTimeout, true);
    row("Agent error: Command guest-exec has been disabled: the command is not allowed\n", QmTrouble::ExecDisabled,
        false);
    row("Agent error: Command guest-exec-status has been disabled\n", QmTrouble::ExecDisabled, true);
    row("Configuration file 'nodes/pve/qemu-server/102.conf' does not exist\n", QmTrouble::NoSuchVm, false);
    row("VM 102 qga command 'guest-exec' failed - unable to connect to VM 102 qga socket - timeout after 31 retries\n",
        QmTrouble::NoSocket, true);
    row("Agent error: PID ld does not exist\n", QmTrouble::PidGone, true);
    row("Agent error: The command guest-exec has been disabled for this instance\n", QmTrouble::ExecDisabled, false);
    row("Agent error: The command guest-exec-status has been disabled for this instance\n", QmTrouble::ExecDisabled,
        true);
    row("Unable to load access control list: Connection refused\n", QmTrouble::ClusterDown, false);
    row("something new\n", QmTrouble::Other, true);
    row("", QmTrouble::Other, true);
}

void QmAnswerTest::known_troubles_are_recognised()
{
    QFETCH(QByteArray, text);
    const auto answer = parseQmGuestExec({}, text, 255);
    QCOMPARE(answer.state, State::Trouble);
    QTEST(answer.trouble, "trouble");
    QTEST(answer.mayHaveRun, "mayHaveRun");
    QCOMPARE(answer.message, QString::fromLatin1(text.trimmed()));
}

void QmAnswerTest::noise_before_the_error_does_not_hide_it()
{
    const auto answer = parseQmGuestExec(
        {}, "perl: warning: Setting locale failed.\nperl: warning: Please check\nVM 102 is not running\n", 255);
    QCOMPARE(answer.trouble, QmTrouble::NotRunning);
    QCOMPARE(answer.message, QStringLiteral("VM 102 is not running"));
}

void QmAnswerTest::while_the_cluster_file_system_restarts_nothing_was_asked_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("exit");
    QTest::newRow("as it is said") << QByteArray("ipcc_send_rec[1] failed: Connection refused\n"
                                                 "ipcc_send_rec[2] failed: Connection refused\n"
                                                 "Unable to load access control list: Connection refused\n")
                                   << 111;
    QTest::newRow("without the last line") << QByteArray("ipcc_send_rec[1] failed: Connection refused\n") << 111;
    // Without its file system qm finds no VM's file: that is no word about the VM.
    QTest::newRow("a file that seems missing")
        << QByteArray("ipcc_send_rec[1] failed: Transport endpoint is not connected\n"
                      "Configuration file 'nodes/pve/qemu-server/102.conf' does not exist\n")
        << 2;
}

void QmAnswerTest::while_the_cluster_file_system_restarts_nothing_was_asked()
{
    QFETCH(QByteArray, text);
    QFETCH(int, exit);
    const auto answer = parseQmGuestExec({}, text, exit);
    QCOMPARE(answer.trouble, QmTrouble::ClusterDown);
    QVERIFY(!answer.mayHaveRun);
    const Error error = troubleError(answer, QStringLiteral("VM 102"));
    QCOMPARE(error.code, QStringLiteral("cluster-down"));
    QVERIFY(!error.what.contains(QStringLiteral("no such VM")));
}

void QmAnswerTest::the_exit_code_of_perl_says_nothing_by_itself()
{
    for (const int exit : { 1, 2, 29, 111, 255 })
        QCOMPARE(parseQmGuestExec({}, "VM 102 qga command 'guest-exec' failed - got timeout", exit).trouble,
            QmTrouble::GotTimeout);
    // A warning of the cluster's beside what went wrong after the command was sent.
    const auto later = parseQmGuestExec(
        {}, "ipcc_send_rec[1] failed: Connection refused\nVM 102 qga command 'guest-exec' failed - got timeout\n", 255);
    QCOMPARE(later.trouble, QmTrouble::GotTimeout);
    QVERIFY(later.mayHaveRun);
}

void QmAnswerTest::an_unreadable_answer_may_have_run_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : { "", "{", "[]", "null", "{}", R"({"exited":1})", R"({"exited":1,"exitcode":0,"signal":9})",
             R"({"exited":1,"exitcode":"0"})", R"({"exited":1,"exitcode":-1})", R"({"exited":1,"exitcode":1e0})",
             R"({"exited":1,"exitcode":99999999999})", R"({"exited":1,"exitcode":0,"out-data":7})", R"({"pid":0})",
             R"({"pid":-5})", R"({"exited":0,"exitcode":0,"pid":3})", R"({"exited":1,"exitcode":0} trailing)",
             "\xff\xfe", R"({"exited":1,"signal":0})" })
        QTest::newRow(text) << QByteArray(text);
}

void QmAnswerTest::an_unreadable_answer_may_have_run()
{
    QFETCH(QByteArray, text);
    const auto answer = parseQmGuestExec(text, {}, 0);
    QCOMPARE(answer.state, State::Trouble);
    QCOMPARE(answer.trouble, QmTrouble::Other);
    QVERIFY(answer.mayHaveRun);
}

void QmAnswerTest::guest_text_that_looks_like_an_error_is_only_text()
{
    const auto answer = parseQmGuestExec(R"({"exitcode":0,"exited":1,"out-data":"VM 102 is not running\n"})", {}, 0);
    QCOMPARE(answer.state, State::Finished);
    QCOMPARE(answer.exitCode, 0);
    QCOMPARE(answer.out, QByteArray("VM 102 is not running\n"));
}

void QmAnswerTest::double_encoding_is_undone_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("ascii") << QByteArray("plain\n") << QByteArray("plain\n");
    QTest::newRow("中") << QByteArray("\xc3\xa4\xc2\xb8\xc2\xad") << QByteArray("中");
    QTest::newRow("a qm that encodes once") << QByteArray("中文") << QByteArray("中文");
    QTest::newRow("emoji") << QByteArray("\xc3\xb0\xc2\x9f\xc2\x98\xc2\x80") << QByteArray("😀");
    QTest::newRow("not UTF-8") << QByteArray("\xff\xfe") << QByteArray("\xff\xfe");
    QTest::newRow("binary of the guest") << QByteArray("\xc3\xbf\xc3\xbe") << QByteArray("\xff\xfe");
}

void QmAnswerTest::double_encoding_is_undone()
{
    QFETCH(QByteArray, given);
    QTEST(undoDoubleEncoding(given), "expected");
}

void QmAnswerTest::every_byte_survives_the_double_encoding()
{
    QByteArray all;
    for (int byte = 0; byte < 256; ++byte)
        all += static_cast<char>(byte);
    QCOMPARE(undoDoubleEncoding(QString::fromLatin1(all).toUtf8()), all);
}

void QmAnswerTest::an_ascii_answer_is_the_same_from_every_release()
{
    // Up to 7.2 output is encoded once. All that the program's own runtime answers is ASCII (base64).
    const QByteArray answer = "UNDOCK1 00ff ok\nout 5Lit5paH\nend\n";
    QCOMPARE(undoDoubleEncoding(answer), answer);
}

void QmAnswerTest::an_error_says_what_may_be_concluded()
{
    const QString vm = QStringLiteral("VM 102");
    const Error refused = troubleError(parseQmGuestExec({}, "No QEMU guest agent configured", 255), vm);
    QCOMPARE(refused.kind, Error::Kind::Refused);
    QCOMPARE(refused.code, QStringLiteral("qm-no-agent"));
    QCOMPARE(refused.where, vm);
    const Error unknown = troubleError(parseQmGuestExec({}, "weird", 1), vm);
    QCOMPARE(unknown.kind, Error::Kind::Unknown);
    QVERIFY(unknown.what.contains(QStringLiteral("weird")));
    QVERIFY(!unknown.cure.isEmpty());
}

void QmAnswerTest::qms_words_are_one_clean_line()
{
    const auto answer = parseQmGuestExec({}, QByteArray("\x1b[31mred\x07\nnext") + QByteArray(5000, 'x'), 1);
    QVERIFY(answer.message.startsWith(QStringLiteral("[31mred next")));
    QCOMPARE(answer.message.size(), 300);
}

QTEST_APPLESS_MAIN(QmAnswerTest)
#include "tst_qm_answer.moc"
