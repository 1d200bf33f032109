using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Contract;
using OpenClaw.Configuration;

namespace OpenClaw.Channels.Supervision;

/// <summary>
/// Which channels of the program a config puts to use (spec 03 §4, plugin auto-enable): those it has settings for and those whose
/// credentials are there without any (a token in the environment, a link made before). <c>plugins</c> can keep one out.
/// </summary>
public static class LoadedChannels
{
    /// <summary>The channels in use, in the order of <paramref name="known"/>.</summary>
    public static IReadOnlyList<IChannel> Of(IReadOnlyList<IChannel> known, ConfigSnapshot config)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(config);
        return [.. known.Where(channel => IsAllowed(config.Config.Raw?["plugins"] as JsonObject, channel.Description.Id) && IsWanted(channel, config))];
    }

    private static bool IsWanted(IChannel channel, ConfigSnapshot config) =>
        config.Config.Channels?[channel.Description.Id] is JsonObject { Count: > 0 }
        || channel.AccountIds(config).Any(id => channel.Standing(config, id).CanStart);

    private static bool IsAllowed(JsonObject? plugins, string id) =>
        plugins is null
        || (!IsFalse(plugins["enabled"])
            && !IsFalse((plugins["entries"] as JsonObject)?[id] is JsonObject entry ? entry["enabled"] : null)
            && !(plugins["deny"] is JsonArray denied && denied.Any(name => name?.GetValueKind() == JsonValueKind.String && name.GetValue<string>() == id)));

    private static bool IsFalse(JsonNode? node) => node?.GetValueKind() == JsonValueKind.False;
}
