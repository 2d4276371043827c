#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>

#include <optional>
#include <utility>

namespace undock::remote {

/// A checked answer of the job runtime in the guest.
struct GuestAnswer {
    enum class Status {
        Ok,
        Busy, ///< another run or chain is at work; nothing was started
        Refused, ///< a rule in the guest forbids it; nothing was done
        MissingPack, ///< the pack must be uploaded (again)
        MissingLib, ///< the runtime must be uploaded first
        Corrupt, ///< the upload arrived damaged
    };
    Status status = Status::Ok;
    QList<std::pair<QByteArray, QByteArray>> lines; ///< the payload: `key value`, in order

    std::optional<QByteArray> value(QByteArrayView key) const; ///< of the first line with that key
    QList<QByteArray> all(QByteArrayView key) const;
    /// Strict base64 of a value; nothing when the key is missing or the value is not base64.
    std::optional<QByteArray> decoded(QByteArrayView key) const;
    std::optional<qint64> number(QByteArrayView key) const; ///< plain decimal, not negative
    QByteArray code() const { return value("code").value_or(QByteArray()); }
    QString reason() const; ///< made safe to show
};

/// Takes the guest's stdout apart. Everything must be exactly as agreed: frame, nonce, length,
/// checksum, trailer, nothing before, nothing after. What does not fit is no answer at all:
/// Unknown `guest-answer-broken`, `guest-answer-foreign` (another call's nonce), `guest-answer-empty`.
Result<GuestAnswer> parseGuestAnswer(QByteArrayView out, QByteArrayView nonce);

/// The lines of a payload that was carried inside another one, which its frame already vouched for.
std::optional<GuestAnswer> parsePayload(QByteArrayView payload);

/// Decodes canonical base64 only: full quartets, no white space, no stray bits.
std::optional<QByteArray> strictBase64(QByteArrayView text);

} // namespace undock::remote
