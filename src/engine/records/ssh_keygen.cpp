#include "engine/records/ssh_keygen.h"

#include "core/base/wipe.h"
#include "core/text/display_safe.h"
#include "core/text/phrase.h"
#include "engine/records/askpass.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace undock {

namespace {

// A person may have to touch a token or to confirm at the agent.
constexpr int longestSigning = 300'000;
constexpr int longestCheck = 60'000;

struct KeygenAnswer {
    bool agreed = false;
    QByteArray out;
    QStringList said; ///< lines of its stderr, fit to be shown
};

/// The words that tell why; the lines before them tell what it was about to do.
QString newest(const QStringList &said)
{
    return said.isEmpty() ? phrase("ssh-keygen-silent") : said.last();
}

Result<KeygenAnswer> keygen(
    const QStringList &arguments, const QByteArray &input, int longest, const QProcessEnvironment &environment)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("ssh-keygen"));
    if (program.isEmpty()) {
        return fail(Error::Kind::Failed, QStringLiteral("ssh-keygen-missing"), phrase("ssh-keygen-missing"),
            QStringLiteral("ssh-keygen"), phrase("cure-install-openssh"));
    }
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(longest)) {
        const bool began = process.state() != QProcess::NotRunning;
        process.kill();
        process.waitForFinished();
        return fail(Error::Kind::Unknown, QStringLiteral("ssh-keygen-slow"),
            began ? phrase("ssh-keygen-slow", { { "seconds", longest / 1000 } }) : process.errorString(), program,
            phrase("cure-agent-waits"));
    }
    KeygenAnswer answer;
    answer.agreed = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    answer.out = process.readAllStandardOutput();
    for (const QByteArray &line : process.readAllStandardError().split('\n')) {
        if (const QString words = displayLine(QString::fromUtf8(line)); !words.isEmpty())
            answer.said << words;
    }
    return answer;
}

QProcessEnvironment plainEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    environment.insert(QStringLiteral("TZ"), QStringLiteral("UTC")); // verify-time is read in the local zone
    return environment;
}

bool wantsPassphrase(const KeygenAnswer &answer)
{
    return newest(answer.said).contains(QLatin1String("incorrect passphrase"));
}

tl::unexpected<Error> notSigned(const QString &keyFile, const KeygenAnswer &answer)
{
    return fail(
        Error::Kind::Failed, QStringLiteral("not-signed"), newest(answer.said), keyFile, phrase("cure-name-key-file"));
}

Result<QByteArray> madeOf(const KeygenAnswer &answer, const QString &keyFile)
{
    if (answer.agreed && answer.out.startsWith("-----BEGIN SSH SIGNATURE-----"))
        return answer.out;
    return notSigned(keyFile, answer);
}

/// "ED25519 SHA256:…" of "Good "…" signature with ED25519 key SHA256:…".
QString keyIn(const QByteArray &out)
{
    static const QRegularExpression named(QStringLiteral("with (\\S+) key (SHA256:\\S+)"));
    const auto match = named.match(QString::fromUtf8(out));
    return match.hasMatch() ? match.captured(1) + QLatin1Char(' ') + match.captured(2) : QString();
}

} // namespace

Result<QByteArray> sshSign(const QByteArray &message, const QString &keyFile, Prompter &prompter)
{
    const QStringList arguments{ QStringLiteral("-Y"), QStringLiteral("sign"), QStringLiteral("-n"),
        QLatin1String(signatureNamespace), QStringLiteral("-f"), keyFile };
    const Askpass answering;
    QProcessEnvironment environment = plainEnvironment();
    environment.insert(QStringLiteral("SSH_ASKPASS"), answering.program());
    environment.insert(QStringLiteral("SSH_ASKPASS_REQUIRE"), QStringLiteral("force"));
    // Without a passphrase first: the agent may hold the key, and many keys have none.
    (void)answering.give({});
    auto answer = keygen(arguments, message, longestSigning, environment);
    for (int attempt = 0; answer && wantsPassphrase(*answer); ++attempt) {
        auto secret = prompter.secret(SecretPrompt::passphrase(keyFile, attempt));
        if (!secret) {
            return fail(Error::Kind::Refused, QStringLiteral("passphrase-declined"), phrase("key-passphrase-declined"),
                keyFile, phrase("cure-key-passphrase"));
        }
        const Askpass once;
        environment.insert(QStringLiteral("SSH_ASKPASS"), once.program());
        const bool given = once.give(secret->toUtf8());
        wipe(*secret);
        if (!given)
            return notSigned(keyFile, *answer);
        answer = keygen(arguments, message, longestSigning, environment);
    }
    if (!answer)
        return tl::make_unexpected(answer.error());
    return madeOf(*answer, keyFile);
}

Result<SignatureCheck> sshCheck(
    const QByteArray &message, const QByteArray &signature, const QString &allowedSigners, const QDateTime &at)
{
    using Worth = SignatureCheck::Verdict;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("signature"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(signature) != signature.size() || !file.flush()) {
        return fail(Error::Kind::Unknown, QStringLiteral("signature-unread"), file.errorString(), path,
            phrase("cure-room-for-temporary"));
    }
    const auto ask = [&](const QStringList &how) {
        return keygen(QStringList{ QStringLiteral("-Y") } + how + QStringList{ QStringLiteral("-s"), path }, message,
            longestCheck, plainEnvironment());
    };
    SignatureCheck check;
    const auto of
        = ask({ QStringLiteral("check-novalidate"), QStringLiteral("-n"), QLatin1String(signatureNamespace) });
    if (!of)
        return tl::make_unexpected(of.error());
    if (!of->agreed) {
        check.said = newest(of->said);
        return check;
    }
    check.key = keyIn(of->out);
    check.verdict = Worth::NotCompared;
    if (allowedSigners.isEmpty())
        return check;

    const QString time = QStringLiteral("verify-time=") + at.toUTC().toString(QStringLiteral("yyyyMMddHHmmss"));
    const auto whose
        = ask({ QStringLiteral("find-principals"), QStringLiteral("-f"), allowedSigners, QStringLiteral("-O"), time });
    if (!whose)
        return tl::make_unexpected(whose.error());
    if (!whose->agreed) {
        const QString said = whose->said.join(QLatin1Char('\n'));
        check.verdict = said.contains(QLatin1String("key has expired")) ? Worth::Expired
            : said.contains(QLatin1String("not yet valid"))             ? Worth::NotYetValid
                                                                        : Worth::OtherKey;
        check.said = whose->said.value(0);
        return check;
    }
    check.who = QString::fromUtf8(whose->out).section(QLatin1Char('\n'), 0, 0).trimmed();
    // Naming a key is not all: the allowed signers' file may say what it may sign.
    const auto proved = ask({ QStringLiteral("verify"), QStringLiteral("-n"), QLatin1String(signatureNamespace),
        QStringLiteral("-f"), allowedSigners, QStringLiteral("-I"), check.who, QStringLiteral("-O"), time });
    if (!proved)
        return tl::make_unexpected(proved.error());
    check.verdict = proved->agreed ? Worth::Good : Worth::OtherKey;
    if (!proved->agreed)
        check.said = newest(proved->said);
    check.who = displayLine(check.who, 200);
    return check;
}

} // namespace undock
