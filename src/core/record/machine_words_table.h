#pragma once

namespace undock {

/// A sentence that this program writes, `*` for each place, and its Chinese with %1 … for them.
/// tests/checks/test_machine_words.py fails when a guest tool writes one that is not here.
struct MachineSentence {
    const char *english;
    const char *chinese;
};

// Among sentences with places the first that matches is taken: the closer ones stand first.
inline constexpr MachineSentence machineSentences[] = {
    // single words
    { "none", "无" },
    { "nothing", "无" },
    { "absent", "不存在" },
    { "missing", "没有" },
    { "unknown", "未知" },
    { "yes", "是" },
    { "no", "否" },
    { "running", "运行中" },
    { "exited", "已退出" },
    { "gone", "已不在" },
    { "stopped", "已停" },
    { "active", "运行中" },
    { "not active", "未运行" },
    { "inactive", "已停止" },
    { "enabled", "已启用" },
    { "disabled", "已禁用" },
    { "greeted", "已收到问候" },
    { "no greeting", "没有收到问候" },
    { "equal", "一致" },
    { "all equal", "全部一致" },
    { "the same", "相同" },
    { "changed", "有变化" },
    { "no proof", "没有证明" },
    { "no answer", "没有应答" },
    { "no gateway", "没有网关" },
    { "no such unit", "没有这个服务" },
    { "no container", "没有容器" },
    { "nobody listens", "没有进程监听" },
    { "see the output", "见输出" },
    { "differs, see the output", "有差异，见输出" },
    { "the same session", "同一会话" },
    { "another session id (the user may have begun a new one)", "会话编号不同（用户可能新开了会话）" },

    { "node *, openclaw *", "node：%1，openclaw：%2" },

    // acceptance: what was expected, what was found
    { "running, one main process for at least * s", "运行中，至少 %1 秒内主进程不变" },
    { "* (*), process * then * of *, restarts * then *", "%1（%2），进程 %3 → %4，用户 %5，重启次数 %6 → %7" },
    { "* on loopback only", "%1，只监听本机回环" },
    { "* (*) on *, * (*) on *", "%1（%2）在 %3，%4（%5）在 %6" },
    { "* (*) on *", "%1（%2）在 %3" },
    { "only *", "只有 %1" },
    { "* (* processes)", "%1（%2 个进程）" },
    { "no container runs or would come back", "没有容器在跑，也不会自己回来" },
    { "both stopped, policy no", "两个容器已停，策略为 no" },
    { "Docker's daemon does not answer", "Docker 守护进程没有应答" },
    { "* exited, policy no", "%1 已退出，策略 no" },
    { "* exited, policy *", "%1 已退出，策略 %2" },
    { "* running, policy *", "%1 运行中，策略 %2" },
    { "* created, policy *", "%1 已创建未运行，策略 %2" },
    { "* is gone", "%1 已不在" },
    { "both enabled", "两个服务都开机自启" },
    { "* enabled, * enabled", "%1 已启用，%2 已启用" },
    { "no user unit of OpenClaw is enabled", "没有启用的用户级 OpenClaw 服务" },
    { "at least * MiB free", "至少剩余 %1 MiB" },
    { "* MiB free", "剩余 %1 MiB" },
    { "101 and the gateway's greeting", "101，并收到网关问候" },
    { "101, greeted", "101，已收到问候" },
    { "no answer (*)", "没有应答（%1）" },
    { "no WebSocket (*)", "不是 WebSocket（%1）" },
    { "/root/OPENCLAW_WEB_LOGIN.txt is missing or holds no login",
        "/root/OPENCLAW_WEB_LOGIN.txt 不存在或没有登录信息" },
    { "* is missing or holds no login", "%1 不存在或没有登录信息" },
    { "the gateway accepts the old *", "网关接受原 %1" },
    { "the gateway has no token or password to try", "网关没有可试的令牌或密码" },
    { "messages of the newest old session (* on disk)", "能读到最近旧会话的消息（盘上 %1 条）" },
    { "messages of the newest old session", "能读到最近旧会话的消息" },
    { "there is no old session to read", "没有旧会话可读" },
    { "* messages, the same session", "%1 条消息，同一会话" },
    { "* messages, another session id (the user may have begun a new one)",
        "%1 条消息，会话编号不同（用户可能新开了会话）" },
    { "* messages, *", "%1 条消息，%2" },
    { "local or remote (asked for: *)", "local 或 remote（要求：%1）" },
    { "200 and ok", "200 且 ok" },
    { "*, ok True", "%1，ok" },
    { "*, ok *", "%1，ok 为 %2" },
    { "200, the gateway's service is active", "200，网关服务在运行" },
    { "200, active", "200，运行中" },
    { "*, currentTag *, warning: *", "%1，currentTag %2，警告：%3" },
    { "200, the same content, root's and private", "200，内容不变，属 root 且仅其可读" },
    { "*, content *, mode *, uid *", "%1，内容%2，权限 %3，uid %4" },
    { "the configuration can be read", "能读到配置" },
    { "the panel shows another file's content", "面板显示的是另一个文件" },
    { "the panel shows *", "面板显示 %1" },
    { "proven before the first start", "首次启动前已证明" },
    { "* entries as in the manifest", "与清单的 %1 项一致" },
    { "all equal, * with another time", "全部一致，%1 项时间不同" },
    { "1 line differs that another program changes by itself", "1 行不同，由其他程序自己改动" },
    { "1 line differs in comments or in files that nothing loads", "1 行不同，只在注释或没有加载的文件里" },
    { "1 line differs", "1 行不同" },
    { "* lines differ that other programs change by themselves", "%1 行不同，由其他程序自己改动" },
    { "* lines differ in comments or in files that nothing loads", "%1 行不同，只在注释或没有加载的文件里" },
    { "* lines differ", "%1 行不同" },
    { "* differ, * with another time", "%1 项不同，另有 %2 项时间不同" },
    { "* differ", "%1 项不同" },
    { "as in the manifest", "与清单一致" },
    { "* as in the source, unless users changed it since", "与源数据同为 %1，除非用户此后改动" },
    { "as the scan found it", "与扫描时相同" },
    { "the scan's value was not given", "没有扫描时的值" },
    { "HTTP 401 (asks for the login)", "HTTP 401（要求登录）" },
    { "the public port is not known", "公网端口未知" },
    { "port *: *", "端口 %1：%2" },
    { "every check ran", "每项检查都执行了" },
    { "both answer steadily", "两个服务持续应答" },
    { "stopped, not started at boot", "已停，开机不启动" },
    { "the check itself broke: *", "检查本身出错：%1" },
    { "the check runs", "检查能执行" },

    { "* was not made by docker compose: `docker compose down` would not remove it, and `up` would not make it again. "
      "Make it by docker compose up -d in *, then scan again.",
        "%1 不是由 docker compose 创建的：docker compose down 删不掉它，up 也建不回来。请在 %2 用 docker compose up -d "
        "创建，再重新扫描。" },
    { "* belongs to the compose project *, * to *: one `docker compose down` leaves the other. Make both by one docker "
      "compose up -d, then scan again.",
        "%1 属于 compose 项目 %2，%3 属于 %4：一次 docker compose down 会漏掉另一个。请用同一次 docker compose up -d "
        "创建两者，再重新扫描。" },
    { "* was made from * as well, but as project *: it is neither stopped nor removed.",
        "%1 也由 %2 创建，但属于项目 %3：既不停也不删。" },
    { "* was made from *, which is not there any more: docker compose could not make it again. Put it back, or make "
      "the containers anew from the files that count (docker compose up -d), then scan again.",
        "%1 由 %2 创建，而该文件已不在：docker compose 无法再建它。请放回该文件，或用现行文件重新创建容器（docker "
        "compose up -d），再重新扫描。" },
    { "docker compose cannot read the project that the containers were made from. See why: docker compose * config "
      "--quiet. Mend it, then scan again.",
        "docker compose 读不了创建这些容器的项目。查看原因：docker compose %1 config --quiet。修好后重新扫描。" },
    { "* was made as the service *, which is not in * any more: docker compose could not make it again. Put the "
      "service back, then scan again.",
        "%1 是作为服务 %2 创建的，而 %3 里已没有该服务：docker compose 无法再建它。请放回该服务，再重新扫描。" },
    { "The project's files are not all in *: *. Stage B does not archive them; they are copied beside the backup "
      "before anything is deleted.",
        "项目文件不全在 %1 下：%2。B 阶段不打包它们，删除前会复制到备份旁。" },
    { "Made anew, * would not be as they are now: the compose files or their variables changed since. Before the "
      "deletion the way back starts the containers that are there; after it, it makes them from the files as they "
      "stand.",
        "若重新创建，%1 会与现在不同：compose 文件或变量此后改过。删 Docker "
        "之前回滚只启动现有容器；删除之后则按现有文件重新创建。" },
    { "* was started with --rm: Docker removes it as soon as it stops, and with it what is in its own layer. Make it "
      "by docker compose up -d, then scan again.",
        "%1 是用 --rm 启动的：一停就会被 Docker 删除，容器层里的内容也随之丢失。请用 docker compose up -d "
        "创建，再重新扫描。" },
    { "* belongs to a Docker swarm, which starts another as soon as it stops. Make it by docker compose up -d, then "
      "scan again.",
        "%1 属于 Docker swarm，一停就会另起一个。请用 docker compose up -d 创建，再重新扫描。" },
    { "The container * has * mounted too: it may write there while the data is copied, and after the migration it sees "
      "the old data.",
        "容器 %1 也挂载了 %2：复制数据时它可能写入，迁移后它看到的是旧数据。" },
    { "The container * (*) runs a second OpenClaw gateway, which is not moved. Stop it and keep it from coming back "
      "(docker update --restart=no *; docker stop *), or move what it serves, then scan again.",
        "容器 %1（%2）在跑第二个 OpenClaw 网关，不会被迁移。请停掉并防止它回来（docker update --restart=no %3；docker "
        "stop %4），或先迁走它的用户，再重新扫描。" },
    { "The container * (*) is stopped, but its restart policy \"*\" starts a second OpenClaw gateway with Docker's "
      "daemon. Set it to no (docker update --restart=no *), then scan again.",
        "容器 %1（%2）已停，但重启策略为 %3，会随 Docker 启动第二个 OpenClaw 网关。请改为 no（docker update "
        "--restart=no %4），再重新扫描。" },
    { "Process * (*) is a gateway outside Docker and outside the service; stop and disable what starts it.",
        "进程 %1（%2）是 Docker 与服务之外的网关，请停用启动它的程序。" },
    { "* is a user's unit of OpenClaw that starts at boot: two gateways would run. Remove * (or, as that user: "
      "systemctl --user disable *), then scan again.",
        "%1 是开机启动的用户级 OpenClaw 服务，会有两个网关。请删除 %2（或以该用户执行 systemctl --user disable "
        "%3），再重新扫描。" },
    // acceptance: compared with what the scan saw
    { "any HTTP answer", "任何 HTTP 应答" },
    { "not asked", "未测" },
    { "unread", "没能读取" },
    { "as before", "与迁移前相同" },
    { "no answer, as before, or better", "与迁移前一样没有应答，或更好" },
    { "no greeting, as before, or better", "与迁移前一样没有问候，或更好" },
    { "HTTP *, as before; another version may answer otherwise", "与迁移前相同（HTTP %1），换了版本可能不同" },
    { "HTTP *, as before", "与迁移前相同：HTTP %1" },
    { "*, as before, or better", "与迁移前相同（%1），或更好" },
    { "*, as before, or running", "与迁移前相同（%1），或运行中" },
    { "*, as before in the VM", "与迁移前小鸡内相同：%1" },
    { "nobody listened before either", "迁移前也没有进程监听" },
    { "no login that the front accepts is known", "不知道前端接受的登录" },
    { "no login was known", "不知道登录" },
    { "no login is asked for", "不要求登录" },
    { "no login was asked for", "不要求登录" },
    { "accepted: *", "已接受：%1" },
    { "nothing to compare with", "没有可比的" },
    { "the panel listed no sessions before", "迁移前面板没有列出会话" },
    { "the scan did not ask", "扫描时没有问" },
    { "* sessions, unless users ended some since", "%1 个会话，除非用户此后结束了一些" },
    { "*, * sessions", "%1，%2 个会话" },
    { "* sessions", "%1 个会话" },
    { "*, no list", "%1，没有列表" },
    { "*, unless users changed it since", "%1，除非用户此后改动" },
    { "*, and * lock files of the running gateway", "%1，另有运行中网关的锁文件 %2 个" },
    { "* session files in Docker, * of them lock files that are left out",
        "Docker 版 %1 个会话文件，其中 %2 个锁文件不迁" },
    { "* session files in Docker", "Docker 版 %1 个会话文件" },
    { "* workspace files in Docker, * of them lock files that are left out",
        "Docker 版 %1 个工作区文件，其中 %2 个锁文件不迁" },
    { "* workspace files in Docker", "Docker 版 %1 个工作区文件" },
    { "no line added, removed or changed", "没有增加、减少或改动的行" },
    { "the scan kept no lines to compare with", "扫描时没有留下可比的行" },
    { "it could not be read at the scan", "扫描时没能读取" },
    { "it could not be read", "没能读取" },
    { "the lines kept in the VM are not those of the scan in the record", "小鸡里留存的行与记录里那次扫描的不符" },
    { "* lines, sha256 *", "%1 行，sha256 %2" },
    { "the order of the lines changed in * places", "%1 处的行序变了" },
    { "*, as before", "与迁移前相同：%1" },
    { "* runs * * and stays with it: as soon as the containers are stopped it would bring them up again. Run systemctl "
      "disable --now *, bring the containers up by docker compose up -d instead, and enable it again if you roll back. "
      "Then scan again.",
        "%1 会执行 %2（%3）并一直跟着运行：容器一停它就会再拉起来。请执行 systemctl disable --now %4，改用 docker "
        "compose up -d 启动容器；回滚时再启用。然后重新扫描。" },
    { "* runs * *, and removes the containers when it is stopped: it would bring Docker's version up beside the direct "
      "one, and take the way back. Run systemctl disable * (not stop), and empty its ExecStop= (systemctl edit *); "
      "take both back if you roll back. Then scan again.",
        "%1 会执行 %2（%3），停止时还会删除容器：既会在直装旁拉起 Docker 版，又会断掉回滚点。请执行 systemctl disable "
        "%4（不要 stop），并清空其 ExecStop=（systemctl edit %5）；回滚时恢复这两处。然后重新扫描。" },
    { "* runs * *: it would bring Docker's version up beside the direct one. Run systemctl disable * (with a timer: "
      "the timer, too; not stop); enable it again if you roll back. Then scan again.",
        "%1 会执行 %2（%3）：会在直装旁拉起 Docker 版。请执行 systemctl disable %4（有定时器的连定时器一起；不要 "
        "stop），回滚时再启用。然后重新扫描。" },
    { "* runs * *: it would bring Docker's version up beside the direct one. As its user: systemctl --user disable *; "
      "enable it again if you roll back. Then scan again.",
        "%1 会执行 %2（%3）：会在直装旁拉起 Docker 版。请以该用户执行 systemctl --user disable "
        "%4，回滚时再启用。然后重新扫描。" },
    { "* runs * *: it would bring Docker's version up beside the direct one. Comment that out, and take the comment "
      "back if you roll back. Then scan again.",
        "%1 会执行 %2（%3）：会在直装旁拉起 Docker 版。请注释掉，回滚时再恢复。然后重新扫描。" },
    { "* runs * *: after the stop it would remove the stopped containers or their images, and with them the way back. "
      "Switch it off until Docker's part is deleted, then scan again.",
        "%1 会执行 %2（%3）：停机后会删掉已停的容器或镜像，回滚点就没了。请停用到删 Docker 收尾之后，再重新扫描。" },
    { "* can bring Docker's version up (*): whoever calls it after the migration runs it beside the direct one. Its "
      "owner should change it.",
        "%1 能拉起 Docker 版（%2）：迁移后谁调用它，就会在直装旁跑起 Docker 版。请其负责人修改。" },
    { "* calls *: after the migration that reaches the bot no more, it finds the stopped container, later none. Its "
      "owner should change it.",
        "%1 会调用 %2：迁移后够不到机器人了，先是找到已停的容器，之后就没有了。请其负责人修改。" },
    { "on a schedule", "定时" },
    { "when the VM is switched off", "关机时" },
    { "The container * (watchtower) starts stopped containers again. Take that option from it, or stop it until "
      "Docker's part is deleted; then scan again.",
        "容器 %1（watchtower）会把已停的容器重新拉起。请去掉该选项，或停用到删 Docker 收尾之后；再重新扫描。" },
    { "* cannot be read (*): it could be neither archived nor moved. If it is a mount that lost its other end, unmount "
      "it (umount -l) or mount it again; then scan again.",
        "%1 读不了（%2）：既无法打包也无法迁移。若是断了对端的挂载，请卸载（umount -l）或重新挂载，再重新扫描。" },
    { "* is a mount of its own (*) inside the data: what is in it is archived and copied like the rest, and the direct "
      "version has the copy, not the mount.",
        "%1 是数据内的独立挂载（%2）：其中内容照样打包和复制，直装版用的是副本而不是该挂载。" },
    { "* is a mount point (*): it cannot be moved aside. Unmount it, take it out of /etc/fstab, and put what it holds "
      "into a plain folder; then scan again.",
        "%1 是挂载点（%2），无法移开。请卸载、从 /etc/fstab 去掉，并把内容放进普通目录；再重新扫描。" },
    { "* is a mount point (*): it is migrated like any folder, but a restore from the backup could not move it aside.",
        "%1 是挂载点（%2）：照常迁移，但从备份恢复时无法移开它。" },
    { "* is not a folder, but something has to be put into it. Move it aside, then scan again.",
        "%1 不是目录，而要往里放东西。请移开后重新扫描。" },
    { "* is not a file, but a configuration has to be put there. Move it aside, then scan again.",
        "%1 不是文件，而配置要放在那里。请移开后重新扫描。" },
    { "Nothing can be written in *: its file system is read-only. Mount it writable (mount -o remount,rw), and see in "
      "the kernel's log why it is not; then scan again.",
        "%1 不可写：其文件系统为只读。请改为可写（mount -o remount,rw），并在内核日志里查明原因；再重新扫描。" },
    { "* is protected from changes (lsattr shows i or a), and the migration has to change it. Take that away (chattr "
      "-i -a *), then scan again.",
        "%1 被设为不可更改（lsattr 显示 i 或 a），而迁移要改动它。请解除（chattr -i -a %2），再重新扫描。" },
    { "* is a symbolic link; the panel is not put through it. Move it aside, then scan again.",
        "%1 是符号链接，面板不会放到链接里。请移开后重新扫描。" },
    { "* is a symbolic link; it is not replaced. Put a file in its place, then scan again.",
        "%1 是符号链接，不会替换。请换成文件后重新扫描。" },
    { "Port * on * is held by *, not by the containers that are moved: the direct version needs it alone. Stop what "
      "holds it, or give it another port, then scan again.",
        "%2 上的端口 %1 被 %3 占用，而不是要迁移的容器：直装版要独占它。请停掉占用者或给它换端口，再重新扫描。" },
    { "* is masked: systemd refuses to start it. Take that back (systemctl unmask *; systemctl unmask --runtime *), "
      "then scan again.",
        "%1 被屏蔽（masked），systemd 拒绝启动。请解除（systemctl unmask %2；systemctl unmask --runtime "
        "%3），再重新扫描。" },
    { "* is there and was not written by this program; it is kept beside its place as .bak, and ours takes its place.",
        "%1 已存在且不是本程序写的：会在旁边保留为 .bak，再放入我们的。" },
    { "* would change the direct service * (*= and the like). Move it aside and run systemctl daemon-reload, then scan "
      "again.",
        "%1 会改变直装服务 %2（%3= 等）。请移开并执行 systemctl daemon-reload，再重新扫描。" },
    { "systemd could not start a trial service (*). See why: systemd-run --wait true. Then scan again.",
        "systemd 启动不了试验服务（%1）。查看原因：systemd-run --wait true。然后重新扫描。" },
    { "Another installer runs in the guest (*): two at once hang each other. Wait until it ends, then scan again.",
        "小鸡里有另一个安装程序在跑（%1）：两个同时跑会互相卡死。请等它结束再重新扫描。" },
    { "* is *, and OpenClaw needs *: * (*) is used instead.", "%1 的版本是 %2，OpenClaw 需要 %3：改用 %4（%5）。" },
    { "* is *, and OpenClaw needs *: the installation has to bring another one beside it.",
        "%1 的版本是 %2，OpenClaw 需要 %3：安装时要另带一个。" },
    // as earlier versions said it: their journals are still read
    { "* are free on /root's disk, * are needed for backup, copy and installation. Make room or enlarge the disk.",
        "/root 所在磁盘剩余 %1，备份、复制与安装需要 %2。请腾空间或扩盘。" },
    { "* calls docker; after the migration that call finds no container. Its owner should change it.",
        "%1 会调用 docker，迁移后找不到容器，请其负责人修改。" },

    // findings of the scan: the node's side
    { "The node does not know VM *: *", "母机上没有小鸡 %1：%2" },
    { "VM * is not on this node any more: the cluster has it on node *. Go there.",
        "小鸡 %1 已不在本母机，集群里它在母机 %2 上。请到那台母机操作。" },
    { "The number * is a container's (on node *), not a VM's.", "编号 %1 是容器（在母机 %2 上），不是小鸡。" },
    { "The node did not tell of VM *: *", "母机没有给出小鸡 %1 的信息：%2" },
    { "The node did not tell whether the VM runs: *", "母机没有给出小鸡是否在运行：%1" },
    { "The node has * for this VM, the VM itself has *: the public ports may lead elsewhere.",
        "母机记录的小鸡 IP 是 %1，小鸡自己的是 %2：公网端口可能指向别处。" },
    { "The node's login shell prints before every answer; that was cut off. Make `[ -t 1 ] || return` the first line "
      "of root's .bashrc on the node. It prints: *",
        "母机的登录 shell 在每次应答前都有输出，已去掉。请把 `[ -t 1 ] || return` 写成母机 root 的 .bashrc "
        "第一行。输出为：%1" },
    { "The node's login shell took * s until it got to a command; look at root's .bashrc on the node.",
        "母机的登录 shell 用了 %1 秒才执行到命令，请查看母机 root 的 .bashrc。" },
    { "The VM is *; start it first.", "小鸡当前状态为 %1，请先开机。" },
    { "The guest agent is not enabled in the VM's configuration; set agent: 1 and restart the VM.",
        "小鸡配置未启用 guest agent，请设 agent: 1 并重启小鸡。" },
    { "The VM is locked by the node (*); wait until that ends.", "小鸡被母机锁定（%1），请等其结束。" },
    { "You gave *, the node says * for this VM: one of the two is another machine.",
        "你给的是 %1，母机记录的是 %2：其中之一是另一台机器。" },
    { "Neither the node nor you told the VM's address; its public ports cannot be looked up.",
        "母机和你都没有给出小鸡的 IP，查不到它的公网端口。" },
    { "The node's port mappings could not be read; the public ports are not known.",
        "读不到母机的端口映射，公网端口未知。" },
    { "No port mapping of the node leads to the VM's port *.", "母机没有指向小鸡端口 %1 的映射。" },
    { "Whether a port mapping of the node leads to the VM's port * is not known: not all of them could be read.",
        "母机是否有指向小鸡端口 %1 的映射未知：有的映射读不懂。" },
    { "A mapping to the VM holds for some connections only, which is not weighed here: *",
        "有一条指向本小鸡的映射只对部分连接生效，条件未作判断：%1" },
    { "Of the node's port mappings this could not be read: *", "母机的端口映射里，这一条读不懂：%1" },
    { "The node's iptables says: *", "母机的 iptables 提示：%1" },
    { "The mapping of the node's port * stands twice.", "母机端口 %1 的映射重复。" },
    { "Two mappings claim the node's port *; only the first is ever used.",
        "有两条映射占用母机端口 %1，只有第一条生效。" },
    { "The node's port mappings for this VM are complete.", "本小鸡的端口映射齐全。" },
    { "The ledger could not be read: *", "读不到台账：%1" },
    { "The ledger: *", "台账：%1" },
    { "Ledger and node disagree on * (*): the ledger says *, the node *.",
        "台账与母机在 %1 上不一致（%2）：台账为 %3，母机为 %4。" },
    { "Ledger and port mappings agree.", "台账与端口映射一致。" },

    // … and the guest's: data
    { "There is no folder /data/openclaw; nothing to migrate.", "没有目录 /data/openclaw，无可迁移。" },
    { "* are free where * are, * are needed for backup, copy and installation. Make room or enlarge the disk.",
        "%2 所在磁盘剩余 %1，备份、复制与安装需要 %3。请腾空间或扩盘。" },
    { "* free, * needed at the most.", "剩余 %1，最多需要 %2。" },
    { "Only * inodes are free; the copy and the installation need about *.",
        "只剩 %1 个 inode，复制与安装约需 %2 个。" },
    { "* is not there or empty; the direct gateway gets one with the settings of the procedure only.",
        "%1 不存在或为空，直装网关只会得到 SOP 规定的设置。" },
    { "openclaw.json is JSON5 (comments, trailing commas or bare names). It becomes plain JSON in the direct install; "
      "the original is kept beside it.",
        "openclaw.json 是 JSON5（有注释、尾逗号或裸键名），直装时写成普通 JSON，原文件留在旁边。" },
    { "openclaw.json does not hold an object.", "openclaw.json 的内容不是对象。" },
    { "openclaw.json includes other files ($include); they are copied, but only openclaw.json itself is adapted.",
        "openclaw.json 引用了其他文件（$include）：会一并复制，但只改 openclaw.json 本身。" },
    { "* is not there; the panel starts with the procedure's settings alone.", "%1 不存在，面板只按 SOP 的设置启动。" },
    { "* is a socket: it belongs to a running program and is not archived.",
        "%1 是套接字，属于运行中的程序，不打包。" },
    { "*/* was not root's alone: whoever may write there chooses what root's OpenClaw runs. It was moved aside and is "
      "not used.",
        "%1/%2 不是 root 独有的目录：谁能写它，谁就能决定 root 的 OpenClaw 运行什么。已移开，不使用。" },
    { "* is a device file; a copy of it would be a door to the machine's hardware. Remove it, or move it out of the "
      "folder.",
        "%1 是设备文件，复制它等于为硬件开门。请删除，或移到目录之外。" },
    { "* programs in the data run with their owner's rights (set-uid or set-gid, the first: *). Everything becomes "
      "root's; "
      "these bits are not copied, or anybody who runs them would be root.",
        "数据里有 %1 个程序以属主身份运行（set-uid 或 set-gid，第一个：%2）。复制后全部归 "
        "root，这些位不复制，否则谁运行都会成为 root。" },
    { "* cannot be read: *. Put a file in its place.", "%1 无法读取：%2。请换成普通文件。" },
    { "* is a link to another file of its folder. The direct install gets a file with that content in its place; what "
      "the "
      "link leads to is copied as it is.",
        "%1 是指向本目录内另一个文件的链接。直装版在此处得到同样内容的普通文件，链接指向的文件照原样复制。" },
    { "* is a symbolic link; an archive of it would hold the link, not the data. Make it a folder, or a bind mount.",
        "%1 是符号链接，打包只会得到链接而不是数据。请改成目录或 bind mount。" },
    { "* is not there; the backup does without it and says so.", "%1 不存在，备份不含它并注明。" },
    { "A workspace is set to *, which is outside the state folder: it lives in the container and is not moved. Look at "
      "what is in it before the migration.",
        "有工作区设在 %1，不在状态目录内：它在容器里，不会迁移。迁移前请先看其中内容。" },
    { "* is not JSON: *. Repair it first.", "%1 不是 JSON：%2。请先修复。" },
    { "openclaw.json can be read neither as JSON nor as JSON5: *. Repair it first.",
        "openclaw.json 既不是 JSON 也不是 JSON5：%1。请先修复。" },

    // containers
    { "`docker compose` does not work in the guest; without it Docker's version could not be started again.",
        "小鸡里 docker compose 不能用，没有它 Docker 版无法再启动。" },
    { "There is no compose file in *.", "%1 里没有 compose 文件。" },
    { "* has the restart policy \"always\", so stopping alone would not last; the policy is noted and set to \"no\" "
      "before the stop.",
        "%1 的重启策略是 always，仅停止会自己回来；先记下策略并设为 no 再停。" },
    { "* does not run (*).", "%1 没有运行（%2）。" },
    { "* has * changes in its own layer, which the direct install will not have; they are saved before anything is "
      "deleted. What users need of them is to be installed in the guest.",
        "%1 的容器层有 %2 处改动，直装后没有；删除前会先保存。用户需要的部分请装到小鸡里。" },
    { "The container runs OpenClaw *.", "容器内运行的是 OpenClaw %1。" },
    { "Which OpenClaw the container runs could not be told; choose the version yourself.",
        "查不出容器内 OpenClaw 的版本，请自行选定。" },
    { "Neither the environment nor openclaw.json has a gateway token; the gateway will make one of its own.",
        "环境变量和 openclaw.json 里都没有网关令牌，网关会自己生成一个。" },
    { "openclaw.json and the container's environment have different gateway tokens; openclaw.json's counts, and calls "
      "that take the environment's are refused.",
        "openclaw.json 与容器环境变量里的网关令牌不同：以 openclaw.json 为准，用环境变量那个的调用会被拒绝。" },
    { "There is no docker in the guest; nothing to migrate from.", "小鸡里没有 docker，无可迁移。" },
    { "Docker's daemon does not answer; start it (systemctl start docker) and scan again.",
        "Docker 守护进程没有应答，请启动（systemctl start docker）后重新扫描。" },
    { "The project has one container more: *. It is stopped with the others; nothing of it is moved.",
        "项目里还有一个容器 %1：随其他容器一起停，不迁移它的内容。" },
    { "* has * mounted on *, not *; its data is elsewhere and would not be moved.",
        "%1 把 %2 挂载到 %3，而不是 %4；数据在别处，不会被迁移。" },
    { "* has * mounted on *, inside its state directory: what is in it is not under /data/openclaw and would not be "
      "moved. Stop the container, copy * to *, take this mount out of the compose file, start it again, then scan "
      "again.",
        "%1 把 %2 挂载到状态目录里的 %3：其中的数据不在 /data/openclaw 下，不会被迁移。请停止容器，把 %4 复制到 %5，"
        "从 compose 文件去掉这个挂载，重新启动后再扫描。" },
    { "What users wrote since the cutover could not be saved as an archive (see the output). The whole directory is "
      "kept as *, and Docker's version is started all the same. Make room, then carry back: the archive is made from "
      "there first.",
        "切换后用户写入的数据没能存成归档（见输出）。整个目录保留为 %1，Docker 版照常启动。请腾出空间后再带回"
        "（carry-back）：会先从该目录做归档。" },
    { "* does not publish * (*).", "%1 没有发布端口 %2（%3）。" },
    { "* keeps data in the volume * on *: it stays where it is and is not moved.",
        "%1 在卷 %2（%3）里有数据：原地保留，不迁移。" },
    { "There is no container *; nothing to migrate from, or it was migrated before.",
        "没有容器 %1：无可迁移，或此前已迁移。" },

    // the container's surroundings
    { "the gateway accepts the * that was read", "网关接受读到的 %1" },
    { "the gateway accepts what it accepted before", "网关接受迁移前所接受的" },
    { "what to try cannot be told by reading: *", "读不出该试哪一个：%1" },
    { "nothing is set", "没有设置" },
    { "sha256 *, accepted by a call before the move", "sha256 %1，迁移前已用调用证明被接受" },
    { "sha256 *, not proved by a call before the move", "sha256 %1，迁移前没能用调用证明" },
    { "sha256 *, yet the old one is accepted", "sha256 %1，但原来的仍被接受" },
    { "unresolved: *", "查不出：%1" },
    { "an answer of the model since the start, to a message of the user", "启动后模型对用户消息的回答" },
    { "the model * answers a short question of ours (free, in no session)",
        "模型 %1 能回答一句试问（不收费，不进任何会话）" },
    { "answered", "已回答" },
    { "an answer without words", "应答中没有内容" },
    { "nothing: no message is sent to the bot for a test", "不要求：不为测试向机器人发送消息" },
    { "no answer of the model to the bot was seen; the user's own try shows whether it answers",
        "没有看到模型对机器人的回答；能否回答由用户自己试用确认" },
    { "* since the start", "启动后有 %1 条" },
    { "What the direct gateway takes for its token cannot be told by reading (*); a call proves it after the start.",
        "读不出直装网关用哪个令牌（%1）；启动后用调用证明。" },
    { "By what stands in the files the direct gateway's token would be another than the container's; which one it "
      "accepts is proved by a call after the start.",
        "按文件所写，直装网关的令牌会与容器的不同；启动后用调用证明它接受哪一个。" },
    { "The file that * names could not be copied out of the container (*); put it at * and restart "
      "openclaw-gateway.service.",
        "%1 所指的文件没能从容器里复制出来（%2）；请放到 %3，再重启 openclaw-gateway.service。" },
    { "* compiled modules of plugins could not be read; whether they fit the guest is not known.",
        "插件有 %1 个编译模块读不了，不知是否适用于小鸡。" },
    { "* compiled modules of plugins are built for the container's C library (musl), which the guest does not have: "
      "they will not load. After the move run `npm rebuild` in *.",
        "插件有 %1 个编译模块是为容器的 C 库（musl）编译的，小鸡没有，无法加载。迁移后请在 %2 运行 npm rebuild。" },
    { "* compiled modules of plugins are bound to one version of Node (module version *); the guest's Node has *. If a "
      "plugin does not load after the move, run `npm rebuild` in *.",
        "插件有 %1 个编译模块绑定某一 Node 版本（模块版本 %2），小鸡的 Node 为 %3。迁移后插件若不能加载，请在 %4 运行 "
        "npm rebuild。" },
    { "not been installed yet", "尚未安装" },
    { "* compiled modules of plugins work with any Node and the guest's C library.",
        "插件的 %1 个编译模块适用于任何 Node 和小鸡的 C 库。" },
    { "a container beside it", "旁边的容器" },
    { "the gateway itself", "网关自己" },
    { "the container itself", "容器自己" },
    { "an extra host of the compose file", "compose 文件里的 extra_hosts" },
    { "the guest, by a name of Docker's", "小鸡自己（Docker 的名称）" },
    { "the guest, by an address of Docker's", "小鸡自己（Docker 的地址）" },
    { "an address of one of Docker's networks", "Docker 网络里的地址" },
    { "it is in a container that has the gateway's network and stops with it",
        "它在与网关共用网络的容器里，会随之停止" },
    { "it is inside the gateway's container", "它在网关容器里" },
    { "that container is of the same compose project and is stopped with it",
        "该容器属于同一 compose 项目，会一起停止" },
    { "that container publishes no port for it", "该容器没有为它发布端口" },
    { "nothing is known of it outside Docker", "在 Docker 之外没有对应" },
    { "what listens there does so on other addresses only", "那里的程序只监听其他地址" },
    { "nothing answers there", "那里没有应答" },
    { "* names *, which is *; the guest knows and reaches it by the same name.",
        "%1 写着 %2，即%3；小鸡用同一名称也能访问。" },
    { "* names *, which is *: after the move the same address is the guest's own port *, where something else listens. "
      "Look whether that is meant.",
        "%1 写着 %2，即%3：迁移后同一地址是小鸡自己的端口 %4，那里监听的是别的程序。请确认是否符合本意。" },
    { "Docker does not tell its containers or networks, so addresses that exist only inside Docker were not looked "
      "for.",
        "Docker 没有给出容器或网络，因此没有查找只在 Docker 内存在的地址。" },
    { "* names *, which is *; a direct gateway does not reach it: *. Publish it on 127.0.0.1 from a compose project of "
      "its own, or run it in the guest, and scan again.",
        "%1 写着 %2，即%3；直装网关访问不到：%4。请用单独的 compose 项目把它发布到 "
        "127.0.0.1，或直接在小鸡里运行，再重新扫描。" },
    { "* names *, which is *. From the guest it is *, but its certificate is for the name: put the name into the "
      "guest's /etc/hosts with the port as it is, and scan again.",
        "%1 写着 %2，即%3。从小鸡访问是 %4，但证书是签给该名称的：请把名称写进小鸡的 /etc/hosts "
        "并保持端口不变，再重新扫描。" },
    { "* names *, which is *. From the guest it would be *, but *. Let it listen on 127.0.0.1 too, and scan again.",
        "%1 写着 %2，即%3。从小鸡访问应是 %4，但%5。请让它也监听 127.0.0.1，再重新扫描。" },
    { "* names *, which is *. The direct gateway gets * instead, which answers.",
        "%1 写着 %2，即%3。直装网关改用 %4，已有应答。" },
    { "* names *, which is *. From the guest it is *; write that there after the move, which does not change this "
      "file.",
        "%1 写着 %2，即%3。从小鸡访问是 %4；迁移不改这个文件，请在迁移后改写。" },
    { "The container has programs that the guest lacks; skills and tools that use them would fail: *. Install before "
      "the move what the bot uses: *. Not from Debian: *.",
        "容器里有而小鸡缺少的程序，用到它们的技能和工具会失败：%1。机器人要用的请在迁移前安装：%2。Debian "
        "没有的：%3。" },
    { "none of them is a package of Debian", "都不是 Debian 软件包" },
    { "The container does not run or does not tell its programs: which of them the guest lacks is not known. Start it "
      "and scan again, or look at the skills' needs yourself.",
        "容器没有运行或没有给出程序清单，不知道小鸡缺少哪些。请启动后重新扫描，或自行查看技能所需。" },
    { "The guest has every program of the container's that skills ask for or that was added to it.",
        "容器里技能所需或后加的程序，小鸡都有。" },
    { "* is there, and OpenClaw would read it when it starts in * (*). So the service starts in /root/.openclaw "
      "instead, whose .env it reads anyway.",
        "存在 %1，OpenClaw 在 %2 启动就会读它（%3）。因此服务改在 /root/.openclaw 启动，那里的 .env 本来就会读。" },
    { "nothing new", "没有新内容" },
    { "These variables of the container would make root run what they name: *. They are not carried over. Whoever "
      "wants one adds it by hand to /etc/openclaw-gateway.env after the move and restarts openclaw-gateway.service.",
        "容器的这些变量会让 root 执行它们所指的内容：%1。不会带过去。需要的请在迁移后手工写进 "
        "/etc/openclaw-gateway.env，再重启 openclaw-gateway.service。" },
    { "The image itself sets *; that is not carried over. What OpenClaw needs of it belongs into */.env before the "
      "move.",
        "镜像自己设置了 %1，不会带过去。OpenClaw 需要的请在迁移前写进 %2/.env。" },
    { "The container starts in *, whose .env sets *; that is carried over with the environment.",
        "容器在 %1 启动，那里的 .env 设置了 %2，会随环境变量带过去。" },
    { "The container's start script sets variables that Docker does not know: *. They are not carried over; what "
      "OpenClaw needs of them belongs into /data/openclaw/.env.",
        "容器的启动脚本设置了 Docker 不知道的变量：%1。不会带过去；OpenClaw 需要的请写进 /data/openclaw/.env。" },
    { "* names *, which is * in the guest; the direct gateway gets that path.",
        "%1 写着 %2，在小鸡里是 %3；直装网关得到这个路径。" },
    { "* names *, which only the container has; it is copied to *, and the direct gateway gets that path.",
        "%1 写着 %2，只有容器里有；会复制到 %3，直装网关得到这个路径。" },
    { "* names *, which the guest has as *. Make a link there before the move: ln -s *",
        "%1 写着 %2，在小鸡里是 %3。请在迁移前建链接：ln -s %4" },
    { "* names *, which only the container has. Copy it into the guest before the move: docker cp *",
        "%1 写着 %2，只有容器里有。请在迁移前复制到小鸡：docker cp %3" },
    { "* names *, which only the container has. Install or copy it into the guest before the move.",
        "%1 写着 %2，只有容器里有。请在迁移前装到或复制到小鸡。" },
    { "* leads to *, and not to *: what is there would be left behind. Move it to where it is looked for, take the "
      "variable out of the compose file, start the container again, and scan again.",
        "%1 指向 %2，而不是 %3：那里的内容会被落下。请移到该在的位置，从 compose "
        "文件去掉这个变量，重新启动容器后再扫描。" },
    { "a place below /home/node/.openclaw", "/home/node/.openclaw 之下" },
    { "Which time zone the container is in cannot be told; the direct gateway takes the guest's (*). Cron jobs "
      "without a zone of their own (*) fire by it: set TZ in the compose file, and scan again.",
        "查不出容器的时区，直装网关按小鸡的（%1）。有 %2 个没有自带时区的定时任务受影响：请在 compose 文件里设 "
        "TZ，再重新扫描。" },
    { "The container's time zone is *, the guest's *. The direct gateway gets TZ=*, so that cron jobs without a zone "
      "of their own (*) fire at the same moments.",
        "容器时区为 %1，小鸡为 %2。直装网关设 TZ=%3，让 %4 个没有自带时区的定时任务仍在原时刻触发。" },
    { "The direct gateway keeps the container's time zone, *.", "直装网关沿用容器的时区 %1。" },
    { "* of the container is * in the guest, too.", "容器的 %1 在小鸡里也是 %2。" },
    { "The gateway's container cannot be looked at (*); scan again.", "无法查看网关容器（%1），请重新扫描。" },
    { "The gateway can command Docker through its socket; a direct gateway finds it at /run/docker.sock, and "
      "afterwards no containers of OpenClaw.",
        "网关能通过套接字操作 Docker；直装网关可在 /run/docker.sock 找到它，但之后没有 OpenClaw 的容器。" },
    { "* is mounted on *, inside the folder of the container's own program; the direct program is elsewhere and does "
      "not have it. Put what the bot needs of it into * (extensions, skills) before the move.",
        "%1 挂载在 %2，位于容器的程序目录内；直装程序在别处，没有它。机器人需要的请在迁移前放进 "
        "%3（extensions、skills）。" },
    { "* is mounted on *, which the guest empties at each boot. It stays where it is: name * wherever openclaw.json "
      "names *.",
        "%1 挂载在 %2，小鸡每次开机会清空该处。它留在原位：openclaw.json 里写 %4 的地方请改成 %3。" },
    { "The volume * is mounted on *, which a direct gateway looks for at *. It stays, and is not moved. To have it "
      "there: cp -a *",
        "卷 %1 挂载在 %2，直装网关会到 %3 找。它原地保留，不迁移。要放到那里：cp -a %4" },
    { "* is mounted on *, which a direct gateway looks for at *; something else stands there. Look which of the two it "
      "should find, before the move.",
        "%1 挂载在 %2，直装网关会到 %3 找，而那里已有别的东西。请在迁移前确认该用哪一个。" },
    { "* is mounted on *, which a direct gateway looks for at *. It stays where it is. To have it there, before the "
      "start: ln -s *",
        "%1 挂载在 %2，直装网关会到 %3 找。它留在原位。启动前要放到那里：ln -s %4" },
    { "The gateway's mode asks callers for neither token nor password; it stays so.",
        "网关模式不要求令牌或密码，保持不变。" },
    { "The token that the gateway accepts stands *, and the direct gateway would not find it there. Write it into "
      "*/openclaw.json (gateway.auth) or */.env, start the container again, and scan again.",
        "网关接受的令牌写在%1，直装网关在那里找不到。请写进 %2/openclaw.json（gateway.auth）或 "
        "%3/.env，重新启动容器后再扫描。" },
    { "on the container's command line", "容器的命令行上" },
    { "in the container's environment", "容器的环境变量里" },
    { "in a place of the container's", "容器自己的位置" },
    { "The gateway accepts its token; where it stands cannot be told by reading (*). That the direct gateway accepts "
      "the same is proved by a call.",
        "网关接受它的令牌，但读不出写在何处（%1）。直装网关是否接受同一个，用调用证明。" },
    { "The gateway accepts its token, as a call proved; it is carried over, and the same call proves it afterwards.",
        "已用调用证明网关接受它的令牌；令牌会带过去，之后用同样的调用再证明。" },
    { "Which token the gateway takes cannot be told by reading (*), and no call could prove it (*). Try the user's own "
      "token after the start.",
        "读不出网关使用哪个令牌（%1），也没能用调用证明（%2）。启动后请用用户自己的令牌试。" },
    { "The gateway's token was found, but no call could prove it (*). It is carried over; a difference later is told "
      "and fails nothing.",
        "找到了网关的令牌，但没能用调用证明（%1）。会带过去；之后若有差异只提示，不判失败。" },
    { "The gateway's container or its token was changed since the scan; its token was proved by a call anew.",
        "扫描之后网关的容器或令牌有变动；已重新用调用证明令牌。" },
    { "The gateway's container or its token was changed since the scan; its token is not proved by a call any more.",
        "扫描之后网关的容器或令牌有变动；令牌不再有调用证明。" },
    { "there is none to try", "没有可试的" },
    { "the gateway lets callers in with any token", "网关对任何令牌都放行" },
    { "the container does not run", "容器没有运行" },
    { "a program of the user gives it", "由用户的程序给出" },
    { "openclaw.json cannot be read", "openclaw.json 读不了" },
    { ".env of the state directory cannot be read", "状态目录的 .env 读不了" },
    { "an $include names no file", "$include 没有写文件" },
    { "an $include leads out of the configuration's folder", "$include 指到配置目录之外" },
    { "its included files are nested too deep", "引用的文件嵌套太深" },
    { "an $include leads in a circle", "$include 循环引用" },
    { "OpenClaw's releases read it differently", "各版本 OpenClaw 的读法不同" },
    { "its reference to a secret is not in order", "密钥引用写得不对" },
    { "the file that its reference names is not known", "引用所指的文件不明" },
    { "address-direct *: now *", "%1：现为 %2" },

    { "The container is started by commands in a shell, which may do more than start the gateway. A direct gateway is "
      "started without them: look at `command` and `entrypoint` in the compose file, and do in the guest what the bot "
      "needs of them.",
        "容器由 shell 命令启动，可能不只启动网关。直装网关启动时没有这些：请查看 compose 文件里的 command 和 "
        "entrypoint，把机器人需要的在小鸡里做好。" },
    { "The container is started by *, which may do more than start the gateway. A direct gateway is started without "
      "it: look at what it does, and do in the guest what the bot needs.",
        "容器由 %1 启动，可能不只启动网关。直装网关启动时没有它：请查看它做了什么，把机器人需要的在小鸡里做好。" },
    { "The container starts the gateway with *; a direct gateway is started as the procedure has it, without. Set in "
      "openclaw.json what the bot needs of it.",
        "容器启动网关时带 %1；直装网关按 SOP 启动，不带这些。机器人需要的请写进 openclaw.json。" },
    { "The compose file limits * of the gateway; a direct one has no such limit. To have one: systemctl edit "
      "openclaw-gateway.service (MemoryMax=, CPUQuota=, TasksMax=).",
        "compose 文件限制了网关的 %1，直装网关没有限制。要加：systemctl edit "
        "openclaw-gateway.service（MemoryMax=、CPUQuota=、TasksMax=）。" },
    { "The container asks name servers of its own; a direct gateway asks the guest's. Look whether names that the bot "
      "needs are known there.",
        "容器使用自己的域名服务器，直装网关用小鸡的。请确认机器人要用的名称在小鸡里能解析。" },
    { "The container publishes its port * as *. A direct gateway listens where openclaw.json says, and nothing leads "
      "from * to it: what calls that port has to call the other one.",
        "容器把端口 %1 发布为 %2。直装网关按 openclaw.json 监听，%3 不再通向它：调用该端口的请改用另一个。" },

    { "the server of the provider * answers", "模型来源 %1 的服务器有应答" },

    // leftovers
    { "* is a link to *; the link is moved aside, what it points to is not touched.",
        "%1 是指向 %2 的链接：链接会移到一旁，所指内容不动。" },
    { "* is there with * files; it is moved aside and kept, not merged.",
        "%1 已存在，含 %2 个文件：会移到一旁保留，不合并。" },
    { "* is there but does not run; the installation replaces it.", "%1 在但不能运行，安装时会替换。" },
    { "* is a leftover that does not run; the installation replaces it.", "%1 是不能运行的残留，安装时会替换。" },
    { "* is a user's unit of OpenClaw; if it is ever started, two gateways run. It is left as it is, and that it does "
      "not run is proven at the start.",
        "%1 是用户级 OpenClaw 服务，一旦启动就会有两个网关。原样保留，启动时会证明它没有在跑。" },
    { "Docker's gateway runs, and * too. Decide which one users are on, and stop the other, before anything else.",
        "Docker 网关在跑，%1 也在跑。请先确定用户用的是哪一个，停掉另一个。" },
    { "OpenClaw * is installed in the guest already (*).", "小鸡里已装有 OpenClaw %1（%2）。" },
    { "Process * is a gateway outside Docker and outside the service; stop and disable what starts it.",
        "进程 %1 是 Docker 与服务之外的网关，请停用启动它的程序。" },
    { "This VM is migrated already: the direct services are in use. Nothing is moved again; accept it, delete Docker's "
      "part, or roll back.",
        "本小鸡已迁移，直装服务在用。不会再迁；请验收、删 Docker 收尾或回滚。" },
    { "Docker's gateway is in use, but *. Roll the earlier run back first.",
        "Docker 网关在用，但 %1。请先回滚此前那次迁移。" },

    // sources
    { "OpenClaw * can be had; it needs Node *.", "可取得 OpenClaw %1，需要 Node %2。" },
    { "OpenClaw * can be had.", "可取得 OpenClaw %1。" },
    { "The guest's clock is * s ahead of the download server's; set it right (timedatectl set-ntp true).",
        "小鸡时钟比下载服务器快 %1 秒，请校准（timedatectl set-ntp true）。" },
    { "The guest's clock is * s behind the download server's; set it right (timedatectl set-ntp true).",
        "小鸡时钟比下载服务器慢 %1 秒，请校准（timedatectl set-ntp true）。" },
    { "The package registry * does not tell OpenClaw's versions (*).", "软件源 %1 查不到 OpenClaw 的版本（%2）。" },
    { "Which package registry the guest's package client asks could not be told (no npm in the guest, and the "
      "container's did not answer); whether the wanted version can be had is seen at the installation.",
        "无法得知小鸡的 npm 使用哪个软件源（小鸡里没有 npm，容器里的 npm "
        "也没有应答）；要装的版本能否取到，安装时才知道。" },
    { "The package registry does not tell OpenClaw's versions (*).", "软件源查不到 OpenClaw 的版本（%1）。" },
    { "OpenClaw * is not in the package registry; choose another version.",
        "软件源里没有 OpenClaw %1，请换一个版本。" },
    { "OpenClaw * is newer than the container's *: its first start changes data in a way that Docker's version may not "
      "read any more.",
        "OpenClaw %1 比容器内的 %2 新：首次启动会改数据，Docker 版可能再也读不了。" },
    { "The installer can be had.", "可取得安装脚本。" },
    { "There are more of these; the step's output names them.", "同类的还有更多；步骤的输出里都有列出。" },
    { "The installer's bytes are not the pinned ones (sha256 *).", "安装脚本的内容与固定的校验和不符（sha256 %1）。" },
    { "The installer's bytes are others than for an earlier VM (sha256 *); look at it before root runs it.",
        "安装脚本的内容与之前小鸡所用的不同（sha256 %1）；让 root 执行前先看一下。" },
    { "The installer is not the one that was looked at (sha256 *); it was not run. Scan again, or pin the right sum.",
        "安装脚本不是查看过的那一份（sha256 %1），没有执行。重新扫描，或固定正确的校验和。" },
    { "The panel's release could not be fetched whole to be held against its known sum; it is at the deployment.",
        "面板发布包没能完整取下来核对校验和；部署时再核对。" },
    { "The panel's release is not the pinned one (sha256 *).", "面板发布包与固定的校验和不符（sha256 %1）。" },
    { "The panel's release has other bytes than for an earlier VM (sha256 *); look at it before root runs it.",
        "面板发布包的内容与之前小鸡所用的不同（sha256 %1）；让 root 执行前先看一下。" },
    { "The panel's release is not the one that was looked at (sha256 *); nothing of it was run. Scan again, or pin the "
      "right sum.",
        "面板发布包不是查看过的那一份（sha256 %1），没有执行其中任何内容。重新扫描，或固定正确的校验和。" },
    { "These sources are fetched without TLS, and whoever is on the way can change what root runs: *.",
        "这些来源不经 TLS 获取，途中的任何人都能改变 root 执行的内容：%1。" },
    { "The panel's lock file does not fit its package.json; its dependencies were installed without it.",
        "面板的 lock 文件与 package.json 不一致，依赖没有按它安装。" },
    { "The installer cannot be had (*).", "取不到安装脚本（%1）。" },
    { "The panel's release * can be had.", "可取得面板发布 %1。" },
    { "The container's version is to be kept, but it could not be told; choose a version.",
        "要求与容器同版本，但查不出容器的版本，请选定一个。" },
    { "The package registry's answer about OpenClaw cannot be read.", "软件源关于 OpenClaw 的应答无法读懂。" },
    { "There is no release * of *.", "%2 没有发布 %1。" },
    { "The panel's source answers *: too many requests from this address for now. The download may have to wait.",
        "面板来源应答 %1：此地址请求过多，下载可能要等。" },
    { "The panel's release cannot be had (*).", "取不到面板发布（%1）。" },

    // system
    { "* is not a Debian that this was tried on (12, 13).", "%1 不是试过的 Debian（12、13）。" },
    { "The machine is *; only x86_64 was tried.", "机器架构为 %1，只试过 x86_64。" },
    { "These commands are not in the guest: *. Install them (apt-get install curl tar iproute2 util-linux bsdutils "
      "mawk diffutils findutils gzip coreutils).",
        "小鸡里缺少命令：%1。请安装（apt-get install curl tar iproute2 util-linux bsdutils mawk diffutils findutils "
        "gzip coreutils）。" },
    { "The commands that the migration needs are there.", "迁移所需命令齐全。" },
    { "There is no nginx in the guest; who listens on 18080 and 18789, and what is answered there, has to stay as it "
      "is "
      "now.",
        "小鸡里没有 nginx：18080 和 18789 的监听者与应答须与现在一样。" },
    { "The panel becomes *, its container has *: its pages may answer otherwise afterwards, its interface has to "
      "answer "
      "as it does now.",
        "面板将换成 %1，容器里是 %2：页面的应答可能不同，接口须与现在一样应答。" },
    { "How this VM answers could not be looked at (*); acceptance and rollback go by the procedure's values.",
        "没能测得本小鸡的应答（%1），验收与回滚按 SOP 的值判断。" },
    { "* could not be read; whether the move leaves it alone cannot be checked afterwards.",
        "%1 没能读取，迁移后无法检查它是否未变。" },
    { "OpenClaw * is wanted, the container runs *: pages may answer otherwise afterwards. That is then a warning; what "
      "must hold is that the gateway answers, greets and accepts its callers.",
        "要装 OpenClaw %1，容器里是 "
        "%2：迁移后页面的应答可能不同，届时只作警告；必须做到的是网关有应答、有问候、接受原凭据。" },
    { "* is published by the container *, which reaches OpenClaw through Docker's networks only; the direct version "
      "listens on the VM's loopback. Let that container use the host's network, or put a front of the VM's own on that "
      "port, then scan again.",
        "%1 由容器 %2 发布，它只能经 Docker 网络访问 OpenClaw，而直装版只监听小鸡的本机回环。请让该容器用主机网络，或在"
        "该端口放小鸡自己的前端，再扫描。" },
    { "* is published by the container *, which the migration stops: users would not reach OpenClaw there any more. "
      "Put "
      "a front of the VM's own before it (nginx on that port), then scan again.",
        "%1 由容器 %2 发布，迁移会停掉它，用户将无法再从该端口访问。请先在小鸡里放一个前端（nginx "
        "监听该端口），再扫描。" },
    { "nginx finds its own configuration wrong (nginx -t); the front ports will fail after its next restart.",
        "nginx 自检配置有误（nginx -t），下次重启后前端端口会失效。" },
    { "* is not there: where the front asks for a login, what lies behind it cannot be checked.",
        "%1 不存在：前端要求登录时，无法检查其后的服务。" },
    { "Less than 300 MiB of memory are available; the installation may be killed for want of it.",
        "可用内存不足 300 MiB，安装可能因内存不足被终止。" },
    { "Nothing listens on * (*).", "没有进程监听 %1（%2）。" },
    { "* is held by *, not by nginx.", "%1 被 %2 占用，不是 nginx。" },
    { "nginx's configuration does not show that * leads to *; compare it with the other VMs.",
        "nginx 配置里看不出 %1 指向 %2，请与其他小鸡对照。" },
    { "nginx leads * to *.", "nginx 把 %1 转到 %2。" },

    // other steps' findings and warnings
    { "* files or links of the user still name paths of the container. Those under * go on working through the link "
      "there; look at the others.",
        "用户的 %1 个文件或链接仍写着容器里的路径。%2 之下的经链接仍可用，其余请查看。" },
    { "* is not valid JSON (*); it was left as it is.", "%1 不是有效的 JSON（%2），原样保留。" },
    { "* files were written by both versions. Docker's stand in place, the direct version's are in *; let the user "
      "choose.",
        "有 %1 个文件两个版本都写过：现用 Docker 版的，直装版的在 %2，请用户选择。" },
    { "The value of * holds bytes that systemd does not pass on; it was left out.",
        "变量 %1 的值含 systemd 不传递的字节，已略去。" },
    { "* still names a place inside the container; look whether OpenClaw needs it.",
        "%1 仍指向容器内的位置，请看 OpenClaw 是否需要。" },
    { "docker stop reported an error; what runs is looked at next.", "docker stop 报错，接着会核对实际运行情况。" },
    { "The registry's latest is *, but openclaw * is what runs after the installation.",
        "软件源最新为 %1，安装后运行的却是 openclaw %2。" },
    { "* has settings of someone else that change the unit; look at them.", "%1 里有他人改动服务的设置，请查看。" },
    { "The image of * (*) could not be removed; something else uses it.", "%1 的镜像（%2）没能删除，另有程序在用。" },
    { "The log of * could not be saved completely.", "%1 的日志没能完整保存。" },
    { "* is not the directory that this run placed. What stands there is saved and kept all the same.",
        "%1 不是本次迁移放置的目录。其中的内容照样保存、保留。" },
    { "* is not there any more: what users wrote since the cutover could not be saved. The backup and the old data are "
      "untouched.",
        "%1 已经不在了：切换后用户写入的内容没能保存。备份和旧数据都没有动过。" },
    { "The old data is not what it was when the containers were stopped (the names are above). Docker's version is "
      "started with it as it is; the backup can be restored if it does not do.",
        "旧数据与停容器时不同（名称见上）。Docker 版按现状启动；若不行可从备份恢复。" },

    // changed keys
    { "path-rewritten *: now below *", "%1：路径已改到 %2 之下" },
    { "stale-log-path *: pointed to another place, which the printed procedure would have left",
        "%1：原来指向别处，照 SOP 原文会留着不改" },
    { "old-path *: still names *; a link leads from there to the new place", "%1：仍写着 %2，该处有链接通到新位置" },
    { "old-path *: names *, which nothing writes to any more", "%1：写着 %2，那里不再有程序写入" },
    { "old-path *: the name of the key is a place of the container", "%1：键名本身是容器里的位置" },
    { "container-path *: names *, which was the container's own", "%1：写着 %2，那是容器自己的位置" },
    { "included-file *: what is included is not looked at here", "%1：引用的文件这里不看" },
    { "byte-order-mark the byte order mark at the beginning is dropped", "去掉文件开头的字节序标记" },
    { "kept-bind *: stays as it was; the service's command line binds to loopback",
        "%1：保持原样；服务命令行已绑定本机回环" },
    { "kept-mode *: *", "%1：保持原模式（%2）" },

    // conditions of the deletion
    { "every step of A to H is green", "A 到 H 每一步都通过" },
    { "archives verified in *", "备份已在 %1 校验" },
    { "archives and supplement in * hold the source", "%1 里的备份加补充与源数据一致" },
    { "the copy was equal to the source before the first start", "首次启动前副本与源数据一致" },
    { "the direct gateway was started and stayed", "直装网关已启动并持续运行" },
    { "* critical checks passed at *", "%2 的 %1 项关键检查全部通过" },
    { "what the user accepted is what is installed", "用户验收的版本就是现装的版本" },
    { "generation *", "第 %1 代" },
    { "no hold on any node that answered", "应答的母机上都没有暂停标记" },
    { "nothing was deleted", "尚未删过" },
    { "nobody could be asked", "没有可问的对象" },
    { "the acceptance was not run, or something changed since", "尚未验收，或此后有改动" },
    { "* could not be checked (*)", "%1 没能检查（%2）" },
    { "the acceptance is not green", "验收未通过" },
    { "the acceptance of * is not of this moment: run it again", "%1 的验收不是此刻的，请重新验收" },
    { "user-accepted: *", "用户验收：%1" },
    { "accepted-versions-current: *", "验收版本：%1" },
    { "the user's acceptance is not recorded, or no longer counts", "没有用户验收记录，或已不作数" },
    { "the user's acceptance does not say who accepted", "用户验收没有写明验收人" },
    { "the user's acceptance does not say what was tried", "用户验收没有写明试了什么" },
    { "there is nothing accepted to compare with", "没有可比对的验收" },
    { "the versions accepted, or those installed now, are not known", "验收时或现在的版本未知" },
    { "changed since the user accepted: *; the user has to accept again", "用户验收后有变化：%1；须重新验收" },
    { "nobody holds this VM on its node: resume the run first", "母机上没有占用本小鸡的记录，请先继续该次迁移" },
    { "the node could not be asked who works on this VM", "问不到母机谁在操作本小鸡" },
    { "the VM was taken over (run *, generation *)", "小鸡已被接管（%1，第 %2 代）" },
    { "the lease is ours but its heartbeat has stopped", "占用在本机，但心跳已停" },
    { "cannot be asked, which counts as a hold: *", "问不到，按暂停处理：%1" },
    { "VM * on * (*)", "%2 上的小鸡 %1（%3）" },
    { "this VM's own node could not be asked", "问不到本小鸡的母机" },
    { "* has not run", "%1 尚未执行" },
    { "how * ended is not known yet", "%1 的结果还未知" },
    { "* did not pass", "%1 未通过" },
    { "* does not say so (*=*)", "%1 没有证明（%2=%3）" },
    { "*: expected *, found *", "%1：期望 %2，实际 %3" },

    // holds, troubles and what to do
    { "acceptance under way", "验收进行中" },
    { "acceptance passed", "验收通过" },
    { "the acceptance failed: *", "验收未通过：%1" },
    { "these checks could not be decided: *", "这些检查没有定论：%1" },
    { "the copy of the journal in the VM was not renewed: *", "VM 里的执行日志副本没有更新：%1" },
    { "nothing is needed: this desk's journal is whole, and the next task copies it again",
        "无需处理：本机的执行日志是完整的，下一个任务会再复制一次" },
    { "check again", "请重新验收" },
    { "mend it and check again, or roll back; until then no Docker is deleted anywhere",
        "修好后重新验收，或回滚；在此之前各处都不删 Docker" },
    { "nothing was deleted; meet what is named and ask again", "什么都没删；满足所列条件后再试" },
    { "nothing was changed; mend this and scan again", "什么都没改；处理后重新扫描" },
    { "resume the run", "请继续（resume）本次迁移" },
    { "see the step's output; resume to try it again, or roll back", "看该步输出；继续（resume）重试，或回滚" },
    { "accept it by name and resume, or roll back", "按名称确认后继续（resume），或回滚" },
    { "a step before it ended the chain", "前一步中止了这一串步骤" },
    { "the program ended while it was at this", "程序在执行此步时中断" },
    { "the link was lost before the guest began it", "小鸡开始前连接已断" },
    { "the guest has the job but does not run it", "小鸡收到了任务但没有运行" },
};

} // namespace undock
