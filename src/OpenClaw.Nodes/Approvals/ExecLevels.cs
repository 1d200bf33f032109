namespace OpenClaw.Nodes.Approvals;

/// <summary>The words for <see cref="ExecSecurity"/> and <see cref="ExecAsk"/> in files and on the wire.</summary>
public static class ExecLevels
{
    /// <summary>Null for anything that is none of <c>deny</c>, <c>allowlist</c>, <c>full</c>.</summary>
    public static ExecSecurity? Security(string? word) => word?.Trim().ToLowerInvariant() switch
    {
        "deny" => ExecSecurity.Deny,
        "allowlist" => ExecSecurity.Allowlist,
        "full" => ExecSecurity.Full,
        _ => null,
    };

    /// <summary>Null for anything that is none of <c>off</c>, <c>on-miss</c>, <c>always</c>.</summary>
    public static ExecAsk? Ask(string? word) => word?.Trim().ToLowerInvariant() switch
    {
        "off" => ExecAsk.Off,
        "on-miss" => ExecAsk.OnMiss,
        "always" => ExecAsk.Always,
        _ => null,
    };

    /// <summary>The word of a level.</summary>
    public static string Word(this ExecSecurity security) => security switch
    {
        ExecSecurity.Deny => "deny",
        ExecSecurity.Allowlist => "allowlist",
        _ => "full",
    };

    /// <summary>The word of a rule.</summary>
    public static string Word(this ExecAsk ask) => ask switch
    {
        ExecAsk.Off => "off",
        ExecAsk.OnMiss => "on-miss",
        _ => "always",
    };
}
