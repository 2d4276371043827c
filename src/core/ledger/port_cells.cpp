#include "core/ledger/port_cells.h"

#include "core/params/grammar.h"

#include <QRegularExpression>

namespace undock::ledger {

static std::optional<quint16> portNumber(QStringView text)
{
    const qint64 number = grammar::plainNumber(text, 5);
    if (number < 1 || number > 65535)
        return std::nullopt;
    return static_cast<quint16>(number);
}

std::optional<quint16> readPort(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral(
        "^(?:(?:https?://)?[0-9-]*[A-Za-z.][A-Za-z0-9.-]*:)?([0-9]{1,5})/?(?:\\s*(?:->|=>|\u2192)\\s*[0-9]{1,5})?$"));
    const auto match = shape.match(text.normalized(QString::NormalizationForm_KC).trimmed());
    return match.hasMatch() ? portNumber(match.capturedView(1)) : std::nullopt;
}

std::optional<Block> readBlock(const QString &text)
{
    static const QRegularExpression shape(
        QStringLiteral("^([0-9]{1,5})(?:\\s*(?:-|~|:|\u2013|\u2014|\u2015|\u223c|\u81f3|\\.\\.)+\\s*([0-9]{1,5}))?$"));
    const auto match = shape.match(text.normalized(QString::NormalizationForm_KC).trimmed());
    const auto first = match.hasMatch() ? portNumber(match.capturedView(1)) : std::nullopt;
    if (!first)
        return std::nullopt;
    Block block{ *first, std::nullopt };
    if (match.hasCaptured(2)) {
        block.last = portNumber(match.capturedView(2));
        if (!block.last || *block.last < block.first)
            return std::nullopt;
    }
    return block;
}

} // namespace undock::ledger
