#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace undock {

/// The ways a secret may be written in text: as it is, JSON-escaped,
/// percent-encoded, in hexadecimal, and the part of its base64 that does not
/// depend on its neighbours, for each alignment. Longest first, without doubles.
QByteArrayList secretForms(const QByteArray &secret);

} // namespace undock
