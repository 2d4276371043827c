#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>

#include <functional>
#include <optional>
#include <random>
#include <vector>

/// What no file or folder may be called after a hostile guest was asked.
inline constexpr char escapeMark[] = "undock-escaped";

/// One answer of a guest's job server, on its way to the desk.
struct Spoken {
    QByteArray verb; ///< of the request
    QByteArray nonce;
    QByteArray status = "ok";
    QList<std::pair<QByteArray, QByteArray>> lines;
    std::optional<QByteArray> raw; ///< instead of a framed answer
    std::optional<undock::Error> error; ///< qm's word instead of any answer

    QByteArray value(const QByteArray &key) const;
    bool has(const QByteArray &key) const;
    void set(const QByteArray &key, const QByteArray &value);
    void drop(const QByteArray &key);
    /// Of a value that travels as base64.
    QByteArray decoded(const QByteArray &key) const { return QByteArray::fromBase64(value(key)); }
    void encode(const QByteArray &key, const QByteArray &bytes) { set(key, bytes.toBase64()); }
    /// As the job server writes it.
    QByteArray bytes() const;
};

/// Turns a true answer into another one.
using Lie = std::function<void(Spoken &, std::mt19937 &)>;

struct NamedLie {
    const char *name;
    Lie tell;
};
/// Each tells the same lie whenever it can; made anew, for some of them count.
std::vector<NamedLie> namedLies();
/// Any of the above, or a few random changes to what is true.
void tellAnything(Spoken &answer, std::mt19937 &random);

/// Control characters, bidi, rich text, formulas, paths, numbers at their ends.
QByteArray strangeText(std::mt19937 &random);
/// A journal whose chain holds, made from a true one by somebody who can also chain.
QByteArray forgedJournal(const QByteArray &journal, std::mt19937 &random);
