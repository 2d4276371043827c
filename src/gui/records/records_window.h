#pragma once

#include "engine/queue/queue.h"
#include "gui/desk/bundle_work.h"

#include <QSet>
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
    RecordsWindow(Queue &queue, BundleWork &bundles, QWidget *parent = nullptr);
    ~RecordsWindow() override;
    void showRun(const QString &run);

protected:
    void changeEvent(QEvent *event) override;

private:
    QStringList selected() const;
    void preview();
    void previewFile(const QString &file);
    void showFound();
    void handOver();
    void openBundle();
    void signMade(const QStringList &bundles);
    void retranslate();
    void exportAs(int what);
    std::unique_ptr<Ui::RecordsWindow> m_ui;
    Queue &m_queue;
    BundleWork &m_bundles;
    RecordsModel *m_model = nullptr;
    RecordsFilter *m_filter;
    QTimer m_later;
    QMenu *m_exports;
    QString m_shown; ///< run or file of the preview
    QSet<QString> m_beingSigned; ///< bundles, as the settings say
};

} // namespace undock::gui
