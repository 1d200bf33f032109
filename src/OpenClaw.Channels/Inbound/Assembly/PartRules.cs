using System.Globalization;
using OpenClaw.Channels.Inbound.Lines;

namespace OpenClaw.Channels.Inbound.Assembly;

/// <summary>Which events are one message (spec 10 §8.5): the parts of an album, and those of a paste that the app cut. Pure.</summary>
internal static class PartRules
{
    /// <summary>How long the next part of an album may be behind the last.</summary>
    public static readonly TimeSpan AlbumQuiet = TimeSpan.FromMilliseconds(500);

    /// <summary>How long the next part of a paste may be behind the last.</summary>
    public static readonly TimeSpan PasteQuiet = TimeSpan.FromMilliseconds(1500);

    private const int MaxPasteParts = 12;
    private const int MaxPasteCharacters = 50_000;
    private const int MaxAlbumParts = 30;

    /// <summary>How long to wait for another part behind these; null: they are complete.</summary>
    /// <param name="parts">What there is, in order; not empty.</param>
    /// <param name="splitAt">Length at which the app cuts a paste; 0: it does not.</param>
    public static TimeSpan? Wait(IReadOnlyList<AdmittedRow> parts, int splitAt)
    {
        var first = parts[0].Event;
        if (first.Copy is not null)
            return null;
        if (first.AlbumId is not null)
            return parts.Count < MaxAlbumParts ? AlbumQuiet : null;
        return IsPaste(first, splitAt) && parts.Count < MaxPasteParts && Length(parts) < MaxPasteCharacters ? PasteQuiet : null;
    }

    /// <summary>True when an event is the next part.</summary>
    public static bool Continues(IReadOnlyList<AdmittedRow> parts, AdmittedRow next)
    {
        var (first, last, more) = (parts[0].Event, parts[^1].Event, next.Event);
        if (!IsSameWriter(first, more) || more.Copy is not null)
            return false;
        if (first.AlbumId is not null)
            return more.AlbumId == first.AlbumId;
        return IsText(more) && Length(parts) + more.Text.Length <= MaxPasteCharacters && IsNext(last.MessageId, more.MessageId);
    }

    /// <summary>True when an event shows that no part will follow: the same person wrote something else.</summary>
    public static bool Ends(IReadOnlyList<AdmittedRow> parts, AdmittedRow other) => IsSameWriter(parts[0].Event, other.Event);

    /// <summary>The message that the parts are.</summary>
    public static InboundEvent Join(IReadOnlyList<AdmittedRow> parts)
    {
        var first = parts[0].Event;
        if (parts.Count == 1)
            return first;
        if (first.AlbumId is null)
        {
            return first with
            {
                Text = string.Concat(parts.Select(static part => part.Event.Text)),
                MessageId = parts[^1].Event.MessageId,
                Timestamp = parts[^1].Event.Timestamp,
            };
        }

        // The part with the caption speaks for the others.
        var speaker = parts.FirstOrDefault(static part => part.Event.Text.Length > 0)?.Event ?? first;
        return speaker with { Media = [.. parts.SelectMany(static part => part.Event.Media)] };
    }

    private static bool IsPaste(InboundEvent inbound, int splitAt) =>
        splitAt > 0 && IsText(inbound) && inbound.Text.Length >= splitAt && !inbound.Text.StartsWith('/');

    private static bool IsText(InboundEvent inbound) =>
        inbound is { Kind: "message", AlbumId: null, Media.Count: 0, Location: null } && inbound.Text.Length > 0;

    private static int Length(IReadOnlyList<AdmittedRow> parts) => parts.Sum(static part => part.Event.Text.Length);

    private static bool IsSameWriter(InboundEvent one, InboundEvent other) => one.Sender.Id == other.Sender.Id && one.ThreadId == other.ThreadId;

    private static bool IsNext(string? last, string? next) =>
        long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var before)
        && long.TryParse(next, NumberStyles.None, CultureInfo.InvariantCulture, out var after)
        && after == before + 1;
}
