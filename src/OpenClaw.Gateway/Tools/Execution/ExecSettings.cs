using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.Tools;
using OpenClaw.Agents.Tools.Elevated;
using OpenClaw.Configuration.Model;
using OpenClaw.Nodes.Approvals;

namespace OpenClaw.Gateway.Tools.Execution;

/// <summary>
/// What holds for one command: the configuration of all agents and of this one, then what the session was set to (<c>/exec</c>), then what the
/// call asks for. A call can only make it stricter.
/// </summary>
internal sealed record ExecSettings
{
    public const int MinYieldMs = 10;
    public const int MaxYieldMs = 120_000;

    private const int YieldDefaultMs = 10_000;
    private const double MaxTimeoutSeconds = 7 * 24 * 3600;
    private static readonly TimeSpan s_keep = TimeSpan.FromMinutes(30);

    public required string Host { get; init; }

    public required ExecSecurity Security { get; init; }

    public required ExecAsk Ask { get; init; }

    public required ExecConfig Config { get; init; }

    public required TimeSpan Yield { get; init; }

    public required TimeSpan Timeout { get; init; }

    public TimeSpan Keep => Config.CleanupMs is { } ms ? TimeSpan.FromMilliseconds(Math.Clamp(ms, 60_000, 3 * 3_600_000)) : s_keep;

    public TimeSpan RunningNotice => TimeSpan.FromMilliseconds(Math.Clamp(Config.ApprovalRunningNoticeMs ?? 10_000, 0, 3_600_000));

    /// <summary>Resolves them; or says why the call asks for too much.</summary>
    public static (ExecSettings? Settings, string? Problem) Resolve(AgentDirectory agents, StoredSession? session, ToolScene scene, ExecArguments asked)
    {
        var config = (agents.Entry(scene.AgentId)?.Exec ?? new ExecConfig()).Over(agents.Config.Exec);
        var security = ExecLevels.Security(session?.Text("execSecurity")) ?? Configured(config.Security, ExecLevels.Security, ExecSecurity.Allowlist, ExecSecurity.Deny);
        var ask = ExecLevels.Ask(session?.Text("execAsk")) ?? Configured(config.Ask, ExecLevels.Ask, ExecAsk.OnMiss, ExecAsk.Always);
        var host = Place(session?.Text("execHost") ?? config.Host);
        if (asked.Elevated)
        {
            var gate = ElevatedGate.Of(agents, scene.AgentId, scene.Channel, scene.Caller);
            var level = ElevatedLevel.Of(scene.Elevated ?? session?.Text("elevatedLevel"), agents.Config.Agents.Defaults.ElevatedDefault);
            if (!gate.IsOpen)
                return (null, $"elevated is not available: {string.Join("; ", gate.Problems)}");
            if (level == ElevatedLevel.Off)
                return (null, "elevated is switched off in this session (/elevated on)");
            host = "gateway";
            if (level == ElevatedLevel.Full)
                (security, ask) = (ExecSecurity.Full, ExecAsk.Off);
        }
        else if (asked.Host is { } wanted && Place(wanted) != host)
        {
            return (null, $"host={wanted} is not allowed here; commands run on {host} (tools.exec.host)");
        }

        if (host == "node")
            return (null, "commands on nodes are run with the nodes tool (action run) in this release");
        var timeout = asked.TimeoutSeconds ?? config.TimeoutSeconds ?? 1800;
        return (new ExecSettings
        {
            Host = host,
            Security = asked.Security is { } stricter && stricter < security ? stricter : security,
            Ask = asked.Ask is { } more && more > ask ? more : ask,
            Config = config,
            Yield = asked.Background
                ? TimeSpan.Zero
                : TimeSpan.FromMilliseconds(asked.YieldMs ?? Math.Clamp(config.BackgroundMs ?? YieldDefaultMs, MinYieldMs, MaxYieldMs)),
            Timeout = TimeSpan.FromSeconds(Math.Clamp(timeout, 0.001, MaxTimeoutSeconds)),
        }, null);
    }

    // Without a sandbox its place is the gateway's host: the same rules hold there.
    private static string Place(string? host) => host == "node" ? "node" : "gateway";

    private static T Configured<T>(string? word, Func<string?, T?> read, T unset, T unknown)
        where T : struct => word is null ? unset : read(word) ?? unknown;
}
