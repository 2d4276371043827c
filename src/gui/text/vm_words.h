#pragma once

#include <QCoreApplication>
#include <QString>

namespace undock::gui {

/// What the node says of a VM, in the language of the windows. What nobody knows stays as it is.
class VmWords {
    Q_DECLARE_TR_FUNCTIONS(undock::gui::VmWords)
public:
    static QString status(const QString &word); ///< qm's: "running", "stopped"
    static QString problem(const QString &problem); ///< what NodeDesk found against a VM, a phrase
};

} // namespace undock::gui
