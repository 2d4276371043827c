#pragma once

#include <QString>

class QWidget;

namespace undock::gui {

/// The file dialogs, behind a seam: tests answer without a window.
class FileChoice {
public:
    virtual ~FileChoice() = default;
    virtual QString save(QWidget *parent, const QString &title, const QString &proposed, const QString &filter);
    virtual QString open(QWidget *parent, const QString &title, const QString &start, const QString &filter);
    virtual QString folder(QWidget *parent, const QString &title, const QString &start);

    static FileChoice &get();
    /// nullptr: the real one again. Not owned.
    static void replace(FileChoice *other);
};

} // namespace undock::gui
