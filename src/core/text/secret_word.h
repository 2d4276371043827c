#pragma once

namespace undock {

/// A name that tells of a secret, as the last part of a longer one or not: a regular expression, to be read in any
/// case.
inline constexpr char secretWord[]
    = "(?:token|secret|passw(?:or)?d|passphrase|pwd|api[_-]?key|access[_-]?key|private[_-]?key|client[_-]?key"
      "|auth[_-]?key|session[_-]?key|encryption[_-]?key|signing[_-]?key|credentials?|cookie|authorization)";

} // namespace undock
