#include "core/params/operator_name.h"

#include "core/params/field.h"
#include "core/params/grammar.h"
#include "core/text/phrase.h"

#include <algorithm>

namespace undock {

static bool isPrintable(char32_t c)
{
    // QChar::isPrint says no to control, format, surrogate, private and unassigned ones,
    // but yes to the line and paragraph separators.
    return QChar::isPrint(c) && c != 0x2028 && c != 0x2029;
}

Result<OperatorName> OperatorName::parse(QStringView text)
{
    // Looked at before trimming: a newline around the name is refused too, not dropped in silence.
    const auto given = text.toUcs4();
    const bool printable
        = text.isValidUtf16() && std::all_of(given.begin(), given.end(), [](uint c) { return isPrintable(c); });
    const QString name = text.trimmed().toString().normalized(QString::NormalizationForm_C);
    const auto codePoints = name.toUcs4();
    if (codePoints.isEmpty() || codePoints.size() > 100 || !printable || name.startsWith(u'-'))
        return grammar::refuse(
            "bad-operator", nameOf(Field::Operator), phrase("bad-operator"), phrase("cure-operator-form"));
    return OperatorName(name);
}

} // namespace undock
