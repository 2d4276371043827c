#pragma once

#include "gui/app/questions.h"
#include "gui/wizard/node_form.h"
#include "gui/wizard/read_model.h"
#include "gui/wizard/run_watch.h"

namespace undock::gui {

class RunOutput;

/// What the program lends to its windows.
struct Workshop {
    Queue &queue;
    AppSettings &settings;
    QueueModel &model;
    RunOutput &outputs;
    NodeInquiry &nodes;
    Questions &questions;
};

/// What the wizard's pages share: the run and the models around it.
class WizardState : public QObject {
    Q_OBJECT
public:
    explicit WizardState(Workshop &shop, QObject *parent = nullptr);

    /// Goes on with an existing run.
    void adopt(const QString &run);
    /// Makes the run from the form, or keeps it when nothing changed.
    Done makeRun();
    /// Asks the engine for a task.
    Done request(Task::Kind kind, const QString &note = {});

    Workshop &shop;
    ReadModel read;
    NodeForm form;
    RunWatch watch;
    bool readTicked = false; ///< ticked in this wizard; journaled once the run is there

private:
    QString m_made; ///< parameters of the run as it was made
};

} // namespace undock::gui
