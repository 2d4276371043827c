#include "fuzz.h"

#include <QDir>
#include <QFile>

#include <cstdio>

/// Tries every file of a folder, and every beginning of the small ones: the rules of a fuzzer without
/// its compiler.
int main(int count, char *arguments[])
{
    if (count != 2)
        return 2;
    const QDir folder(QFile::decodeName(arguments[1]));
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    constexpr qsizetype smallBytes = 2048;
    qsizetype tried = 0;
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return 2;
        const QByteArray bytes = file.readAll();
        // Whoever looks for the one that ends the program finds its name last.
        std::fprintf(stderr, "%s\n", qPrintable(name));
        for (qsizetype cut = bytes.size() <= smallBytes ? 0 : bytes.size(); cut <= bytes.size(); ++cut, ++tried)
            tryInput(bytes.left(cut));
    }
    std::printf("%lld inputs from %lld files\n", qlonglong(tried), qlonglong(names.size()));
    return tried > 0 ? 0 : 1;
}
