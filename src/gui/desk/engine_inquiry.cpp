#include "gui/desk/engine_inquiry.h"

#include "core/ledger/ledger.h"
#include "engine/node/node_desk.h"

#include <QCoreApplication>
#include <QFile>
#include <QNetworkProxyFactory>
#include <QNetworkReply>

namespace undock::gui {

namespace {

struct Translated {
    Q_DECLARE_TR_FUNCTIONS(undock::gui::EngineInquiry)
};

FoundVm toFound(const DiscoveredVm &vm)
{
    return { vm.vmid, vm.name, vm.status, vm.ip, vm.sshPort, vm.panelPort, vm.gatewayPort, {}, vm.problems };
}

} // namespace

EngineInquiry::EngineInquiry(const AppSettings &settings, Prompter &prompter, QObject *parent)
    : NodeInquiry(parent)
    , m_settings(settings)
    , m_prompter(prompter)
{
    QNetworkProxyFactory::setUseSystemConfiguration(true);
}

EngineInquiry::~EngineInquiry() { cancel(); }

void EngineInquiry::cancel()
{
    if (m_thread.joinable()) {
        m_thread.request_stop();
        m_thread.join();
    }
}

void EngineInquiry::ask(std::function<void(std::stop_token)> question)
{
    cancel();
    m_thread = std::jthread([question = std::move(question)](std::stop_token stop) { question(stop); });
}

template <class Tell> void EngineInquiry::tell(Tell say) { QMetaObject::invokeMethod(this, say, Qt::QueuedConnection); }

void EngineInquiry::test(const SavedNode &saved, const QString &vmid)
{
    const auto target = NodeTarget::parse(saved.target);
    if (!target) {
        Q_EMIT tested({ target.error(), {}, {}, 0 });
        return;
    }
    const NodeAccess access { m_settings.desk().knownHosts, saved.identity, saved.jumpHost };
    ask([this, target = *target, access, vmid](std::stop_token stop) {
        NodeReport report;
        NodeDesk desk(target, access, m_prompter);
        if (const Done connected = desk.connect(stop); !connected) {
            report.error = connected.error();
        } else {
            report.login = desk.login().method;
            report.fingerprint = desk.login().hostKeyFingerprint;
            const auto vms = desk.discover(stop);
            if (!vms)
                report.error = vms.error();
            else
                report.vms = int(vms->size());
        }
        tell([this, report] { Q_EMIT tested(report); });
    });
}

void EngineInquiry::discover(const SavedNode &saved)
{
    const auto target = NodeTarget::parse(saved.target);
    if (!target) {
        Q_EMIT failed(target.error());
        return;
    }
    const NodeAccess access { m_settings.desk().knownHosts, saved.identity, saved.jumpHost };
    ask([this, target = *target, access, name = saved.target](std::stop_token stop) {
        NodeDesk desk(target, access, m_prompter);
        Result<std::vector<DiscoveredVm>> vms = std::vector<DiscoveredVm>();
        if (const Done connected = desk.connect(stop); !connected)
            vms = tl::make_unexpected(connected.error());
        else
            vms = desk.discover(stop);
        if (!vms) {
            tell([this, error = vms.error()] { Q_EMIT failed(error); });
            return;
        }
        std::vector<FoundVm> found;
        for (const DiscoveredVm &vm : *vms)
            found.push_back(toFound(vm));
        tell([this, found, name]() mutable {
            for (FoundVm &vm : found)
                compareWithLedger(vm, name);
            Q_EMIT discovered(name, found);
        });
    });
}

void EngineInquiry::lookUp(const SavedNode &saved, const QString &vmid)
{
    const auto target = NodeTarget::parse(saved.target);
    const auto number = Vmid::parse(vmid);
    if (!target || !number) {
        Q_EMIT failed(target ? number.error() : target.error());
        return;
    }
    const NodeAccess access { m_settings.desk().knownHosts, saved.identity, saved.jumpHost };
    ask([this, target = *target, access, vmid, name = saved.target](std::stop_token stop) {
        NodeDesk desk(target, access, m_prompter);
        Result<std::vector<DiscoveredVm>> vms = std::vector<DiscoveredVm>();
        if (const Done connected = desk.connect(stop); !connected)
            vms = tl::make_unexpected(connected.error());
        else
            vms = desk.discover(stop);
        if (!vms) {
            tell([this, error = vms.error()] { Q_EMIT failed(error); });
            return;
        }
        for (const DiscoveredVm &vm : *vms) {
            if (vm.vmid == vmid) {
                tell([this, found = toFound(vm), name]() mutable {
                    compareWithLedger(found, name);
                    Q_EMIT lookedUp(found);
                });
                return;
            }
        }
        tell([this, vmid] {
            Q_EMIT failed({ Error::Kind::Refused, QStringLiteral("no-such-vm"), QStringLiteral("The node has no VM %1.").arg(vmid), vmid, {} });
        });
    });
}

void EngineInquiry::compareWithLedger(FoundVm &vm, const QString &node) const
{
    const QString path = m_settings.desk().ledger;
    if (path.isEmpty() || path.startsWith(QLatin1String("node:")))
        return; // a ledger on the node is read by the scan, under its lock
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        vm.ledger = Translated::tr("cannot be read: %1").arg(file.errorString());
        return;
    }
    const auto ledger = Ledger::parse(file.readAll());
    const auto number = Vmid::parse(vm.vmid);
    const auto target = NodeTarget::parse(node);
    if (!ledger || !number) {
        vm.ledger = ledger ? QString() : ledger.error().what;
        return;
    }
    const auto row = ledger->findRow(*number, target ? target->host() : QString());
    if (!row) {
        vm.ledger = Translated::tr("no row for this VM");
        return;
    }
    QStringList parts;
    const auto port = [&](const char *what, const std::optional<quint16> &inLedger, const QString &onNode) {
        if (!inLedger)
            return;
        parts << QString::number(*inLedger);
        if (!onNode.isEmpty() && onNode != QString::number(*inLedger))
            vm.problems << Translated::tr("%1: the ledger says %2, the node's rules %3").arg(QLatin1String(what)).arg(*inLedger).arg(onNode);
    };
    port("panel", row->panelPort, vm.panelPort);
    port("gateway", row->gatewayPort, vm.gatewayPort);
    port("SSH", row->sshPort, vm.sshPort);
    if (row->ip && !vm.ip.isEmpty() && row->ip->toString() != vm.ip)
        vm.problems << Translated::tr("address: the ledger says %1, the node %2").arg(row->ip->toString(), vm.ip);
    vm.ledger = Translated::tr("line %1: %2").arg(row->line).arg(parts.isEmpty() ? QStringLiteral("–") : parts.join(QLatin1Char(' ')));
}

