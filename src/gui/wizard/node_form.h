#pragma once

#include "gui/desk/node_inquiry.h"

#include "core/params/run_parameters.h"

#include <QSet>

namespace undock::gui {

/// What is typed on the wizard's second page, checked field by field, and what
/// the node said about the VM.
class NodeForm : public QObject {
    Q_OBJECT
public:
    explicit NodeForm(QObject *parent = nullptr);

    /// Values from the settings, or of an existing run.
    void fill(const AppSettings &settings);
    void fill(const RunState &state);

    void set(Field field, const QString &text);
    QString value(Field field) const { return m_fields.value(nameOf(field)); }
    /// In words, for the field; empty when it is fine or was not touched yet.
    QString error(Field field) const;
    /// Shows the errors of untouched fields too.
    void touchAll();
    bool isComplete() const { return m_parameters.has_value(); }
    std::optional<RunParameters> parameters() const { return m_parameters; }

    /// What the node said; nothing is taken of a VM that is not the form's.
    void setFound(const FoundVm &vm);
    const std::optional<FoundVm> &found() const { return m_found; }
    /// What was typed disagrees with what the node says: it must be settled first.
    QString conflict() const;

Q_SIGNALS:
    /// Of one field, or of everything.
    void changed(std::optional<undock::Field> field);

private:
    void check();
    QMap<QString, QString> m_fields;
    QMap<QString, Error> m_errors;
    QSet<QString> m_touched;
    std::optional<RunParameters> m_parameters;
    std::optional<FoundVm> m_found;
};

} // namespace undock::gui
