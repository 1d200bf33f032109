using OpenClaw.Protocol.ExecApprovals;

namespace OpenClaw.Cli.Commands.Approvals;

/// <summary>Changes of one entry.</summary>
internal static class ApprovalsEdit
{
    /// <summary>Null: it is there already.</summary>
    public static ExecApprovalsFile? Adding(ExecApprovalsFile file, string agentId, string pattern)
    {
        var agent = file.Agents?.GetValueOrDefault(agentId) ?? new ExecApprovalsAgent();
        return agent.Allowlist?.Any(entry => entry.Pattern == pattern) == true
            ? null
            : With(file, agentId, agent with { Allowlist = [.. agent.Allowlist ?? [], new ExecAllowlistEntry { Pattern = pattern }] });
    }

    /// <summary>Null: it is not there.</summary>
    public static ExecApprovalsFile? Removing(ExecApprovalsFile file, string agentId, string pattern)
    {
        if (file.Agents?.GetValueOrDefault(agentId) is not { Allowlist: { } list } agent || list.All(entry => entry.Pattern != pattern))
            return null;
        return With(file, agentId, agent with { Allowlist = [.. list.Where(entry => entry.Pattern != pattern)] });
    }

    private static ExecApprovalsFile With(ExecApprovalsFile file, string agentId, ExecApprovalsAgent agent) => file with
    {
        Agents = new Dictionary<string, ExecApprovalsAgent>(file.Agents ?? new Dictionary<string, ExecApprovalsAgent>(), StringComparer.Ordinal) { [agentId] = agent },
    };
}
