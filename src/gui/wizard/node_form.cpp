#include "gui/wizard/node_form.h"

#include "core/params/field.h"
#include "gui/text/code_texts.h"

namespace undock::gui {

NodeForm::NodeForm(QObject *parent)
    : QObject(parent)
{
    for (const FieldRow &row : fieldTable())
        m_fields.insert(nameOf(row.field), defaultFor(row.field));
    check();
}

void NodeForm::fill(const AppSettings &settings)
{
    const QMap<QString, QString> values = settings.startValues();
    for (auto stored = values.begin(); stored != values.end(); ++stored) {
        if (!stored->isEmpty())
            m_fields.insert(stored.key(), stored.value());
    }
    check();
    Q_EMIT changed({});
}

void NodeForm::fill(const RunState &state)
{
    // A field that the run was made without is empty here, whatever the settings say; one that an older program did not
    // know has its default. What a newer one knows beyond the table is left alone.
    for (const FieldRow &row : fieldTable())
        m_fields.insert(
            nameOf(row.field), state.params().contains(row.name) ? state.asked(row.field) : defaultFor(row.field));
    check();
    Q_EMIT changed({});
}

void NodeForm::set(Field field, const QString &text)
{
    if (value(field) == text)
        return;
    m_fields.insert(nameOf(field), text);
    m_touched.insert(nameOf(field));
    // What the node said was about another VM.
    if (field == Field::Vmid || field == Field::Node)
        m_found.reset();
    check();
    Q_EMIT changed(field);
}

void NodeForm::check()
{
    m_errors.clear();
    m_parameters.reset();
    QMap<QString, QString> trimmed;
    for (auto field = m_fields.constBegin(); field != m_fields.constEnd(); ++field)
        trimmed.insert(field.key(), field.value().trimmed());
    auto parameters = makeRunParameters(trimmed);
    if (parameters) {
        m_parameters = *parameters;
        return;
    }
    for (const Error &error : parameters.error())
        m_errors.insert(error.where, error);
}

QString NodeForm::error(Field field) const
{
    const auto found = m_errors.constFind(nameOf(field));
    if (found == m_errors.constEnd() || !m_touched.contains(nameOf(field)))
        return {};
    return CodeTexts::text(found->code, found->what);
}

void NodeForm::touchAll()
{
    for (const FieldRow &row : fieldTable())
        m_touched.insert(nameOf(row.field));
    Q_EMIT changed({});
}

void NodeForm::setFound(const FoundVm &vm)
{
    if (vm.vmid != value(Field::Vmid).trimmed())
        return; // another VM is meant by now
    m_found = vm;
    Q_EMIT changed({});
}

QString NodeForm::conflict() const
{
    if (!m_found)
        return {};
    const QString ip = value(Field::Ip).trimmed();
    if (!ip.isEmpty() && !m_found->ip.isEmpty() && ip != m_found->ip)
        return tr("You typed %1, but the node says that VM %2 has %3.").arg(ip, m_found->vmid, m_found->ip);
    return {};
}

} // namespace undock::gui
