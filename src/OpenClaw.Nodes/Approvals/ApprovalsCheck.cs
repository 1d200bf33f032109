using OpenClaw.Protocol.ExecApprovals;

namespace OpenClaw.Nodes.Approvals;

/// <summary>Checks what somebody wants to write into the approvals file.</summary>
public static class ApprovalsCheck
{
    /// <summary>The first thing that is wrong, by its path; null when nothing is.</summary>
    public static string? Problem(ExecApprovalsFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var rows = (file.Agents ?? new Dictionary<string, ExecApprovalsAgent>())
            .Select(static pair => ($"agents.{pair.Key}", pair.Value.Security, pair.Value.Ask, pair.Value.AskFallback, pair.Value.Allowlist))
            .Prepend(("defaults", file.Defaults?.Security, file.Defaults?.Ask, file.Defaults?.AskFallback, null));
        foreach (var (path, security, ask, fallback, allowlist) in rows)
        {
            if (security is not null && ExecLevels.Security(security) is null)
                return $"{path}.security: \"{security}\" is not deny, allowlist or full";
            if (ask is not null && ExecLevels.Ask(ask) is null)
                return $"{path}.ask: \"{ask}\" is not off, on-miss or always";
            if (fallback is not null && ExecLevels.Security(fallback) is null)
                return $"{path}.askFallback: \"{fallback}\" is not deny, allowlist or full";
            if (allowlist?.FirstOrDefault(static entry => entry.Pattern.Trim().Length == 0) is not null)
                return $"{path}.allowlist: a pattern is empty";
        }

        return null;
    }
}
