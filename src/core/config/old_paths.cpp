#include "core/config/old_paths.h"

#include "core/config/json_text.h"
#include "core/text/phrase.h"

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
        notes += QStringLiteral("path-rewritten ")
            + phrase("path-rewritten", { { "pointer", pointer }, { "place", QString::fromLatin1(directState) } });
    }
};

QString containerPath(const QString &pointer, const char *path)
{
    return QStringLiteral("container-path ")
        + phrase("container-path", { { "pointer", pointer }, { "path", QLatin1String(path) } });
}

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
                    notes += QStringLiteral("included-file ") + phrase("included-file", { { "pointer", child } });
                if (name.find("/home/node") != std::string::npos)
                    notes += QStringLiteral("old-path ") + phrase("old-path-name", { { "pointer", child } });
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
            notes += QStringLiteral("old-path ")
                + phrase(
                    "old-path-linked", { { "pointer", pointer }, { "path", QString::fromLatin1(containerState) } });
        else if (text.find("/home/node") != std::string::npos)
            notes += containerPath(pointer, "/home/node");
        else if (isWithin(text, "/app"))
            notes += containerPath(pointer, "/app");
        else if (!m_abandoned.empty() && isWithin(text, m_abandoned))
            notes += QStringLiteral("old-path ")
                + phrase("old-path-abandoned", { { "pointer", pointer }, { "path", toQt(m_abandoned) } });
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
