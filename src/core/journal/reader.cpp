#include "core/journal/reader.h"

#include "core/base/hash.h"
#include "core/text/phrase.h"

#include <QFile>

namespace undock {

namespace {

constexpr qsizetype mostLine = 32 * 1024 * 1024; ///< the longest true ones hold a piece of output of 4 MiB
constexpr qint64 mostJournal = 1024 * 1024 * 1024;

std::optional<JournalEvent> parseLine(const QByteArray &line)
{
    Json json = parseJson(line, mostLine);
    if (!json.is_object() || !json.contains("data"))
        return std::nullopt;
    JournalEvent event;
    event.seq = intAt(json, "seq");
    event.at = QDateTime::fromString(stringAt(json, "at"), Qt::ISODateWithMs);
    event.type = stringAt(json, "type");
    event.previous = stringAt(json, "prev");
    event.data = std::move(json["data"]);
    if (event.seq < 1 || !event.at.isValid() || event.type.isEmpty())
        return std::nullopt;
    return event;
}

} // namespace

QString journalGenesis()
{
    return QString(64, QLatin1Char('0'));
}

JournalContents readJournal(const QByteArray &bytes)
{
    JournalContents contents;
    contents.lastHash = journalGenesis();
    qint64 lineNumber = 0;
    while (contents.goodBytes < bytes.size()) {
        ++lineNumber;
        const qsizetype newline = bytes.indexOf('\n', contents.goodBytes);
        if (newline < 0) {
            contents.damage = { JournalContents::Damage::Kind::TornTail, lineNumber,
                phrase("journal-line-cut", { { "bytes", bytes.size() - contents.goodBytes } }) };
            break;
        }
        const QByteArray line = bytes.mid(contents.goodBytes, newline - contents.goodBytes);
        auto parsed = parseLine(line);
        const bool chained = parsed && parsed->previous == contents.lastHash
            && parsed->seq == static_cast<qint64>(contents.events.size()) + 1;
        if (!chained) {
            contents.damage = { JournalContents::Damage::Kind::Broken, lineNumber,
                parsed ? phrase("journal-chain-breaks") : phrase("journal-line-foreign") };
            break;
        }
        contents.events.push_back(std::move(*parsed));
        contents.lastHash = sha256Hex(line);
        contents.goodBytes = newline + 1;
    }
    return contents;
}

Result<JournalContents> readJournalFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Error::Kind::Failed, QStringLiteral("journal-unreadable"), file.errorString(), path,
            phrase("cure-check-file-and-disk"));
    }
    if (file.size() > mostJournal) {
        return fail(Error::Kind::Failed, QStringLiteral("journal-too-large"), phrase("journal-too-large"), path,
            phrase("cure-see-what-it-holds"));
    }
    return readJournal(file.read(file.size())); // read() sets aside all that it is asked for
}

} // namespace undock
