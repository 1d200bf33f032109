using System.Text.Json;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Transcripts;

namespace OpenClaw.Agents.Context;

/// <summary>How many tokens a conversation takes, without asking anybody (spec 08 §13.1): four characters are one token.</summary>
internal static class TokenEstimate
{
    /// <summary>Characters of one token.</summary>
    public const int CharsPerToken = 4;

    /// <summary>Characters that one image counts for.</summary>
    public const int ImageChars = 4800;

    /// <summary>Characters of a message.</summary>
    public static long Chars(ModelMessage message) => message.Content.Sum(Chars);

    /// <summary>Tokens of a message, rounded up.</summary>
    public static long Of(ModelMessage message) => Tokens(Chars(message));

    /// <summary>Tokens of a conversation.</summary>
    public static long Of(IEnumerable<ModelMessage> messages) => messages.Sum(Of);

    /// <summary>
    /// Tokens of the conversation that ends at this path: what the last good answer was billed for, plus an estimate of what follows it. A
    /// bill from before the newest compaction says nothing about what is left; then everything is estimated.
    /// </summary>
    public static long Of(IReadOnlyList<TranscriptEntry> path)
    {
        for (var i = path.Count - 1; i >= 0 && path[i].Type != "compaction"; i--)
        {
            if (Billed(path[i]) is { } billed)
                return billed + path.Skip(i + 1).Select(ModelContext.Message).OfType<ModelMessage>().Sum(Of);
        }

        return Of(ModelContext.Build(path));
    }

    /// <summary>Tokens of so many characters.</summary>
    public static long Tokens(long chars) => (chars + CharsPerToken - 1) / CharsPerToken;

    private static long Chars(ContentPart part) => part switch
    {
        ContentPart.Text text => text.Value.Length,
        ContentPart.Thinking thinking => thinking.Value.Length,
        ContentPart.ToolCall call => call.Name.Length + call.Arguments.GetRawText().Length,
        _ => ImageChars,
    };

    private static long? Billed(TranscriptEntry entry)
    {
        if (entry.Role != "assistant" || entry.Message is not { } message
            || MessageJson.Text(message, "stopReason") is StopReasons.Error or StopReasons.Aborted or StopReasons.Injected
            || !message.TryGetProperty("usage", out var usage) || usage.ValueKind != JsonValueKind.Object)
            return null;
        var total = Count(usage, "input") + Count(usage, "output") + Count(usage, "cacheRead") + Count(usage, "cacheWrite");
        return total > 0 ? total : null;
    }

    private static long Count(JsonElement usage, string name) =>
        usage.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) ? (long)number : 0;
}
