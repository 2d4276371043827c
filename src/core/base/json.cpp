#include "core/base/json.h"

#include <array>

namespace undock {

QString jsonExcess(QByteArrayView text, qsizetype mostBytes)
{
    if (text.size() > mostBytes)
        return QStringLiteral("size");
    std::array<int, mostJsonDepth + 1> members{}; // commas seen at each depth, of objects and arrays
    std::array<bool, mostJsonDepth + 1> isObject{};
    int depth = 0;
    int values = 0;
    bool inString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
            continue;
        }
        switch (c) {
        case '"':
            inString = true;
            break;
        case '[':
        case '{':
            if (++depth > mostJsonDepth)
                return QStringLiteral("depth");
            if (++values > mostJsonValues)
                return QStringLiteral("values");
            members[size_t(depth)] = 0;
            isObject[size_t(depth)] = c == '{';
            break;
        case ']':
        case '}':
            if (--depth < 0)
                return {}; // no JSON: the reader says so
            break;
        case ',':
            if (++values > mostJsonValues)
                return QStringLiteral("values");
            if (isObject[size_t(depth)] && ++members[size_t(depth)] >= mostJsonMembers)
                return QStringLiteral("members");
            break;
        default:
            break;
        }
    }
    return {};
}

Json parseJson(QByteArrayView text, qsizetype mostBytes)
{
    if (!jsonExcess(text, mostBytes).isEmpty())
        return Json(Json::value_t::discarded);
    return Json::parse(text.begin(), text.end(), nullptr, false);
}

QString stringAt(const Json &object, const char *key)
{
    if (!object.is_object())
        return {};
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? toQt(found->get<std::string>()) : QString();
}

Json valueAt(const Json &object, const char *key)
{
    if (!object.is_object())
        return {};
    const auto found = object.find(key);
    return found != object.end() ? *found : Json();
}

qint64 intAt(const Json &object, const char *key, qint64 fallback)
{
    if (!object.is_object())
        return fallback;
    const auto found = object.find(key);
    return found != object.end() && found->is_number_integer() ? found->get<qint64>() : fallback;
}

bool boolAt(const Json &object, const char *key, bool fallback)
{
    if (!object.is_object())
        return fallback;
    const auto found = object.find(key);
    return found != object.end() && found->is_boolean() ? found->get<bool>() : fallback;
}

QByteArray compactJson(const Json &value)
{
    return QByteArray::fromStdString(value.dump(-1, ' ', false, Json::error_handler_t::replace));
}

} // namespace undock
