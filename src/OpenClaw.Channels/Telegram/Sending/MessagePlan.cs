using System.Text;
using OpenClaw.Channels.Chunking;
using OpenClaw.Channels.Outbound;
using OpenClaw.Channels.Polls;
using OpenClaw.Channels.Telegram.Setup;

namespace OpenClaw.Channels.Telegram.Sending;

/// <summary>Divides a message into what Telegram takes in one call (spec 10 §5.3 to §5.8). Pure.</summary>
internal static class MessagePlan
{
    /// <summary>Most options of a poll.</summary>
    public const int MaxPollOptions = 10;

    private const int MaxQuestion = 300;
    private const int MaxOption = 100;
    private const int MaxButtonBytes = 64;

    public static PartPlan Of(OutboundMessage message, TelegramSettings settings)
    {
        if (message.Poll is not null)
            return Poll(message);
        var bodies = message.Media.Count > 0 ? WithMedia(message, settings) : [.. Texts(message.Text, settings)];
        if (bodies.Count == 0)
            return new PartPlan([]);

        // Buttons hang under the first text; a file alone carries them itself.
        var buttons = Buttons(message.Buttons);
        var holder = Math.Max(0, bodies.FindIndex(static body => body.Text.Length > 0));
        var mode = message is { IsReply: true } ? settings.ReplyToMode : "first";
        return new PartPlan(
        [
            .. bodies.Select((body, n) => new OutboundPart
            {
                Channel = message.Channel,
                AccountId = message.AccountId,
                ChatId = message.ChatId,
                ThreadId = message.ThreadId,
                Kind = body.Media is null ? "text" : "media",
                Text = body.Text,
                Plain = body.Plain,
                Media = body.Media,
                ReplyToId = Threads(mode, n) ? message.ReplyToId : null,
                QuoteText = Threads(mode, n) && n == 0 ? message.QuoteText : null,
                AsVoice = message.AsVoice,
                GifPlayback = message.GifPlayback,
                Silent = message.Silent,
                Buttons = n == holder ? buttons : [],
            }),
        ]);
    }

    /// <summary>Rows without what Telegram would refuse.</summary>
    public static IReadOnlyList<IReadOnlyList<MessageButton>> Buttons(IReadOnlyList<IReadOnlyList<MessageButton>> rows) =>
    [
        .. rows.Select(static row => (IReadOnlyList<MessageButton>)[.. row.Where(IsComplete)]).Where(static row => row.Count > 0),
    ];

    private static bool IsComplete(MessageButton button) =>
        !string.IsNullOrWhiteSpace(button.Text) && button.Data.Length > 0 && Encoding.UTF8.GetByteCount(button.Data) <= MaxButtonBytes;

    private static bool Threads(string mode, int n) => mode == "all" || (mode != "off" && n == 0);

    private static IEnumerable<Body> Texts(string text, TelegramSettings settings) =>
        TelegramText.Chunks(text, settings.Common.TextChunkLimit, settings.ChunkMode, settings.Tables).Select(static chunk => new Body(chunk.Html, chunk.Plain, null));

    private static List<Body> WithMedia(OutboundMessage message, TelegramSettings settings)
    {
        var split = TelegramCaption.Split(message.Text, settings.Tables);
        var bodies = message.Media.Select((media, n) => n == 0
            ? new Body(split.Caption?.Html ?? string.Empty, split.Caption?.Plain, media)
            : new Body(string.Empty, null, media)).ToList();
        if (split.FollowUp is { } rest)
            bodies.AddRange(Texts(rest, settings));
        return bodies;
    }

    private static PartPlan Poll(OutboundMessage message)
    {
        var given = message.Poll!;
        var (poll, problem) = PollRules.Check(given.Question, given.Options, given.MaxSelections, given.DurationHours, MaxPollOptions, MaxQuestion);
        if (problem is null && poll!.Options.Any(static option => option.Length > MaxOption))
            problem = $"options: at most {MaxOption} characters each on Telegram";
        if (problem is not null)
            return new PartPlan([], new SendFault(SendFaultKind.Unsupported, problem));
        return new PartPlan(
        [
            new OutboundPart
            {
                Channel = message.Channel,
                AccountId = message.AccountId,
                ChatId = message.ChatId,
                ThreadId = message.ThreadId,
                Kind = "poll",
                Poll = poll,
                ReplyToId = message.ReplyToId,
                Silent = message.Silent,
            },
        ]);
    }

    private sealed record Body(string Text, string? Plain, string? Media);
}
