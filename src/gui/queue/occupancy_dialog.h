#pragma once

#include "gui/desk/node_inquiry.h"

#include <QDialog>

#include <memory>

class QStandardItemModel;

namespace Ui {
class OccupancyDialog;
}

namespace undock::gui {

class AppSettings;

/// Who works on which VM of a node, and what keeps Docker there: to look at, to release a
/// hold, to take a colleague's run over. Both want a reason, which is recorded.
class OccupancyDialog : public QDialog {
    Q_OBJECT
public:
    OccupancyDialog(NodeInquiry &nodes, AppSettings &settings, QWidget *parent = nullptr);
    ~OccupancyDialog() override;

    /// Chooses the hold of this VM as soon as the node has told of it.
    void showHold(const QString &node, const QString &vmid);
    void ask();

Q_SIGNALS:
    void adopted(const QString &run);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill(const NodeOccupancy &occupancy);
    void choose();
    void retranslate();
    void release();
    void adopt();
    const Json *chosenCard() const;
    const Json *chosenHold() const;

    std::unique_ptr<Ui::OccupancyDialog> m_ui;
    NodeInquiry &m_nodes;
    AppSettings &m_settings;
    QStandardItemModel *m_cards;
    QStandardItemModel *m_holds;
    NodeOccupancy m_shown;
    QString m_toldCode; ///< why the run that was asked for was not taken over: what is still to be accepted
    QString m_told;
    Adoption m_accepted; ///< what of it was accepted so far
    QString m_toldOf; ///< its VM
    QString m_adoptText;
    QString m_wanted; ///< VM whose hold is to be chosen
    bool m_asking = false;
};

} // namespace undock::gui
