#pragma once

#include "core/run/run_state.h"

#include <vector>

/// A run that the shipped program carried out on a VM of the lab (tests/samples/runs, made by `./dev samples`), and
/// what pictures and tests make of it: how it stood at some moment, another day, another VM's number. Only those are
/// changed.
class RecordedRun {
public:
    /// `whole`, `rolled-back` or `retried`. Ends the program where the sample is not there or its chain does not hold.
    static RecordedRun named(const char *sample);
    static QStringList samples();
    static QString pathOf(const QString &sample);

    /// As it stood while this step was at work: what it had said, and not yet how it ended.
    RecordedRun whileAt(const char *step) const;
    /// As it stood after the first, second, … event of this type.
    RecordedRun after(const char *type, int which = 1) const;
    /// As it stood after the first end of this step, however that was.
    RecordedRun afterStep(const char *step) const;

    /// The same on another VM. The lab's rule gives the address and the ports: VM n has 10.10.10.(n-90), and its ports
    /// begin at 10000 + 50 (n - 100).
    RecordedRun onVm(int vmid, const QString &name) const;
    /// The same on another day: the last event was at that moment.
    RecordedRun endingAt(const QDateTime &moment) const;

    const std::vector<undock::JournalEvent> &events() const { return m_events; }
    undock::RunState state() const { return undock::RunState::of(m_events); }
    QString run() const { return state().run(); }
    QString jobAtWork() const; ///< the first that has not ended

private:
    RecordedRun first(size_t count) const;

    std::vector<undock::JournalEvent> m_events;
};
