using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Access;

/// <summary>Where pressed buttons are answered: <c>capabilities.inlineButtons</c> (spec 10 §8.8).</summary>
internal static class ButtonScope
{
    private const string Key = "inlineButtons";

    /// <summary>True when a button must not be answered although a message of the same person would be.</summary>
    public static bool Refuses(AccessQuery query) => Of(query.Account.Raw["capabilities"]) switch
    {
        "all" => false,
        "dm" => !query.IsDirect,
        "group" => query.IsDirect,
        "allowlist" => !IsNamed(query),
        _ => true,
    };

    private static string Of(JsonNode? capabilities) => capabilities switch
    {
        // The older form, a list of what the channel can do.
        JsonArray list => list.Any(static item => item is JsonValue value && value.TryGetValue<string>(out var text) && text == Key) ? "all" : "off",
        JsonObject map when map[Key] is JsonValue value && value.TryGetValue<string>(out var scope) => scope,
        _ => "allowlist",
    };

    /// <summary>An open direct chat has no list to be on; an open group still needs one.</summary>
    private static bool IsNamed(AccessQuery query)
    {
        if (query.IsDirect && query.Account.DmPolicy == "open")
            return true;
        var entries = query.IsDirect ? AccessControl.DirectEntries(query) : AccessControl.GroupEntries(query);
        return query.ListOf(entries).Match(query.Event.Sender) is not null || OwnNumber.IsSelfChat(query.Event);
    }
}
