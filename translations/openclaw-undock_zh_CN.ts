<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AcceptancePage</name>
    <message>
        <source>Acceptance</source>
        <translation>链路验收</translation>
    </message>
    <message>
        <source>Stage H: the whole chain, from the services to the port outside. A failure pauses the deletion of Docker on every VM.</source>
        <translation>阶段 H：从服务到公网端口的整条链路。任意一台失败，所有小鸡暂停删 Docker。</translation>
    </message>
    <message>
        <source>Acceptance checks</source>
        <translation>验收项</translation>
    </message>
    <message>
        <source>&amp;Run again</source>
        <translation>重新验收(&amp;R)</translation>
    </message>
    <message>
        <source>R&amp;oll back</source>
        <translation>回滚(&amp;O)</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>Gateway service stays up</source>
        <translation>网关服务持续运行</translation>
    </message>
    <message>
        <source>Panel service stays up</source>
        <translation>面板服务持续运行</translation>
    </message>
    <message>
        <source>Panel listens on 28080</source>
        <translation>面板监听 28080</translation>
    </message>
    <message>
        <source>Gateway listens on 28789</source>
        <translation>网关监听 28789</translation>
    </message>
    <message>
        <source>Panel answers directly</source>
        <translation>面板直连响应</translation>
    </message>
    <message>
        <source>Gateway answers directly</source>
        <translation>网关直连响应</translation>
    </message>
    <message>
        <source>Panel API: health</source>
        <translation>面板接口：健康</translation>
    </message>
    <message>
        <source>Panel API: settings</source>
        <translation>面板接口：设置</translation>
    </message>
    <message>
        <source>Panel API: dashboard</source>
        <translation>面板接口：总览</translation>
    </message>
    <message>
        <source>Panel sees the gateway&apos;s service</source>
        <translation>面板能看到网关服务</translation>
    </message>
    <message>
        <source>Update API: bot&apos;s version</source>
        <translation>更新接口：Bot 版本</translation>
    </message>
    <message>
        <source>Update API: panel&apos;s version</source>
        <translation>更新接口：面板版本</translation>
    </message>
    <message>
        <source>Saving the configuration changes nothing</source>
        <translation>配置原样保存往返</translation>
    </message>
    <message>
        <source>Exactly one gateway runs</source>
        <translation>只有一个网关在运行</translation>
    </message>
    <message>
        <source>No user&apos;s unit of OpenClaw is active</source>
        <translation>没有用户级 OpenClaw 服务</translation>
    </message>
    <message>
        <source>Gateway token unchanged</source>
        <translation>网关令牌未变</translation>
    </message>
    <message>
        <source>The gateway accepts the token</source>
        <translation>网关接受该令牌</translation>
    </message>
    <message>
        <source>Gateway mode</source>
        <translation>网关模式</translation>
    </message>
    <message>
        <source>Session files, source and target</source>
        <translation>会话文件数，源与目标</translation>
    </message>
    <message>
        <source>Workspace files, source and target</source>
        <translation>工作区文件数，源与目标</translation>
    </message>
    <message>
        <source>User data counts, source and target</source>
        <translation>用户数据抽样，源与目标</translation>
    </message>
    <message>
        <source>Data equal to the source before the first start</source>
        <translation>首次启动前数据与源一致</translation>
    </message>
    <message>
        <source>Source untouched</source>
        <translation>源数据未动</translation>
    </message>
    <message>
        <source>Old chat history can be read</source>
        <translation>旧聊天记录可读</translation>
    </message>
    <message>
        <source>SSH configuration unchanged</source>
        <translation>SSH 配置未变</translation>
    </message>
    <message>
        <source>The node&apos;s port mappings unchanged</source>
        <translation>母机端口映射未变</translation>
    </message>
    <message>
        <source>Services start at boot</source>
        <translation>服务开机自启</translation>
    </message>
    <message>
        <source>Containers stopped, policy no</source>
        <translation>容器已停、策略为 no</translation>
    </message>
    <message>
        <source>Disk space left</source>
        <translation>剩余磁盘空间</translation>
    </message>
    <message>
        <source>Panel from outside, from this desk</source>
        <translation>从本机访问面板公网端口</translation>
    </message>
    <message>
        <source>Gateway from outside, from this desk</source>
        <translation>从本机访问网关公网端口</translation>
    </message>
    <message>
        <source>Direct services answer</source>
        <translation>直装服务正常响应</translation>
    </message>
    <message>
        <source>Containers are gone</source>
        <translation>容器已删除</translation>
    </message>
    <message>
        <source>/data is untouched</source>
        <translation>/data 未动</translation>
    </message>
    <message>
        <source>Gateway&apos;s container runs</source>
        <translation>网关容器运行</translation>
    </message>
    <message>
        <source>Panel&apos;s container runs</source>
        <translation>面板容器运行</translation>
    </message>
    <message>
        <source>Docker&apos;s panel answers</source>
        <translation>Docker 版面板应答</translation>
    </message>
    <message>
        <source>Docker&apos;s gateway answers</source>
        <translation>Docker 版网关应答</translation>
    </message>
    <message>
        <source>Every check was made</source>
        <translation>各项检查都已执行</translation>
    </message>
    <message>
        <source>Answer of the model</source>
        <translation>模型的回答</translation>
    </message>
    <message>
        <source>Panel through the front, without login</source>
        <translation>面板经前端，不带登录</translation>
    </message>
    <message>
        <source>Gateway through the front, without login</source>
        <translation>网关经前端，不带登录</translation>
    </message>
    <message>
        <source>Panel through the front, with login</source>
        <translation>面板经前端，带登录</translation>
    </message>
    <message>
        <source>Gateway through the front, with login</source>
        <translation>网关经前端，带登录</translation>
    </message>
    <message>
        <source>WebSocket through the front</source>
        <translation>经前端的 WebSocket</translation>
    </message>
    <message>
        <source>WebSocket directly</source>
        <translation>直连的 WebSocket</translation>
    </message>
    <message>
        <source>Gateway&apos;s /healthz</source>
        <translation>网关 /healthz</translation>
    </message>
    <message>
        <source>Gateway&apos;s /readyz</source>
        <translation>网关 /readyz</translation>
    </message>
    <message>
        <source>Gateway&apos;s page at its own path, directly</source>
        <translation>网关控制页路径，直连</translation>
    </message>
    <message>
        <source>Gateway&apos;s page at its own path, through the front</source>
        <translation>网关控制页路径，经前端</translation>
    </message>
    <message>
        <source>The panel&apos;s list of sessions</source>
        <translation>面板的会话列表</translation>
    </message>
    <message>
        <source>Front&apos;s configuration (nginx) unchanged</source>
        <translation>前端（nginx 等）配置未变</translation>
    </message>
    <message>
        <source>Firewall and NAT unchanged</source>
        <translation>防火墙与 NAT 规则未变</translation>
    </message>
    <message>
        <source>Cron unchanged</source>
        <translation>定时任务未变</translation>
    </message>
    <message>
        <source>Who listens on 18080</source>
        <translation>18080 的监听者</translation>
    </message>
    <message>
        <source>Who listens on 18789</source>
        <translation>18789 的监听者</translation>
    </message>
    <message>
        <source>Direct gateway service is off</source>
        <translation>直装网关服务已停</translation>
    </message>
    <message>
        <source>Question to the model</source>
        <translation>向模型试问</translation>
    </message>
    <message>
        <source>Server of the model</source>
        <translation>模型服务器</translation>
    </message>
    <message>
        <source>Direct panel service is off</source>
        <translation>直装面板服务已停</translation>
    </message>
    <message>
        <source>What must not change</source>
        <translation>不应变的项目</translation>
    </message>
    <message>
        <source>Answers on the direct ports</source>
        <translation>直连 HTTP</translation>
    </message>
    <message>
        <source>Answers of the front, without login</source>
        <translation>前端 HTTP，不带登录</translation>
    </message>
    <message>
        <source>Answers of the front, with login</source>
        <translation>前端 HTTP，带登录</translation>
    </message>
    <message>
        <source>Health pages</source>
        <translation>健康检查页</translation>
    </message>
    <message>
        <source>Who listens on the ports</source>
        <translation>端口的监听者</translation>
    </message>
    <message>
        <source>Panel&apos;s interface</source>
        <translation>面板接口</translation>
    </message>
    <message>
        <source>Services stay up</source>
        <translation>服务持续运行</translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation>WebSocket</translation>
    </message>
