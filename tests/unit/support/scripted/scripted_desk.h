#pragma once

#include "core/journal/reader.h"
#include "engine/run/worker.h"
#include "engine/store/run_store.h"
#include "unit/support/scripted/scripted_world.h"

#include <QTemporaryDir>

/// The task as a person asks for it, with who it is, what they tried and why.
undock::Task askedBySomebody(undock::Task::Kind kind);

/// A desk over a scripted world. Each task is carried out as by a program that was just started: everything is made
/// anew from the data folder, and gone afterwards.
class ScriptedDesk {
public:
    explicit ScriptedDesk(ScriptedWorld &world);

    /// A run of this VM, with nothing done yet. `more`: parameters by field.
    QString newRun(int vmid = 102, const QMap<QString, QString> &more = {});
    undock::TaskOutcome carry(const QString &run, const undock::Task &task);
    undock::TaskOutcome carry(const QString &run, undock::Task::Kind kind)
    {
        undock::Task task;
        task.kind = kind;
        return carry(run, task);
    }
    /// From nothing to the user's word, with everything that a deletion asks for.
    QString accepted(int vmid = 102);

    undock::RunState state(const QString &run) const;
    std::vector<undock::JournalEvent> events(const QString &run) const;
    QStringList types(const QString &run) const;

    /// Set before a task: what a person asks for while it is carried out.
    std::function<void(undock::RunControl &)> withControl;
    undock::RunControl *control = nullptr; ///< of the task at work
    bool died = false; ///< the newest task ended with its program
    undock::QueueView view;
    QStringList acknowledged;
    QString ledger;
    bool takeOver = false;
    undock::Reach *through = nullptr; ///< instead of the world itself
    QStringList differs; ///< where a journal on disk told something else than what was seen while it was written
    undock::RunStore store;

private:
    QTemporaryDir m_folder;
    ScriptedWorld &m_world;
};

/// Nobody is there to ask.
struct NobodyAsked : undock::Prompter {
    bool trustHost(const QString &, const QString &) override { return false; }
    std::optional<QString> secret(const undock::SecretPrompt &) override { return {}; }
};
