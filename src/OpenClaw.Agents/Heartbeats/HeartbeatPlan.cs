using System.Globalization;
using OpenClaw.Agents.Identity;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Agents.Heartbeats;

/// <summary>When an agent beats, as the config says (spec 09 §7): per agent, and once one agent has a plan of its own, only those beat.</summary>
public sealed record HeartbeatPlan
{
    /// <summary>Interval when none is configured.</summary>
    public const string DefaultEvery = "30m";

    /// <summary>Prompt when none is configured.</summary>
    public const string DefaultPrompt =
        "Look whether HEARTBEAT.md is there. If it is, do exactly what it says and take up nothing from earlier turns. "
        + "If nothing needs attention, answer HEARTBEAT_OK.";

    /// <summary>The agent.</summary>
    public required string AgentId { get; init; }

    /// <summary>Whether this agent beats at all.</summary>
    public required bool Enabled { get; init; }

    /// <summary>As written, e.g. <c>30m</c>.</summary>
    public required string Every { get; init; }

    /// <summary>Null when it never beats.</summary>
    public required long? EveryMs { get; init; }

    /// <summary>Text of the turn.</summary>
    public required string Prompt { get; init; }

    /// <summary><c>last</c>, <c>none</c> or a channel.</summary>
    public required string Target { get; init; }

    /// <summary>Recipient on that channel; null: the session's.</summary>
    public string? To { get; init; }

    /// <summary>Session it runs in; null: the agent's main one.</summary>
    public string? Session { get; init; }

    /// <summary>Model; null: the session's.</summary>
    public string? Model { get; init; }

    /// <summary>An answer with at most this much beside the token is an acknowledgement.</summary>
    public required long AckMaxChars { get; init; }

    /// <summary>The reasoning goes out too.</summary>
    public bool IncludeReasoning { get; init; }

    /// <summary>When it may beat; null: always.</summary>
    public ActiveHoursConfig? ActiveHours { get; init; }

    /// <summary>The plan of an agent.</summary>
    public static HeartbeatPlan Of(AgentDirectory agents, string agentId)
    {
        ArgumentNullException.ThrowIfNull(agents);
        var shared = agents.Config.Agents.Defaults.Heartbeat;
        var own = agents.Entry(agentId)?.Heartbeat;
        var someHaveTheirOwn = agents.Config.Agents.List.Any(a => a.Heartbeat is not null);
        var every = own?.Every ?? shared?.Every ?? DefaultEvery;
        var enabled = someHaveTheirOwn ? own is not null : agentId == agents.DefaultId;
        return new HeartbeatPlan
        {
            AgentId = agentId,
            Enabled = enabled,
            Every = every,
            EveryMs = enabled ? Milliseconds(every) : null,
            Prompt = own?.Prompt ?? shared?.Prompt ?? DefaultPrompt,
            Target = own?.Target ?? shared?.Target ?? "last",
            To = own?.To ?? shared?.To,
            Session = own?.Session ?? shared?.Session,
            Model = own?.Model ?? shared?.Model,
            AckMaxChars = (own ?? shared ?? new HeartbeatConfig()).AckMaxChars,
            IncludeReasoning = (own ?? shared)?.IncludeReasoning == true,
            ActiveHours = own?.ActiveHours ?? shared?.ActiveHours,
        };
    }

    /// <summary><c>30m</c>, <c>1h</c>, <c>90s</c>, <c>500ms</c>; a bare number is minutes; null for nothing and zero.</summary>
    internal static long? Milliseconds(string text)
    {
        var value = text.Trim().ToLowerInvariant();
        var unit = value.AsSpan().TrimStart("0123456789.").Trim().ToString();
        var number = value[..(value.Length - value.AsSpan().TrimStart("0123456789.").Length)];
        double? factor = unit switch
        {
            "ms" => 1,
            "s" => 1_000,
            "" or "m" => 60_000,
            "h" => 3_600_000,
            "d" => 86_400_000,
            _ => null,
        };
        return factor is not null && double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount > 0
            ? (long)Math.Min(amount * factor.Value, TimeSpan.FromDays(3650).TotalMilliseconds)
            : null;
    }
}
