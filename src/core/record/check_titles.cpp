#include "core/record/check_titles.h"

#include <QHash>

namespace undock {

namespace {

template <size_t n> QHash<QString, QString> table(const std::pair<const char *, const char *> (&pairs)[n])
{
    QHash<QString, QString> made;
    for (const auto &[id, title] : pairs)
        made.insert(QLatin1String(id), QString::fromUtf8(title));
    return made;
}

} // namespace

QString checkTitle(const QString &id, const Words &words)
{
    static const QHash<QString, QString> titles = table({
        { "services-sustained-gateway", "网关服务持续运行" },
        { "services-sustained-panel", "面板服务持续运行" },
        { "listeners-28789", "网关端口由网关服务监听" },
        { "listeners-28080", "面板端口由面板服务监听" },
        { "listeners-18789", "网关前端端口的监听者" },
        { "listeners-18080", "面板前端端口的监听者" },
        { "one-gateway", "只有一个网关在跑" },
        { "docker-stopped-policy-no", "容器已停且不会自己回来" },
        { "enabled-on-boot", "开机自启" },
        { "no-user-unit", "没有用户级 OpenClaw 服务" },
        { "disk-space", "磁盘余量" },
        { "http-panel-direct", "面板直连 HTTP" },
        { "http-gateway-direct", "网关直连 HTTP" },
        { "http-panel-front-anonymous", "面板前端，不带登录" },
        { "http-gateway-front-anonymous", "网关前端，不带登录" },
        { "http-panel-front-login", "面板前端，带登录" },
        { "http-gateway-front-login", "网关前端，带登录" },
        { "http-panel-docker", "Docker 版面板 HTTP" },
        { "http-gateway-docker", "Docker 版网关 HTTP" },
        { "docker-gateway", "网关容器" },
        { "docker-panel", "面板容器" },
        { "docker-openclaw-gateway", "网关容器" },
        { "docker-openclaw-panel", "面板容器" },
        { "direct-off-openclaw-gateway", "直装网关服务已停" },
        { "direct-off-openclaw-panel", "直装面板服务已停" },
        { "http-gateway-healthz", "网关 /healthz" },
        { "http-gateway-readyz", "网关 /readyz" },
        { "http-gateway-base-path-28789", "网关控制页路径，直连" },
        { "http-gateway-base-path-18789", "网关控制页路径，经前端" },
        { "websocket-direct", "直连的 WebSocket" },
        { "websocket-front", "经前端的 WebSocket" },
        { "panel-sessions", "面板的会话列表" },
        { "token-unchanged", "网关令牌未变（比哈希）" },
        { "token-accepted", "原令牌仍可用" },
        { "model-reachable", "模型服务器" },
        { "model-turn", "向模型试问" },
        { "model-answered", "模型的回答" },
        { "history-readable", "旧会话可读" },
        { "gateway-mode", "网关模式" },
        { "panel-api-health", "面板健康接口" },
        { "panel-api-settings", "面板设置接口" },
        { "panel-api-dashboard", "面板概览接口" },
        { "panel-service-status", "面板看到的网关状态" },
        { "update-bot", "更新接口：机器人版本" },
        { "update-panel", "更新接口：面板版本" },
        { "config-save-round-trip", "经面板原样保存配置" },
        { "copy-equality", "副本与源数据一致的证明" },
        { "source-unchanged", "源数据未被改动" },
        { "sessions-count", "会话文件数抽样" },
        { "workspace-count", "工作区文件数抽样" },
        { "baseline-sshd", "sshd 配置未变" },
        { "baseline-nginx", "前端（nginx 等）配置未变" },
        { "baseline-firewall", "防火墙与 NAT 规则未变" },
        { "baseline-cron", "定时任务未变" },
        { "outside-panel", "公网端口：面板" },
        { "outside-gateway", "公网端口：网关" },
        { "direct-services", "直装服务应答" },
        { "containers-gone", "容器已删" },
        { "data-untouched", "/data 未动" },
        { "baseline", "不应变的项目" },
        { "http-direct", "直连 HTTP" },
        { "http-front-anonymous", "前端 HTTP，不带登录" },
        { "http-front-login", "前端 HTTP，带登录" },
        { "http-health", "健康检查页" },
        { "listeners", "端口的监听者" },
        { "panel-api", "面板接口" },
        { "services-sustained", "服务持续运行" },
        { "websocket", "WebSocket" },
        { "user-data-counts", "用户数据数量抽样" },
        { "checks-ran", "各项检查都已执行" },
    });
    return words.english() ? QString() : titles.value(id);
}

QString conditionTitle(const QString &id, const Words &words)
{
    static const QHash<QString, QString> titles = table({
        { "gates-green", "A 到 H 各步通过" },
        { "backup-verified", "备份已校验" },
        { "equality-proven", "数据一致已证明" },
        { "cutover-present", "已切换到直装" },
        { "acceptance-green-now", "刚刚重新验收并通过" },
        { "user-accepted", "用户已验收" },
        { "accepted-versions-current", "用户验收的版本未变" },
        { "lease-held", "占用在本机手里" },
        { "all-nodes-asked", "各母机都问到了" },
        { "no-hold-anywhere", "没有暂停删 Docker 的标记" },
        { "not-deleted-yet", "尚未删过" },
    });
    return words.english() ? QString() : titles.value(id);
}

} // namespace undock
