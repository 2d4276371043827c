#include "core/base/hash.h"
#include "core/text/phrase.h"
#include "engine/records/bundle.h"
#include "engine/records/bundle_form.h"
#include "engine/records/bundle_proof.h"
#include "engine/records/bundle_signature.h"
#include "engine/records/zip_file.h"
#include "unit/record/run_on_disk.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace undock;
using Worth = SignatureCheck::Verdict;

namespace {

/// Answers with what it was told to, one after the other, and remembers what it was asked.
class Person : public Prompter {
public:
    explicit Person(QStringList answers = {})
        : m_answers(std::move(answers))
    {
    }
    bool trustHost(const QString &, const QString &) override { return false; }
    std::optional<QString> secret(const SecretPrompt &prompt) override
    {
        attempts << prompt.attempt;
        if (m_answers.isEmpty())
            return std::nullopt;
        return m_answers.takeFirst();
    }
    QList<int> attempts;

private:
    QStringList m_answers;
};

} // namespace

/// Who signed a bundle can be proved by OpenSSH alone, and nothing passes for signed that is not.
class BundleSignatureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void opensshAcceptsWhatWasSigned();
    void tellsApartWhatWasChanged_data();
    void tellsApartWhatWasChanged();
    void anIndexMadeAnewIsNotTheOneThatWasSigned();
    void tellsKeysApart_data();
    void tellsKeysApart();
    void aSecondSignatureLeavesTheFirst();
    void asksForThePassphrase();
    void usesTheAgent();
    void saysThatTheToolIsMissing();
    void signsNothingThatDoesNotProveItself();

private:
    QByteArray read(const QString &path) const;
    void write(const QString &path, const QByteArray &bytes) const;
    QString key(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    /// A line of an allowed signers' file for that key.
    QByteArray allowing(const char *who, const char *options, const char *name) const;
    QString allowed(const QByteArray &lines) const;
    int openssh(const QStringList &arguments, const QByteArray &input = {}) const;
    Worth verdictOf(const QString &bundle, const QString &allowedSigners, size_t which = 0) const;

    QTemporaryDir m_folder;
    QString m_bundle;
    int m_count = 0;
};

QByteArray BundleSignatureTest::read(const QString &path) const
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void BundleSignatureTest::write(const QString &path, const QByteArray &bytes) const
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

QByteArray BundleSignatureTest::allowing(const char *who, const char *options, const char *name) const
{
    return QByteArray(who) + ' ' + options + ' ' + read(key(name) + QStringLiteral(".pub"));
}

QString BundleSignatureTest::allowed(const QByteArray &lines) const
{
    const QString path = m_folder.filePath(QStringLiteral("allowed"));
    write(path, lines);
    return path;
}

