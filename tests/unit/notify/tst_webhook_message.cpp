#include "core/base/json.h"
#include "core/text/code_words.h"
#include "engine/notify/webhook_message.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace undock;
using Form = WebhookTarget::Form;

namespace {

OperatorNotice attention(const QString &what)
{
    OperatorNotice notice;
    notice.kind = OperatorNotice::Kind::NeedsAttention;
    notice.vmid = QStringLiteral("101");
    notice.node = QStringLiteral("root@192.0.2.1");
    notice.run = QStringLiteral("101-20260220-093000-abcd");
    notice.error = { Error::Kind::Failed, QStringLiteral("no-such-code"), what, {}, QStringLiteral("make room") };
    return notice;
}

const QDateTime noon(QDate(2026, 2, 20), QTime(12, 0), Qt::UTC);

Json bodyOf(Form form, const OperatorNotice &notice, const QString &language = QStringLiteral("en"))
{
    return parseJson(webhookMessage(form, notice, language, noon).body, 1 << 20);
}

QString codeOf(const Result<WebhookTarget> &target)
{
    return target ? QStringLiteral("good") : target.error().code;
}

} // namespace

/// What a service is sent, and what may be its address.
class WebhookMessageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void our_own_form_names_vm_node_run_and_code()
    {
        const Json body = bodyOf(Form::Own, attention(QStringLiteral("the disk is full")));
        QCOMPARE(stringAt(body, "program"), QStringLiteral("openclaw-undock"));
        QCOMPARE(intAt(body, "version"), 1);
        QCOMPARE(stringAt(body, "time"), QStringLiteral("2026-02-20T12:00:00Z"));
        QCOMPARE(stringAt(body, "kind"), QStringLiteral("needs-attention"));
        QCOMPARE(stringAt(body, "vmid"), QStringLiteral("101"));
        QCOMPARE(stringAt(body, "node"), QStringLiteral("root@192.0.2.1"));
        QCOMPARE(stringAt(body, "run"), QStringLiteral("101-20260220-093000-abcd"));
        QCOMPARE(stringAt(body, "code"), QStringLiteral("no-such-code"));
        QCOMPARE(stringAt(body, "text"),
            QStringLiteral("VM 101 on root@192.0.2.1 needs attention: the disk is full (what to do: make room)"));
    }

    void each_service_gets_its_own_form_as_plain_text()
    {
        const OperatorNotice notice = attention(QStringLiteral("*a* <b>_c_</b> @all"));
        const QString text = QStringLiteral(
            "OpenClaw Undock: VM 101 on root@192.0.2.1 needs attention: *a* <b>_c_</b> @all (what to do: make room)");
        for (const Form form : { Form::DingTalk, Form::WeCom }) {
            const Json body = bodyOf(form, notice);
            QCOMPARE(stringAt(body, "msgtype"), QStringLiteral("text"));
            QCOMPARE(stringAt(valueAt(body, "text"), "content"), text);
            QVERIFY(!body.contains("at"));
        }
        QCOMPARE(stringAt(bodyOf(Form::Telegram, notice), "text"), text);
        QVERIFY(!bodyOf(Form::Telegram, notice).contains("parse_mode"));
        QCOMPARE(QString::fromUtf8(webhookMessage(Form::Ntfy, notice, QStringLiteral("en"), noon).body), text);
    }

    void the_text_is_in_the_language_that_was_asked_for()
    {
        const QString text
            = stringAt(bodyOf(Form::Own, attention(QStringLiteral("@absent")), QStringLiteral("zh_CN")), "text");
        QVERIFY2(text.startsWith(QStringLiteral("root@192.0.2.1 上的小鸡 101 需要人处理")), qPrintable(text));
        QVERIFY(!text.contains(QLatin1Char('@') + QStringLiteral("absent")));
    }

    void a_code_is_told_in_the_catalogues_words()
    {
        OperatorNotice notice = attention(QStringLiteral("an English sentence"));
        notice.error.code = QStringLiteral("webhook-file-open");
        const QString text = noticeText(notice, QStringLiteral("zh_CN"));
        QVERIFY2(text.contains(codeTitle(notice.error.code, QStringLiteral("zh_CN"))), qPrintable(text));
        QVERIFY2(text.contains(codeCure(notice.error.code, QStringLiteral("zh_CN"))), qPrintable(text));
        QVERIFY2(!text.contains(QStringLiteral("English")), qPrintable(text));
    }

    void a_service_that_answers_200_may_still_have_refused()
    {
        QVERIFY(webhookRefused(Form::DingTalk, R"({"errcode":310000,"errmsg":"keywords not in content"})"));
        QVERIFY(!webhookRefused(Form::DingTalk, R"({"errcode":0,"errmsg":"ok"})"));
        QVERIFY(webhookRefused(Form::WeCom, R"({"errcode":93000})"));
        QVERIFY(webhookRefused(Form::Telegram, R"({"ok":false})"));
        QVERIFY(!webhookRefused(Form::Telegram, R"({"ok":true})"));
        for (const Form form : { Form::Own, Form::Ntfy, Form::DingTalk, Form::Telegram })
            QVERIFY(!webhookRefused(form, "no JSON at all"));
    }

    void an_address_is_https_or_this_machine()
    {
        const auto made = [](const char *form, const char *address) {
            return codeOf(WebhookTarget::make(QLatin1String(form), QLatin1String(address)));
        };
        QCOMPARE(made("ntfy", "https://ntfy.example/topic"), QStringLiteral("good"));
        QCOMPARE(made("ntfy", " https://ntfy.example/topic\n"), QStringLiteral("good"));
        QCOMPARE(made("json", "http://127.0.0.1:8080/hook"), QStringLiteral("good"));
        QCOMPARE(made("json", "http://localhost/hook"), QStringLiteral("good"));
        QCOMPARE(made("json", "http://ntfy.example/topic"), QStringLiteral("webhook-plain-http"));
        QCOMPARE(made("json", "http://127.0.0.1.ntfy.example/topic"), QStringLiteral("webhook-plain-http"));
        for (const char *none :
            { "", "ntfy.example", "file:///etc/passwd", "ftp://ntfy.example/", "https://", "https:///x" })
            QCOMPARE(made("json", none), QStringLiteral("webhook-address"));
        QCOMPARE(made("slack", "https://ntfy.example/topic"), QStringLiteral("webhook-form"));
        QCOMPARE(made("", "https://ntfy.example/topic"), QStringLiteral("webhook-form"));
    }

    void no_refusal_repeats_the_address()
    {
        for (const char *address : { "http://ntfy.example/s3cr3t-token", "gopher://ntfy.example/s3cr3t-token" }) {
            const auto target = WebhookTarget::make(QStringLiteral("json"), QLatin1String(address));
            QVERIFY(!target);
            QVERIFY(!describe(target.error()).contains(QStringLiteral("s3cr3t")));
        }
    }

    void a_file_with_the_address_is_its_owners_alone()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("hook.json"));
        const auto write = [&](const QByteArray &text, QFileDevice::Permissions mode) {
            QFile::remove(path);
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
            QVERIFY(file.setPermissions(mode));
        };
        constexpr auto mine = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
        const QByteArray good = R"({"form":"ntfy","address":"https://ntfy.example/topic"})";
        write(good, mine);
        QCOMPARE(codeOf(WebhookTarget::fromFile(path)), QStringLiteral("good"));
        QVERIFY(WebhookTarget::fromFile(path)->form() == Form::Ntfy);
        for (const auto more : { QFileDevice::ReadGroup, QFileDevice::ReadOther, QFileDevice::WriteGroup }) {
            write(good, mine | more);
            QCOMPARE(codeOf(WebhookTarget::fromFile(path)), QStringLiteral("webhook-file-open"));
        }
        write("https://ntfy.example/topic", mine);
        QCOMPARE(codeOf(WebhookTarget::fromFile(path)), QStringLiteral("webhook-file"));
        write(QByteArray(1 << 20, '['), mine);
        QCOMPARE(codeOf(WebhookTarget::fromFile(path)), QStringLiteral("webhook-file"));
        QCOMPARE(codeOf(WebhookTarget::fromFile(folder.filePath(QStringLiteral("none")))),
            QStringLiteral("file-unreadable"));
    }
};

QTEST_GUILESS_MAIN(WebhookMessageTest)
#include "tst_webhook_message.moc"
