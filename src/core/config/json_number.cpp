#include "core/config/json_text.h"

#include <charconv>

namespace undock {

namespace {

/// digits × 10^exponent, without zeros at either end.
struct Decimal {
    bool negative = false;
    QByteArray digits;
    qint64 exponent = 0;
    friend bool operator==(const Decimal &, const Decimal &) = default;
};

qint64 exponentOf(const QByteArray &text)
{
    constexpr qint64 enough = 1'000'000'000'000; // far beyond what any double has; sums cannot overflow
    bool ok = false;
    const qint64 exponent = text.toLongLong(&ok);
    if (ok)
        return qBound(-enough, exponent, enough);
    return text.startsWith('-') ? -enough : enough;
}

Decimal decimal(const QByteArray &text)
{
    Decimal result;
    result.negative = text.startsWith('-');
    QByteArray mantissa = text.mid(result.negative ? 1 : 0).toLower();
    if (const qsizetype e = mantissa.indexOf('e'); e >= 0) {
        result.exponent = exponentOf(mantissa.mid(e + 1));
        mantissa.truncate(e);
    }
    if (const qsizetype point = mantissa.indexOf('.'); point >= 0) {
        result.exponent -= mantissa.size() - point - 1;
        mantissa.remove(point, 1);
    }
    qsizetype from = 0;
    while (from < mantissa.size() && mantissa[from] == '0')
        ++from;
    qsizetype to = mantissa.size();
    while (to > from && mantissa[to - 1] == '0') {
        --to;
        ++result.exponent;
    }
    result.digits = mantissa.mid(from, to - from);
    if (result.digits.isEmpty())
        result.exponent = 0;
    return result;
}

} // namespace

bool isFaithful(const QByteArray &spelling, double value)
{
    const Decimal given = decimal(spelling);
    const int digits = qBound(1, static_cast<int>(given.digits.size()), 17);
    char buffer[64];
    const auto end
        = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific, digits - 1).ptr;
    return given == decimal(QByteArray(buffer, end - buffer));
}

QByteArray pythonFloat(double value)
{
    // The shortest digits that read back as the same double, which is what repr() prints.
    char buffer[64];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific).ptr;
    const QByteArray text(buffer, end - buffer);
    const qsizetype e = text.indexOf('e');
    const bool negative = text.startsWith('-');
    QByteArray digits = text.mid(negative ? 1 : 0, e - (negative ? 1 : 0)).replace(".", "");
    const int exponent = text.mid(e + 1).toInt();
    const QByteArray sign = negative ? "-" : "";
    if (exponent < -4 || exponent >= 16) {
        if (digits.size() > 1)
            digits.insert(1, '.');
        const QByteArray power = QByteArray::number(qAbs(exponent)).rightJustified(2, '0');
        return sign + digits + 'e' + (exponent < 0 ? '-' : '+') + power;
    }
    if (exponent < 0)
        return sign + "0." + QByteArray(-exponent - 1, '0') + digits;
    if (digits.size() <= exponent + 1)
        return sign + digits.leftJustified(exponent + 1, '0') + ".0";
    return sign + digits.insert(exponent + 1, '.');
}

} // namespace undock
