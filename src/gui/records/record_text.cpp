#include "gui/records/record_text.h"

#include "core/run/run_state.h"

#include <QTextDocument>

namespace undock::gui {

// TEMPORARY until core/record has its renderers on main.
RecordText RecordText::of(const std::vector<JournalEvent> &events, const QString &)
{
    const RunState state = RunState::of(events);
    RecordText text;
    text.fileName = QStringLiteral("%1_%2_去Docker直装迁移记录.md").arg(state.startedAt().toLocalTime().toString(QStringLiteral("yyyy-MM-dd")), state.vmid());
    text.markdown = QStringLiteral("# %1\n\n## 1. 机器信息、执行人、执行时间\n\n- VMID: %2\n").arg(text.fileName, state.vmid());
    QTextDocument document;
    document.setMarkdown(text.markdown);
    text.html = document.toHtml();
    return text;
}

} // namespace undock::gui
