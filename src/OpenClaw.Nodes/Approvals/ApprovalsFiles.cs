using System.Security.Cryptography;
using OpenClaw.Protocol.ExecApprovals;

namespace OpenClaw.Nodes.Approvals;

/// <summary>Changes to the content of an approvals file, as values.</summary>
internal static class ApprovalsFiles
{
    private const string OldMain = "default";
    private const string Main = "main";
    private const int MaxCommand = 1000;

    /// <summary>A file that says nothing.</summary>
    public static ExecApprovalsFile Empty { get; } = new()
    {
        Version = 1, Defaults = new ExecApprovalsDefaults(), Agents = new Dictionary<string, ExecApprovalsAgent>(),
    };

    /// <summary>What an unreadable file counts as.</summary>
    public static ExecApprovalsFile Closed { get; } = Empty with { Defaults = new ExecApprovalsDefaults { Security = "deny" } };

    /// <summary>The agent <c>default</c> of older files is <c>main</c>.</summary>
    public static ExecApprovalsFile Upgraded(ExecApprovalsFile file)
    {
        if (file.Agents is not { } agents || !agents.TryGetValue(OldMain, out var old))
            return file;
        var result = agents.Where(static pair => pair.Key != OldMain).ToDictionary(StringComparer.Ordinal);
        var main = result.GetValueOrDefault(Main) ?? new ExecApprovalsAgent();
        result[Main] = main with
        {
            Security = main.Security ?? old.Security,
            Ask = main.Ask ?? old.Ask,
            AskFallback = main.AskFallback ?? old.AskFallback,
            AutoAllowSkills = main.AutoAllowSkills ?? old.AutoAllowSkills,
            Allowlist = main.Allowlist is null && old.Allowlist is null
                ? null
                : [.. main.Allowlist ?? [], .. (old.Allowlist ?? []).Where(entry => main.Allowlist?.Any(known => known.Pattern == entry.Pattern) != true)],
        };
        return file with { Agents = result };
    }

    /// <summary>Keeps the socket of the file it replaces.</summary>
    public static ExecApprovalsFile WithSocketOf(ExecApprovalsFile file, ExecApprovalsFile before) => file with
    {
        Socket = new ExecApprovalsSocket
        {
            Path = Text(file.Socket?.Path) ?? before.Socket?.Path,
            Token = Text(file.Socket?.Token) ?? before.Socket?.Token,
        },
    };

    /// <summary>What every written file has: a socket with its secret, all sections, an id on every entry.</summary>
    public static ExecApprovalsFile Completed(ExecApprovalsFile file, string socketPath)
    {
        var upgraded = Upgraded(file);
        return upgraded with
        {
            Socket = new ExecApprovalsSocket
            {
                Path = Text(upgraded.Socket?.Path) ?? socketPath,
                Token = Text(upgraded.Socket?.Token) ?? NewToken(),
            },
            Defaults = upgraded.Defaults ?? new ExecApprovalsDefaults(),
            Agents = (upgraded.Agents ?? new Dictionary<string, ExecApprovalsAgent>()).ToDictionary(
                static pair => pair.Key,
                static pair => pair.Value with { Allowlist = pair.Value.Allowlist?.Select(Identified).ToList() },
                StringComparer.Ordinal),
        };
    }

    /// <summary>Null: they are all listed.</summary>
    public static ExecApprovalsFile? Allowing(ExecApprovalsFile file, string agentId, IEnumerable<string> patterns)
    {
        var agents = (file.Agents ?? new Dictionary<string, ExecApprovalsAgent>()).ToDictionary(StringComparer.Ordinal);
        var agent = agents.GetValueOrDefault(agentId) ?? new ExecApprovalsAgent();
        var missing = patterns.Distinct(StringComparer.Ordinal).Where(pattern => agent.Allowlist?.Any(entry => entry.Pattern == pattern) != true).ToList();
        if (missing.Count == 0)
            return null;
        agents[agentId] = agent with { Allowlist = [.. agent.Allowlist ?? [], .. missing.Select(static pattern => new ExecAllowlistEntry { Pattern = pattern })] };
        return file with { Agents = agents };
    }

    /// <summary>Null: none of the entries is in the file any more.</summary>
    public static ExecApprovalsFile? Used(ExecApprovalsFile file, IReadOnlyList<AllowedCommand> commands, string line, long now)
    {
        var changed = false;
        ExecAllowlistEntry Marked(ExecAllowlistEntry entry)
        {
            if (commands.FirstOrDefault(command => command.Entry is { } used && used.Pattern == entry.Pattern && used.Id == entry.Id) is not { } command)
                return entry;
            changed = true;
            return entry with { LastUsedAt = now, LastUsedCommand = line.Length > MaxCommand ? line[..MaxCommand] : line, LastResolvedPath = command.Path };
        }

        var agents = file.Agents?.ToDictionary(
            static pair => pair.Key, pair => pair.Value with { Allowlist = pair.Value.Allowlist?.Select(Marked).ToList() }, StringComparer.Ordinal);
        return changed ? file with { Agents = agents } : null;
    }

    private static ExecAllowlistEntry Identified(ExecAllowlistEntry entry) =>
        string.IsNullOrEmpty(entry.Id) ? entry with { Id = Guid.NewGuid().ToString() } : entry;

    private static string NewToken() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(24)).Replace('+', '-').Replace('/', '_');

    private static string? Text(string? text) => text?.Trim() is { Length: > 0 } value ? value : null;
}
