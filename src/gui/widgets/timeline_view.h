#pragma once

#include <QScrollArea>

namespace undock::gui {

/// The picture of a run, as wide as there is room, larger by Ctrl and the wheel or Ctrl and +; Ctrl+0 fits it again.
/// What a bar stands for is told where the pointer rests on it.
class TimelineView : public QScrollArea {
    Q_OBJECT
public:
    explicit TimelineView(QWidget *parent = nullptr);
    void showPicture(const QString &svg);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    class Sheet;
    void zoomTo(double zoom);
    void fit();

    Sheet *m_sheet;
    double m_zoom = 1;
};

} // namespace undock::gui
