#pragma once

#include "core/params/vmid.h"
#include "unit/remote/private_sshd.h"

#include <QFileInfo>

namespace undock::remote {

/// This machine as a Proxmox node behind a real sshd: the real node scripts on a folder of their own, and a `qm` whose
/// running VMs are the real job runtime in another. All VMs are the same guest.
class NodeOverSsh {
public:
    PrivateSshd sshd;

    NodeOverSsh()
    {
        for (const char *name : { "bin", "vms", "guest-bin", "units", "pve/nodes", "proc-net" })
            QDir().mkpath(sshd.path(QString::fromLatin1(name)));
        program("bin/qm", qm);
        program("bin/sudo", "[ \"$1\" != -n ] || shift\nexec \"$@\"\n"); // a user who is not root has this one
        program("bin/pveversion", "echo pve-manager/9.2.0\n");
        program("bin/nft", "");
        program(
            "bin/iptables", "[ \"$1\" != -V ] || { echo 'iptables v1.8.9 (nf_tables)'; exit; }\ncat \"$here/nat\"\n");
        program("guest-bin/systemd-run", systemdRun);
        program("guest-bin/systemctl", systemctl);
        sshd.write(QStringLiteral("nat"), natOf("10.10.10.14", 10200));
        sshd.write(QStringLiteral("pve/.vmlist"), "{\"version\": 1,\n\"ids\": {\n}}\n");
        addVm("101", "web");
    }

    /// Its row in the node's list, and its configuration; without one the node does not know the number.
    void addVm(const QByteArray &number, const QByteArray &name, const QByteArray &status = "running",
        const QByteArray &config = "agent: 1\nipconfig0: ip=10.10.10.14/24,gw=10.10.10.1\n")
    {
        m_list += "       " + number + ' ' + name + "                  " + status + "    2048              32.00 0\n";
        sshd.write(QStringLiteral("list"),
            "      VMID NAME                 STATUS     MEM(MB)    BOOTDISK(GB) PID\n" + m_list);
        if (!config.isEmpty())
            sshd.write(QStringLiteral("vms/") + QString::fromLatin1(number), "name: " + name + '\n' + config);
    }
    static QByteArray natOf(const QByteArray &guest, int first)
    {
        QByteArray rules;
        for (const char *port : { "22", "18080", "18789" })
            rules += "-A PREROUTING -p tcp -m tcp --dport " + QByteArray::number(first++) + " -j DNAT --to-destination "
                + guest + ':' + port + '\n';
        return rules;
    }
    void program(const char *name, const QByteArray &body)
    {
        const QString path = QString::fromLatin1(name);
        sshd.write(path, "#!/bin/bash\nhere=" + sshd.path({}).toLocal8Bit() + '\n' + body);
        QFile::setPermissions(sshd.path(path), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    /// Of the VMs, below what is /var/lib/openclaw-undock there.
    QString inGuest(const QString &name) const { return sshd.path(QStringLiteral("guest/") + name); }
    QByteArray readInGuest(const QString &name) const { return sshd.read(QStringLiteral("guest/") + name); }

private:
    static constexpr char qm[] = R"(
config() { cat "$here/vms/$1" 2>/dev/null && return
    echo "Configuration file 'nodes/pve1/qemu-server/$1.conf' does not exist" >&2; exit 2; }
case "$1 $2" in
"list "*) cat "$here/list" ;;
"config "*) config "$2" ;;
"status "*) config "$2" >/dev/null && awk -v vm="$2" '$1 == vm {print "status: " $3}' "$here/list" ;;
"guest cmd") cat "$here/addresses" ;;
"guest exec")
    grep -q "^ *$3 .* running " "$here/list" || { echo "VM $3 is not running" >&2; exit 255; }
    said=$here/said.$BASHPID
    # Where the guest keeps its jobs, and who starts a unit there, is the test's.
    sed "s#/var/lib/openclaw-undock#$here/guest#g" >"$said.in"
    for entry in "$here"/guest/lib/*/undock-guest; do
        [ ! -e "$entry" ] || grep -q guest-bin "$entry" || sed -i "s#^export PATH=#&$here/guest-bin:#" "$entry"
    done
    guest() { env -i UNDOCK_ROOT="$here/guest" UNDOCK_UNITS="$here/units" PATH=/usr/bin:/bin /bin/bash -s <"$said.in"; }
    if [ "$4" = --synchronous ]; then
        guest >/dev/null 2>&1 &
        echo '{"pid":12345}'
        exit
    fi
    guest >"$said.out"
    code=$?
    [ ! -e "$here/lose-answer" ] || { rm "$here/lose-answer"
        echo "VM $3 qga command 'guest-exec' failed - got timeout" >&2; exit 255; }
    printf '{"exitcode":%d,"exited":1,"out-data":"' "$code"
    awk '{printf "%s\\n", $0}' "$said.out"
    echo '"}' ;;
*) exit 99 ;;
esac
)";
    static constexpr char systemdRun[] = R"(
while [ $# -gt 0 ]; do
    case $1 in
    --) shift; break ;;
    --unit=*) unit=${1#--unit=} ;;
    esac
    shift
done
setsid env -i UNDOCK_ROOT="$UNDOCK_ROOT" PATH="$PATH" "$@" </dev/null >>"$UNDOCK_UNITS/journal" 2>&1 &
echo $! >"$UNDOCK_UNITS/$unit"
)";
    static constexpr char systemctl[] = R"(
pid=$(cat "$UNDOCK_UNITS/${@: -1}" 2>/dev/null) && [[ $(sed 's/.*) //' "/proc/$pid/stat" 2>/dev/null) == [^ZX]* ]] &&
    echo active || echo inactive
)";

    QByteArray m_list;
};

} // namespace undock::remote
