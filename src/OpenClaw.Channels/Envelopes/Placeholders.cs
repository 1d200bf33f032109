using System.Globalization;
using OpenClaw.Channels.Inbound;

namespace OpenClaw.Channels.Envelopes;

/// <summary>Text that stands for what is no text (spec 10 §3.7).</summary>
public static class Placeholders
{
    private const int MostNames = 2;

    /// <summary>An attachment.</summary>
    /// <param name="kind"><see cref="InboundMedia.Kind"/>.</param>
    public static string Media(string kind) => kind switch
    {
        "image" => "<media:image>",
        "video" => "<media:video>",
        "audio" or "voice" => "<media:audio>",
        "sticker" => "<media:sticker>",
        _ => "<media:document>",
    };

    /// <summary>A contact: name and first number, and how many numbers more.</summary>
    public static string Contact(string? name, IReadOnlyList<string> phones) =>
        Label(name, phones) is { Length: > 0 } label ? $"<contact: {label}>" : "<contact>";

    /// <summary>Several contacts: the first two, and how many more.</summary>
    public static string Contacts(IReadOnlyList<(string? Name, IReadOnlyList<string> Phones)> contacts)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        var labels = contacts.Select(static c => Label(c.Name, c.Phones)).Where(static l => l.Length > 0).Take(MostNames).ToList();
        if (labels.Count == 0)
            return Text($"<contacts: {contacts.Count} {(contacts.Count == 1 ? "contact" : "contacts")}>");
        var more = contacts.Count - labels.Count;
        return Text($"<contacts: {string.Join(", ", labels)}{(more > 0 ? Text($" +{more} more") : string.Empty)}>");
    }

    /// <summary>A place, and on the next line what was written beside it.</summary>
    public static string Location(InboundLocation place)
    {
        ArgumentNullException.ThrowIfNull(place);
        var accuracy = place.Accuracy is { } metres ? Text($" ±{Math.Round(metres, MidpointRounding.AwayFromZero):0}m") : string.Empty;
        var point = Text($"{place.Latitude:F6}, {place.Longitude:F6}{accuracy}");
        var name = string.Join(" — ", new[] { Envelope.OneLine(place.Name), Envelope.OneLine(place.Address) }.Where(static part => part.Length > 0));
        var line = place.IsLive ? $"🛰 Live location: {point}" : name.Length > 0 ? $"📍 {name} ({point})" : $"📍 {point}";
        return place.Caption?.Trim() is { Length: > 0 } caption ? $"{line}\n{caption}" : line;
    }

    private static string Label(string? name, IReadOnlyList<string> phones)
    {
        var number = phones.Count switch
        {
            0 => string.Empty,
            1 => phones[0],
            _ => Text($"{phones[0]} (+{phones.Count - 1} more)"),
        };
        return string.Join(", ", new[] { Envelope.OneLine(name), Envelope.OneLine(number) }.Where(static part => part.Length > 0));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
