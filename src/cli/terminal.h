#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <QString>

namespace undock::cli {

/// The version of what --json prints (docs/cli.md, docs/cli.schema.json). A field or a kind of line may be added
/// under the same number; what is taken away or means something else raises it.
constexpr int outputVersion = 1;

/// What a command prints: text for people, or JSON Lines for programs, the first of which names this version.
/// Everything that came from a guest passes through displaySafe() before it gets here.
class Terminal {
public:
    explicit Terminal(bool json);
    bool json() const { return m_json; }

    /// A line for people; nothing with --json.
    void say(const QString &text);
    /// A line that --json prints as an object and people read as `text`.
    void tell(const Json &object, const QString &text);
    /// The same for an object that is made elsewhere and names no kind of line.
    void tell(const char *event, const Json &object, const QString &text);
    /// Overwrites the line before it on a terminal; nothing elsewhere.
    void progress(const QString &text);
    void error(const Error &error);

private:
    void clearProgress();
    bool m_json;
    bool m_live;
    bool m_progressShown = false;
};

} // namespace undock::cli
