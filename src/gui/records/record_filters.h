#pragma once

#include "engine/records/record_entry.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QLineEdit;
class QPushButton;
class QLabel;

namespace undock::gui {

class RecordsModel;

/// What of the records is shown: a VM, a node, days, an outcome, a version, a finding. Offers what there is.
class RecordFilters : public QWidget {
    Q_OBJECT
public:
    explicit RecordFilters(QWidget *parent = nullptr);
    /// Everything but the text.
    RecordQuery query() const;
    /// Offers what the model has; what was chosen stays chosen.
    void offer(const RecordsModel &model);
    void clear();

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void offerIn(QComboBox *box, const QStringList &texts, const QStringList &values);
    void offerDays(const RecordsModel &model);

    QLineEdit *m_vm;
    QLabel *m_fromLabel;
    QLabel *m_toLabel;
    QComboBox *m_node;
    QDateEdit *m_from;
    QDateEdit *m_to;
    QComboBox *m_outcome;
    QComboBox *m_version;
    QComboBox *m_finding;
    QPushButton *m_clear;
    bool m_offering = false;
    bool m_daysOffered = false;
};

} // namespace undock::gui
