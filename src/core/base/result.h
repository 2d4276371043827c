#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace undock {

/// Why something did not happen, in words for the person who must act on it.
///
/// `code` is stable, kebab-case, and what tests and translations refer to;
/// the three texts are English, or phrases (core/text/phrase.h), and safe to show (no secrets, no raw guest bytes).
struct Error {
    /// What the caller may conclude about the effect that was asked for.
    enum class Kind {
        BadInput, ///< a value is not acceptable; nothing was sent
        Refused, ///< a rule forbids it now; nothing was done
        NotReached, ///< the other side was certainly not asked (no route, no login)
        Unknown, ///< it may or may not have happened: ask again before concluding
        Failed, ///< it was tried and certainly did not succeed
    };
    Kind kind = Kind::Failed;
    QString code;
    QString what; ///< what happened
    QString where; ///< field, file, host or step it happened at (may be empty)
    QString cure; ///< what the reader can do (may be empty)

    /// Nothing was done, and asking again as it is would bring the same.
    bool saysNo() const { return kind == Kind::BadInput || kind == Kind::Refused; }
    /// No answer came: ask again before anything is concluded.
    bool isOpen() const { return kind == Kind::NotReached || kind == Kind::Unknown; }
};

template <class T> using Result = tl::expected<T, Error>;
using Done = tl::expected<void, Error>;

inline tl::unexpected<Error> fail(Error::Kind kind, QString code, QString what, QString where = {}, QString cure = {})
{
    return tl::make_unexpected(Error{ kind, std::move(code), std::move(what), std::move(where), std::move(cure) });
}

/// One line for logs and terminals: "where: what (cure)".
QString describe(const Error &error);

} // namespace undock
