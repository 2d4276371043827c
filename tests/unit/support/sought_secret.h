#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <algorithm>
#include <vector>

/// A password that can be looked for in this process's own memory. It is made letter by letter whenever it is asked
/// for, so that neither the program nor the search holds it.
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

    /// How often it stands in what this process may write, as UTF-8 or as UTF-16; −1: the memory cannot be read.
    int timesInMemory() const
    {
        QFile maps(QStringLiteral("/proc/self/maps"));
        QFile memory(QStringLiteral("/proc/self/mem"));
        if (!maps.open(QIODevice::ReadOnly) || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return -1;
        int found = 0;
        std::vector<char> window(chunk);
        for (const QByteArray &line : maps.readAll().split('\n')) {
            const QByteArrayList ends = line.left(line.indexOf(' ')).split('-');
            if (ends.size() != 2 || line.mid(line.indexOf(' ') + 1, 2) != "rw")
                continue;
            const qint64 from = ends[0].toLongLong(nullptr, 16), to = ends[1].toLongLong(nullptr, 16);
            if (to - from > largestRegion || from < 0 || to < 0)
                continue; // a sanitizer's own
            for (qint64 begin = from; begin < to; begin += chunk - overlap) {
                memory.seek(begin);
                const qint64 size = memory.read(window.data(), std::min<qint64>(chunk, to - begin));
                // What begins in the overlap is found with the next piece.
                const qint64 looked = size < chunk ? size : chunk - overlap;
                for (qint64 i = 0; i < looked; ++i) {
                    const qint64 inWindow = begin + i - qint64(quintptr(window.data())); // itself is not looked at
                    if ((inWindow < 0 || inWindow >= chunk) && standsAt(window.data() + i, size - i))
                        ++found;
                }
                std::fill(window.begin(), window.end(), '\0');
                if (size < chunk)
                    break;
            }
        }
        return found;
    }

private:
    static constexpr int length = 40;
    static constexpr qint64 chunk = 1 << 20, overlap = 4 * length, largestRegion = qint64(1) << 30;

    char at(int i) const { return char('a' + int((m_seed * 31u + unsigned(i) * 17u + unsigned(i * i) * 7u) % 26u)); }
    bool standsAt(const char *place, qint64 size) const
    {
        if (place[0] != at(0))
            return false;
        const auto alike = [&](int step) {
            for (int i = 0; i < length; ++i) {
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
