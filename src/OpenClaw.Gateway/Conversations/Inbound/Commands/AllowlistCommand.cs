using System.Text.Json.Nodes;
using OpenClaw.Agents.Commands;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Paths;
using OpenClaw.Configuration.Writing;

namespace OpenClaw.Gateway.Conversations.Inbound.Commands;

/// <summary><c>/allowlist</c>: who may write on this channel, as the configuration says. Changes need <c>commands.config</c> and the channel's <c>configWrites</c>.</summary>
internal sealed class AllowlistCommand(Func<ConfigSnapshot> config, IConfigWriter writer) : ICommand
{
    private const string Direct = "allowFrom";
    private const string Group = "groupAllowFrom";
    private const string Usage = "Use /allowlist list, /allowlist add dm|group <entry> or /allowlist remove dm|group <entry>.";

    public CommandInfo Info { get; } = new("allowlist", "Who may write here.", CommandGroup.Management)
    {
        Arguments = "list | add dm|group <entry> | remove dm|group <entry>",
        OwnerOnly = true,
    };

    public bool IsOffered(CommandScene scene) => scene.IsMessaging;

    public async Task<CommandAnswer> RunAsync(CommandScene scene, string arguments, CancellationToken ct)
    {
        var words = arguments.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || words is ["list"])
            return CommandAnswer.Say($"Direct messages: {Print(scene, Direct)}\nGroups: {Print(scene, Group)}");
        var (verb, scope, entry) = words switch
        {
            [var one, var where, var what] when where is "dm" or "group" => (one, where, what),
            [var one, var what] => (one, "dm", what),
            _ => (string.Empty, string.Empty, string.Empty),
        };
        if (verb is not ("add" or "remove"))
            return CommandAnswer.Say(Usage);
        if (!config().Config.Commands.Config)
            return CommandAnswer.Say("Changing lists from a chat is off. Set commands.config: true in the configuration file to use it.");
        if (Channel(scene)?["configWrites"] is JsonValue writes && writes.TryGetValue<bool>(out var allowed) && !allowed)
            return CommandAnswer.Say($"Changing lists from this channel is off (channels.{scene.Channel}.configWrites).");
        return CommandAnswer.Say(await ChangeAsync(scene, verb == "add", scope == "dm" ? Direct : Group, entry, ct).ConfigureAwait(false));
    }

    private async Task<string> ChangeAsync(CommandScene scene, bool add, string field, string entry, CancellationToken ct)
    {
        var path = $"channels.{scene.Channel}.{field}";
        var list = Entries(scene, field).Where(known => !known.Equals(entry, StringComparison.OrdinalIgnoreCase)).ToList();
        if (!add && list.Count == Entries(scene, field).Count)
            return $"{entry} is not in {path}.";
        if (add)
            list.Add(entry);
        if (!ConfigPath.TryParse(path, out var parsed, out var error))
            return error;
        var result = await writer.WriteAsync(ConfigEdits.Set(parsed, new JsonArray([.. list.Select(static name => (JsonNode)JsonValue.Create(name)!)])), null, ct).ConfigureAwait(false);
        return result.Ok ? $"{(add ? "Added" : "Removed")} {entry} ({path})." : $"Not changed: {(result.Issues.Count > 0 ? string.Join("; ", result.Issues) : result.Message)}";
    }

    private string Print(CommandScene scene, string field) => Entries(scene, field) is { Count: > 0 } entries ? string.Join(", ", entries) : "nobody is listed";

    private List<string> Entries(CommandScene scene, string field) => Channel(scene)?[field] is JsonArray list
        ? [.. list.OfType<JsonValue>().Select(static value => value.ToString())]
        : [];

    private JsonObject? Channel(CommandScene scene) => (config().Parsed["channels"] as JsonObject)?[scene.Channel] as JsonObject;
}
