#pragma once

#include "engine/node/node_desk.h"
#include "engine/run/prompter.h"
#include "gui/desk/node_inquiry.h"

#include <QNetworkAccessManager>

#include <atomic>
#include <functional>
#include <memory>
#include <stop_token>
#include <thread>

namespace undock::gui {

/// Asks nodes through the engine, on a thread of its own, one question at a time.
class EngineInquiry : public NodeInquiry {
    Q_OBJECT
public:
    EngineInquiry(const AppSettings &settings, Prompter &prompter, QObject *parent = nullptr);
    ~EngineInquiry() override;

    void test(const SavedNode &node, const QString &vmid) override;
    void discover(const SavedNode &node) override;
    void lookUp(const SavedNode &node, const QString &vmid) override;
    void occupancy(const SavedNode &node) override;
    void releaseHold(
        const SavedNode &node, const QString &vmid, const QString &operatorName, const QString &reason) override;
    void adopt(const SavedNode &node, const RunParameters &vm, const Adoption &adoption) override;
    void cancel() override;
    void listReleases(const QString &source, const QString &repository) override;

private:
    struct Asking {
        std::jthread thread;
        std::shared_ptr<std::atomic<bool>> over;
    };
    using Question = std::function<void(std::stop_token, int)>;
    void ask(Question question);
    void stopAsking();
    /// On the GUI's thread, unless a newer question was asked since `number`.
    template <class Tell> void tell(int number, Tell say);
    template <class Work> void withNode(const SavedNode &saved, Work work);
    void tellOccupancy(NodeDesk &desk, const QString &node, int number, std::stop_token stop);

    const AppSettings &m_settings;
    Prompter &m_prompter;
    QNetworkAccessManager m_network;
    int m_number = 0;
    std::vector<Asking> m_asking; ///< the newest last; older ones are just letting go
};

} // namespace undock::gui
