// What the programs open by name while they run, opened from inside the portable archive: OpenSSL for https, and the
// library of the Secret Service for the keychain. Prints what became of it.
#include <QCoreApplication>
#include <QSslSocket>

#include <qt6keychain/keychain.h>

#include <cstdio>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    std::printf(
        "tls %s %s\n", QSslSocket::supportsSsl() ? "yes" : "no", qPrintable(QSslSocket::sslLibraryVersionString()));
    // Whether a service answers is not what is asked; its library is loaded in either case.
    QKeychain::ReadPasswordJob job(QStringLiteral("openclaw-undock-probe"));
    job.setAutoDelete(false);
    QObject::connect(&job, &QKeychain::Job::finished, &application, [&] {
        std::printf("keychain answered: %s\n", qPrintable(job.errorString()));
        QCoreApplication::quit();
    });
    job.start();
    return QCoreApplication::exec();
}