</context>
<context>
    <name>Codes</name>
    <message>
        <source>The evidence bundle could not be written.</source>
        <translation>证据包写不出来。</translation>
    </message>
    <message>
        <source>This is no evidence bundle, or it is damaged.</source>
        <translation>这不是证据包，或已损坏。</translation>
    </message>
    <message>
        <source>The bundle does not prove what it holds: something was changed, dropped or added.</source>
        <translation>证据包核对不上：有内容被改、缺失或多出。</translation>
    </message>
    <message>
        <source>A file of the bundle is not what its index says: it was changed.</source>
        <translation>证据包里有文件与索引不符：被改过。</translation>
    </message>
    <message>
        <source>A file that the bundle&apos;s index names is missing.</source>
        <translation>证据包少了索引里有的文件。</translation>
    </message>
    <message>
        <source>The bundle has a file that its index does not name: it was added.</source>
        <translation>证据包多出索引里没有的文件。</translation>
    </message>
    <message>
        <source>Lines of the bundle&apos;s journal were changed, dropped or cut off.</source>
        <translation>证据包里的执行日志有行被改、被删或被截掉。</translation>
    </message>
    <message>
        <source>This bundle is of an older form: a signature would not cover its record.</source>
        <translation>这个证据包是旧格式：签名盖不住里面的记录。</translation>
    </message>
    <message>
        <source>There is no ssh-keygen on this desk, which makes and checks signatures.</source>
        <translation>这台电脑上没有 ssh-keygen，签名和核对签名都要用它。</translation>
    </message>
    <message>
        <source>ssh-keygen gave no answer in time.</source>
        <translation>ssh-keygen 没有及时应答。</translation>
    </message>
    <message>
        <source>The bundle was not signed.</source>
        <translation>证据包没有签成。</translation>
    </message>
    <message>
        <source>The key&apos;s passphrase was not given; nothing was signed.</source>
        <translation>没有给出密钥的口令，未签名。</translation>
    </message>
    <message>
        <source>The signature could not be looked at: nothing is known of it.</source>
        <translation>签名没能核对：是好是坏还不知道。</translation>
    </message>
    <message>
        <source>An earlier signature is not of this bundle&apos;s index.</source>
        <translation>已有的签名不是这个证据包索引的签名。</translation>
    </message>
    <message>
        <source>The bundle has a signature of this key already.</source>
        <translation>这把密钥已经签过这个证据包。</translation>
    </message>
    <message>
        <source>The bundle has as many signatures as it can hold.</source>
        <translation>证据包的签名数已满。</translation>
    </message>
    <message>
        <source>The index of the records folder could not be written.</source>
        <translation>记录文件夹的索引写不出来。</translation>
    </message>
    <message>
        <source>The journal was changed or is damaged.</source>
        <translation>执行日志被改动或已损坏。</translation>
    </message>
    <message>
        <source>These are no settings of this program.</source>
        <translation>这不是本程序的设置文件。</translation>
    </message>
    <message>
        <source>There is no VM with this number on the node.</source>
        <translation>母机上没有这个编号的小鸡。</translation>
    </message>
    <message>
        <source>The VM is not running.</source>
        <translation>小鸡没有运行。</translation>
    </message>
    <message>
        <source>The VM&apos;s configuration cannot be read.</source>
        <translation>读不出小鸡的配置。</translation>
    </message>
    <message>
        <source>The VM is locked on the node (backup or another operation).</source>
        <translation>小鸡在母机上被锁定（正在备份或有其他操作）。</translation>
    </message>
    <message>
        <source>The given address is not the VM&apos;s.</source>
        <translation>填写的 IP 与小鸡的实际 IP 不一致。</translation>
    </message>
    <message>
        <source>The node does not know the VM&apos;s address.</source>
        <translation>母机不知道这台小鸡的 IP。</translation>
    </message>
    <message>
        <source>The node&apos;s port mappings cannot be read.</source>
        <translation>读不到母机的端口映射。</translation>
    </message>
    <message>
        <source>Port mappings for this VM are missing on the node.</source>
        <translation>母机上缺少这台小鸡的端口映射。</translation>
    </message>
    <message>
        <source>A port mapping stands twice.</source>
        <translation>有端口映射重复。</translation>
    </message>
    <message>
        <source>Two port mappings contradict each other.</source>
        <translation>有端口映射互相冲突。</translation>
    </message>
    <message>
        <source>The node&apos;s port mappings for this VM are complete.</source>
        <translation>这台小鸡的端口映射完整。</translation>
    </message>
    <message>
        <source>The ledger and the node&apos;s NAT rules disagree.</source>
        <translation>台账与母机端口映射不一致。</translation>
    </message>
    <message>
        <source>The VM has no guest agent configured.</source>
        <translation>小鸡没有启用 guest agent。</translation>
    </message>
    <message>
        <source>There is room enough on the disk.</source>
        <translation>磁盘空间足够。</translation>
    </message>
    <message>
        <source>There is not enough room on the disk for backup, copy and installation.</source>
        <translation>磁盘空间不够做备份、复制和安装。</translation>
    </message>
    <message>
        <source>There is not enough room on the disk.</source>
        <translation>磁盘空间不足。</translation>
    </message>
    <message>
        <source>Too few inodes are free.</source>
        <translation>可用 inode 不足。</translation>
    </message>
    <message>
        <source>Little memory is available; the installation may be killed.</source>
        <translation>可用内存偏少，安装可能被系统杀掉。</translation>
    </message>
    <message>
        <source>This machine type was not tried.</source>
        <translation>这种 CPU 架构没有试过。</translation>
    </message>
    <message>
        <source>This system is not a Debian that was tried.</source>
        <translation>这个系统不是验证过的 Debian 版本。</translation>
    </message>
    <message>
        <source>The VM&apos;s clock is wrong.</source>
        <translation>小鸡时钟不准。</translation>
    </message>
    <message>
        <source>openclaw.json includes other files; only openclaw.json itself is adapted.</source>
        <translation>openclaw.json 引用了其他文件；只会改 openclaw.json 本身。</translation>
    </message>
    <message>
        <source>openclaw.json is JSON5; it becomes plain JSON, comments are not kept.</source>
        <translation>openclaw.json 是 JSON5，会转成普通 JSON，注释不保留（原文件留作备份）。</translation>
    </message>
    <message>
        <source>openclaw.json is missing or empty.</source>
        <translation>openclaw.json 不存在或为空。</translation>
    </message>
    <message>
        <source>openclaw.json cannot be read.</source>
        <translation>openclaw.json 无法解析。</translation>
    </message>
    <message>
        <source>The panel has no configuration; it starts with the procedure&apos;s settings.</source>
        <translation>面板没有配置文件，将按 SOP 的设置启动。</translation>
    </message>
    <message>
        <source>The panel&apos;s configuration cannot be read.</source>
        <translation>面板配置无法解析。</translation>
    </message>
    <message>
        <source>The project has one container more; it is stopped with the others.</source>
        <translation>compose 项目里还有别的容器，会一起停止，但不迁移它的内容。</translation>
    </message>
    <message>
        <source>A container does not run.</source>
        <translation>有容器没有运行。</translation>
    </message>
    <message>
        <source>A container is missing; nothing to migrate from, or it was migrated before.</source>
        <translation>缺少容器：没有可迁移的内容，或以前已迁移过。</translation>
    </message>
    <message>
        <source>The container&apos;s OpenClaw version is known.</source>
        <translation>已确认容器内 OpenClaw 的版本。</translation>
    </message>
    <message>
        <source>The container&apos;s OpenClaw version could not be told.</source>
        <translation>看不出容器内 OpenClaw 的版本。</translation>
    </message>
    <message>
        <source>A container&apos;s own layer has changes that the direct install will not have; they are saved.</source>
        <translation>容器自身层有改动，直装版里没有；删 Docker 前会先保存。</translation>
    </message>
    <message>
        <source>There is no Docker in the VM.</source>
        <translation>小鸡里没有 Docker。</translation>
    </message>
    <message>
        <source>Docker&apos;s daemon does not answer.</source>
        <translation>Docker 守护进程没有响应。</translation>
    </message>
    <message>
        <source>docker compose does not work in the VM; Docker&apos;s version could not be started again.</source>
        <translation>docker compose 不可用，将无法恢复 Docker 版。</translation>
    </message>
    <message>
        <source>There is no compose file in /opt/openclaw.</source>
        <translation>/opt/openclaw 下没有 compose 文件。</translation>
    </message>
    <message>
        <source>A leftover openclaw is there that does not run; it is replaced.</source>
        <translation>有残留的 openclaw 命令但不能运行，安装时会替换。</translation>
    </message>
    <message>
        <source>OpenClaw is installed in the VM already.</source>
        <translation>小鸡里已装有 OpenClaw。</translation>
    </message>
    <message>
        <source>A node is there that does not run; it is replaced.</source>
        <translation>有 node 但不能运行，安装时会替换。</translation>
    </message>
    <message>
        <source>The web login file is missing; checks with the login cannot be made.</source>
        <translation>缺少网页登录文件，无法做带密码的验收。</translation>
    </message>
    <message>
        <source>nginx finds its own configuration wrong.</source>
        <translation>nginx -t 报配置有误，下次重启后前置端口会失败。</translation>
    </message>
    <message>
        <source>There is no nginx in the VM.</source>
        <translation>小鸡里没有 nginx，前置端口验收会失败。</translation>
    </message>
    <message>
        <source>The panel&apos;s source limits requests for now.</source>
        <translation>面板下载源限流，下载可能要等一会儿。</translation>
    </message>
    <message>
        <source>The panel&apos;s release can be had.</source>
        <translation>面板版本可以下载。</translation>
    </message>
    <message>
        <source>There is no such release of the panel.</source>
        <translation>面板仓库里没有这个版本。</translation>
    </message>
    <message>
        <source>The panel&apos;s release cannot be fetched.</source>
        <translation>面板版本下载不了。</translation>
    </message>
    <message>
        <source>The installer cannot be fetched.</source>
        <translation>安装脚本下载不了。</translation>
    </message>
    <message>
        <source>The package registry does not answer.</source>
        <translation>软件包源没有响应。</translation>
    </message>
    <message>
        <source>The package registry&apos;s answer cannot be read.</source>
        <translation>软件包源的返回无法识别。</translation>
    </message>
    <message>
        <source>A container has the restart policy &quot;always&quot;; it is noted and set to no.</source>
        <translation>有容器的重启策略是 always；会记下并改为 no。</translation>
    </message>
    <message>
        <source>A container does not publish the expected port.</source>
        <translation>容器没有发布预期端口。</translation>
    </message>
    <message>
        <source>A container&apos;s data is mounted from elsewhere.</source>
        <translation>容器数据挂载自别处。</translation>
    </message>
    <message>
        <source>A folder inside the gateway&apos;s state directory is mounted from elsewhere; it would not be moved.</source>
        <translation>网关状态目录里有一处从别处挂载，不会被迁移。</translation>
    </message>
    <message>
        <source>A folder is not there; the backup does without it and says so.</source>
        <translation>有目录不存在，备份会跳过并注明。</translation>
    </message>
    <message>
        <source>A source folder is a symbolic link.</source>
        <translation>源目录是符号链接。</translation>
    </message>
    <message>
        <source>There is no /data/openclaw; nothing to migrate.</source>
        <translation>没有 /data/openclaw，无可迁移。</translation>
    </message>
    <message>
        <source>/root/.openclaw is there already; it is moved aside and kept.</source>
        <translation>/root/.openclaw 已存在；会移到旁边保留，不合并也不覆盖。</translation>
    </message>
    <message>
        <source>The configuration and the container name different gateway tokens.</source>
        <translation>配置与容器环境里的网关令牌不一致。</translation>
    </message>
    <message>
        <source>There is no gateway token; the gateway makes one of its own.</source>
        <translation>没有网关令牌，网关会自己生成。</translation>
    </message>
    <message>
        <source>A user&apos;s unit of OpenClaw is there; if it starts, two gateways run.</source>
        <translation>有用户级 OpenClaw 服务，一旦启动会出现两个网关。</translation>
    </message>
    <message>
        <source>The chosen OpenClaw is newer than the container&apos;s; its first start changes data.</source>
        <translation>所选版本比容器内的新，首次启动会改动数据。</translation>
    </message>
    <message>
        <source>This OpenClaw version is not in the package registry.</source>
        <translation>软件包源里没有这个版本。</translation>
    </message>
    <message>
        <source>The version to keep could not be told.</source>
        <translation>看不出要沿用的版本。</translation>
    </message>
    <message>
        <source>A workspace lies outside the state folder; it is not moved.</source>
        <translation>有工作区在数据目录之外，只存在于容器内，不会迁移。</translation>
    </message>
    <message>
        <source>Files of the user still name the old paths.</source>
        <translation>用户文件里仍有旧路径。</translation>
    </message>
    <message>
        <source>This VM is migrated already.</source>
        <translation>这台小鸡已经是直装版。</translation>
    </message>
    <message>
        <source>Docker&apos;s version and a direct install are both there.</source>
        <translation>Docker 版与直装版同时存在。</translation>
    </message>
    <message>
        <source>Another gateway runs in this VM.</source>
        <translation>小鸡里还有另一个网关在运行。</translation>
    </message>
    <message>
        <source>Commands are missing in the VM.</source>
        <translation>小鸡里缺少必要命令。</translation>
    </message>
    <message>
        <source>The VM&apos;s python3 lacks parts of its standard library.</source>
        <translation>小鸡的 python3 标准库不完整。</translation>
    </message>
    <message>
        <source>The backup&apos;s checksums do not fit.</source>
        <translation>备份校验和不符。</translation>
    </message>
    <message>
        <source>The backup folder is not there any more.</source>
        <translation>备份目录不见了。</translation>
    </message>
    <message>
        <source>The backup folder is there already and is not this run&apos;s.</source>
        <translation>备份目录已存在，且不属于本次迁移。</translation>
    </message>
    <message>
        <source>The backup was never finished.</source>
        <translation>备份没有做完。</translation>
    </message>
    <message>
        <source>The data could not be archived.</source>
        <translation>打包失败。</translation>
    </message>
    <message>
        <source>That is not the name of a backup of openclaw.json.</source>
        <translation>这不是 openclaw.json 备份的文件名。</translation>
    </message>
    <message>
        <source>A prepared configuration is not valid JSON.</source>
        <translation>准备好的配置不是合法 JSON（程序错误）。</translation>
    </message>
    <message>
        <source>The configuration changed since it was read.</source>
        <translation>配置在读取之后被改动过。</translation>
    </message>
    <message>
        <source>The panel&apos;s configuration changed since it was read.</source>
        <translation>面板配置在读取之后被改动过。</translation>
    </message>
    <message>
        <source>The gateway&apos;s container was made anew since it was read.</source>
        <translation>网关容器在读取之后被重新创建过。</translation>
    </message>
    <message>
        <source>Another desk has this VM now, or its card was removed.</source>
        <translation>这台小鸡现由别处操作，或占用卡已被移除。</translation>
    </message>
    <message>
        <source>Containers are still there.</source>
        <translation>容器还在。</translation>
    </message>
    <message>
        <source>Docker&apos;s version ran again after its data was copied; going on takes the data anew.</source>
        <translation>复制数据之后 Docker 版又运行过；继续时会重新取数据。</translation>
    </message>
    <message>
        <source>Containers run that should be stopped.</source>
        <translation>应当停止的容器在运行。</translation>
    </message>
    <message>
        <source>The containers are still there.</source>
        <translation>容器还没删，先删容器。</translation>
    </message>
    <message>
        <source>The copy is not equal to the source.</source>
        <translation>复制结果与源数据不一致。</translation>
    </message>
    <message>
        <source>The cutover mark belongs to another run.</source>
        <translation>切换标记属于另一次迁移。</translation>
    </message>
    <message>
        <source>What users wrote since the cutover is not saved yet.</source>
        <translation>切换后用户写入的数据还没保存。</translation>
    </message>
    <message>
        <source>The direct services do not answer steadily.</source>
        <translation>直装服务没有稳定响应。</translation>
    </message>
    <message>
        <source>docker compose down failed.</source>
        <translation>docker compose down 失败。</translation>
    </message>
    <message>
        <source>Another installation runs in the VM.</source>
        <translation>小鸡里另有安装正在进行。</translation>
    </message>
    <message>
        <source>The installer failed.</source>
        <translation>安装脚本失败。</translation>
    </message>
    <message>
        <source>The installer did not end in time and was ended.</source>
        <translation>安装脚本超时，已终止。</translation>
    </message>
    <message>
        <source>What was fetched is no script; nothing was installed.</source>
        <translation>下载到的不是脚本，没有安装任何东西。</translation>
    </message>
    <message>
        <source>The containers&apos; logs and layers are not saved yet.</source>
        <translation>容器日志和自身层还没保存。</translation>
    </message>
    <message>
        <source>There are no containers to stop.</source>
        <translation>没有可停的容器。</translation>
    </message>
    <message>
        <source>There is no room for the copy.</source>
        <translation>没有空间存放副本。</translation>
    </message>
    <message>
        <source>That backup of openclaw.json is not there.</source>
        <translation>没有这份 openclaw.json 备份。</translation>
    </message>
    <message>
        <source>There is no node that runs after the installation.</source>
        <translation>安装后没有可用的 node。</translation>
    </message>
    <message>
        <source>The installed node is too old for this OpenClaw.</source>
        <translation>装上的 node 版本过旧。</translation>
    </message>
    <message>
        <source>There is no openclaw that runs after the installation.</source>
        <translation>安装后没有可用的 openclaw。</translation>
    </message>
    <message>
        <source>The installer brought another version than the one asked for.</source>
        <translation>安装到的版本与要求不符。</translation>
    </message>
    <message>
        <source>This VM does not run directly.</source>
        <translation>这台小鸡不是直装运行。</translation>
    </message>
    <message>
        <source>A direct service is still started at boot.</source>
        <translation>直装服务仍会开机启动。</translation>
    </message>
    <message>
        <source>The data in place is not what this run placed.</source>
        <translation>就位的数据不是本次迁移放置的。</translation>
    </message>
    <message>
        <source>The copy is not proven equal to the source.</source>
        <translation>副本还没证明与源数据一致。</translation>
    </message>
    <message>
        <source>A direct service does not stop.</source>
        <translation>直装服务停不下来。</translation>
    </message>
    <message>
        <source>The direct services do not get up.</source>
        <translation>直装服务起不来。</translation>
    </message>
    <message>
        <source>The panel&apos;s program does not parse.</source>
        <translation>面板程序无法解析。</translation>
    </message>
    <message>
        <source>The panel&apos;s dependencies could not be installed.</source>
        <translation>面板依赖安装失败。</translation>
    </message>
    <message>
        <source>The panel&apos;s folder is a symbolic link.</source>
        <translation>面板目录是符号链接。</translation>
    </message>
    <message>
        <source>The direct panel runs already.</source>
        <translation>直装面板已在运行。</translation>
    </message>
    <message>
        <source>A restart policy could not be set.</source>
        <translation>重启策略没改成功。</translation>
    </message>
    <message>
        <source>A port is still taken after the stop.</source>
        <translation>停止后端口仍被占用。</translation>
    </message>
    <message>
        <source>A port is taken.</source>
        <translation>端口被占用。</translation>
    </message>
    <message>
        <source>An archive could not be unpacked; nothing was changed.</source>
        <translation>归档解包失败，没有改动任何东西。</translation>
    </message>
    <message>
        <source>What was unpacked differs from the manifest.</source>
        <translation>解包结果与清单不一致。</translation>
    </message>
    <message>
        <source>What users wrote since the cutover could not be saved completely.</source>
        <translation>切换后用户写入的数据没能完整保存。</translation>
    </message>
    <message>
        <source>What users wrote since the cutover could not be saved.</source>
        <translation>切换后用户写入的数据保存失败。</translation>
    </message>
    <message>
        <source>The rollback&apos;s snapshot is not there any more.</source>
        <translation>回滚时的快照不见了。</translation>
    </message>
    <message>
        <source>The old data is not what it was when the containers were stopped.</source>
        <translation>源数据与停容器时不一致。</translation>
    </message>
    <message>
        <source>The source changes although the containers are stopped.</source>
        <translation>容器已停，源数据仍在变化。</translation>
    </message>
    <message>
        <source>The source is being written although the containers are stopped.</source>
        <translation>容器已停，仍有程序在写源数据。</translation>
    </message>
    <message>
        <source>The source cannot be read.</source>
        <translation>源数据读不出来。</translation>
    </message>
    <message>
        <source>The staged copy is not there.</source>
        <translation>暂存副本不存在。</translation>
    </message>
    <message>
        <source>Containers did not stop; nothing was removed.</source>
        <translation>容器没有停下来；没有删除任何东西。</translation>
    </message>
    <message>
        <source>/root/.openclaw is not there any more.</source>
        <translation>/root/.openclaw 已经不在了。</translation>
    </message>
    <message>
        <source>/root/.openclaw is not the directory that this run placed.</source>
        <translation>/root/.openclaw 不是本次迁移放置的目录。</translation>
    </message>
    <message>
        <source>systemd cannot load a unit.</source>
        <translation>systemd 加载不了服务单元。</translation>
    </message>
    <message>
        <source>A service of this name runs that was not made by this program.</source>
        <translation>同名服务正在运行，且不是本程序创建的。</translation>
    </message>
    <message>
        <source>A unit was not written by this program.</source>
        <translation>服务单元不是本程序写的。</translation>
    </message>
    <message>
        <source>A running unit was not written by this program; it is not touched.</source>
        <translation>运行中的服务单元不是本程序写的，不会动它。</translation>
    </message>
    <message>
        <source>A step was not given its value: an error of the program.</source>
        <translation>步骤缺少参数（程序错误）。</translation>
    </message>
    <message>
        <source>An earlier step left no result.</source>
        <translation>前面的步骤没有留下结果。</translation>
    </message>
    <message>
        <source>Critical checks failed.</source>
        <translation>有关键验收项失败。</translation>
    </message>
    <message>
        <source>Critical checks could not be made.</source>
        <translation>有关键验收项无法检查。</translation>
    </message>
    <message>
        <source>Docker&apos;s version does not answer as it should.</source>
        <translation>Docker 版没有正常恢复响应。</translation>
    </message>
    <message>
        <source>A service would not get the variables that the container had.</source>
        <translation>服务拿不到容器里的环境变量。</translation>
    </message>
    <message>
        <source>The new environment file could not be tried.</source>
        <translation>新的环境文件没能试运行。</translation>
    </message>
    <message>
        <source>What is in a container&apos;s layer could not be saved; nothing was deleted.</source>
        <translation>容器自身层没能保存；没有删除任何东西。</translation>
    </message>
    <message>
        <source>docker diff failed; nothing was deleted.</source>
        <translation>docker diff 失败；没有删除任何东西。</translation>
    </message>
    <message>
        <source>The manifest does not cover the source.</source>
        <translation>清单没有覆盖源数据。</translation>
    </message>
    <message>
        <source>The target is no staging directory.</source>
        <translation>目标不是暂存目录。</translation>
    </message>
    <message>
        <source>The panel&apos;s tarball cannot be unpacked.</source>
        <translation>面板安装包解不开。</translation>
    </message>
    <message>
        <source>The panel&apos;s tarball is not what a release looks like.</source>
        <translation>面板安装包内容不对。</translation>
    </message>
    <message>
        <source>The supplement cannot be read back.</source>
        <translation>补充备份读不回来。</translation>
    </message>
    <message>
        <source>The supplement could not be written.</source>
        <translation>补充备份写不下去。</translation>
    </message>
    <message>
        <source>The gateway&apos;s token would change.</source>
        <translation>网关令牌会变。</translation>
    </message>
    <message>
        <source>The step ended before it was done.</source>
        <translation>步骤没做完就结束了。</translation>
    </message>
    <message>
        <source>The step took longer than its limit and was ended.</source>
        <translation>步骤超时，已终止。</translation>
    </message>
    <message>
        <source>Files were written by both versions; Docker&apos;s stand in place.</source>
        <translation>有文件被两个版本都写过；保留 Docker 版的。</translation>
    </message>
    <message>
        <source>A variable still names a place inside the container.</source>
        <translation>有环境变量仍指向容器内的路径。</translation>
    </message>
    <message>
        <source>A variable could not be carried over.</source>
        <translation>有环境变量带不过来，已略去。</translation>
    </message>
    <message>
        <source>A file is not valid JSON and was left as it is.</source>
        <translation>有文件不是合法 JSON，保持原样。</translation>
    </message>
    <message>
        <source>An image could not be removed.</source>
        <translation>有镜像删不掉，仍被占用。</translation>
    </message>
    <message>
        <source>A container&apos;s log could not be saved completely.</source>
        <translation>容器日志没能完整保存。</translation>
    </message>
    <message>
        <source>The installed version is not the registry&apos;s latest.</source>
        <translation>装上的不是最新版。</translation>
    </message>
    <message>
        <source>docker stop reported an error.</source>
        <translation>docker stop 报了错，以随后的实际状态为准。</translation>
    </message>
    <message>
        <source>Someone else&apos;s settings change the unit.</source>
        <translation>服务单元有他人加的覆盖设置。</translation>
    </message>
    <message>
        <source>The node cannot be reached: no route, or it does not answer.</source>
        <translation>连不上母机：无路由或无响应。</translation>
    </message>
    <message>
        <source>The node&apos;s name is not known to the name service.</source>
        <translation>解析不了母机的域名。</translation>
    </message>
    <message>
        <source>The node did not answer in time.</source>
        <translation>连接母机超时。</translation>
    </message>
    <message>
        <source>The connection to the node could not be made.</source>
        <translation>无法与母机建立连接。</translation>
    </message>
    <message>
        <source>The node&apos;s SSH could not be agreed with.</source>
        <translation>与母机 SSH 协商失败。</translation>
    </message>
    <message>
        <source>The jump host does not lead to the node.</source>
        <translation>经跳板机到不了母机。</translation>
    </message>
    <message>
        <source>The node refuses connections on that port.</source>
        <translation>母机拒绝该端口的连接。</translation>
    </message>
    <message>
        <source>The node&apos;s host key is not the one that was trusted before. Everything stops here.</source>
        <translation>母机的主机指纹与之前信任的不同，已全部停止。</translation>
    </message>
    <message>
        <source>The node shows a host key of another kind than the trusted one. Everything stops here.</source>
        <translation>母机给出的主机密钥类型与之前信任的不同，已全部停止。</translation>
    </message>
    <message>
        <source>The node&apos;s host key was not trusted.</source>
        <translation>没有信任母机的主机指纹。</translation>
    </message>
    <message>
        <source>The node&apos;s host key could not be checked.</source>
        <translation>无法核对母机的主机指纹。</translation>
    </message>
    <message>
        <source>The file of trusted host keys cannot be written.</source>
        <translation>known_hosts 文件写不进去。</translation>
    </message>
    <message>
        <source>The node accepts none of the offered logins.</source>
        <translation>母机不接受提供的任何登录方式。</translation>
    </message>
    <message>
        <source>The key file cannot be read.</source>
        <translation>密钥文件读不出来。</translation>
    </message>
    <message>
        <source>There is no connection to the node.</source>
        <translation>没有连到母机。</translation>
    </message>
    <message>
        <source>The node refused to run a command.</source>
        <translation>母机拒绝执行命令。</translation>
    </message>
    <message>
        <source>The connection to the node was lost.</source>
        <translation>与母机的连接断开了。</translation>
    </message>
    <message>
        <source>The node stopped answering.</source>
        <translation>母机不再响应。</translation>
    </message>
    <message>
        <source>A command on the node did not end in time.</source>
        <translation>母机上的命令超时。</translation>
    </message>
    <message>
        <source>It was stopped on request.</source>
        <translation>已按要求停止。</translation>
    </message>
    <message>
        <source>This host is not a Proxmox node: it has no qm.</source>
        <translation>这台主机不是 Proxmox 母机：没有 qm。</translation>
    </message>
    <message>
        <source>This user may not use sudo without a password on the node.</source>
        <translation>该用户在母机上不能免密 sudo。</translation>
    </message>
    <message>
        <source>The question was declined.</source>
        <translation>问题未获确认。</translation>
    </message>
    <message>
        <source>Deletion is paused: a hold is in force.</source>
        <translation>暂停删 Docker 生效中。</translation>
    </message>
    <message>
        <source>Someone else works on this VM.</source>
        <translation>别人正在操作这台小鸡。</translation>
    </message>
    <message>
        <source>All three slots of the node are taken.</source>
        <translation>母机的三个并行名额已满。</translation>
    </message>
    <message>
        <source>The VM is busy with a job of another run.</source>
        <translation>小鸡正被另一次迁移占用。</translation>
    </message>
    <message>
        <source>Another desk has taken this VM over.</source>
        <translation>这台小鸡已被另一台工作站接手。</translation>
    </message>
    <message>
        <source>The acceptance is not green.</source>
        <translation>链路验收没有全部通过。</translation>
    </message>
    <message>
        <source>Docker is already deleted on this VM.</source>
        <translation>这台小鸡的 Docker 已删除。</translation>
    </message>
    <message>
        <source>This run is rolled back already.</source>
        <translation>本次迁移已回滚。</translation>
    </message>
    <message>
        <source>This run has no verified backup.</source>
        <translation>本次迁移没有校验过的备份。</translation>
    </message>
    <message>
        <source>The images go only after the containers.</source>
        <translation>先删容器，才能删镜像。</translation>
    </message>
    <message>
        <source>The direct install has not been started on this VM.</source>
        <translation>直装版还没启动过，无可验收。</translation>
    </message>
    <message>
        <source>No run was ever begun in this VM.</source>
        <translation>这台小鸡没有可接手的迁移。</translation>
    </message>
    <message>
        <source>A rollback of this run is not finished.</source>
        <translation>本次迁移的回滚还没做完。</translation>
    </message>
    <message>
        <source>This run is finished.</source>
        <translation>本次迁移已结束。</translation>
    </message>
    <message>
        <source>The run is at work.</source>
        <translation>本次迁移正在执行。</translation>
    </message>
    <message>
        <source>This run has gone beyond its scan.</source>
        <translation>本次迁移已过扫描阶段。</translation>
    </message>
    <message>
        <source>There is no such run.</source>
        <translation>没有这次迁移。</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>文件写不进去。</translation>
    </message>
    <message>
        <source>This field is needed.</source>
        <translation>此项必填。</translation>
    </message>
    <message>
        <source>There is no such field.</source>
        <translation>没有这个字段。</translation>
    </message>
    <message>
        <source>A VM number has digits only, from 100 to 999999999.</source>
        <translation>小鸡编号只能是 100 到 999999999 的数字。</translation>
    </message>
    <message>
        <source>This is not an IPv4 address that a VM can have.</source>
        <translation>这不是小鸡可用的 IPv4 地址。</translation>
    </message>
    <message>
        <source>A node is written user@host or user@host:port.</source>
        <translation>母机写作 user@host 或 user@host:port。</translation>
    </message>
    <message>
        <source>This is not a user name.</source>
        <translation>用户名不合法。</translation>
    </message>
    <message>
        <source>This is not a host name or address.</source>
        <translation>主机名或地址不合法。</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>端口是 1 到 65535 的数字。</translation>
    </message>
    <message>
        <source>A release tag has letters, digits and . _ + - only.</source>
        <translation>版本标签只能含字母、数字和 . _ + -。</translation>
    </message>
    <message>
        <source>A repository is written owner/name.</source>
        <translation>仓库写作 owner/name。</translation>
    </message>
    <message>
        <source>Write same, latest, or a version such as 2026.2.19.</source>
        <translation>请写 same、latest 或 2026.2.19 这样的版本号。</translation>
    </message>
    <message>
        <source>The mode is local or remote.</source>
        <translation>模式只能是 local 或 remote。</translation>
    </message>
    <message>
        <source>The order is procedure or early.</source>
        <translation>顺序只能是 procedure 或 early。</translation>
    </message>
    <message>
        <source>This is not an https:// or http:// address without login and query.</source>
        <translation>这不是不带登录信息和查询的 https:// 或 http:// 地址。</translation>
    </message>
    <message>
        <source>A name has 1 to 100 printable characters.</source>
        <translation>姓名为 1 到 100 个可见字符。</translation>
    </message>
    <message>
        <source>There is no line in it.</source>
        <translation>里面没有内容。</translation>
    </message>
    <message>
        <source>There are more than 10,000 lines.</source>
        <translation>超过 10000 行。</translation>
    </message>
    <message>
        <source>There is a column too many.</source>
        <translation>多出一列。</translation>
    </message>
    <message>
        <source>This VM stands here twice.</source>
        <translation>这台小鸡重复出现。</translation>
    </message>
    <message>
        <source>The direct version has not taken over.</source>
        <translation>还没切换到直装版。</translation>
    </message>
    <message>
        <source>The user&apos;s acceptance is not recorded.</source>
        <translation>还没登记用户验收。</translation>
    </message>
    <message>
        <source>The acceptance is too old; it has to be run again.</source>
        <translation>验收结果过旧，需要重新验收。</translation>
    </message>
    <message>
        <source>The node that was installed is not there any more.</source>
        <translation>装好的 node 不见了。</translation>
    </message>
    <message>
        <source>The openclaw that was installed is not there any more.</source>
        <translation>装好的 openclaw 不见了。</translation>
    </message>
    <message>
        <source>The deletion was not confirmed.</source>
        <translation>删除没有得到确认。</translation>
    </message>
    <message>
        <source>The direct services run already.</source>
        <translation>直装服务已在运行。</translation>
    </message>
    <message>
        <source>Docker&apos;s images are gone; its version cannot come back.</source>
        <translation>Docker 镜像已删，无法恢复 Docker 版。</translation>
    </message>
    <message>
        <source>openclaw.json is a symbolic link.</source>
        <translation>openclaw.json 是符号链接。</translation>
    </message>
    <message>
        <source>A socket or pipe lies in the data; it is not copied.</source>
        <translation>数据里有套接字或管道文件，不会复制。</translation>
    </message>
    <message>
        <source>The wanted OpenClaw version can be had.</source>
        <translation>所选 OpenClaw 版本可以获取。</translation>
    </message>
    <message>
        <source>The installer can be had.</source>
        <translation>安装脚本可以下载。</translation>
    </message>
    <message>
        <source>The commands that the migration needs are there.</source>
        <translation>迁移所需命令齐全。</translation>
    </message>
    <message>
        <source>A container keeps data in a Docker volume, which is not moved.</source>
        <translation>有容器把数据存在 Docker 卷里，不会迁移。</translation>
    </message>
    <message>
        <source>nginx leads 18080 to the panel.</source>
        <translation>nginx 已把 18080 转到面板。</translation>
    </message>
    <message>
        <source>nginx leads 18789 to the gateway.</source>
        <translation>nginx 已把 18789 转到网关。</translation>
    </message>
    <message>
        <source>Nothing listens on 18080, where nginx should.</source>
        <translation>18080 没有程序监听，本该是 nginx。</translation>
    </message>
    <message>
        <source>Nothing listens on 18789, where nginx should.</source>
        <translation>18789 没有程序监听，本该是 nginx。</translation>
    </message>
    <message>
        <source>Something else than nginx holds 18080.</source>
        <translation>18080 被 nginx 以外的程序占用。</translation>
    </message>
    <message>
        <source>Something else than nginx holds 18789.</source>
        <translation>18789 被 nginx 以外的程序占用。</translation>
    </message>
    <message>
        <source>nginx&apos;s configuration does not show where 18080 leads.</source>
        <translation>nginx 配置里看不出 18080 转到哪里。</translation>
    </message>
    <message>
        <source>nginx&apos;s configuration does not show where 18789 leads.</source>
        <translation>nginx 配置里看不出 18789 转到哪里。</translation>
    </message>
    <message>
        <source>A path of the container was rewritten to its new place.</source>
        <translation>容器内路径已改成新位置。</translation>
    </message>
    <message>
        <source>An old path is still named here; a link leads from there to the new place.</source>
        <translation>此处仍写着旧路径，已有链接指向新位置。</translation>
    </message>
    <message>
        <source>A path inside the container is named here.</source>
        <translation>此处写着容器内的路径。</translation>
    </message>
    <message>
        <source>An old log path was replaced.</source>
        <translation>旧的日志路径已替换。</translation>
    </message>
    <message>
        <source>Another file is included here; it is not adapted.</source>
        <translation>此处引用了别的文件，不会改动它。</translation>
    </message>
    <message>
        <source>The gateway&apos;s mode stays as it was.</source>
        <translation>网关模式保持原样。</translation>
    </message>
    <message>
        <source>The gateway&apos;s address stays as it was.</source>
        <translation>网关监听地址保持原样。</translation>
    </message>
    <message>
        <source>The byte order mark at the beginning was dropped.</source>
        <translation>已去掉文件开头的 BOM。</translation>
    </message>
    <message>
        <source>The configuration has something else here than an object.</source>
        <translation>配置此处应为对象，实际不是。</translation>
    </message>
    <message>
        <source>The configuration cannot be read.</source>
        <translation>配置读不出来。</translation>
    </message>
    <message>
        <source>There is no hold on this VM.</source>
        <translation>这台小鸡没有暂停删 Docker。</translation>
    </message>
    <message>
        <source>Its acceptance has neither passed, nor was the VM rolled back, nor is it gone.</source>
        <translation>这台小鸡验收没通过，也没有回滚，还在那里。</translation>
    </message>
    <message>
        <source>A hold is released with a reason only.</source>
        <translation>解除暂停必须写明原因。</translation>
    </message>
    <message>
        <source>The run&apos;s journal cannot be read.</source>
        <translation>执行日志读不出来。</translation>
    </message>
    <message>
        <source>The run&apos;s journal cannot be written.</source>
        <translation>执行日志写不进去。</translation>
    </message>
    <message>
        <source>Another program is working on this run.</source>
        <translation>另一个程序正在处理本次迁移。</translation>
    </message>
    <message>
        <source>The run&apos;s journal is damaged.</source>
        <translation>执行日志已损坏。</translation>
    </message>
    <message>
        <source>The program&apos;s data folder cannot be written.</source>
        <translation>程序的数据文件夹写不进去。</translation>
    </message>
    <message>
        <source>The command runs on in the VM.</source>
        <translation>命令仍在小鸡里运行。</translation>
    </message>
    <message>
        <source>The VM&apos;s configuration on the node cannot be read.</source>
        <translation>母机上这台小鸡的配置读不出来。</translation>
    </message>
    <message>
        <source>The guest agent does not run in the VM, or does not answer.</source>
        <translation>小鸡里的 guest agent 没在运行，或没有应答。</translation>
    </message>
    <message>
        <source>The guest agent took too long to answer.</source>
        <translation>guest agent 应答超时。</translation>
    </message>
    <message>
        <source>The guest agent is not allowed to run commands.</source>
        <translation>guest agent 不允许执行命令。</translation>
    </message>
    <message>
        <source>The node cannot reach the VM&apos;s agent socket.</source>
        <translation>母机连不上小鸡的 agent 套接字。</translation>
    </message>
    <message>
        <source>The command&apos;s result was already taken by another caller.</source>
        <translation>命令的结果已被别的调用取走。</translation>
    </message>
    <message>
        <source>The node&apos;s qm gave an answer that cannot be read.</source>
        <translation>母机的 qm 给出的回答看不懂。</translation>
    </message>
    <message>
        <source>A step&apos;s header is not in order: an error of the program.</source>
        <translation>步骤的文件头有误，属于程序错误。</translation>
    </message>
    <message>
        <source>A step cannot be read: an error of the program.</source>
        <translation>步骤读不出来，属于程序错误。</translation>
    </message>
    <message>
        <source>There is no such step: an error of the program.</source>
        <translation>没有这个步骤，属于程序错误。</translation>
    </message>
    <message>
        <source>This VM is in the queue already.</source>
        <translation>这台小鸡已在队列里。</translation>
    </message>
    <message>
        <source>Some checks could not be decided.</source>
        <translation>有验收项无法判定。</translation>
    </message>
    <message>
        <source>Not every condition of the deletion holds; nothing was deleted.</source>
        <translation>删 Docker 的条件未全部满足，什么都没删。</translation>
    </message>
    <message>
        <source>The node was not asked.</source>
        <translation>没有问到母机。</translation>
    </message>
    <message>
        <source>Only after a rollback is there something to carry back.</source>
        <translation>回滚之后才有数据可带回。</translation>
    </message>
    <message>
        <source>The VM has the job but does not run it.</source>
        <translation>小鸡收到了任务，但没有运行。</translation>
    </message>
    <message>
        <source>The step was left out, because the one before it did not get through.</source>
        <translation>前一步没过，本步未执行。</translation>
    </message>
    <message>
        <source>A warning wants to be acknowledged by name.</source>
        <translation>有警告需要逐条确认。</translation>
    </message>
    <message>
        <source>The program ended while it was at this.</source>
        <translation>程序在执行这一步时退出了。</translation>
    </message>
    <message>
        <source>The link was lost before the VM began it.</source>
        <translation>小鸡还没开始，连接就断了。</translation>
    </message>
    <message>
        <source>This desk already has this run.</source>
        <translation>本机已经有这次迁移。</translation>
    </message>
    <message>
        <source>The job could not be packed.</source>
        <translation>任务打包失败。</translation>
    </message>
    <message>
        <source>An answer could not be unpacked.</source>
        <translation>回答解包失败。</translation>
    </message>
    <message>
        <source>The VM answered nothing; the request may have been carried out.</source>
        <translation>小鸡没有回答，请求可能已执行。</translation>
    </message>
    <message>
        <source>The node handed over the answer to another request.</source>
        <translation>母机交回的是别的请求的回答。</translation>
    </message>
    <message>
        <source>The VM&apos;s answer was cut off.</source>
        <translation>小鸡的回答被截断。</translation>
    </message>
    <message>
        <source>The VM does not find the job runtime that was sent.</source>
        <translation>小鸡里找不到已发送的任务运行环境。</translation>
    </message>
    <message>
        <source>The job could not be brought into the VM.</source>
        <translation>任务传不进小鸡。</translation>
    </message>
    <message>
        <source>A job is not in order: an error of the program.</source>
        <translation>任务格式有误，属于程序错误。</translation>
    </message>
    <message>
        <source>A job is too large for the guest agent.</source>
        <translation>任务太大，guest agent 收不下。</translation>
    </message>
    <message>
        <source>The node&apos;s answer cannot be read.</source>
        <translation>母机的回答看不懂。</translation>
    </message>
    <message>
        <source>The connection broke before the node confirmed that the VM is yours.</source>
        <translation>母机确认占用之前连接断了。</translation>
    </message>
    <message>
        <source>This VM was asked for before.</source>
        <translation>已经申请过占用这台小鸡。</translation>
    </message>
    <message>
        <source>This desk does not hold the VM any more.</source>
        <translation>本机已不再占用这台小鸡。</translation>
    </message>
    <message>
        <source>The job of that card may still be running in the VM.</source>
        <translation>占用卡上的任务可能还在小鸡里运行。</translation>
    </message>
    <message>
        <source>A name for the card on the node is not in order.</source>
        <translation>占用卡上的名称不合规。</translation>
    </message>
    <message>
        <source>A command on this desk could not be started.</source>
        <translation>本机命令启动失败。</translation>
    </message>
    <message>
        <source>A script for the node is missing: an error of the program.</source>
        <translation>缺少母机脚本，属于程序错误。</translation>
    </message>
    <message>
        <source>A value holds a character that cannot be sent.</source>
        <translation>值里有无法发送的字符。</translation>
    </message>
    <message>
        <source>A script on the node failed.</source>
        <translation>母机脚本执行失败。</translation>
    </message>
    <message>
        <source>The node answered more than can be taken.</source>
        <translation>母机的回答太多，收不下。</translation>
    </message>
    <message>
        <source>The command ended, but the node did not say how.</source>
        <translation>命令结束了，但母机没说结果。</translation>
    </message>
    <message>
        <source>There is no keychain service on this desk.</source>
        <translation>本机没有系统密钥环服务。</translation>
    </message>
    <message>
        <source>The keychain did not allow it.</source>
        <translation>系统密钥环拒绝访问。</translation>
    </message>
    <message>
        <source>The keychain failed.</source>
        <translation>系统密钥环出错。</translation>
    </message>
    <message>
        <source>The keychain did not answer in time.</source>
        <translation>系统密钥环应答超时。</translation>
    </message>
    <message>
        <source>The file was changed by somebody else in between.</source>
        <translation>文件在此期间被别人改过。</translation>
    </message>
    <message>
        <source>There is no change of the ledger to take back.</source>
        <translation>没有可撤回的台账改动。</translation>
    </message>
    <message>
        <source>This VM is still claimed by a program that is not connected any more.</source>
        <translation>这台小鸡仍被占用，但对方程序已断开。</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>没有这个文件。</translation>
    </message>
    <message>
        <source>The file is larger than 8 MiB.</source>
        <translation>文件超过 8 MiB。</translation>
    </message>
    <message>
        <source>Somebody else keeps the file locked.</source>
        <translation>文件正被别人锁定。</translation>
    </message>
    <message>
        <source>The snapshot&apos;s name is malformed.</source>
        <translation>快照名称不合规。</translation>
    </message>
    <message>
        <source>What is to be removed was not listed just before.</source>
        <translation>要清理的东西不在刚才列出的清单里。</translation>
    </message>
    <message>
        <source>That is not among what was listed.</source>
        <translation>清单里没有这一项。</translation>
    </message>
    <message>
        <source>What was named must stay.</source>
        <translation>点名的这一项必须保留。</translation>
    </message>
    <message>
        <source>A migration leaves nothing at such a path.</source>
        <translation>迁移不会在这样的路径留下东西。</translation>
    </message>
    <message>
        <source>Something else stands there than what was listed.</source>
        <translation>那里现在的东西与列出时不同。</translation>
    </message>
    <message>
        <source>It could not be removed to its end.</source>
        <translation>没能删干净。</translation>
    </message>
    <message>
        <source>What the VM has as this output is not what the step wrote.</source>
        <translation>小鸡里的这份输出与该步骤写下的不一致。</translation>
    </message>
    <message>
        <source>Somebody changed this VM&apos;s row of the ledger since; it was left as it is.</source>
        <translation>之后有人改过这台小鸡的台账行，没有动它。</translation>
    </message>
    <message>
        <source>The row of the ledger would not be what it was before; it was left as it is.</source>
        <translation>撤销后台账行与更新前不一致，没有动它。</translation>
    </message>
    <message>
        <source>This VM has no row in the ledger.</source>
        <translation>台账里没有这台小鸡。</translation>
    </message>
    <message>
        <source>This VM has several rows in the ledger.</source>
        <translation>台账里这台小鸡有多行。</translation>
    </message>
    <message>
        <source>The ledger has no column for the VM&apos;s number.</source>
        <translation>台账没有小鸡编号（VMID）一列。</translation>
    </message>
    <message>
        <source>Services are watched for 4 to 300 seconds.</source>
        <translation>服务保持时间填 4 到 300 秒。</translation>
    </message>
    <message>
        <source>The free space is a number of MiB, from 64 to 1048576.</source>
        <translation>剩余空间填 64 到 1048576 之间的整数（MiB）。</translation>
    </message>
    <message>
        <source>The journal&apos;s copy in the VM was not renewed.</source>
        <translation>小鸡里的执行日志副本没有更新。</translation>
    </message>
    <message>
        <source>The gateway&apos;s container was not made by docker compose.</source>
        <translation>网关容器不是由 docker compose 创建的。</translation>
    </message>
    <message>
        <source>The two containers belong to different compose projects.</source>
        <translation>两个容器属于不同的 compose 项目。</translation>
    </message>
    <message>
        <source>Another compose project was made from the same folder; it is left alone.</source>
        <translation>同一目录还建有另一个 compose 项目，不动它。</translation>
    </message>
    <message>
        <source>A file that the containers were made from is gone.</source>
        <translation>创建容器所用的文件已不在。</translation>
    </message>
    <message>
        <source>docker compose cannot read the project of the containers.</source>
        <translation>docker compose 读不了这两个容器所属的项目。</translation>
    </message>
    <message>
        <source>The compose files do not have a container&apos;s service any more.</source>
        <translation>compose 文件里已没有某个容器对应的服务。</translation>
    </message>
    <message>
        <source>Files of the compose project lie outside /opt/openclaw; the backup does not hold them.</source>
        <translation>compose 项目有文件不在 /opt/openclaw 下，备份里没有。</translation>
    </message>
    <message>
        <source>Made anew, the containers would not be as they are now.</source>
        <translation>重新创建出来的容器会与现在的不同。</translation>
    </message>
    <message>
        <source>A container would vanish as soon as it stops (--rm).</source>
        <translation>有容器一停就会被删除（--rm）。</translation>
    </message>
    <message>
        <source>A container belongs to a Docker swarm, which would start it again.</source>
        <translation>有容器属于 Docker swarm，停了会被重新拉起。</translation>
    </message>
    <message>
        <source>Another container has the same data mounted.</source>
        <translation>另有容器挂载了同一份数据。</translation>
    </message>
    <message>
        <source>A stopped container would start a second gateway with Docker&apos;s daemon.</source>
        <translation>有已停的容器会随 Docker 启动，带起第二个网关。</translation>
    </message>
    <message>
        <source>Variables that would make root run programs are not carried over.</source>
        <translation>会让 root 执行程序的变量不带过去。</translation>
    </message>
    <message>
        <source>Variables that only the image sets are not carried over.</source>
        <translation>只由镜像设置的变量不带过去。</translation>
    </message>
    <message>
        <source>The container&apos;s working directory has an .env; it is carried over.</source>
        <translation>容器工作目录里有 .env，会带过去。</translation>
    </message>
    <message>
        <source>The container&apos;s start script sets variables that are not carried over.</source>
        <translation>容器启动脚本设置的变量不带过去。</translation>
    </message>
    <message>
        <source>A file that a variable names could not be copied.</source>
        <translation>变量所指的文件没能复制。</translation>
    </message>
    <message>
        <source>A file that a variable names is in the VM, at another path.</source>
        <translation>变量所指的文件在小鸡里，路径不同。</translation>
    </message>
    <message>
        <source>A file that a variable names is copied out of the container.</source>
        <translation>变量所指的文件从容器里复制出来。</translation>
    </message>
    <message>
        <source>A variable names a path that the VM lacks.</source>
        <translation>变量所指的路径小鸡里没有。</translation>
    </message>
    <message>
        <source>A variable leads OpenClaw to another place than the state directory.</source>
        <translation>有变量让 OpenClaw 使用状态目录以外的位置。</translation>
    </message>
    <message>
        <source>The direct gateway keeps the container&apos;s time zone.</source>
        <translation>直装网关沿用容器的时区。</translation>
    </message>
    <message>
        <source>The container&apos;s time zone differs from the VM&apos;s; it is carried over.</source>
        <translation>容器与小鸡时区不同，会带过去。</translation>
    </message>
    <message>
        <source>Which time zone the container is in could not be told.</source>
        <translation>查不出容器的时区。</translation>
    </message>
    <message>
        <source>The gateway can command Docker.</source>
        <translation>网关能操作 Docker。</translation>
    </message>
    <message>
        <source>A mount has the same path in the VM.</source>
        <translation>挂载在小鸡里路径相同。</translation>
    </message>
    <message>
        <source>A folder is mounted inside the container&apos;s own program.</source>
        <translation>有目录挂载在容器的程序目录里。</translation>
    </message>
    <message>
        <source>A mount&apos;s path is emptied at each boot of the VM.</source>
        <translation>挂载路径在小鸡每次开机时清空。</translation>
    </message>
    <message>
        <source>A volume beside the state directory is not moved.</source>
        <translation>状态目录之外的卷不迁移。</translation>
    </message>
    <message>
        <source>A folder is mounted beside the state directory; the direct gateway needs a link to it.</source>
        <translation>状态目录之外挂载了目录，直装网关需要一个链接。</translation>
    </message>
    <message>
        <source>Where the direct gateway looks for a mounted folder, something else stands.</source>
        <translation>直装网关找挂载目录的位置已有别的东西。</translation>
    </message>
    <message>
        <source>The configuration names a path that the VM has elsewhere.</source>
        <translation>配置所写路径在小鸡里位于别处。</translation>
    </message>
    <message>
        <source>The configuration names a path that only the container has.</source>
        <translation>配置所写路径只有容器里有。</translation>
    </message>
    <message>
        <source>/root/.env is there; the service starts elsewhere, so that it is not read.</source>
        <translation>存在 /root/.env；服务改在别处启动，不会读它。</translation>
    </message>
    <message>
        <source>The gateway&apos;s container could not be looked at.</source>
        <translation>无法查看网关容器。</translation>
    </message>
    <message>
        <source>Compiled modules could not be read.</source>
        <translation>有编译模块读不了。</translation>
    </message>
    <message>
        <source>Compiled modules of plugins will not load in the VM.</source>
        <translation>插件的编译模块在小鸡里无法加载。</translation>
    </message>
    <message>
        <source>Compiled modules of plugins are bound to one version of Node.</source>
        <translation>插件的编译模块绑定某一 Node 版本。</translation>
    </message>
    <message>
        <source>Compiled modules of plugins fit.</source>
        <translation>插件的编译模块适用。</translation>
    </message>
    <message>
        <source>The VM has the programs that skills ask for.</source>
        <translation>技能所需程序小鸡里都有。</translation>
    </message>
    <message>
        <source>The VM lacks programs that the container has.</source>
        <translation>容器里有的程序小鸡缺少。</translation>
    </message>
    <message>
        <source>Which programs the container has could not be told.</source>
        <translation>查不出容器里有哪些程序。</translation>
    </message>
    <message>
        <source>An address of Docker&apos;s is known in the VM, too.</source>
        <translation>Docker 内的地址在小鸡里也能用。</translation>
    </message>
    <message>
        <source>An address means the container itself.</source>
        <translation>有地址指的是容器自己。</translation>
    </message>
    <message>
        <source>An address exists only inside Docker.</source>
        <translation>有地址只在 Docker 内存在。</translation>
    </message>
    <message>
        <source>An encrypted address exists only inside Docker.</source>
        <translation>有加密地址只在 Docker 内存在。</translation>
    </message>
    <message>
        <source>What an address of Docker&apos;s leads to does not answer in the VM.</source>
        <translation>Docker 内地址所指之处在小鸡里没有应答。</translation>
    </message>
    <message>
        <source>An address of Docker&apos;s is replaced by one that works directly.</source>
        <translation>Docker 内的地址改为直装可用的地址。</translation>
    </message>
    <message>
        <source>An address of Docker&apos;s is to be changed by hand after the move.</source>
        <translation>Docker 内的地址须在迁移后手工修改。</translation>
    </message>
    <message>
        <source>An address of Docker&apos;s was replaced.</source>
        <translation>已替换 Docker 内的地址。</translation>
    </message>
    <message>
        <source>Addresses that exist only inside Docker could not be looked for.</source>
        <translation>无法查找只在 Docker 内存在的地址。</translation>
    </message>
    <message>
        <source>The gateway asks callers for neither token nor password.</source>
        <translation>网关不要求令牌或密码。</translation>
    </message>
    <message>
        <source>The direct gateway would not find the token.</source>
        <translation>直装网关会找不到令牌。</translation>
    </message>
    <message>
        <source>The token cannot be read; a call proves it.</source>
        <translation>令牌读不出来，靠调用证明。</translation>
    </message>
    <message>
        <source>Which token the gateway takes could not be told.</source>
        <translation>查不出网关使用哪个令牌。</translation>
    </message>
    <message>
        <source>The token was found, but not proved by a call.</source>
        <translation>找到了令牌，但没能用调用证明。</translation>
    </message>
    <message>
        <source>By the files the direct gateway&apos;s token would be another.</source>
        <translation>按文件所写，直装网关的令牌会不同。</translation>
    </message>
    <message>
        <source>The gateway accepts its token, as a call proved.</source>
        <translation>已用调用证明网关接受它的令牌。</translation>
    </message>
    <message>
        <source>A configuration is a link to another file of its folder.</source>
        <translation>配置文件是指向本目录内另一个文件的链接。</translation>
    </message>
    <message>
        <source>There is a device file in the data; it is not copied.</source>
        <translation>数据里有设备文件，不复制。</translation>
    </message>
    <message>
        <source>Programs in the data run with their owner&apos;s rights; these bits are not copied.</source>
        <translation>数据里有以属主身份运行的程序（set-uid 等），这些位不复制。</translation>
    </message>
    <message>
        <source>Something stands where the copy was to be made.</source>
        <translation>要建副本的位置已有东西。</translation>
    </message>
    <message>
        <source>The VM is on another node of the cluster.</source>
        <translation>小鸡在集群的另一台母机上。</translation>
    </message>
    <message>
        <source>This number is a container&apos;s, not a VM&apos;s.</source>
        <translation>这个编号是容器，不是小鸡。</translation>
    </message>
    <message>
        <source>Whether the VM still exists cannot be read.</source>
        <translation>读不到小鸡是否还在。</translation>
    </message>
    <message>
        <source>The node does not tell whether the VM runs.</source>
        <translation>母机没有给出小鸡是否在运行。</translation>
    </message>
    <message>
        <source>The VM itself has another address than the node has for it.</source>
        <translation>小鸡自己的 IP 与母机记录的不同。</translation>
    </message>
    <message>
        <source>Not all port mappings of the node can be read; one for this VM may be among them.</source>
        <translation>母机的端口映射没有全部读懂，其中可能有本小鸡的。</translation>
    </message>
    <message>
        <source>A port mapping of the node cannot be read.</source>
        <translation>母机有一条端口映射读不懂。</translation>
    </message>
    <message>
        <source>A port mapping holds for some connections only.</source>
        <translation>有一条端口映射只对部分连接生效。</translation>
    </message>
    <message>
        <source>The node&apos;s iptables gave a warning.</source>
        <translation>母机的 iptables 给出了警告。</translation>
    </message>
    <message>
        <source>The node does not list its VMs.</source>
        <translation>母机没有列出它的小鸡。</translation>
    </message>
    <message>
        <source>The node&apos;s cluster file system does not answer; nothing was asked.</source>
        <translation>母机的集群文件系统没有应答，什么都没有执行。</translation>
    </message>
    <message>
        <source>A value for the node&apos;s qm has other characters than ASCII; it was not sent.</source>
        <translation>给母机 qm 的值含有非 ASCII 字符，没有发送。</translation>
    </message>
    <message>
        <source>The node&apos;s login shell did not get to the command.</source>
        <translation>母机的登录 shell 没有执行到命令。</translation>
    </message>
    <message>
        <source>The node&apos;s login shell prints before every answer.</source>
        <translation>母机的登录 shell 在每次应答前都有输出。</translation>
    </message>
    <message>
        <source>The node&apos;s login shell is slow to get to a command.</source>
        <translation>母机的登录 shell 执行到命令太慢。</translation>
    </message>
    <message>
        <source>The node&apos;s host key is marked as revoked. Everything stops here.</source>
        <translation>母机的主机密钥已被标记为吊销，操作到此停止。</translation>
    </message>
    <message>
        <source>The run&apos;s folder holds the journal of another run, VM or node.</source>
        <translation>该迁移的目录里是另一次迁移、另一台小鸡或另一台母机的日志。</translation>
    </message>
    <message>
        <source>What root would run comes from other sources than this desk&apos;s.</source>
        <translation>root 将执行的内容来自与本机设置不同的来源。</translation>
    </message>
    <message>
        <source>This is not a run&apos;s name.</source>
        <translation>这不是迁移的名称。</translation>
    </message>
    <message>
        <source>That run is one of another VM or node.</source>
        <translation>该迁移属于另一台小鸡或母机。</translation>
    </message>
    <message>
        <source>The file is larger than any journal.</source>
        <translation>该文件比任何日志都大。</translation>
    </message>
    <message>
        <source>The change was made in another ledger than the one set on this desk.</source>
        <translation>该改动写在另一份台账里，不是本机设置的台账。</translation>
    </message>
    <message>
        <source>Something that must not change could not be read and cannot be compared.</source>
        <translation>有须保持不变的内容没能读取，无法比较。</translation>
    </message>
    <message>
        <source>Another OpenClaw version is chosen: its pages may answer otherwise.</source>
        <translation>选了另一个 OpenClaw 版本，页面应答可能不同。</translation>
    </message>
    <message>
        <source>The container is started by a shell script.</source>
        <translation>容器由一段 shell 命令启动。</translation>
    </message>
    <message>
        <source>The container is started by a program of its own.</source>
        <translation>容器由自己的启动程序启动。</translation>
    </message>
    <message>
        <source>The container starts the gateway with options that the service does not have.</source>
        <translation>容器启动网关时带有服务没有的选项。</translation>
    </message>
    <message>
        <source>Limits of the compose file do not apply to the service.</source>
        <translation>compose 文件的资源限制对服务不生效。</translation>
    </message>
    <message>
        <source>The container asks name servers of its own.</source>
        <translation>容器使用自己的域名服务器。</translation>
    </message>
    <message>
        <source>The container publishes a further port.</source>
        <translation>容器还发布了别的端口。</translation>
    </message>
    <message>
        <source>A user&apos;s unit would start a second gateway at boot.</source>
        <translation>某个用户的 systemd 单元会在开机时再启动一个网关。</translation>
    </message>
    <message>
        <source>A source is fetched without TLS: whoever is on the way can change it.</source>
        <translation>有来源不经 TLS 获取，途中的任何人都能改动。</translation>
    </message>
    <message>
        <source>The installer is another than for an earlier VM.</source>
        <translation>安装脚本与之前小鸡所用的不同。</translation>
    </message>
    <message>
        <source>The installer is not the expected one; it was not run.</source>
        <translation>安装脚本不是预期的那一份，没有执行。</translation>
    </message>
    <message>
        <source>The panel&apos;s release has other bytes than for an earlier VM.</source>
        <translation>面板发布包的内容与之前小鸡所用的不同。</translation>
    </message>
    <message>
        <source>The panel&apos;s release is not the expected one; it was not run.</source>
        <translation>面板发布包不是预期的那一份，没有执行。</translation>
    </message>
    <message>
        <source>The panel&apos;s release could not be held against its known sum.</source>
        <translation>面板发布包没能核对校验和。</translation>
    </message>
    <message>
        <source>The panel&apos;s lock file does not fit; its dependencies were installed without it.</source>
        <translation>面板的 lock 文件不一致，依赖没有按它安装。</translation>
    </message>
    <message>
        <source>The data folder belongs to another user.</source>
        <translation>数据目录属于另一个用户。</translation>
    </message>
    <message>
        <source>The node&apos;s state folder is not root&apos;s own.</source>
        <translation>母机上的状态目录不属于 root。</translation>
    </message>
    <message>
        <source>The sources&apos; sums could not be kept.</source>
        <translation>来源的校验和没能保存。</translation>
    </message>
    <message>
        <source>This is not a SHA-256.</source>
        <translation>这不是 SHA-256。</translation>
    </message>
    <message>
        <source>The panel&apos;s release changes; its pages may answer otherwise.</source>
        <translation>面板版本会变，页面应答可能不同。</translation>
    </message>
    <message>
        <source>How this VM answers could not be looked at.</source>
        <translation>没能测得本小鸡的应答。</translation>
    </message>
    <message>
        <source>A front port is published by a container, which would not reach the direct version.</source>
        <translation>前端端口由容器发布，迁移后它访问不到直装版。</translation>
    </message>
    <message>
        <source>The gateway&apos;s token was changed since the scan.</source>
        <translation>扫描之后网关令牌有变动。</translation>
    </message>
    <message>
        <source>Something in the VM calls docker; after the migration it does not reach the bot.</source>
        <translation>小鸡里有脚本或定时任务在调用 docker，迁移后够不到机器人。</translation>
    </message>
    <message>
        <source>Something in the VM would bring Docker&apos;s version up by itself.</source>
        <translation>小鸡里有东西会自己把 Docker 版拉起来。</translation>
    </message>
    <message>
        <source>Something in the VM would remove the stopped containers or their images.</source>
        <translation>小鸡里有东西会删掉已停的容器或镜像。</translation>
    </message>
    <message>
        <source>A container starts stopped containers again.</source>
        <translation>有容器会把已停的容器重新拉起。</translation>
    </message>
    <message>
        <source>A mount lies inside the data; its content is copied.</source>
        <translation>数据里有挂载点，其中内容会一并复制。</translation>
    </message>
    <message>
        <source>A source folder is a mount point; a restore could not move it aside.</source>
        <translation>源目录是挂载点，从备份恢复时无法移开。</translation>
    </message>
    <message>
        <source>What has to be moved aside is a mount point.</source>
        <translation>需要移开的位置是挂载点。</translation>
    </message>
    <message>
        <source>Something else stands where a folder or file has to be put.</source>
        <translation>要放目录或文件的位置上是别的东西。</translation>
    </message>
    <message>
        <source>Nothing can be written where it has to be.</source>
        <translation>需要写入的位置不可写。</translation>
    </message>
    <message>
        <source>What has to be changed is protected from changes.</source>
        <translation>需要改动的文件被设为不可更改。</translation>
    </message>
    <message>
        <source>A service of the direct install is masked.</source>
        <translation>直装的服务被屏蔽（masked）。</translation>
    </message>
    <message>
        <source>Somebody else&apos;s unit stands where the direct one goes; it is kept.</source>
        <translation>直装服务的位置上有他人的服务文件，会保留。</translation>
    </message>
    <message>
        <source>Somebody else&apos;s settings would change a service of the direct install.</source>
        <translation>他人的设置会改变直装的服务。</translation>
    </message>
    <message>
        <source>systemd could not start a trial service.</source>
        <translation>systemd 启动不了试验服务。</translation>
    </message>
    <message>
        <source>The first node in the VM is too old for this OpenClaw.</source>
        <translation>小鸡里最先找到的 node 对该版本 OpenClaw 太旧。</translation>
    </message>
    <message>
        <source>A cache in /tmp was not root&apos;s alone; it was moved aside and is not used.</source>
        <translation>/tmp 里的缓存目录不是 root 独有的，已移开，不使用。</translation>
    </message>
    <message>
        <source>The package client&apos;s registry could not be asked.</source>
        <translation>无法得知 npm 使用的软件源。</translation>
    </message>
    <message>
        <source>This run deleted Docker&apos;s images; Docker&apos;s version cannot be started any more.</source>
        <translation>本次任务已删除 Docker 镜像，Docker 版无法再启动。</translation>
    </message>
    <message>
        <source>docker compose does not accept the VM&apos;s compose files.</source>
        <translation>docker compose 不接受小鸡里的 compose 文件。</translation>
    </message>
    <message>
        <source>The gateway does not get up with this configuration; the one before is back.</source>
        <translation>网关用这份配置起不来，已换回原来的配置。</translation>
    </message>
    <message>
        <source>A step that stands before this one has not run.</source>
        <translation>前面有一步还没有执行。</translation>
    </message>
    <message>
        <source>A step that stands before this one failed.</source>
        <translation>前面有一步失败了。</translation>
    </message>
    <message>
        <source>How an earlier step ended is not known yet.</source>
        <translation>前面有一步的结果还不知道。</translation>
    </message>
    <message>
        <source>The scan found something that forbids to go on.</source>
        <translation>扫描发现了禁止继续的问题。</translation>
    </message>
    <message>
        <source>This run is on its way back; start a new one.</source>
        <translation>本次任务正在回滚，请另开一次新任务。</translation>
    </message>
    <message>
        <source>This run was taken off the list.</source>
        <translation>本次任务已移出列表。</translation>
    </message>
    <message>
        <source>A run has changed a VM of this node and is not at its end.</source>
        <translation>有任务改动过这台母机上的小鸡，还没有结束。</translation>
    </message>
    <message>
        <source>Nobody holds this VM.</source>
        <translation>没有人占用这台小鸡。</translation>
    </message>
    <message>
        <source>The program that holds this VM is connected.</source>
        <translation>占用这台小鸡的程序仍在线。</translation>
    </message>
    <message>
        <source>The VM calls a step running, long after its time limit; nobody waits for it.</source>
        <translation>小鸡说这一步还在运行，但早已超过时限；不再等它。</translation>
    </message>
    <message>
        <source>The VM was asked to end a step and still calls it running.</source>
        <translation>已要求小鸡结束这一步，它仍说在运行。</translation>
    </message>
    <message>
        <source>The VM says that a step ended and does not give its output.</source>
        <translation>小鸡说这一步已结束，却不给出它的输出。</translation>
    </message>
    <message>
        <source>Nothing proves that a desk wrote the copy of the journal in the VM; it was not used.</source>
        <translation>没有凭据证明小鸡里的执行日志副本出自某个工作站；没有采用。</translation>
    </message>
    <message>
        <source>The ledger and the node&apos;s port mappings agree.</source>
        <translation>台账与母机端口映射一致。</translation>
    </message>
    <message>
        <source>The ledger&apos;s row of this VM cannot be taken as it is.</source>
        <translation>台账里这台小鸡的行不能直接采用。</translation>
    </message>
    <message>
        <source>The ledger cannot be read.</source>
        <translation>读不到台账。</translation>
    </message>
    <message>
        <source>openclaw.json can be read in two ways.</source>
        <translation>openclaw.json 写法有歧义，能读出两种结果。</translation>
    </message>
    <message>
        <source>A configuration is too large to be read.</source>
        <translation>配置文件过大，没有读取。</translation>
    </message>
    <message>
        <source>An archive of the backup cannot be read to its end.</source>
        <translation>备份里有归档包读不到结尾。</translation>
    </message>
    <message>
        <source>The archives differ from the data they were made of.</source>
        <translation>归档包与打包时的源数据不一致。</translation>
    </message>
    <message>
        <source>An archive of the backup is missing.</source>
        <translation>备份里缺一个归档包。</translation>
    </message>
    <message>
        <source>The program&apos;s own steps do not fit together.</source>
        <translation>程序自带的步骤互相矛盾。</translation>
    </message>
    <message>
        <source>The program lacks words for its own steps.</source>
        <translation>程序自带的步骤缺少文字。</translation>
    </message>
    <message>
        <source>An archive is not what was written: its sum differs.</source>
        <translation>有归档包与写入时不符：校验和不一致。</translation>
    </message>
