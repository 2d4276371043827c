#pragma once

#include "core/run/run_state.h"

#include <QWidget>

namespace undock::gui {

/// The nine stages side by side, each with its mark, name and time.
class StageStrip : public QWidget {
    Q_OBJECT
public:
    explicit StageStrip(QWidget *parent = nullptr);
    void show(const RunState &state);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Pane {
        Stage stage = Stage::A;
        StageState::Mark mark = StageState::Mark::Pending;
        QString time;
        QString tip;
    };
    QRect rectOf(int position) const;
    std::vector<Pane> m_panes;
};

} // namespace undock::gui
