#pragma once

#include "core/queuefile/queue_file.h"

#include <QAbstractTableModel>
#include <QSet>

namespace undock::gui {

/// The meaning of pasted lines, line by line, with every problem. Nothing is taken silently.
class ImportModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Line, Vmid, Ip, Tag, Node, Name, Problem, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    /// `defaults`: what a line does not give. `inQueue`: VMs with a run that is not over, which are not taken again.
    void read(const QByteArray &text, const QMap<QString, QString> &defaults, const QSet<VmId> &inQueue = {});
    std::vector<RunParameters> good() const;
    int badCount() const;
    /// See QueueFile::foreignSources().
    QString foreignSources() const { return m_file.foreignSources(m_defaults); }
    const std::optional<Error> &trouble() const { return m_trouble; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QueueFile m_file;
    QMap<QString, QString> m_defaults;
    std::optional<Error> m_trouble;
};

} // namespace undock::gui
