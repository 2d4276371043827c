#pragma once

#include "core/run/run_state.h"
#include "core/steps/step.h"

#include <QAbstractItemModel>

namespace undock::gui {

/// What will run, stage by stage, in the order that was chosen: a tree of
/// stages and steps. Values stand beside a script, never inside it.
class PlanModel : public QAbstractItemModel {
    Q_OBJECT
public:
    struct Value {
        QString name;
        QString text;
        bool secret = false;
    };
    using QAbstractItemModel::QAbstractItemModel;

    void show(const RunState &state);
    void retranslate();
    const Step *step(const QModelIndex &index) const;
    std::vector<Value> values(const Step &step) const;
    QString effectLine(const Step &step) const;

    /// "81.0 MiB in 3,087 files" and so on, from the scan; empty when not known.
    QString sizeLine() const;
    QString timeLine() const;
    QString headroomLine() const;
    bool headroomShort() const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Group {
        Stage stage = Stage::A;
        bool early = false;
        std::vector<Step> steps;
    };
    void put(const QString &id, bool prepared);
    std::vector<Group> m_groups;
    RunState m_state;
};

} // namespace undock::gui
