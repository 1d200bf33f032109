namespace OpenClaw.Configuration.Reload;

/// <summary>
/// Turns changed paths into a plan (spec 03 §7). The first rule that covers a path wins; a path without a rule restarts, because a
/// wrong hot apply is worse than a restart. <c>meta</c> is the one addition: a stamp is no change.
/// </summary>
public static class ReloadPlanner
{
    private static readonly ReloadRule[] s_first =
    [
        new("meta", ReloadKind.Dynamic),
        new("gateway.remote", ReloadKind.Dynamic),
        new("gateway.reload", ReloadKind.Dynamic),
        new("hooks.gmail", ReloadKind.Hot) { Actions = [ReloadAction.ReloadHooks, ReloadAction.RestartGmailWatcher] },
        new("hooks", ReloadKind.Hot) { Actions = [ReloadAction.ReloadHooks] },
        new("agents.defaults.heartbeat", ReloadKind.Hot) { Actions = [ReloadAction.RestartHeartbeat] },
        new("cron", ReloadKind.Hot) { Actions = [ReloadAction.RestartCron] },
        new("browser", ReloadKind.Hot) { Actions = [ReloadAction.RestartBrowserControl] },
    ];

    private static readonly ReloadRule[] s_last =
    [
        .. new[] { "wizard", "logging", "models", "agents", "tools", "bindings", "audio", "messages", "session", "talk", "skills", "ui", "mcp" }
            .Select(prefix => new ReloadRule(prefix, ReloadKind.Dynamic)),
        .. new[] { "plugins", "gateway", "discovery", "canvasHost" }.Select(prefix => new ReloadRule(prefix, ReloadKind.Restart)),
    ];

    /// <summary>The plan for a change.</summary>
    /// <param name="before">The config that the gateway runs on.</param>
    /// <param name="after">The config it shall run on; its reload mode decides.</param>
    /// <param name="loadedChannels">Ids of the channels that are loaded; the rules of others do not apply.</param>
    public static ReloadPlan Plan(ConfigSnapshot before, ConfigSnapshot after, IReadOnlyCollection<string> loadedChannels) =>
        Plan(ConfigDiff.Paths(before.Effective, after.Effective), after.Config.Gateway.Reload.Mode, loadedChannels);

    /// <summary>The plan for changed paths under a mode of <c>gateway.reload.mode</c>.</summary>
    public static ReloadPlan Plan(IReadOnlyList<string> paths, string mode, IReadOnlyCollection<string> loadedChannels)
    {
        ReloadRule[] rules = [.. s_first, .. ChannelRules(loadedChannels), .. s_last];
        ReloadRule RuleOf(string path) => rules.FirstOrDefault(r => r.Covers(path)) ?? new ReloadRule(path, ReloadKind.Restart);
        var matched = paths.Select(path => (Path: path, Rule: RuleOf(path))).ToList();
        string[] Of(ReloadKind kind) => [.. matched.Where(m => m.Rule.Kind == kind).Select(m => m.Path)];
        var restart = Of(ReloadKind.Restart);
        return new ReloadPlan
        {
            Decision = (paths.Count, mode) switch
            {
                (0, _) => ReloadDecision.Nothing,
                (_, "off") => ReloadDecision.Off,
                (_, "restart") => matched.All(m => m.Rule.Prefix == "meta") ? ReloadDecision.Apply : ReloadDecision.Restart,
                (_, "hot") => restart.Length > 0 ? ReloadDecision.Ignore : ReloadDecision.Apply,
                _ => restart.Length > 0 ? ReloadDecision.Restart : ReloadDecision.Apply,
            },
            ChangedPaths = paths,
            RestartPaths = restart,
            HotPaths = Of(ReloadKind.Hot),
            DynamicPaths = Of(ReloadKind.Dynamic),
            Actions = [.. matched.SelectMany(m => m.Rule.Actions).Distinct().Order()],
            Channels = [.. matched.Select(m => m.Rule.Channel).OfType<string>().Distinct()],
        };
    }

    private static IEnumerable<ReloadRule> ChannelRules(IReadOnlyCollection<string> loaded)
    {
        if (loaded.Contains("whatsapp"))
        {
            yield return new ReloadRule("web", ReloadKind.Hot) { Channel = "whatsapp" };
            yield return new ReloadRule("channels.whatsapp", ReloadKind.Dynamic);
        }
        foreach (var id in loaded.Where(id => id != "whatsapp"))
            yield return new ReloadRule($"channels.{id}", ReloadKind.Hot) { Channel = id };
    }
}
