#include "core/params/vmid.h"

#include "core/params/field.h"
#include "core/params/grammar.h"

namespace undock {

Result<Vmid> Vmid::parse(QStringView text)
{
    const qint64 number = grammar::plainNumber(text, 9);
    if (number < 100)
        return grammar::refuse("bad-vmid", nameOf(Field::Vmid), "this is not a VM number",
            "give digits only, from 100 to 999999999, as `qm list` shows them");
    return Vmid(static_cast<int>(number));
}

} // namespace undock
