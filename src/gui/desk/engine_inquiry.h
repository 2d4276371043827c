#pragma once

#include "engine/run/prompter.h"
#include "gui/desk/node_inquiry.h"

#include <QNetworkAccessManager>

#include <functional>
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
    void cancel() override;
    void listReleases(const QString &source, const QString &repository) override;

private:
    void ask(std::function<void(std::stop_token)> question);
    template <class Tell> void tell(Tell say);
    /// The ledger's word on a VM; adds to its problems where the two disagree.
    void compareWithLedger(FoundVm &vm, const QString &node) const;

    const AppSettings &m_settings;
    Prompter &m_prompter;
    QNetworkAccessManager m_network;
    std::jthread m_thread;
};

} // namespace undock::gui
