#include "engine/records/records_index.h"

#include "core/record/words.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSaveFile>
#include <QUrl>

#include <algorithm>
#include <tuple>

namespace undock {

namespace {

const QString readmeName = QStringLiteral("README.md");
const QString indexBegin = QStringLiteral("<!-- openclaw-undock index begin -->");
const QString indexEnd = QStringLiteral("<!-- openclaw-undock index end -->");

struct Row {
    QString file, day, vmid, summary;
};

/// The first lines tell: title, and in a record of this program where the run stands.
QString summaryOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString title;
    for (int line = 0; line < 12 && !file.atEnd(); ++line) {
        const QString text = QString::fromUtf8(file.readLine(8192)).trimmed();
        if (text.startsWith(QLatin1String("> ")))
            return text.mid(2);
        if (text.startsWith(QLatin1String("# ")) && title.isEmpty())
            title = text.mid(2);
    }
    return title;
}

std::vector<Row> rowsOf(const QDir &folder)
{
    static const QRegularExpression name(
        QRegularExpression::anchoredPattern(QStringLiteral("(\\d{4}-\\d{2}-\\d{2})_(\\d{1,12})_.*\\.md")));
    std::vector<Row> rows;
    for (const QString &file : folder.entryList({ QStringLiteral("*.md") }, QDir::Files)) {
        if (const auto match = name.match(file); match.hasMatch())
            rows.push_back({ file, match.captured(1), match.captured(2), summaryOf(folder.absoluteFilePath(file)) });
    }
    std::sort(rows.begin(), rows.end(),
        [](const Row &a, const Row &b) { return std::tie(b.day, a.vmid, a.file) < std::tie(a.day, b.vmid, b.file); });
    return rows;
}

QString tableOf(const std::vector<Row> &rows, const Words &t)
{
    QString text = indexBegin + QStringLiteral("\n\n") + t("records") + QString::number(rows.size())
        + t("so-many-records") + QStringLiteral("\n\n| ") + t("date-vm-outcome-record")
        + QStringLiteral(" |\n| --- | --- | --- | --- |\n");
    for (const Row &row : rows) {
        QString summary = row.summary.left(200);
        summary.replace(QLatin1Char('|'), QStringLiteral("\\|")).replace(QLatin1String("<!--"), QLatin1String("<! --"));
        QString label = row.file;
        label.replace(QLatin1Char('_'), QStringLiteral("\\_"))
            .replace(QLatin1Char('['), QStringLiteral("\\["))
            .replace(QLatin1Char(']'), QStringLiteral("\\]"));
        text += QStringLiteral("| ") + row.day + QStringLiteral(" | ") + row.vmid + QStringLiteral(" | ") + summary
            + QStringLiteral(" | [") + label + QStringLiteral("](")
            + QString::fromLatin1(QUrl::toPercentEncoding(row.file)) + QStringLiteral(") |\n");
    }
    return text + QLatin1Char('\n') + indexEnd;
}

} // namespace

Done writeRecordsIndex(const QString &folder, const QString &language)
{
    const QDir dir(folder);
    const Words t(language);
    const QString path = dir.absoluteFilePath(readmeName);
    QString text;
    QFile before(path);
    if (before.open(QIODevice::ReadOnly))
        text = QString::fromUtf8(before.readAll());
    else if (before.exists())
        return fail(Error::Kind::Failed, QStringLiteral("index-unwritable"), before.errorString(), path);

    const QString table = tableOf(rowsOf(dir), t);
    const qsizetype begin = text.indexOf(indexBegin);
    const qsizetype end = begin < 0 ? -1 : text.indexOf(indexEnd, begin);
    QString made;
    if (end >= 0)
        made = text.left(begin) + table + text.mid(end + indexEnd.size());
    else if (text.trimmed().isEmpty())
        made = QStringLiteral("# ") + t("records-of-migrations-from-docker-to-a") + QStringLiteral("\n\n") + table
            + QLatin1Char('\n');
    else
        made = text.trimmed() + QStringLiteral("\n\n") + table + QLatin1Char('\n');
    if (made == text)
        return {};
    QSaveFile file(path);
    const QByteArray bytes = made.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(Error::Kind::Failed, QStringLiteral("index-unwritable"), file.errorString(), path);
    return {};
}

} // namespace undock
