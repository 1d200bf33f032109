using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Runs;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Agents.Tools.Elevated;

/// <summary>
/// Whether somebody may have commands run on the host outside the sandbox, or use <c>/bash</c> and <c>/elevated</c> (spec 09 §1.1). Both the
/// global setting and the agent's own must allow it.
/// </summary>
/// <param name="Problems">The gates that are closed, each with its configuration key; empty when it is allowed.</param>
public sealed record ElevatedGate(IReadOnlyList<string> Problems)
{
    /// <summary>True when every gate is open.</summary>
    public bool IsOpen => Problems.Count == 0;

    /// <summary>Looks at the gates.</summary>
    /// <param name="agents">The configuration.</param>
    /// <param name="agentId">The agent concerned.</param>
    /// <param name="channel">Channel of the sender; null for clients of the gateway.</param>
    /// <param name="caller">Who asks.</param>
    public static ElevatedGate Of(AgentDirectory agents, string agentId, string? channel, RunCaller caller)
    {
        ArgumentNullException.ThrowIfNull(agents);
        ArgumentNullException.ThrowIfNull(caller);
        var problems = new List<string>();
        Check("tools.elevated", agents.Config.Elevated, mustList: true, channel, caller, problems);
        if (agents.Entry(agentId)?.Elevated is { } own)
            Check($"agents.list[{agentId}].tools.elevated", own, mustList: own.AllowFrom is not null, channel, caller, problems);
        return new ElevatedGate(problems);
    }

    private static void Check(string key, ElevatedConfig config, bool mustList, string? channel, RunCaller caller, List<string> problems)
    {
        if (!config.Enabled)
            problems.Add($"{key}.enabled is false");
        // The owner at the gateway's own surfaces needs no entry: the gateway's secret is the proof.
        if (!mustList || (caller is { IsOwner: true, Origin: RunOrigin.Operator }))
            return;
        var provider = channel ?? "webchat";
        var senders = config.AllowFrom?.GetValueOrDefault(provider) ?? [];
        if (!senders.Any(sender => sender == "*" || (caller.Id is { } id && Same(sender, id, provider))))
            problems.Add($"{key}.allowFrom.{provider} does not list {caller.Id ?? "this sender"}");
    }

    private static bool Same(string listed, string id, string provider)
    {
        var plain = listed.StartsWith(provider + ":", StringComparison.OrdinalIgnoreCase) ? listed[(provider.Length + 1)..] : listed;
        return plain.Trim().TrimStart('@', '+').Equals(id.Trim().TrimStart('@', '+'), StringComparison.OrdinalIgnoreCase);
    }
}
