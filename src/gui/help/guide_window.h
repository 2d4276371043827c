#pragma once

#include <QTextBrowser>

namespace undock::gui {

/// The operator's guide (docs/guide.LANGUAGE.md, carried in the program) in the language shown.
class GuideWindow : public QTextBrowser {
    Q_OBJECT
public:
    explicit GuideWindow(QWidget *parent = nullptr);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void changeEvent(QEvent *event) override;

private:
    void read();
};

} // namespace undock::gui
