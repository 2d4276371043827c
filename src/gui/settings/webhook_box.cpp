#include "gui/settings/webhook_box.h"

#include "engine/notify/webhook_target.h"
#include "gui/widgets/notice.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace undock::gui {

WebhookBox::WebhookBox(QWidget *parent)
    : QWidget(parent)
    , m_form(new QComboBox(this))
    , m_formLabel(new QLabel(this))
    , m_address(new QLineEdit(this))
    , m_addressLabel(new QLabel(this))
    , m_test(new QPushButton(this))
    , m_notice(new Notice(this))
{
    for (const char *form : { "", "dingtalk", "wecom", "telegram", "ntfy", "json" })
        m_form->addItem(QString(), QLatin1String(form));
    m_form->setObjectName(QStringLiteral("webhookForm"));
    m_address->setObjectName(QStringLiteral("webhookAddress"));
    m_test->setObjectName(QStringLiteral("webhookTest"));
    m_test->setAutoDefault(false);
    m_address->setEchoMode(QLineEdit::Password); // it carries the service's token
    m_formLabel->setBuddy(m_form);
    m_addressLabel->setBuddy(m_address);
    hide();
    connect(m_form, &QComboBox::currentIndexChanged, this, &WebhookBox::formChanged);
    connect(m_address, &QLineEdit::textChanged, m_notice, &Notice::hush);
    connect(m_test, &QPushButton::clicked, this, [this] {
        if (check())
            Q_EMIT testWanted(form(), address());
    });
    retranslate();
    formChanged();
}

void WebhookBox::addTo(QFormLayout &form, QWidget *after)
{
    form.addRow(m_formLabel, m_form);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_address, 1);
    row->addWidget(m_test);
    form.addRow(m_addressLabel, row);
    form.addRow(m_notice);
    setTabOrder(after, m_form);
    setTabOrder(m_form, m_address);
    setTabOrder(m_address, m_test);
}

QString WebhookBox::form() const
{
    return m_form->currentData().toString();
}

void WebhookBox::setForm(const QString &form)
{
    m_kept = form;
    m_form->setCurrentIndex(std::max(0, m_form->findData(form)));
    m_address->clear();
    formChanged();
}

QString WebhookBox::address() const
{
    return m_address->text().trimmed();
}

bool WebhookBox::check()
{
    m_notice->hush();
    if (form().isEmpty() || (address().isEmpty() && form() == m_kept))
        return true;
    if (const auto target = WebhookTarget::make(form(), address()); !target) {
        tell(target.error());
        m_address->setFocus();
        return false;
    }
    return true;
}

void WebhookBox::tellDelivered()
{
    m_notice->say(Tone::Passed, tr("The test message was delivered."));
}

void WebhookBox::tellNotDelivered(const QString &why)
{
    const QString text = why == QLatin1String("refused")
        ? tr("The service refused it. Compare the address and the service.")
        : why == QLatin1String("redirected")
        ? tr("The address leads to another one. Give the service's own.")
        : tr("The service did not answer. Look at this desk's network and the address.");
    m_notice->say(Tone::Failed, tr("The test message was not delivered."), text);
}

void WebhookBox::tell(const Error &error)
{
    m_notice->say(ErrorText::of(error));
}

void WebhookBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void WebhookBox::formChanged()
{
    const bool any = !form().isEmpty();
    m_address->setEnabled(any);
    m_test->setEnabled(any);
    m_address->setPlaceholderText(any && form() == m_kept ? tr("kept in the keychain") : tr("https://…"));
    m_notice->hush();
}

void WebhookBox::retranslate()
{
    m_formLabel->setText(tr("Messages to a se&rvice:"));
    m_addressLabel->setText(tr("Its &address:"));
    m_test->setText(tr("Send a test messa&ge"));
    const QString names[] = { tr("none"), tr("DingTalk"), tr("WeCom"), QStringLiteral("Telegram"),
        QStringLiteral("ntfy"), tr("another (JSON)") };
    for (int i = 0; i < m_form->count(); ++i)
        m_form->setItemText(i, names[i]);
    formChanged();
}

} // namespace undock::gui
