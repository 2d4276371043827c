#include "core/journal/durable.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace undock {

namespace {

QString wordsOfErrno()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

} // namespace

bool lockAlone(const QFile &file)
{
    return ::flock(file.handle(), LOCK_EX | LOCK_NB) == 0;
}

QString syncFile(const QFile &file)
{
    return ::fsync(file.handle()) == 0 ? QString() : wordsOfErrno();
}

QString syncFolderOf(const QString &path)
{
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const int fd = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return wordsOfErrno();
    const QString failed = ::fsync(fd) == 0 ? QString() : wordsOfErrno();
    ::close(fd);
    return failed;
}

} // namespace undock
