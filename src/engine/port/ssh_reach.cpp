#include "engine/port/reach.h"

#include "engine/run/connection.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTimer>
#include <QUrl>

namespace undock {

namespace {

constexpr int outsideTimeoutMs = 10000;
constexpr int overLookMs = 100;

class SshReach : public Reach {
public:
    std::unique_ptr<NodePort> node(
        const NodeTarget &node, Vmid vmid, const NodeAccess &access, Prompter &prompter) override
    {
        return std::make_unique<Connection>(node, vmid, access, prompter, Clock::system());
    }
    PublicAnswer publicPort(const QString &host, int port, const std::function<bool()> &over) override;
    Clock &clock() override { return Clock::system(); }
};

PublicAnswer SshReach::publicPort(const QString &host, int port, const std::function<bool()> &over)
{
    QNetworkAccessManager network;
    // The ports are the node's own; a desk's proxy would only tell of the proxy.
    network.setProxy(QNetworkProxy::NoProxy);
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(host);
    url.setPort(port);
    url.setPath(QStringLiteral("/"));
    QNetworkRequest request(url);
    request.setTransferTimeout(outsideTimeoutMs);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(outsideTimeoutMs + 2000, &loop, &QEventLoop::quit);
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (over())
            loop.quit();
    });
    look.start(overLookMs);
    if (!reply->isFinished() && !over())
        loop.exec();
    return { reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->errorString() };
}

} // namespace

Reach &Reach::overSsh()
{
    static SshReach reach;
    return reach;
}

} // namespace undock
