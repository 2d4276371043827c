#include "fuzz.h"

#include "core/config/json_text.h"
#include "core/config/openclaw_config.h"
#include "core/config/panel_config.h"

using namespace undock;

// What is taken must read the same again, and a transform must be finished after one time.
void tryInput(const QByteArray &bytes)
{
    const auto parsed = parseJsonText(bytes);
    if (!parsed)
        return;
    const QByteArray written = jsonText(*parsed);
    const auto again = parseJsonText(written);
    require(again && jsonText(*again) == written);
    if (const auto once = transformOpenclawConfig(bytes, GatewayMode::Local)) {
        const auto twice = transformOpenclawConfig(once->newText, GatewayMode::Local);
        require(twice && twice->newText == once->newText && twice->changes.empty());
    }
    const auto repo = PanelRepo::parse(u"a/b");
    if (const auto once = transformPanelConfig(bytes, *repo))
        require(transformPanelConfig(once->newText, *repo)->newText == once->newText);
}
