# UNTRIED: nobody has built or run this on macOS yet. The bundle would also need
# macdeployqt, an .icns icon and a signature.
set(CPACK_GENERATOR DragNDrop)
set(CPACK_DMG_VOLUME_NAME "OpenClaw Undock")
