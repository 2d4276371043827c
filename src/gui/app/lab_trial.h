#pragma once

#include <QMap>
#include <QObject>
#include <QProcess>

namespace undock::gui {

/// A node with one VM on this machine, to try the program on: `./dev lab` of the checkout
/// that the program was built in. Root only, as the lab is.
class LabTrial : public QObject {
    Q_OBJECT
public:
    explicit LabTrial(QObject *parent = nullptr);
    ~LabTrial() override;
    static bool isPossible();
    void begin();

Q_SIGNALS:
    /// The wizard's fields, and the files for SSH.
    void ready(const QMap<QString, QString> &fields, const QString &identity, const QString &knownHosts);
    void failed(const QString &why);

private:
    static QString checkout();
    void ended();
    QProcess m_process;
};

} // namespace undock::gui
