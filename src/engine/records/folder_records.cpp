#include "engine/records/folder_records.h"

#include "core/record/markdown.h"
#include "core/text/display_safe.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace undock {

namespace {

constexpr qint64 mostRead = 4 * 1024 * 1024; ///< of one record

QString startOf(const QString &path, qint64 bytes)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.read(bytes)) : QString();
}

/// Day and VM of `YYYY-MM-DD_<VMID>_….md`.
QRegularExpressionMatch nameParts(const QString &file)
{
    static const QRegularExpression name(
        QRegularExpression::anchoredPattern(QStringLiteral("(\\d{4}-\\d{2}-\\d{2})_(\\d{1,12})_.*\\.md")));
    return name.match(file);
}

/// A value as a person would say it: without the marks of Markdown around it.
QString plainValue(QString text)
{
    static const QRegularExpression comment(QStringLiteral("<!--.*?-->"));
    text.remove(comment);
    for (const char *mark : { "`", "**", "__" })
        text.remove(QLatin1String(mark));
    text.replace(QStringLiteral("\\_"), QStringLiteral("_"));
    return displayLine(text.trimmed(), 200);
}

/// `- name: value`, `| name | value |`, with either colon; nothing where the line is neither.
std::optional<std::pair<QString, QString>> namedValue(const QString &line)
{
    static const QRegularExpression item(QRegularExpression::anchoredPattern(
        QStringLiteral("\\s*(?:[-*+]|\\d+[.、)])?\\s*([^:：|]{1,40}?)\\s*[:：]\\s*(.+)")));
    static const QRegularExpression row(
        QRegularExpression::anchoredPattern(QStringLiteral("\\s*\\|\\s*([^|]{1,40}?)\\s*\\|\\s*([^|]+?)\\s*\\|.*")));
    for (const QRegularExpression *form : { &row, &item }) {
        if (const auto match = form->match(line); match.hasMatch())
            return std::pair{ plainValue(match.captured(1)), plainValue(match.captured(2)) };
    }
    return std::nullopt;
}

bool nameFits(const QString &name, const QRegularExpression &what)
{
    return what.match(name).hasMatch();
}

void takeNamed(RecordEntry &entry, const QString &name, const QString &value)
{
    static const auto whole = [](const char *words) {
        return QRegularExpression(
            QRegularExpression::anchoredPattern(QString::fromUtf8(words)), QRegularExpression::CaseInsensitiveOption);
    };
    static const QRegularExpression names = whole("(小鸡|机器|主机|虚拟机|VM)?\\s*(名|名称|主机名|name)|hostname");
    static const QRegularExpression nodes
        = whole("(所在|Proxmox|PVE)?\\s*(母机|宿主机?|节点|node)(\\s*(地址|IP|SSH))?");
    static const QRegularExpression openclaw = whole(".*(openclaw|bot|机器人).*");
    static const QRegularExpression panel = whole(".*(panel|面板).*");
    static const QRegularExpression openclawVersion(QStringLiteral("\\b(20\\d\\d\\.\\d{1,2}\\.\\d{1,2}(?:-\\w+)?)"));
    static const QRegularExpression panelVersion(QStringLiteral("\\b(v20\\d\\d\\.\\d{2}\\.\\d{2}-r\\d+)"));
    if (entry.name.isEmpty() && nameFits(name, names))
        entry.name = value;
    if (entry.node.isEmpty() && nameFits(name, nodes))
        entry.node = value;
    if (const auto match = panelVersion.match(value);
        entry.panel.isEmpty() && match.hasMatch() && (nameFits(name, panel) || name.contains(QLatin1String("tag"))))
        entry.panel = match.captured(1);
    if (const auto match = openclawVersion.match(value);
        entry.openclaw.isEmpty() && match.hasMatch() && nameFits(name, openclaw))
        entry.openclaw = match.captured(1);
}

} // namespace

RecordEntry readRecordFile(const QString &path, RecordEntry::Kind kind)
{
    static const QRegularExpression conclusion(
        QStringLiteral(
            "^#{1,6}\\s*(?:[\\d一二三四五六七八九十]+[.、)]?\\s*)?(?:结论|最终结论|结果|conclusion|outcome)"),
        QRegularExpression::CaseInsensitiveOption);
    RecordEntry entry;
    entry.kind = kind;
    entry.id = path;
    entry.file = path;
    if (const auto parts = nameParts(QFileInfo(path).fileName()); parts.hasMatch()) {
        entry.day = QDate::fromString(parts.captured(1), Qt::ISODate);
        entry.vmid = parts.captured(2);
    }
    QString title;
    bool concludes = false;
    for (const QString &raw : startOf(path, mostRead).split(QLatin1Char('\n'))) {
        const QString line = raw.trimmed();
        if (line.startsWith(QLatin1Char('#'))) {
            concludes = conclusion.match(line).hasMatch();
            if (title.isEmpty())
                title = plainValue(line.mid(line.lastIndexOf(QLatin1Char('#'), 5) + 1));
            continue;
        }
        // The first sentence of a record of ours says where its run stands.
        const bool first = line.startsWith(QLatin1String("> ")) && kind == RecordEntry::Kind::OtherDesk;
        if (entry.summary.isEmpty() && !line.isEmpty() && (concludes || first)) {
            QString said = line;
            while (!said.isEmpty() && QStringLiteral("-*+> ").contains(said.front()))
                said.remove(0, 1);
            entry.summary = plainValue(said);
        }
        if (const auto named = namedValue(line))
            takeNamed(entry, named->first, named->second);
    }
    if (entry.summary.isEmpty())
        entry.summary = title;
    return entry;
}

FolderRecords recordsIn(const QString &folder)
{
    static const QRegularExpression mark(QStringLiteral("run=([A-Za-z0-9-]+) -->"));
    FolderRecords found;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({ QStringLiteral("*.md") }, QDir::Files, QDir::Name)) {
        const QString path = dir.absoluteFilePath(name);
        const QString first = startOf(path, 512).section(QLatin1Char('\n'), 0, 0).trimmed();
        if (const auto of = mark.match(first); of.hasMatch() && isRecordOf(first, of.captured(1))) {
            if (!found.byRun.contains(of.captured(1)))
                found.byRun.insert(of.captured(1), path);
        } else if (nameParts(name).hasMatch()) {
            found.byHand.push_back(readRecordFile(path, RecordEntry::Kind::ByHand));
        }
    }
    return found;
}

QByteArray searchedText(const QString &path)
{
    return foldedText(startOf(path, mostRead));
}

} // namespace undock
