using OpenClaw.Protocol.ExecApprovals;

namespace OpenClaw.Nodes.Approvals;

/// <summary>The rules in force for one command of one agent (spec 09 §3.3).</summary>
/// <param name="Security">What may run.</param>
/// <param name="Ask">When a person is asked.</param>
/// <param name="AskFallback">What counts when nobody answers.</param>
/// <param name="AutoAllowSkills">Executables of skills need no entry.</param>
/// <param name="Allowlist">Entries of all agents, then those of this one.</param>
public sealed record ExecRules(
    ExecSecurity Security, ExecAsk Ask, ExecSecurity AskFallback, bool AutoAllowSkills, IReadOnlyList<ExecAllowlistEntry> Allowlist)
{
    /// <summary>
    /// Joins the file with what the configuration or the session asks for. The file decides field by field: the agent's entry, <c>*</c>, the
    /// defaults; where it says nothing, what was asked for holds. Security is then the stricter of both, ask the more asking one. A word
    /// that is not understood counts as the strictest.
    /// </summary>
    public static ExecRules Resolve(ExecApprovalsFile file, string agentId, ExecSecurity security, ExecAsk ask)
    {
        ArgumentNullException.ThrowIfNull(file);
        var all = file.Agents?.GetValueOrDefault("*");
        var own = file.Agents?.GetValueOrDefault(agentId);
        var defaults = file.Defaults;
        var fileSecurity = (own?.Security ?? all?.Security ?? defaults?.Security) is { } securityWord
            ? ExecLevels.Security(securityWord) ?? ExecSecurity.Deny
            : security;
        var fileAsk = (own?.Ask ?? all?.Ask ?? defaults?.Ask) is { } askWord ? ExecLevels.Ask(askWord) ?? ExecAsk.Always : ask;
        return new ExecRules(
            Security: fileSecurity < security ? fileSecurity : security,
            Ask: fileAsk > ask ? fileAsk : ask,
            AskFallback: ExecLevels.Security(own?.AskFallback ?? all?.AskFallback ?? defaults?.AskFallback) ?? ExecSecurity.Deny,
            AutoAllowSkills: own?.AutoAllowSkills ?? all?.AutoAllowSkills ?? defaults?.AutoAllowSkills ?? false,
            Allowlist: [.. all?.Allowlist ?? [], .. own?.Allowlist ?? []]);
    }
}
