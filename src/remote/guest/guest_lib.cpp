#include "remote/guest/guest_lib.h"

#include "core/base/json.h"
#include "core/text/phrase.h"
#include "guest_layout.h"
#include "remote/guest/pack.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>

namespace undock::remote {
namespace {

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

/// Over names and contents, not over the compressed bytes: those differ between versions of
/// the compressor, and every desk would upload its own.
QByteArray contentName(const Pack &pack)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (auto file = pack.files().cbegin(); file != pack.files().cend(); ++file) {
        hash.addData(file.key().toUtf8() + '\0' + QByteArray::number(file->content.size()) + '\0');
        hash.addData(file->content);
    }
    return hash.result().toHex().left(16);
}

/// Of the catalogue the guest reads its phrases; the rest would be sent to each VM for nothing. A phrase stays on a
/// line of its own, as prelude.sh reads it.
QByteArray phrasesOf(const QByteArray &catalogue)
{
    const Json all = parseJson(catalogue, catalogue.size());
    const Json kept{ { "between", valueAt(all, "between") }, { "said", valueAt(all, "said") } };
    return QByteArray::fromStdString(kept.dump(1)) + '\n';
}

} // namespace

Result<GuestLib> GuestLib::fromResources()
{
    const QString root = QStringLiteral(":/guest/");
    GuestLib lib;
    Pack pack;
    QDirIterator files(root, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QString name = file.fileName().sliced(root.size());
        QByteArray content = file.readAll();
        if (name == QLatin1String("words_en.json"))
            content = phrasesOf(content);
        if (name == QLatin1String("put-stub.sh"))
            lib.stub = content;
        else
            pack.add(QStringLiteral("lib/") + name, content, content.startsWith("#!"));
    }
    if (lib.stub.isEmpty() || !pack.files().contains(QStringLiteral("lib/undock-guest")))
        return fail(Error::Kind::Failed, QStringLiteral("no-runtime"), phrase("no-runtime-built"));
    const auto bytes = pack.bytes();
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    lib.folder = QStringLiteral(LAYOUT_UNDOCK_ROOT "/lib/") + QString::fromLatin1(contentName(pack));
    lib.pack = *bytes;
    lib.packSha256 = sha256(lib.pack);
    return lib;
}

} // namespace undock::remote
