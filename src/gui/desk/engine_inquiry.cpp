#include "gui/desk/engine_inquiry.h"

#include "core/ledger/ledger.h"
#include "engine/run/adopt.h"
#include "engine/store/run_store.h"
#include "gui/text/code_texts.h"

#include <QCoreApplication>
#include <QFile>
#include <QNetworkProxyFactory>
#include <QNetworkReply>

namespace undock::gui {

namespace {

constexpr qint64 mostReleases = 2 * 1024 * 1024;

struct Translated {
    Q_DECLARE_TR_FUNCTIONS(undock::gui::EngineInquiry)
};

/// The operator's table, read once for all VMs of a question, in the question's thread.
class LedgerWord {
public:
    LedgerWord(const QString &path, const QString &node)
    {
        if (path.isEmpty() || path.startsWith(QLatin1String("node:")))
            return; // a ledger on the node is read by the scan, under its lock
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            m_trouble = Translated::tr("cannot be read: %1").arg(file.errorString());
            return;
        }
        auto ledger = Ledger::parse(file.readAll());
        if (ledger)
            m_ledger = std::move(*ledger);
        else
            m_trouble = CodeTexts::text(ledger.error().code, ledger.error().what);
        if (const auto target = NodeTarget::parse(node))
            m_host = target->host();
    }

    /// What it says of a VM; adds to its problems where the two disagree.
    void compare(FoundVm &vm) const
    {
        vm.ledger = m_trouble;
        const auto number = Vmid::parse(vm.vmid);
        if (!m_ledger || !number)
            return;
        const auto row = m_ledger->findRow(*number, m_host);
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
                vm.problems << Translated::tr("%1: the ledger says %2, the node's rules %3")
                                   .arg(QLatin1String(what))
                                   .arg(*inLedger)
                                   .arg(onNode);
        };
        port("panel", row->panelPort, vm.panelPort);
        port("gateway", row->gatewayPort, vm.gatewayPort);
        port("SSH", row->sshPort, vm.sshPort);
        if (row->ip && !vm.ip.isEmpty() && row->ip->toString() != vm.ip)
            vm.problems << Translated::tr("address: the ledger says %1, the node %2").arg(row->ip->toString(), vm.ip);
        vm.ledger = Translated::tr("line %1: %2")
                        .arg(row->line)
                        .arg(parts.isEmpty() ? QStringLiteral("–") : parts.join(QLatin1Char(' ')));
    }

private:
    std::optional<Ledger> m_ledger;
    QString m_trouble;
    QString m_host;
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

EngineInquiry::~EngineInquiry()
{
    // Here there is nothing left to keep waiting; elsewhere nobody waits for a thread that may
    // itself wait for an answer of the GUI's.
    stopAsking();
    m_asking.clear();
}

void EngineInquiry::cancel()
{
    stopAsking();
    Q_EMIT cancelled();
}

void EngineInquiry::stopAsking()
{
    ++m_number;
    for (Asking &asking : m_asking)
        asking.thread.request_stop();
    std::erase_if(m_asking, [](const Asking &asking) { return asking.over->load(); });
}

void EngineInquiry::ask(Question question)
{
    stopAsking();
    Asking asking;
    asking.over = std::make_shared<std::atomic<bool>>(false);
    asking.thread
        = std::jthread([question = std::move(question), over = asking.over, number = m_number](std::stop_token stop) {
              question(stop, number);
              *over = true;
          });
    m_asking.push_back(std::move(asking));
}

template <class Tell> void EngineInquiry::tell(int number, Tell say)
{
    QMetaObject::invokeMethod(
        this,
        [this, number, say]() mutable {
            if (number == m_number)
                say();
        },
        Qt::QueuedConnection);
}

/// Connects and lets `work` ask; a connection that fails is told as such.
template <class Work> void EngineInquiry::withNode(const SavedNode &saved, Work work)
{
    const auto target = NodeTarget::parse(saved.target);
    if (!target) {
        Q_EMIT failed(target.error());
        return;
    }
    const NodeAccess access{ m_settings.desk().knownHosts, saved.identity, saved.jumpHost };
    ask([this, target = *target, access, work](std::stop_token stop, int number) {
        NodeDesk desk(target, access, m_prompter);
        if (const Done connected = desk.connect(stop); !connected)
            tell(number, [this, error = connected.error()] { Q_EMIT failed(error); });
        else
            work(desk, stop, number);
    });
}

void EngineInquiry::test(const SavedNode &saved, const QString &vmid)
{
    const auto target = NodeTarget::parse(saved.target);
    if (!target) {
        NodeReport report;
        report.error = target.error();
        Q_EMIT tested(report);
        return;
    }
    const NodeAccess access{ m_settings.desk().knownHosts, saved.identity, saved.jumpHost };
    ask([this, target = *target, access, vm = Vmid::parse(vmid)](std::stop_token stop, int number) {
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
            if (vms && vm) {
                report.vmid = vm->toString();
                if (const Done probed = desk.probe(*vm, stop); !probed)
                    report.vmError = probed.error();
            }
        }
        tell(number, [this, report] { Q_EMIT tested(report); });
    });
}

