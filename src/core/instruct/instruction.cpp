#include "core/instruct/instruction.h"

#include "core/params/field.h"
#include "core/record/words.h"
#include "core/text/display_safe.h"

namespace undock {

namespace {

class Sheet {
public:
    explicit Sheet(bool english)
        : m_words(english ? QStringLiteral("en") : QStringLiteral("zh"))
    {
    }
    QString say(const char *key) const { return m_words(key); }
    void line(const QString &text = {}) { m_text += text + QLatin1Char('\n'); }
    void line(const char *key) { line(say(key)); }
    void value(Field field, const QString &value)
    {
        const QString name = fieldWords(field, m_words.catalogue());
        line(QStringLiteral("- %1%2%3").arg(name, say("colon"), displayLine(value)));
    }
    QString take() const { return m_text; }

private:
    Words m_words;
    QString m_text;
};

/// Arguments of a command to copy: the values passed a strict grammar, only a shell's
/// brackets (IPv6) still mean something to it.
QString argument(const QString &value)
{
    return value.contains(QLatin1Char('[')) ? QLatin1Char('\'') + value + QLatin1Char('\'') : value;
}

/// Whether whoever takes the work over has to be told: which VM, which versions and which order always, the rest where
/// it is not what everybody gets. Whoever does the work is named by himself.
bool isTold(const FieldRow &row, const RunParameters &parameters)
{
    if (row.group == FieldGroup::Person)
        return false;
    return row.group == FieldGroup::Identity || row.group == FieldGroup::Versions || row.group == FieldGroup::Procedure
        || row.text(parameters) != QLatin1String(row.fallback);
}

QString command(const RunParameters &parameters)
{
    // The node first: the rest is about something on it.
    QStringList words{ QStringLiteral("openclaw-undock-cli migrate") };
    for (const bool node : { true, false }) {
        for (const FieldRow &row : fieldTable()) {
            const QString value = row.text(parameters);
            if ((row.field == Field::Node) == node && isTold(row, parameters) && !value.isEmpty())
                words << QStringLiteral("--%1 %2").arg(QLatin1String(row.option), argument(value));
        }
    }
    return words.join(QLatin1Char(' '));
}

/// A value as a person reads it.
QString shown(Field field, const RunParameters &parameters, const Sheet &sheet)
{
    switch (field) {
    case Field::Ip:
        if (!parameters.ip)
            return sheet.say("as-the-nodes-qm-config-says");
        break;
    case Field::OpenclawVersion:
        if (parameters.openclawVersion.kind() == OpenclawVersion::Kind::Same)
            return sheet.say("the-containers-own-version");
        break;
    case Field::Order:
        return parameters.order == Order::Early ? sheet.say("prepare-early-a-shorter-outage")
                                                : sheet.say("the-procedures");
    default:
        break;
    }
    return rowOf(field).text(parameters);
}

void reading(Sheet &sheet, const InstructionContext &context)
{
    sheet.line("read-these-to-the-end-before-you-touch");
    const QString procedure
        = context.procedureFile.isEmpty() ? sheet.say("the-whole-procedure-sop") : context.procedureFile;
    const QString baseline
        = context.baselineFile.isEmpty() ? sheet.say("the-conclusions-and-baseline-document") : context.baselineFile;
    int number = 0;
    for (const QString &file : QStringList{ procedure, baseline } + context.earlierRecords)
        sheet.line(QStringLiteral("%1) %2").arg(++number).arg(displayLine(file)));
    if (context.earlierRecords.isEmpty())
        sheet.line("there-is-no-earlier-record-of-this-vm");
}

void rules(Sheet &sheet)
{
    sheet.line("never-break-these");
    sheet.line("one-vm-one-window-at-a-time-if-somebody");
    sheet.line("stages-a-to-i-in-their-order-none-is-skipped");
    sheet.line("docker-is-not-stopped-before-the-backup-is");
    sheet.line("docker-is-stopped-not-removed-containers");
    sheet.line("docker-is-removed-only-after-the-acceptance");
    sheet.line("an-unknown-outcome-timeout-lost-link-is");
    sheet.line("ports-come-from-the-ledger-or-the-nodes");
    sheet.line("passwords-tokens-and-keys-appear-in-no");
}

void reporting(Sheet &sheet, const InstructionContext &context)
{
    sheet.line("after-each-step-report-the-evidence");
    sheet.line("what-was-run-and-its-key-output");
    sheet.line("the-state-now-which-version-runs-whether-the");
    sheet.line("risks");
    sheet.line("the-way-back-from-here");
    const QString folder
        = context.recordsFolder.isEmpty() ? QStringLiteral("用户小鸡去 Docker 化") : context.recordsFolder;
    sheet.line(sheet.say("if-a-critical-check-fails-roll-back-by-the") + displayLine(folder));
}

} // namespace

QString instructionText(const RunParameters &parameters, const InstructionContext &context, const QString &language)
{
    Sheet sheet(language == QLatin1String("en"));
    sheet.line(sheet.say("task-migrate-the-vm-vmid-from-docker-to-a").arg(parameters.vmid.toString()));
    sheet.line();
    reading(sheet, context);
    sheet.line();
    sheet.line("parameters");
    for (const FieldRow &row : fieldTable()) {
        if (isTold(row, parameters))
            sheet.value(row.field, shown(row.field, parameters, sheet));
    }
    sheet.line();
    rules(sheet);
    sheet.line();
    reporting(sheet, context);
    sheet.line();
    sheet.line("this-program-carries-out-a-to-h-it-removes");
    sheet.line(QStringLiteral("    ") + command(parameters));
    return sheet.take();
}

} // namespace undock
