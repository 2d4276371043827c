#pragma once

#include "core/base/result.h"
#include "gui/settings/app_settings.h"

#include <QCommandLineParser>

namespace undock::gui {

/// The program's options: the command line's common ones, so that one line opens
/// both on the same node. What is given wins over what is saved, for this start.
class Options {
public:
    Options();
    /// `arguments` with the program's name first. Ends the program on --help, --version and on what it does not know.
    void read(const QStringList &arguments);
    QString dataFolder() const;
    void applyTo(AppSettings &settings) const;
    bool isSet(const char *name) const { return m_parser.isSet(QLatin1String(name)); }
    bool isSet(Field field) const { return isSet(rowOf(field).option); }
    QString value(const char *name) const { return m_parser.value(QLatin1String(name)); }

private:
    QCommandLineParser m_parser;
};

} // namespace undock::gui
