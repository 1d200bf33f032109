using OpenClaw.Protocol.Agent;
using OpenClaw.Protocol.Browser;
using OpenClaw.Protocol.Channels;
using OpenClaw.Protocol.Chat;
using OpenClaw.Protocol.Config;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Cron;
using OpenClaw.Protocol.Devices;
using OpenClaw.Protocol.ExecApprovals;
using OpenClaw.Protocol.Health;
using OpenClaw.Protocol.Heartbeats;
using OpenClaw.Protocol.Logs;
using OpenClaw.Protocol.Models;
using OpenClaw.Protocol.Nodes;
using OpenClaw.Protocol.Presence;
using OpenClaw.Protocol.Send;
using OpenClaw.Protocol.Sessions;
using OpenClaw.Protocol.Skills;
using OpenClaw.Protocol.Updates;
using OpenClaw.Protocol.Usage;
using OpenClaw.Protocol.Voice;
using OpenClaw.Protocol.WebLogin;
using OpenClaw.Protocol.Wizard;

namespace OpenClaw.Protocol.Catalog;

/// <summary>Every method the protocol knows. What a gateway advertises is the part of it that has a handler.</summary>
public static class MethodCatalog
{
    // Spec 01 §9: clients show methods in this order.
    private static readonly string[] s_advertised =
    [
        "health", "logs.tail", "channels.status", "channels.logout", "status", "usage.status", "usage.cost", "tts.status",
        "tts.providers", "tts.enable", "tts.disable", "tts.convert", "tts.setProvider", "config.get", "config.set",
        "config.apply", "config.patch", "config.schema", "exec.approvals.get", "exec.approvals.set", "exec.approvals.node.get",
        "exec.approvals.node.set", "exec.approval.request", "exec.approval.resolve", "wizard.start", "wizard.next",
        "wizard.cancel", "wizard.status", "talk.mode", "models.list", "agents.list", "skills.status", "skills.bins",
        "skills.install", "skills.update", "update.run", "voicewake.get", "voicewake.set", "sessions.list", "sessions.preview",
        "sessions.patch", "sessions.reset", "sessions.delete", "sessions.compact", "last-heartbeat", "set-heartbeats", "wake",
        "node.pair.request", "node.pair.list", "node.pair.approve", "node.pair.reject", "node.pair.verify", "device.pair.list",
        "device.pair.approve", "device.pair.reject", "device.token.rotate", "device.token.revoke", "node.rename", "node.list",
        "node.describe", "node.invoke", "node.invoke.result", "node.event", "cron.list", "cron.status", "cron.add", "cron.update",
        "cron.remove", "cron.run", "cron.runs", "system-presence", "system-event", "send", "agent", "agent.identity.get",
        "agent.wait", "browser.request", "chat.history", "chat.abort", "chat.send",
    ];

    private static readonly string[] s_unadvertised =
    [
        "connect", "poll", "chat.inject", "sessions.resolve", "web.login.start", "web.login.wait", "channels.queue",
        "message.action",
    ];

    private static readonly Dictionary<string, MethodDefinition> s_byName = Families().SelectMany(f => f).ToDictionary(m => m.Name);

    /// <summary>The advertised methods in the order of spec 01 §9, then the ones that are callable but not listed.</summary>
    public static IReadOnlyList<MethodDefinition> All { get; } =
        [.. s_advertised.Concat(s_unadvertised).Select(Find).OfType<MethodDefinition>()];

    /// <summary>The method of this exact name, or null.</summary>
    public static MethodDefinition? Find(string name) => s_byName.GetValueOrDefault(name);

    /// <summary>Methods a family defines but the order above does not know; a test keeps this empty.</summary>
    internal static IEnumerable<string> Unplaced() => s_byName.Keys.Except(s_advertised).Except(s_unadvertised);

    private static IReadOnlyList<MethodDefinition>[] Families() =>
    [
        AgentMethods.All,
        BrowserMethods.All,
        ChannelsMethods.All,
        ChatMethods.All,
        ConfigMethods.All,
        ConnectMethods.All,
        CronMethods.All,
        DevicesMethods.All,
        ExecApprovalsMethods.All,
        HealthMethods.All,
        HeartbeatsMethods.All,
        LogsMethods.All,
        ModelsMethods.All,
        NodesMethods.All,
        PresenceMethods.All,
        SendMethods.All,
        SessionsMethods.All,
        SkillsMethods.All,
        UpdatesMethods.All,
        UsageMethods.All,
        VoiceMethods.All,
        WebLoginMethods.All,
        WizardMethods.All,
    ];
}
