#pragma once

#include "core/params/field.h"

#include <QObject>

class QLabel;
class QWidget;

namespace undock::gui {

/// The editors of a form that edit parameters of a run: its widgets with a property "field", the field's name as in the
/// table (core/params/run_parameters.cpp). Line edits, combo boxes, spin boxes and radio buttons (with a property
/// "value" each) are known. Beside an editor `x` may stand a label `xError` for what is wrong, and one `xLabel`.
class FieldEditors : public QObject {
    Q_OBJECT
public:
    explicit FieldEditors(QWidget &form);

    bool has(Field field) const { return !editorsOf(field).empty(); }
    /// In the table's order.
    std::vector<Field> fields() const;
    /// The editor, or the first radio button of several.
    QWidget *editor(Field field) const;
    /// Shows a value without telling of it.
    void show(Field field, const QString &value);
    QString value(Field field) const;
    /// Marks the editors, and says in the labels beside them what is wrong; empty where nothing is.
    void showError(Field field, const QString &error);
    /// What is done to the editors meanwhile is no edit: their texts in another language, their lists.
    template <typename Change> void quietly(const Change &change)
    {
        const bool was = m_quiet;
        m_quiet = true;
        change();
        m_quiet = was;
    }

Q_SIGNALS:
    void edited(undock::Field field, const QString &value);

private:
    struct One {
        Field field;
        QWidget *widget;
    };
    std::vector<QWidget *> editorsOf(Field field) const;
    void listen(const One &one);
    std::vector<One> m_editors;
    QWidget &m_form;
    bool m_quiet = false;
};

} // namespace undock::gui
