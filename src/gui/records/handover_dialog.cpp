#include "gui/records/handover_dialog.h"

#include "core/record/handover_text.h"
#include "gui/text/shown_text.h"
#include "gui/text/words.h"
#include "ui_HandoverDialog.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QPushButton>

namespace undock::gui {

HandoverDialog::HandoverDialog(const Queue &queue, const QString &run, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::HandoverDialog>())
    , m_queue(queue)
    , m_run(run)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(680, 560);
    m_ui->language->addItem(QStringLiteral("中文"), QStringLiteral("zh"));
    m_ui->language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_ui->language->setCurrentIndex(std::max(0, m_ui->language->findData(queue.settings().recordLanguage)));
    connect(m_ui->language, &QComboBox::currentIndexChanged, this, &HandoverDialog::tell);
    const auto copies = [this](QPushButton *button, QPlainTextEdit *text) {
        connect(button, &QPushButton::clicked, this, [this, text] {
            QGuiApplication::clipboard()->setText(text->property("whole").toString());
            m_ui->notice->say(Tone::Passed, tr("Copied"));
        });
    };
    copies(m_ui->copyUser, m_ui->forUser);
    copies(m_ui->copyOperator, m_ui->forOperator);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    retranslate();
}

HandoverDialog::~HandoverDialog() = default;

void HandoverDialog::tell()
{
    RecordOptions options;
    options.language = m_ui->language->currentData().toString();
    const auto text = handoverText(m_queue.events(m_run), options);
    const auto show = [](QPlainTextEdit *where, const QString &what) {
        where->setPlainText(shownText(what));
        where->setProperty("whole", what); // what is copied has its emoji also where this desk cannot show them
    };
    show(m_ui->forUser, text ? text->user : QString());
    show(m_ui->forOperator, text ? text->nextOperator : QString());
    for (QPushButton *button : { m_ui->copyUser, m_ui->copyOperator })
        button->setEnabled(text.has_value());
    if (text)
        m_ui->notice->hush();
    else
        m_ui->notice->say(Tone::Warning, tr("There is nothing to hand over yet"),
            tr("The run stands at “%1”: it has neither passed its acceptance nor been rolled back.")
                .arg(Words::phase(m_queue.state(m_run).phase())));
}

void HandoverDialog::retranslate()
{
    m_ui->retranslateUi(this);
    const RunState state = m_queue.state(m_run);
    setWindowTitle(tr("Hand over VM %1").arg(shownText(state.vmid() + QLatin1Char(' ') + state.fact(u"vm_name"))));
    tell();
}

void HandoverDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace undock::gui
