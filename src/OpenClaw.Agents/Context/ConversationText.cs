using System.Globalization;
using System.Text;
using OpenClaw.Agents.Messages;

namespace OpenClaw.Agents.Context;

/// <summary>
/// A conversation written out as plain text, so that the model that summarises it reads it as material and does not go on with it.
/// </summary>
internal static class ConversationText
{
    // Of a tool result, its beginning and end tell what it was; a summary has no use for the middle.
    private const int ResultHead = 3000;
    private const int ResultTail = 1000;

    /// <summary>Each message under the name of who said it.</summary>
    /// <param name="messages">The conversation.</param>
    /// <param name="maxMessageChars">No message takes more room than this.</param>
    public static string Of(IEnumerable<ModelMessage> messages, long maxMessageChars = long.MaxValue)
    {
        var text = new StringBuilder();
        foreach (var message in messages)
        {
            if (text.Length > 0)
                text.Append("\n\n");
            text.Append(Shorten(One(message), maxMessageChars * 3 / 4, maxMessageChars / 4));
        }

        return text.ToString();
    }

    /// <summary>The text, or its head and tail with a note between them.</summary>
    public static string Shorten(string text, long head, long tail)
    {
        if (text.Length <= head + tail)
            return text;
        var (from, to) = (Fit(text, (int)head), text.Length - (int)tail);
        if (to < text.Length && char.IsLowSurrogate(text[to]))
            to++;
        return string.Create(CultureInfo.InvariantCulture, $"{text[..from]}\n[… {to - from} characters left out …]\n{text[to..]}");
    }

    private static string One(ModelMessage message) => message switch
    {
        ModelMessage.User user => $"[User]: {Plain(user)}",
        ModelMessage.ToolResult result => $"[Result of {result.ToolName}{(result.IsError ? ", failed" : "")}]: {Shorten(Plain(result), ResultHead, ResultTail)}",
        _ => Assistant(message),
    };

    private static string Assistant(ModelMessage message)
    {
        var lines = new List<string>();
        if (Plain(message) is { Length: > 0 } said)
            lines.Add($"[Assistant]: {said}");
        var calls = message.Content.OfType<ContentPart.ToolCall>().Select(static call => $"{call.Name}({Shorten(call.Arguments.GetRawText(), 1500, 500)})").ToList();
        if (calls.Count > 0)
            lines.Add($"[Assistant used tools]: {string.Join("; ", calls)}");
        return lines.Count > 0 ? string.Join('\n', lines) : "[Assistant]: (nothing)";
    }

    private static string Plain(ModelMessage message)
    {
        var images = message.Content.Count(static part => part is ContentPart.Image);
        return images == 0 ? message.Text : $"{message.Text} [{images} image(s)]".TrimStart();
    }

    private static int Fit(string text, int length) => length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
}
