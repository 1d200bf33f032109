namespace OpenClaw.Agents.Skills;

/// <summary>
/// Which variables a skill may have set. The name comes from the skill's author; a name that changes how programs are found or loaded would
/// let a harmless looking skill run anything.
/// </summary>
internal static class SkillVariables
{
    private static readonly string[] s_refused =
        ["PATH", "PATHEXT", "HOME", "USERPROFILE", "SHELL", "COMSPEC", "IFS", "ENV", "BASH_ENV", "PYTHONPATH", "PYTHONSTARTUP", "PERL5OPT", "PERL5LIB", "RUBYOPT", "RUBYLIB", "JAVA_TOOL_OPTIONS", "GIT_SSH_COMMAND", "GIT_EXEC_PATH", "PROMPT_COMMAND"];

    private static readonly string[] s_refusedPrefixes = ["LD_", "DYLD_", "NODE_", "OPENCLAW_", "CLAWDBOT_", "DOTNET_", "BASH_FUNC_", "GIT_CONFIG"];

    public static bool IsAllowed(string name) =>
        name.Length is > 0 and <= 128
        && name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_') && !char.IsAsciiDigit(name[0])
        && !s_refused.Contains(name, StringComparer.OrdinalIgnoreCase)
        && !s_refusedPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
