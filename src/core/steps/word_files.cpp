#include "core/steps/word_files.h"

#include <QDir>
#include <QFile>
#include <QMap>

namespace undock {

namespace {

constexpr qint64 mostWords = 1024 * 1024;

const QMap<QString, Json> &wordFiles()
{
    static const QMap<QString, Json> all = [] {
        QMap<QString, Json> read;
        const QDir folder(QStringLiteral(":/words"));
        for (const QString &name : folder.entryList({ QStringLiteral("*.json") }, QDir::Files, QDir::Name)) {
            QFile file(folder.filePath(name));
            read.insert(
                name.chopped(5), file.open(QIODevice::ReadOnly) ? parseJson(file.readAll(), mostWords) : Json());
        }
        return read;
    }();
    return all;
}

} // namespace

QStringList wordLanguages()
{
    return wordFiles().keys();
}

const Json &wordFile(const QString &language)
{
    static const Json none;
    const auto found = wordFiles().constFind(language);
    return found == wordFiles().constEnd() ? none : *found;
}

} // namespace undock
