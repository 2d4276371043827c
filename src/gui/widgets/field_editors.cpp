#include "gui/widgets/field_editors.h"

#include "gui/widgets/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSpinBox>

namespace undock::gui {

namespace {

constexpr char fieldProperty[] = "field";
constexpr char valueProperty[] = "value"; ///< what a radio button stands for

/// What a widget says: of a combo box that cannot be typed into, the chosen item's data.
QString textOf(const QWidget &widget)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(&widget))
        return line->text();
    if (const auto *combo = qobject_cast<const QComboBox *>(&widget))
        return combo->isEditable() ? combo->currentText() : combo->currentData().toString();
    if (const auto *spin = qobject_cast<const QSpinBox *>(&widget))
        return QString::number(spin->value());
    const auto *radio = qobject_cast<const QRadioButton *>(&widget);
    return radio && radio->isChecked() ? radio->property(valueProperty).toString() : QString();
}

} // namespace

FieldEditors::FieldEditors(QWidget &form)
    : QObject(&form)
    , m_form(form)
{
    for (QWidget *widget : form.findChildren<QWidget *>()) {
        const QVariant name = widget->property(fieldProperty);
        const FieldRow *row = name.isValid() ? fieldNamed(name.toString()) : nullptr;
        if (!row)
            continue;
        m_editors.push_back({ row->field, widget });
        listen(m_editors.back());
    }
}

void FieldEditors::listen(const One &one)
{
    const auto tell = [this, one] {
        if (!m_quiet)
            Q_EMIT edited(one.field, textOf(*one.widget));
    };
    if (auto *line = qobject_cast<QLineEdit *>(one.widget)) {
        connect(line, &QLineEdit::textEdited, this, tell);
    } else if (auto *combo = qobject_cast<QComboBox *>(one.widget)) {
        combo->setInsertPolicy(QComboBox::NoInsert);
        if (combo->isEditable())
            connect(combo, &QComboBox::editTextChanged, this, tell);
        else
            connect(combo, &QComboBox::currentIndexChanged, this, tell);
    } else if (auto *spin = qobject_cast<QSpinBox *>(one.widget)) {
        spin->setRange(rowOf(one.field).least, rowOf(one.field).most);
        connect(spin, &QSpinBox::valueChanged, this, tell);
    } else if (auto *radio = qobject_cast<QRadioButton *>(one.widget)) {
        connect(radio, &QRadioButton::toggled, this, [tell](bool on) {
            if (on)
                tell();
        });
    }
}

std::vector<QWidget *> FieldEditors::editorsOf(Field field) const
{
    std::vector<QWidget *> widgets;
    for (const One &one : m_editors) {
        if (one.field == field)
            widgets.push_back(one.widget);
    }
    return widgets;
}

std::vector<Field> FieldEditors::fields() const
{
    std::vector<Field> fields;
    for (const FieldRow &row : fieldTable()) {
        if (has(row.field))
            fields.push_back(row.field);
    }
    return fields;
}

QWidget *FieldEditors::editor(Field field) const
{
    const std::vector<QWidget *> widgets = editorsOf(field);
    return widgets.empty() ? nullptr : widgets.front();
}

void FieldEditors::show(Field field, const QString &value)
{
    quietly([&] {
        for (QWidget *widget : editorsOf(field)) {
            if (auto *line = qobject_cast<QLineEdit *>(widget)) {
                line->setText(value);
            } else if (auto *combo = qobject_cast<QComboBox *>(widget)) {
                if (combo->isEditable())
                    combo->setEditText(value);
                else
                    combo->setCurrentIndex(combo->findData(value));
            } else if (auto *spin = qobject_cast<QSpinBox *>(widget)) {
                spin->setValue(value.toInt());
            } else if (auto *radio = qobject_cast<QRadioButton *>(widget);
                       radio && radio->property(valueProperty).toString() == value) {
                radio->setChecked(true);
            }
        }
    });
}

QString FieldEditors::value(Field field) const
{
    for (const QWidget *widget : editorsOf(field)) {
        if (const QString text = textOf(*widget); !text.isEmpty())
            return text;
    }
    return {};
}

void FieldEditors::showError(Field field, const QString &error)
{
    for (QWidget *widget : editorsOf(field)) {
        if (auto *label = m_form.findChild<QLabel *>(widget->objectName() + QStringLiteral("Error"))) {
            QPalette red = m_form.palette();
            red.setColor(QPalette::WindowText, Theme::color(Tone::Failed));
            label->setPalette(red);
            label->setText(error);
            label->setVisible(!error.isEmpty());
        }
        QWidget *marked = widget;
        if (auto *combo = qobject_cast<QComboBox *>(widget); combo && combo->lineEdit())
            marked = combo->lineEdit();
        marked->setProperty("wrong", !error.isEmpty());
        marked->update();
        widget->setAccessibleDescription(error);
    }
}

} // namespace undock::gui
