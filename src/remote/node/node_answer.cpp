#include "remote/node/node_answer.h"

#include "core/params/field.h"
#include "core/text/phrase.h"
#include "remote/guest/guest_answer.h"

namespace undock::remote {

Result<NodeAnswer> NodeAnswer::parse(const QByteArray &out)
{
    const auto broken = [](const QString &why) {
        return fail(Error::Kind::Unknown, QStringLiteral("node-answer-broken"),
            phrase("node-answer-untrusted", { { "why", why, PhraseValue::Kind::Said } }), nameOf(Field::Node),
            phrase("cure-ask-node-again"));
    };
    if (!out.endsWith('\n'))
        return broken(phrase("answer-cut-off"));
    NodeAnswer answer;
    QList<QByteArray> lines = out.chopped(1).split('\n');
    if (lines.takeLast() != "end")
        return broken(phrase("answer-ends-wrong"));
    for (const QByteArray &line : lines) {
        const auto space = line.indexOf(' ');
        if (line.isEmpty() || space == 0)
            return broken(phrase("answer-malformed"));
        answer.m_lines.append(
            space < 0 ? std::pair(line, QByteArray()) : std::pair(line.first(space), line.sliced(space + 1)));
    }
    return answer;
}

bool NodeAnswer::has(QByteArrayView key) const
{
    return !all(key).isEmpty();
}

QByteArray NodeAnswer::value(QByteArrayView key) const
{
    const QList<QByteArray> found = all(key);
    return found.isEmpty() ? QByteArray() : found.first();
}

std::optional<qint64> NodeAnswer::number(QByteArrayView key) const
{
    bool isNumber = false;
    const qint64 found = value(key).toLongLong(&isNumber);
    return isNumber ? std::optional(found) : std::nullopt;
}

QByteArray NodeAnswer::decoded(QByteArrayView key) const
{
    return strictBase64(value(key)).value_or(QByteArray());
}

QList<QByteArray> NodeAnswer::all(QByteArrayView key) const
{
    QList<QByteArray> found;
    for (const auto &[name, content] : m_lines)
        if (name == key)
            found << content;
    return found;
}

} // namespace undock::remote
