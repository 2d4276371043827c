#include "gui/app/lab_trial.h"

#include "core/params/field.h"
#include "engine/store/desk_user.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace undock::gui {

LabTrial::LabTrial(QObject *parent)
    : QObject(parent)
{
    connect(&m_process, &QProcess::finished, this, &LabTrial::ended);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT failed(m_process.errorString());
    });
}

LabTrial::~LabTrial()
{
    // A lab half made is cleared away by the next one; the program does not wait for it.
    m_process.disconnect();
    m_process.terminate();
    m_process.waitForFinished(2000);
}

QString LabTrial::checkout()
{
    // build/bin/openclaw-undock or build/release/bin/…: the checkout is some folders up.
    QDir folder(QCoreApplication::applicationDirPath());
    for (int i = 0; i < 4 && folder.cdUp(); ++i) {
        if (QFileInfo(folder.filePath(QStringLiteral("dev"))).isExecutable()
            && folder.exists(QStringLiteral("tests/lab/lab")))
            return folder.path();
    }
    return {};
}

bool LabTrial::isPossible()
{
    return mayDoAll() && !checkout().isEmpty();
}

void LabTrial::begin()
{
    if (m_process.state() != QProcess::NotRunning)
        return;
    m_process.setWorkingDirectory(checkout());
    m_process.start(QStringLiteral("bash"),
        { QStringLiteral("-c"), QStringLiteral("./dev lab up --guests 1 >&2 && ./dev lab env") });
}

void LabTrial::ended()
{
    if (m_process.exitStatus() != QProcess::NormalExit || m_process.exitCode() != 0) {
        Q_EMIT failed(QString::fromLocal8Bit(m_process.readAllStandardError()).right(600).trimmed());
        return;
    }
    QMap<QString, QString> env;
    for (const QString &line : QString::fromUtf8(m_process.readAllStandardOutput()).split(u'\n')) {
        QString value = line.section(u'=', 1);
        if (value.startsWith(u'\''))
            value = value.mid(1, value.size() - 2);
        env.insert(line.section(u'=', 0, 0), value);
    }
    const QMap<QString, QString> fields{ { nameOf(Field::Node), env.value(QStringLiteral("LAB_NODE")) },
        { nameOf(Field::Vmid), env.value(QStringLiteral("LAB_VMIDS")).section(u' ', 0, 0) },
        { nameOf(Field::PanelTag), env.value(QStringLiteral("LAB_PANEL_TAG")) } };
    Q_EMIT ready(fields, env.value(QStringLiteral("LAB_IDENTITY")), env.value(QStringLiteral("LAB_KNOWN_HOSTS")));
}

} // namespace undock::gui
