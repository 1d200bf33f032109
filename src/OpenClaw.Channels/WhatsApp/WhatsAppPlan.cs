using System.Text.Json;
using OpenClaw.Channels.Chunking;
using OpenClaw.Channels.Formatting;
using OpenClaw.Channels.Media;
using OpenClaw.Channels.Outbound;
using OpenClaw.Channels.Polls;
using OpenClaw.Configuration.Model.Channels;
using OpenClaw.Storage.Media;

namespace OpenClaw.Channels.WhatsApp;

/// <summary>Divides a message into what WhatsApp takes at once (spec 10 §5.3 to §5.8). Pure.</summary>
internal static class WhatsAppPlan
{
    private const int MaxPollOptions = 12;

    public static PartPlan Of(OutboundMessage message, ChannelAccountConfig settings)
    {
        if (message.Poll is { } given)
        {
            var (poll, problem) = PollRules.Check(given.Question, given.Options, given.MaxSelections, given.DurationHours, MaxPollOptions);
            return problem is not null
                ? new PartPlan([], new SendFault(SendFaultKind.Unsupported, problem))
                : new PartPlan([Part(message, "poll") with { Poll = poll }]);
        }

        var texts = WhatsAppText.Chunks(
            message.Text, settings.TextChunkLimit, settings.ChunkMode == "newline" ? ChunkMode.Newline : ChunkMode.Length, Tables(settings.Tables), IsRaw(settings));
        if (message.Media.Count == 0)
            return new PartPlan([.. texts.Select((text, n) => Quoting(Part(message, "text"), message, n) with { Text = text })]);

        // A voice note has no caption: what belongs to it is said behind it.
        var captioned = texts.Count > 0 && !IsSound(message.Media[0]);
        var parts = message.Media.Select((media, n) => Quoting(Part(message, "media"), message, n) with
        {
            Media = media,
            Text = n == 0 && captioned ? texts[0] : string.Empty,
            AsVoice = message.AsVoice,
            GifPlayback = message.GifPlayback,
        });
        return new PartPlan([.. parts, .. texts.Skip(captioned ? 1 : 0).Select(text => Part(message, "text") with { Text = text })]);
    }

    private static OutboundPart Part(OutboundMessage message, string kind) => new()
    {
        Channel = message.Channel, AccountId = message.AccountId, ChatId = message.ChatId, Kind = kind, Silent = message.Silent,
    };

    /// <summary>In groups the author of the quoted message would have to be known, which the id alone does not tell.</summary>
    private static OutboundPart Quoting(OutboundPart part, OutboundMessage message, int index) =>
        index == 0 && !message.ChatId.EndsWith("@g.us", StringComparison.Ordinal)
            ? part with { ReplyToId = message.ReplyToId, QuoteText = message.QuoteText }
            : part;

    private static bool IsSound(string media) => MediaKinds.Of(FileTypes.OfName(Bare(media))) == MediaKind.Audio;

    /// <summary>An address without its query, so that the name at its end shows.</summary>
    private static string Bare(string media) => Uri.TryCreate(media, UriKind.Absolute, out var url) ? url.AbsolutePath : media;

    private static TableMode Tables(string? mode) => mode switch
    {
        "code" => TableMode.Code,
        "off" => TableMode.Off,
        _ => TableMode.Bullets,
    };

    private static bool IsRaw(ChannelAccountConfig settings) => settings.Raw["markdown"]?["raw"]?.GetValueKind() == JsonValueKind.True;
}
