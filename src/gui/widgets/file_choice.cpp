#include "gui/widgets/file_choice.h"

#include <QFileDialog>

namespace undock::gui {

namespace {

FileChoice real;
FileChoice *current = &real;

} // namespace

QString FileChoice::save(QWidget *parent, const QString &title, const QString &proposed, const QString &filter)
{
    return QFileDialog::getSaveFileName(parent, title, proposed, filter);
}

QString FileChoice::open(QWidget *parent, const QString &title, const QString &start, const QString &filter)
{
    return QFileDialog::getOpenFileName(parent, title, start, filter);
}

QString FileChoice::folder(QWidget *parent, const QString &title, const QString &start)
{
    return QFileDialog::getExistingDirectory(parent, title, start);
}

FileChoice &FileChoice::get()
{
    return *current;
}
void FileChoice::replace(FileChoice *other)
{
    current = other ? other : &real;
}

} // namespace undock::gui
