#include "core/params/panel_tag.h"

#include "core/params/field.h"
#include "core/params/grammar.h"
#include "core/text/phrase.h"

namespace undock {

Result<PanelTag> PanelTag::parse(QStringView text)
{
    const bool shaped
        = !text.isEmpty() && text.size() <= 100 && grammar::consistsOf(text, u"._+-") && grammar::isAlnum(text.front());
    if (!shaped || text.contains(QLatin1String("..")) || text.endsWith(u'.') || text.endsWith(QLatin1String(".lock")))
        return grammar::refuse("bad-panel-tag", nameOf(Field::PanelTag), phrase("bad-tag"), phrase("cure-tag-form"));
    return PanelTag(text.toString());
}

} // namespace undock
