#include "gui/text/instruction.h"

#include "gui/text/language.h"

#include <QCoreApplication>

namespace undock::gui {

namespace {

QString line(const char *text) { return QCoreApplication::translate("Instruction", text); }

} // namespace

QString instructionText(const RunState &state, const QString &procedureFile, const QString &baselineFile)
{
    const Json &params = state.params();
    const auto value = [&](const char *key) {
        const auto found = params.find(key);
        if (found == params.end() || found->is_null())
            return QStringLiteral("–");
        return found->is_string() ? toQt(found->get<std::string>()) : QString::fromUtf8(compactJson(*found));
    };
    QStringList lines;
    lines << line(QT_TRANSLATE_NOOP("Instruction", "Read first:"));
    lines << QStringLiteral("1) %1").arg(procedureFile.isEmpty() ? line(QT_TRANSLATE_NOOP("Instruction", "the operating procedure")) : procedureFile);
    lines << QStringLiteral("2) %1").arg(baselineFile.isEmpty() ? line(QT_TRANSLATE_NOOP("Instruction", "the conclusions and the baseline")) : baselineFile);
    lines << QStringLiteral("3) %1").arg(line(QT_TRANSLATE_NOOP("Instruction", "this VM's earlier migration records")));
    lines << QString();
    lines << line(QT_TRANSLATE_NOOP("Instruction", "Then carry out the migration with these parameters:"));
    lines << QStringLiteral("VMID=%1").arg(state.vmid());
    lines << QStringLiteral("VM_IP=%1").arg(value("ip"));
    lines << QStringLiteral("NODE_SSH=%1").arg(state.node());
    lines << QStringLiteral("PANEL_RELEASE_TAG=%1").arg(value("panel_tag"));
    lines << QStringLiteral("PANEL_RELEASE_REPO=%1").arg(value("panel_repo"));
    lines << QString();
    lines << line(QT_TRANSLATE_NOOP("Instruction", "Keep to this without exception:"));
    lines << QStringLiteral("- ") + line(QT_TRANSLATE_NOOP("Instruction", "back up and verify before anything is changed"));
    lines << QStringLiteral("- ") + line(QT_TRANSLATE_NOOP("Instruction", "stop Docker, do not delete it"));
    lines << QStringLiteral("- ") + line(QT_TRANSLATE_NOOP("Instruction", "delete Docker only after the acceptance and the user's word"));
    lines << QStringLiteral("- ") + line(QT_TRANSLATE_NOOP("Instruction", "one VM, one window; ports come from the ledger or the node's NAT rules, never from a guess"));
    lines << QString();
    lines << line(QT_TRANSLATE_NOOP("Instruction", "After every step report its evidence: command output, state, risk, way back."));
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace undock::gui
