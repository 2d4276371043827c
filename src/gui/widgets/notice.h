#pragma once

#include "gui/text/code_texts.h"
#include "gui/widgets/theme.h"

#include <QFrame>

class QLabel;
class QHBoxLayout;
class QPushButton;
class QToolButton;

namespace undock::gui {

/// A line or two in a tinted band: what happened, what is safe, what to do.
/// Told by its icon and words, not by its colour alone. Hidden while empty.
class Notice : public QFrame {
    Q_OBJECT
public:
    explicit Notice(QWidget *parent = nullptr);

    void say(Tone tone, const QString &title, const QString &text = {}, const QString &details = {});
    void say(const ErrorText &error);
    void hush();
    QPushButton *addButton(const QString &objectName);
    QString plainText() const;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void recolour();
    Tone m_tone = Tone::Neutral;
    QString m_text;
    QString m_detailsText;
    QLabel *m_icon;
    QLabel *m_label;
    QLabel *m_details;
    QToolButton *m_fold;
    QHBoxLayout *m_row;
};

} // namespace undock::gui
