#include "cli/commands/record_proof.h"
#include "cli/run_watch.h"

#include "core/record/record_file.h"
#include "core/text/phrase.h"
#include "engine/records/bundle.h"
#include "engine/records/bundle_proof.h"
#include "engine/records/bundle_signature.h"
#include "engine/records/write_record.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace undock::cli {

namespace {

using Verdict = SignatureCheck::Verdict;

/// Named on the command line, or this desk's own; empty where there is none.
Result<QString> allowedSigners(const Bench &bench, const QCommandLineParser &parser)
{
    const QString option = QStringLiteral("allowed-signers");
    const QString own = QDir(bench.options.desk.dataFolder).filePath(QStringLiteral("allowed_signers"));
    const QString path = parser.isSet(option) ? parser.value(option) : QFile::exists(own) ? own : QString();
    if (!path.isEmpty() && (!QFileInfo(path).isFile() || !QFileInfo(path).isReadable())) {
        return fail(Error::Kind::BadInput, QStringLiteral("file-unreadable"), phrase("signers-unreadable"), path,
            phrase("cure-signers"));
    }
    return path;
}

const char *verdictWord(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Good:
        return "good";
    case Verdict::NotCompared:
        return "not-compared";
    case Verdict::OtherKey:
        return "other-key";
    case Verdict::Expired:
        return "key-expired";
    case Verdict::NotYetValid:
        return "key-not-yet-valid";
    case Verdict::NotOfThis:
        break;
    }
    return "wrong";
}

Error signatureFault(const BundleSignature &signature, const QString &path)
{
    const auto fault = [&](const char *code, const QString &what, const QString &cure) {
        return Error{ Error::Kind::Failed, QLatin1String(code),
            phrase("signature-fault", { { "file", signature.file }, { "what", what, PhraseValue::Kind::Said } }), path,
            cure };
    };
    const SignatureCheck &check = signature.check;
    switch (check.verdict) {
    case Verdict::OtherKey:
        return fault("signature-other-key",
            phrase("signature-other-key", { { "by", check.key }, { "said", check.said } }),
            phrase("cure-whose-signature"));
    case Verdict::Expired:
        return fault("signature-key-expired",
            phrase("signature-key-expired", { { "by", check.key }, { "said", check.said } }),
            phrase("cure-valid-signature"));
    case Verdict::NotYetValid:
        return fault("signature-key-not-yet-valid",
            phrase("signature-key-not-yet-valid", { { "by", check.key }, { "said", check.said } }),
            phrase("cure-valid-signature"));
    default:
        return fault("signature-wrong", phrase("signature-not-of-this", { { "said", check.said } }),
            phrase("cure-ask-signer-again"));
    }
}

void tellSignature(Bench &bench, const BundleSignature &signature, const QString &made)
{
    const SignatureCheck &check = signature.check;
    const QString who = check.verdict == Verdict::Good
        ? QStringLiteral("signed by %1 with %2").arg(check.who, check.key)
        : QStringLiteral("signed with %1; whose key that is was not asked (--allowed-signers)").arg(check.key);
    bench.terminal->tell(
        { { "event", "signature" }, { "file", toStd(signature.file) }, { "verdict", verdictWord(check.verdict) },
            { "who", toStd(check.who) }, { "key", toStd(check.key) }, { "made", toStd(made) } },
        QStringLiteral("%1: %2; the bundle says it was made %3").arg(signature.file, who, made));
}

/// 0 when every signature holds; what does not is told.
int tellSignatures(Bench &bench, const QString &path, const QString &allowed, bool wanted, const QString &made)
{
    const auto signatures = bundleSignatures(path, allowed);
    if (!signatures) {
        Error error = signatures.error();
        // Nothing is known of the signature: neither that it holds nor that it does not.
        if (error.code == QLatin1String("ssh-keygen-missing"))
            error.kind = Error::Kind::Unknown;
        return tellError(*bench.terminal, error);
    }
    int exit = 0;
    for (const BundleSignature &signature : *signatures) {
        if (signature.check.verdict == Verdict::Good || signature.check.verdict == Verdict::NotCompared)
            tellSignature(bench, signature, made);
        else
            exit = tellError(*bench.terminal, signatureFault(signature, path));
    }
    if (signatures->empty() && wanted) {
        return tellError(*bench.terminal,
            { Error::Kind::Failed, QStringLiteral("signature-missing"), phrase("nobody-signed"), path,
                phrase("cure-signed-one") });
    }
    if (!signatures->empty() && exit == 0)
        bench.terminal->say(signatureLimits());
    return exit;
}

} // namespace

