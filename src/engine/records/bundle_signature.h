#pragma once

#include "engine/records/ssh_keygen.h"

#include <vector>

namespace undock {

/// One signature of a bundle's index.
struct BundleSignature {
    QString file; ///< its name in the bundle
    SignatureCheck check;
};

/// The bundle's signatures, the first one first; keys have to be valid when the bundle says that it was made.
/// Errors: those of reading and of sshCheck.
Result<std::vector<BundleSignature>> bundleSignatures(const QString &path, const QString &allowedSigners);

/// Signs the index of a bundle that proves itself, and puts the signature beside those that are there already.
/// Errors: those of verifyBundle and sshSign; Refused `bundle-of-older-form`, `signature-wrong` (an earlier one is not
/// of this index), `signed-already` (with that key), `signatures-full`.
Result<BundleSignature> signBundle(const QString &path, const QString &keyFile, Prompter &prompter);

/// What a signature says nothing about, for whoever reads that one is good.
QString signatureLimits();

} // namespace undock