int BundleSignatureTest::openssh(const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    process.start(QStringLiteral("ssh-keygen"), arguments);
    process.write(input);
    process.closeWriteChannel();
    return process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

Worth BundleSignatureTest::verdictOf(const QString &bundle, const QString &allowedSigners, size_t which) const
{
    const auto signatures = bundleSignatures(bundle, allowedSigners);
    return signatures && signatures->size() > which ? (*signatures)[which].check.verdict : Worth::NotOfThis;
}

void BundleSignatureTest::initTestCase()
{
    for (const auto &[name, passphrase] :
        { std::pair("mine", ""), std::pair("checker", ""), std::pair("locked", "open sesame") }) {
        QCOMPARE(openssh({ QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"), QStringLiteral("-N"),
                     QLatin1String(passphrase), QStringLiteral("-f"), key(name) }),
            0);
    }
}

void BundleSignatureTest::init()
{
    qunsetenv("SSH_AUTH_SOCK");
    DeskSettings settings;
    settings.dataFolder = m_folder.filePath(QStringLiteral("desk-%1").arg(++m_count));
    const auto path = writeBundle(
        settings, runOnDisk(settings.dataFolder), m_folder.filePath(QStringLiteral("out-%1").arg(m_count)));
    QVERIFY2(path.has_value(), path ? "" : qPrintable(describe(path.error())));
    m_bundle = *path;
}

void BundleSignatureTest::opensshAcceptsWhatWasSigned()
{
    Person nobody;
    const auto made = signBundle(m_bundle, key("mine"), nobody);
    QVERIFY2(made.has_value(), made ? "" : qPrintable(describe(made.error())));
    QCOMPARE(made->file, QStringLiteral("SHA256SUMS.sig"));
    QVERIFY2(nobody.attempts.isEmpty(), "this key has no passphrase");
    QVERIFY(verifyBundle(m_bundle).has_value());

    // As somebody without this program does it.
    const auto files = readZip(m_bundle);
    QVERIFY(files.has_value());
    QByteArray index;
    for (const EvidenceFile &file : *files) {
        if (file.path == bundle::index)
            index = file.bytes;
        if (file.path == made->file)
            write(m_folder.filePath(QStringLiteral("sig")), file.bytes);
    }
    const QStringList words{ QStringLiteral("-Y"), QStringLiteral("verify"), QStringLiteral("-n"),
        QStringLiteral("openclaw-undock"), QStringLiteral("-f"),
        allowed(allowing("li@example.org", "namespaces=\"openclaw-undock\"", "mine")), QStringLiteral("-I"),
        QStringLiteral("li@example.org"), QStringLiteral("-s"), m_folder.filePath(QStringLiteral("sig")) };
    QCOMPARE(openssh(words, index), 0);
    QVERIFY(openssh(words, index + 'x') != 0);

    const auto signatures = bundleSignatures(m_bundle, m_folder.filePath(QStringLiteral("allowed")));
    QVERIFY(signatures.has_value());
    QCOMPARE(signatures->size(), size_t(1));
    QCOMPARE(signatures->front().check.verdict, Worth::Good);
    QCOMPARE(signatures->front().check.who, QStringLiteral("li@example.org"));
    QVERIFY(signatures->front().check.key.startsWith(QStringLiteral("ED25519 SHA256:")));
    QCOMPARE(verdictOf(m_bundle, {}), Worth::NotCompared);
}

void BundleSignatureTest::tellsApartWhatWasChanged_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("change"); // byte, line, drop, add
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("indexHolds");
    const auto row = [](const char *what, const char *file, const char *change, const char *code, bool holds) {
        QTest::newRow(what) << QString::fromLatin1(file) << QString::fromLatin1(change) << QString::fromLatin1(code)
                            << holds;
    };
    row("a byte of an output", "evidence/steps/01-a-scan/output.txt", "byte", "bundle-file-changed", true);
    row("a byte of the page", "record.html", "byte", "bundle-file-changed", true);
    row("a line of the journal", "evidence/journal.jsonl", "line", "bundle-journal-broken", true);
    row("the journal's last line", "evidence/journal.jsonl", "last", "bundle-journal-broken", true);
    row("a file missing", "evidence/steps/01-a-scan/end.json", "drop", "bundle-file-missing", true);
    row("a file more", "evidence/steps/01-a-scan/more.txt", "add", "bundle-file-added", true);
    row("a byte of the index", "SHA256SUMS", "byte", "bundle-file-changed", false);
    row("a line of the index", "SHA256SUMS", "line", "bundle-file-added", false);
}

void BundleSignatureTest::tellsApartWhatWasChanged()
{
    QFETCH(QString, file);
    QFETCH(QString, change);
    QFETCH(QString, code);
    QFETCH(bool, indexHolds);
    Person nobody;
    QVERIFY(signBundle(m_bundle, key("mine"), nobody).has_value());
    auto files = *readZip(m_bundle);
    const auto found
        = std::find_if(files.begin(), files.end(), [&](const EvidenceFile &one) { return one.path == file; });
    QCOMPARE(found == files.end(), change == QLatin1String("add"));
    if (change == QLatin1String("add"))
        files.push_back({ file, QByteArray("x") });
    else if (change == QLatin1String("drop"))
        files.erase(found);
    else if (change == QLatin1String("byte"))
        found->bytes[0] = found->bytes[0] == '0' ? '1' : '0';
    else if (change == QLatin1String("line"))
        found->bytes.remove(0, found->bytes.indexOf('\n') + 1);
    else
        found->bytes.truncate(found->bytes.lastIndexOf('\n', found->bytes.size() - 2) + 1);
    QVERIFY(writeZip(m_bundle, files, QDateTime::currentDateTimeUtc()).has_value());

    const auto proof = verifyBundle(m_bundle);
    QVERIFY(!proof.has_value());
    QCOMPARE(proof.error().code, code);
    const QString signers = allowed(allowing("li", "namespaces=\"openclaw-undock\"", "mine"));
    QCOMPARE(verdictOf(m_bundle, signers), indexHolds ? Worth::Good : Worth::NotOfThis);
}

