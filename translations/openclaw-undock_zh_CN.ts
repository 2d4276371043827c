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
    <name>BundleDialog</name>
    <message>
        <source>Evidence bundle</source>
        <translation>证据包</translation>
    </message>
    <message>
        <source>&amp;Allowed signers:</source>
        <translation>签名人文件(&amp;W)：</translation>
    </message>
    <message>
        <source>Choose the file of allowed signers…</source>
        <translation>选择签名人文件…</translation>
    </message>
    <message>
        <source>Check a&amp;gain</source>
        <translation>重新核对(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Signatures:</source>
        <translation>签名(&amp;S)：</translation>
    </message>
    <message>
        <source>Sign with the &amp;key:</source>
        <translation>用这把密钥签(&amp;K)：</translation>
    </message>
    <message>
        <source>Your SSH key, or its .pub where the agent has it</source>
        <translation>自己的 SSH 密钥；密钥在 agent 里的，选它的 .pub</translation>
    </message>
    <message>
        <source>Choose the key that signs…</source>
        <translation>选择签名用的密钥…</translation>
    </message>
    <message>
        <source>S&amp;ign</source>
        <translation>签名(&amp;I)</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>签名</translation>
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
    <name>HandoverDialog</name>
    <message>
        <source>Hand over</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>&amp;Language of the texts:</source>
        <translation>文字的语言(&amp;L)：</translation>
    </message>
    <message>
        <source>For the VM&apos;s &amp;user:</source>
        <translation>给小鸡的用户(&amp;U)：</translation>
    </message>
    <message>
        <source>&amp;Copy for the user</source>
        <translation>复制给用户的(&amp;C)</translation>
    </message>
    <message>
        <source>For the next &amp;operator:</source>
        <translation>给下一位运维(&amp;O)：</translation>
    </message>
    <message>
        <source>Copy for the o&amp;perator</source>
        <translation>复制给运维的(&amp;P)</translation>
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
    <message>
        <source>Prepare &amp;early, for a shorter outage</source>
        <translation>提前准备，缩短停机(&amp;E)</translation>
    </message>
    <message>
        <source>What can be installed before the stop is installed before it.</source>
        <translation>停机前能装的都先装好。</translation>
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
    <name>Places</name>
    <message>
        <source>%1line %2, column %3</source>
        <translation>%1第 %2 行第 %3 列</translation>
    </message>
    <message>
        <source>ledger, line %1</source>
        <translation>台账第 %1 行</translation>
    </message>
    <message>
        <source>%1line %2</source>
        <translation>%1第 %2 行</translation>
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
    <message>
        <source>Hand &amp;over…</source>
        <translation>交接(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Bundle…</source>
        <translation>证据包(&amp;B)…</translation>
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
        <source>Tell &amp;me when a VM needs attention</source>
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
    <message>
        <source>Your SSH key, or its .pub where the agent has it</source>
        <translation>自己的 SSH 密钥；密钥在 agent 里的，选它的 .pub</translation>
    </message>
    <message>
        <source>Choose the key that signs…</source>
        <translation>选择签名用的密钥…</translation>
    </message>
    <message>
        <source>Si&amp;gn every evidence bundle as it is made</source>
        <translation>每次制作证据包时都签名(&amp;G)</translation>
    </message>
    <message>
        <source>What cannot be signed is told; the bundle is there all the same.</source>
        <translation>没签成会告诉您，证据包照样做好。</translation>
    </message>
    <message>
        <source>Signing &amp;key:</source>
        <translation>签名密钥(&amp;K)：</translation>
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
    <name>undock::gui::BundleDialog</name>
    <message>
        <source>good</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>of this bundle; whose key it is was not asked</source>
        <translation>签的是这份；没有核对是谁的密钥</translation>
    </message>
    <message>
        <source>another key: of none of the allowed signers</source>
        <translation>是别的密钥：不属于签名人文件里的任何人</translation>
    </message>
    <message>
        <source>the key was no longer valid</source>
        <translation>密钥已过期</translation>
    </message>
    <message>
        <source>the key was not valid yet</source>
        <translation>密钥还没生效</translation>
    </message>
    <message>
        <source>wrong: not of this bundle&apos;s index</source>
        <translation>不对：签的不是这份索引</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>The allowed signers cannot be read</source>
        <translation>签名人文件读不了</translation>
    </message>
    <message>
        <source>The bundle is being looked at…</source>
        <translation>正在核对证据包…</translation>
    </message>
    <message>
        <source>The key cannot be read</source>
        <translation>密钥文件读不了</translation>
    </message>
    <message>
        <source>Choose its file, or its .pub where the agent has the key.</source>
        <translation>请选择密钥文件；密钥在 agent 里的，选它的 .pub。</translation>
    </message>
    <message>
        <source>It is being signed</source>
        <translation>正在签名</translation>
    </message>
    <message>
        <source>A token or the agent may want to be confirmed.</source>
        <translation>硬件令牌或 agent 可能要您确认一下。</translation>
    </message>
    <message numerus="yes">
        <source>Run %1: %n line(s) of the journal and their chain hold</source>
        <translation>
            <numerusform>运行 %1：执行日志 %n 行，哈希链完整</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of evidence are what the record was made of</source>
        <translation>
            <numerusform>%n 份证据与记录所依据的一致</numerusform>
        </translation>
    </message>
    <message>
        <source>Made %1, by its own word</source>
        <translation>它自己写的制作时间：%1</translation>
    </message>
    <message>
        <source>It does not say when it was made</source>
        <translation>没有写明什么时候制作的</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签名</translation>
    </message>
    <message>
        <source>Nothing in it was changed, dropped or added</source>
        <translation>没有内容被改、缺失或多出</translation>
    </message>
    <message>
        <source>Nobody signed it</source>
        <translation>没有人签过</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Signer</source>
        <translation>签名人</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>A signature proves that whoever has the key signed these sums. It does not prove when, nor that the key&apos;s owner used it, nor that the journal tells what happened in the VM.</source>
        <translation>签名证明：持有这把密钥的人签过这些校验和。它不证明什么时候签的、用密钥的是不是本人，也不证明日志写的就是小鸡里发生的。</translation>
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
    <name>undock::gui::HandoverDialog</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>There is nothing to hand over yet</source>
        <translation>现在还没有可交接的</translation>
    </message>
    <message>
        <source>The run stands at “%1”: it has neither passed its acceptance nor been rolled back.</source>
        <translation>现在是“%1”：还没通过链路验收，也没有回滚。</translation>
    </message>
    <message>
        <source>Hand over VM %1</source>
        <translation>交接小鸡 %1</translation>
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
        <source>VM %1: %2</source>
        <translation>小鸡 %1：%2</translation>
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
        <source>The queue goes by this order until the program ends; the next one does not know it.</source>
        <translation>程序关闭前队列按这个顺序执行；下次启动不会记得。</translation>
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
    <name>undock::gui::RecordFilters</name>
    <message>
        <source>VM or name</source>
        <translation>VMID 或名称</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>从(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>到(&amp;T)</translation>
    </message>
    <message>
        <source>All nodes</source>
        <translation>所有母机</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>母机</translation>
    </message>
    <message>
        <source>Any outcome</source>
        <translation>所有结果</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Any version</source>
        <translation>所有版本</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Any finding</source>
        <translation>所有发现</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Show a&amp;ll</source>
        <translation>全部显示(&amp;L)</translation>
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
    <message>
        <source>By hand: %1</source>
        <translation>手写：%1</translation>
    </message>
    <message>
        <source>Another desk: %1</source>
        <translation>别的电脑：%1</translation>
    </message>
</context>
<context>
    <name>undock::gui::RecordsWindow</name>
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
    <message>
        <source>Exported and signed</source>
        <translation>已导出并签名</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>密钥：%1</translation>
    </message>
    <message>
        <source>The bundle is there, and is not signed</source>
        <translation>证据包做好了，但没有签名</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n 份记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n record(s)</source>
        <translation>
            <numerusform>%n 份记录中的 %1 份</numerusform>
        </translation>
    </message>
    <message>
        <source>Evidence bundle</source>
        <translation>证据包</translation>
    </message>
    <message>
        <source>Bundles (*.zip);;All files (*)</source>
        <translation>证据包 (*.zip);;所有文件 (*)</translation>
    </message>
    <message>
        <source>No run of this desk; the file is only read</source>
        <translation>不是这台电脑的运行；只读，不改动</translation>
    </message>
    <message>
        <source>It cannot be read: %1</source>
        <translation>读不了：%1</translation>
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
        <source>Needs attention</source>
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
    <name>undock::gui::WebhookBox</name>
    <message>
        <source>The test message was delivered.</source>
        <translation>测试消息已送达。</translation>
    </message>
    <message>
        <source>The service refused it. Compare the address and the service.</source>
        <translation>服务拒绝了。请核对地址和所选服务。</translation>
    </message>
    <message>
        <source>The address leads to another one. Give the service&apos;s own.</source>
        <translation>该地址会跳转到别处。请填写服务自己的地址。</translation>
    </message>
    <message>
        <source>The service did not answer. Look at this desk&apos;s network and the address.</source>
        <translation>服务没有应答。请检查本机网络和地址。</translation>
    </message>
    <message>
        <source>The test message was not delivered.</source>
        <translation>测试消息没有送达。</translation>
    </message>
    <message>
        <source>kept in the keychain</source>
        <translation>已存入钥匙串</translation>
    </message>
    <message>
        <source>https://…</source>
        <translation>https://…</translation>
    </message>
    <message>
        <source>Messages to a se&amp;rvice:</source>
        <translation>消息推送(&amp;R)：</translation>
    </message>
    <message>
        <source>Its &amp;address:</source>
        <translation>推送地址(&amp;A)：</translation>
    </message>
    <message>
        <source>Send a test messa&amp;ge</source>
        <translation>发测试消息(&amp;G)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>不推送</translation>
    </message>
    <message>
        <source>DingTalk</source>
        <translation>钉钉</translation>
    </message>
    <message>
        <source>WeCom</source>
        <translation>企业微信</translation>
    </message>
    <message>
        <source>another (JSON)</source>
        <translation>其他（JSON）</translation>
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
        <source>awaits the user&apos;s acceptance</source>
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
        <source>rollback failed: needs attention now</source>
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
