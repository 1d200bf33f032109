using System.Text.Json.Nodes;
using OpenClaw.Agents.Identity;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Terminal;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Cli.Commands.Agents;

/// <summary><c>agents list</c>.</summary>
internal static class AgentsListing
{
    public static int Run(CliContext context, bool json, bool bindings)
    {
        if (!ConfigGuard.Check(context, GuardPolicy.Require))
            return ExitCodes.Failure;
        var rows = context.Agents.Ids().Select(id => Row(context, id, bindings)).ToList();
        if (json)
        {
            context.Screen.Line(JsonText.Pretty(new JsonArray([.. rows])));
            return ExitCodes.Success;
        }

        context.Screen.Line("Agents:");
        foreach (var row in rows)
        {
            var name = row["name"]?.ToString();
            context.Screen.Line($"- {context.Screen.Bold(row["id"]!.ToString())}{(row["isDefault"]!.GetValue<bool>() ? " (default)" : "")}{(name is null ? "" : $" ({name})")}");
            if (row["identityName"] is { } who)
                context.Screen.Line($"  Identity: {row["identityEmoji"]} {who} ({row["identitySource"]})".Replace(":  ", ": ", StringComparison.Ordinal));
            context.Screen.Line($"  Workspace: {context.Paths.Shorten(row["workspace"]!.ToString())}");
            context.Screen.Line($"  Agent dir: {context.Paths.Shorten(row["agentDir"]!.ToString())}");
            if (row["model"] is { } model)
                context.Screen.Line($"  Model: {model}");
            context.Screen.Line($"  Bindings: {row["bindings"]}");
            foreach (var detail in (row["bindingDetails"] as JsonArray ?? []).Where(_ => bindings))
                context.Screen.Line($"    - {detail}");
        }

        return ExitCodes.Success;
    }

    /// <summary>A binding in words, such as <c>telegram account=biz peer=group:-100</c>.</summary>
    public static string Words(BindingMatch match) => string.Join(' ', new[]
    {
        match.Channel,
        match.AccountId is { Length: > 0 } account ? $"account={account}" : null,
        match.Peer is { } peer ? $"peer={peer.Kind}:{peer.Id}" : null,
        match.GuildId is { Length: > 0 } guild ? $"guild={guild}" : null,
        match.TeamId is { Length: > 0 } team ? $"team={team}" : null,
    }.OfType<string>());

    private static JsonObject Row(CliContext context, string id, bool details)
    {
        var agents = context.Agents;
        var entry = agents.Entry(id);
        var file = IdentityDocument.Read(Path.Combine(agents.Workspace(id), IdentityDocument.FileName));
        var mine = context.Config.Config.Bindings.Where(binding => AgentIds.Normalize(binding.AgentId) == id).ToList();
        var row = new JsonObject { ["id"] = id };
        Add("name", entry?.Name);
        var fromConfig = entry?.Identity?.Name is not null || entry?.Identity?.Emoji is not null;
        Add("identityName", entry?.Identity?.Name ?? file.GetValueOrDefault("name"));
        Add("identityEmoji", entry?.Identity?.Emoji ?? file.GetValueOrDefault("emoji"));
        Add("identitySource", fromConfig ? "config" : file.ContainsKey("name") || file.ContainsKey("emoji") ? "identity" : null);
        row["workspace"] = agents.Workspace(id);
        row["agentDir"] = agents.AgentDir(id);
        Add("model", entry?.Model.Primary ?? context.Config.Config.Agents.Defaults.Model.Primary);
        row["bindings"] = mine.Count;
        if (details)
            row["bindingDetails"] = new JsonArray([.. mine.Select(static binding => (JsonNode)Words(binding.Match))]);
        row["isDefault"] = id == agents.DefaultId;
        return row;

        void Add(string name, string? value)
        {
            if (value is { Length: > 0 })
                row[name] = value;
        }
    }
}
