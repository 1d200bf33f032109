using System.Text.Json;
using OpenClaw.Agents.Sessions;

namespace OpenClaw.Agents.Delivery;

/// <summary>Where a session's answers go when nobody says: to whom it was last spoken with.</summary>
public static class SessionRoute
{
    private const string WebChat = "webchat";

    /// <summary>The last target of a session; null without one, and for WebChat, which needs no delivery.</summary>
    public static DeliveryTarget? Of(StoredSession? session)
    {
        var context = session?.Member("deliveryContext");
        var channel = Text(context, "channel") ?? session?.Text("lastChannel");
        return channel is null or WebChat
            ? null
            : new DeliveryTarget(
                channel,
                Text(context, "to") ?? session?.Text("lastTo"),
                Text(context, "accountId") ?? session?.Text("lastAccountId"),
                Text(context, "threadId") ?? session?.Text("lastThreadId"));
    }

    /// <summary>
    /// A wanted channel (<c>last</c>, <c>none</c> or an id) and recipient as a target; a channel without a recipient takes the session's
    /// when that was on the same channel. Null: there is nobody to send to.
    /// </summary>
    public static DeliveryTarget? Choose(string? channel, string? to, StoredSession? session)
    {
        var last = Of(session);
        var wanted = channel?.Trim().ToLowerInvariant();
        if (wanted is "none" or WebChat)
            return null;
        if (wanted is null or "" or "last")
            return last is null ? null : string.IsNullOrWhiteSpace(to) ? last : last with { To = to.Trim(), ThreadId = null };
        if (!string.IsNullOrWhiteSpace(to))
            return new DeliveryTarget(wanted, to.Trim(), last?.Channel == wanted ? last.AccountId : null);
        return last?.Channel == wanted ? last : null;
    }

    private static string? Text(JsonElement? context, string name) =>
        context is { ValueKind: JsonValueKind.Object } place && place.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;
}
