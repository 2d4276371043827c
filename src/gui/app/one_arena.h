#pragma once

namespace undock::gui {

/// Before the first thread begins. glibc gives threads heaps of their own and keeps what they freed:
/// reading one journal of 200,000 lines beside the window left 11 MB that nothing else could use.
/// Other libraries have nothing of the kind.
void useOneArena();

} // namespace undock::gui
