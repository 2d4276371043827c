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
            { "c-probe", "开始在小鸡内测量停机时长" },
            { "h-outage", "读取测得的停机时长" },
            { "r-outage", "读取测得的停机时长" },
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
            { "h-outside", "从母机公网端口验收" },
            { "i-save", "保存容器日志与容器层改动" },
            { "i-delete", "删 Docker 容器" },
            { "i-check", "删后复查：直装仍应答，数据未动" },
            { "i-images", "删两个镜像" },
            { "r-direct-stop", "停用直装服务" },
            { "r-snapshot", "保存切换后用户写入的数据，恢复原位" },
            { "r-docker-start", "启动 Docker 版" },
            { "r-verify", "证明 Docker 版应答" },
            { "r-carry-back", "把切换后的新数据带回 Docker 版" },
            { "r-restore", "从备份恢复" },
            { "r-config", "恢复较早的 openclaw.json（保持直装）" },
            { "r-config-list", "列出 openclaw.json 的备份" },
        };
        QHash<QString, QString> made;
        for (const auto &[step, title] : pairs)
            made.insert(QLatin1String(step), QString::fromUtf8(title));
        return made;
    }();
    return titles;
}

} // namespace

QString stepTitle(const QString &step, const Words &words, const StepCatalog *catalog)
{
    if (!words.english() && chineseTitles().contains(step))
        return chineseTitles().value(step);
    const Step *known = catalog ? catalog->find(step) : nullptr;
    return known ? known->title : step;
}

} // namespace undock
