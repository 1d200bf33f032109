using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Sessions;

namespace OpenClaw.Agents.Context;

/// <summary>
/// How much of a direct chat the model is shown (spec 08 §6): <c>channels.&lt;ch&gt;.dms.&lt;peer&gt;.historyLimit</c>, else
/// <c>channels.&lt;ch&gt;.dmHistoryLimit</c>. The transcript keeps everything.
/// </summary>
internal static class HistoryLimit
{
    /// <summary>Number of newest user turns; null: no limit, or not a direct chat with a key of its own.</summary>
    public static int? Of(JsonObject? channels, string canonicalKey)
    {
        var parts = SessionKeys.Parse(canonicalKey)?.Rest.Split(':') ?? [];
        var at = Array.IndexOf(parts, "dm");
        if (at is not (1 or 2) || parts.Length < at + 2)
            return null;
        var end = Array.FindIndex(parts, at + 1, static part => part is "thread" or "topic");
        var peer = string.Join(':', parts[(at + 1)..(end < 0 ? parts.Length : end)]);
        if (Member(channels, parts[0]) is not JsonObject channel)
            return null;
        return Count(Member(Member(channel, "dms"), peer), "historyLimit") ?? Count(channel, "dmHistoryLimit");
    }

    /// <summary>The conversation from the start of its last <paramref name="turns"/> user turns.</summary>
    public static List<ModelMessage> Apply(List<ModelMessage> messages, int? turns)
    {
        if (turns is not { } limit)
            return messages;
        var seen = 0;
        for (var i = messages.Count - 1; i > 0; i--)
        {
            // Two user messages in a row are one turn: nothing was answered in between.
            if (messages[i] is ModelMessage.User && messages[i - 1] is not ModelMessage.User && ++seen == limit)
                return messages[i..];
        }

        return messages;
    }

    private static JsonNode? Member(JsonNode? node, string name) =>
        (node as JsonObject)?.FirstOrDefault(member => member.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    private static int? Count(JsonNode? node, string name) =>
        (node as JsonObject)?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<double>(out var number)
        && number >= 1 ? (int)Math.Min(number, int.MaxValue) : null;
}
