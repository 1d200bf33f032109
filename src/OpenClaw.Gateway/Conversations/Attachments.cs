using System.Text.Json;
using OpenClaw.Agents.Messages;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Frames;
using OpenClaw.Storage.Media;

namespace OpenClaw.Gateway.Conversations;

/// <summary>Pictures that come with a message (spec 02 §1.4).</summary>
internal static class Attachments
{
    /// <summary>The images among them, how many entries were something else, or what is wrong with one.</summary>
    public static (IReadOnlyList<ContentPart.Image> Images, int Dropped, GatewayError? Error) Read(IReadOnlyList<JsonElement>? entries)
    {
        var images = new List<ContentPart.Image>();
        var dropped = 0;
        for (var i = 0; i < (entries?.Count ?? 0); i++)
        {
            var entry = entries![i];
            if (entry.ValueKind != JsonValueKind.Object || Text(entry, "content") is not { Length: > 0 } content)
                continue;
            var label = Text(entry, "fileName") ?? Text(entry, "type") ?? $"attachment-{i + 1}";
            var (data, problem) = Decode(content);
            if (problem is not null)
                return ([], 0, GatewayError.Invalid($"Error: attachment {label}: {problem}"));
            if (FileTypes.SniffImage(data) is { } mime)
                images.Add(new ContentPart.Image(Convert.ToBase64String(data!), mime));
            else
                dropped++;
        }

        return (images, dropped, null);
    }

    private static (byte[]? Data, string? Problem) Decode(string content)
    {
        var text = content.Trim();
        if (text.StartsWith("data:", StringComparison.OrdinalIgnoreCase) && text.IndexOf(";base64,", StringComparison.OrdinalIgnoreCase) is var at and > 0)
            text = text[(at + ";base64,".Length)..];
        if (text.Length % 4 != 0 || !text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '='))
            return (null, "invalid base64 content");
        var buffer = new byte[text.Length / 4 * 3];
        if (!Convert.TryFromBase64String(text, buffer, out var length))
            return (null, "invalid base64 content");
        return length is 0 or > ProtocolLimits.MaxAttachmentBytes
            ? (null, $"exceeds size limit ({length} > {ProtocolLimits.MaxAttachmentBytes} bytes)")
            : (buffer[..length], null);
    }

    private static string? Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
