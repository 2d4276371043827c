#pragma once

#include "engine/queue/desk_settings.h"
#include "gui/desk/bundle_work.h"

#include <QDialog>

#include <memory>

namespace Ui {
class BundleDialog;
}

namespace undock::gui {

/// One evidence bundle: whether it holds, who signed it; and it can be signed, also by the one who checked it.
class BundleDialog : public QDialog {
    Q_OBJECT
public:
    BundleDialog(const DeskSettings &settings, BundleWork &work, const QString &bundle, QWidget *parent = nullptr);
    ~BundleDialog() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void check();
    void sign();
    void showCheck(const BundleCheck &found);
    void showSignatures();
    void setBusy(bool busy);
    void retranslate();
    std::unique_ptr<Ui::BundleDialog> m_ui;
    BundleWork &m_work;
    QString m_bundle;
    std::optional<BundleCheck> m_found;
    bool m_signedJustNow = false;
};

/// What a signature is worth, in words.
QString verdictOfSignature(const SignatureCheck &check);

} // namespace undock::gui
