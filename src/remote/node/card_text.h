#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace undock::remote {

/// The `key: value` lines of a card or a hold. People edit such files: what is missing is
/// empty, what is strange is made safe to show.
class CardText {
public:
    explicit CardText(const QByteArray &text);
    QString value(const char *key) const { return m_values.value(QString::fromLatin1(key)); }

private:
    QHash<QString, QString> m_values;
};

} // namespace undock::remote
