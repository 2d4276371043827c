"""What comes along in the portable archive, what the machine gives, and why.

Everything that the programs load comes along but what is listed here, so that one tested set of libraries runs everywhere.
"""

# glibc cannot come along: its loader, its name service and its locales are one with the system. libstdc++ and libgcc
# are in every system that has this glibc, never older than ours, and whatever else the system may put into the process
# (a name service of its own) needs the system's.
FROM_THE_MACHINE = frozenset({
    "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1", "libc.so.6", "libm.so.6", "libmvec.so.1", "libdl.so.2",
    "libpthread.so.0", "librt.so.1", "libutil.so.1", "libresolv.so.2", "libanl.so.1",
    "libstdc++.so.6", "libgcc_s.so.1",
})

# The newest symbol version that may be asked of these: Debian 12 has glibc 2.36 and GCC 12.
NEWEST = {"GLIBC": (2, 36), "GLIBCXX": (3, 4, 30), "CXXABI": (1, 3, 13), "GCC": (12, 0, 0)}

# Qt's plugins by folder. X11 serves a Wayland session through its XWayland. Left out: Wayland's own plugin (could not be
# tried), OpenGL (nothing is drawn with it, so no driver of the machine is ever loaded), the themes of GTK and the portal
# (they would load the machine's libraries), printers (records are PDF files), databases.
PLUGINS = {
    "platforms": ["libqxcb.so", "libqoffscreen.so"],
    "iconengines": ["libqsvgicon.so"],
    "imageformats": ["libqsvg.so", "libqjpeg.so", "libqgif.so"],
    "tls": ["libqopensslbackend.so"],
    # Chinese is typed by one of these two.
    "platforminputcontexts": ["libcomposeplatforminputcontextplugin.so", "libibusplatforminputcontextplugin.so",
                              "libfcitx5platforminputcontextplugin.so"],
}

# Opened by name while a program runs, so that nothing that is linked tells of them.
OPENED_BY_NAME = {
    "libssl.so.3": "https, opened by Qt's tls plugin",
    "libsecret-1.so.0": "the desktop's keychain, opened by QtKeychain",
}

# Names without a number: Qt 6.4 opens OpenSSL 3 by these, and without them looks through the machine's folders.
LINKS = {"libssl.so": "libssl.so.3", "libcrypto.so": "libcrypto.so.3"}

# Name in bin/ -> the program in libexec/. Nothing else in the archive is named as the two in bin/.
PROGRAMS = {"openclaw-undock": "undock-window", "openclaw-undock-cli": "undock-cli"}

# Where an ELF file in this folder finds its libraries.
LIBRARIES_FROM = {"lib": "$ORIGIN", "libexec": "$ORIGIN/../lib", "plugins": "$ORIGIN/../../lib"}
