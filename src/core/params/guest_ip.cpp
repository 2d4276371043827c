#include "core/params/guest_ip.h"

#include "core/params/field.h"
#include "core/params/grammar.h"
#include "core/text/phrase.h"

namespace undock {

Result<GuestIp> GuestIp::parse(QStringView text)
{
    const QString field = nameOf(Field::Ip);
    if (!grammar::isIpv4(text))
        return grammar::refuse("bad-ip", field, phrase("bad-ip"), phrase("cure-ip-form"));
    quint32 value = 0;
    for (const QStringView part : text.split(u'.'))
        value = value << 8 | static_cast<quint32>(part.toUInt());
    const quint32 first = value >> 24;
    if (first == 0 || first == 127 || first >= 224)
        return grammar::refuse("bad-ip", field, phrase("bad-ip-no-vms"), phrase("cure-ip-of-bridge"));
    return GuestIp(value);
}

QString GuestIp::toString() const
{
    return QStringLiteral("%1.%2.%3.%4")
        .arg(m_value >> 24)
        .arg(m_value >> 16 & 0xff)
        .arg(m_value >> 8 & 0xff)
        .arg(m_value & 0xff);
}

} // namespace undock
