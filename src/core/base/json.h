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
