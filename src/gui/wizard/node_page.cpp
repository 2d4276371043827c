#include "gui/wizard/node_page.h"

#include "core/params/field.h"
#include "gui/text/vm_words.h"
#include "gui/widgets/file_choice.h"
#include "gui/widgets/icons.h"
#include "ui_NodePage.h"

namespace undock::gui {

NodePage::NodePage(WizardState &wizardState)
    : WizardPage(wizardState)
    , m_ui(std::make_unique<Ui::NodePage>())
{
    m_ui->setupUi(this);
    m_ui->browseIdentity->setIcon(Icons::get(QStringLiteral("key")));
    m_ui->refreshTags->setIcon(Icons::get(QStringLiteral("retry")));
    m_ui->testing->hide();
    for (QLabel *label : findChildren<QLabel *>()) {
        if (label->objectName().endsWith(QLatin1String("Error"))) {
            label->setWordWrap(true);
            label->hide();
        }
    }
    m_editors = std::make_unique<FieldEditors>(*this);
    m_editors->quietly([this] {
        for (const GatewayMode mode : { GatewayMode::Local, GatewayMode::Remote })
            m_ui->gatewayMode->addItem(QString(), nameOf(mode));
        m_ui->openclawVersion->addItems({ QStringLiteral("same"), QStringLiteral("latest") });
    });
    for (QWidget *source : m_ui->sourcesBox->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (source->objectName().endsWith(QLatin1String("Error")))
            continue; // shown where there is something to say
        source->setVisible(false);
        connect(m_ui->sourcesBox, &QGroupBox::toggled, source, &QWidget::setVisible);
    }
    bind();
}

NodePage::~NodePage() = default;

void NodePage::bind()
{
    connect(m_editors.get(), &FieldEditors::edited, this,
        [this](Field field, const QString &text) { state.form.set(field, text); });
    connect(m_ui->node, &QComboBox::currentTextChanged, this, [this](const QString &target) {
        const SavedNode saved = state.shop.settings.node(target);
        m_ui->jumpHost->setText(saved.jumpHost);
        m_ui->identity->setText(saved.identity.isEmpty() ? state.shop.settings.desk().identity : saved.identity);
        (saved.keepSecrets ? m_ui->keepInKeychain : m_ui->keepUntilQuit)->setChecked(true);
        m_ui->testResult->hush();
    });
    connect(m_ui->browseIdentity, &QToolButton::clicked, this, [this] {
        const QString path
            = FileChoice::get().open(this, tr("Private key"), m_ui->identity->text(), tr("All files (*)"));
        if (!path.isEmpty())
            m_ui->identity->setText(path);
    });
    connect(m_ui->test, &QPushButton::clicked, this, [this] {
        m_ui->testResult->hush();
        ask(Question::Test);
    });
    connect(m_ui->lookUp, &QPushButton::clicked, this, [this] {
        m_ui->lookupResult->hush();
        ask(Question::LookUp);
    });
    connect(m_ui->refreshTags, &QToolButton::clicked, this, &NodePage::listReleases);

    NodeInquiry &nodes = state.shop.nodes;
    // Every open wizard hears every answer.
    connect(&nodes, &NodeInquiry::cancelled, this, [this] {
        m_asked = {};
        showWaiting();
    });
    connect(&nodes, &NodeInquiry::tested, this, [this](const NodeReport &report) {
        const SavedNode asked = m_asked.node;
        if (!isAnswered(Question::Test))
            return;
        if (report.error) {
            m_ui->testResult->say(ErrorText::of(*report.error));
            return;
        }
        state.shop.settings.rememberNode(asked);
        const QString login = tr("Login by %1, host key %2").arg(report.login, report.fingerprint);
        if (report.vmError) {
            ErrorText trouble = ErrorText::of(*report.vmError);
            trouble.what = tr("The node answers, but VM %1 does not: %2").arg(report.vmid, trouble.what);
            trouble.details += QLatin1Char('\n') + login;
            m_ui->testResult->say(trouble);
            return;
        }
        const QString node = tr("Connected: a Proxmox node with %n VM(s)", nullptr, report.vms);
        m_ui->testResult->say(Tone::Passed,
            report.vmid.isEmpty() ? node : tr("%1; commands can be run in VM %2").arg(node, report.vmid), login);
    });
    connect(&nodes, &NodeInquiry::lookedUp, this, [this](const FoundVm &vm) {
        if (isAnswered(Question::LookUp))
            state.form.setFound(vm);
    });
    connect(&nodes, &NodeInquiry::failed, this, [this](const Error &error) {
        if (isAnswered(m_asked.question))
            m_ui->lookupResult->say(ErrorText::of(error));
    });
    const auto isOurs = [this](const QString &source, const QString &repository) {
        m_ui->refreshTags->setEnabled(true);
        return source == state.form.value(Field::PanelSource) && repository == state.form.value(Field::PanelRepo);
    };
    using Texts = const QStringList &;
    using Text = const QString &;
    connect(&nodes, &NodeInquiry::releasesListed, this, [this, isOurs](Texts tags, Text source, Text repository) {
        if (!isOurs(source, repository))
            return;
        m_editors->quietly([&] {
            const QString typed = m_ui->panelTag->currentText();
            m_ui->panelTag->clear();
            m_ui->panelTag->addItems(tags);
            m_ui->panelTag->setEditText(typed);
        });
    });
    connect(&nodes, &NodeInquiry::releasesFailed, this, [this, isOurs](Text why, Text source, Text repository) {
        if (!isOurs(source, repository))
            return;
        m_ui->panelTagError->setText(tr("The releases cannot be listed (%1); type the tag.").arg(why));
        m_ui->panelTagError->show();
    });
    connect(&state.form, &NodeForm::changed, this, [this](std::optional<Field> field) {
        if (field == Field::Vmid || field == Field::Node)
            m_ui->lookupResult->hush(); // it was about another VM
        showErrors();
        showFound();
        Q_EMIT completeChanged();
    });
}

SavedNode NodePage::savedNode() const
{
    SavedNode node;
    node.target = m_ui->node->currentText().trimmed();
    node.jumpHost = m_ui->jumpHost->text().trimmed();
    node.identity = m_ui->identity->text().trimmed();
    node.keepSecrets = m_ui->keepInKeychain->isChecked();
    return node;
}

void NodePage::ask(Question question)
{
    NodeInquiry &nodes = state.shop.nodes;
    nodes.cancel();
    m_asked = { question, savedNode(), state.form.value(Field::Vmid).trimmed() };
    showWaiting();
    const Asked asked = m_asked;
    if (question == Question::Test)
        nodes.test(asked.node, asked.vmid);
    else
        nodes.lookUp(asked.node, asked.vmid);
}

bool NodePage::isAnswered(Question question)
{
    if (question == Question::None || m_asked.question != question)
        return false;
    const bool same
        = m_asked.node.target == savedNode().target && m_asked.vmid == state.form.value(Field::Vmid).trimmed();
    m_asked = {};
    showWaiting();
    return same;
}

void NodePage::showWaiting()
{
    m_ui->testing->setVisible(m_asked.question == Question::Test);
    m_ui->test->setEnabled(m_asked.question != Question::Test);
    m_ui->lookUp->setEnabled(m_asked.question != Question::LookUp && state.form.error(Field::Vmid).isEmpty()
        && !state.form.value(Field::Vmid).isEmpty());
}

void NodePage::listReleases()
{
    m_ui->refreshTags->setEnabled(false);
    state.shop.nodes.listReleases(state.form.value(Field::PanelSource), state.form.value(Field::PanelRepo));
}

void NodePage::initializePage()
{
    retranslate();
    show();
}

void NodePage::show()
{
    m_editors->quietly([this] {
        m_ui->node->clear();
        for (const SavedNode &saved : state.shop.settings.nodes())
            m_ui->node->addItem(saved.target);
        for (const Field field : m_editors->fields())
            m_editors->show(field, state.form.value(field));
    });
    // What is not fetched from where it usually is must be seen without unfolding anything.
    for (const FieldRow &row : fieldTable()) {
        const QString value = state.form.value(row.field);
        if (row.group == FieldGroup::Sources && !value.isEmpty() && value != defaultFor(row.field))
            m_ui->sourcesBox->setChecked(true);
    }
    const auto phase = state.watch.state().phase();
    const bool settled
        = !state.watch.run().isEmpty() && phase != RunState::Phase::Created && phase != RunState::Phase::Scanned;
    for (QWidget *box : { static_cast<QWidget *>(m_ui->vmBox), static_cast<QWidget *>(m_ui->versionBox),
             static_cast<QWidget *>(m_ui->sourcesBox), static_cast<QWidget *>(m_ui->node) })
        box->setEnabled(!settled);
    showErrors();
    showFound();
}

void NodePage::showErrors()
{
    for (const Field field : m_editors->fields())
        m_editors->showError(field, state.form.error(field));
    showWaiting();
}

void NodePage::showFound()
{
    const auto &found = state.form.found();
    const QString none = QStringLiteral("–");
    m_ui->foundName->setText(found ? QStringLiteral("%1 (%2)").arg(found->name, VmWords::status(found->status)) : none);
    m_ui->foundIp->setText(found && !found->ip.isEmpty() ? found->ip : none);
    m_ui->foundPorts->setText(found ? tr("panel %1 · gateway %2 · SSH %3")
                                          .arg(found->panelPort.isEmpty() ? none : found->panelPort,
                                              found->gatewayPort.isEmpty() ? none : found->gatewayPort,
                                              found->sshPort.isEmpty() ? none : found->sshPort)
                                    : none);
    m_ui->foundLedger->setText(found && !found->ledger.isEmpty() ? found->ledger : none);
    if (const QString conflict = state.form.conflict(); !conflict.isEmpty())
        m_ui->lookupResult->say(Tone::Failed, conflict, tr("Nothing was sent. Correct the address, or the VM number."));
    else if (found && !found->problems.isEmpty()) {
        QStringList against;
        for (const QString &problem : found->problems)
            against << VmWords::problem(problem);
        m_ui->lookupResult->say(Tone::Warning, tr("Stands against it:"), against.join(QLatin1Char('\n')));
    } else if (found && found->ledger.isEmpty())
        m_ui->lookupResult->say(
            Tone::Passed, tr("The node knows the VM and its ports; no ledger is named to compare with."));
    else if (found)
        m_ui->lookupResult->say(Tone::Passed, tr("The node and the ledger agree."));
}

bool NodePage::isComplete() const
{
    return state.form.isComplete() && state.form.conflict().isEmpty();
}

bool NodePage::validatePage()
{
    state.form.touchAll();
    if (!isComplete())
        return false;
    state.shop.settings.rememberNode(savedNode());
    const Done made = state.makeRun();
    if (!made) {
        m_ui->lookupResult->say(ErrorText::of(made.error()));
        return false;
    }
    return true;
}

void NodePage::retranslate()
{
    m_editors->quietly([this] {
        const QString tag = m_ui->panelTag->currentText();
        m_ui->retranslateUi(this);
        m_ui->panelTag->setEditText(tag);
        m_ui->gatewayMode->setItemText(0, tr("local (advised)"));
        m_ui->gatewayMode->setItemText(1, tr("remote (as the procedure prints it)"));
        m_ui->openclawVersion->setItemData(0, tr("The version that the container runs"), Qt::ToolTipRole);
        m_ui->openclawVersion->setItemData(
            1, tr("Today's release; it rewrites data at its first start"), Qt::ToolTipRole);
        m_ui->openclawVersion->setToolTip(tr("same: the version that the container runs. latest: today's release, "
                                             "which rewrites data at its first start."));
    });
    showErrors();
    showFound();
}

} // namespace undock::gui
