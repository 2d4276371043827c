#pragma once

#include <QWidget>

#include <memory>

namespace Ui {
class OutputPane;
}

namespace undock::gui {

class OutputBuffer;
class OutputView;

/// An OutputView with search, wrapping, copying and saving.
class OutputPane : public QWidget {
    Q_OBJECT
public:
    explicit OutputPane(QWidget *parent = nullptr);
    ~OutputPane() override;

    /// Kept as long as it is shown.
    void setBuffer(std::shared_ptr<OutputBuffer> buffer);
    OutputView *view() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void search(bool backwards);
    void save();
    void retranslate();
    std::unique_ptr<Ui::OutputPane> m_ui;
    std::shared_ptr<OutputBuffer> m_buffer;
};

} // namespace undock::gui
