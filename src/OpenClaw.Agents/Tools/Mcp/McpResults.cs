using System.Text;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using OpenClaw.Agents.Messages;

namespace OpenClaw.Agents.Tools.Mcp;

/// <summary>What a server answers, as a result of ours: bounded, text and pictures only.</summary>
internal static class McpResults
{
    private const int MaxText = 100_000;
    private const int MaxImageBytes = 5 * 1024 * 1024;
    private const int MaxImages = 8;
    private const int MaxDetails = 64 * 1024;

    public static ToolResult Of(CallToolResult result)
    {
        var parts = new List<ContentPart>();
        var (left, images) = (MaxText, 0);
        void Say(string text)
        {
            if (left <= 0)
                return;
            var kept = text.Length <= left ? text : string.Concat(text.AsSpan(0, left), "\n[the rest was left out: the answer is too long]");
            left -= text.Length;
            parts.Add(new ContentPart.Text(kept));
        }

        foreach (var block in result.Content ?? [])
        {
            switch (block)
            {
                case TextContentBlock text:
                    Say(text.Text);
                    break;
                case ImageContentBlock image when image.DecodedData.Length <= MaxImageBytes && images++ < MaxImages:
                    parts.Add(new ContentPart.Image(Convert.ToBase64String(image.DecodedData.Span), image.MimeType));
                    break;
                case ImageContentBlock image:
                    Say($"[a picture of {image.DecodedData.Length} bytes was left out: it is too large, or there are too many]");
                    break;
                case AudioContentBlock audio:
                    Say($"[audio, {audio.MimeType}, {audio.DecodedData.Length} bytes]");
                    break;
                case EmbeddedResourceBlock { Resource: TextResourceContents resource }:
                    Say(resource.Text);
                    break;
                case EmbeddedResourceBlock { Resource: { } resource }:
                    Say($"[resource {resource.Uri}, {resource.MimeType ?? "unknown type"}]");
                    break;
                case ResourceLinkBlock link:
                    Say($"[resource {link.Uri}: {link.Title ?? link.Name}]");
                    break;
            }
        }

        var details = Details(result.StructuredContent);
        if (parts.Count == 0)
            Say(details is { } data ? data.GetRawText() : "(no output)");
        return new ToolResult(parts, details, result.IsError == true);
    }

    private static JsonElement? Details(JsonElement? structured) =>
        structured is { } data && Encoding.UTF8.GetByteCount(data.GetRawText()) <= MaxDetails ? data.Clone() : null;
}
