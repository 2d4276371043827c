# UNTRIED: nobody has built or run this on Windows yet. It says what a package
# there would need; the rest of the project has only been built on Debian.
set(CPACK_GENERATOR NSIS)
set(CPACK_NSIS_DISPLAY_NAME "OpenClaw Undock")
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
set(CPACK_NSIS_MODIFY_PATH ON)
set(CPACK_PACKAGE_EXECUTABLES openclaw-undock "OpenClaw Undock")