</context>
<context>
    <name>Conditions</name>
    <message>
        <source>Stages A to H are green</source>
        <translation>A 到 H 门禁全部通过</translation>
    </message>
    <message>
        <source>The backup was verified</source>
        <translation>备份已校验</translation>
    </message>
    <message>
        <source>The moved data was proven equal to the source</source>
        <translation>迁移数据已证明与源一致</translation>
    </message>
    <message>
        <source>The direct version has taken over</source>
        <translation>已切换到直装版</translation>
    </message>
    <message>
        <source>The acceptance is green and was just run again</source>
        <translation>链路验收通过且刚刚重跑</translation>
    </message>
    <message>
        <source>The user&apos;s acceptance is recorded</source>
        <translation>用户验收已登记</translation>
    </message>
    <message>
        <source>The versions are those that the user accepted</source>
        <translation>版本与用户验收时一致</translation>
    </message>
    <message>
        <source>This desk holds the VM</source>
        <translation>本机占用这台小鸡</translation>
    </message>
    <message>
        <source>Every node of the queue could be asked</source>
        <translation>队列里每台母机都已问到</translation>
    </message>
    <message>
        <source>No hold stands on any node</source>
        <translation>所有母机都没有暂停删 Docker</translation>
    </message>
    <message>
        <source>Docker was not deleted before</source>
        <translation>Docker 还没删过</translation>
    </message>
