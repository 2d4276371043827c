#pragma once

#include "core/base/result.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace undock::gui {

class Notice;

/// Where messages go besides the desktop: a service, and its address, which is a secret. An address that is kept is
/// not shown again; one that is typed takes its place.
class WebhookBox : public QWidget {
    Q_OBJECT
public:
    explicit WebhookBox(QWidget *parent = nullptr);
    /// Puts its fields into the form's next rows, in line with the others, and behind `after` for the keyboard. It has
    /// no place of its own.
    void addTo(QFormLayout &form, QWidget *after);

    /// A form's name as WebhookTarget::make() takes it; empty: no messages.
    QString form() const;
    void setForm(const QString &form);
    /// As typed; empty where the kept one stays.
    QString address() const;
    /// Whether what was entered can be used; tells why not, at the fields.
    bool check();
    /// How a test message fared.
    void tellDelivered();
    void tellNotDelivered(const QString &why);
    void tell(const Error &error);

Q_SIGNALS:
    /// `address` empty: the kept one.
    void testWanted(const QString &form, const QString &address);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void formChanged();
    QComboBox *m_form;
    QLabel *m_formLabel;
    QLineEdit *m_address;
    QLabel *m_addressLabel;
    QPushButton *m_test;
    Notice *m_notice;
    QString m_kept; ///< the form whose address is kept
};

} // namespace undock::gui
