#include "gui/queue/import_dialog.h"

#include "core/params/field.h"
#include "gui/queue/import_model.h"
#include "gui/settings/app_settings.h"
#include "gui/text/code_texts.h"
#include "gui/widgets/file_choice.h"
#include "ui_ImportDialog.h"

#include <QCheckBox>
#include <QEvent>
#include <QFile>
#include <QFontDatabase>
#include <QPushButton>
#include <QSignalBlocker>

namespace undock::gui {

ImportDialog::ImportDialog(const AppSettings &settings, const QString &file, const QSet<VmId> &inQueue, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ImportDialog>())
    , m_settings(settings)
    , m_inQueue(inQueue)
    , m_model(new ImportModel(this))
    , m_accept(new QCheckBox(this))
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(1080, 600);
    m_ui->text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->rows->setModel(m_model);
    static constexpr int widths[] = { 64, 74, 110, 130, 170, 100 };
    for (int column = 0; column < 6; ++column)
        m_ui->rows->setColumnWidth(column, widths[column]);
    for (const SavedNode &node : settings.nodes())
        m_ui->node->addItem(node.target);
    if (m_ui->node->count() == 0)
        m_ui->node->setEditText(settings.value(Field::Node));
    connect(m_ui->text, &QPlainTextEdit::textChanged, this, &ImportDialog::read);
    connect(m_ui->node, &QComboBox::currentTextChanged, this, &ImportDialog::read);
    connect(m_ui->paste, &QPushButton::clicked, m_ui->text, &QPlainTextEdit::paste);
    connect(m_ui->openFile, &QPushButton::clicked, this, [this] {
        open(FileChoice::get().open(this, tr("A list of VMs"), {}, tr("Tables (*.csv *.txt *.tsv);;All files (*)")));
    });
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(m_model->good());
        accept();
    });
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_accept->setObjectName(QStringLiteral("acceptSources"));
    m_ui->layout1->insertWidget(m_ui->layout1->count() - 2, m_accept);
    connect(m_accept, &QCheckBox::toggled, this, &ImportDialog::read);
    open(file);
    read();
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::open(const QString &path)
{
    if (path.isEmpty())
        return;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > 4 * 1024 * 1024) {
        m_ui->notice->say(Tone::Failed, tr("The file cannot be read: %1").arg(path), file.errorString());
        return;
    }
    m_ui->text->setPlainText(QString::fromUtf8(file.readAll()));
}

void ImportDialog::read()
{
    QMap<QString, QString> defaults = m_settings.startValues();
    for (const Field ofOneVm : { Field::Vmid, Field::Ip })
        defaults.remove(nameOf(ofOneVm));
    defaults.insert(nameOf(Field::Node), m_ui->node->currentText().trimmed());
    m_model->read(m_ui->text->toPlainText().toUtf8(), defaults, m_inQueue);
    const int good = int(m_model->good().size());
    const int bad = m_model->badCount();
    m_ui->summary->setText(m_model->rowCount() == 0 ? tr("Nothing read yet.")
                                                    : tr("%n line(s) can be taken", nullptr, good)
                + (bad ? QStringLiteral(" · ") + tr("%n with problems are left out", nullptr, bad) : QString()));
    const QString sources = m_model->foreignSources();
    if (sources != m_sources) {
        m_sources = sources;
        const QSignalBlocker quiet(m_accept);
        m_accept->setChecked(false); // what was agreed to was something else
    }
    m_accept->setVisible(!sources.isEmpty());
    m_accept->setText(tr("&Install from these sources"));
    if (m_model->trouble())
        m_ui->notice->say(ErrorText::of(*m_model->trouble()));
    else if (!sources.isEmpty())
        m_ui->notice->say(Tone::Warning,
            tr("The list names other sources than are set here; root in the VM runs what comes from them"), sources);
    else
        m_ui->notice->hush();
    QPushButton *add = m_ui->buttons->button(QDialogButtonBox::Ok);
    add->setText(tr("A&dd %n VM(s)", nullptr, good));
    add->setEnabled(good > 0 && (sources.isEmpty() || m_accept->isChecked()));
}

void ImportDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        read();
    }
    QDialog::changeEvent(event);
}

} // namespace undock::gui