</context>
<context>
    <name>Cures</name>
    <message>
        <source>Start the VM on the node, then look it up again.</source>
        <translation>在母机上启动小鸡，然后重新查询。</translation>
    </message>
    <message>
        <source>Wait until that operation has ended, then scan again.</source>
        <translation>等该操作结束后重新扫描。</translation>
    </message>
    <message>
        <source>Correct the address, or leave it empty.</source>
        <translation>改正 IP，或留空由母机给出。</translation>
    </message>
    <message>
        <source>Enter the address by hand.</source>
        <translation>手工填写 IP。</translation>
    </message>
    <message>
        <source>Compare with the ledger; NAT rules are only ever read by this program.</source>
        <translation>与台账核对；本程序只读 NAT 规则，从不修改。</translation>
    </message>
    <message>
        <source>Decide on the node which rule is right; only the first one works.</source>
        <translation>在母机上确认哪条规则正确；实际生效的只有第一条。</translation>
    </message>
    <message>
        <source>Find out which one is right before going on.</source>
        <translation>先弄清以哪一份为准，再继续。</translation>
    </message>
    <message>
        <source>On the node: qm set VMID --agent 1, then restart the VM.</source>
        <translation>在母机执行 qm set VMID --agent 1，然后重启小鸡。</translation>
    </message>
    <message>
        <source>In the VM: install and start qemu-guest-agent.</source>
        <translation>在小鸡里安装并启动 qemu-guest-agent。</translation>
    </message>
    <message>
        <source>Allow guest-exec in the VM&apos;s /etc/qemu/qemu-ga.conf and restart the agent.</source>
        <translation>在小鸡的 /etc/qemu/qemu-ga.conf 里放开 guest-exec，再重启 agent。</translation>
    </message>
    <message>
        <source>Make room in the VM, then scan again.</source>
        <translation>在小鸡里腾出空间后重新扫描。</translation>
    </message>
    <message>
        <source>Remove small files that nobody needs, then scan again.</source>
        <translation>清理不用的小文件后重新扫描。</translation>
    </message>
    <message>
        <source>Set it right: certificates and time stamps depend on it.</source>
        <translation>先校准时间：证书和时间戳都依赖它。</translation>
    </message>
    <message>
        <source>Repair it in the VM, then scan again.</source>
        <translation>先在小鸡里修好，再重新扫描。</translation>
    </message>
    <message>
        <source>Choose the version yourself on the page before.</source>
        <translation>在前面的页面手工选定版本。</translation>
    </message>
    <message>
        <source>Tell its owner to change it.</source>
        <translation>提醒用户修改。</translation>
    </message>
    <message>
        <source>Start it in the VM (systemctl start docker), then scan again.</source>
        <translation>在小鸡里执行 systemctl start docker，再重新扫描。</translation>
    </message>
    <message>
        <source>Install the compose plugin, then scan again.</source>
        <translation>装好 compose 插件后重新扫描。</translation>
    </message>
    <message>
        <source>Choose a release that exists.</source>
        <translation>选择存在的版本。</translation>
    </message>
    <message>
        <source>Check the VM&apos;s network, or choose another source.</source>
        <translation>检查小鸡网络，或换下载源。</translation>
    </message>
    <message>
        <source>Check the VM&apos;s network, or choose a mirror.</source>
        <translation>检查小鸡网络，或换镜像。</translation>
    </message>
    <message>
        <source>To keep the data as it is, choose &quot;same&quot;.</source>
        <translation>要保持数据原样，请选 same。</translation>
    </message>
    <message>
        <source>Choose another version.</source>
        <translation>换一个版本。</translation>
    </message>
    <message>
        <source>Choose a version.</source>
        <translation>手工选定版本。</translation>
    </message>
    <message>
        <source>Accept it, delete Docker&apos;s rest, or roll back.</source>
        <translation>可做用户验收、删 Docker 收尾或回滚。</translation>
    </message>
    <message>
        <source>Roll the earlier run back first, or decide which one users are on.</source>
        <translation>先回滚之前的迁移，或确认用户在用哪一版。</translation>
    </message>
    <message>
        <source>Stop and disable it: two on one bot token disturb each other.</source>
        <translation>停掉并禁用它：两个网关共用一个机器人令牌会互相干扰。</translation>
    </message>
    <message>
        <source>Install them, then scan again.</source>
        <translation>装好后重新扫描。</translation>
    </message>
    <message>
        <source>Install it whole: apt-get install python3</source>
        <translation>执行 apt-get install python3 补齐。</translation>
    </message>
    <message>
        <source>Scan again, so that the newest one is adapted.</source>
        <translation>重新扫描，以最新内容为准。</translation>
    </message>
    <message>
        <source>Wait until it ends, then retry.</source>
        <translation>等它结束后重试。</translation>
    </message>
    <message>
        <source>Find out what writes there and stop it, then retry.</source>
        <translation>找出写入者并停掉，再重试。</translation>
    </message>
    <message>
        <source>Check the address, the VPN and the node itself; then test again.</source>
        <translation>检查地址、VPN 和母机本身，再测试。</translation>
    </message>
    <message>
        <source>Check the spelling, or use the address.</source>
        <translation>检查拼写，或直接用 IP。</translation>
    </message>
    <message>
        <source>Check the jump host and its access to the node.</source>
        <translation>检查跳板机及其到母机的访问。</translation>
    </message>
    <message>
        <source>Check the port, and that sshd runs on the node.</source>
        <translation>检查端口，确认母机 sshd 在运行。</translation>
    </message>
    <message>
        <source>Ask whoever looks after the node whether it was reinstalled. Only then remove the old key from the known-hosts file.</source>
        <translation>向母机负责人确认是否重装过；确认后才可从 known_hosts 删除旧指纹。</translation>
    </message>
    <message>
        <source>Ask whoever looks after the node; do not trust it blindly.</source>
        <translation>向母机负责人确认，不要直接信任。</translation>
    </message>
    <message>
        <source>Choose a key the node knows, or enter the password again.</source>
        <translation>换母机认可的密钥，或重新输入密码。</translation>
    </message>
    <message>
        <source>Choose another file, or enter its passphrase again.</source>
        <translation>换一个文件，或重新输入口令。</translation>
    </message>
    <message>
        <source>Resume: the VM is asked again, nothing is run twice.</source>
        <translation>点继续：会重新询问小鸡，不会重复执行。</translation>
    </message>
    <message>
        <source>Resume when it answers again.</source>
        <translation>等母机恢复后继续。</translation>
    </message>
    <message>
        <source>Enter the Proxmox host, not one of its VMs.</source>
        <translation>填母机地址，不要填小鸡。</translation>
    </message>
    <message>
        <source>Log in as root, or allow sudo without a password for this user.</source>
        <translation>用 root 登录，或为该用户放开免密 sudo。</translation>
    </message>
    <message>
        <source>Choose another folder, or see to its permissions.</source>
        <translation>换一个文件夹，或检查权限。</translation>
    </message>
    <message>
        <source>Start the VM on the node, then test again.</source>
        <translation>在母机上启动小鸡，再测试。</translation>
    </message>
    <message>
        <source>Wait a moment, then test again.</source>
        <translation>稍等再测试。</translation>
    </message>
    <message>
        <source>Check the VM&apos;s number, or discover what the node has.</source>
        <translation>核对小鸡编号，或用“发现”查看母机上有哪些。</translation>
    </message>
    <message>
        <source>Restart the VM once, so that its agent&apos;s channel is made.</source>
        <translation>重启一次小鸡，让 agent 通道建立。</translation>
    </message>
    <message>
        <source>Run the acceptance again, or roll the VM back first.</source>
        <translation>先重新验收或回滚。</translation>
    </message>
    <message>
        <source>Say why no data can be lost.</source>
        <translation>写明为什么不会丢数据。</translation>
    </message>
    <message>
        <source>Wait, ask the colleague, or adopt the run with a reason.</source>
        <translation>等待、问同事，或写明原因接手。</translation>
    </message>
    <message>
        <source>Wait until one of the three is free.</source>
        <translation>等三个名额空出一个。</translation>
    </message>
    <message>
        <source>Resume that run, ask the colleague, or adopt it with a reason.</source>
        <translation>续跑那次迁移，或问同事，或写明原因接手。</translation>
    </message>
    <message>
        <source>Look at the row, and set it by hand.</source>
        <translation>核对这一行，手工修改。</translation>
    </message>
    <message>
        <source>Nothing is needed: this desk&apos;s journal is whole, and the next task copies it into the VM again.</source>
        <translation>无需处理：本机的执行日志是完整的，下一个任务会再复制到小鸡里。</translation>
    </message>
    <message>
        <source>Put a file in its place, then scan again.</source>
        <translation>请换成普通文件，然后重新扫描。</translation>
    </message>
    <message>
        <source>Ask whoever looks after the node for its new key.</source>
        <translation>向母机负责人索取新密钥。</translation>
    </message>
    <message>
        <source>Keep the folder for looking at, find out who made it, and begin a new run.</source>
        <translation>保留该目录以便查看，弄清是谁建的，然后新建迁移。</translation>
    </message>
    <message>
        <source>Compare them; accept them only if you know them.</source>
        <translation>逐项核对；只接受你认识的来源。</translation>
    </message>
    <message>
        <source>Set that ledger in the settings, then undo again.</source>
        <translation>在设置里选那份台账，再撤销一次。</translation>
    </message>
    <message>
        <source>Choose the node that has it now.</source>
        <translation>请选择它现在所在的母机。</translation>
    </message>
    <message>
        <source>Wait a moment: it may only be restarting. If it lasts, look at pve-cluster on the node.</source>
        <translation>请稍等：可能只是在重启。若一直如此，请查看母机的 pve-cluster。</translation>
    </message>
    <message>
        <source>Look at root&apos;s .bashrc on the node: something in it waits.</source>
        <translation>请查看母机 root 的 .bashrc：里面有内容在等待。</translation>
    </message>
    <message>
        <source>Make `[ -t 1 ] || return` the first line of root&apos;s .bashrc on the node.</source>
        <translation>请把 `[ -t 1 ] || return` 写成母机 root 的 .bashrc 第一行。</translation>
    </message>
    <message>
        <source>Look at root&apos;s .bashrc on the node.</source>
        <translation>请查看母机 root 的 .bashrc。</translation>
    </message>
    <message>
        <source>Remove it, or move it out of the folder, then scan again.</source>
        <translation>请删除，或移到目录之外，然后重新扫描。</translation>
    </message>
    <message>
        <source>Go on with the data folder of the desk that has the run; otherwise compare what the copy says, and accept it by name.</source>
        <translation>用原工作站的数据目录继续；没有的话，核对副本的内容，再按名接受。</translation>
    </message>
