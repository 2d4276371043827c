#include "engine/records/bundle_form.h"

#include "core/record/words.h"

#include <QRegularExpression>

#include <algorithm>

namespace undock {

namespace {

const QString madeLine = QStringLiteral("Made: ");

} // namespace

QString bundle::signatureName(int number)
{
    return number > 1 ? QStringLiteral("%1.%2.sig").arg(index).arg(number) : index + QStringLiteral(".sig");
}

bool bundle::isSignature(const QString &path)
{
    static const QRegularExpression pattern(
        QRegularExpression::anchoredPattern(QStringLiteral("SHA256SUMS(\\.[2-9])?\\.sig")));
    return pattern.match(path).hasMatch();
}

QByteArray bundleIndex(const std::vector<EvidenceFile> &files)
{
    std::vector<EvidenceFile> listed;
    for (const EvidenceFile &file : files) {
        if (file.path != bundle::index && !bundle::isSignature(file.path))
            listed.push_back(file);
    }
    std::sort(
        listed.begin(), listed.end(), [](const EvidenceFile &a, const EvidenceFile &b) { return a.path < b.path; });
    return evidenceIndex(listed);
}

QByteArray bundleReadme(const QString &run, const QString &language, const QDateTime &made)
{
    const Words t(language);
    const QString text = t("bundle-readme-head") + run + QLatin1Char('\n') + madeLine
        + made.toUTC().toString(Qt::ISODate) + t("bundle-readme-body");
    return text.toUtf8();
}

QDateTime bundleMadeAt(const QByteArray &readme)
{
    for (const QByteArray &line : readme.left(4096).split('\n')) {
        const QString text = QString::fromUtf8(line);
        if (text.startsWith(madeLine))
            return QDateTime::fromString(text.mid(madeLine.size()).trimmed(), Qt::ISODate);
    }
    return {};
}

} // namespace undock
