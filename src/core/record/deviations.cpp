#include "core/record/deviations.h"

#include <functional>

namespace undock {

namespace {

struct Entry {
    const char *paragraph;
    std::function<bool(const RunStory &)> applied;
    const char *insteadZh;
    const char *insteadEn;
    const char *reasonZh;
    const char *reasonEn;
};

using Applied = std::function<bool(const RunStory &)>;

Applied ran(const char *step)
{
    const QString id = QLatin1String(step);
    return [id](const RunStory &story) { return story.newest(id) != nullptr; };
}

bool reported(const RunStory &story, const char *step, QStringView fact,
    const QStringList &nothing = { QString(), QStringLiteral("0"), QStringLiteral("no") })
{
    const JobStory *job = story.newest(QString::fromLatin1(step));
    return job && !nothing.contains(job->job->facts.value(fact));
}

QString parameter(const RunStory &story, const char *name)
{
    return stringAt(story.state().params(), name);
}

bool startedFromImagesAgain(const RunStory &story)
{
    const JobStory *deletion = story.newest(u"i-delete");
    const JobStory *start = story.newest(u"r-docker-start");
    return deletion && start && start->job->begun > deletion->job->begun;
}

const std::vector<Entry> &entries()
{
    static const std::vector<Entry> all{
        { "4",
            [](const RunStory &story) {
                return parameter(story, "order") == QLatin1String("early") && story.newest(u"e-precopy");
            },
            "安装和第一遍复制提前到停 Docker 之前，停机后只补差异",
            "installing and a first copy were done before the stop; afterwards only the difference",
            "原文在机器人停机期间下载和安装，用户等得更久；这些步骤不碰在用的东西",
            "as printed, downloads and installs happen while the bot is down; these steps touch nothing that is in "
            "use" },
        { "5.1–5.10", [](const RunStory &story) { return story.newest(u"a-scan") || story.newest(u"b-archive"); },
            "脚本和参数都作为数据经标准输入送入小鸡，不拼命令行",
            "scripts and values travel as data on standard input; no command line is composed",
            "原文 5.6、5.8、5.9 的嵌套引号不闭合：前两段报语法错，5.9 返回 0 却只写出一个坏的服务文件；经 ssh "
            "转一道还会让命令在母机上执行",
            "the nested quoting of 5.6, 5.8 and 5.9 never closes: two die, 5.9 returns 0 with one corrupt unit; "
            "through ssh the body may even run on the node" },
        { "5.2", ran("c-supplement"), "停机后再与源数据比对，把打包期间变化的文件做成补充备份",
            "after the stop the source was compared again and what had changed went into a supplement",
            "打包时数据还在写；原文的校验只证明压缩包与自己一致，不证明与源数据一致",
            "the archives are made of live data; the printed check proves an archive equal to itself only" },
        { "5.2", ran("b-verify"), "每一项校验的结果都计入结论", "the result of every single check counts",
            "原文最后的循环会盖掉前面的失败，校验和不符也返回 0",
            "the printed loop at the end hides an earlier failure: a bad checksum still returns 0" },
        { "5.2", [](const RunStory &story) { return reported(story, "b-archive", u"missing"); },
            "只备份存在的目录，缺的写进记录", "what exists was archived; what does not is recorded",
            "原文假定每个目录都在，缺一个就中止",
            "as printed every folder is assumed to exist, and one that is missing ends the backup" },
        { "5.3", ran("c-policy"), "先记下容器的重启策略，再设为 no", "restart policies were noted, then set to no",
            "策略为 always 的容器会随 Docker 守护进程或重启自己回来",
            "containers with policy always come back with the daemon or a reboot" },
        { "5.3", ran("c-stop"), "网关和面板同时停，不互相等待", "gateway and panel were stopped side by side",
            "面板不理会终止信号，要等 10 秒才被杀；让网关陪着等只会延长停机",
            "the panel ignores the signal and is killed after 10 s; waiting for it only lengthens the outage" },
        { "5.4",
            [](const RunStory &story) {
                return story.newest(u"d-install") && parameter(story, "openclaw_version") != QLatin1String("latest");
            },
            "安装指定的版本（默认与容器内相同）", "a given version was installed (by default the container's own)",
            "原文装当天最新版；新版首次启动会改模型名、把会话移入数据库，使抽样数目变成 0",
            "as printed the day's newest is installed, whose first start rewrites the model name and moves sessions "
            "away" },
        { "5.4", ran("d-install"), "安装器不带提问、同时只跑一个，装完实际运行 node 和 openclaw 验证",
            "the installer ran without prompts and alone, and node and openclaw were run to prove it",
            "原文的安装器会停在提问上，两个同时跑会互相卡住；下载失败而旧文件还在时也返回 0",
            "the installer hangs on prompts, two of them hang each other, and a failed download still returns 0 when "
            "an old file is there" },
        { "5.5", ran("e-copy"), "复制到目标旁的新目录，按清单核对一致后再就位；不用带删除的同步",
            "copied beside the target, proven equal by manifest, then put in place; no sync that deletes",
            "带 --delete 的同步跑第二遍会删掉新网关写的聊天",
            "a second run of the printed sync wipes what the new gateway wrote" },
        { "5.5", ran("e-place"), "目标目录原有的内容移到一旁保留",
            "what stood in the target before was moved aside and kept", "原文会覆盖或删除它",
            "as printed it is overwritten or removed" },
        { "5.5", [](const RunStory &story) { return reported(story, "e-copy", u"dropped"); }, "副本里去掉会话锁文件",
            "lock files were left out of the copy", "带过去的锁会让会话在半小时内显示忙",
            "copied locks make sessions look busy for half an hour" },
        { "5.5", ran("e-environment"), "把容器自己的环境变量（含网关令牌）带到 600 权限的环境文件",
            "the container's own environment, the gateway token with it, was carried into a file of mode 600",
            "令牌往往只在 .env 里；不带过去，新网关会另造一个，用户的入口就失效",
            "the token often stands in .env only; without it the new gateway invents another" },
        { "5.5", [](const RunStory &story) { return reported(story, "e-environment", u"zone"); },
            "容器与小鸡时区不同：直装网关设 TZ 为容器的时区",
            "the container's time zone, which differs from the VM's, was carried as TZ",
            "没有自带时区的定时任务会在别的时刻触发",
            "cron jobs without a zone of their own would fire at other hours" },
        { "5.6", [](const RunStory &story) { return reported(story, "a-scan", u"address"); },
            "只在 Docker 内存在的地址改为小鸡里能用的地址",
            "addresses that exist only inside Docker were replaced by ones that answer in the VM",
            "原样留着，机器人会连不上模型或服务", "as they stood the bot would not reach its model or service" },
        { "5.9", [](const RunStory &story) { return reported(story, "g-units", u"starts_in"); },
            "存在 /root/.env：网关服务改在 /root/.openclaw 启动",
            "there is a /root/.env, so the gateway's service starts in /root/.openclaw",
            "OpenClaw 会读启动目录里的 .env，那里的变量（甚至令牌）从未用于它",
            "OpenClaw reads .env where it starts, and those variables, perhaps a token, were never meant for it" },
        { "5.5", ran("e-adapt"), "会话索引等处的容器内绝对路径改为直装路径，并把 /home/node/.openclaw 链接过来",
            "absolute paths of the container were rewritten, and /home/node/.openclaw linked",
            "不改的话机器人照样应答，但历史是空的", "otherwise the bot answers, but with a blank history" },
        { "5.6",
            [](const RunStory &story) {
                return story.newest(u"e-config") && parameter(story, "gateway_mode") == QLatin1String("local");
            },
            "gateway.mode 未设时写 local；已有的值不动",
            "gateway.mode becomes local where it was unset; an existing value stays",
            "原文写 remote，之后本机的健康检查、定时任务和设备调用都报缺令牌",
            "as printed it becomes remote, and local health, cron and device calls fail with a missing token" },
        { "5.6", [](const RunStory &story) { return reported(story, "a-config", u"converted"); },
            "openclaw.json 是 JSON5：转换后再改，原文件保留为备份",
            "openclaw.json is JSON5: converted before the change, the original kept as the backup",
            "原文的脚本遇到注释或尾逗号就报错", "the printed script fails on comments and trailing commas" },
        { "5.6", ran("e-config"), "配置备份的权限为 600", "backups of the configuration have mode 600",
            "原文写出的备份人人可读，里面有密钥", "the printed backups are readable to all, with secrets in them" },
        { "5.8", ran("f-config"), "log.file_path 总是写成新值，其余键保持原样",
            "log.file_path is always set; every other key stays as it was", "原文只在缺失时才写，旧路径会留下来",
            "as printed it is set only where missing, and a stale path survives" },
        { "5.9", ran("g-units"), "服务文件里写实际查到的 node 和 openclaw 路径",
            "the units name node and openclaw where they really are", "它们不一定在 /usr/bin",
            "they need not be in /usr/bin" },
        { "5.9", ran("g-start"), "首次启动前写切换标记；启动后看进程号、重启次数、端口和 HTTP 是否持续稳定",
            "a cutover marker before the first start; afterwards process, restarts, ports and HTTP had to stay good "
            "over a while",
            "服务反复崩溃时 is-active 也说 active", "is-active says active while a service crash-loops" },
        { "5.10", ran("h-checks"), "每项验收都有明确的期望值；数据按逐文件清单证明",
            "every check has a stated expectation; the data is proven by a manifest of every file",
            "原文会放过 502，数目相同也不等于内容相同",
            "as printed a 502 passes, and equal counts are not equal contents" },
        { "5.10, 7",
            [](const RunStory &story) {
                const JobStory *scan = story.newest(u"a-scan");
                return scan && scan->job->facts.has(u"answered")
                    && (story.newest(u"h-checks") || story.newest(u"r-verify"));
            },
            "应答、监听者与会话列表同扫描时 Docker 版的实测比；sshd、前端、防火墙、NAT、定时任务逐行比，去掉 Docker "
            "自己的规则；端口、服务、版本仍按 SOP 的固定值",
            "answers, listeners and the list of sessions were held against what the scan saw of Docker's version; "
            "sshd, "
            "front, firewall, NAT and cron line by line, without Docker's own rules; ports, units and versions are the "
            "procedure's",
            "固定要求 200 和 401 会判坏正常的机器：关掉控制页的网关答 404，没有登录的前端答 200",
            "a fixed 200 and 401 fail healthy machines: a gateway without its page says 404, a front without a login "
            "200" },
        { "6", ran("i-save"), "删之前先保存容器日志和容器层里改过的文件",
            "the containers' logs and what they changed in their own layer were saved before", "它们会随容器一起消失",
            "they go with the containers" },
        { "6", ran("i-delete"), "镜像保留（没有名字的先给它一个），是否删除另外决定",
            "the images stay, a nameless one is given a name first; removing them is a choice of its own",
            "原文的清理对带标签的镜像不起作用；而镜像是回到 Docker 版的前提",
            "the printed prune frees nothing of tagged images, and they are what brings Docker's version back" },
        { "7", ran("r-direct-stop"), "直装服务停止并禁用，容器恢复原来的重启策略",
            "the direct services were disabled as well, the policies restored", "只停不禁用，下次重启两套会抢同一端口",
            "only stopped, both worlds fight for the port after the next reboot" },
        { "7", ran("r-snapshot"), "回滚前先保存切换后用户写入的数据并计数",
            "what users wrote since the cutover was saved and counted first",
            "原文直接启动 Docker 版，这些数据就丢在一边", "as printed it is stranded" },
        { "7", startedFromImagesAgain, "容器已删，用镜像重新创建", "the containers were made anew from their images",
            "删除之后没有容器可启动", "after the deletion there is nothing left to start" },
    };
    return all;
}

} // namespace

std::vector<Deviation> deviationsOf(const RunStory &story)
{
    std::vector<Deviation> applied;
    for (const Entry &entry : entries()) {
        if (entry.applied(story))
            applied.push_back({ QString::fromUtf8(entry.paragraph), story.t()(entry.insteadZh, entry.insteadEn),
                story.t()(entry.reasonZh, entry.reasonEn) });
    }
    return applied;
}

} // namespace undock
