#include "core/config/old_paths.h"

#include "core/config/json_text.h"

#include <QRegularExpression>

namespace undock::config {

namespace {

bool takesPath(const QString &key)
{
    static const QRegularExpression pathKey(QStringLiteral("(?:dir|path|file|root|workspace|store)s?$|^pathPrepend$"),
        QRegularExpression::CaseInsensitiveOption);
    return pathKey.match(key).hasMatch();
}

/// At or below `folder`; "/home/node/.openclaw-old" is neither.
bool isWithin(const std::string &path, const std::string &folder)
{
    return path.compare(0, folder.size(), folder) == 0 && (path.size() == folder.size() || path[folder.size()] == '/');
}

class PathRewriter {
public:
    QStringList notes;

    void walk(Json &value, const QString &key, const QString &pointer)
    {
        if (value.is_object()) {
            for (auto &[name, member] : value.get_ref<Json::object_t &>())
                walk(member, toQt(name), childPointer(pointer, toQt(name)));
        } else if (value.is_array()) {
            int index = 0;
            for (Json &item : value)
                walk(item, key, childPointer(pointer, QString::number(index++)));
        } else if (value.is_string() && takesPath(key)) {
            rewrite(value, pointer);
        }
    }

private:
    void rewrite(Json &value, const QString &pointer)
    {
        const std::string path = value.get<std::string>();
        const std::string old = containerState;
        if (!isWithin(path, old))
            return;
        value = directState + path.substr(old.size());
        notes += QStringLiteral("path-rewritten %1: now below %2").arg(pointer, QString::fromLatin1(directState));
    }
};

class Tracer {
public:
    explicit Tracer(const QString &abandoned)
        : m_abandoned(toStd(abandoned))
    {
    }

    QStringList notes;

    void walk(const Json &value, const QString &pointer)
    {
        if (value.is_object()) {
            for (const auto &[name, member] : value.get_ref<const Json::object_t &>()) {
                const QString child = childPointer(pointer, toQt(name));
                if (name == "$include")
                    notes += QStringLiteral("included-file %1: what is included is not looked at here").arg(child);
                if (name.find("/home/node") != std::string::npos)
                    notes += QStringLiteral("old-path %1: the name of the key is a place of the container").arg(child);
                walk(member, child);
            }
        } else if (value.is_array()) {
            int index = 0;
            for (const Json &item : value)
                walk(item, childPointer(pointer, QString::number(index++)));
        } else if (value.is_string()) {
            text(value.get_ref<const std::string &>(), pointer);
        }
    }

private:
    void text(const std::string &text, const QString &pointer)
    {
        if (text.find(containerState) != std::string::npos)
            notes += QStringLiteral("old-path %1: still names %2; a link leads from there to the new place")
                         .arg(pointer, QString::fromLatin1(containerState));
        else if (text.find("/home/node") != std::string::npos)
            notes += QStringLiteral("container-path %1: names /home/node, which was the container's own").arg(pointer);
        else if (isWithin(text, "/app"))
            notes += QStringLiteral("container-path %1: names /app, which was the container's own").arg(pointer);
        else if (!m_abandoned.empty() && isWithin(text, m_abandoned))
            notes += QStringLiteral("old-path %1: names %2, which nothing writes to any more")
                         .arg(pointer, toQt(m_abandoned));
    }

    std::string m_abandoned;
};

} // namespace

QStringList rewriteStatePaths(Json &config)
{
    PathRewriter rewriter;
    rewriter.walk(config, {}, {});
    return rewriter.notes;
}

QStringList containerTraces(const Json &config, const QString &abandoned)
{
    Tracer tracer(abandoned);
    tracer.walk(config, {});
    return tracer.notes;
}

} // namespace undock::config
