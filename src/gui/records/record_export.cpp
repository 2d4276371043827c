#include "gui/records/record_export.h"

#include "gui/records/record_text.h"
#include "gui/text/words.h"

#include <QDir>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>

namespace undock::gui {

namespace {

Result<QString> save(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(Error::Kind::Failed, QStringLiteral("file-not-written"), file.errorString(), path,
            QStringLiteral("choose another folder, or see to its permissions"));
    return path;
}

QString csvCell(QString text)
{
    // A cell that begins like a formula must not become one in a spreadsheet.
    if (!text.isEmpty() && QStringLiteral("=+-@\t").contains(text[0]) && text != QLatin1String("-"))
        text.prepend(QLatin1Char('\''));
    if (text.contains(QLatin1Char(',')) || text.contains(QLatin1Char('"')) || text.contains(QLatin1Char('\n')))
        return QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
    return text;
}

} // namespace

QString RecordExport::suffix(Form form)
{
    return form == Form::Markdown ? QStringLiteral("md") : form == Form::Html ? QStringLiteral("html") : QStringLiteral("pdf");
}

Result<QString> RecordExport::write(const std::vector<JournalEvent> &events, const QString &language, Form form, const QString &path)
{
    const RecordText record = RecordText::of(events, language);
    if (form == Form::Markdown)
        return save(path, record.markdown.toUtf8());
    if (form == Form::Html)
        return save(path, record.html.toUtf8());
    QTextDocument document;
    document.setHtml(record.html);
    {
        QPdfWriter writer(path);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(18, 16, 18, 16), QPageLayout::Millimeter);
        writer.setTitle(record.fileName);
        document.print(&writer);
    }
    if (QFileInfo(path).size() == 0)
        return fail(Error::Kind::Failed, QStringLiteral("file-not-written"), QStringLiteral("the PDF could not be written"), path);
    return path;
}

Result<QString> RecordExport::writeCsv(const Desk &desk, const QStringList &runs, const QString &path)
{
    // A byte order mark, so that spreadsheets take the file for UTF-8.
    QString text = QStringLiteral("\uFEFFvmid,name,node,started,outcome,outage_s,data_bytes,files,openclaw,panel,run\r\n");
    for (const QString &run : runs) {
        const RunState state = desk.state(run);
        const auto outage = state.outageMs(u"gateway", state.lastEventAt());
        const QStringList cells { state.vmid(), state.fact(u"vm_name"), state.node(), Words::dateTime(state.startedAt()),
            phaseName(state.phase()), outage ? QString::number(*outage / 1000) : QString(), state.fact(u"size_openclaw"),
            state.fact(u"files_openclaw"), state.fact(u"openclaw_version"), stringAt(state.params(), "panel_tag"), run };
        QStringList quoted;
        for (const QString &cell : cells)
            quoted << csvCell(cell);
        text += quoted.join(QLatin1Char(',')) + QStringLiteral("\r\n");
    }
    return save(path, text.toUtf8());
}

Result<QString> RecordExport::writeBundle(const std::vector<JournalEvent> &events, const QString &language, const QString &folder)
{
    const RecordText record = RecordText::of(events, language);
    const QString base = QFileInfo(record.fileName).completeBaseName();
    QDir target(folder);
    if (!target.mkpath(base) || !target.cd(base) || !target.mkpath(QStringLiteral("output")))
        return fail(Error::Kind::Failed, QStringLiteral("file-not-written"), QStringLiteral("the folder could not be made"), folder);
    for (const Form form : { Form::Markdown, Form::Html, Form::Pdf }) {
        const auto written = write(events, language, form, target.filePath(base + QLatin1Char('.') + suffix(form)));
        if (!written)
            return written;
    }
    QByteArray journal;
    QMap<QString, QByteArray> outputs;
    for (const JournalEvent &event : events) {
        journal += compactJson({ { "seq", event.seq }, { "at", toStd(event.at.toString(Qt::ISODateWithMs)) }, { "type", toStd(event.type) }, { "data", event.data } }) + '\n';
        if (event.is(event::output)) {
            const QString text = stringAt(event.data, "text");
            outputs[stringAt(event.data, "job")] += text.isEmpty() ? QByteArray::fromBase64(stringAt(event.data, "base64").toLatin1()) : text.toUtf8();
        }
    }
    if (const auto written = save(target.filePath(QStringLiteral("events.jsonl")), journal); !written)
        return written;
    for (auto output = outputs.constBegin(); output != outputs.constEnd(); ++output) {
        if (const auto written = save(target.filePath(QStringLiteral("output/%1.txt").arg(output.key())), output.value()); !written)
            return written;
    }
    return target.absolutePath();
}

} // namespace undock::gui
