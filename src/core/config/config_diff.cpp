#include "core/config/config_diff.h"

#include "core/config/json_text.h"

#include <algorithm>

namespace undock {

namespace {

/// A value in the original and as it may be shown.
struct Shown {
    const Json *real;
    const Json *masked;
};

class Comparison {
public:
    std::vector<Change> changes;

    void compare(const QString &pointer, const Shown &before, const Shown &after)
    {
        if (before.real->is_object() && after.real->is_object())
            objects(pointer, before, after);
        else if (before.real->is_array() && after.real->is_array())
            arrays(pointer, before, after);
        else if (compactJson(*before.real) != compactJson(*after.real)) // by text: 1 and 1.0 are not the same
            add(Change::Kind::Changed, pointer, &before, &after);
    }

private:
    static Shown at(const Shown &value, const std::string &key)
    {
        return { &(*value.real)[key], &(*value.masked)[key] };
    }

    static Shown at(const Shown &value, size_t index) { return { &(*value.real)[index], &(*value.masked)[index] }; }

    void objects(const QString &pointer, const Shown &before, const Shown &after)
    {
        for (const auto &[key, member] : before.real->get_ref<const Json::object_t &>()) {
            const QString child = childPointer(pointer, toQt(key));
            const Shown old = at(before, key);
            if (after.real->contains(key))
                compare(child, old, at(after, key));
            else
                add(Change::Kind::Removed, child, &old, nullptr);
        }
        for (const auto &[key, member] : after.real->get_ref<const Json::object_t &>()) {
            if (before.real->contains(key))
                continue;
            const Shown added = at(after, key);
            add(Change::Kind::Added, childPointer(pointer, toQt(key)), nullptr, &added);
        }
    }

    void arrays(const QString &pointer, const Shown &before, const Shown &after)
    {
        const size_t most = std::max(before.real->size(), after.real->size());
        for (size_t i = 0; i < most; ++i) {
            const QString child = childPointer(pointer, QString::number(i));
            if (i >= before.real->size()) {
                const Shown added = at(after, i);
                add(Change::Kind::Added, child, nullptr, &added);
            } else if (i >= after.real->size()) {
                const Shown removed = at(before, i);
                add(Change::Kind::Removed, child, &removed, nullptr);
            } else {
                compare(child, at(before, i), at(after, i));
            }
        }
    }

    void add(Change::Kind kind, const QString &pointer, const Shown *before, const Shown *after)
    {
        const auto text
            = [](const Shown *value) { return value ? QString::fromUtf8(compactJson(*value->masked)) : QString(); };
        const auto hidden = [](const Shown *value) { return value && *value->real != *value->masked; };
        changes.push_back({ kind, pointer, text(before), text(after), hidden(before) || hidden(after) });
    }
};

} // namespace

std::vector<Change> configChanges(const Json &before, const Json &after)
{
    const Json maskedBefore = maskedConfig(before);
    const Json maskedAfter = maskedConfig(after);
    Comparison comparison;
    comparison.compare({}, { &before, &maskedBefore }, { &after, &maskedAfter });
    return std::move(comparison.changes);
}

} // namespace undock
