#include "engine/store/source_memory.h"

#include "core/text/phrase.h"

#include <QFile>
#include <QSaveFile>

namespace undock {

namespace {

constexpr qint64 mostBytes = 1024 * 1024;
constexpr qsizetype mostSources = 1000;

QString panelAddress(const RunParameters &parameters)
{
    return QStringLiteral("%1/repos/%2/tarball/%3")
        .arg(parameters.panelSource.toString(), parameters.panelRepo.toString(), parameters.panelTag.toString());
}

} // namespace

SourceMemory::SourceMemory(const QString &dataFolder)
    : m_path(dataFolder + QStringLiteral("/source-sums"))
{
}

QMap<QString, QString> SourceMemory::read() const
{
    QMap<QString, QString> sums;
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return sums;
    for (const QByteArray &line : file.read(mostBytes).split('\n')) {
        const QString text = QString::fromUtf8(line);
        const QString sum = text.section(QLatin1Char(' '), 0, 0);
        if (Sha256Sum::parse(sum, QString()))
            sums.insert(text.section(QLatin1Char(' '), 1), sum);
    }
    return sums;
}

SourceSums SourceMemory::seenFor(const RunParameters &parameters) const
{
    const QMap<QString, QString> sums = read();
    return { sums.value(parameters.installerUrl.toString()), sums.value(panelAddress(parameters)) };
}

Done SourceMemory::remember(const RunParameters &parameters, const RunState &state)
{
    QMap<QString, QString> sums = read();
    const QMap<QString, QString> before = sums;
    const auto take = [&](const QString &address, StepRole role, const QString &fact) {
        const JobState *job = state.latestGreen(role);
        const QString sum = job ? job->facts.value(fact) : QString();
        if (Sha256Sum::parse(sum, QString()))
            sums.insert(address, sum);
    };
    take(parameters.installerUrl.toString(), StepRole::InstallsOpenclaw, QStringLiteral("installer_sha256"));
    take(panelAddress(parameters), StepRole::InstallsPanel, QStringLiteral("panel_sha256"));
    if (sums == before || sums.size() > mostSources)
        return {};
    QByteArray text;
    for (auto sum = sums.cbegin(); sum != sums.cend(); ++sum)
        text += sum.value().toUtf8() + ' ' + sum.key().toUtf8() + '\n';
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        || file.write(text) != text.size() || !file.commit()) {
        return fail(Error::Kind::Failed, QStringLiteral("source-sums-unwritable"), file.errorString(), m_path,
            phrase("cure-source-sums"));
    }
    return {};
}

} // namespace undock
