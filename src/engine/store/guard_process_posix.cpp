#include "engine/store/guard_process.h"

#include "core/text/phrase.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace undock {

void guardProcess()
{
    const rlimit none{ 0, 0 };
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0);
    ::umask(077);
}

Done ownFolder(const QString &folder)
{
    const auto unusable = [&](const QString &what) {
        return fail(Error::Kind::Refused, QStringLiteral("folder-not-ours"), what, folder, phrase("cure-data-dir"));
    };
    if (!QDir().mkpath(folder))
        return fail(Error::Kind::Failed, QStringLiteral("data-folder-unwritable"), phrase("folder-not-made"), folder,
            phrase("cure-data-folder"));
    const int fd = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    struct stat status { };
    if (fd < 0 || ::fstat(fd, &status) != 0) {
        const QString why = QString::fromLocal8Bit(std::strerror(errno));
        if (fd >= 0)
            ::close(fd);
        return unusable(why);
    }
    QString what;
    if (status.st_uid != ::geteuid())
        what = phrase("folder-of-other", { { "user", status.st_uid } });
    else if ((status.st_mode & 077) != 0 && ::fchmod(fd, 0700) != 0)
        what = phrase("folder-open-to-others", { { "error", QString::fromLocal8Bit(std::strerror(errno)) } });
    ::close(fd);
    return what.isEmpty() ? Done() : unusable(what);
}

} // namespace undock
