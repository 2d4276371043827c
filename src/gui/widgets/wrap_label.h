#pragma once

#include <QLabel>

namespace undock::gui {

/// A label of several lines whose height follows its width in every layout.
class WrapLabel : public QLabel {
    Q_OBJECT
public:
    explicit WrapLabel(QWidget *parent = nullptr)
        : QLabel(parent)
    {
        setWordWrap(true);
        QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }
};

} // namespace undock::gui
