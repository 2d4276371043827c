#include "core/params/panel_repo.h"

#include "core/params/field.h"
#include "core/params/grammar.h"
#include "core/text/phrase.h"

namespace undock {

static bool isOwner(QStringView text)
{
    return !text.isEmpty() && text.size() <= 39 && grammar::consistsOf(text, u"-") && text.front() != u'-'
        && text.back() != u'-' && !text.contains(QLatin1String("--"));
}

static bool isName(QStringView text)
{
    return !text.isEmpty() && text.size() <= 100 && grammar::consistsOf(text, u"._-") && text.front() != u'-'
        && text != u"." && text != u".." && !text.endsWith(QLatin1String(".git"), Qt::CaseInsensitive);
}

Result<PanelRepo> PanelRepo::parse(QStringView text)
{
    const qsizetype slash = text.indexOf(u'/');
    if (slash < 0 || !isOwner(text.first(slash)) || !isName(text.sliced(slash + 1)))
        return grammar::refuse(
            "bad-panel-repo", nameOf(Field::PanelRepo), phrase("bad-repo"), phrase("cure-repo-form"));
    return PanelRepo(text.first(slash).toString(), text.sliced(slash + 1).toString());
}

} // namespace undock
