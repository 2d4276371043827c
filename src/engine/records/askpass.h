#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

namespace undock {

/// Hands one passphrase to ssh-keygen's askpass, so that it stands in no file, no environment and no command line. What
/// it needs of the disk goes with it. One thread.
class Askpass {
public:
    Askpass();
    ~Askpass();
    Askpass(const Askpass &) = delete;
    Askpass &operator=(const Askpass &) = delete;

    /// What SSH_ASKPASS is set to.
    QString program() const;
    /// The next question gets this, which is wiped here; whatever nobody asked for is gone with this object. False: it
    /// could not be handed over.
    bool give(QByteArray secret) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace undock
