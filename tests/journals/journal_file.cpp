#include "journals/journal_file.h"

#include "core/base/hash.h"
#include "core/journal/reader.h"

using namespace undock;

QByteArray journalFileOf(const std::vector<JournalEvent> &events)
{
    QByteArray file;
    QString previous = journalGenesis();
    qint64 number = 0;
    for (const JournalEvent &event : events) {
        const QByteArray line
            = compactJson({ { "seq", ++number }, { "at", toStd(event.at.toString(Qt::ISODateWithMs)) },
                { "type", toStd(event.type) }, { "data", event.data }, { "prev", toStd(previous) } });
        previous = sha256Hex(line);
        file += line + '\n';
    }
    return file;
}
