#include "core/params/sha256_sum.h"

#include "core/params/grammar.h"
#include "core/text/phrase.h"

#include <algorithm>

namespace undock {

Result<Sha256Sum> Sha256Sum::parse(QStringView text, const QString &field)
{
    if (text.size() != 64 || !std::all_of(text.begin(), text.end(), grammar::isHex))
        return grammar::refuse("bad-sha256", field, phrase("bad-sha256"), phrase("cure-sha256-form"));
    return Sha256Sum(text.toString().toLower());
}

} // namespace undock
