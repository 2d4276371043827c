#include "core/record/step_titles.h"

#include "core/steps/step.h"

#include <QHash>

namespace undock {

namespace {

const QHash<QString, QString> &chineseTitles()
{
    static const QHash<QString, QString> titles = [] {
        const std::pair<const char *, const char *> pairs[] = {
            { "a-node", "查母机：小鸡状态、配置、端口映射" },
            { "a-scan", "扫描小鸡：容器、数据、版本、空间、残留" },
            { "a-config", "读取两份配置" },
            { "b-archive", "不停机打包四个目录" },
            { "b-verify", "校验备份：sha256、清单、与源数据逐文件比对" },
            { "c-probe", "开始在小鸡内探测停机时长" },
            { "c-policy", "记下容器重启策略并设为 no" },
            { "c-stop", "停容器（不删）" },
            { "c-supplement", "补充备份：打包后有变化的文件，并证明备份完整" },
            { "c-manifest", "生成待迁数据的清单" },
            { "d-install", "安装 Node 与 OpenClaw" },
            { "d-warm", "预热 OpenClaw 首次启动所需的编译" },
            { "e-precopy", "停机前先复制一遍数据" },
            { "e-copy", "复制数据到新位置旁并证明一致" },
            { "e-environment", "带上容器自己的环境变量" },
            { "e-adapt", "把副本里的容器路径改为直装路径" },
            { "e-config", "把改好的 openclaw.json 放进副本" },
            { "e-place", "副本就位" },
            { "f-panel", "部署面板发布版" },
            { "f-config", "写面板配置" },
            { "g-units", "写两个 systemd 服务" },
            { "g-start", "首次启动直装服务（切换）" },
            { "h-checks", "小鸡内链路验收" },
            { "h-outage", "读取小鸡内探测到的停机时长" },
            { "h-outside", "从母机公网端口验收" },
            { "i-save", "保存容器日志与容器层改动" },
            { "i-delete", "删 Docker 容器" },
            { "i-check", "删后复查：直装仍应答，数据未动" },
            { "i-images", "删两个镜像" },
            { "r-ready", "停服务前确认 Docker 版能启动" },
            { "r-daemon", "启动 Docker 守护进程" },
            { "r-direct-stop", "停用直装服务" },
            { "r-snapshot", "保存切换后用户写入的数据，恢复原位" },
            { "r-docker-start", "启动 Docker 版" },
            { "r-outage", "读取回滚中的停机时长" },
            { "r-verify", "证明 Docker 版应答" },
            { "r-carry-back", "把切换后的新数据带回 Docker 版" },
            { "r-restore", "从备份恢复" },
            { "r-config", "恢复较早的 openclaw.json（保持直装）" },
            { "r-config-list", "列出 openclaw.json 的备份" },
            { "k-list", "列出迁移留下的备份与目录" },
            { "k-remove", "清理一项迁移留下的东西（人工点名）" },
        };
        QHash<QString, QString> made;
        for (const auto &[step, title] : pairs)
            made.insert(QLatin1String(step), QString::fromUtf8(title));
        return made;
    }();
    return titles;
}

const QHash<QString, QString> &chineseWaysBack()
{
    static const QHash<QString, QString> ways = [] {
        const std::pair<const char *, const char *> pairs[] = {
            { "b-archive", "不用退（只新增备份目录）" },
            { "c-probe", "不用退（两边恢复应答后自行结束）" },
            { "c-policy", "r-docker-start 恢复原策略" },
            { "c-stop", "r-docker-start 启动 Docker 版" },
            { "c-supplement", "不用退（只往备份目录里加）" },
            { "c-manifest", "不用退（只新增一份清单）" },
            { "d-install", "不用退（只新增程序，Docker 版不用它们）" },
            { "d-warm", "不用退（只填 /tmp 下的缓存）" },
            { "e-precopy", "不用退（只新增副本目录）" },
            { "e-copy", "不用退（只新增副本目录）" },
            { "e-environment", "不用退（只新增环境文件）" },
            { "e-adapt", "重跑 e-copy 即得原样副本；源数据未动" },
            { "e-config", "用旁边的 openclaw.json.bak.<时间>，或重跑 e-copy" },
            { "e-place", "r-snapshot 把原有内容放回" },
            { "f-panel", "不用退（只新增面板目录，原内容保留在旁）" },
            { "f-config", "用旁边的 panel.config.json.bak.<时间>" },
            { "g-units", "r-direct-stop 停止并禁用" },
            { "g-start", "依次 r-direct-stop、r-snapshot、r-docker-start" },
            { "i-save", "不用退（只往备份目录里加）" },
            { "i-delete", "镜像还在时，r-docker-start 重新创建容器" },
            { "i-images", "不能退（须从镜像仓库重新拉取）" },
            { "r-daemon", "用 systemctl stop docker 再停" },
            { "r-direct-stop", "g-start 再次启动" },
            { "r-snapshot", "不用退（直装目录保留在旁）" },
            { "r-docker-start", "c-policy、c-stop 再停" },
            { "r-carry-back", "用带回前另存的旧数据" },
            { "r-restore", "用恢复前移到一旁的目录" },
            { "r-config", "用恢复前的配置备份" },
            { "k-remove", "不能退（删掉就没有了）" },
        };
        QHash<QString, QString> made;
        for (const auto &[step, way] : pairs)
            made.insert(QLatin1String(step), QString::fromUtf8(way));
        return made;
    }();
    return ways;
}

} // namespace

QString stepWayBack(const QString &step, const QString &declared, const Words &words)
{
    return words.english() ? declared : chineseWaysBack().value(step, declared);
}

QString stepTitle(const QString &step, const Words &words, const StepCatalog *catalog)
{
    if (!words.english() && chineseTitles().contains(step))
        return chineseTitles().value(step);
    const Step *known = catalog ? catalog->find(step) : nullptr;
    return known ? known->title : step;
}

} // namespace undock
