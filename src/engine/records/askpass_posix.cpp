#include "engine/records/askpass.h"

#include "core/base/wipe.h"

#include <QFile>
#include <QTemporaryDir>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace undock {

/// A pipe in a folder of ours, and a script that reads it.
struct Askpass::Impl {
    QTemporaryDir folder; // only its owner may enter
    int pipe = -1;
    bool ready = false;
};

Askpass::Askpass()
    : m_impl(std::make_unique<Impl>())
{
    const QByteArray pipe = QFile::encodeName(m_impl->folder.filePath(QStringLiteral("answer")));
    if (m_impl->folder.isValid() && ::mkfifo(pipe.constData(), 0600) == 0)
        m_impl->pipe = ::open(pipe.constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    QFile script(program());
    const QByteArray text("#!/bin/sh\nIFS= read -r answer <\"${0%/*}/answer\"\nprintf '%s\\n' \"$answer\"\n");
    m_impl->ready = m_impl->pipe >= 0 && script.open(QIODevice::WriteOnly) && script.write(text) == text.size()
        && script.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
}

Askpass::~Askpass()
{
    if (m_impl->pipe >= 0)
        ::close(m_impl->pipe);
}

QString Askpass::program() const
{
    return m_impl->folder.filePath(QStringLiteral("askpass"));
}

bool Askpass::give(QByteArray secret) const
{
    const bool given = m_impl->ready
        && ::write(m_impl->pipe, secret.constData(), size_t(secret.size())) == secret.size()
        && ::write(m_impl->pipe, "\n", 1) == 1;
    wipe(secret);
    return given;
}

} // namespace undock
