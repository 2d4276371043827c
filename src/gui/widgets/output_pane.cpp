#include "gui/widgets/output_pane.h"

#include "gui/widgets/file_choice.h"
#include "gui/widgets/icons.h"
#include "gui/widgets/output_view.h"
#include "ui_OutputPane.h"

#include <QEvent>
#include <QSaveFile>
#include <QShortcut>

namespace undock::gui {

OutputPane::OutputPane(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::OutputPane>())
{
    m_ui->setupUi(this);
    m_ui->find->setMaximumWidth(320);
    m_ui->findPrevious->setIcon(Icons::get(QStringLiteral("up")));
    m_ui->findNext->setIcon(Icons::get(QStringLiteral("down")));
    m_ui->wrap->setIcon(Icons::get(QStringLiteral("wrap")));
    m_ui->follow->setIcon(Icons::get(QStringLiteral("follow")));
    m_ui->copy->setIcon(Icons::get(QStringLiteral("copy")));
    m_ui->save->setIcon(Icons::get(QStringLiteral("save")));
    connect(m_ui->find, &QLineEdit::returnPressed, this, [this] { search(false); });
    connect(m_ui->findNext, &QToolButton::clicked, this, [this] { search(false); });
    connect(m_ui->findPrevious, &QToolButton::clicked, this, [this] { search(true); });
    connect(m_ui->find, &QLineEdit::textChanged, this, [this] {
        m_ui->find->setProperty("wrong", false);
        m_ui->find->update();
    });
    connect(m_ui->wrap, &QToolButton::toggled, m_ui->view, &OutputView::setWrap);
    connect(m_ui->follow, &QToolButton::clicked, m_ui->view, &OutputView::toBottom);
    connect(m_ui->view, &OutputView::atBottomChanged, this, [this](bool bottom) { m_ui->follow->setEnabled(!bottom); });
    m_ui->follow->setEnabled(false);
    connect(m_ui->copy, &QToolButton::clicked, m_ui->view, &OutputView::copy);
    connect(m_ui->save, &QToolButton::clicked, this, &OutputPane::save);
    const auto shortcut = [this](const QKeySequence &keys, auto slot) {
        auto *made = new QShortcut(keys, this);
        made->setContext(Qt::WidgetWithChildrenShortcut);
        connect(made, &QShortcut::activated, this, slot);
    };
    shortcut(QKeySequence::Find, [this] {
        m_ui->find->setFocus();
        m_ui->find->selectAll();
    });
    shortcut(QKeySequence(Qt::Key_F3), [this] { search(false); });
    shortcut(QKeySequence(Qt::SHIFT | Qt::Key_F3), [this] { search(true); });
    retranslate();
}

OutputPane::~OutputPane() = default;

void OutputPane::setBuffer(std::shared_ptr<OutputBuffer> buffer)
{
    m_ui->view->setBuffer(buffer.get());
    m_buffer = std::move(buffer);
}
OutputView *OutputPane::view() const
{
    return m_ui->view;
}

void OutputPane::search(bool backwards)
{
    const bool found = m_ui->find->text().isEmpty() || m_ui->view->find(m_ui->find->text(), backwards);
    m_ui->find->setProperty("wrong", !found);
    m_ui->find->update();
}

void OutputPane::save()
{
    if (!m_ui->view->buffer())
        return;
    const QString path
        = FileChoice::get().save(this, tr("Save the output"), QStringLiteral("output.txt"), tr("Text (*.txt)"));
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(m_ui->view->buffer()->text().toUtf8());
        file.commit();
    }
}

void OutputPane::retranslate()
{
    m_ui->view->setPlaceholder(tr("No output yet. It appears here line by line while steps run in the VM."));
}

void OutputPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace undock::gui
