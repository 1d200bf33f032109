using System.Text.Json.Nodes;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Sessions;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Agents.Tools.Policy;

/// <summary>What may be used in a group of a channel, and by whom (<c>channels.&lt;id&gt;.groups.&lt;id&gt;.tools</c>, <c>toolsBySender</c>).</summary>
internal static class GroupPolicy
{
    private static readonly string[] s_kinds = ["group", "channel"];

    /// <summary>The layer of a group session; null when it is none, or the group says nothing.</summary>
    public static PolicyLayer? For(JsonObject? channels, string sessionKey, string? accountId, RunCaller caller)
    {
        if (Place(sessionKey) is not { } place || channels?[place.Channel] is not JsonObject channel)
            return null;
        var account = accountId is null ? null : channel["accounts"]?[accountId] as JsonObject;
        var groups = account?["groups"] as JsonObject ?? channel["groups"] as JsonObject;
        if (Find(groups, place.Group) is not { } group)
            return null;
        var name = $"channels.{place.Channel}.groups.{place.Group}";
        if (caller.Origin is RunOrigin.Channel or RunOrigin.Agent && caller.Id is { } sender && Find(group["toolsBySender"] as JsonObject, sender) is { } own)
            return PolicyLayer.Lists($"{name}.toolsBySender", Read(own));
        return PolicyLayer.Lists($"{name}.tools", Read(group["tools"] as JsonObject));
    }

    /// <summary>Channel and group of <c>agent:&lt;id&gt;:&lt;channel&gt;:group:&lt;group&gt;</c>, without its topic or thread.</summary>
    internal static (string Channel, string Group)? Place(string sessionKey)
    {
        var key = SessionKeys.ThreadParent(sessionKey) ?? sessionKey;
        if (SessionKeys.Parse(key) is not { } parsed)
            return null;
        var parts = parsed.Rest.Split(':', 3);
        return parts.Length == 3 && s_kinds.Contains(parts[1], StringComparer.Ordinal) ? (parts[0], parts[2]) : null;
    }

    private static JsonObject? Find(JsonObject? map, string id)
    {
        if (map is null)
            return null;
        var wanted = Plain(id);
        foreach (var (name, value) in map)
        {
            if (Plain(name) == wanted && value is JsonObject own)
                return own;
        }

        return map["*"] as JsonObject;
    }

    private static string Plain(string id) => id.Trim().TrimStart('@').ToLowerInvariant();

    private static ToolPolicyConfig? Read(JsonObject? node) => node is null ? null : new ToolPolicyConfig
    {
        Allow = Texts(node["allow"]),
        AlsoAllow = Texts(node["alsoAllow"]),
        Deny = Texts(node["deny"]),
    };

    private static List<string>? Texts(JsonNode? node) => node is JsonArray list
        ? [.. list.OfType<JsonValue>().Select(static value => value.TryGetValue<string>(out var text) ? text : null).OfType<string>()]
        : null;
}
