#pragma once

#include "engine/queue/queue.h"

#include <QAbstractTableModel>

namespace undock::gui {

/// The documents that are to be read before a run: the operator's procedure and
/// baseline, and the VM's earlier records. Which were read before is known from
/// the journals, by the hash of the file.
class ReadModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Kind { Procedure, Baseline, Record };
    struct Document {
        Kind kind = Kind::Procedure;
        QString path;
        QString sha256; ///< empty: the file cannot be read
        QString problem;
        bool readBefore = false;
    };

    explicit ReadModel(const Queue &queue, QObject *parent = nullptr);

    /// Reads the files anew. Empty paths are passed over. `run`: see earlierRecords().
    void load(const QString &procedure, const QString &baseline, const QString &recordsFolder, const QString &vmid,
        const QString &run = {});
    const std::vector<Document> &documents() const { return m_documents; }
    /// Some document has not been read in its present version.
    bool wantsReading() const;
    bool anyProblem() const;
    QString text(int row) const;
    std::vector<std::pair<QString, QString>> confirmation() const;
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void add(Kind kind, const QString &path);
    const Queue &m_queue;
    std::vector<Document> m_documents;
};

} // namespace undock::gui