</context>
<context>
    <name>DeletionDialog</name>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>&amp;Type the VM number to confirm:</source>
        <translation>输入小鸡编号确认(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>DeletionPage</name>
    <message>
        <source>User&apos;s acceptance and deletion</source>
        <translation>用户验收与删 Docker 收尾</translation>
    </message>
    <message>
        <source>Stage I. Docker is deleted only when every condition holds at that moment; waiting costs nothing and survives a restart.</source>
        <translation>阶段 I。只有当下所有条件都满足才会删 Docker；可以放心等待，重启程序也不丢。</translation>
    </message>
    <message>
        <source>What the user should try</source>
        <translation>发给用户试用</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>地址(&amp;A)：</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>&amp;Tunnel:</source>
        <translation>隧道(&amp;T)：</translation>
    </message>
    <message>
        <source>Copy the tunnel command</source>
        <translation>复制隧道命令</translation>
    </message>
    <message>
        <source>&amp;Message:</source>
        <translation>消息(&amp;M)：</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>复制消息</translation>
    </message>
    <message>
        <source>The user&apos;s acceptance</source>
        <translation>用户验收</translation>
    </message>
    <message>
        <source>&amp;Who accepted:</source>
        <translation>验收人(&amp;W)：</translation>
    </message>
    <message>
        <source>W&amp;hen:</source>
        <translation>时间(&amp;H)：</translation>
    </message>
    <message>
        <source>What was t&amp;ried:</source>
        <translation>试用内容(&amp;R)：</translation>
    </message>
    <message>
        <source>N&amp;ote:</source>
        <translation>备注(&amp;O)：</translation>
    </message>
    <message>
        <source>Re&amp;cord the acceptance</source>
        <translation>登记用户验收(&amp;C)</translation>
    </message>
    <message>
        <source>Conditions of the deletion</source>
        <translation>删 Docker 的条件</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>以后再说(&amp;L)</translation>
    </message>
    <message>
        <source>Also remove the two &amp;images…</source>
        <translation>同时删除两个镜像(&amp;I)…</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>&amp;Output</source>
        <translation>输出(&amp;O)</translation>
    </message>
    <message>
        <source>Evi&amp;dence</source>
        <translation>证据(&amp;D)</translation>
    </message>
    <message>
        <source>Script that ran</source>
        <translation>实际执行的脚本</translation>
    </message>
    <message>
        <source>Facts and values</source>
        <translation>参数与事实</translation>
    </message>
    <message>
        <source>&amp;Checks</source>
        <translation>验收(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Run the acceptance again</source>
        <translation>重新验收(&amp;R)</translation>
    </message>
    <message>
        <source>Acceptance checks</source>
        <translation>验收项</translation>
    </message>
    <message>
        <source>Ways &amp;back</source>
        <translation>回滚点(&amp;B)</translation>
    </message>
    <message>
        <source>What can be taken back from where this VM stands now, and what it costs.</source>
        <translation>从这台小鸡当前的位置，可以退回到哪里、代价是什么。</translation>
    </message>
    <message>
        <source>Ways back</source>
        <translation>回滚点</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>文件(&amp;F)：</translation>
    </message>
    <message>
        <source>Reaso&amp;n:</source>
        <translation>原因(&amp;N)：</translation>
    </message>
    <message>
        <source>Why; it stands in the record</source>
        <translation>为什么；会写进迁移记录</translation>
    </message>
    <message>
        <source>T&amp;imeline</source>
        <translation>时间线(&amp;I)</translation>
    </message>
    <message>
        <source>Timeline of the run</source>
        <translation>本次迁移的时间线</translation>
    </message>
    <message>
        <source>Ctrl and the wheel make it larger or smaller, Ctrl+0 fits it.</source>
        <translation>Ctrl 加滚轮放大缩小，Ctrl+0 恢复适合的大小。</translation>
    </message>
</context>
<context>
    <name>DiscoverDialog</name>
    <message>
        <source>Discover VMs</source>
        <translation>发现小鸡</translation>
    </message>
    <message>
        <source>&amp;Node:</source>
        <translation>母机(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Ask the node</source>
        <translation>查询母机(&amp;A)</translation>
    </message>
    <message>
        <source>Filter the found VMs</source>
        <translation>筛选找到的小鸡</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>VMs on the node</source>
        <translation>母机上的小鸡</translation>
    </message>
    <message>
        <source>&amp;Choose all without objection</source>
        <translation>全选无异议的(&amp;C)</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Nothing was sent.</source>
        <translation>没有发出任何指令。</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>没有执行任何操作。</translation>
    </message>
    <message>
        <source>The other side was not asked; nothing changed.</source>
        <translation>对端没有收到请求，没有任何改动。</translation>
    </message>
    <message>
        <source>Whether it happened is not known yet. What runs in the VM goes on by itself; asking again is safe.</source>
        <translation>结果未知。小鸡里的任务会自行继续；再次询问是安全的。</translation>
    </message>
    <message>
        <source>The step did not succeed; the way back is open.</source>
        <translation>该步骤没有成功；可以回滚。</translation>
    </message>
</context>
<context>
    <name>HostKeyDialog</name>
    <message>
        <source>New host key</source>
        <translation>新的主机指纹</translation>
    </message>
    <message>
        <source>&amp;Host:</source>
        <translation>主机(&amp;H)：</translation>
    </message>
    <message>
        <source>&amp;Fingerprint (SHA-256):</source>
        <translation>指纹 SHA-256(&amp;F)：</translation>
    </message>
    <message>
        <source>I have &amp;compared it with what the node itself shows</source>
        <translation>已与母机自身显示的指纹核对(&amp;C)</translation>
    </message>
</context>
<context>
    <name>HousekeepingDialog</name>
    <message>
        <source>&amp;What migrations left behind:</source>
        <translation>迁移留下的东西(&amp;W)：</translation>
    </message>
    <message>
        <source>the VM is being asked</source>
        <translation>正在询问小鸡</translation>
    </message>
    <message>
        <source>&amp;Ask the VM</source>
        <translation>询问小鸡(&amp;A)</translation>
    </message>
    <message>
        <source>what migrations left behind in the VM</source>
        <translation>小鸡里迁移留下的东西</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>清理(&amp;R)…</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import VMs</source>
        <translation>导入小鸡</translation>
    </message>
    <message>
        <source>One VM a line: VMID, IP, panel release, node, name. A first line of names may say which column is which; the ledger&apos;s headings are understood.</source>
        <translation>每行一台：编号、IP、面板版本、母机、名称。首行可写列名，台账的表头也认得。</translation>
    </message>
    <message>
        <source>&amp;Lines:</source>
        <translation>内容(&amp;L)：</translation>
    </message>
    <message>
        <source>Open a &amp;file…</source>
        <translation>打开文件(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>What the lines mean</source>
        <translation>逐行解析结果</translation>
    </message>
    <message>
        <source>&amp;Node where a line names none:</source>
        <translation>未写母机的行用(&amp;N)：</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>OpenClaw Undock</source>
        <translation>小鸡去 Docker 化</translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation>筛选队列</translation>
    </message>
    <message>
        <source>Filter: VMID, name, node, port, state (Ctrl+L)</source>
        <translation>筛选：编号、名称、母机、端口、状态 (Ctrl+L)</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具栏</translation>
    </message>
</context>
<context>
    <name>MigratePage</name>
    <message>
        <source>Migrate</source>
        <translation>迁移</translation>
    </message>
    <message>
        <source>Stages B to G. What runs in the VM goes on by itself, also when this window or the connection is lost.</source>
        <translation>阶段 B 到 G。小鸡里的任务会自行继续，关掉窗口或断线也不影响。</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Outage</source>
        <translation>停机时长</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Outage so far</source>
        <translation>到目前的停机时长</translation>
    </message>
    <message>
        <source>&amp;Start the migration</source>
        <translation>开始迁移(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Pause after this step</source>
        <translation>本步后暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Stop and r&amp;oll back</source>
        <translation>停止并回滚(&amp;O)</translation>
    </message>
</context>
<context>
    <name>NodePage</name>
    <message>
        <source>Node and VM</source>
        <translation>母机与小鸡</translation>
    </message>
    <message>
        <source>Name, address and ports are looked up on the node and in the ledger and compared; nothing is guessed.</source>
        <translation>名称、IP 和端口从母机与台账查出并互相核对，绝不猜测。</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>母机</translation>
    </message>
    <message>
        <source>&amp;Jump host:</source>
        <translation>跳板机(&amp;J)：</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>&amp;Key file:</source>
        <translation>密钥文件(&amp;K)：</translation>
    </message>
    <message>
        <source>agent and the usual files</source>
        <translation>agent 与默认密钥</translation>
    </message>
    <message>
        <source>Choose a key file…</source>
        <translation>选择密钥文件…</translation>
    </message>
    <message>
        <source>Secrets:</source>
        <translation>密码口令：</translation>
    </message>
    <message>
        <source>Keep until &amp;quit only</source>
        <translation>仅本次有效(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>测试连接(&amp;T)</translation>
    </message>
    <message>
        <source>What the node and the ledger say</source>
        <translation>母机与台账的说法</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>名称：</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Address:</source>
        <translation>IP：</translation>
    </message>
    <message>
        <source>Ports:</source>
        <translation>端口：</translation>
    </message>
    <message>
        <source>Ledger:</source>
        <translation>台账：</translation>
    </message>
    <message>
        <source>VM</source>
        <translation>小鸡</translation>
    </message>
    <message>
        <source>V&amp;MID:</source>
        <translation>编号(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;Look up</source>
        <translation>查询(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;IP address:</source>
        <translation>内网 IP(&amp;I)：</translation>
    </message>
    <message>
        <source>as the node says</source>
        <translation>以母机为准</translation>
    </message>
    <message>
        <source>&amp;Operator:</source>
        <translation>执行人(&amp;O)：</translation>
    </message>
    <message>
        <source>Versions and order</source>
        <translation>版本与顺序</translation>
    </message>
    <message>
        <source>Panel &amp;release:</source>
        <translation>面板版本(&amp;R)：</translation>
    </message>
    <message>
        <source>List the releases of the repository</source>
        <translation>列出仓库的版本</translation>
    </message>
    <message>
        <source>Panel re&amp;pository:</source>
        <translation>面板仓库(&amp;P)：</translation>
    </message>
    <message>
        <source>Open&amp;Claw version:</source>
        <translation>OpenClaw 版本(&amp;C)：</translation>
    </message>
    <message>
        <source>&amp;Gateway mode if unset:</source>
        <translation>网关模式(未设时)(&amp;G)：</translation>
    </message>
    <message>
        <source>Order:</source>
        <translation>顺序：</translation>
    </message>
    <message>
        <source>Prepare &amp;early: install before the stop, shorter outage</source>
        <translation>提前准备：停机前先装好，缩短停机(&amp;E)</translation>
    </message>
    <message>
        <source>Other sources</source>
        <translation>其他下载源</translation>
    </message>
    <message>
        <source>Panel so&amp;urce:</source>
        <translation>面板源(&amp;U)：</translation>
    </message>
    <message>
        <source>the client&apos;s own default</source>
        <translation>客户端默认</translation>
    </message>
    <message>
        <source>No&amp;de (SSH):</source>
        <translation>母机 SSH(&amp;D)：</translation>
    </message>
    <message>
        <source>Keep in the ke&amp;ychain</source>
        <translation>存入系统密钥环(&amp;Y)</translation>
    </message>
    <message>
        <source>As t&amp;he procedure prints it</source>
        <translation>按 SOP 顺序(&amp;H)</translation>
    </message>
    <message>
        <source>In&amp;staller:</source>
        <translation>安装脚本(&amp;S)：</translation>
    </message>
    <message>
        <source>P&amp;ackage mirror:</source>
        <translation>软件包镜像(&amp;A)：</translation>
    </message>
</context>
<context>
    <name>OccupancyDialog</name>
    <message>
        <source>Who works on the node</source>
        <translation>谁在操作母机</translation>
    </message>
    <message>
        <source>&amp;Node:</source>
        <translation>母机(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Ask the node</source>
        <translation>询问母机(&amp;A)</translation>
    </message>
    <message>
        <source>the node is being asked</source>
        <translation>正在询问母机</translation>
    </message>
    <message>
        <source>Who &amp;works on what:</source>
        <translation>谁在操作哪台(&amp;W)：</translation>
    </message>
    <message>
        <source>VMs that somebody works on</source>
        <translation>有人操作的小鸡</translation>
    </message>
    <message>
        <source>What keeps &amp;Docker from being deleted:</source>
        <translation>什么在暂停删 Docker(&amp;D)：</translation>
    </message>
    <message>
        <source>holds in force</source>
        <translation>生效中的暂停</translation>
    </message>
    <message>
        <source>&amp;Reason:</source>
        <translation>原因(&amp;R)：</translation>
    </message>
    <message>
        <source>&amp;Take over the run</source>
        <translation>接手迁移(&amp;T)</translation>
    </message>
    <message>
        <source>Re&amp;lease the hold</source>
        <translation>解除暂停(&amp;L)</translation>
    </message>
</context>
<context>
    <name>OutputPane</name>
    <message>
        <source>Search the output</source>
        <translation>搜索输出</translation>
    </message>
    <message>
        <source>Search the output (Ctrl+F)</source>
        <translation>搜索输出 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Previous occurrence (Shift+F3)</source>
        <translation>上一处 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next occurrence (F3)</source>
        <translation>下一处 (F3)</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>自动换行</translation>
    </message>
    <message>
        <source>To the newest line (End)</source>
        <translation>跳到最新一行 (End)</translation>
    </message>
    <message>
        <source>Copy the selection, or everything</source>
        <translation>复制选中内容（未选则全部）</translation>
    </message>
    <message>
        <source>Save the output to a file…</source>
        <translation>把输出存为文件…</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Everything that will run, before anything is changed: each script with its values beside it, and both configurations.</source>
        <translation>改动之前先看清将要执行的一切：每段脚本及其参数，以及两份配置的差异。</translation>
    </message>
    <message>
        <source>&amp;Steps</source>
        <translation>步骤(&amp;S)</translation>
    </message>
    <message>
        <source>Planned steps</source>
        <translation>计划步骤</translation>
    </message>
    <message>
        <source>Script of the step</source>
        <translation>该步骤的脚本</translation>
    </message>
    <message>
        <source>Values of the step</source>
        <translation>该步骤的参数</translation>
    </message>
    <message>
        <source>&amp;openclaw.json</source>
        <translation>&amp;openclaw.json</translation>
    </message>
    <message>
        <source>Changes in openclaw.json</source>
        <translation>openclaw.json 的改动</translation>
    </message>
    <message>
        <source>&amp;panel.config.json</source>
        <translation>&amp;panel.config.json</translation>
    </message>
    <message>
        <source>Changes in panel.config.json</source>
        <translation>panel.config.json 的改动</translation>
    </message>
</context>
<context>
    <name>QuitDialog</name>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Runs under way</source>
        <translation>进行中的迁移</translation>
    </message>
</context>
<context>
    <name>ReadDialog</name>
    <message>
        <source>Read first</source>
        <translation>先读文件</translation>
    </message>
    <message>
        <source>Documents to read</source>
        <translation>要读的文件</translation>
    </message>
    <message>
        <source>The chosen document</source>
        <translation>选中的文件</translation>
    </message>
    <message>
        <source>I have &amp;read these documents in this version</source>
        <translation>我已阅读这些文件的当前版本(&amp;R)</translation>
    </message>
</context>
<context>
    <name>ReadPage</name>
    <message>
        <source>Read first</source>
        <translation>先读文件</translation>
    </message>
    <message>
        <source>The procedure and the earlier records of this VM. Asked once for each version of the files, and journaled.</source>
        <translation>SOP 与这台小鸡以往的迁移记录。每个版本只问一次，并记入执行日志。</translation>
    </message>
    <message>
        <source>&amp;VM number (VMID):</source>
        <translation>小鸡编号 VMID(&amp;V)：</translation>
    </message>
    <message>
        <source>102</source>
        <translation>102</translation>
    </message>
    <message>
        <source>Choose the &amp;procedure file…</source>
        <translation>选择 SOP 文件(&amp;P)…</translation>
    </message>
    <message>
        <source>Choose the &amp;baseline file…</source>
        <translation>选择执行基线(&amp;B)…</translation>
    </message>
    <message>
        <source>Documents to read</source>
        <translation>要读的文件</translation>
    </message>
    <message>
        <source>The chosen document</source>
        <translation>选中的文件</translation>
    </message>
    <message>
        <source>I have &amp;read these documents in this version</source>
        <translation>我已阅读这些文件的当前版本(&amp;R)</translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message>
        <source>Record</source>
        <translation>迁移记录</translation>
    </message>
    <message>
        <source>Computed from the journal; what you add here is kept when it is made again.</source>
        <translation>由执行日志生成；在此补充的内容，重新生成时会保留。</translation>
    </message>
    <message>
        <source>Preview of the record</source>
        <translation>记录预览</translation>
    </message>
    <message>
        <source>&amp;Special problems of this VM:</source>
        <translation>本机特殊问题(&amp;S)：</translation>
    </message>
    <message>
        <source>Symptom → cause → handling → prevention</source>
        <translation>现象 → 原因 → 处理 → 预防</translation>
    </message>
    <message>
        <source>&amp;Prevention:</source>
        <translation>防复发建议(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Sa&amp;ve the record</source>
        <translation>保存记录(&amp;V)</translation>
    </message>
</context>
<context>
    <name>RecordsWindow</name>
    <message>
        <source>Records</source>
        <translation>迁移记录</translation>
    </message>
    <message>
        <source>Search all records</source>
        <translation>搜索全部记录</translation>
    </message>
    <message>
        <source>Search in all records (Ctrl+F)</source>
        <translation>搜索全部记录 (Ctrl+F)</translation>
    </message>
    <message>
        <source>&amp;Write the record</source>
        <translation>写出记录(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>迁移列表</translation>
    </message>
    <message>
        <source>Preview of the record</source>
        <translation>记录预览</translation>
    </message>
</context>
<context>
    <name>ScanPage</name>
    <message>
        <source>Scan</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Stage A reads and changes nothing. A finding that blocks stops the migration here.</source>
        <translation>阶段 A 只读，不改动任何东西。有阻断项就停在这里。</translation>
    </message>
    <message>
        <source>Scan &amp;again</source>
        <translation>重新扫描(&amp;A)</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>扫描发现</translation>
    </message>
    <message>
        <source>What to do about it</source>
        <translation>怎么处理</translation>
    </message>
</context>
<context>
    <name>SecretDialog</name>
    <message>
        <source>A secret is needed</source>
        <translation>需要密码口令</translation>
    </message>
    <message>
        <source>&amp;Secret:</source>
        <translation>密码口令(&amp;S)：</translation>
    </message>
    <message>
        <source>Keep in the &amp;keychain</source>
        <translation>存入系统密钥环(&amp;K)</translation>
    </message>
    <message>
        <source>Keep until &amp;quit only</source>
        <translation>仅本次有效(&amp;Q)</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>&amp;Nodes</source>
        <translation>母机(&amp;N)</translation>
    </message>
    <message>
        <source>Nodes the program has connected to. Secrets are in the system&apos;s keychain or in memory, never in a file.</source>
        <translation>连接过的母机。密码口令在系统密钥环或内存里，绝不写入文件。</translation>
    </message>
    <message>
        <source>Saved nodes</source>
        <translation>已保存的母机</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Forget its secrets</source>
        <translation>忘记其密码口令(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Known hosts:</source>
        <translation>known_hosts 文件(&amp;K)：</translation>
    </message>
    <message>
        <source>~/.ssh/known_hosts</source>
        <translation>~/.ssh/known_hosts</translation>
    </message>
    <message>
        <source>agent and the usual files</source>
        <translation>agent 与默认密钥</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>队列(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Workers at once:</source>
        <translation>并行数(&amp;W)：</translation>
    </message>
    <message>
        <source>Two by default, three at most: the procedure&apos;s discipline</source>
        <translation>默认 2，最多 3：SOP 纪律</translation>
    </message>
    <message>
        <source>&amp;Order of new runs:</source>
        <translation>新迁移的顺序(&amp;O)：</translation>
    </message>
    <message>
        <source>Canary:</source>
        <translation>先行一台：</translation>
    </message>
    <message>
        <source>Failed acceptance:</source>
        <translation>验收失败时：</translation>
    </message>
    <message>
        <source>&amp;Roll back by itself in the queue</source>
        <translation>队列中自动回滚(&amp;R)</translation>
    </message>
    <message>
        <source>Warnings accepted &amp;beforehand:</source>
        <translation>预先确认的注意项(&amp;B)：</translation>
    </message>
    <message>
        <source>codes, separated by spaces</source>
        <translation>代码，空格分隔</translation>
    </message>
    <message>
        <source>&amp;Ledger (CSV):</source>
        <translation>Bot 台账 CSV(&amp;L)：</translation>
    </message>
    <message>
        <source>local path, or node:/path</source>
        <translation>本地路径，或 node:/路径</translation>
    </message>
    <message>
        <source>Choose the ledger…</source>
        <translation>选择台账…</translation>
    </message>
    <message>
        <source>Fol&amp;ders</source>
        <translation>文件夹(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Procedure file:</source>
        <translation>SOP 文件(&amp;P)：</translation>
    </message>
    <message>
        <source>Choose the procedure file…</source>
        <translation>选择 SOP 文件…</translation>
    </message>
    <message>
        <source>&amp;Baseline document:</source>
        <translation>执行基线(&amp;B)：</translation>
    </message>
    <message>
        <source>Choose the baseline document…</source>
        <translation>选择执行基线…</translation>
    </message>
    <message>
        <source>&amp;Records:</source>
        <translation>迁移记录(&amp;R)：</translation>
    </message>
    <message>
        <source>Choose the folder of records…</source>
        <translation>选择记录文件夹…</translation>
    </message>
    <message>
        <source>&amp;Language of records:</source>
        <translation>记录语言(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Sources</source>
        <translation>下载源(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Installer:</source>
        <translation>安装脚本(&amp;I)：</translation>
    </message>
    <message>
        <source>&amp;Panel source:</source>
        <translation>面板源(&amp;P)：</translation>
    </message>
    <message>
        <source>Panel &amp;repository:</source>
        <translation>面板仓库(&amp;R)：</translation>
    </message>
    <message>
        <source>Panel r&amp;elease:</source>
        <translation>面板版本(&amp;E)：</translation>
    </message>
    <message>
        <source>Package &amp;mirror:</source>
        <translation>软件包镜像(&amp;M)：</translation>
    </message>
    <message>
        <source>the client&apos;s own default</source>
        <translation>客户端默认</translation>
    </message>
    <message>
        <source>Appearan&amp;ce</source>
        <translation>外观(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>主题(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Operator:</source>
        <translation>执行人(&amp;O)：</translation>
    </message>
    <message>
        <source>Notifications:</source>
        <translation>通知：</translation>
    </message>
    <message>
        <source>Key f&amp;ile:</source>
        <translation>密钥文件(&amp;I)：</translation>
    </message>
    <message>
        <source>One VM &amp;first, the rest after its acceptance</source>
        <translation>先做一台，验收通过再做其余(&amp;F)</translation>
    </message>
    <message>
        <source>Tell &amp;me when a VM wants a person</source>
        <translation>有小鸡待人工时提醒(&amp;M)</translation>
    </message>
    <message>
        <source>Services must &amp;hold for:</source>
        <translation>服务须保持(&amp;H)：</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>The acceptance passes gateway and panel once each has run so long with one process and no restart</source>
        <translation>网关和面板各自以同一进程连续运行这么久、没有重启，验收才算通过</translation>
    </message>
    <message>
        <source>Least free s&amp;pace:</source>
        <translation>至少剩余空间(&amp;P)：</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>With less free space than this in the VM the acceptance warns</source>
        <translation>小鸡剩余空间低于此值时，验收给出注意</translation>
    </message>
</context>
<context>
    <name>StartLaterDialog</name>
    <message>
        <source>Start later</source>
        <translation>定时开始</translation>
    </message>
    <message>
        <source>&amp;Not before:</source>
        <translation>不早于(&amp;N)：</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>waits for a worker</source>
        <translation>等待空闲工作线程</translation>
    </message>
    <message>
        <source>the queue is paused</source>
        <translation>队列已暂停</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>waits for a free worker</source>
        <translation>等待空闲工作线程</translation>
    </message>
    <message>
        <source>another run works on this VM</source>
        <translation>另一次迁移正在操作这台小鸡</translation>
    </message>
    <message>
        <source>waits until the first VM has passed its acceptance</source>
        <translation>等首台小鸡验收通过</translation>
    </message>
    <message>
        <source>the first VM has not passed its acceptance: go on with it, or leave it out</source>
        <translation>首台小鸡未通过验收：请继续处理它，或把它移出队列</translation>
    </message>
    <message>
        <source>scheduled for %1</source>
        <translation>预定于 %1 开始</translation>
    </message>
</context>
<context>
    <name>undock::gui::AboutDialog</name>
    <message>
        <source>About OpenClaw Undock</source>
        <translation>关于小鸡去 Docker 化</translation>
    </message>
    <message>
        <source>OpenClaw Undock %1</source>
        <translation>小鸡去 Docker 化 %1</translation>
    </message>
    <message>
        <source>Moves OpenClaw on the VMs of a Proxmox node from Docker to a direct install: nothing lost, a way back at every point before the deletion, a record at the end.</source>
        <translation>把母机上小鸡里的 OpenClaw 从 Docker 改为直装：数据不丢，删 Docker 之前随时可回滚，最后出迁移记录。</translation>
    </message>
    <message>
        <source>MIT licence. Uses Qt %1 (LGPL), libssh (LGPL), QtKeychain (BSD), libarchive (BSD) and nlohmann-json (MIT).</source>
        <translation>MIT 许可。使用 Qt %1（LGPL）、libssh（LGPL）、QtKeychain（BSD）、libarchive（BSD）和 nlohmann-json（MIT）。</translation>
    </message>
</context>
<context>
    <name>undock::gui::AcceptancePage</name>
    <message>
        <source>Rolled back: Docker&apos;s version answers</source>
        <translation>已回滚：Docker 版正常响应</translation>
    </message>
    <message>
        <source>Nothing is deleted. What users wrote since the cutover was saved and counted.</source>
        <translation>没有删除任何东西。切换后用户写入的数据已保存并清点。</translation>
    </message>
    <message>
        <source>The acceptance was not run yet</source>
        <translation>还没做链路验收</translation>
    </message>
    <message>
        <source>It runs by itself at the end of the migration.</source>
        <translation>迁移最后会自动进行。</translation>
    </message>
    <message>
        <source>The acceptance is green</source>
        <translation>链路验收全部通过</translation>
    </message>
    <message>
        <source>Next the user tries it. Docker is stopped, not deleted; the way back is open.</source>
        <translation>接下来请用户试用。Docker 只停未删，随时可回滚。</translation>
    </message>
    <message>
        <source>The acceptance failed: no Docker is deleted on any VM until this is settled</source>
        <translation>验收失败：处理完之前，所有小鸡暂停删 Docker</translation>
    </message>
    <message>
        <source>The direct version may be partly at work; Docker&apos;s version is intact. Look at the failed rows, mend the cause and run again, or roll back. All other stages of other VMs go on.</source>
        <translation>直装版可能部分可用，Docker 版完好。查看失败项，修好后重新验收，或直接回滚。其他小鸡的其他阶段照常进行。</translation>
    </message>
</context>
<context>
    <name>undock::gui::ChecksModel</name>
    <message>
        <source>critical</source>
        <translation>关键</translation>
    </message>
    <message>
        <source>information</source>
        <translation>参考</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>验收项</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预期</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>迁移前</translation>
    </message>
</context>
<context>
    <name>undock::gui::DeletionDialog</name>
    <message>
        <source>Delete on VM %1?</source>
        <translation>要删除小鸡 %1 的 Docker 吗？</translation>
    </message>
    <message>
        <source>What stays: %1.</source>
        <translation>保留不动：%1。</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keep everything</source>
        <translation>全部保留(&amp;K)</translation>
    </message>
</context>
<context>
    <name>undock::gui::DeletionPage</name>
    <message>
        <source>The two Docker images of this VM are removed. Docker&apos;s version cannot come back after that; some 1.3 GB become free.</source>
        <translation>将删除这台小鸡的两个 Docker 镜像。之后无法再恢复 Docker 版；约释放 1.3 GB。</translation>
    </message>
    <message>
        <source>/data/openclaw, /data/panel and /opt/openclaw</source>
        <translation>/data/openclaw、/data/panel 和 /opt/openclaw</translation>
    </message>
    <message>
        <source>the backup in /root</source>
        <translation>/root 下的备份</translation>
    </message>
    <message>
        <source>the direct installation</source>
        <translation>直装版</translation>
    </message>
    <message>
        <source>Docker&apos;s two containers of this VM are removed for good. Every condition is asked again at that moment, and the acceptance is run once more.</source>
        <translation>将永久删除这台小鸡的两个 Docker 容器。届时会逐条重新确认条件，并再做一次链路验收。</translation>
    </message>
    <message>
        <source>Docker&apos;s images (removing them is a choice of its own)</source>
        <translation>Docker 镜像（是否删除另行选择）</translation>
    </message>
    <message>
        <source>asked at that moment</source>
        <translation>删除时当场确认</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>还差：%1</translation>
    </message>
    <message>
        <source>recorded: %1</source>
        <translation>已登记：%1</translation>
    </message>
    <message>
        <source>Close the wizard; the VM waits in the queue, also after a restart.</source>
        <translation>关闭向导；小鸡留在队列里等待，重启程序也在。</translation>
    </message>
    <message>
        <source>Docker&apos;s containers are deleted</source>
        <translation>Docker 容器已删除</translation>
    </message>
    <message>
        <source>The images are still there: they are tagged, so pruning frees nothing. /data is untouched.</source>
        <translation>镜像仍在：它们带标签，prune 不会释放空间。/data 未动。</translation>
    </message>
    <message>
        <source>Asking the node and the VM…</source>
        <translation>正在询问母机和小鸡…</translation>
    </message>
    <message>
        <source>no public port leads to the panel</source>
        <translation>没有公网端口通到面板</translation>
    </message>
    <message>
        <source>&amp;Finish the deletion</source>
        <translation>完成删除(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Delete Docker…</source>
        <translation>删除 Docker(&amp;D)…</translation>
    </message>
    <message>
        <source>Docker&apos;s containers are deleted, but the deletion did not come to its end</source>
        <translation>Docker 容器已删除，但收尾没有做完</translation>
    </message>
    <message>
        <source>What is left deletes nothing more: it checks that the direct installation still answers, and says so in the record. Finish the deletion.</source>
        <translation>剩下的步骤不再删除任何东西：只检查直装版仍然应答，并写进迁移记录。请点“完成删除”。</translation>
    </message>
    <message>
        <source>Their images are deleted too; Docker&apos;s version cannot come back. /data is untouched.</source>
        <translation>镜像也已删除；Docker 版无法恢复。/data 未动。</translation>
    </message>
</context>
<context>
    <name>undock::gui::DetailsPane</name>
    <message>
        <source>value</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>fact</source>
        <translation>事实</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>failure</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>hash</source>
        <translation>哈希</translation>
    </message>
    <message>
        <source>The acceptance was not run yet.</source>
        <translation>还没做链路验收。</translation>
    </message>
    <message>
        <source>(run by another version: the script shown is this version&apos;s)</source>
        <translation>（由其他版本执行，此处显示的是当前版本的脚本）</translation>
    </message>
    <message>
        <source>(no script: the program did this itself)</source>
        <translation>（无脚本：由程序自身完成）</translation>
    </message>
    <message>
        <source>possible now</source>
        <translation>现在可用</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>回滚点</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>VM %1</source>
        <translation>小鸡 %1</translation>
    </message>
    <message>
        <source>No VM is chosen</source>
        <translation>未选小鸡</translation>
    </message>
    <message>
        <source>&amp;Take this way for VM %1</source>
        <translation>对小鸡 %1 执行此回滚(&amp;T)</translation>
    </message>
    <message>
        <source>ask the VM which there are</source>
        <translation>向小鸡查询有哪些</translation>
    </message>
</context>
<context>
    <name>undock::gui::DiscoverDialog</name>
    <message>
        <source>The node has no VM</source>
        <translation>母机上没有小鸡</translation>
    </message>
    <message>
        <source>Nothing was changed. Check that this is the right node.</source>
        <translation>没有改动任何东西。请确认母机是否选对。</translation>
    </message>
    <message>
        <source>Ask the node: nothing on it is changed by that.</source>
        <translation>查询母机：只读，不改动任何东西。</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>已选 %n 台</numerusform>
        </translation>
    </message>
    <message>
        <source>A&amp;dd to the queue</source>
        <translation>加入队列(&amp;D)</translation>
    </message>
</context>
<context>
    <name>undock::gui::DiscoverModel</name>
    <message>
        <source>is in the queue already</source>
        <translation>已在队列中</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>VMID</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>IP</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Stands against it</source>
        <translation>异议</translation>
    </message>
</context>
<context>
    <name>undock::gui::EngineInquiry</name>
    <message>
        <source>cannot be read: %1</source>
        <translation>读不出来：%1</translation>
    </message>
    <message>
        <source>no row for this VM</source>
        <translation>没有这台小鸡的行</translation>
    </message>
    <message>
        <source>%1: the ledger says %2, the node&apos;s rules %3</source>
        <translation>%1：台账为 %2，母机规则为 %3</translation>
    </message>
    <message>
        <source>address: the ledger says %1, the node %2</source>
        <translation>IP：台账为 %1，母机为 %2</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>too many requests; try again later</source>
        <translation>请求过多，稍后再试</translation>
    </message>
    <message>
        <source>the source answered %1</source>
        <translation>下载源返回 %1</translation>
    </message>
    <message>
        <source>this desk is offline: %1</source>
        <translation>本机离线：%1</translation>
    </message>
    <message>
        <source>the source lists none</source>
        <translation>下载源没有列出版本</translation>
    </message>
</context>
<context>
    <name>undock::gui::FindingsModel</name>
    <message>
        <source>Nothing to do.</source>
        <translation>无需处理。</translation>
    </message>
    <message>
        <source>Nothing has to be done before the migration; know of it.</source>
        <translation>迁移前不必处理，知悉即可。</translation>
    </message>
    <message>
        <source>Settle this in the VM or on the node, then scan again.</source>
        <translation>先在小鸡或母机上处理，再重新扫描。</translation>
    </message>
    <message>
        <source>As the VM said it: %1</source>
        <translation>小鸡原话：%1</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>扫描发现</translation>
    </message>
</context>
<context>
    <name>undock::gui::GuideWindow</name>
    <message>
        <source>Operator&apos;s guide</source>
        <translation>操作指南</translation>
    </message>
</context>
<context>
    <name>undock::gui::Handover</name>
    <message>
        <source>Your bot has moved to a new base; nothing should look different. Please open %1, log in as always, read an old conversation, send a message, and save a setting. Tell us whether everything is as before.</source>
        <translation>您的 Bot 已换到新底层，使用上应无任何变化。请打开 %1，像往常一样登录，看看以前的聊天记录，发一条消息，再保存一次设置，然后告诉我们是否一切如常。</translation>
    </message>
    <message>
        <source>the panel</source>
        <translation>管理面板</translation>
    </message>
</context>
<context>
    <name>undock::gui::HoldBanner</name>
    <message>
        <source>&amp;Show the VM</source>
        <translation>查看该小鸡(&amp;S)</translation>
    </message>
    <message numerus="yes">
        <source>Docker is not deleted anywhere: %n hold(s) in force.</source>
        <translation>
            <numerusform>暂停删 Docker：%n 处生效，所有小鸡都不删。</numerusform>
        </translation>
    </message>
    <message>
        <source>VM %1 on %2: %3 (%4, %5).</source>
        <translation>小鸡 %1（母机 %2）：%3（%4，%5）。</translation>
    </message>
    <message>
        <source>It ends when that VM passes its acceptance, or is rolled back and the hold is released with a reason. All other stages go on.</source>
        <translation>该小鸡验收通过即解除；或回滚后由执行人写明原因解除。其他阶段照常进行。</translation>
    </message>
    <message>
        <source>its acceptance is under way</source>
        <translation>正在验收</translation>
    </message>
    <message>
        <source>Rele&amp;ase…</source>
        <translation>解除(&amp;A)…</translation>
    </message>
</context>
<context>
    <name>undock::gui::HostKeyDialog</name>
    <message>
        <source>First contact with %1</source>
        <translation>首次连接 %1</translation>
    </message>
    <message>
        <source>This host has not been trusted from this desk before. Compare the fingerprint with what the node itself shows (ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub). If it is trusted, it is stored; from then on a changed key stops everything.</source>
        <translation>本机以前没有信任过这台主机。请与母机自身显示的指纹核对（ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub）。信任后会保存；以后指纹一变就全部停止。</translation>
    </message>
    <message>
        <source>&amp;Trust and store</source>
        <translation>信任并保存(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Do not connect</source>
        <translation>不连接(&amp;D)</translation>
    </message>
</context>
<context>
    <name>undock::gui::HousekeepingDialog</name>
    <message>
        <source>Removed for good, %1: %2. Nothing brings it back.</source>
        <translation>将永久删除 %1：%2。删掉就没有了。</translation>
    </message>
    <message>
        <source>the newest backup</source>
        <translation>最新的备份</translation>
    </message>
    <message>
        <source>everything that is not named here</source>
        <translation>这里没有点名的一切</translation>
    </message>
    <message>
        <source>Migrations left nothing behind in this VM.</source>
        <translation>这台小鸡里没有迁移留下的东西。</translation>
    </message>
    <message>
        <source>List what is there first: nothing in the VM is changed by that.</source>
        <translation>先列出清单：这不会改动小鸡里的任何东西。</translation>
    </message>
    <message>
        <source>Choose what is to go. Nothing goes by itself, and never the newest backup.</source>
        <translation>选择要清理的项。程序不会自己删任何东西，最新的备份永远保留。</translation>
    </message>
    <message>
        <source>%1 stays: %2.</source>
        <translation>%1 须保留：%2。</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen, %1: removed for good, one after the other; the VM asks once more whether each may go.</source>
        <translation>
            <numerusform>已选 %n 项，%1：逐项永久删除；删每一项之前，小鸡里会再查一遍能不能删。</numerusform>
        </translation>
    </message>
    <message>
        <source>Housekeeping in VM %1</source>
        <translation>清理小鸡 %1</translation>
    </message>
</context>
<context>
    <name>undock::gui::ImportDialog</name>
    <message>
        <source>A list of VMs</source>
        <translation>小鸡清单</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.tsv);;All files (*)</source>
        <translation>表格 (*.csv *.txt *.tsv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>文件读不出来：%1</translation>
    </message>
    <message>
        <source>Nothing read yet.</source>
        <translation>还没有内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) can be taken</source>
        <translation>
            <numerusform>%n 行可导入</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with problems are left out</source>
        <translation>
            <numerusform>%n 行有问题，不导入</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A&amp;dd %n VM(s)</source>
        <translation>
            <numerusform>加入 %n 台(&amp;D)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Install from these sources</source>
        <translation>从这些来源安装(&amp;I)</translation>
    </message>
    <message>
        <source>The list names other sources than are set here; root in the VM runs what comes from them</source>
        <translation>列表里的来源与本机设置不同；小鸡里的 root 会执行从那里下载的内容</translation>
    </message>
</context>
<context>
    <name>undock::gui::ImportModel</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>VMID</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>IP</translation>
    </message>
    <message>
        <source>Panel release</source>
        <translation>面板版本</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>母机</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>undock::gui::JournalText</name>
    <message>
        <source>Ledger, taken back: %1</source>
        <translation>台账，已撤销：%1</translation>
    </message>
    <message>
        <source>Ledger: %1</source>
        <translation>台账：%1</translation>
    </message>
</context>
<context>
    <name>undock::gui::LeftoversModel</name>
    <message>
        <source>Backup</source>
        <translation>精准备份</translation>
    </message>
    <message>
        <source>State directory from before</source>
        <translation>迁移前移开的数据目录</translation>
    </message>
    <message>
        <source>State directory of a rollback</source>
        <translation>回滚时留下的直装数据目录</translation>
    </message>
    <message>
        <source>Panel from before</source>
        <translation>移开的旧面板目录</translation>
    </message>
    <message>
        <source>Folder of a run</source>
        <translation>运行目录</translation>
    </message>
    <message>
        <source>Rest of a removal</source>
        <translation>没删完的残余</translation>
    </message>
    <message>
        <source>it is the newest backup</source>
        <translation>是最新的备份</translation>
    </message>
    <message>
        <source>this run works in it</source>
        <translation>本次迁移正在用它</translation>
    </message>
    <message>
        <source>the version in use was brought by this run</source>
        <translation>现在用的版本就是这次迁移装的</translation>
    </message>
    <message>
        <source>its run is not finished</source>
        <translation>所属的迁移还没结束</translation>
    </message>
    <message>
        <source>Docker is not deleted on this VM yet</source>
        <translation>这台小鸡还没删 Docker</translation>
    </message>
    <message>
        <source>Docker does not answer in this VM</source>
        <translation>小鸡里的 Docker 没有应答</translation>
    </message>
    <message>
        <source>something is mounted in it</source>
        <translation>里面有挂载点</translation>
    </message>
    <message>
        <source>something uses it</source>
        <translation>有程序正在使用</translation>
    </message>
    <message>
        <source>it is a link or a file, not a folder</source>
        <translation>是链接或文件，不是目录</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>What</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>最后改动</translation>
    </message>
    <message>
        <source>Stays, because</source>
        <translation>须保留的原因</translation>
    </message>
</context>
<context>
    <name>undock::gui::MainActions</name>
    <message>
        <source>Operator&apos;s &amp;guide</source>
        <translation>操作指南(&amp;G)</translation>
    </message>
    <message>
        <source>How to use this program</source>
        <translation>本程序怎么用</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Add VM…</source>
        <translation>添加小鸡(&amp;A)…</translation>
    </message>
    <message>
        <source>Migrate one VM with the wizard</source>
        <translation>用向导迁移一台小鸡</translation>
    </message>
    <message>
        <source>&amp;Discover…</source>
        <translation>发现(&amp;D)…</translation>
    </message>
    <message>
        <source>Ask the node for its VMs</source>
        <translation>查询母机上的小鸡</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>Take VMs from a CSV file or pasted lines</source>
        <translation>从 CSV 或粘贴内容导入小鸡</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>Nodes, folders, workers, language</source>
        <translation>母机、文件夹、并行数、语言</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>关闭程序</translation>
    </message>
    <message>
        <source>&amp;Open wizard</source>
        <translation>打开向导(&amp;O)</translation>
    </message>
    <message>
        <source>This VM step by step</source>
        <translation>逐步处理这台小鸡</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>Queue the migration, stages A to H</source>
        <translation>排队迁移，阶段 A 到 H</translation>
    </message>
    <message>
        <source>Start &amp;later…</source>
        <translation>定时开始(&amp;L)…</translation>
    </message>
    <message>
        <source>Queue the migration for a later time</source>
        <translation>排队到指定时间再迁移</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Pause after the step that runs now</source>
        <translation>当前步骤结束后暂停</translation>
    </message>
    <message>
        <source>Re&amp;try</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>Go on from the step that failed</source>
        <translation>从失败的步骤继续</translation>
    </message>
    <message>
        <source>Roll &amp;back…</source>
        <translation>回滚(&amp;B)…</translation>
    </message>
    <message>
        <source>Bring Docker&apos;s version back</source>
        <translation>恢复 Docker 版</translation>
    </message>
    <message>
        <source>User&apos;s a&amp;cceptance…</source>
        <translation>用户验收(&amp;C)…</translation>
    </message>
    <message>
        <source>Record what the user said</source>
        <translation>登记用户意见</translation>
    </message>
    <message>
        <source>&amp;Delete Docker…</source>
        <translation>删除 Docker(&amp;D)…</translation>
    </message>
    <message>
        <source>The last stage, when all its conditions hold</source>
        <translation>最后阶段，条件齐备才可执行</translation>
    </message>
    <message>
        <source>Open &amp;record</source>
        <translation>打开记录(&amp;R)</translation>
    </message>
    <message>
        <source>The record of this run</source>
        <translation>本次迁移的记录</translation>
    </message>
    <message>
        <source>&amp;Records</source>
        <translation>迁移记录(&amp;R)</translation>
    </message>
    <message>
        <source>All runs and their records</source>
        <translation>全部迁移及其记录</translation>
    </message>
    <message>
        <source>Copy &amp;instruction text</source>
        <translation>复制指令文本(&amp;I)</translation>
    </message>
    <message>
        <source>The procedure&apos;s instruction for another window or an AI</source>
        <translation>给其他窗口或 AI 的固定指令（SOP §9）</translation>
    </message>
    <message>
        <source>Copy &amp;error</source>
        <translation>复制错误信息(&amp;E)</translation>
    </message>
    <message>
        <source>What failed, as text</source>
        <translation>失败内容的文本</translation>
    </message>
    <message>
        <source>Lea&amp;ve out</source>
        <translation>移出队列(&amp;V)</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Earlier in the queue</source>
        <translation>在队列中提前</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>下移(&amp;W)</translation>
    </message>
    <message>
        <source>Later in the queue</source>
        <translation>在队列中推后</translation>
    </message>
    <message>
        <source>&amp;Pause the queue</source>
        <translation>暂停队列(&amp;P)</translation>
    </message>
    <message>
        <source>Nothing new begins; what runs ends its step</source>
        <translation>不再开始新的，正在跑的做完当前步骤</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>详情(&amp;D)</translation>
    </message>
    <message>
        <source>Show the pane below the table</source>
        <translation>显示下方详情栏</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>关于(&amp;A)</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>版本与许可</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>队列(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;VM</source>
        <translation>小鸡(&amp;V)</translation>
    </message>
    <message>
        <source>Vie&amp;w</source>
        <translation>视图(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Who works on the node…</source>
        <translation>谁在操作母机(&amp;W)…</translation>
    </message>
    <message>
        <source>Leases and holds on the node; release a hold, take a colleague&apos;s run over</source>
        <translation>母机上的占用与暂停；可解除暂停、接手同事的迁移</translation>
    </message>
    <message>
        <source>&amp;Housekeeping…</source>
        <translation>清理小鸡(&amp;H)…</translation>
    </message>
    <message>
        <source>Old backups and folders in the VM: list them, remove what you name</source>
        <translation>小鸡里的旧备份与目录：列出，并清理你点名的</translation>
    </message>
    <message>
        <source>U&amp;ndo the ledger update…</source>
        <translation>撤销台账更新(&amp;N)…</translation>
    </message>
    <message>
        <source>Put back what this run changed in the operator&apos;s table</source>
        <translation>把本次迁移在台账里改的内容改回去</translation>
    </message>
    <message>
        <source>Take this VM off the list; its journal stays, and the menu “Queue” puts it back</source>
        <translation>把这台小鸡移出队列；执行日志保留，可用“队列”菜单放回</translation>
    </message>
    <message>
        <source>Put &amp;back on the list</source>
        <translation>放回队列(&amp;B)</translation>
    </message>
</context>
<context>
    <name>undock::gui::MainWindow</name>
    <message>
        <source>VM %1 wants the user&apos;s acceptance</source>
        <translation>小鸡 %1 待用户验收</translation>
    </message>
    <message>
        <source>The acceptance is green. Ask the user to try it.</source>
        <translation>链路验收全部通过，请用户试用。</translation>
    </message>
    <message>
        <source>VM %1: %2</source>
        <translation>小鸡 %1：%2</translation>
    </message>
    <message>
        <source>VM %1 wants a person</source>
        <translation>小鸡 %1 需要人工处理</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1 of %2 workers busy</source>
        <translation>工作线程 %1/%2 忙</translation>
    </message>
    <message>
        <source>the queue is paused</source>
        <translation>队列已暂停</translation>
    </message>
    <message>
        <source>OpenClaw Undock</source>
        <translation>小鸡去 Docker 化</translation>
    </message>
    <message numerus="yes">
        <source>%1 % · %n running</source>
        <translation>
            <numerusform>%1 % · %n 台进行中</numerusform>
        </translation>
    </message>
    <message>
        <source>The instruction text is in the clipboard.</source>
        <translation>指令文本已复制。</translation>
    </message>
    <message>
        <source>The error is in the clipboard.</source>
        <translation>错误信息已复制。</translation>
    </message>
    <message>
        <source>No VM in the queue</source>
        <translation>队列里还没有小鸡</translation>
    </message>
    <message>
        <source>Every VM that is to leave Docker stands here in a row, from the first scan to the deletion of Docker. Add one with the wizard, let the node tell which it has, or take a list from a file.</source>
        <translation>要去 Docker 的小鸡在这里各占一行，从首次扫描到删 Docker 收尾。可用向导添加一台，让母机列出全部，或从文件导入清单。</translation>
    </message>
    <message>
        <source>&amp;Try it on the lab</source>
        <translation>在实验环境试用(&amp;T)</translation>
    </message>
    <message>
        <source>Makes a small node with a real VM on this machine: nothing outside it is touched.</source>
        <translation>在本机搭一台小母机和一台真的小鸡，不碰外面任何东西。</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) cannot be read and are set aside; their files are kept</source>
        <translation>
            <numerusform>%n 次迁移无法读取，已搁置；文件都保留着</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>undock::gui::MigratePage</name>
    <message>
        <source>&amp;Start the migration</source>
        <translation>开始迁移(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <source>Re&amp;sume</source>
        <translation>续跑(&amp;S)</translation>
    </message>
    <message>
        <source>Ends the running step where that is safe, then brings Docker&apos;s version back and proves that it answers.</source>
        <translation>在安全处结束当前步骤，然后恢复 Docker 版并证明其正常响应。</translation>
    </message>
    <message>
        <source>Docker&apos;s version still runs: there is nothing to take back.</source>
        <translation>Docker 版还在运行，无需回滚。</translation>
    </message>
    <message>
        <source>&amp;Acknowledge and go on</source>
        <translation>确认并继续(&amp;A)</translation>
    </message>
    <message>
        <source>A warning wants to be acknowledged by name before the next step</source>
        <translation>有注意项需逐条确认后才能继续</translation>
    </message>
    <message>
        <source>Paused between two steps</source>
        <translation>已在两步之间暂停</translation>
    </message>
    <message>
        <source>Nothing runs in the VM. Go on whenever you like.</source>
        <translation>小鸡里没有任务在跑，随时可以继续。</translation>
    </message>
    <message>
        <source>Nothing has been changed yet</source>
        <translation>还没有改动任何东西</translation>
    </message>
    <message>
        <source>B archives while the bot still runs; with C its outage begins. From then on one click brings Docker&apos;s version back.</source>
        <translation>B 阶段备份时机器人照常运行；C 阶段开始停机。此后任何时候都可一键恢复 Docker 版。</translation>
    </message>
</context>
<context>
    <name>undock::gui::NodeForm</name>
    <message>
        <source>You typed %1, but the node says that VM %2 has %3.</source>
        <translation>您填的是 %1，但母机说小鸡 %2 的 IP 是 %3。</translation>
    </message>
</context>
<context>
    <name>undock::gui::NodePage</name>
    <message>
        <source>Private key</source>
        <translation>私钥</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message numerus="yes">
        <source>Connected: a Proxmox node with %n VM(s)</source>
        <translation>
            <numerusform>已连接：Proxmox 母机，%n 台小鸡</numerusform>
        </translation>
    </message>
    <message>
        <source>Login by %1, host key %2</source>
        <translation>登录方式 %1，主机指纹 %2</translation>
    </message>
    <message>
        <source>The releases cannot be listed (%1); type the tag.</source>
        <translation>列不出版本（%1），请手工填写。</translation>
    </message>
    <message>
        <source>panel %1 · gateway %2 · SSH %3</source>
        <translation>面板 %1 · 网关 %2 · SSH %3</translation>
    </message>
    <message>
        <source>Nothing was sent. Correct the address, or the VM number.</source>
        <translation>没有发出任何指令。请改正 IP 或小鸡编号。</translation>
    </message>
    <message>
        <source>Stands against it:</source>
        <translation>有异议：</translation>
    </message>
    <message>
        <source>The node and the ledger agree.</source>
        <translation>母机与台账一致。</translation>
    </message>
    <message>
        <source>local (advised)</source>
        <translation>local（推荐）</translation>
    </message>
    <message>
        <source>remote (as the procedure prints it)</source>
        <translation>remote（SOP 原文）</translation>
    </message>
    <message>
        <source>The version that the container runs</source>
        <translation>容器正在用的版本</translation>
    </message>
    <message>
        <source>Today&apos;s release; it rewrites data at its first start</source>
        <translation>最新版，首次启动会改写数据</translation>
    </message>
    <message>
        <source>same: the version that the container runs. latest: today&apos;s release, which rewrites data at its first start.</source>
        <translation>same：沿用容器的版本。latest：最新版，首次启动会改写数据。</translation>
    </message>
    <message>
        <source>The node knows the VM and its ports; no ledger is named to compare with.</source>
        <translation>母机已查到这台小鸡和端口；没有指定台账可核对。</translation>
    </message>
    <message>
        <source>The node answers, but VM %1 does not: %2</source>
        <translation>母机正常，但小鸡 %1 不行：%2</translation>
    </message>
    <message>
        <source>%1; commands can be run in VM %2</source>
        <translation>%1；小鸡 %2 可执行命令</translation>
    </message>
</context>
<context>
    <name>undock::gui::Notice</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>undock::gui::OccupancyDialog</name>
    <message>
        <source>at work</source>
        <translation>操作中</translation>
    </message>
    <message>
        <source>its program is not connected</source>
        <translation>对方程序已断开</translation>
    </message>
    <message>
        <source>not settled: acceptance or rollback first</source>
        <translation>未了结：先重新验收或回滚</translation>
    </message>
    <message>
        <source>may be released</source>
        <translation>可以解除</translation>
    </message>
    <message>
        <source>Nobody works on this node, and nothing keeps Docker there.</source>
        <translation>这台母机没人在操作，也没有暂停删 Docker。</translation>
    </message>
    <message>
        <source>Taking over: VM %1 is yours from then on, and what %2 still sends for it is refused. The run comes with its journal and can be resumed here. The reason is recorded on both sides.</source>
        <translation>接手：此后小鸡 %1 归你，%2 再发来的操作会被拒绝。这次迁移连同执行日志一起过来，可在本机续跑。原因两边都会记录。</translation>
    </message>
    <message>
        <source>Releasing: Docker may be deleted again on other VMs. The node refuses it until VM %1 passed its acceptance, was rolled back or is gone. The reason is recorded.</source>
        <translation>解除：其他小鸡可以继续删 Docker。小鸡 %1 未通过验收、未回滚且还在时，母机会拒绝。原因会被记录。</translation>
    </message>
    <message>
        <source>Choose a row, and say why: nothing is taken over or released without a reason.</source>
        <translation>先选一行并写明原因：没有原因不能接手，也不能解除。</translation>
    </message>
    <message>
        <source>VM</source>
        <translation>小鸡</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开始于</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现状</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Take over with &amp;these sources</source>
        <translation>按这些来源接手(&amp;T)</translation>
    </message>
    <message>
        <source>The run of VM %1 was planned with other sources than this desk&apos;s. Left is what is set here, right what root would run from:
%2</source>
        <translation>小鸡 %1 的迁移用的来源与本机设置不同。左边是本机设置，右边是 root 将执行的来源：
%2</translation>
    </message>
    <message>
        <source>Take over from &amp;this unproven copy</source>
        <translation>按这份未经证明的副本接手(&amp;T)</translation>
    </message>
    <message>
        <source>Nothing proves that a desk wrote the copy of the journal in VM %1: whoever is root in the VM could have. Better copy the data folder of the desk that has the run. Otherwise compare this with what you know of the run:
%2</source>
        <translation>没有凭据证明小鸡 %1 里的执行日志副本出自某个工作站：小鸡里的 root 也能写。最好复制原工作站的数据目录。没有的话，把下面的内容与你了解的情况核对：
%2</translation>
    </message>
</context>
<context>
    <name>undock::gui::OutputPane</name>
    <message>
        <source>Save the output</source>
        <translation>保存输出</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>No output yet. It appears here line by line while steps run in the VM.</source>
        <translation>还没有输出。步骤在小鸡里执行时会逐行显示在这里。</translation>
    </message>
</context>
<context>
    <name>undock::gui::OutputView</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Copy all</source>
        <translation>全部复制(&amp;C)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
</context>
<context>
    <name>undock::gui::PlanModel</name>
    <message>
        <source>secret: held in memory, removed from the VM afterwards</source>
        <translation>机密：只在内存中，用后从小鸡删除</translation>
    </message>
    <message>
        <source>comes from an earlier step</source>
        <translation>由前面的步骤得出</translation>
    </message>
    <message>
        <source>%1. At most %2.</source>
        <translation>%1。最长 %2。</translation>
    </message>
    <message>
        <source>Taken back by: %1.</source>
        <translation>回退方式：%1。</translation>
    </message>
    <message>
        <source>Its output is secret and not kept.</source>
        <translation>输出为机密，不保存。</translation>
    </message>
    <message>
        <source>Data: %1 in %2 files</source>
        <translation>数据：%1，%2 个文件</translation>
    </message>
    <message>
        <source>Expected: about %1 min</source>
        <translation>预计：约 %1 分钟</translation>
    </message>
    <message>
        <source>Disk: %1 needed, %2 free</source>
        <translation>磁盘：需 %1，可用 %2</translation>
    </message>
    <message>
        <source>Before C  Prepared early</source>
        <translation>C 之前  提前准备</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>影响</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
</context>
<context>
    <name>undock::gui::PlanPage</name>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>改前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>改后</translation>
    </message>
    <message>
        <source>Not read yet: the scan reads both configurations.</source>
        <translation>还没读取：扫描时会读取两份配置。</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) change; everything else stays as it is, in its order. Secrets are masked.</source>
        <translation>
            <numerusform>改动 %n 个键；其余内容和顺序保持原样。机密已打码。</numerusform>
        </translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>For this run</source>
        <translation>本次取值</translation>
    </message>
    <message>
        <source>The VM&apos;s disk is too small for this plan</source>
        <translation>小鸡的磁盘不够完成此计划</translation>
    </message>
    <message>
        <source>Make room in the VM, or give it a larger disk; then scan it again.</source>
        <translation>请在小鸡里腾出空间或扩大磁盘，然后重新扫描。</translation>
    </message>
</context>
<context>
    <name>undock::gui::QueueModel</name>
    <message>
        <source>≈ %1</source>
        <translation>≈ %1</translation>
    </message>
    <message>
        <source>%1 percent</source>
        <translation>百分之 %1</translation>
    </message>
    <message>
        <source>VMID</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>母机</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Stages A–I</source>
        <translation>阶段 A–I</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>已用时</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Outage</source>
        <translation>停机时长</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>undock::gui::QuitDialog</name>
    <message numerus="yes">
        <source>%n run(s) under way</source>
        <translation>
            <numerusform>%n 台正在迁移</numerusform>
        </translation>
    </message>
    <message>
        <source>The step that runs in a VM goes on there by itself and is picked up at the next start; the step after it waits until then. A bot that is stopped stays stopped for as long. Nothing is lost.</source>
        <translation>小鸡里正在执行的步骤会自行做完，下次启动时接上；后面的步骤要等到那时。已停的机器人会一直停着。不会丢失任何东西。</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>留下(&amp;S)</translation>
    </message>
</context>
<context>
    <name>undock::gui::ReadDialog</name>
    <message>
        <source>Before the first start the procedure wants these documents to be read. It is asked once for each version of a file, and journaled.</source>
        <translation>首次开始前，SOP 要求先读这些文件。每个版本只问一次，并记入执行日志。</translation>
    </message>
    <message>
        <source>Before the first start the procedure wants to be read. No procedure file is chosen in the settings: the tick says that it was read elsewhere.</source>
        <translation>首次开始前要求先读 SOP。设置里没有选 SOP 文件：勾选表示已在别处读过。</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Do not start</source>
        <translation>不开始(&amp;D)</translation>
    </message>
</context>
<context>
    <name>undock::gui::ReadModel</name>
    <message>
        <source>cannot be read: %1</source>
        <translation>读不出来：%1</translation>
    </message>
    <message>
        <source>larger than 8 MiB</source>
        <translation>超过 8 MiB</translation>
    </message>
    <message>
        <source>read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>to be read</source>
        <translation>待读</translation>
    </message>
    <message>
        <source>Procedure: %1</source>
        <translation>SOP：%1</translation>
    </message>
    <message>
        <source>Baseline: %1</source>
        <translation>执行基线：%1</translation>
    </message>
    <message>
        <source>Record: %1</source>
        <translation>迁移记录：%1</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>undock::gui::ReadPage</name>
    <message>
        <source>Procedure file</source>
        <translation>SOP 文件</translation>
    </message>
    <message>
        <source>Baseline document</source>
        <translation>执行基线</translation>
    </message>
    <message>
        <source>Documents (*.md *.txt);;All files (*)</source>
        <translation>文档 (*.md *.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>No procedure file is chosen yet</source>
        <translation>还没选 SOP 文件</translation>
    </message>
    <message>
        <source>Choose the operator&apos;s own copy, so that it is shown here and its version is journaled. Without one the tick says that it was read elsewhere.</source>
        <translation>选择自己的那份，便会显示在这里并记录版本。不选则勾选表示已在别处读过。</translation>
    </message>
    <message>
        <source>A document cannot be read</source>
        <translation>有文件读不出来</translation>
    </message>
    <message>
        <source>Choose it again, or see to its permissions. Nothing was done yet.</source>
        <translation>请重新选择或检查权限。还没有执行任何操作。</translation>
    </message>
    <message>
        <source>Read before in this version</source>
        <translation>这个版本之前已读</translation>
    </message>
    <message>
        <source>None of these documents has changed since; the tick is not asked again.</source>
        <translation>这些文件此后没有变化，不再要求勾选。</translation>
    </message>
</context>
<context>
    <name>undock::gui::RecordPage</name>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Export the record</source>
        <translation>导出记录</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;HTML (*.html);;Markdown (*.md)</source>
        <translation>PDF (*.pdf);;HTML (*.html);;Markdown (*.md)</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>已导出</translation>
    </message>
    <message>
        <source>Nothing required is missing.</source>
        <translation>必填内容齐全。</translation>
    </message>
    <message>
        <source>Still without the operator&apos;s words: %1</source>
        <translation>尚缺执行人填写：%1</translation>
    </message>
</context>
<context>
    <name>undock::gui::RecordsModel</name>
    <message>
        <source>VMID</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Outage</source>
        <translation>停机时长</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据量</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
</context>
<context>
    <name>undock::gui::RecordsWindow</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>共 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Written</source>
        <translation>已写出</translation>
    </message>
    <message>
        <source>Every run has a record, from its first step on. Choose one on the left.</source>
        <translation>每次迁移从第一步起就有记录。请在左侧选择。</translation>
    </message>
    <message>
        <source>Nothing required is missing.</source>
        <translation>必填内容齐全。</translation>
    </message>
    <message>
        <source>Still without the operator&apos;s words: %1</source>
        <translation>尚缺执行人填写：%1</translation>
    </message>
    <message>
        <source>Export the selection</source>
        <translation>导出所选</translation>
    </message>
    <message>
        <source>Folder for the export</source>
        <translation>导出到文件夹</translation>
    </message>
    <message numerus="yes">
        <source>Exported %n record(s)</source>
        <translation>
            <numerusform>已导出 %n 份</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Markdown, as the procedure names it</source>
        <translation>Markdown，按 SOP 命名(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;HTML</source>
        <translation>&amp;HTML</translation>
    </message>
    <message>
        <source>&amp;PDF</source>
        <translation>&amp;PDF</translation>
    </message>
    <message>
        <source>&amp;CSV of the selection</source>
        <translation>所选的 CSV(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Summary of the selection</source>
        <translation>选中项的汇总(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Bundle with all evidence</source>
        <translation>含全部证据的资料包(&amp;B)</translation>
    </message>
</context>
<context>
    <name>undock::gui::RunRow</name>
    <message>
        <source>%1: answer lost, resume to ask again</source>
        <translation>%1：应答丢失，续跑以重新询问</translation>
    </message>
    <message>
        <source>paused after this step</source>
        <translation>已在步骤后暂停</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Wants a person</source>
        <translation>待人工</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>undock::gui::RunWatch</name>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩 %1</translation>
    </message>
    <message>
        <source>The source is untouched and backed up; Docker&apos;s containers are stopped. Retry, or roll back.</source>
        <translation>源数据未动且已备份；Docker 容器已停。可重试或回滚。</translation>
    </message>
    <message>
        <source>Docker&apos;s version still runs; nothing the users see has changed.</source>
        <translation>Docker 版仍在运行，用户无感知。</translation>
    </message>
    <message>
        <source>The answer to &quot;%1&quot; was lost.</source>
        <translation>“%1”的应答丢失。</translation>
    </message>
    <message>
        <source>The step may still run in the VM, and goes on by itself.</source>
        <translation>该步骤可能仍在小鸡里执行，会自行继续。</translation>
    </message>
    <message>
        <source>Resume: the VM is asked again, nothing is run twice.</source>
        <translation>点续跑：会重新询问小鸡，不会重复执行。</translation>
    </message>
</context>
<context>
    <name>undock::gui::RunWizard</name>
    <message>
        <source>Read first</source>
        <translation>先读文件</translation>
    </message>
    <message>
        <source>Node and VM</source>
        <translation>母机与小鸡</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Migrate</source>
        <translation>迁移</translation>
    </message>
    <message>
        <source>Acceptance</source>
        <translation>链路验收</translation>
    </message>
    <message>
        <source>Deletion</source>
        <translation>删 Docker 收尾</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>迁移记录</translation>
    </message>
    <message>
        <source>New VM</source>
        <translation>新小鸡</translation>
    </message>
    <message>
        <source>Migrate a VM</source>
        <translation>迁移小鸡</translation>
    </message>
    <message>
        <source>Migrate VM %1</source>
        <translation>迁移小鸡 %1</translation>
    </message>
    <message>
        <source>&lt; &amp;Back</source>
        <translation>&lt; 上一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Next &gt;</source>
        <translation>下一步(&amp;N) &gt;</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>完成(&amp;F)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>VM %1</source>
        <translation>小鸡 %1</translation>
    </message>
</context>
<context>
    <name>undock::gui::ScanPage</name>
    <message numerus="yes">
        <source>%n finding(s) block the migration</source>
        <translation>
            <numerusform>%n 项阻断迁移</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing on the VM was changed. Settle them, then scan again.</source>
        <translation>小鸡上没有任何改动。处理后重新扫描。</translation>
    </message>
</context>
<context>
    <name>undock::gui::SecretDialog</name>
    <message>
        <source>Passphrase of the key %1</source>
        <translation>密钥 %1 的口令</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>%1 的密码</translation>
    </message>
    <message>
        <source>The last answer was not accepted. Enter it again, or cancel: then nothing is sent.</source>
        <translation>上次输入未被接受。请重新输入，或取消：不会发出任何指令。</translation>
    </message>
    <message>
        <source>It only serves to connect. No file, log or command line ever holds it.</source>
        <translation>仅用于连接，绝不写入文件、日志或命令行。</translation>
    </message>
    <message>
        <source>There is no keychain service on this desk.</source>
        <translation>本机没有系统密钥环服务。</translation>
    </message>
</context>
<context>
    <name>undock::gui::SettingsDialog</name>
    <message>
        <source>Export settings</source>
        <translation>导出设置</translation>
    </message>
    <message>
        <source>Exported; no password is in the file</source>
        <translation>已导出，文件不含密码</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>导入设置</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>Imported, but for what is not fit</source>
        <translation>已导入，不合规的除外</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入(&amp;U)…</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Not an address that can be used</source>
        <translation>地址不可用</translation>
    </message>
    <message>
        <source>Write https://host/path without login, query or fragment.</source>
        <translation>请写 https://主机/路径，不带登录信息、查询或片段。</translation>
    </message>
    <message>
        <source>Plain http</source>
        <translation>明文 http</translation>
    </message>
    <message>
        <source>Nobody on the way is kept from changing what is fetched.</source>
        <translation>途中任何人都可能篡改下载内容。</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>母机</translation>
    </message>
    <message>
        <source>Jump host</source>
        <translation>跳板机</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>密钥文件</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>密钥环</translation>
    </message>
    <message>
        <source>as the procedure prints it</source>
        <translation>按 SOP 顺序</translation>
    </message>
    <message>
        <source>prepare early (shorter outage)</source>
        <translation>提前准备（缩短停机）</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>保存(&amp;V)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1, row %2: %3</source>
        <translation>%1，第 %2 行：%3</translation>
    </message>
    <message>
        <source>Nothing was saved. Write it as in root@192.0.2.10 or root@192.0.2.10:2222, or remove the row.</source>
        <translation>没有保存任何设置。请写成 root@192.0.2.10 或 root@192.0.2.10:2222，或移除这一行。</translation>
    </message>
    <message>
        <source>The file changes whom this desk trusts and what root runs in the VMs</source>
        <translation>该文件会改变本机信任的对象以及小鸡里 root 执行的内容</translation>
    </message>
    <message>
        <source>Take these &amp;over</source>
        <translation>采用这些改动(&amp;O)</translation>
    </message>
</context>
<context>
    <name>undock::gui::Shell</name>
    <message>
        <source>no node yet</source>
        <translation>还没有母机</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>answer lost</source>
        <translation>应答丢失</translation>
    </message>
    <message>
        <source>The run was taken over</source>
        <translation>已接手这次迁移</translation>
    </message>
    <message>
        <source>Its journal is here now. Start it to go on from where it stands; the VM is asked first.</source>
        <translation>执行日志已到本机。点“开始”从当前位置继续，会先问小鸡。</translation>
    </message>
    <message>
        <source>The lab is up</source>
        <translation>实验环境已就绪</translation>
    </message>
    <message>
        <source>A node with one VM runs on this machine. ./dev lab down ends it.</source>
        <translation>本机上有一台母机和一台小鸡在运行，用 ./dev lab down 结束。</translation>
    </message>
    <message>
        <source>The lab could not be made</source>
        <translation>实验环境搭建失败</translation>
    </message>
    <message>
        <source>The lab is being made</source>
        <translation>正在搭建实验环境</translation>
    </message>
    <message>
        <source>The first time it downloads what it needs, which takes some minutes.</source>
        <translation>第一次要下载所需内容，需几分钟。</translation>
    </message>
    <message>
        <source>VM %1 of %2: %3</source>
        <translation>小鸡 %1（母机 %2）：%3</translation>
    </message>
    <message numerus="yes">
        <source>%n VM(s) were not taken into the queue</source>
        <translation>
            <numerusform>%n 台小鸡没有加入队列</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>undock::gui::StartLaterDialog</name>
    <message numerus="yes">
        <source>%n VM(s) begin at this time at the earliest, as workers and slots allow. The program has to be running then.</source>
        <translation>
            <numerusform>%n 台小鸡最早在此时间开始，视工作线程和并行名额而定。届时程序须在运行。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>队列(&amp;Q)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>undock::gui::StepTreeModel</name>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
</context>
<context>
    <name>undock::gui::VmWords</name>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已关机</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已挂起</translation>
    </message>
    <message>
        <source>the VM is %1</source>
        <translation>小鸡%1</translation>
    </message>
    <message>
        <source>the guest agent is not enabled</source>
        <translation>没有启用 guest agent</translation>
    </message>
    <message>
        <source>it is a template</source>
        <translation>这是模板</translation>
    </message>
    <message>
        <source>port mappings are missing</source>
        <translation>缺端口映射</translation>
    </message>
    <message>
        <source>its address is not known to the node</source>
        <translation>母机不知道它的 IP</translation>
    </message>
</context>
<context>
    <name>undock::gui::WayBack</name>
    <message>
        <source>Roll back to Docker&apos;s version</source>
        <translation>回滚到 Docker 版</translation>
    </message>
    <message>
        <source>Stops the direct services, saves and counts what users wrote since the cutover, starts Docker&apos;s version and proves that it answers. The bot is away for about half a minute.</source>
        <translation>停直装服务，保存并清点切换后用户写入的数据，启动 Docker 版并证明其正常响应。机器人约停半分钟。</translation>
    </message>
    <message>
        <source>Starts Docker&apos;s containers again and proves that they answer. Nothing in the source was changed.</source>
        <translation>重新启动 Docker 容器并证明其正常响应。源数据没有改动。</translation>
    </message>
    <message>
        <source>Docker&apos;s containers are deleted. They can be made again only while the images are there.</source>
        <translation>Docker 容器已删除。只要镜像还在，就能重建。</translation>
    </message>
    <message>
        <source>Docker&apos;s version still runs: there is nothing to take back.</source>
        <translation>Docker 版还在运行，无需回滚。</translation>
    </message>
    <message>
        <source>Carry users&apos; new data back</source>
        <translation>带回新数据</translation>
    </message>
    <message>
        <source>After a rollback: brings what was written since the cutover into Docker&apos;s version. The source as it is now is saved beside it first.</source>
        <translation>回滚之后：把切换后写入的数据带回 Docker 版。会先把当前源数据另存一份。</translation>
    </message>
    <message>
        <source>Nothing was written since the cutover.</source>
        <translation>切换后没有写入数据。</translation>
    </message>
    <message>
        <source>Only after a rollback.</source>
        <translation>回滚之后才可用。</translation>
    </message>
    <message>
        <source>Restore the source from the backup</source>
        <translation>从备份恢复源数据</translation>
    </message>
    <message>
        <source>Only when the source is damaged. The present folders are moved aside, then the archives and the supplement are unpacked in their place.</source>
        <translation>仅在源数据损坏时使用。先把现有目录移到旁边，再解包精准备份和补充备份。</translation>
    </message>
    <message>
        <source>Roll back first.</source>
        <translation>请先回滚。</translation>
    </message>
    <message>
        <source>Put back an earlier openclaw.json</source>
        <translation>回退 openclaw.json</translation>
    </message>
    <message>
        <source>Stays with the direct version; only its configuration returns to a dated copy, and the gateway is started again.</source>
        <translation>保持直装；只把配置退回到某个日期的备份，并重启网关。</translation>
    </message>
    <message>
        <source>The run is working now.</source>
        <translation>正在执行中。</translation>
    </message>
    <message>
        <source>Undo the update of the ledger</source>
        <translation>撤销台账更新</translation>
    </message>
    <message>
        <source>Takes this update of %1 back:
%2
Only this VM&apos;s row is touched; it is refused when somebody changed the row since.</source>
        <translation>撤销对 %1 的这次更新：
%2
只动这台小鸡的一行；如果之后有人改过这一行，就不撤销。</translation>
    </message>
    <message>
        <source>This run changed nothing in the ledger.</source>
        <translation>本次迁移没有改过台账。</translation>
    </message>
    <message>
        <source>Nothing of it stands any more.</source>
        <translation>台账更新已全部撤销。</translation>
    </message>
</context>
<context>
    <name>undock::gui::WizardPage</name>
    <message>
        <source>Asked for, and not begun yet</source>
        <translation>已提出，尚未开始</translation>
    </message>
</context>
<context>
    <name>undock::gui::Words</name>
    <message>
        <source>Scan</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>精准备份</translation>
    </message>
    <message>
        <source>Stop Docker</source>
        <translation>停 Docker</translation>
    </message>
    <message>
        <source>Install OpenClaw</source>
        <translation>安装直装</translation>
    </message>
    <message>
        <source>Move the data</source>
        <translation>迁移数据</translation>
    </message>
    <message>
        <source>Deploy the panel</source>
        <translation>部署面板</translation>
    </message>
    <message>
        <source>Start the services</source>
        <translation>启动服务</translation>
    </message>
    <message>
        <source>Acceptance</source>
        <translation>链路验收</translation>
    </message>
    <message>
        <source>Delete Docker</source>
        <translation>删 Docker</translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation>回滚</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>scanned, nothing changed</source>
        <translation>已扫描，未改动</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>a step failed: retry or roll back</source>
        <translation>步骤失败：重试或回滚</translation>
    </message>
    <message>
        <source>acceptance failed: check again or roll back</source>
        <translation>验收失败：请重新验收或回滚</translation>
    </message>
    <message>
        <source>wants the user&apos;s acceptance</source>
        <translation>待用户验收</translation>
    </message>
    <message>
        <source>accepted: Docker may be deleted</source>
        <translation>用户已验收：可删 Docker</translation>
    </message>
    <message>
        <source>deleting Docker</source>
        <translation>正在删 Docker</translation>
    </message>
    <message>
        <source>done, Docker deleted</source>
        <translation>完成，Docker 已删</translation>
    </message>
    <message>
        <source>rolling back</source>
        <translation>回滚中</translation>
    </message>
    <message>
        <source>rolled back, Docker&apos;s version answers</source>
        <translation>已回滚，Docker 版正常</translation>
    </message>
    <message>
        <source>rollback failed: wants a person now</source>
        <translation>回滚失败：立即人工处理</translation>
    </message>
    <message>
        <source>reads only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>adds, changes nothing in use</source>
        <translation>只新增，不动在用内容</translation>
    </message>
    <message>
        <source>switches what is in use</source>
        <translation>切换在用内容</translation>
    </message>
    <message>
        <source>deletes</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>阻断</translation>
    </message>
    <message>
        <source>migrated</source>
        <translation>已迁移</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>已回滚</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 files</source>
        <translation>%1 / %2 个文件</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s, at most %2 s</source>
        <translation>%1 秒，最多 %2 秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>adds</source>
        <translation>只新增</translation>
    </message>
    <message>
        <source>switches</source>
        <translation>切换在用内容</translation>
    </message>
    <message>
        <source>Housekeeping</source>
        <translation>清理</translation>
    </message>
</context>
</TS>
