#pragma once

#include "gui/widgets/file_choice.h"

namespace undock::gui::test {

/// The one who answers every file dialog: whatever is to be written goes into one folder.
class IntoFolder : public FileChoice {
public:
    explicit IntoFolder(QString folder)
        : m_folder(std::move(folder))
    {
        replace(this);
    }
    ~IntoFolder() override { replace(nullptr); }
    IntoFolder(const IntoFolder &) = delete;
    IntoFolder &operator=(const IntoFolder &) = delete;

    QString save(QWidget *, const QString &, const QString &proposed, const QString &) override
    {
        return m_folder + QLatin1Char('/') + proposed;
    }
    QString folder(QWidget *, const QString &, const QString &) override { return m_folder; }

private:
    QString m_folder;
};

} // namespace undock::gui::test
