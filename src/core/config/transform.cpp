#include "core/config/transform.h"

#include "core/config/json_text.h"
#include "core/text/phrase.h"

namespace undock::config {

static tl::unexpected<Error> shapeError(const QString &pointer)
{
    return fail(Error::Kind::BadInput, QStringLiteral("config-shape"), phrase("config-here-no-object"), pointer,
        phrase("cure-config-shape"));
}

Result<Json *> objectAt(Json &parent, const char *key, const QString &parentPointer)
{
    if (!parent.contains(key))
        parent[key] = Json::object();
    Json &child = parent[key];
    if (!child.is_object())
        return shapeError(childPointer(parentPointer, QString::fromUtf8(key)));
    return &child;
}

bool isFalsy(const Json &value)
{
    if (value.is_number())
        return value == 0;
    if (value.is_boolean())
        return !value.get<bool>();
    if (value.is_string())
        return value.get_ref<const std::string &>().empty();
    return value.empty();
}

Result<Json> readObject(const QByteArray &text)
{
    auto parsed = parseJsonText(text);
    if (parsed && !parsed->is_object())
        return shapeError({});
    return parsed;
}

} // namespace undock::config