void BundleSignatureTest::anIndexMadeAnewIsNotTheOneThatWasSigned()
{
    Person nobody;
    QVERIFY(signBundle(m_bundle, key("mine"), nobody).has_value());
    auto files = *readZip(m_bundle);
    for (EvidenceFile &file : files) {
        if (file.path == QLatin1String("record.html"))
            file.bytes = "<p>nothing went wrong</p>";
    }
    for (EvidenceFile &file : files) {
        if (file.path == bundle::index)
            file.bytes = bundleIndex(files);
    }
    QVERIFY(writeZip(m_bundle, files, QDateTime::currentDateTimeUtc()).has_value());
    QVERIFY2(verifyBundle(m_bundle).has_value(), "by itself it cannot know");
    QCOMPARE(verdictOf(m_bundle, allowed(allowing("li", "namespaces=\"openclaw-undock\"", "mine"))), Worth::NotOfThis);
    const auto again = signBundle(m_bundle, key("checker"), nobody);
    QVERIFY(!again.has_value());
    QCOMPARE(again.error().code, QStringLiteral("signature-wrong"));
}

void BundleSignatureTest::tellsKeysApart_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("options");
    QTest::addColumn<int>("verdict");
    const auto row = [](const char *what, const char *name, const char *options, Worth verdict) {
        QTest::newRow(what) << QString::fromLatin1(name) << QString::fromLatin1(options) << int(verdict);
    };
    row("allowed", "mine", "namespaces=\"openclaw-undock\"", Worth::Good);
    row("another key", "checker", "namespaces=\"openclaw-undock\"", Worth::OtherKey);
    row("for other things", "mine", "namespaces=\"git\"", Worth::OtherKey);
    row("expired", "mine", "namespaces=\"openclaw-undock\",valid-before=\"20200101\"", Worth::Expired);
    row("not yet valid", "mine", "namespaces=\"openclaw-undock\",valid-after=\"20990101\"", Worth::NotYetValid);
    row("valid then", "mine", "namespaces=\"openclaw-undock\",valid-after=\"20200101\",valid-before=\"20990101\"",
        Worth::Good);
}

void BundleSignatureTest::tellsKeysApart()
{
    QFETCH(QString, name);
    QFETCH(QString, options);
    QFETCH(int, verdict);
    Person nobody;
    QVERIFY(signBundle(m_bundle, key("mine"), nobody).has_value());
    const QString signers = allowed(allowing("li", options.toLatin1().constData(), name.toLatin1().constData()));
    QCOMPARE(int(verdictOf(m_bundle, signers)), verdict);
}

void BundleSignatureTest::aSecondSignatureLeavesTheFirst()
{
    Person nobody;
    QVERIFY(signBundle(m_bundle, key("mine"), nobody).has_value());
    const auto twice = signBundle(m_bundle, key("mine"), nobody);
    QVERIFY(!twice.has_value());
    QCOMPARE(twice.error().code, QStringLiteral("signed-already"));
    const auto second = signBundle(m_bundle, key("checker"), nobody);
    QVERIFY2(second.has_value(), second ? "" : qPrintable(describe(second.error())));
    QCOMPARE(second->file, QStringLiteral("SHA256SUMS.2.sig"));
    QVERIFY(verifyBundle(m_bundle).has_value());
    const QString signers = allowed(allowing("li", "namespaces=\"openclaw-undock\"", "mine")
        + allowing("han", "namespaces=\"openclaw-undock\"", "checker"));
    const auto both = bundleSignatures(m_bundle, signers);
    QVERIFY(both.has_value());
    QCOMPARE(both->size(), size_t(2));
    QCOMPARE((*both)[0].check.who, QStringLiteral("li"));
    QCOMPARE((*both)[1].check.who, QStringLiteral("han"));
}

