namespace OpenClaw.Agents.Commands;

/// <summary>How commands are printed.</summary>
internal static class CommandList
{
    /// <summary><c>/think &lt;level&gt;</c>.</summary>
    public static string Usage(CommandInfo info) => info.Arguments is { } arguments ? $"/{info.Name} {arguments}" : $"/{info.Name}";

    /// <summary>The line of one command.</summary>
    public static string Line(CommandInfo info)
    {
        var aliases = info.Aliases.Count == 0 ? string.Empty : $" (also {string.Join(", ", info.Aliases.Select(static alias => "/" + alias))})";
        return $"{Usage(info)} — {info.Summary}{aliases}";
    }
}
