#pragma once

#include <QByteArray>
#include <QString>

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

/// A password that can be looked for in this process's own memory. It is made letter by letter whenever it is asked
/// for, so that neither the program nor the search holds it. It is long and repeats itself, and one repetition is
/// enough to be found: what is allocated later, by the search as well, overwrites only a part of what was given back.
class SoughtSecret {
public:
    explicit SoughtSecret(unsigned seed)
        : m_seed(seed)
    {
    }

    QByteArray bytes() const
    {
        QByteArray made(length, '\0');
        for (int i = 0; i < length; ++i)
            made[i] = at(i);
        return made;
    }
    QString text() const
    {
        QString made(length, QLatin1Char('\0'));
        for (int i = 0; i < length; ++i)
            made[i] = QLatin1Char(at(i));
        return made;
    }

    static qsizetype size() { return length; }

    /// How many of its repetitions stand in what this process may write, as UTF-8 or as UTF-16; −1: the memory cannot
    /// be read.
    /// Takes no memory of its own for that: it would be what was just given back.
    int timesInMemory() const
    {
        static char maps[1 << 20], window[chunk];
        const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
        const int list = ::open("/proc/self/maps", O_RDONLY | O_CLOEXEC);
        qint64 end = 0;
        for (ssize_t got = 1; list >= 0 && got > 0 && end < qint64(sizeof maps) - 1; end += std::max<ssize_t>(got, 0))
            got = ::read(list, maps + end, sizeof maps - 1 - size_t(end));
        maps[end] = '\0';
        int found = memory < 0 || end == 0 ? -1 : 0;
        for (const char *line = maps; found >= 0 && *line; line = std::strchr(line, '\n') + 1) {
            char *rest = nullptr;
            const auto from = qint64(std::strtoull(line, &rest, 16)), to = qint64(std::strtoull(rest + 1, &rest, 16));
            // A larger region is a sanitizer's own.
            if (std::strncmp(rest, " rw", 3) == 0 && to - from <= largestRegion && from >= 0 && to >= 0)
                found += timesIn(memory, from, to, window);
        }
        ::close(list);
        ::close(memory);
        return found;
    }

private:
    int timesIn(int memory, qint64 from, qint64 to, char *window) const
    {
        int found = 0;
        for (qint64 begin = from; begin < to; begin += chunk - overlap) {
            const qint64 size = ::pread(memory, window, size_t(std::min<qint64>(chunk, to - begin)), begin);
            // What begins in the overlap is found with the next piece.
            const qint64 looked = size < chunk ? size : chunk - overlap;
            for (qint64 i = 0; i < looked; ++i) {
                const qint64 inWindow = begin + i - qint64(quintptr(window)); // itself is not looked at
                if ((inWindow < 0 || inWindow >= chunk) && standsAt(window + i, size - i))
                    ++found;
            }
            std::fill(window, window + chunk, '\0');
            if (size < chunk)
                break;
        }
        return found;
    }

    static constexpr int unit = 24, length = 125 * unit; // a terminal's line has room for 4095
    static constexpr qint64 chunk = 1 << 20, overlap = 4 * unit, largestRegion = qint64(1) << 30;

    char at(int n) const
    {
        const int i = n % unit;
        return char('a' + int((m_seed * 31u + unsigned(i) * 17u + unsigned(i * i) * 7u) % 26u));
    }
    bool standsAt(const char *place, qint64 size) const
    {
        if (place[0] != at(0))
            return false;
        const auto alike = [&](int step) {
            for (int i = 0; i < unit; ++i) {
                if (i * step >= size || place[i * step] != at(i)
                    || (step == 2 && i * step + 1 < size && place[i * step + 1]))
                    return false;
            }
            return true;
        };
        return alike(1) || alike(2);
    }

    unsigned m_seed;
};
