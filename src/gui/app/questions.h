#pragma once

#include "engine/run/prompter.h"
#include "gui/text/code_texts.h"

#include <QStringList>

#include <optional>

class QWidget;

namespace undock::gui {

/// The only four occasions for a modal box, behind a seam for tests: a host
/// key, a secret, a deletion, quitting.
class Questions {
public:
    struct SecretAnswer {
        QString secret;
        bool keep = false; ///< in the keychain; else until the program ends
    };
    /// Whether this desk has a keychain, and whether the node's setting is to keep its secrets there.
    enum class Keychain { Absent, Offered, Usual };
    virtual ~Questions() = default;
    virtual bool trustHost(QWidget *parent, const QString &host, const QString &fingerprint) = 0;
    virtual std::optional<SecretAnswer> secret(QWidget *parent, const SecretPrompt &prompt, Keychain keychain) = 0;
    /// True when the operator typed the VM's number and chose to delete.
    virtual bool deletion(QWidget *parent, const QString &vmid, const QString &what, const QStringList &kept) = 0;
    /// True to quit although runs are under way.
    virtual bool quit(QWidget *parent, const QStringList &running) = 0;
};

} // namespace undock::gui
