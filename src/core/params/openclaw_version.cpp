#include "core/params/openclaw_version.h"

#include "core/params/field.h"
#include "core/params/grammar.h"
#include "core/text/phrase.h"

#include <algorithm>

namespace undock {

static bool isPrerelease(QStringView text)
{
    const auto parts = text.split(u'.');
    return std::all_of(parts.begin(), parts.end(), [](QStringView part) {
        if (part.isEmpty() || !grammar::consistsOf(part, u"-"))
            return false;
        const bool numeric = std::all_of(part.begin(), part.end(), grammar::isDigit);
        return !numeric || part.size() == 1 || part.front() != u'0';
    });
}

static bool isVersion(QStringView text)
{
    if (text.size() > 64)
        return false;
    const qsizetype hyphen = text.indexOf(u'-');
    const QStringView core = hyphen < 0 ? text : text.first(hyphen);
    const auto numbers = core.split(u'.');
    const bool triple = numbers.size() == 3 && std::all_of(numbers.begin(), numbers.end(), [](QStringView number) {
        return grammar::plainNumber(number, 9) >= 0;
    });
    return triple && (hyphen < 0 || isPrerelease(text.sliced(hyphen + 1)));
}

Result<OpenclawVersion> OpenclawVersion::parse(QStringView text)
{
    if (text == u"same")
        return same();
    if (text == u"latest")
        return OpenclawVersion(Kind::Latest, text.toString());
    if (isVersion(text))
        return OpenclawVersion(Kind::Exact, text.toString());
    return grammar::refuse(
        "bad-openclaw-version", nameOf(Field::OpenclawVersion), phrase("bad-version"), phrase("cure-version-form"));
}

} // namespace undock
