#pragma once

#include "engine/records/bundle_proof.h"
#include "engine/records/bundle_signature.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <thread>

namespace undock::gui {

/// What was found of a bundle; either may be known without the other.
struct BundleCheck {
    Result<BundleProof> proof;
    Result<std::vector<BundleSignature>> signatures;
};

/// Signs bundles and looks at them, each in a thread of its own: a passphrase may be asked for, a token may want to be
/// touched. Answers come by signal on the GUI's thread.
class BundleWork : public QObject {
    Q_OBJECT
public:
    explicit BundleWork(Prompter &prompter, QObject *parent = nullptr);
    /// Waits for what is under way: whoever answers the prompter's questions has to decline them first.
    ~BundleWork() override;

    void sign(const QString &bundle, const QString &keyFile);
    void check(const QString &bundle, const QString &allowedSigners);

Q_SIGNALS:
    void signedBundle(const QString &bundle, const undock::BundleSignature &signature);
    void notSigned(const QString &bundle, const undock::Error &error);
    void checked(const QString &bundle, const undock::gui::BundleCheck &found);

private:
    struct Work {
        std::shared_ptr<std::atomic<bool>> over;
        std::jthread thread;
    };
    void begin(std::function<void()> work);

    Prompter &m_prompter;
    std::vector<Work> m_works;
};

} // namespace undock::gui
