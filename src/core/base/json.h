#pragma once

#include <QByteArray>
#include <QString>

#include <nlohmann/json.hpp>

namespace undock {

/// Order-preserving everywhere: a journal or configuration is read by people too.
using Json = nlohmann::ordered_json;

inline std::string toStd(const QString &text)
{
    return text.toStdString();
}
inline QString toQt(const std::string &text)
{
    return QString::fromStdString(text);
}

/// How deep and wide JSON from somebody else may be. The library walks a value by recursion and searches an object's
/// keys one by one: a few bytes of the right shape cost a stack, or hours. Our own goes to a depth of eight.
constexpr int mostJsonDepth = 64;
constexpr int mostJsonMembers = 4096; ///< of one object
constexpr int mostJsonValues = 500'000; ///< of one text: each costs a multiple of the bytes it stands in

/// Why `text` is not looked at any further: "size", "depth", "members" or "values"; empty where nothing is in the way.
QString jsonExcess(QByteArrayView text, qsizetype mostBytes);
/// Reads JSON that somebody else wrote; the only way to. Discarded (`is_discarded()`, no object, no array) where it is
/// none, or more than the limits allow.
Json parseJson(QByteArrayView text, qsizetype mostBytes);

/// The string at `key`, or empty when it is absent or not a string.
QString stringAt(const Json &object, const char *key);
/// The integer at `key`, or `fallback` when it is absent or not an integer.
qint64 intAt(const Json &object, const char *key, qint64 fallback = 0);
bool boolAt(const Json &object, const char *key, bool fallback = false);
/// Whatever stands at `key`; null when it is absent or `object` is no object. Never throws, unlike value().
Json valueAt(const Json &object, const char *key);
/// Compact UTF-8, invalid sequences replaced: never throws.
QByteArray compactJson(const Json &value);

} // namespace undock