void BundleSignatureTest::asksForThePassphrase()
{
    Person absent;
    const QByteArray before = read(m_bundle);
    const auto declined = signBundle(m_bundle, key("locked"), absent);
    QVERIFY(!declined.has_value());
    QCOMPARE(declined.error().code, QStringLiteral("passphrase-declined"));
    QCOMPARE(declined.error().kind, Error::Kind::Refused);
    QCOMPARE(read(m_bundle), before);

    Person forgetful({ QStringLiteral("wrong"), QStringLiteral("open sesame") });
    const auto made = signBundle(m_bundle, key("locked"), forgetful);
    QVERIFY2(made.has_value(), made ? "" : qPrintable(describe(made.error())));
    QCOMPARE(forgetful.attempts, (QList<int>{ 0, 1 }));
    QCOMPARE(verdictOf(m_bundle, allowed(allowing("li", "namespaces=\"openclaw-undock\"", "locked"))), Worth::Good);
}

void BundleSignatureTest::usesTheAgent()
{
    const QString socket = m_folder.filePath(QStringLiteral("agent"));
    QProcess agent;
    agent.start(QStringLiteral("ssh-agent"), { QStringLiteral("-D"), QStringLiteral("-a"), socket });
    QVERIFY(agent.waitForStarted());
    QTRY_VERIFY2_WITH_TIMEOUT(QFile::exists(socket), "the agent's socket", 30'000);
    qputenv("SSH_AUTH_SOCK", QFile::encodeName(socket));
    QCOMPARE(QProcess::execute(QStringLiteral("ssh-add"), { QStringLiteral("-q"), key("mine") }), 0);
    // Only the public half is on this desk.
    const QString half = m_folder.filePath(QStringLiteral("half.pub"));
    write(half, read(key("mine") + QStringLiteral(".pub")));
    Person nobody;
    const auto made = signBundle(m_bundle, half, nobody);
    QVERIFY2(made.has_value(), made ? "" : qPrintable(describe(made.error())));
    QCOMPARE(verdictOf(m_bundle, allowed(allowing("li", "namespaces=\"openclaw-undock\"", "mine"))), Worth::Good);
    qunsetenv("SSH_AUTH_SOCK");
    agent.kill();
    agent.waitForFinished();
    const auto without = sshSign("x", half, nobody);
    QVERIFY(!without.has_value());
    QCOMPARE(without.error().code, QStringLiteral("not-signed"));
}

void BundleSignatureTest::saysThatTheToolIsMissing()
{
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", QFile::encodeName(m_folder.path()));
    Person nobody;
    const auto made = signBundle(m_bundle, key("mine"), nobody);
    qputenv("PATH", path);
    QVERIFY(!made.has_value());
    QCOMPARE(made.error().code, QStringLiteral("ssh-keygen-missing"));
    QVERIFY(inEnglish(made.error().cure).contains(QStringLiteral("openssh-client")));
}

void BundleSignatureTest::signsNothingThatDoesNotProveItself()
{
    auto files = *readZip(m_bundle);
    files.push_back({ QStringLiteral("more.txt"), QByteArray("x") });
    QVERIFY(writeZip(m_bundle, files, QDateTime::currentDateTimeUtc()).has_value());
    Person nobody;
    const auto made = signBundle(m_bundle, key("mine"), nobody);
    QVERIFY(!made.has_value());
    QCOMPARE(made.error().code, QStringLiteral("bundle-file-added"));

    // A bundle of the form before: its index is of the evidence alone.
    files.pop_back();
    std::vector<EvidenceFile> evidence;
    std::erase_if(files, [&](const EvidenceFile &file) {
        if (file.path.startsWith(bundle::evidenceFolder))
            evidence.push_back({ file.path.mid(bundle::evidenceFolder.size()), file.bytes });
        return file.path == bundle::index || file.path == bundle::readme;
    });
    std::sort(
        evidence.begin(), evidence.end(), [](const EvidenceFile &a, const EvidenceFile &b) { return a.path < b.path; });
    files.push_back({ bundle::evidenceFolder + bundle::index, evidenceIndex(evidence) });
    QVERIFY(writeZip(m_bundle, files, QDateTime::currentDateTimeUtc()).has_value());
    QVERIFY2(verifyBundle(m_bundle).has_value(), "it is still proved");
    const auto older = signBundle(m_bundle, key("mine"), nobody);
    QVERIFY(!older.has_value());
    QCOMPARE(older.error().code, QStringLiteral("bundle-of-older-form"));
}

QTEST_GUILESS_MAIN(BundleSignatureTest)
#include "tst_bundle_signature.moc"
