#pragma once

#include "engine/queue/queue.h"

#include <QSettings>

namespace undock::gui {

/// A node as the operator saved it. No secret is in here: those are in the
/// keychain or in memory.
struct SavedNode {
    QString target; ///< user@host[:port]
    QString jumpHost; ///< user@host[:port] or empty
    QString identity; ///< private key file, or empty for the agent and the usual files
    bool keepSecrets = true; ///< keychain; false: until the program ends
    friend bool operator==(const SavedNode &, const SavedNode &) = default;
};

/// What the operator set, in `<data folder>/settings.ini`.
class AppSettings : public QObject {
    Q_OBJECT
public:
    explicit AppSettings(const QString &dataFolder, QObject *parent = nullptr);

    QString dataFolder() const { return m_dataFolder; }
    DeskSettings desk() const;
    void setDesk(const DeskSettings &desk);

    QList<SavedNode> nodes() const;
    void setNodes(const QList<SavedNode> &nodes);
    /// Adds or replaces by target, most recent first.
    void rememberNode(const SavedNode &node);
    SavedNode node(const QString &target) const;
    /// Whether the answer is to be kept in the keychain. One node that says no is enough where several have the key.
    bool keepsSecret(const SecretPrompt &prompt) const;

    /// A parameter's start value by its field's name, or any of: language theme procedure_file baseline_file
    /// notifications webhook
    QString value(const QString &key) const;
    QString value(Field field) const { return value(nameOf(field)); }
    /// What a new run begins with: every field by its name, the operator's login name where none is set.
    QMap<QString, QString> startValues() const;
    QString operatorName() const;
    void setValue(const QString &key, const QString &value);
    /// What belongs to one VM and not to this desk: kept in memory, gone with the program.
    void setForThisStart(const QString &key, const QString &value);
    /// By what the table says of the field: for this start, or kept.
    void setValue(Field field, const QString &value);

    QByteArray state(const QString &name) const;
    void setState(const QString &name, const QByteArray &state);

Q_SIGNALS:
    void changed();

private:
    QString m_dataFolder;
    mutable QSettings m_store;
    QMap<QString, QString> m_thisStart;
};

} // namespace undock::gui
