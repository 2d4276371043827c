#pragma once

#include <QByteArray>

#include <cstdlib>

/// Called with each input; ends the program when a rule does not hold.
void tryInput(const QByteArray &bytes);

inline void require(bool rule)
{
    if (!rule)
        std::abort();
}
