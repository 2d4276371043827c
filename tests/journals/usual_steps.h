#pragma once

#include "core/base/json.h"

#include <QDateTime>

/// What a step of a run without trouble tells, in the words of the scripts.
namespace usual {

/// Of which VM, and when.
struct Setting {
    QString vmid;
    QString name;
    int block = 10100; ///< its first public port
    QDateTime now;
};

/// Of the facts that its header names, and of some that it may tell beside them: [key, value].
undock::Json facts(const QString &step, const Setting &setting);
QString output(const QString &step, const Setting &setting);
int seconds(const QString &step);

/// The rows of an acceptance, all passed, or with two critical ones failed, one warning and one that nobody can decide.
undock::Json checks(bool green, const Setting &setting);
undock::Json versions();

} // namespace usual
