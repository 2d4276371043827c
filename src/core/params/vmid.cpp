#include "core/params/vmid.h"

#include "core/params/field.h"
#include "core/params/grammar.h"
#include "core/text/phrase.h"

namespace undock {

Result<Vmid> Vmid::parse(QStringView text)
{
    const qint64 number = grammar::plainNumber(text, 9);
    if (number < 100)
        return grammar::refuse("bad-vmid", nameOf(Field::Vmid), phrase("bad-vmid"), phrase("cure-vmid-form"));
    return Vmid(static_cast<int>(number));
}

} // namespace undock