void EngineInquiry::tellOccupancy(NodeDesk &desk, const QString &node, int number, std::stop_token stop)
{
    NodeOccupancy occupancy{ node, {}, {} };
    const auto cards = remote::leases(desk.shell(), stop);
    const auto holds
        = cards ? remote::holds(desk.shell(), stop) : Result<QList<remote::Hold>>(tl::make_unexpected(cards.error()));
    if (!holds) {
        tell(number, [this, error = holds.error()] { Q_EMIT failed(error); });
        return;
    }
    for (const remote::LeaseCard &card : *cards)
        occupancy.cards.push_back(remote::toJson(card));
    for (const remote::Hold &hold : *holds)
        occupancy.holds.push_back(remote::toJson(hold));
    tell(number, [this, occupancy] { Q_EMIT occupied(occupancy); });
}

void EngineInquiry::occupancy(const SavedNode &saved)
{
    withNode(saved, [this, node = saved.target](NodeDesk &desk, std::stop_token stop, int number) {
        tellOccupancy(desk, node, number, stop);
    });
}

void EngineInquiry::releaseHold(
    const SavedNode &saved, const QString &vmid, const QString &operatorName, const QString &reason)
{
    const auto vm = Vmid::parse(vmid);
    if (!vm) {
        Q_EMIT failed(vm.error());
        return;
    }
    withNode(saved, [=, this, node = saved.target, vm = *vm](NodeDesk &desk, std::stop_token stop, int number) {
        if (const Done released = remote::releaseHold(desk.shell(), vm, operatorName, reason, stop); !released)
            tell(number, [this, error = released.error()] { Q_EMIT failed(error); });
        else
            tellOccupancy(desk, node, number, stop);
    });
}

void EngineInquiry::adopt(const SavedNode &saved, const RunParameters &vm, const Adoption &adoption)
{
    DeskSettings settings = m_settings.desk();
    settings.logins[vm.node.toString()] = { saved.identity, saved.jumpHost };
    ask([this, settings, vm, adoption](std::stop_token stop, int number) {
        RunStore store(settings.dataFolder);
        const auto run = adoptRun(vm, settings, store, m_prompter, adoption, stop);
        if (run) {
            // Also told where something else was asked for meanwhile: the run is here now, and so is its VM.
            QMetaObject::invokeMethod(
                this, [this, run = *run] { Q_EMIT adopted(run); }, Qt::QueuedConnection);
        } else {
            tell(number, [this, error = run.error()] { Q_EMIT failed(error); });
        }
    });
}

void EngineInquiry::discover(const SavedNode &saved)
{
    withNode(saved,
        [this, name = saved.target, table = m_settings.desk().ledger](
            NodeDesk &desk, std::stop_token stop, int number) {
            const auto vms = desk.discover(stop);
            if (!vms) {
                tell(number, [this, error = vms.error()] { Q_EMIT failed(error); });
                return;
            }
            std::vector<FoundVm> found;
            const LedgerWord ledger(table, name);
            for (const DiscoveredVm &vm : *vms) {
                found.push_back(toFound(vm));
                ledger.compare(found.back());
            }
            tell(number, [this, found, name, notices = desk.notices()] {
                Q_EMIT discovered(name, found);
                for (const Error &notice : notices)
                    Q_EMIT noticed(name, notice);
            });
        });
}

void EngineInquiry::lookUp(const SavedNode &saved, const QString &vmid)
{
    const auto wanted = Vmid::parse(vmid);
    if (!wanted) {
        Q_EMIT failed(wanted.error());
        return;
    }
    withNode(saved,
        [this, wanted = *wanted, name = saved.target, table = m_settings.desk().ledger](
            NodeDesk &desk, std::stop_token stop, int number) {
            const auto vm = desk.lookUp(wanted, stop);
            if (!vm) {
                tell(number, [this, error = vm.error()] { Q_EMIT failed(error); });
                return;
            }
            FoundVm found = toFound(*vm);
            LedgerWord(table, name).compare(found);
            tell(number, [this, found] { Q_EMIT lookedUp(found); });
        });
}

void EngineInquiry::listReleases(const QString &source, const QString &repository)
{
    const auto base = SourceUrl::parse(source);
    const auto repo = PanelRepo::parse(repository);
    if (!base || !repo) {
        const Error &wrong = base ? repo.error() : base.error();
        Q_EMIT releasesFailed(CodeTexts::text(wrong.code, wrong.what), source, repository);
        return;
    }
    QNetworkRequest request(
        QUrl(QStringLiteral("%1/repos/%2/releases?per_page=30").arg(base->toString(), repo->toString())));
    request.setTransferTimeout(8000);
    request.setRawHeader("Accept", "application/vnd.github+json");
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("openclaw-undock"));
    QNetworkReply *reply = m_network.get(request);
    connect(reply, &QNetworkReply::finished, this, [=, this] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status == 403 || status == 429) {
            Q_EMIT releasesFailed(Translated::tr("too many requests; try again later"), source, repository);
            return;
        }
        if (reply->error() != QNetworkReply::NoError) {
            Q_EMIT releasesFailed(status ? Translated::tr("the source answered %1").arg(status)
                                         : Translated::tr("this desk is offline: %1").arg(reply->errorString()),
                source, repository);
            return;
        }
        // A list that is no list, or tags that are no tags, are not offered.
        const QByteArray body = reply->read(mostReleases);
        const Json list = parseJson(body, mostReleases);
        QStringList tags;
        if (list.is_array()) {
            for (const Json &release : list) {
                const QString tag = stringAt(release, "tag_name");
                if (PanelTag::parse(tag))
                    tags << tag;
            }
        }
        if (tags.isEmpty())
            Q_EMIT releasesFailed(Translated::tr("the source lists none"), source, repository);
        else
            Q_EMIT releasesListed(tags, source, repository);
    });
}

} // namespace undock::gui
