using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenClaw.Cli.Commands.Probing;

/// <summary>
/// What matters of a gateway's config for reaching it, from its <c>config.get</c> (spec 04 §3.5). Of secrets only whether they are set.
/// </summary>
internal static class ConfigSummary
{
    public static JsonObject? Of(JsonElement? snapshot)
    {
        if (snapshot is not { ValueKind: JsonValueKind.Object } file)
            return null;
        var config = At(file, "config");
        return new JsonObject
        {
            ["path"] = Value(file, "path"),
            ["exists"] = Value(file, "exists"),
            ["valid"] = Value(file, "valid"),
            ["issues"] = Value(file, "issues"),
            ["legacyIssues"] = Value(file, "legacyIssues"),
            ["gateway"] = new JsonObject
            {
                ["mode"] = Value(config, "gateway", "mode"),
                ["bind"] = Value(config, "gateway", "bind"),
                ["port"] = Value(config, "gateway", "port"),
                ["controlUiEnabled"] = Value(config, "gateway", "controlUi", "enabled"),
                ["controlUiBasePath"] = Value(config, "gateway", "controlUi", "basePath"),
                ["authMode"] = Value(config, "gateway", "auth", "mode"),
                ["authTokenConfigured"] = IsSet(config, "gateway", "auth", "token"),
                ["authPasswordConfigured"] = IsSet(config, "gateway", "auth", "password"),
                ["remoteUrl"] = Value(config, "gateway", "remote", "url"),
                ["remoteTokenConfigured"] = IsSet(config, "gateway", "remote", "token"),
                ["remotePasswordConfigured"] = IsSet(config, "gateway", "remote", "password"),
                ["tailscaleMode"] = Value(config, "gateway", "tailscale", "mode"),
            },
            ["discovery"] = new JsonObject { ["wideAreaEnabled"] = Value(config, "discovery", "wideArea", "enabled") },
        };
    }

    private static JsonElement? At(JsonElement? element, params ReadOnlySpan<string> path)
    {
        var at = element;
        foreach (var name in path)
        {
            if (at is not { ValueKind: JsonValueKind.Object } map || !map.TryGetProperty(name, out var next))
                return null;
            at = next;
        }
        return at;
    }

    private static JsonNode? Value(JsonElement? element, params ReadOnlySpan<string> path) =>
        At(element, path) is { } value ? JsonNode.Parse(value.GetRawText()) : null;

    private static bool IsSet(JsonElement? element, params ReadOnlySpan<string> path) =>
        At(element, path) is { ValueKind: JsonValueKind.String } value && value.GetString()!.Length > 0;
}
