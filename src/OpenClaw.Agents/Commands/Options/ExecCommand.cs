using System.Text.Json.Nodes;
using OpenClaw.Agents.Sessions;

namespace OpenClaw.Agents.Commands.Options;

/// <summary><c>/exec</c>: where and how freely commands run in this session. Only the owner may loosen what keeps the machine safe.</summary>
public sealed class ExecCommand(SessionStore store) : ICommand
{
    private static readonly (string Word, string Field, string[] Values)[] s_settings =
    [
        ("host", "execHost", ["sandbox", "gateway", "node"]),
        ("security", "execSecurity", ["deny", "allowlist", "full"]),
        ("ask", "execAsk", ["off", "on-miss", "always"]),
        ("node", "execNode", []),
    ];

    /// <inheritdoc/>
    public CommandInfo Info { get; } = new("exec", "Where and how freely commands run.", CommandGroup.Options)
    {
        Arguments = "host=<…> security=<…> ask=<…> node=<…>",
        OwnerOnly = true,
    };

    /// <inheritdoc/>
    public async Task<CommandAnswer> RunAsync(CommandScene scene, string arguments, CancellationToken ct)
    {
        var changes = new List<(string Field, string Value)>();
        foreach (var word in arguments.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var cut = word.IndexOfAny(['=', ':']);
            var name = cut > 0 ? word[..cut].ToLowerInvariant() : string.Empty;
            var value = cut > 0 ? word[(cut + 1)..] : string.Empty;
            if (s_settings.FirstOrDefault(setting => setting.Word == name) is not { Word: not null } known || value.Length == 0)
                return CommandAnswer.Say($"\"{word}\" is no setting. {Options()}");
            if (known.Values.Length > 0)
            {
                value = value.ToLowerInvariant();
                if (!known.Values.Contains(value, StringComparer.Ordinal))
                    return CommandAnswer.Say($"{name} is one of {string.Join(", ", known.Values)}.");
            }

            changes.Add((known.Field, value));
        }

        if (changes.Count > 0)
            await store.UpdateAsync(scene.SessionKey, entry => Apply(entry, changes), ct).ConfigureAwait(false);
        return CommandAnswer.Say(changes.Count > 0 ? $"Exec: {Show(scene)}." : $"Exec: {Show(scene)}.\n{Options()}");
    }

    private string Show(CommandScene scene)
    {
        var session = store.Find(scene.SessionKey);
        var config = store.Agents.Config.Exec;
        string?[] configured = [config.Host, config.Security, config.Ask, config.Node];
        return string.Join(", ", s_settings.Select((setting, i) => $"{setting.Word}={session?.Text(setting.Field) ?? configured[i] ?? "default"}"));
    }

    private static string Options() => "Options: " + string.Join(", ", s_settings.Select(static setting =>
        setting.Values.Length == 0 ? $"{setting.Word}=<id or name>" : $"{setting.Word}={string.Join('|', setting.Values)}")) + ".";

    private static void Apply(JsonObject entry, List<(string Field, string Value)> changes)
    {
        foreach (var (field, value) in changes)
            entry[field] = value;
    }
}
