#include "gui/desk/desk.h"

namespace undock::gui {

BundleWork &Desk::bundles()
{
    if (!m_bundles)
        m_bundles = std::make_unique<BundleWork>(prompter());
    return *m_bundles;
}

QStringList Desk::readBefore() const
{
    QStringList hashes;
    for (const QString &run : runs()) {
        const RunState current = state(run);
        for (const Json &read : current.reads()) {
            if (!read.contains("files") || !read["files"].is_array())
                continue;
            for (const Json &file : read["files"])
                hashes << stringAt(file, "sha256");
        }
    }
    hashes.removeDuplicates();
    return hashes;
}

} // namespace undock::gui
