#include "remote/node/card_text.h"

#include <QList>

namespace undock::remote {

CardText::CardText(const QByteArray &text)
{
    for (const QByteArray &line : text.left(64 * 1024).split('\n')) {
        const auto colon = line.indexOf(": ");
        if (colon <= 0)
            continue;
        QString value = QString::fromUtf8(line.sliced(colon + 2)).left(1000);
        for (QChar &c : value)
            if (!c.isPrint())
                c = u' ';
        const QString key = QString::fromLatin1(line.first(colon));
        if (!m_values.contains(key))
            m_values.insert(key, value.trimmed());
    }
}

} // namespace undock::remote
