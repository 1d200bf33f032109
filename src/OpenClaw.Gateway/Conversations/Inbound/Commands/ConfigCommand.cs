using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Commands;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Paths;
using OpenClaw.Configuration.Redaction;
using OpenClaw.Configuration.Writing;

namespace OpenClaw.Gateway.Conversations.Inbound.Commands;

/// <summary><c>/config</c>: shows and changes the configuration, secrets left out. Off unless <c>commands.config</c>.</summary>
internal sealed class ConfigCommand(Func<ConfigSnapshot> config, IConfigWriter writer) : ICommand
{
    private const int MaxShown = 3500;
    private const string Usage = "Use /config show [path], /config get <path>, /config set <path>=<value> or /config unset <path>.";

    public CommandInfo Info { get; } = new("config", "Show or change the configuration.", CommandGroup.Management)
    {
        Arguments = "show [path] | get <path> | set <path>=<value> | unset <path>",
        OwnerOnly = true,
    };

    public async Task<CommandAnswer> RunAsync(CommandScene scene, string arguments, CancellationToken ct)
    {
        if (!config().Config.Commands.Config)
            return CommandAnswer.Say("/config is off. Set commands.config: true in the configuration file to use it.");
        var cut = arguments.IndexOf(' ');
        var verb = (cut < 0 ? arguments : arguments[..cut]).ToLowerInvariant();
        var rest = cut < 0 ? string.Empty : arguments[(cut + 1)..].Trim();
        return CommandAnswer.Say(verb switch
        {
            "" or "show" or "get" => Show(rest),
            "set" when rest.IndexOf('=') is var at and > 0 => await SetAsync(rest[..at].Trim(), rest[(at + 1)..].Trim(), ct).ConfigureAwait(false),
            "unset" when rest.Length > 0 => await WriteAsync(rest, ConfigEdits.Unset, $"Removed {rest}.", ct).ConfigureAwait(false),
            _ => Usage,
        });
    }

    private string Show(string path)
    {
        var node = SecretRedaction.Redact(config().Parsed);
        if (path.Length > 0)
        {
            if (!ConfigPath.TryParse(path, out var parsed, out var error))
                return error;
            foreach (var segment in parsed.Segments)
                node = (node as JsonObject)?[segment] ?? (int.TryParse(segment, out var index) && node is JsonArray list && index >= 0 && index < list.Count ? list[index] : null);
            if (node is null)
                return $"{path} is not set in the file.";
        }

        var text = Print(node);
        return $"```json\n{(text.Length > MaxShown ? text[..MaxShown] + "\n… (ask for a path to see less)" : text)}\n```";
    }

    private Task<string> SetAsync(string path, string text, CancellationToken ct)
    {
        ConfigEdits.TryReadValue(text, strict: false, out var value, out _);
        return WriteAsync(path, parsed => ConfigEdits.Set(parsed, value), $"Set {path}.", ct);
    }

    private async Task<string> WriteAsync(string path, Func<ConfigPath, Func<ConfigSnapshot, ConfigEdit>> edit, string done, CancellationToken ct)
    {
        if (!ConfigPath.TryParse(path, out var parsed, out var error))
            return error;
        var result = await writer.WriteAsync(edit(parsed), null, ct).ConfigureAwait(false);
        return result.Ok ? done : result.Issues.Count > 0 ? $"Not changed: {string.Join("; ", result.Issues)}" : $"Not changed: {result.Message}";
    }

    private static string Print(JsonNode? node)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            if (node is null)
                writer.WriteNullValue();
            else
                node.WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}
