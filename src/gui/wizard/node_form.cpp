#include "gui/wizard/node_form.h"

#include "engine/store/run_store.h"
#include "gui/text/code_texts.h"

namespace undock::gui {

NodeForm::NodeForm(QObject *parent)
    : QObject(parent)
{
    for (const QString &field : runParameterFields())
        m_fields.insert(field, defaultFor(field));
    check();
}

void NodeForm::fill(const AppSettings &settings)
{
    for (const QString &field : runParameterFields()) {
        const QString stored = settings.value(field);
        if (!stored.isEmpty())
            m_fields.insert(field, stored);
    }
    if (m_fields.value(QStringLiteral("operator")).isEmpty())
        m_fields.insert(QStringLiteral("operator"), defaultOperatorName());
    check();
    Q_EMIT changed({});
}

void NodeForm::fill(const RunState &state)
{
    for (const auto &[key, value] : state.params().items()) {
        if (value.is_string())
            m_fields.insert(toQt(key), toQt(value.get<std::string>()));
        else if (value.is_number_integer())
            m_fields.insert(toQt(key), QString::number(value.get<qint64>()));
    }
    check();
    Q_EMIT changed({});
}

void NodeForm::set(const QString &field, const QString &text)
{
    if (m_fields.value(field) == text)
        return;
    m_fields.insert(field, text);
    m_touched.insert(field);
    // What the node said was about another VM.
    if (field == QLatin1String("vmid") || field == QLatin1String("node"))
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

QString NodeForm::error(const QString &field) const
{
    const auto found = m_errors.constFind(field);
    if (found == m_errors.constEnd() || !m_touched.contains(field))
        return {};
    return CodeTexts::text(found->code, found->what);
}

void NodeForm::touchAll()
{
    for (const QString &field : runParameterFields())
        m_touched.insert(field);
    Q_EMIT changed({});
}

void NodeForm::setFound(const FoundVm &vm)
{
    if (vm.vmid != value(QStringLiteral("vmid")).trimmed())
        return; // another VM is meant by now
    m_found = vm;
    Q_EMIT changed({});
}

QString NodeForm::conflict() const
{
    if (!m_found)
        return {};
    const QString ip = value(QStringLiteral("ip")).trimmed();
    if (!ip.isEmpty() && !m_found->ip.isEmpty() && ip != m_found->ip)
        return tr("You typed %1, but the node says that VM %2 has %3.").arg(ip, m_found->vmid, m_found->ip);
    return {};
}

} // namespace undock::gui
