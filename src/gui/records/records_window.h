#pragma once

#include "gui/desk/desk.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QMenu;

namespace Ui {
class RecordsWindow;
}

namespace undock::gui {

class RecordsModel;
class RecordsFilter;

/// All runs with their records: search, preview, export.
class RecordsWindow : public QWidget {
    Q_OBJECT
public:
    explicit RecordsWindow(Desk &desk, QWidget *parent = nullptr);
    ~RecordsWindow() override;
    void showRun(const QString &run);

protected:
    void changeEvent(QEvent *event) override;

private:
    QStringList selected() const;
    void preview();
    void retranslate();
    void exportAs(int what);
    std::unique_ptr<Ui::RecordsWindow> m_ui;
    Desk &m_desk;
    RecordsModel *m_model;
    RecordsFilter *m_filter;
    QTimer m_later;
    QMenu *m_exports;
};

} // namespace undock::gui
