using System.Text;
using System.Text.Json;
using OpenClaw.Agents.Replies;
using OpenClaw.Agents.Tools;
using OpenClaw.Channels.Outbound;

namespace OpenClaw.Gateway.Channels;

/// <summary>Reads what is to be sent out of the arguments of an action (spec 09 §5).</summary>
internal static class SendContent
{
    private const int MaxButtonBytes = 64;
    private static readonly string[] s_mediaNames = ["media", "mediaUrl", "path", "filePath"];

    /// <summary>Text and media of a message, with the recipient still to be filled in; or what is wrong.</summary>
    public static (OutboundMessage? Message, string? Problem) Read(ToolArguments arguments, MediaGate gate)
    {
        var media = new List<string>();
        foreach (var reference in References(arguments))
        {
            if (Resolve(gate, reference) is not { } allowed)
                return (null, $"media: {reference} is neither an address nor a file in {string.Join(" or ", gate.Roots)}");
            media.Add(allowed);
        }

        var (buttons, badButtons) = Buttons(arguments.List("buttons"));
        if (badButtons is not null)
            return (null, badButtons);
        var text = arguments.Text("message") ?? arguments.Text("text") ?? arguments.Text("caption") ?? string.Empty;
        if (text.Length == 0 && media.Count == 0)
            return (null, "message or media required");
        return (new OutboundMessage
        {
            Channel = string.Empty,
            AccountId = string.Empty,
            ChatId = string.Empty,
            Text = text,
            Media = media,
            ReplyToId = arguments.Id("replyTo") ?? arguments.Id("replyToId"),
            QuoteText = arguments.Text("quoteText"),
            AsVoice = arguments.Flag("asVoice") == true,
            Silent = arguments.Flag("silent") == true,
            GifPlayback = arguments.Flag("gifPlayback") == true,
            Buttons = buttons ?? [],
        }, null);
    }

    /// <summary>A file or address that may be sent; null: it may not. Names without a directory mean files of the workspace.</summary>
    public static string? Resolve(MediaGate gate, string reference) => gate.Resolve(
        Path.IsPathRooted(reference) || reference.Contains("://", StringComparison.Ordinal) || reference.StartsWith("./", StringComparison.Ordinal)
            ? reference
            : "./" + reference);

    /// <summary>Rows of buttons; incomplete ones are left out. Null: there is no such list.</summary>
    public static (IReadOnlyList<IReadOnlyList<MessageButton>>? Rows, string? Problem) Buttons(JsonElement? list)
    {
        if (list is not { } rows)
            return (null, null);
        var read = new List<IReadOnlyList<MessageButton>>();
        foreach (var row in rows.EnumerateArray().Where(static row => row.ValueKind == JsonValueKind.Array))
        {
            MessageButton[] buttons = [.. row.EnumerateArray().Select(Button).OfType<MessageButton>()];
            if (buttons.FirstOrDefault(static button => Encoding.UTF8.GetByteCount(button.Data) > MaxButtonBytes) is { } tooLong)
                return (null, $"buttons: callback_data of \"{tooLong.Text}\" has more than {MaxButtonBytes} bytes");
            if (buttons.Length > 0)
                read.Add(buttons);
        }

        return (read, null);
    }

    private static MessageButton? Button(JsonElement item)
    {
        var button = new ToolArguments(item);
        return button.Text("text") is { } text && (button.Text("callback_data") ?? button.Text("data")) is { } data ? new MessageButton(text, data) : null;
    }

    private static IEnumerable<string> References(ToolArguments arguments) =>
        s_mediaNames.Select(name => arguments.Text(name)).OfType<string>().Take(1).Concat(arguments.Texts("mediaUrls")).Distinct(StringComparer.Ordinal);
}