int verifyBundleFile(Bench &bench, const QCommandLineParser &parser)
{
    const QString path = parser.value(QStringLiteral("bundle"));
    const auto allowed = allowedSigners(bench, parser);
    if (!allowed)
        return tellError(*bench.terminal, allowed.error());
    const auto proof = verifyBundle(path);
    QString made;
    if (proof) {
        made = proof->made.isValid() ? proof->made.toUTC().toString(Qt::ISODate) : QStringLiteral("at no stated time");
        bench.terminal->tell(
            { { "event", "verified" }, { "run", toStd(proof->run) }, { "events", proof->seal.events },
                { "last_sha256", toStd(proof->seal.head) }, { "evidence_sha256", toStd(proof->seal.index) },
                { "files", proof->files }, { "made", toStd(made) } },
            QStringLiteral("%1: %2 events, the chain holds, %3 evidence files are what it says; index sha256 %4")
                .arg(proof->run)
                .arg(proof->seal.events)
                .arg(proof->files)
                .arg(proof->seal.index));
    } else {
        bench.terminal->error(proof.error());
        if (proof.error().code == QLatin1String("bundle-unreadable"))
            return 1;
    }
    const int signatures = tellSignatures(bench, path, *allowed, parser.isSet(QStringLiteral("allowed-signers")), made);
    return proof ? signatures : 1;
}

int verifyJournal(Bench &bench, const QString &run)
{
    const auto contents = bench.queue->store().read(run);
    if (!contents)
        return tellError(*bench.terminal, contents.error());
    if (contents->damage) {
        bench.terminal->error({ Error::Kind::Failed, QStringLiteral("journal-damaged"), contents->damage->what,
            QStringLiteral("line %1").arg(contents->damage->line),
            phrase("events-hold-before", { { "count", qint64(contents->events.size()) } }) });
        return 1;
    }
    // A chain cut at its end still holds; the record remembers how long it was.
    QFile record(findRecord(recordsFolderOf(bench.options.desk), run));
    if (!record.fileName().isEmpty() && record.open(QIODevice::ReadOnly)) {
        if (const QString fault
            = recordFault(QString::fromUtf8(record.readAll()), contents->events, contents->lastHash);
            !fault.isEmpty())
            return tellError(*bench.terminal,
                { Error::Kind::Failed, QStringLiteral("journal-differs"), fault, record.fileName(),
                    phrase("cure-one-of-two-changed") });
    }
    bench.terminal->tell({ { "event", "verified" }, { "run", toStd(run) }, { "events", contents->events.size() },
                             { "last_sha256", toStd(contents->lastHash) } },
        QStringLiteral("%1: %2 events, the chain holds; last line sha256 %3")
            .arg(run)
            .arg(contents->events.size())
            .arg(contents->lastHash));
    return 0;
}

int signBundleFile(Bench &bench, const QString &path, const QString &key)
{
    if (path.isEmpty() || key.isEmpty()) {
        return tellError(*bench.terminal,
            { Error::Kind::BadInput, QStringLiteral("missing-option"), phrase("sign-what"),
                path.isEmpty() ? QStringLiteral("--bundle") : QStringLiteral("--key"), phrase("cure-sign-what") });
    }
    if (!QFileInfo(key).isReadable()) {
        return tellError(*bench.terminal,
            { Error::Kind::BadInput, QStringLiteral("file-unreadable"), phrase("sign-file-unreadable"), key,
                phrase("cure-sign-file") });
    }
    const auto made = signBundle(path, QFileInfo(key).absoluteFilePath(), *bench.prompter);
    if (!made)
        return tellError(*bench.terminal, made.error());
    bench.terminal->tell({ { "event", "signed" }, { "path", toStd(path) }, { "file", toStd(made->file) },
                             { "key", toStd(made->check.key) } },
        QStringLiteral("%1: %2 with %3").arg(path, made->file, made->check.key));
    bench.terminal->say(signatureLimits());
    return 0;
}

} // namespace undock::cli
