using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Tools.Files;
using OpenClaw.Nodes.Approvals;

namespace OpenClaw.Gateway.Tools.Execution;

/// <summary>Composes the file tools of this installation.</summary>
internal static class HostFiles
{
    /// <summary>The tools, with the rules that protect the gateway's own files.</summary>
    public static FileTools Of(AgentDirectory agents, ApprovalsStore approvals) => new(
        agents.Paths.Home,
        new FileAccessRules(
            agents.Paths.StateDir,
            () => agents.Ids().Select(agents.Workspace),
            () => [agents.Paths.ConfigFile, agents.Paths.ExecApprovalsFile],
            path => IsListed(approvals, path, agents.Paths.Home)),
        (agentId, model) => OffersPatch(agents, agentId, model));

    private static bool IsListed(ApprovalsStore approvals, string path, string home) =>
        (approvals.Read().File.Agents?.Values ?? []).SelectMany(static agent => agent.Allowlist ?? [])
            .Any(entry => AllowlistPattern.Matches(entry.Pattern, path, home));

    // The patch format is one that OpenAI's models were taught.
    private static bool OffersPatch(AgentDirectory agents, string agentId, ModelInfo model)
    {
        var exec = (agents.Entry(agentId)?.Exec ?? new()).Over(agents.Config.Exec);
        return exec.ApplyPatch == true
            && model.Ref.Provider.StartsWith("openai", StringComparison.OrdinalIgnoreCase)
            && (exec.ApplyPatchModels is not { Count: > 0 } only
                || only.Any(name => name.Equals(model.Ref.Id, StringComparison.OrdinalIgnoreCase)
                    || name.Equals(model.Ref.ToString(), StringComparison.OrdinalIgnoreCase)));
    }
}
