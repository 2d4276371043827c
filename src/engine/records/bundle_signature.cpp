#include "engine/records/bundle_signature.h"

#include "core/text/phrase.h"
#include "engine/records/bundle_form.h"
#include "engine/records/bundle_proof.h"
#include "engine/records/zip_file.h"

#include <algorithm>

namespace undock {

namespace {

constexpr int mostSignatures = 9;

const QByteArray *bytesOf(const std::vector<EvidenceFile> &files, const QString &name)
{
    const auto found
        = std::find_if(files.begin(), files.end(), [&](const EvidenceFile &file) { return file.path == name; });
    return found == files.end() ? nullptr : &found->bytes;
}

Result<std::vector<BundleSignature>> signaturesIn(const std::vector<EvidenceFile> &files, const QString &allowedSigners)
{
    std::vector<BundleSignature> found;
    const QByteArray *index = bytesOf(files, bundle::index);
    const QByteArray *readme = bytesOf(files, bundle::readme);
    const QDateTime made = readme ? bundleMadeAt(*readme) : QDateTime();
    for (int number = 1; number <= mostSignatures; ++number) {
        const QString name = bundle::signatureName(number);
        const QByteArray *signature = bytesOf(files, name);
        if (!signature)
            continue;
        // Nothing is signed where nothing says what is in the bundle.
        const auto check = sshCheck(index ? *index : QByteArray(), *signature, allowedSigners,
            made.isValid() ? made : QDateTime::currentDateTimeUtc());
        if (!check)
            return tl::make_unexpected(check.error());
        found.push_back({ name, *check });
    }
    return found;
}

} // namespace

Result<std::vector<BundleSignature>> bundleSignatures(const QString &path, const QString &allowedSigners)
{
    const auto files = readZip(path);
    if (!files)
        return tl::make_unexpected(files.error());
    return signaturesIn(*files, allowedSigners);
}

Result<BundleSignature> signBundle(const QString &path, const QString &keyFile, Prompter &prompter)
{
    auto files = readZip(path);
    if (!files)
        return tl::make_unexpected(files.error());
    const auto proof = proveBundle(path, *files);
    if (!proof)
        return tl::make_unexpected(proof.error());
    if (proof->index.isEmpty()) {
        return fail(Error::Kind::Refused, QStringLiteral("bundle-of-older-form"), phrase("bundle-of-older-form"), path,
            phrase("cure-bundle-and-sign"));
    }
    const auto before = signaturesIn(*files, {});
    if (!before)
        return tl::make_unexpected(before.error());
    for (const BundleSignature &earlier : *before) {
        if (earlier.check.verdict == SignatureCheck::Verdict::NotOfThis) {
            return fail(Error::Kind::Refused, QStringLiteral("signature-wrong"),
                phrase("signature-wrong", { { "file", earlier.file }, { "said", earlier.check.said } }), path,
                phrase("cure-ask-first-signer"));
        }
    }
    const auto signature = sshSign(proof->index, keyFile, prompter);
    if (!signature)
        return tl::make_unexpected(signature.error());
    BundleSignature made;
    const auto check = sshCheck(proof->index, *signature, {}, proof->made);
    if (!check)
        return tl::make_unexpected(check.error());
    made.check = *check;
    if (made.check.verdict != SignatureCheck::Verdict::NotCompared) {
        return fail(Error::Kind::Failed, QStringLiteral("not-signed"),
            phrase("signature-unproven", { { "said", made.check.said } }), keyFile, phrase("cure-another-key"));
    }
    for (const BundleSignature &earlier : *before) {
        if (earlier.check.key == made.check.key) {
            return fail(Error::Kind::Refused, QStringLiteral("signed-already"),
                phrase("signed-already", { { "file", earlier.file }, { "by", made.check.key } }), path,
                phrase("cure-second-signer"));
        }
    }
    for (int number = 1; number <= mostSignatures && made.file.isEmpty(); ++number) {
        if (!bytesOf(*files, bundle::signatureName(number)))
            made.file = bundle::signatureName(number);
    }
    if (made.file.isEmpty()) {
        return fail(Error::Kind::Refused, QStringLiteral("signatures-full"),
            phrase("signatures-full", { { "count", mostSignatures } }), path, phrase("cure-bundle-and-sign"));
    }
    files->push_back({ made.file, *signature });
    if (const Done written = writeZip(path, *files, proof->made); !written)
        return tl::make_unexpected(written.error());
    return made;
}

QString signatureLimits()
{
    return QStringLiteral(
        "A signature proves that whoever has this key signed these sums. It does not prove when (the time is the "
        "bundle's "
        "own word), nor that the key's owner used it, nor that the journal tells what happened in the VM.");
}

} // namespace undock
