using OpenClaw.Protocol.Frames;

namespace OpenClaw.Channels.Catalog;

/// <summary>A channel as a caller named it: id or alias, in any case, or one of the words with a meaning of their own.</summary>
/// <param name="Kind">What was meant.</param>
/// <param name="Id">Canonical id; null for <see cref="ChannelChoiceKind.None"/> and <see cref="ChannelChoiceKind.Unknown"/>.</param>
/// <param name="Given">As given, without the spaces around it; names the thing in errors.</param>
public readonly record struct ChannelChoice(ChannelChoiceKind Kind, string? Id, string Given)
{
    /// <summary>Reads a name; null and blank mean that none was given.</summary>
    public static ChannelChoice Parse(string? text)
    {
        var given = text?.Trim() ?? "";
        if (given.Length == 0)
            return new(ChannelChoiceKind.None, null, given);
        if (given.Equals(ChannelCatalog.Last, StringComparison.OrdinalIgnoreCase))
            return new(ChannelChoiceKind.Last, ChannelCatalog.Last, given);
        if (given.Equals(ChannelCatalog.WebChat, StringComparison.OrdinalIgnoreCase))
            return new(ChannelChoiceKind.WebChat, ChannelCatalog.WebChat, given);
        return ChannelCatalog.Find(given) is { } channel
            ? new(ChannelChoiceKind.Channel, channel.Id, given)
            : new(ChannelChoiceKind.Unknown, null, given);
    }

    /// <summary>Refusal of <c>agent</c> for the first of these names that means nothing (spec 02 §4), or null.</summary>
    public static GatewayError? AgentFault(params IEnumerable<string?> names)
    {
        var unknown = names.Select(Parse).FirstOrDefault(c => c.Kind == ChannelChoiceKind.Unknown);
        return unknown.Kind == ChannelChoiceKind.Unknown
            ? GatewayError.Invalid($"invalid agent params: unknown channel: {unknown.Given}")
            : null;
    }
}