void EngineInquiry::listReleases(const QString &source, const QString &repository)
{
    const auto base = SourceUrl::parse(source);
    const auto repo = PanelRepo::parse(repository);
    if (!base || !repo) {
        Q_EMIT releasesFailed(base ? repo.error().what : base.error().what);
        return;
    }
    QNetworkRequest request(QUrl(QStringLiteral("%1/repos/%2/releases?per_page=30").arg(base->toString(), repo->toString())));
    request.setTransferTimeout(8000);
    request.setRawHeader("Accept", "application/vnd.github+json");
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("openclaw-undock"));
    QNetworkReply *reply = m_network.get(request);
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status == 403 || status == 429) {
            Q_EMIT releasesFailed(Translated::tr("too many requests; try again later"));
            return;
        }
        if (reply->error() != QNetworkReply::NoError) {
            Q_EMIT releasesFailed(status ? Translated::tr("the source answered %1").arg(status) : Translated::tr("this desk is offline: %1").arg(reply->errorString()));
            return;
        }
        // A list that is no list, or tags that are no tags, are not offered.
        const QByteArray body = reply->read(2 * 1024 * 1024);
        const Json list = Json::parse(body.begin(), body.end(), nullptr, false);
        QStringList tags;
        if (list.is_array()) {
            for (const Json &release : list) {
                const QString tag = stringAt(release, "tag_name");
                if (PanelTag::parse(tag))
                    tags << tag;
            }
        }
        if (tags.isEmpty())
            Q_EMIT releasesFailed(Translated::tr("the source lists none"));
        else
            Q_EMIT releasesListed(tags);
    });
}

} // namespace undock::gui
