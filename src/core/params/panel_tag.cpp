#include "core/params/panel_tag.h"

#include "core/params/field.h"
#include "core/params/grammar.h"

namespace undock {

Result<PanelTag> PanelTag::parse(QStringView text)
{
    const bool shaped
        = !text.isEmpty() && text.size() <= 100 && grammar::consistsOf(text, u"._+-") && grammar::isAlnum(text.front());
    if (!shaped || text.contains(QLatin1String("..")) || text.endsWith(u'.') || text.endsWith(QLatin1String(".lock")))
        return grammar::refuse("bad-panel-tag", nameOf(Field::PanelTag), "this is not a release tag",
            "give the tag as the repository shows it, e.g. v2026.02.20-r4");
    return PanelTag(text.toString());
}

} // namespace undock
